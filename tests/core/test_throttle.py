"""The bucket holds over any stretch of time, however clocks are set; a forecast is what a batch will find."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.throttle import (
    BURST,
    DAY_MS,
    FULL_SHARE,
    HOUR_MS,
    LEAST_SHARE,
    MINUTE_MS,
    MOST_REFILL_MS,
    TOKEN,
    UNLIMITED,
    Bucket,
    Budget,
    Forecast,
    Window,
    faster,
    forecast,
    slower,
)

NOW = 1_800_000_000_000
RATES = st.integers(1, 200)
PEOPLE = st.integers(1, 40)


@given(rate=RATES, steps=st.lists(st.tuples(st.integers(0, 90_000), PEOPLE), min_size=1, max_size=80))
def test_no_stretch_of_time_holds_more_than_the_rate_a_burst_and_one_message(
    rate: int, steps: list[tuple[int, int]]
) -> None:
    bucket, now = Bucket.full(rate, NOW), NOW
    sent: list[tuple[int, int]] = []
    for gap, people in steps:
        now += gap
        bucket = bucket.filled(rate, now)
        if not bucket.wait(rate, people):
            bucket = bucket.taken(people)
            sent.append((now, people))
    for at, (first, _people) in enumerate(sent):
        total = 0
        for time, people in sent[at:]:
            total += people
            # the last one may have gone on a bucket that held less than it took
            assert total - people < (time - first) * rate / MINUTE_MS + BURST + 1


@given(rate=RATES, people=PEOPLE, empty=st.integers(0, 60))
def test_whoever_waits_as_long_as_told_may_go_and_no_sooner(rate: int, people: int, empty: int) -> None:
    bucket = Bucket.full(rate, NOW).taken(empty)
    wait = bucket.wait(rate, people)
    assert bucket.filled(rate, NOW + wait).wait(rate, people) == 0
    if wait:
        assert bucket.filled(rate, NOW + wait - 1).wait(rate, people) > 0


@given(rate=RATES, jumps=st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=20))
def test_a_clock_that_is_set_gives_no_burst(rate: int, jumps: list[int]) -> None:
    bucket, now, taken = Bucket.full(rate, NOW), NOW, 0
    for jump in jumps:
        now = max(0, now + jump)
        bucket = bucket.filled(rate, now)
        assert bucket.tokens <= min(BURST, rate) * TOKEN
        while not bucket.wait(rate, 1):
            bucket = bucket.taken(1)
            taken += 1
    assert taken <= BURST * (len(jumps) + 1)


@given(rate=RATES, back=st.integers(1, 10**12), owed=st.integers(1, 100))
def test_a_clock_that_is_set_makes_nobody_wait_longer(rate: int, back: int, owed: int) -> None:
    bucket = Bucket.full(rate, NOW).taken(owed)
    before, after = bucket.wait(rate, 1), bucket.filled(rate, NOW - back).wait(rate, 1)
    assert after == before
    year = bucket.filled(rate, NOW + 10**12)
    assert year.tokens == bucket.filled(rate, NOW + MOST_REFILL_MS).tokens


def test_a_message_to_many_goes_on_a_full_bucket_and_the_next_one_waits_for_all_of_them() -> None:
    bucket = Bucket.full(30, NOW)
    assert bucket.wait(30, 20) == 0
    assert bucket.taken(20).wait(30, 1) == (20 - BURST + 1) * 2_000
    assert Bucket.full(2, NOW).wait(2, 20) == 0  # the bucket of a slow account holds less


def test_what_was_given_back_can_be_taken_again() -> None:
    bucket = Bucket.full(60, NOW).taken(5)
    assert bucket.wait(60, 1) > 0
    assert bucket.given_back(2).filled(60, NOW).wait(60, 2) == 0
    assert bucket.given_back(50).filled(60, NOW) == Bucket.full(60, NOW)


@given(share=st.integers(LEAST_SHARE, FULL_SHARE))
def test_the_rate_is_halved_and_comes_back(share: int) -> None:
    assert LEAST_SHARE <= slower(share) <= max(LEAST_SHARE, share // 2)
    assert share < faster(share) <= FULL_SHARE or share == FULL_SHARE == faster(share)
    half = Bucket(0, NOW, slower(FULL_SHARE))
    assert half.wait(60, 1) == 2 * Bucket(0, NOW).wait(60, 1)


def test_the_slowest_account_still_sends_one_a_minute() -> None:
    assert Bucket(0, NOW, LEAST_SHARE).wait(1, 1) == MINUTE_MS


@given(limit=st.integers(1, 500), used=st.integers(0, 600), people=PEOPLE)
def test_a_window_takes_what_fits_and_one_that_never_would_alone(limit: int, used: int, people: int) -> None:
    window = Window(limit, DAY_MS, used)
    assert window.fits(people) == (used + people <= limit or used == 0)
    if not window.fits(people):
        left = used - window.excess(people)
        assert left >= 0
        assert Window(limit, DAY_MS, left).fits(people)
        assert not Window(limit, DAY_MS, left + 1).fits(people)


# What a batch will find.


def test_so_many_today_and_the_others_tomorrow() -> None:
    told = forecast(NOW, Budget(20, None, 400), 479)
    assert (told.today, told.tomorrow) == (400, 79)
    assert told.finish_at == NOW + DAY_MS + (79 - BURST) * MINUTE_MS // 20
    told = forecast(NOW, Budget(20, None, 400), 479, used=390)
    assert (told.today, told.tomorrow) == (10, 469)
    assert told.finish_at == NOW + 2 * DAY_MS + (69 - BURST) * MINUTE_MS // 20
    assert forecast(NOW, Budget(None, None, 10), 5, used=99) == Forecast(NOW + DAY_MS, 0, 5)


def test_a_minute_and_an_hour_limit_the_end() -> None:
    assert forecast(NOW, UNLIMITED, 10_000) == Forecast(NOW, 10_000, 0)
    assert forecast(NOW, Budget(30), 0) == Forecast(NOW, 0, 0)
    assert forecast(NOW, Budget(30), 5).finish_at == NOW
    assert forecast(NOW, Budget(30), 65).finish_at == NOW + 2 * MINUTE_MS
    assert forecast(NOW, Budget(None, 300), 300).finish_at == NOW
    assert forecast(NOW, Budget(None, 300), 301).finish_at == NOW + HOUR_MS
    assert forecast(NOW, Budget(30, 300), 335).finish_at == NOW + HOUR_MS + MINUTE_MS


@given(
    budget=st.builds(Budget, *[st.none() | st.integers(1, 500)] * 3),
    count=st.integers(0, 3000),
    used=st.integers(0, 700),
)
def test_a_forecast_adds_up_and_more_never_ends_sooner(budget: Budget, count: int, used: int) -> None:
    told = forecast(NOW, budget, count, used)
    assert told.today + told.tomorrow == count
    assert told.finish_at >= NOW + (DAY_MS if told.tomorrow else 0)
    assert forecast(NOW, budget, count + 1, used).finish_at >= told.finish_at
