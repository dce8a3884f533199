"""What the engine tells the world: a closed set of frozen messages.

Events say that a state changed; progress is never an event (it is sampled from the board). Only ids and plain values
travel, so a handler on any thread may keep them.
"""

from dataclasses import dataclass

from app.core.states import BatchState, JobState


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events."""


@dataclass(frozen=True, slots=True)
class BatchChanged(Event):
    """A batch was made, changed state, or its counters or title changed."""

    batch: int
    state: BatchState


@dataclass(frozen=True, slots=True)
class JobsAdded(Event):
    """`count` jobs were committed to `batch` (a chunk of a drop)."""

    batch: int
    count: int


@dataclass(frozen=True, slots=True)
class JobChanged(Event):
    """A job changed state. `attempt` is the fence token it changed under. An attempt's end tells its figures too:
    `ms` of work, `waited` ms from when it could start to its start, bytes in (`size`) and out, counted `tries`."""

    batch: int
    job: int
    state: JobState
    attempt: int
    code: str | None = None
    ms: int = 0
    waited: int = 0
    size: int = 0
    bytes_out: int = 0
    tries: int = 0


@dataclass(frozen=True, slots=True)
class JobsChanged(Event):
    """Many jobs changed by one command (retry all, hold a batch): read them again."""

    batch: int | None


@dataclass(frozen=True, slots=True)
class LaneChanged(Event):
    """A lane paused (`code`, `message`, `until` in ms UTC or None = until a person acts) or opened again."""

    lane: str
    paused: bool
    code: str | None = None
    message: str | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class ScanProgress(Event):
    """How far looking through folders has come."""

    batch: int
    files: int
    folders: int
    done: bool


@dataclass(frozen=True, slots=True)
class QueuePaused(Event):
    """The whole queue was paused or resumed by a person."""

    paused: bool


@dataclass(frozen=True, slots=True)
class OpenRequested(Event):
    """Another start of the program handed over files to add (or none: just come to the front)."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WatchChanged(Event):
    """A watched folder was added, removed, switched on or off, or (`code`, `message`) cannot be looked through."""

    watch: int
    code: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class EngineTrouble(Event):
    """The engine itself has a problem that people must see (queue file set aside, writer failed)."""

    code: str
    message: str
