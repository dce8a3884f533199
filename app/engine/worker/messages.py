"""What the engine and a worker process say to each other over their pipe: frozen, picklable values.

Lists of messages travel, not single ones: a worker that does short jobs answers for many at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.core.failures import Failure, Warn
from app.core.packed import Packed
from app.jobs.base import Plan, PlannedOutput, PlanRequest, Preview, Result, Source


@dataclass(frozen=True, slots=True)
class Task(Packed):
    """One attempt at one job. `owned`: output paths that attempts of the job journalled -> the notes on them."""

    job: int
    batch: int
    attempt: int
    source: Source
    outputs: tuple[PlannedOutput, ...]
    payload: dict[str, Any] | None
    saved: dict[str, Any] | None
    owned: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The recipe of a batch, sent once to each worker that works for it."""

    batch: int
    kind: str
    json: str
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RunTasks:
    recipes: tuple[Recipe, ...]
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A file to plan. `chosen`: a person named it, so it becomes a job whatever it holds."""

    path: str
    root: str
    size: int
    mtime_ns: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class PlanFiles:
    """Plan `files`; accepted ones are numbered from `first`."""

    kind: str
    recipe: str
    files: tuple[Found, ...]
    first: int
    request: PlanRequest


@dataclass(frozen=True, slots=True)
class PreviewFile:
    kind: str
    recipe: str
    source: Source
    request: PlanRequest


@dataclass(frozen=True, slots=True)
class Planned:
    """Answer to PlanFiles, in parts: plans in order; `left_out` counts by suffix what the kind cannot read."""

    plans: tuple[Plan, ...]
    accepted: int
    left_out: Mapping[str, int]
    last: bool


@dataclass(frozen=True, slots=True)
class Stopped:
    """Planning or a preview ended with a failure of the recipe or the input as a whole."""

    failure: Failure


@dataclass(frozen=True, slots=True)
class Previewed:
    preview: Preview


@dataclass(frozen=True, slots=True)
class TaskEnded(Packed):
    """One task's end: a result or a failure. `ms` wall time, `peak_mb` of the process so far."""

    job: int
    attempt: int
    result: Result | None
    failure: Failure | None
    warnings: tuple[Warn, ...]
    ms: int
    peak_mb: int


@dataclass(frozen=True, slots=True)
class Intend:
    """ "I am about to rename an output to `path`": answered by True (committed) or False (not yours any more)."""

    job: int
    attempt: int
    path: str
    about: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    job: int
    attempt: int
    data: str
