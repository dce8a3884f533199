"""Dates by format, both ways."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.table.expression.dates import check_format, iso_text, read_date, read_iso, write_date

MOMENTS = st.datetimes(min_value=datetime.datetime(1000, 1, 1)).map(lambda d: d.replace(microsecond=0))


@given(MOMENTS, st.sampled_from(["%Y-%m-%d %H:%M:%S", "%d.%m.%Y %H:%M:%S", "%B %d, %Y at %H:%M:%S", "%Y/%j %H%%%M.%S"]))
def test_what_is_written_is_read_again(moment: datetime.datetime, form: str) -> None:
    assert read_date(write_date(moment, form), form) == moment


@given(MOMENTS)
def test_iso_round_trip(moment: datetime.datetime) -> None:
    assert read_iso(iso_text(moment)) == moment


@pytest.mark.parametrize("text", ["2024-5-1", "31.05.2024", "2024-02-30", "20240531", "x", ""])
def test_what_is_no_iso_date(text: str) -> None:
    assert read_iso(text) is None


def test_two_digit_years() -> None:
    assert read_date("1.1.69", "%d.%m.%y") == datetime.datetime(1969, 1, 1)
    assert read_date("1.1.68", "%d.%m.%y") == datetime.datetime(2068, 1, 1)


def test_formats_are_checked() -> None:
    for form in ("%Q", "%", "%Y %Y"):
        with pytest.raises(ValueError, match="date format"):
            check_format(form)
