"""How long sending takes, and what of it fits into today."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.throttle import Budget
from app.window.mailcheck.pace import Allowance, pace

NOW = round(datetime(2026, 11, 24, 8, 0).timestamp() * 1000)


@pytest.mark.parametrize(
    ("people", "budget", "used", "words"),
    [
        (481, Budget(25, None, 10_000), 588, "about 19 min at 25 a minute  ·  9,412 left of today’s 10,000"),
        (3, Budget(25, None, 400), 0, "a few seconds at 25 a minute  ·  400 left of today’s 400"),
        (479, Budget(None, None, 400), 0, "400 today, the other 79 tomorrow from 08:00"),
        (79, Budget(20, None, 400), 400, "nothing today, 79 tomorrow from 08:00"),
        (1500, Budget(None, None, 400), 0, "400 today, the other 1,100 from tomorrow 08:00 on, 400 a day"),
        (479, Budget(), 0, ""),
        (479, Budget(30), 10, "about 16 min at 30 a minute"),
    ],
)
def test_the_words_of_the_confirmation(people: int, budget: Budget, used: int, words: str) -> None:
    assert pace(people, Allowance(budget, used, NOW)) == words


@given(st.integers(1, 5000), st.integers(1, 5000), st.integers(0, 6000))
def test_what_is_said_adds_up(people: int, per_day: int, used: int) -> None:
    said = pace(people, Allowance(Budget(None, None, per_day), used, NOW))
    left = max(0, per_day - used)
    assert ("left of today" in said) == (people <= left)
    if people > left and left:
        assert said.startswith(f"{left:,} today, the other {people - left:,} ")
