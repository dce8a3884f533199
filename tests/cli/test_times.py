"""Times as people write them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cli.exits import Exit, Stop
from app.cli.terms import AT_ONCE, Terms, terms
from app.cli.times import moment, to_ms, words

NOW = datetime(2026, 11, 24, 13, 0).astimezone()
NOW_MS = to_ms(NOW)


def at(text: str, after: datetime = NOW) -> datetime:
    return moment("--at", text, after)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("22:00", datetime(2026, 11, 24, 22, 0)),
        ("7:05", datetime(2026, 11, 25, 7, 5)),
        ("13:00", datetime(2026, 11, 25, 13, 0)),
        (" 13:00:01 ", datetime(2026, 11, 24, 13, 0, 1)),
        ("2026-11-25", datetime(2026, 11, 25)),
        ("2026-12-01T07:30", datetime(2026, 12, 1, 7, 30)),
        ("2026-12-01 07:30", datetime(2026, 12, 1, 7, 30)),
    ],
)
def test_a_time_of_day_is_the_next_one_and_a_date_is_that_day(text: str, wanted: datetime) -> None:
    assert at(text) == wanted.astimezone()


def test_a_time_may_name_its_zone() -> None:
    assert at("2026-12-01T07:30+02:00") == datetime(2026, 12, 1, 5, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "soon", "25:00", "22:60", "22", "22.00", "2026-13-01", "0001-01-01", "22:00 pm"])
def test_what_is_no_time_is_said_with_an_example(text: str) -> None:
    with pytest.raises(Stop) as caught:
        at(text)
    assert caught.value.code is Exit.USAGE
    assert text in str(caught.value)
    assert "22:00" in str(caught.value) or "over already" in str(caught.value)


def test_what_is_over_is_said() -> None:
    with pytest.raises(Stop, match="over already"):
        at("2026-11-24T12:59")


@given(st.integers(0, 23), st.integers(0, 59), st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))
def test_a_time_of_day_is_within_a_day(hour: int, minute: int, after: datetime) -> None:
    start = after.astimezone()
    found = at(f"{hour}:{minute:02}", start)
    assert start < found <= start + timedelta(hours=26)  # a day on which clocks change is longer


def test_an_end_is_reckoned_from_the_start() -> None:
    night = terms("22:00", "6:00", "low", False, NOW_MS)
    assert night == Terms(-1, to_ms(datetime(2026, 11, 24, 22)), to_ms(datetime(2026, 11, 25, 6)))
    assert terms(None, None, "normal", False, NOW_MS) == AT_ONCE
    assert terms(None, "14:00", "high", True, NOW_MS) == Terms(1, None, to_ms(datetime(2026, 11, 24, 14)), True)


def test_an_end_before_the_start_is_said() -> None:
    with pytest.raises(Stop, match="--until: 2026-11-25T00:00 is not after --at"):
        terms("2026-11-26", "2026-11-25T00:00", "normal", False, NOW_MS)


def test_an_unknown_priority_names_the_known_ones() -> None:
    with pytest.raises(Stop, match="expected one of high, normal, low"):
        terms(None, None, "urgent", False, NOW_MS)


def test_times_are_said_as_people_do() -> None:
    assert words(to_ms(datetime(2026, 11, 24, 22, 0)), NOW_MS) == "at 22:00"
    assert words(to_ms(datetime(2026, 11, 25, 6, 0)), NOW_MS) == "on 25 November at 06:00"
