"""Days and times in words."""

from datetime import date, datetime

import pytest

from app.core.days import day_words, time_words

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 13, 0)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 3), "3 March"),
        (date(2026, 12, 31), "31 December"),
        (date(2025, 12, 31), "31 December 2025"),
        (date(2027, 1, 1), "1 January 2027"),
    ],
)
def test_a_day_has_its_year_when_it_is_not_this_one(day: date, words: str) -> None:
    assert day_words(day, TODAY) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 24, 22, 0), "at 22:00"),
        (datetime(2026, 11, 25, 7, 5), "on 25 November at 07:05"),
        (datetime(2027, 11, 24, 22, 0), "on 24 November 2027 at 22:00"),
    ],
)
def test_a_time_has_its_day_when_it_is_not_today(moment: datetime, words: str) -> None:
    assert time_words(moment, NOW) == words
