"""Numbers as text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.table.expression.numbers import read_number, write_number


@given(st.from_regex(r"-?(0|[1-9][0-9]{0,40})(\.[0-9]{1,40})?", fullmatch=True))
def test_digits_survive(text: str) -> None:
    value = read_number(text)
    assert value is not None
    assert write_number(value) == (text if value else text.removeprefix("-"))


@pytest.mark.parametrize("text", ["", "1,5", "1 000", "--1", "1e", "inf", "0x1", "1_000", "1e99999"])
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


def test_no_exponents() -> None:
    assert write_number(Decimal("1E+5")) == "100000"
    assert write_number(Decimal("-0.00")) == "0.00"
