"""From figures to what the page of activity shows: nothing is lost or counted twice between the stretches."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.figures import Figures, Metric
from app.core.stats import rates, summary
from app.window.activity.numbers import DAY_MS, HOUR_MS, MINUTE_MS, Period, activity, read_activity, stretches
from tests.window.activity.figures import busy_hour, tried

NOW = round(datetime(2026, 11, 24, 14, 8, 30).timestamp() * 1000)


@pytest.mark.parametrize("period", list(Period))
@given(now=st.integers(1_500_000_000_000, 2_500_000_000_000))
def test_the_last_stretch_is_the_one_of_now(period: Period, now: int) -> None:
    at = stretches(period, now)
    last = at.begin(at.count - 1)
    slack = HOUR_MS if period is Period.ALL else 0  # a day of 23 or 25 hours lies between
    assert last <= now + slack
    assert now < last + at.step + slack
    assert at.step % (at.span * 1000) == 0, "a stretch is made of whole rows"


def test_what_a_period_covers() -> None:
    assert (stretches(Period.HOUR, NOW).count, stretches(Period.HOUR, NOW).step) == (60, MINUTE_MS)
    today = stretches(Period.TODAY, NOW)
    assert datetime.fromtimestamp(today.since / 1000).strftime("%H:%M") == "00:00"
    assert today.count == 14 * 4 + 1
    assert stretches(Period.WEEK, NOW).count == 7 * 24
    everything = stretches(Period.ALL, NOW)
    assert (everything.count, everything.step) == (30, DAY_MS)
    assert datetime.fromtimestamp(everything.since / 1000).hour == 0


def test_figures_become_cards_curves_and_causes() -> None:
    metrics = busy_hour(NOW)
    found = activity(Period.HOUR, stretches(Period.HOUR, NOW), metrics)
    assert list(found.done) == ["image", "table", "mail"]
    assert sum(map(sum, found.done.values())) == found.rates["done"]
    assert found.rates["done"] == sum(row["done"] for row in summary(metrics)["kinds"].values())
    assert [(cause.code, cause.count) for cause in found.causes] == [
        ("CORRUPT", 3), ("COLUMNS_DIFFER", 2), ("WRITE_DENIED", 2), ("WORKER_DIED", 1),
    ]  # fmt: skip
    assert sum(cause.count for cause in found.causes) == found.rates["failed"]
    assert found.median[32] is None, "nothing began in this minute"
    assert found.median[0] is not None
    assert found.slowest[0] is not None
    assert found.slowest[0] > found.median[0]
    most, when = found.most
    assert most == max(map(sum, zip(*found.done.values(), strict=True)))
    assert found.label(0) == datetime.fromtimestamp(found.at.since / 1000).strftime("%H:%M")
    assert when >= found.at.since


def test_a_kind_of_tomorrow_is_counted_too() -> None:
    at = stretches(Period.HOUR, NOW)
    found = activity(Period.HOUR, at, [Metric(at.since, "film", "cpu", tried(3))])
    assert found.done == {"film": (3, *[0] * 59)}


def test_nothing_was_done() -> None:
    found = activity(Period.HOUR, stretches(Period.HOUR, NOW), [])
    assert found.empty
    assert found.most == (0, found.at.since)
    assert found.rates == rates(Figures())


def test_figures_are_read_as_the_command_line_reads_them(staged) -> None:
    from app.store.metrics import add_metrics
    from tests.window.staged import now_ms

    now = now_ms()
    staged.writer.call(lambda tx: add_metrics(tx, busy_hour(now)))
    with staged.reader() as reader:
        found = read_activity(Period.HOUR, now)(reader)
        assert found.rates["tries"] == sum(m.figures.tries for m in busy_hour(now))
        assert read_activity(Period.ALL, now)(reader).rates == found.rates
