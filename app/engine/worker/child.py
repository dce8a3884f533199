"""The worker process's own loop. No Qt, no SQLite: files in, outputs and answers out.

Ends when its pipe ends. A second pipe that nothing is ever written to tells a busy worker that the engine died: the
process then ends at once, so that a killed engine leaves no writer behind.
"""

import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.core.failures import DRIVE_MISSING, Failure
from app.engine.worker.board import Board
from app.engine.worker.context import TaskContext
from app.engine.worker.messages import (
    Found,
    PlanFiles,
    Planned,
    Previewed,
    PreviewFile,
    Recipe,
    RunTasks,
    Stopped,
    Task,
    TaskEnded,
)
from app.engine.worker.peak import Peak
from app.jobs import registry
from app.jobs.base import JobError, JobKind, LostClaim, Plan, PlannedJob, Source

ANSWER_SECONDS = 0.02  # finished short tasks are reported together, at least this often
PLANS_IN_ONE_ANSWER = 500
_DRIVE_CODES = frozenset({"SOURCE_GONE", "IO_ERROR", "READ_DENIED"})


def main(pipe: Connection, life: Connection, board: str, slots: int, slot: int, kinds: Mapping[str, str]) -> None:
    """Entry of the spawned process. `kinds`: the registry of the engine's process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the engine's business
    if "PySide6" in sys.modules:
        raise RuntimeError("a worker process must not load Qt")
    threading.Thread(target=_die_with_engine, args=(life,), daemon=True).start()
    registry.KINDS.update(kinds)
    _Child(pipe, Board(Path(board), slots), slot).serve()


def _die_with_engine(life: Connection) -> None:
    try:
        life.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)


class _Child:
    def __init__(self, pipe: Connection, board: Board, slot: int) -> None:
        self._pipe = pipe
        self._board = board
        self._slot = slot
        self._recipes: dict[int, tuple[JobKind, Any, Mapping[str, Any]]] = {}
        self._unusable: dict[int, Failure] = {}  # batches whose kind or recipe cannot be loaded here
        self._peak = Peak()
        self._answers: list[Any] = []
        self._answered = time.monotonic()

    def serve(self) -> None:
        try:
            while (message := self._pipe.recv()) is not None:
                if isinstance(message, RunTasks):
                    self._run(message)
                elif isinstance(message, PlanFiles):
                    self._plan(message)
                elif isinstance(message, PreviewFile):
                    self._preview(message)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return  # the engine is gone

    def _tell(self, message: Any) -> None:
        self._answers.append(message)

    def _flush(self) -> None:
        if self._answers:
            self._pipe.send(self._answers)
            self._answers = []
        self._answered = time.monotonic()

    def _ask(self, message: Any) -> Any:
        self._answers.append(message)
        self._flush()
        return self._pipe.recv()

    def _run(self, message: RunTasks) -> None:
        for recipe in message.recipes:
            self._learn(recipe)
        for task in message.tasks:
            self._tell(self._attempt(task))
            if time.monotonic() - self._answered > ANSWER_SECONDS:
                self._flush()
        self._board.post(self._slot, 0, 0, 0, "")
        self._flush()

    def _learn(self, recipe: Recipe) -> None:
        try:
            kind = registry.kind(recipe.kind)
            self._recipes[recipe.batch] = (kind, registry.parse_recipe(recipe.json), recipe.options)
        except Exception as error:  # noqa: BLE001 - costs the jobs of this batch only, each with the reason
            trace = "".join(traceback.format_exception(error))
            self._unusable[recipe.batch] = Failure("INTERNAL", f"Dropmill cannot do this work: {error}.", trace)

    def _attempt(self, task: Task) -> TaskEnded:
        """Run one task; whatever happens in the kind's code becomes a coded failure of this task alone."""
        if task.batch in self._unusable:
            return TaskEnded(task.job, task.attempt, None, self._unusable[task.batch], (), 0, 0)
        kind, recipe, options = self._recipes[task.batch]
        # The board says whose turn it is: when this process dies, that job is the suspect and the others are not.
        self._board.post(self._slot, task.job, 0, 0, "")
        context = TaskContext(task, recipe, options, self._board, self._slot, self._ask, self._tell)
        started = time.perf_counter()
        result, failure = None, None
        try:
            result = kind.run(context)
        except JobError as error:
            failure = drive_or_file(task.source, error.failure)
        except LostClaim:
            failure = Failure("INTERRUPTED", "Interrupted, starts over")
        except MemoryError:
            name = os.path.basename(task.source.path)
            failure = Failure("OUT_OF_MEMORY", f"There is not enough memory for {name}.", traceback.format_exc())
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise
        except Exception as error:  # noqa: BLE001 - a bug of ours: reported with its trace, costs this job only
            failure = bug(error, task.source.path)
        ms = round((time.perf_counter() - started) * 1000)
        return TaskEnded(task.job, task.attempt, result, failure, tuple(context.warnings), ms, self._peak.mb())

    def _plan(self, message: PlanFiles) -> None:
        try:
            kind = registry.kind(message.kind)
            recipe = registry.parse_recipe(message.recipe)
            sources, left_out = _accepted(kind, message.files, message.first)
            self._send_plans(kind.plan(sources, recipe, message.request), len(sources), left_out)
        except JobError as error:
            self._tell(Stopped(error.failure))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise
        except Exception as error:  # noqa: BLE001 - a bug of ours: the batch says so
            self._tell(Stopped(bug(error, message.files[0].path if message.files else "")))
        self._flush()

    def _send_plans(self, plans: Iterable[Plan], accepted: int, left_out: Mapping[str, int]) -> None:
        part: list[Plan] = []
        for plan in plans:
            jobs = plan.jobs
            for start in range(0, max(1, len(jobs)), PLANS_IN_ONE_ANSWER):
                part.append(Plan(jobs[start : start + PLANS_IN_ONE_ANSWER], plan.instead))
                if sum(len(p.jobs) for p in part) >= PLANS_IN_ONE_ANSWER:
                    self._tell(Planned(tuple(part), 0, {}, False))
                    self._flush()
                    part = []
        self._tell(Planned(tuple(part), accepted, left_out, True))

    def _preview(self, message: PreviewFile) -> None:
        try:
            kind = registry.kind(message.kind)
            recipe = registry.parse_recipe(message.recipe)
            self._tell(Previewed(kind.preview(message.source, recipe, message.request)))
        except JobError as error:
            self._tell(Stopped(error.failure))
        except Exception as error:  # noqa: BLE001 - as above
            self._tell(Stopped(bug(error, message.source.path)))
        self._flush()


def _accepted(kind: JobKind, files: tuple[Found, ...], first: int) -> tuple[list[Source], dict[str, int]]:
    """The files that become jobs, numbered; the others counted by suffix."""
    sources: list[Source] = []
    left_out: dict[str, int] = {}
    for file in files:
        suffix = os.path.splitext(file.path)[1].lower()
        # By suffix as well as by content: a damaged picture in a folder must be listed as failed, not left out.
        if file.chosen or suffix in kind.suffixes or kind.accepts(Path(file.path)):
            sources.append(Source(file.path, file.root, file.size, file.mtime_ns, first + len(sources)))
        else:
            left_out[suffix] = left_out.get(suffix, 0) + 1
    return sources, left_out


def failed_plan(source: Source, failure: Failure) -> Plan:
    """A plan of one job that has failed already."""
    return Plan((PlannedJob(source, weight=source.size, key=source.path, state="failed", failure=failure),))


def drive_or_file(source: Source, failure: Failure) -> Failure:
    """`failure` of one file, or that the dropped folder it is in cannot be reached: then all of its files wait."""
    if failure.code not in _DRIVE_CODES or os.path.isdir(source.root):
        return failure
    words = f"{source.root} cannot be reached. Its files wait; connect the drive or put the folder back."
    return Failure(DRIVE_MISSING, words, f"{failure.code}: {failure.detail or failure.message}")


def bug(error: BaseException, path: str) -> Failure:
    """An exception that nobody coded: our own mistake, with the trace for the report."""
    name = os.path.basename(path)
    trace = "".join(traceback.format_exception(error))
    return Failure("INTERNAL", f"Dropmill made a mistake with {name}. The file was left as it was.", trace)
