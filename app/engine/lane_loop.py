"""One lane's asyncio loop: a mail account's session and the jobs that run on its connections.

Owns: tasks of one lane, arming of effects, what a cancel or a quit means once an effect is armed. Must not know: SMTP
(the kind's session does), Qt (`pool.py` gives it a thread), claims.
"""

import asyncio
import contextlib
import logging
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from typing import Any

from app.core.failures import Failure, Warn
from app.engine.ledger import Ledger
from app.engine.outcome import Judge, LanePause
from app.engine.services import Services
from app.engine.supervisor import BatchInfo, ClaimedTask
from app.jobs import registry
from app.jobs.base import JobError, LaneSession, LostClaim, PlannedOutput, Result, Source
from app.jobs.journal import Note
from app.jobs.recipe import BaseRecipe
from app.store import transitions
from app.store.errors import StoreError
from app.store.transitions import Ending
from app.store.writer import Writer

log = logging.getLogger(__name__)

IDLE_SECONDS = 30.0  # a lane without work closes its connections
QUIT_SECONDS = 15.0  # how long a quit waits for the answer to a message that has left; after that it is unconfirmed
CUT_SECONDS = 5.0

_INTERRUPTED = Failure("INTERRUPTED", "Interrupted, starts over")


class LaneHost:
    """Runs one lane. `submit`, `cancel` and `stop` may be called from any thread; `run` is the lane's thread."""

    def __init__(
        self,
        lane: str,
        kind: str,
        services: Services,
        writer: Writer,
        ledger: Ledger,
        judge: Judge,
        progress: dict[int, tuple[float, float, str]],
    ) -> None:
        self.lane = lane
        self.over = False
        self._kind = kind
        self._services = services
        self._writer = writer
        self._ledger = ledger
        self._judge = judge
        self._progress = progress
        self._loop = asyncio.new_event_loop()
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._asked: set[int] = set()  # jobs whose end was asked for before their task had begun
        self._contexts: dict[int, LaneTaskContext] = {}
        self._recipes: dict[int, BaseRecipe] = {}
        self._session: LaneSession | None = None
        self._capacity = (
            1  # until one job has shown that the account works: a wrong password is tried once, not four times
        )
        self._taken = 0
        self._stopping = False
        self._stale = False
        self._closing: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self._lock = threading.Lock()

    def free(self) -> int:
        """How many more jobs the lane can take now."""
        with self._lock:
            return 0 if self.over or self._stopping else max(0, self._capacity - self._taken)

    def busy(self) -> int:
        """How many jobs the lane has."""
        with self._lock:
            return self._taken

    def submit(self, batches: Mapping[int, BatchInfo], tasks: list[ClaimedTask]) -> bool:
        """Take claimed jobs. False when the lane has just ended: ask a new one."""
        with self._lock:
            if self.over or self._stopping:
                return False
            self._taken += len(tasks)
        self._ledger.began([task.job for task in tasks], self.cancel)
        self._loop.call_soon_threadsafe(self._begin, [(task, batches[task.job.batch]) for task in tasks])
        return True

    def cancel(self, job: int) -> None:
        """Ask for the end of one job; one whose effect is armed waits for its answer instead."""
        self._soon(self._cancel, job)

    def interrupt(self) -> None:
        """Give back every job that is not armed; the others may still get their answer. The lane goes on."""
        self._soon(self._interrupt)

    def stop(self) -> None:
        """End the lane: jobs that are not armed are given back, armed ones may still get their answer."""
        with self._lock:
            if self.over:
                return
            self._stopping = True
        self._soon(self._wake.set)

    def _soon(self, function: Callable[..., None], *args: Any) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: the lane is over and has recorded everything
            self._loop.call_soon_threadsafe(function, *args)

    def run(self) -> None:
        """The lane's life; returns when it was idle for a while or was stopped."""
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._live())
        finally:
            with self._lock:
                self.over = True
            self._loop.close()

    async def _live(self) -> None:
        idle_since = time.monotonic()
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), IDLE_SECONDS)
            self._wake.clear()
            if self._tasks or self._taken:
                idle_since = time.monotonic()
            with self._lock:
                idle = not self._taken and time.monotonic() - idle_since >= IDLE_SECONDS
                self.over = self._stopping or idle
            if self.over:
                break
        await self._drain()
        await self._close_session()

    async def _drain(self) -> None:
        await asyncio.sleep(0)  # what was submitted a moment ago is on its way into `_tasks`
        tasks = dict(self._tasks)
        for job in tasks:
            self._cancel(job)
        if not tasks:
            return
        _done, pending = await asyncio.wait(tasks.values(), timeout=QUIT_SECONDS)
        if pending:  # no answer came: their connections are cut, which makes them unconfirmed
            await self._close_session()
            await asyncio.wait(pending, timeout=CUT_SECONDS)

    async def _close_session(self) -> None:
        if self._closing is not None:
            await self._closing
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    def _retire_session(self) -> None:
        """Take the session out at once, so that no new job gets it, and close it behind."""
        session, self._session = self._session, None
        with self._lock:
            self._capacity = 1
        if session is not None:
            self._closing = self._loop.create_task(session.close())

    def _begin(self, work: list[tuple[ClaimedTask, BatchInfo]]) -> None:
        for task, batch in work:
            self._tasks[task.job.id] = self._loop.create_task(self._attempt(task, batch))

    def _interrupt(self) -> None:
        for job in list(self._tasks):
            self._cancel(job)

    def _cancel(self, job: int) -> None:
        context, task = self._contexts.get(job), self._tasks.get(job)
        if task is None:
            return
        if context is None:  # a task that is cancelled before its first step never runs: it would never be recorded
            self._asked.add(job)
        elif not context.armed:
            task.cancel()

    async def _attempt(self, task: ClaimedTask, batch: BatchInfo) -> None:
        """One job from claim to recorded ending."""
        job = task.job
        context = LaneTaskContext(task, batch, self._writer, self._progress, self._proven)
        self._contexts[job.id] = context
        result: Result | None = None
        failure = _INTERRUPTED
        try:
            if job.id not in self._asked and not self._ledger.was_cancelled(job):
                context.recipe = self._recipe(batch)
                result = await self._open().run(context)
        except JobError as error:
            failure = error.failure
        except (asyncio.CancelledError, LostClaim):
            pass  # given back, or cancelled: the ledger knows which
        except StoreError as error:
            log.warning("job %d is given back: %s", job.id, error)  # the queue's trouble, not the message's
        except Exception as error:  # noqa: BLE001 - a bug of ours: reported with its trace, costs this job only
            trace = self._services.clean("".join(traceback.format_exception(error)))
            failure = Failure("INTERNAL", f"Dropmill made a mistake with {job.title}.", trace)
        ending, pause = self._judged(context, result, failure)
        # First the room, then the record: the record wakes the dispatcher, who must find the room.
        self._forget(job.id, pause)
        self._ledger.ended([ending], self.lane, pause)

    def _judged(
        self, context: "LaneTaskContext", result: Result | None, failure: Failure
    ) -> tuple[Ending, LanePause | None]:
        job, ms, warnings = context.claimed, context.elapsed_ms(), tuple(context.warnings)
        if result is not None:
            return self._judge.good(job, result, warnings, ms, None), None
        return self._judge.bad(
            job,
            failure,
            ms,
            warnings=warnings,
            cancelled=self._ledger.was_cancelled(job),
            armed=context.armed,
            probes=self._ledger.probes(self.lane, job, failure),
        )

    def _recipe(self, batch: BatchInfo) -> BaseRecipe:
        if batch.id not in self._recipes:
            self._recipes[batch.id] = registry.parse_recipe(batch.recipe)
        return self._recipes[batch.id]

    def _forget(self, job: int, pause: LanePause | None) -> None:
        self._asked.discard(job)
        self._contexts.pop(job, None)
        self._tasks.pop(job, None)
        self._progress.pop(job, None)
        self._stale = self._stale or pause is not None  # the next try starts with a fresh sign-in
        with self._lock:
            self._taken -= 1
            if pause is not None:
                self._capacity = 1
        if pause is None:
            self._proven()
        # Others on the same session may be waiting for the answer to a message that has left: never cut them off.
        if self._stale and not self._tasks:
            self._stale = False
            self._retire_session()
        self._wake.set()

    def _proven(self) -> None:
        """The account works: all of its connections may be used."""
        if self._session is None:
            return
        with self._lock:
            more, self._capacity = self._session.connections > self._capacity, max(1, self._session.connections)
        if more:
            self._ledger.wake()

    def _open(self) -> LaneSession:
        if self._session is None:
            self._session = registry.kind(self._kind).open_lane(self.lane, self._services.of_lanes())
        return self._session


class LaneTaskContext:
    """See `app.jobs.base.LaneContext`."""

    def __init__(
        self,
        task: ClaimedTask,
        batch: BatchInfo,
        writer: Writer,
        progress: dict[int, tuple[float, float, str]],
        on_armed: Callable[[], None],
    ) -> None:
        job = task.job
        self.claimed = job
        self.job = job.id
        self.attempt = job.attempt
        self.title = job.title
        self.payload: dict[str, Any] = job.payload or {}
        self.recipe: Any = None  # set before the job begins
        self.source = Source(job.input, job.input_root, job.size, job.mtime_ns, job.number)
        self.outputs: Mapping[str, PlannedOutput] = {name: PlannedOutput(name, path) for name, path in job.plan}
        self.options: Mapping[str, Any] = batch.options
        self.warnings: list[Warn] = []
        self.armed = False
        self._writer = writer
        self._progress = progress
        self._on_armed = on_armed
        self._began = time.monotonic()

    def elapsed_ms(self) -> int:
        """Milliseconds since the attempt began."""
        return round((time.monotonic() - self._began) * 1000)

    async def arm(self, key: str, remote_id: str) -> None:
        job, attempt = self.job, self.attempt
        future = self._writer.post(lambda tx: transitions.arm(tx, job, attempt, key, remote_id), durable=True)
        # Shielded: a cancel while the commit is on its way must not leave us in doubt about what is on disk.
        waiting = asyncio.ensure_future(asyncio.wrap_future(future))
        try:
            ours = await asyncio.shield(waiting)
        except asyncio.CancelledError:
            await waiting
            raise
        if not ours:
            raise LostClaim
        self.armed = True
        self._on_armed()

    def intend(self, path: str, note: Note) -> None:
        job, attempt, about = self.job, self.attempt, note.to_json()
        if not self._writer.call(lambda tx: transitions.intend_output(tx, job, attempt, path, about)):
            raise LostClaim

    def disarm(self) -> None:
        self.armed = False

    def progress(self, done: float, total: float, phase: str = "") -> None:
        self._progress[self.job] = (done, total, phase)

    def warn(self, code: str, text: str) -> None:
        self.warnings.append(Warn(code, text))
