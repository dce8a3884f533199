"""From figures to what the page of activity shows: stretches of time, cards, curves, causes. No widgets, no SQL.

Owns: the periods and the series of each chart; charts and their tables are made of the same values. Must not know: how
they are drawn. Shares, rates and times are those of `dropmill stats` (`core/stats.py`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QDate, QLocale

from app.core.failures import info
from app.core.figures import Metric, grouped, percentile, total
from app.core.states import Outcome
from app.core.stats import rates
from app.store.reader import Reader
from app.window.text import time_of_day, tr
from app.window.told import told

MINUTE_MS, HOUR_MS, DAY_MS = 60_000, 3_600_000, 86_400_000
SLOWEST = 0.95
KINDS = ("image", "table", "mail")  # in the order of their colours


class Period(StrEnum):
    """How far back the page looks."""

    HOUR = "hour"
    TODAY = "today"
    WEEK = "week"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Stretches:
    """`count` stretches of `step` ms from `since` (ms UTC) on, made of figures of `span` seconds."""

    span: int
    since: int
    step: int
    count: int

    def begin(self, place: int) -> int:
        """When a stretch begins, in ms UTC."""
        return self.since + place * self.step


def stretches(period: Period, now: int) -> Stretches:
    """The stretches of a period that ends `now` (ms UTC). Days are those of this computer's clock."""
    if period is Period.HOUR:
        return Stretches(60, (now // MINUTE_MS - 59) * MINUTE_MS, MINUTE_MS, 60)
    if period is Period.WEEK:
        return Stretches(3600, (now // HOUR_MS - 167) * HOUR_MS, HOUR_MS, 168)
    midnight = datetime.fromtimestamp(now / 1000).replace(hour=0, minute=0, second=0, microsecond=0)
    if period is Period.TODAY:
        begin, quarter = round(midnight.timestamp() * 1000), 15 * MINUTE_MS
        return Stretches(60, begin, quarter, (now - begin) // quarter + 1)
    first = midnight - timedelta(days=29)  # figures are kept for 30 days
    return Stretches(3600, round(first.timestamp() * 1000), DAY_MS, 30)


@dataclass(frozen=True, slots=True)
class Cause:
    """Tries that failed with `code` for good."""

    code: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Activity:
    """What the page shows. `done`: kind -> finished in each stretch; `median`, `slowest`: seconds of waiting in each
    stretch, None where nothing began. `rates`: see `core/stats.py`."""

    period: Period
    at: Stretches
    done: dict[str, tuple[int, ...]]
    median: tuple[float | None, ...]
    slowest: tuple[float | None, ...]
    causes: tuple[Cause, ...]
    rates: dict[str, Any]

    @property
    def empty(self) -> bool:
        """Whether nothing was tried in this period."""
        return not self.rates["tries"]

    @property
    def most(self) -> tuple[int, int]:
        """(finished in the busiest stretch, when it began)."""
        sums = [sum(counts) for counts in zip(*self.done.values(), strict=True)] or [0]
        place = max(range(len(sums)), key=sums.__getitem__)
        return sums[place], self.at.begin(place)

    def label(self, place: float) -> str:
        """When a stretch begins, in words of its period: "14:20", "24 Nov"."""
        begin = self.at.begin(round(place))
        if self.at.step < HOUR_MS:
            return time_of_day(begin)
        when = datetime.fromtimestamp(begin / 1000)
        day = QLocale().toString(QDate(when.year, when.month, when.day), tr("d MMM"))
        return day if self.at.step >= DAY_MS else f"{day} {time_of_day(begin)}"


def read_activity(period: Period, now: int) -> Callable[[Reader], Activity]:
    """What to ask a reader for the activity of `period` until `now` (ms UTC). It raises StoreError."""
    at = stretches(period, now)

    def read(reader: Reader) -> Activity:
        return activity(period, at, reader.metrics(at.span, at.since, now + 1))

    return read


def activity(period: Period, at: Stretches, metrics: Sequence[Metric]) -> Activity:
    """All that the page shows, from the figures of the period."""
    groups = grouped(metrics, at.since, at.step, at.count)
    kinds = {metric.kind for metric in metrics}
    order = [kind for kind in KINDS if kind in kinds] + sorted(kinds.difference(KINDS))
    done = {
        kind: tuple(total(m for m in group if m.kind == kind).of(Outcome.DONE, Outcome.SKIPPED) for group in groups)
        for kind in order
    }
    waits = [total(group).wait for group in groups]
    found = rates(total(metrics))
    causes = [
        Cause(code, told(info(code).title), row["failed"]) for code, row in found["codes"].items() if row["failed"]
    ]
    return Activity(
        period,
        at,
        done,
        tuple(_seconds(percentile(wait, 0.5)) for wait in waits),
        tuple(_seconds(percentile(wait, SLOWEST)) for wait in waits),
        tuple(sorted(causes, key=lambda cause: (-cause.count, cause.code))),
        found,
    )


def _seconds(ms: int | None) -> float | None:
    return None if ms is None else ms / 1000
