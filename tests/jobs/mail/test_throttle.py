"""The limit a minute holds over any stretch of time."""

from hypothesis import given
from hypothesis import strategies as st

from app.jobs.mail.throttle import BURST, Throttle


def test_no_limit_never_waits() -> None:
    throttle = Throttle(None)
    assert [throttle.reserve(0.0) for _ in range(100)] == [0.0] * 100


@given(st.integers(1, 120), st.lists(st.floats(0, 20), min_size=1, max_size=200))
def test_no_minute_holds_more_than_the_limit_and_a_burst(rate: int, gaps: list[float]) -> None:
    throttle, now, sent = Throttle(rate), 1000.0, []
    for gap in gaps:
        now += gap
        wait = throttle.reserve(now)
        sent.append(now + wait)
    assert sent == sorted(sent)
    for at, first in enumerate(sent):
        assert sum(first <= time < first + 60 for time in sent[at:]) <= rate + BURST + 1


def test_a_clock_that_steps_back_gives_nothing_away() -> None:
    throttle = Throttle(60)
    for _ in range(BURST):
        assert throttle.reserve(100.0) == 0.0
    assert throttle.reserve(0.0) > 0
