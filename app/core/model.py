"""Rows of the queue as frozen values: what readers return and what events and commands speak of.

Times are milliseconds since 1970 UTC. Shapes only; the SQL is in `app/store`.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.core.failures import QUOTA_DAY, RATE_LIMIT, Failure, Warn
from app.core.states import BatchState, Effect, JobState, Outcome


@dataclass(frozen=True, slots=True)
class Counts:
    """Jobs of a batch (or of the whole queue) by state. Kept by the store in the same transaction as the jobs."""

    ready: int = 0
    waiting: int = 0
    held: int = 0
    running: int = 0
    done: int = 0
    skipped: int = 0
    failed: int = 0
    unconfirmed: int = 0
    cancelled: int = 0

    @property
    def total(self) -> int:
        return self.open + self.ended

    @property
    def open(self) -> int:
        return self.ready + self.waiting + self.held + self.running

    @property
    def ended(self) -> int:
        return self.done + self.skipped + self.failed + self.unconfirmed + self.cancelled

    def of(self, state: JobState) -> int:
        """The number of jobs in `state`."""
        return int(getattr(self, state.value))


@dataclass(frozen=True, slots=True)
class Batch:
    """One drop. `recipe` is the recipe's JSON text, frozen at submit; `options` holds out, send, roots."""

    id: int
    kind: str
    title: str
    recipe_name: str
    recipe: str
    state: BatchState
    counts: Counts
    bytes_total: int
    bytes_done: int
    bytes_out: int
    options: dict[str, Any]
    created: int
    started: int | None
    finished: int | None
    note: str | None = None  # why it waits, in words ("Waiting for you to send")
    dismissed: bool = False
    priority: int = 0  # higher goes first
    not_before: int | None = None  # nothing of it starts before this time
    expires: int | None = None  # nothing of it starts from this time on
    ordered: bool = False  # a job ends before the next one begins
    undone: int | None = None  # when it was undone
    pause_at: int | None = None  # "pause here": the job before which it pauses
    pruned: int = 0  # jobs that ended well and whose rows are gone; `counts` no longer has them


@dataclass(frozen=True, slots=True)
class Job:
    """One row of the queue table. `attempt` is the fence token; `tries` counts tries since the last reopening."""

    id: int
    batch: int
    kind: str
    lane: str
    state: JobState
    title: str
    input: str
    outputs: tuple[str, ...]
    size: int
    bytes_out: int
    attempt: int
    tries: int
    crashes: int
    generation: int
    run_at: int | None
    effect: Effect
    cancelling: bool
    code: str | None
    message: str | None
    note: str | None
    warnings: tuple[Warn, ...]
    extra: dict[str, Any] = field(default_factory=dict)
    started: int | None = None
    finished: int | None = None
    ms: int = 0


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try of a job: insert-only history."""

    job: int
    attempt: int
    generation: int
    started: int
    ended: int
    outcome: Outcome
    failure: Failure | None
    ms: int
    peak_mb: int | None


PAUSED_HERE = "Paused here, as you asked"  # the note of a batch whose mark was reached
DRIVE = "drive:"  # what a drive that is away is called among the lanes, before its path


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane's pause as stored. `until`: ms UTC of the next probe, None = until a person resumes it. `limit`: jobs at
    once that a person allows, None = as many as it can."""

    name: str
    paused: bool
    code: str | None
    message: str | None
    until: int | None
    probes: int
    limit: int | None = None

    @property
    def at_its_limit(self) -> bool:
        """Whether it rests because its own limit is reached: nobody refused anything."""
        return self.paused and self.probes == 0 and self.until is not None and self.code in (RATE_LIMIT, QUOTA_DAY)


@dataclass(frozen=True, slots=True)
class CauseGroup:
    """Failed and unconfirmed jobs that share a code and batch filter: one row of the failures panel."""

    code: str
    count: int
    first_message: str
    same_message: bool


class WatchMode(StrEnum):
    """How changes in a watched folder are noticed. Values are stored and printed."""

    NATIVE = "native"  # the system says so, and it is looked through now and then
    POLLED = "polled"  # looked through again and again: network drives report nothing


@dataclass(frozen=True, slots=True)
class Watch:
    """A watched folder with its recipe (JSON text, frozen). `code`, `message`: why it cannot be looked through now."""

    id: int
    folder: str
    kind: str
    recipe_name: str
    recipe: str
    out: str | None
    mode: WatchMode
    enabled: bool
    created: int
    code: str | None = None
    message: str | None = None
