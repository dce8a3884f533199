"""Supervision of one chunk of jobs in one worker process: time limits, cancel by kill, death of the worker.

Owns: the conversation with the worker about running jobs. Must not know: Qt (`pool.py` gives it a thread), claims.
"""

import logging
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.core.failures import Failure
from app.engine.ledger import CPU, Ledger
from app.engine.outcome import Judge, LanePause
from app.engine.worker.messages import Checkpoint, Intend, Recipe, RunTasks, Task, TaskEnded
from app.engine.worker.process import TimedOutError, WorkerDiedError, WorkerProcess
from app.jobs import registry
from app.jobs.base import PlannedOutput, Source
from app.store import transitions
from app.store.errors import StoreError
from app.store.transitions import Claimed, Ending
from app.store.writer import Transaction, Writer

log = logging.getLogger(__name__)

CHUNK_LIMIT = 64
CHUNK_SECONDS = 0.15  # how much work is handed over at once: short jobs in dozens, long ones one by one
BYTES_PER_EXTRA_SECOND = 2_000_000  # a larger input gets a longer limit


@dataclass(frozen=True, slots=True)
class BatchInfo:
    """What running a job needs to know of its batch."""

    id: int
    kind: str
    recipe: str
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ClaimedTask:
    """A claimed job with what earlier attempts left: journalled outputs and the last checkpoint."""

    job: Claimed
    owned: Mapping[str, str] = field(default_factory=dict)
    saved: dict[str, Any] | None = None


class Supervisor:
    """One slot: one worker process and the jobs that are in it now."""

    def __init__(
        self, worker: WorkerProcess, writer: Writer, ledger: Ledger, judge: Judge, halted: Callable[[], bool]
    ) -> None:
        """`halted`: whether everything that runs is being given back."""
        self.worker = worker
        self.chunk = 1  # jobs to claim for this slot next time
        self._writer = writer
        self._ledger = ledger
        self._judge = judge
        self._halted = halted
        self._left: dict[int, Claimed] = {}
        self._stopping = False
        self._shot = False  # killed by our own hand: nobody in it is to blame

    def run(self, batches: Mapping[int, BatchInfo], tasks: list[ClaimedTask], done: Callable[[], None]) -> None:
        """Work off `tasks` (claimed jobs) and record how each ended; never raises for what a job does."""
        self._left = {task.job.id: task.job for task in tasks}
        self._shot = False
        self.worker.prepare()
        self._ledger.began([task.job for task in tasks], self._cancel)
        if self._stopping or self._halted():
            self.interrupt()
        began = time.monotonic()
        count = len(tasks)
        try:
            self._work(batches, self._still_wanted(tasks))
        except WorkerDiedError as death:
            self._bury(death, time.monotonic() - began)
        except TimedOutError:
            self._time_out(time.monotonic() - began)
        except StoreError as error:
            self.worker.stop_now()
            log.warning("jobs are given back: %s", error)  # the queue's trouble, not theirs
        except Exception as error:
            log.exception("a worker could not be used")
            self.worker.stop_now()
            self._blame_ourselves(error, time.monotonic() - began)
        finally:
            if self._left:  # neighbours of a job that took the process down
                self._record([self._judge.interrupted(job, 0) for job in self._left.values()])
            self._adapt(time.monotonic() - began, count)
            done()

    def warm(self, done: Callable[[], None]) -> None:
        """Start the worker ahead of its work. One that cannot be started is said when there is work for it."""
        self.worker.prepare()
        try:
            self.worker.send(RunTasks((), ()))
        except (WorkerDiedError, OSError) as error:
            log.warning("a worker could not be started ahead of its work: %s", error)
        finally:
            done()

    def stop(self) -> None:
        """Kill the worker; its jobs are given back uncounted."""
        self._stopping = True
        self.worker.kill()

    def interrupt(self) -> None:
        """Kill the worker; what it has in hand is given back uncounted, and the slot goes on."""
        self._shot = True
        self.worker.kill()

    def _cancel(self, job: int) -> None:
        if job in self._left:  # else it has just ended, and others are in the process by now
            self.interrupt()

    def _still_wanted(self, tasks: list[ClaimedTask]) -> list[ClaimedTask]:
        """`tasks` without those that were cancelled after they were claimed."""
        cancelled = [task.job for task in tasks if self._ledger.was_cancelled(task.job)]
        if cancelled:
            failure = Failure("CANCELLED", "Cancelled by you.")
            self._record([self._judge.bad(job, failure, 0, cancelled=True)[0] for job in cancelled])
        return [task for task in tasks if task.job.id in self._left]

    def _work(self, batches: Mapping[int, BatchInfo], tasks: list[ClaimedTask]) -> None:
        worker = self.worker
        if any(task.job.crashes for task in tasks):
            worker.stop_now()  # a suspect of a crash runs in a fresh process
        for start in range(0, len(tasks), CHUNK_LIMIT):
            part = tasks[start : start + CHUNK_LIMIT]
            needed = {task.job.batch for task in part} - worker.recipes
            recipes = tuple(Recipe(b, batches[b].kind, batches[b].recipe, batches[b].options) for b in needed)
            worker.send(RunTasks(recipes, tuple(_task(task) for task in part)))
            worker.recipes |= needed
            self._listen(batches, {task.job.id for task in part})

    def _listen(self, batches: Mapping[int, BatchInfo], waiting: set[int]) -> None:
        count, peak = len(waiting), 0
        while waiting:
            limit = max(self._limit(batches, self._left[job]) for job in waiting)
            endings: list[Ending] = []
            pause: LanePause | None = None
            for message in self.worker.answers(limit):
                if isinstance(message, TaskEnded):
                    waiting.discard(message.job)
                    peak = max(peak, message.peak_mb)
                    ending, wanted = self._judged(self._left[message.job], message)
                    endings.append(ending)
                    pause = pause or wanted
                elif isinstance(message, Intend):
                    self.worker.send(self._intend(message))
                elif isinstance(message, Checkpoint):
                    self._checkpoint(message)
            if endings:
                self._record(endings, pause)
        self.worker.worked(count, peak)

    def _limit(self, batches: Mapping[int, BatchInfo], job: Claimed) -> float:
        base = registry.limit_seconds(batches[job.batch].kind)
        return (base + job.size / BYTES_PER_EXTRA_SECOND) * (2 if job.tries else 1)

    def _judged(self, job: Claimed, message: TaskEnded) -> tuple[Ending, LanePause | None]:
        if message.result is not None:
            return self._judge.good(job, message.result, message.warnings, message.ms, message.peak_mb), None
        assert message.failure is not None
        return self._judge.bad(
            job,
            message.failure,
            message.ms,
            warnings=message.warnings,
            peak_mb=message.peak_mb,
            cancelled=self._ledger.was_cancelled(job),
            probes=self._ledger.probes(CPU, job, message.failure),
        )

    def _intend(self, message: Intend) -> bool:
        job, attempt, path, about = message.job, message.attempt, message.path, message.about
        return self._writer.call(lambda tx: transitions.intend_output(tx, job, attempt, path, about))

    def _checkpoint(self, message: Checkpoint) -> None:
        def save(tx: Transaction) -> bool:
            return transitions.save_checkpoint(tx, message.job, message.attempt, message.data)

        self._writer.post(save)

    def _bury(self, death: WorkerDiedError, seconds: float) -> None:
        """The worker died: by our own hand (cancel, quit), or by the job that was in its hands: that one is the
        suspect. All others stay in `_left` and are given back."""
        ms = round(seconds * 1000)
        cancelled = [job for job in self._left.values() if self._ledger.was_cancelled(job)]
        if cancelled:
            failure = Failure("CANCELLED", "Cancelled by you.")
            self._record([self._judge.bad(job, failure, ms, cancelled=True)[0] for job in cancelled])
            return
        if self._stopping or self._shot or not self._left:
            return
        # Without a suspect the process could not even begin: the first job counts a crash, so that this ends.
        suspect = self._left.get(self.worker.suspect) or next(iter(self._left.values()))
        words = f"The decoder stopped working on {suspect.title}. The file was set aside; the rest continues."
        self._record([self._judge.bad(suspect, Failure("WORKER_DIED", words, str(death)), ms)[0]])

    def _time_out(self, seconds: float) -> None:
        self.worker.stop_now()
        if not self._left:
            return
        # Without a suspect the process did not come as far as its first job: that one counts, so that this ends.
        suspect = self._left.get(self.worker.suspect) or next(iter(self._left.values()))
        words = f"{suspect.title} took longer than {round(seconds)} s. It was set aside; the rest continues."
        self._record([self._judge.bad(suspect, Failure("TIMEOUT", words), round(seconds * 1000))[0]])

    def _blame_ourselves(self, error: Exception, seconds: float) -> None:
        """No process could be started, or we made a mistake: all of them count a try, so that this ends."""
        ms = round(seconds * 1000)
        if isinstance(error, OSError):
            words = f"No worker process could be started: {error.strerror or error}. Close other programs, then retry."
            failure = Failure("OUT_OF_MEMORY", words)
        else:
            trace = "".join(traceback.format_exception(error))
            failure = Failure("INTERNAL", "Dropmill made a mistake. The files were left as they were.", trace)
        self._record([self._judge.bad(job, failure, ms)[0] for job in self._left.values()])

    def _record(self, endings: list[Ending], pause: LanePause | None = None) -> None:
        self._ledger.ended(endings, CPU, pause)
        for ending in endings:
            self._left.pop(ending.job.id, None)

    def _adapt(self, seconds: float, count: int) -> None:
        """Choose the next chunk so that it lasts about CHUNK_SECONDS: a kill then interrupts few jobs."""
        each = max(seconds / max(1, count), 1e-5)
        self.chunk = max(1, min(CHUNK_LIMIT, self.chunk * 2, int(CHUNK_SECONDS / each)))


def _task(task: ClaimedTask) -> Task:
    job = task.job
    return Task(
        job.id,
        job.batch,
        job.attempt,
        Source(job.input, job.input_root, job.size, job.mtime_ns, job.number),
        tuple(PlannedOutput(name, path) for name, path in job.plan),
        job.payload,
        task.saved,
        task.owned,
    )
