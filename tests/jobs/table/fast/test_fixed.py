"""Numbers of a block are what decimals give, wherever they are said to be known."""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.jobs.table.expression.numbers import calculate, read_number, round_half_up, write_number
from app.jobs.table.fast import fixed
from app.jobs.table.fast.block import from_matrix
from app.jobs.table.fast.fixed import Fixed

_CELLS = st.one_of(
    st.decimals(-(10**9), 10**9, allow_nan=False, places=2).map(str),
    st.decimals(-(10**4), 10**4, allow_nan=False, places=3).map(str),
    st.integers(-(10**10), 10**10).map(str),
    st.sampled_from(["", " 1.50", "1,5", "1.5.0", "--1", "1-", "+1.00", "1e2", ".50", "5.", "-.25", "/1.00", ":1.00"]),
    st.sampled_from(["1.0/", "٣.٠٠", "007", "-0.00", "00.10"]),
    st.text("0123456789.-", max_size=12),
)  # fmt: skip
_COLUMN = st.one_of(
    st.lists(_CELLS, min_size=1, max_size=30),
    st.lists(st.decimals(-(10**6), 10**6, allow_nan=False, places=2).map(str), min_size=1, max_size=30),
)


def column(cells: list[str]) -> Fixed | None:
    """The cells one after the other in a text, with a comma between them."""
    data = [cell.encode() for cell in cells]
    ends = np.cumsum([len(cell) + 1 for cell in data]) - 1
    begins = np.concatenate((np.zeros(1, np.int64), ends[:-1] + 1))
    return fixed.read(b",".join(data), begins, ends)


def value(number: Fixed, row: int) -> Decimal:
    return Decimal(int(number.values[row])).scaleb(-number.scale)


@settings(max_examples=300, deadline=None)
@given(_COLUMN)
def test_known_numbers_are_right(cells: list[str]) -> None:
    number = column(cells)
    if number is None:
        return
    for row in np.flatnonzero(number.known).tolist():
        expected = read_number(cells[row])
        assert expected is not None
        assert value(number, row) == expected
        assert value(number, row).as_tuple().exponent == expected.as_tuple().exponent
        assert abs(int(number.values[row])) <= number.bound


@settings(max_examples=100, deadline=None)
@given(st.lists(st.decimals(-(10**7), 10**7, allow_nan=False, places=2), min_size=1, max_size=20))
def test_usual_money_is_known(amounts: list[Decimal]) -> None:
    number = column([str(amount) for amount in amounts])
    assert number is not None and bool(number.known.all())


@settings(max_examples=200, deadline=None)
@given(_COLUMN, st.sampled_from(["1.19", "-0.005", "3", "12345678.1234"]), st.sampled_from("+-*"), st.integers(0, 6))
def test_arithmetic_and_its_text(cells: list[str], constant: str, sign: str, places: int) -> None:
    number, other = column(cells), fixed.constant(Decimal(constant), len(cells))
    assert other is not None
    result = None if number is None else fixed.calculate(sign, number, other)
    rounded = None if result is None else fixed.round_half_up(result, places)
    for one, exact in ((result, None), (rounded, places)):
        if one is None:
            continue
        texts = fixed.written(one, {})
        assert not isinstance(texts, list)
        for row in np.flatnonzero(one.known).tolist():
            read = read_number(cells[row])
            assert read is not None
            expected = calculate(sign, read, Decimal(constant))
            expected = expected if exact is None else round_half_up(expected, exact)
            assert from_matrix(texts[row : row + 1])[0].decode() == write_number(expected)


@pytest.mark.parametrize("sign", ["<", "<=", ">", ">=", "==", "!="])
def test_comparisons_of_other_scales(sign: str) -> None:
    left, right = column(["1.50", "1.49", "-1.51", "2.00"]), fixed.constant(Decimal("1.5"), 4)
    assert left is not None and right is not None
    found = fixed.compare(sign, left, right)
    assert found is not None
    answers = {"<": [0, 1, 1, 0], "<=": [1, 1, 1, 0], ">": [0, 0, 0, 1], ">=": [1, 0, 0, 1]}
    answers |= {"==": [1, 0, 0, 0], "!=": [0, 1, 1, 1]}
    assert found[0].astype(int).tolist() == answers[sign]


def test_a_half_goes_away_from_zero() -> None:
    number = column(["0.125", "-0.125", "0.124"])
    assert number is not None
    rounded = fixed.round_half_up(number, 2)
    assert rounded is not None and rounded.values.tolist() == [13, -13, 12]
    assert Decimal("0.125").quantize(Decimal("0.01"), ROUND_HALF_UP) == Decimal("0.13")


def test_what_may_not_fit_is_not_worked_out() -> None:
    large = column(["99999999.999999"])
    assert large is not None
    assert fixed.calculate("*", large, large) is None
    assert fixed.rescaled(large, 12) is None
    assert fixed.constant(Decimal("1e5"), 1) is None
    assert fixed.constant(Decimal("NaN"), 1) is None
    assert column(["1.0000001"]) is None


def test_unusual_rows_are_written_as_they_are_told() -> None:
    number = column(["1.50", "x", "-3.00"])
    assert number is not None
    short, long = fixed.written(number, {1: b"?"}), fixed.written(number, {1: b"y" * 100})
    assert not isinstance(short, list) and isinstance(long, list)
    assert from_matrix(short) == [b"1.50", b"?", b"-3.00"]
    assert long == [b"1.50", b"y" * 100, b"-3.00"]
