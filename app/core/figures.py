"""Figures of the work: what attempts add up to, and percentiles from log-bucket histograms. Pure.

Owns: `Figures`, its JSON, buckets, stretches of time. Must not know: where figures are kept, clocks. Times are in ms,
sizes in bytes. A bucket is at most 12.5 % wide, so a percentile is wrong by 6.25 % at most, whatever is merged with
what.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from app.core.events import JobChanged
from app.core.failures import FailureClass, info
from app.core.states import JobState, Outcome

Histogram = dict[int, int]  # bucket -> how many

_BITS = 3  # 8 buckets for each doubling
_EXACT = 2 << _BITS  # below this every value has a bucket of its own


def bucket(value: int) -> int:
    """The bucket of `value` (>= 0). Small values have one each, then 8 for each doubling."""
    if value < _EXACT:
        return max(0, value)
    shift = value.bit_length() - _BITS - 1
    return (shift << _BITS) + (value >> shift)


def bounds(index: int) -> tuple[int, int]:
    """The least and the greatest value of a bucket."""
    if index < _EXACT:
        return index, index
    shift = (index >> _BITS) - 1
    first = index - (shift << _BITS)
    return first << shift, ((first + 1) << shift) - 1


def percentile(histogram: Histogram, share: float) -> int | None:
    """The value that `share` (0..1) of all values do not exceed (the middle of its bucket), or None without any."""
    total = sum(histogram.values())
    if not total:
        return None
    rank = min(total - 1, int(total * share))
    for index in sorted(histogram):
        rank -= histogram[index]
        if rank < 0:
            low, high = bounds(index)
            return (low + high) // 2
    raise AssertionError("the ranks of a histogram end with its last bucket")


# What an attempt that came to an end of its own tells about running times: one that was cut off tells nothing.
_RAN = frozenset({Outcome.DONE, Outcome.SKIPPED, Outcome.RETRY, Outcome.FAILED, Outcome.UNCONFIRMED})


@dataclass(slots=True)
class Figures:
    """What some attempts add up to. `outcomes`: attempts by outcome; `codes`: code -> outcome -> attempts; `bytes_in`
    and `bytes_out`: of done ones; `busy_ms`: time during which at least one ran; `run_ms`: the sum of running times;
    `run` and `wait`: histograms of running times and of the times from when a job could start to its start."""

    outcomes: dict[str, int] = field(default_factory=dict)
    codes: dict[str, dict[str, int]] = field(default_factory=dict)
    bytes_in: int = 0
    bytes_out: int = 0
    busy_ms: int = 0
    run_ms: int = 0
    run: Histogram = field(default_factory=dict)
    wait: Histogram = field(default_factory=dict)

    def add(self, outcome: Outcome, event: JobChanged) -> None:
        """Count the attempt whose end `event` tells."""
        name = outcome.value
        self.outcomes[name] = self.outcomes.get(name, 0) + 1
        at = bucket(event.waited)
        self.wait[at] = self.wait.get(at, 0) + 1
        if outcome in _RAN:
            self.run_ms += event.ms
            at = bucket(event.ms)
            self.run[at] = self.run.get(at, 0) + 1
        if outcome is Outcome.DONE:
            self.bytes_in += event.size
            self.bytes_out += event.bytes_out
        if event.code is not None:
            by_outcome = self.codes.setdefault(event.code, {})
            by_outcome[name] = by_outcome.get(name, 0) + 1

    def merge(self, other: "Figures") -> None:
        """Add all that `other` counted."""
        _sum(self.outcomes, other.outcomes)
        _sum(self.run, other.run)
        _sum(self.wait, other.wait)
        for code, outcomes in other.codes.items():
            _sum(self.codes.setdefault(code, {}), outcomes)
        self.bytes_in += other.bytes_in
        self.bytes_out += other.bytes_out
        self.busy_ms += other.busy_ms
        self.run_ms += other.run_ms

    def of(self, *outcomes: Outcome) -> int:
        """How many attempts had one of `outcomes`."""
        return sum(self.outcomes.get(outcome.value, 0) for outcome in outcomes)

    @property
    def tries(self) -> int:
        """All attempts."""
        return sum(self.outcomes.values())

    @property
    def ran(self) -> int:
        """Attempts that came to an end of their own: those of `run` and `run_ms`."""
        return self.of(*_RAN)

    def to_json(self) -> str:
        """Compact JSON; `from_json` gives equal figures back."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Figures":
        """The figures in `text`; what a newer program added is left out."""
        data: dict[str, Any] = json.loads(text)
        known = {name: data[name] for name in cls.__slots__ if name in data}
        for name in ("run", "wait"):
            known[name] = {int(index): count for index, count in data.get(name, {}).items()}
        return cls(**known)


def _sum(into: dict[Any, int], other: dict[Any, int]) -> None:
    for key, count in other.items():
        into[key] = into.get(key, 0) + count


@dataclass(frozen=True, slots=True)
class Metric:
    """The figures of one span of time (beginning `at`, ms UTC), kind and lane."""

    at: int
    kind: str
    lane: str
    figures: Figures


def total(metrics: Iterable[Metric]) -> Figures:
    """All of `metrics` together."""
    found = Figures()
    for metric in metrics:
        found.merge(metric.figures)
    return found


def grouped(metrics: Iterable[Metric], since: int, step: int, count: int) -> list[list[Metric]]:
    """`metrics` in `count` neighbouring stretches of `step` ms from `since` (ms UTC) on, quiet ones included. Metrics
    outside are left out."""
    found: list[list[Metric]] = [[] for _ in range(count)]
    for metric in metrics:
        place = (metric.at - since) // step
        if 0 <= place < count:
            found[place].append(metric)
    return found


_ENDS: dict[JobState, Outcome] = {
    JobState.DONE: Outcome.DONE,
    JobState.SKIPPED: Outcome.SKIPPED,
    JobState.FAILED: Outcome.FAILED,
    JobState.UNCONFIRMED: Outcome.UNCONFIRMED,
    JobState.CANCELLED: Outcome.CANCELLED,
}


def outcome_of(event: JobChanged) -> Outcome | None:
    """How the attempt ended whose end `event` tells; None when it tells of no attempt's end (a job was claimed, or
    became due, or its batch's time was over)."""
    cls = info(event.code).failure_class if event.code is not None else None
    if event.state is JobState.WAITING:  # for a time: it is tried again; for its drive: given back
        return Outcome.INTERRUPTED if cls is FailureClass.ENVIRONMENT else Outcome.RETRY
    if event.state is JobState.READY:
        return Outcome.INTERRUPTED if cls is not None else None
    if cls is FailureClass.EXPIRED:
        return None
    return _ENDS.get(event.state)
