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
from app.engine.outcome import Judge
from app.engine.services import Services
from app.engine.supervisor import BatchInfo, ClaimedTask
from app.jobs import registry
from app.jobs.base import JobError, LaneSession, LostClaim, PlannedOutput, Result, Source
from app.jobs.recipe import BaseRecipe
from app.store import transitions
from app.store.writer import Writer

log = logging.getLogger(__name__)

IDLE_SECONDS = 30.0  # a lane without work closes its connections
QUIT_SECONDS = 15.0  # how long a quit waits for the answer to a message that has left; after that it is unconfirmed


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
        self._contexts: dict[int, LaneTaskContext] = {}
        self._recipes: dict[int, BaseRecipe] = {}
        self._session: LaneSession | None = None
        self._capacity = 1  # until the session is open and says how many connections it has
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
        for job in list(self._tasks):
            self._cancel(job)
        if self._tasks:
            await asyncio.wait(list(self._tasks.values()), timeout=QUIT_SECONDS)

    async def _close_session(self) -> None:
        if self._closing is not None:
            await self._closing
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    def _retire_session(self) -> None:
        """Take the session out at once, so that no new job gets it, and close it behind."""
        session, self._session = self._session, None
        if session is not None:
            self._closing = self._loop.create_task(session.close())

    def _begin(self, work: list[tuple[ClaimedTask, BatchInfo]]) -> None:
        for task, batch in work:
            self._tasks[task.job.id] = self._loop.create_task(self._attempt(task, batch))

    def _cancel(self, job: int) -> None:
        context, task = self._contexts.get(job), self._tasks.get(job)
        if task is not None and (context is None or not context.armed):
            task.cancel()

    async def _attempt(self, task: ClaimedTask, batch: BatchInfo) -> None:
        """One job from claim to recorded ending."""
        job = task.job
        started = time.monotonic()
        context = LaneTaskContext(task, batch, self._recipe(batch), self._writer, self._progress)
        self._contexts[job.id] = context
        result: Result | None = None
        failure = Failure("INTERRUPTED", "Interrupted, starts over")
        try:
            result = await (await self._open()).run(context)
        except JobError as error:
            failure = error.failure
        except (asyncio.CancelledError, LostClaim):
            pass  # given back, or cancelled: the ledger knows which
        except Exception as error:  # noqa: BLE001 - a bug of ours: reported with its trace, costs this job only
            trace = "".join(traceback.format_exception(error))
            failure = Failure("INTERNAL", f"Dropmill made a mistake with {job.title}.", trace)
        ms = round((time.monotonic() - started) * 1000)
        warnings = tuple(context.warnings)
        if result is not None:
            self._ledger.ended([self._judge.good(job, result, warnings, ms, None)], self.lane)
        else:
            ending, pause = self._judge.bad(
                job,
                failure,
                ms,
                warnings=warnings,
                cancelled=self._ledger.was_cancelled(job),
                armed=context.armed,
                probes=self._ledger.probes(self.lane),
            )
            self._ledger.ended([ending], self.lane, pause)
            self._stale = self._stale or pause is not None  # the next try starts with a fresh sign-in
        self._forget(job.id)

    def _recipe(self, batch: BatchInfo) -> BaseRecipe:
        if batch.id not in self._recipes:
            self._recipes[batch.id] = registry.parse_recipe(batch.recipe)
        return self._recipes[batch.id]

    def _forget(self, job: int) -> None:
        self._contexts.pop(job, None)
        self._tasks.pop(job, None)
        self._progress.pop(job, None)
        with self._lock:
            self._taken -= 1
        # Others on the same session may be waiting for the answer to a message that has left: never cut them off.
        if self._stale and not self._tasks:
            self._stale = False
            self._retire_session()
        self._wake.set()

    async def _open(self) -> LaneSession:
        if self._session is None:
            services: dict[str, Any] = {"account": self._services.account, "secret": self._services.secret}
            self._session = registry.kind(self._kind).open_lane(self.lane, services)
            with self._lock:
                self._capacity = max(1, self._session.connections)
        return self._session


class LaneTaskContext:
    """See `app.jobs.base.LaneContext`."""

    def __init__(
        self,
        task: ClaimedTask,
        batch: BatchInfo,
        recipe: BaseRecipe,
        writer: Writer,
        progress: dict[int, tuple[float, float, str]],
    ) -> None:
        job = task.job
        self.job = job.id
        self.attempt = job.attempt
        self.title = job.title
        self.payload: dict[str, Any] = job.payload or {}
        self.recipe = recipe
        self.source = Source(job.input, job.input_root, job.size, job.mtime_ns, job.number)
        self.outputs: Mapping[str, PlannedOutput] = {name: PlannedOutput(name, path) for name, path in job.plan}
        self.options: Mapping[str, Any] = batch.options
        self.warnings: list[Warn] = []
        self.armed = False
        self._writer = writer
        self._progress = progress

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

    def disarm(self) -> None:
        self.armed = False

    def progress(self, done: float, total: float, phase: str = "") -> None:
        self._progress[self.job] = (done, total, phase)

    def warn(self, code: str, text: str) -> None:
        self.warnings.append(Warn(code, text))
