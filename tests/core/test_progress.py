"""Progress and time left, over any series of observations."""

import math

from hypothesis import given
from hypothesis import strategies as st

from app.core.progress import STABLE_SECONDS, WINDOW_SECONDS, RateMeter, fraction

AMOUNT = st.floats(0, 1e15)
STEP = st.tuples(st.floats(-100, 100), st.floats(-1e9, 1e9), st.integers(-3, 3))


@given(done=st.floats(-1e15, 1e15), total=st.floats(-1e15, 1e15))
def test_a_fraction_is_between_nothing_and_all(done: float, total: float) -> None:
    assert 0.0 <= fraction(done, total) <= 1.0


@given(total=st.floats(1, 1e15), one=AMOUNT, two=AMOUNT)
def test_more_done_is_no_smaller_fraction(total: float, one: float, two: float) -> None:
    assert fraction(min(one, two), total) <= fraction(max(one, two), total)


def test_a_fraction_of_an_unknown_total_is_nothing() -> None:
    assert fraction(5, 0) == 0.0
    assert fraction(5, 10) == 0.5


@given(steps=st.lists(STEP, max_size=40), left=AMOUNT)
def test_an_estimate_is_never_negative_whatever_the_clock_and_the_bytes_do(
    steps: list[tuple[float, float, int]], left: float
) -> None:
    meter, now, done, files = RateMeter(), 0.0, 0.0, 0
    for seconds, size, count in steps:
        now, done, files = now + seconds, max(0.0, done + size), max(0, files + max(0, count))
        meter.add(now, done, files)
        estimate = meter.estimate(left)
        assert estimate.seconds_left is None or (estimate.seconds_left >= 0 and not math.isnan(estimate.seconds_left))
        assert estimate.per_minute is None or estimate.per_minute >= 0


@given(rate=st.floats(1, 1e9), seconds=st.integers(4, 200), one=AMOUNT, two=AMOUNT)
def test_at_an_even_rate_the_estimate_is_right_and_more_left_takes_no_less_time(
    rate: float, seconds: int, one: float, two: float
) -> None:
    meter = RateMeter()
    for second in range(seconds):
        meter.add(float(second), rate * second, second)
    less, more = meter.estimate(min(one, two)), meter.estimate(max(one, two))
    assert less.seconds_left is not None
    assert more.seconds_left is not None
    assert less.seconds_left <= more.seconds_left
    assert math.isclose(more.seconds_left, max(one, two) / rate, rel_tol=1e-6)
    assert more.per_minute is not None
    assert math.isclose(more.per_minute, 60.0)


def test_nothing_is_shown_before_the_rate_is_stable() -> None:
    meter = RateMeter()
    assert meter.estimate(100).seconds_left is None
    meter.add(0.0, 0, 0)
    assert meter.estimate(100).seconds_left is None
    meter.add(STABLE_SECONDS / 2, 50, 1)
    assert meter.estimate(100).seconds_left is None
    meter.add(STABLE_SECONDS, 100, 2)
    assert meter.estimate(100).seconds_left == STABLE_SECONDS


def test_a_clock_that_steps_back_is_not_heard() -> None:
    meter = RateMeter()
    meter.add(0.0, 0, 0)
    meter.add(10.0, 100, 1)
    before = meter.estimate(100)
    meter.add(5.0, 150, 2)
    assert meter.estimate(100) == before
    meter.add(20.0, 200, 2)
    assert meter.estimate(100).seconds_left == 10.0


def test_fewer_bytes_than_before_is_another_piece_of_work() -> None:
    meter = RateMeter()
    meter.add(0.0, 0, 0)
    meter.add(10.0, 1_000, 1)
    meter.add(11.0, 5, 0)
    assert meter.estimate(100).seconds_left is None
    meter.add(15.0, 45, 0)
    assert meter.estimate(100).seconds_left == 10.0


def test_a_standstill_has_no_estimate() -> None:
    meter = RateMeter()
    meter.add(0.0, 100, 1)
    meter.add(10.0, 100, 1)
    estimate = meter.estimate(100)
    assert (estimate.seconds_left, estimate.per_minute) == (None, 0.0)


def test_only_the_last_half_minute_counts() -> None:
    meter = RateMeter()
    for second in range(101):
        meter.add(float(second), 10.0 * second, second)
    for second in range(101, 101 + int(WINDOW_SECONDS) + 1):
        meter.add(float(second), 1_000 + 1_000.0 * (second - 100), second)
    left = meter.estimate(1_000).seconds_left
    assert left is not None
    assert math.isclose(left, 1.0)


def test_the_last_moments_are_said_so_and_a_pause_starts_over() -> None:
    meter = RateMeter()
    meter.add(0.0, 0, 0)
    meter.add(10.0, 1_000, 5)
    assert meter.estimate(99).finishing
    assert not meter.estimate(101).finishing
    meter.reset()
    assert meter.estimate(99).seconds_left is None
