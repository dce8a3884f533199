"""The contract between the engine and a kind of job, and the values that travel between them.

Owns: `JobKind`, `JobContext` and the frozen, picklable values around them. Must not know: SQLite, Qt, processes.
A new kind is one folder beside this file and one line in `registry.py`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Literal, Protocol, runtime_checkable

from app.core.failures import Failure, Warn
from app.core.packed import Packed
from app.core.throttle import Budget
from app.jobs.journal import Note
from app.jobs.recipe import BaseRecipe

Json = dict[str, Any]


class JobError(Exception):
    """The only exception that `run` and `plan` of a kind may raise: a coded failure of this one job.

    `code` is in `core.failures`; `message` is one sentence for a person (what happened, to which file, what to do).
    """

    def __init__(self, code: str, message: str, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(f"{code}: {message}")
        self.failure = Failure(code, message, detail, retry_after)

    def __reduce__(self) -> tuple[type["JobError"], tuple[str, str, str, float | None]]:
        f = self.failure
        return JobError, (f.code, f.message, f.detail, f.retry_after)


@dataclass(frozen=True, slots=True)
class Source(Packed):
    """One input. `path` absolute; `root` = the dropped folder it was found in (its own folder for a dropped file);
    `size` in bytes and `mtime_ns` as they were when it was queued; `number` counts the inputs of a batch from 1."""

    path: str
    root: str
    size: int
    mtime_ns: int
    number: int


@dataclass(frozen=True, slots=True)
class PlannedOutput(Packed):
    """One file that a job is going to write. `name` is the output's id inside the recipe ("0", "1", …, "rejects")."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class PlannedJob(Packed):
    """One row of the queue, as a plan asks for it.

    `state`: "ready", or what preflight found: "held" (blocked, `failure` says why), "skipped", "failed".
    `payload`: JSON that `run` gets back unchanged (an e-mail's frozen message). `weight`: bytes, for time left.
    `key`: identity inside the batch; the store refuses a second job with the same key. `title`: what the Name column
    shows; "" = the file's name. `memory`: bytes that the job is going to need at most, 0 = little; the engine starts
    no more at once than fit. `recipients`, `domain`: how many people a message goes to, and the domain of the first:
    what a lane's limits count ("" = it is no message).
    """

    source: Source
    outputs: tuple[PlannedOutput, ...] = ()
    payload: Json | None = None
    weight: int = 0
    key: str = ""
    title: str = ""
    state: Literal["ready", "held", "skipped", "failed"] = "ready"
    failure: Failure | None = None
    warnings: tuple[Warn, ...] = ()
    extra: Json | None = None  # what the job's JSON line says from the start, like {"mail": {"row": 12, …}}
    memory: int = 0
    recipients: int = 1
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Plan(Packed):
    """What one input turns into (one job for a file, one a row for recipients). Nothing has been written. A long list
    comes in several plans; `instead`: this one takes the place of all earlier ones of its input."""

    jobs: tuple[PlannedJob, ...]
    instead: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """Before/after of one input; `data` is the kind's own JSON-able description."""

    data: Json


@dataclass(frozen=True, slots=True)
class Result(Packed):
    """How a job ended well. `outputs`: paths written, in recipe order. `skipped`: reason when nothing had to be done.

    `extra` goes into the `--json` line under the kind's name (`{"table": {...}}`, `{"mail": {...}}`).
    `note`: the words of the Detail column; None = "N files written".
    """

    outputs: tuple[str, ...] = ()
    skipped: str | None = None
    extra: Json = field(default_factory=dict)
    note: str | None = None
    bytes_out: int = 0


class Output(Protocol):
    """An output in the making: write to `file` (a temporary file beside the target), leave the `with` block to have it
    checked, fsynced, journalled and renamed. An exception inside the block removes the temporary file only."""

    path: str
    file: IO[bytes]
    temporary: str

    def __enter__(self) -> "Output": ...
    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object, /) -> None: ...


@runtime_checkable
class JobContext(Protocol):
    """What `run` may use, in the worker process."""

    source: Source
    recipe: Any
    outputs: Mapping[str, PlannedOutput]
    payload: Json | None
    attempt: int
    saved: Json | None  # the last checkpoint of an earlier attempt
    options: Mapping[str, Any]  # settings of the queue: "max_pixels", "memory_budget" (bytes), "scratch" (folder)

    def output(self, name: str) -> Output:
        """The planned output `name`, to be written atomically. Raises JobError (WRITE_DENIED, DISK_FULL, …)."""
        ...

    def extra_output(self, name: str, path: str) -> Output:
        """An output that planning could not know (a rejects file). Never overwrites a file that is not ours."""
        ...

    def progress(self, done: float, total: float, phase: str = "") -> None:
        """Post how far the work is. Cheap: call as often as you like. Phases: reading, resizing, encoding, writing."""
        ...

    def cancelled(self) -> bool:
        """Whether the job should stop at the next good moment. (Cancel is a kill for those who never ask.)"""
        ...

    def checkpoint(self, data: Json) -> None:
        """Remember `data` (<= 64 KB of JSON) for a later attempt."""
        ...

    def warn(self, code: str, text: str) -> None:
        """Report something that does not stop the job."""
        ...


class LaneContext(Protocol):
    """What a job of a lane kind (e-mail) may use, in the lane's asyncio loop in the engine's process."""

    job: int
    attempt: int
    title: str
    payload: Json
    recipe: Any
    source: Source
    outputs: Mapping[str, PlannedOutput]
    options: Mapping[str, Any]

    async def arm(self, key: str, remote_id: str) -> None:
        """Commit, with synchronous=FULL, that the effect `key` may begin. When this returns it is on disk; after that
        nothing automatic ever starts this job again. Raises LostClaim when the job is no longer ours: do not send."""
        ...

    def intend(self, path: str, note: Note) -> None:
        """See `Journal`: for a message that is written as a file. Blocks: not on the loop. Raises LostClaim."""
        ...

    def disarm(self) -> None:
        """The effect certainly did not happen (the server answered 4xx or 5xx to the dot)."""
        ...

    def progress(self, done: float, total: float, phase: str = "") -> None: ...
    def warn(self, code: str, text: str) -> None: ...


class LostClaim(Exception):
    """This attempt no longer owns the job (cancelled, rescued): stop without any effect."""


class LaneSession(Protocol):
    """One lane's open resources (a mail account's connections). Lives in one asyncio loop."""

    connections: int  # how many jobs may run at once

    async def run(self, context: LaneContext) -> Result:
        """Do one job. Raises JobError only; an environment-class code pauses the lane and gives the job back."""
        ...

    async def close(self) -> None:
        """End everything. A job that still runs raises JobError (UNCERTAIN, if its effect may have happened)."""
        ...

    def came_about(self, extras: Sequence[Json]) -> Sequence[bool]:
        """Ask the other side, for each job (its `extra`), whether its effect came about. True proves it, False proves
        nothing. Blocks; for any thread, also without `run`. Raises JobError when nobody can tell."""
        ...


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """Where outputs go. `out`: the folder given by `--out`, or None = the recipe's place. `options`: batch options
    such as {"eml": DIR}. `context`: what the planner may need to know of accounts and suppressions (JSON)."""

    out: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    context: Mapping[str, Any] = field(default_factory=dict)


class JobKind(Protocol):
    """A kind of job. Instances are stateless singletons in the registry."""

    name: str
    Recipe: type[BaseRecipe]
    suffixes: frozenset[str]  # lower case with the dot: what a folder scan and the drop area offer to this kind
    lane: bool  # True: jobs run in a lane session (asyncio, in the engine's process), not in worker processes

    def accepts(self, path: Path) -> bool:
        """Whether this kind can read the file, by content (first bytes), not only by suffix. Never raises."""
        ...

    def plan(self, sources: Sequence[Source], recipe: Any, request: PlanRequest) -> Iterable[Plan]:
        """One Plan or more for each source, in order. Runs in a worker process; writes nothing. Raises JobError only
        for faults of the recipe itself (a template that cannot be parsed): these stop the batch. Faults of one input
        become a PlannedJob with state "failed". Output paths are wishes: the engine resolves collisions."""
        ...

    def whole(self, recipe: Any) -> bool:
        """Whether all inputs of a batch become one job: `plan` then gets every source in one call and makes one Plan
        with one job, whose `source` is the first input and whose `payload` names them all."""
        ...

    def run(self, context: JobContext) -> Result:
        """Do one job, in a worker process. Raises JobError only. (Lane kinds: not called.)"""
        ...

    def preview(self, source: Source, recipe: Any, request: PlanRequest) -> Preview:
        """Before and after of one input, in a worker process. Raises JobError."""
        ...

    def lane_name(self, recipe: Any) -> str:
        """The lane that jobs of this recipe run in ("cpu", "mail:work")."""
        ...

    def expires(self, recipe: Any) -> float | None:
        """Seconds after the start of a batch from which its open jobs are too late; None = never."""
        ...

    def budget(self, lane: str, services: Mapping[str, Any]) -> Budget:
        """What `lane` may send (lane kinds only), as the settings are now. `services`: "account" of `open_lane`'s."""
        ...

    def open_lane(self, lane: str, services: Mapping[str, Any]) -> LaneSession:
        """A session for `lane` (lane kinds only). `services`: {"account": f(name) -> Account | None,
        "secret": f(name) -> str | None, "scratch": folder for temporary files or None}. Raises JobError."""
        ...
