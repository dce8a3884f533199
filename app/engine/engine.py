"""The engine: one object that owns the queue in this process.

Owns: the parts (writer, intake, dispatcher, lanes, workers) and their order of birth and death; the commands. Must not
know: how it is shown. Start it with `session.open_queue`, which takes the lock first.
"""

import logging
import os
import platform
import random
import secrets
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from app.core.events import EngineTrouble, Event, OpenRequested
from app.core.figures import Metric
from app.core.looked import Looked
from app.core.model import DRIVE
from app.core.retention import Retention
from app.core.throttle import UNLIMITED, Budget
from app.core.tuning import MOST_WORKERS, Tuning
from app.core.undo import UndoReport
from app.engine.budgets import Budgets
from app.engine.bus import EventBus
from app.engine.clock import LEAST_JUMP_MS, Clock, SystemClock
from app.engine.commands import Submission
from app.engine.dispatcher import Dispatcher
from app.engine.housekeeping import Housekeeping
from app.engine.intake import Intake, new_batch
from app.engine.kept_folders import KeptFolders
from app.engine.lane_loop import LaneHost
from app.engine.ledger import Ledger
from app.engine.lock import QueueLock
from app.engine.looking import look
from app.engine.memory import MemoryBudget
from app.engine.metrics import Metrics
from app.engine.outcome import Judge
from app.engine.pool import Threads
from app.engine.previews import Previewer
from app.engine.processed import Recorder
from app.engine.services import Services
from app.engine.supervisor import BatchInfo, Supervisor
from app.engine.undo import undo
from app.engine.watching.commands import WatchCommands
from app.engine.watching.watcher import Watcher
from app.engine.worker.board import Board
from app.engine.worker.process import WorkerProcess
from app.jobs import registry
from app.jobs.recipe import RecipeError
from app.store import callbacks, lanes, ordering, retention, transitions
from app.store import intake as store_intake
from app.store.errors import StoreError
from app.store.metrics import add_metrics
from app.store.reader import Reader
from app.store.writer import Transaction, Writer

log = logging.getLogger(__name__)

MOST_LANES = 32
_OTHERS = 2  # workers beside those of the jobs, first on the board: the planner and the previews
QUEUE_FILE = "queue.db"


class Companion(Protocol):
    """Something beside the engine that lives as long as it does."""

    def start(self) -> None: ...
    def close(self) -> None: ...


class Engine:
    """Implements `Commands`. Commands block until they are committed: the window calls them off its own thread."""

    def __init__(
        self,
        data_dir: Path,
        lock: QueueLock,
        services: Services,
        workers: int,
        retry_scale: float = 1.0,
        run: bool = True,
        clock: Clock | None = None,
    ) -> None:
        """Open the queue and rescue what a dead session left running. Raises StoreError. The lock is ours from here."""
        self._clock = clock or SystemClock()
        now_ms = self._clock.now_ms
        self.data_dir = data_dir
        self.path = data_dir / QUEUE_FILE
        self.bus = EventBus()
        self._companions: list[Companion] = []
        self._metrics = Metrics(self._kind_and_lane, self._keep_metrics, self._clock)
        self.bus.subscribe(self._metrics.heard)
        self.troubles: list[str] = []
        self.has_window = False  # who shows this engine and takes files that another start hands over says so
        self.session = secrets.token_hex(8)
        self._lock = lock
        self._services = services
        self._run = run
        self._closed = threading.Lock()
        self._undoing = threading.Lock()  # one at a time
        self._kept = KeptFolders(data_dir)
        self._writer = Writer(self.path, now_ms, self.bus.publish, self._trouble)
        if self._writer.set_aside:
            self.troubles.append(self._writer.set_aside)
        self._writer.set_patient(False)  # a start on a full drive says so instead of waiting behind a window
        try:
            self.interrupted = self._writer.call(self._begin)
        except BaseException:
            self._writer.close()
            raise
        self._progress: dict[int, tuple[float, float, str]] = {}
        self._board = Board(data_dir / "progress.board", max(workers, MOST_WORKERS) + _OTHERS, create=True)
        self._tuning, self._born = services.tuning, workers
        self._judge = Judge(now_ms, random.random, retry_scale, lambda: self._tuning.tries)
        with Reader(self.path) as reader:
            probes = {lane.name: lane.probes for lane in reader.lanes()}
        self._ledger = Ledger(self._writer, self.session, now_ms, self._judge, self._wake, probes)
        self._threads = Threads(workers + MOST_LANES)
        self._memory = MemoryBudget(share=self._tuning.memory_share)
        self._dispatcher = self._make_dispatcher(workers)
        planner = WorkerProcess(self._board, 0)
        self.previews = Previewer(WorkerProcess(self._board, 1))
        self._intake = Intake(
            self._writer,
            self.bus,
            services,
            planner,
            lambda: Reader(self.path),
            self._dispatcher.wake,
            self._dispatcher.expect,
        )
        self._recorder = Recorder(self._writer, lambda: Reader(self.path))
        self._housekeeping = Housekeeping(
            self._writer, self.path, self._kept, services.retention, self._clock, self._undoing
        )
        self._watches = WatchCommands(self._writer, lambda: Reader(self.path), data_dir)
        self._watcher = Watcher(self._writer, lambda: Reader(self.path), self._intake.add, self._clock, data_dir)
        if retry_scale != 1.0:
            log.warning("every retry delay is multiplied by %g", retry_scale)

    def start(self, watch: bool = True) -> None:
        """Begin to look through folders and, unless opened with run=False, to work and to look after watched folders
        (`watch`)."""
        self._intake.start([row[0] for row in self._writer.call(lambda tx: tx.rows("batches_building"))])
        self._writer.set_patient(True)
        self.bus.subscribe(self._on_events)
        if self._run:
            with Reader(self.path) as reader:
                paused = reader.paused()
            self._dispatcher.start(paused)
            self.bus.subscribe(self._recorder.on_events)
            self._recorder.start()
            self.bus.subscribe(self._housekeeping.heard)
            self._housekeeping.start()
        if self._run and watch:
            self.bus.subscribe(self._watcher.on_events)
            self._watcher.start()
        self._metrics.start()
        for companion in self._companions:
            companion.start()

    def accompany(self, companion: Companion) -> None:
        """Start `companion` with the engine and close it before the engine ends. Call it before `start`."""
        self._companions.append(companion)

    def finish_running(self) -> None:
        """Begin nothing more in this session and return when what runs has ended: the gentle way to quit."""
        self._dispatcher.set_paused(True)
        self._dispatcher.wait_until_idle()
        self._writer.call(lambda tx: None)  # the last endings are on disk

    def close(self) -> None:
        """Give running jobs back, end all threads and processes, release the queue. Idempotent."""
        if not self._closed.acquire(blocking=False):
            return
        for companion in self._companions:
            companion.close()
        self._writer.set_patient(False)  # nobody waits for room on a full drive: the next start puts things right
        try:
            self._watcher.stop()
            self.previews.close()
            self._intake.stop()
            if self._run:
                self._dispatcher.stop()
                self._recorder.stop()
                self._housekeeping.stop()
            self._metrics.close()
            session = self.session
            self._writer.call(lambda tx: tx.run("session_end", {"id": session, "now": tx.now}).rowcount)
        except StoreError as error:
            log.warning("the end of this session could not be recorded: %s", error)
        finally:
            self._writer.close()
            self._board.close()
            self._lock.release()
            self.bus.close()

    # What can be asked about the engine

    def busy(self) -> tuple[int, int]:
        """(busy, all) worker processes."""
        return self._dispatcher.busy()

    def board_snapshot(self) -> dict[int, tuple[float, str]]:
        """Progress of running jobs now: job -> (fraction 0..1 or -1 = not known, phase)."""
        found: dict[int, tuple[float, str]] = {}
        posts = [self._board.read(slot) for slot in range(_OTHERS + self._dispatcher.slots)]
        posts += [(job, *post) for job, post in list(self._progress.items())]
        for job, done, total, phase in posts:
            if job:
                found[job] = (min(1.0, done / total) if total > 0 else -1.0, phase)
        return found

    @property
    def tuning(self) -> Tuning:
        """What a person chose of the work, as it is done now."""
        return self._tuning

    def tune(self, tuning: Tuning) -> None:
        """Work like this from now on. What runs is not disturbed; a job that waits keeps the time of its next try."""
        workers = tuning.workers or self._born
        self._tuning = tuning
        self._memory.share = tuning.memory_share
        self._threads.make_room(max(workers, self._dispatcher.slots) + MOST_LANES)
        self._dispatcher.set_width(workers, self._supervisor)

    def remember(self, retention: Retention) -> None:
        """Forget what is over by these numbers from now on, beginning at once."""
        self._housekeeping.retention = retention
        self._housekeeping.wake()

    def tidy(self) -> None:
        """Forget and remove what is due now, instead of within a minute."""
        self._housekeeping.wake()

    def settled(self, batch: int | None, horizon: float) -> bool:
        """Whether nothing (of `batch`) can go on by itself within `horizon` seconds."""
        with Reader(self.path) as reader:  # a fresh one: this is asked from several threads
            return not reader.work_left(batch, self._clock.now_ms() + round(horizon * 1000))

    def open(self, paths: Sequence[str]) -> None:
        """Another start of the program wants `paths` added (or this one to come to the front). Raises StoreError when
        there is no window that would do it: the files would be forgotten without a word."""
        if not self.has_window:
            raise StoreError(
                "QUEUE_BUSY",
                "A Dropmill without a window is working on the queue. Add files with dropmill run, or end it first.",
            )
        self.bus.publish([OpenRequested(tuple(paths))])

    def mark_told(self, batch: int, finished: int) -> bool:
        """Everybody was told that `batch` finished at `finished` (ms UTC)."""
        return self._writer.call(lambda tx: callbacks.mark_told(tx, batch, finished))

    # Commands

    def submit(self, submission: Submission) -> int:
        new = new_batch(submission)
        batch = self._writer.call(lambda tx: store_intake.add_batch(tx, new), durable=True)
        self._intake.add(batch)
        return batch

    def start_batch(self, batch: int) -> None:
        self._writer.call(lambda tx: transitions.start_batch(tx, batch))

    def pause_batch(self, batch: int) -> None:
        self._writer.call(lambda tx: transitions.pause_batch(tx, batch))

    def pause(self, now: bool = False) -> None:
        self._dispatcher.set_paused(True, now)  # before the commit: no claim behind it starts anything
        try:
            self._writer.call(lambda tx: transitions.set_paused(tx, True))
        except StoreError:
            self._dispatcher.set_paused(False)
            raise

    def resume(self) -> None:
        self._writer.call(lambda tx: transitions.set_paused(tx, False))
        self._dispatcher.set_paused(False)

    def resume_lane(self, lane: str) -> None:
        def resume(tx: Transaction) -> bool:
            if lane.startswith(DRIVE):
                return lanes.look_now(tx, lane.removeprefix(DRIVE))
            return lanes.open_lane(tx, lane)

        self._writer.call(resume)
        self._wake()

    def set_lane_limit(self, lane: str, limit: int | None) -> None:
        if limit is not None and limit < 1:
            raise StoreError("LIMIT", "A lane runs at least one job at a time. To stop it, pause the queue.")
        self._writer.call(lambda tx: lanes.set_lane_limit(tx, lane, limit))
        self._wake()

    def set_priority(self, batch: int, priority: int) -> None:
        self._writer.call(lambda tx: ordering.set_priority(tx, batch, priority))

    def move(self, jobs: Sequence[int], top: bool) -> int:
        return self._writer.call(lambda tx: ordering.move(tx, jobs, top))

    def pause_at(self, batch: int, job: int | None) -> bool:
        return self._writer.call(lambda tx: ordering.pause_at(tx, batch, job))

    def hold(self, jobs: Sequence[int] = (), batch: int | None = None) -> int:
        return self._writer.call(lambda tx: transitions.hold(tx, jobs, batch))

    def release(self, jobs: Sequence[int] = (), batch: int | None = None) -> int:
        return self._writer.call(lambda tx: transitions.release(tx, jobs, batch))

    def cancel(self, jobs: Sequence[int] = (), batch: int | None = None) -> int:
        if batch is not None:
            self._intake.drop(batch)

        def cancel(tx: Transaction) -> tuple[int, list[tuple[int, int]]]:
            result = transitions.cancel(tx, jobs, batch)
            if batch is not None:
                transitions.cancel_batch_state(tx, batch)
            return result

        ended, running = self._writer.call(cancel)
        self._ledger.cancel(running)
        return ended + len(running)

    def retry(self, jobs: Sequence[int] = (), batch: int | None = None, code: str | None = None) -> int:
        refreshed = self._look_again(jobs, batch, code)
        return self._writer.call(lambda tx: transitions.retry(tx, jobs, batch, code, refreshed))

    def confirm(self, jobs: Sequence[int], sent: bool) -> int:
        return self._writer.call(lambda tx: transitions.confirm(tx, jobs, sent), durable=True)

    def look(self, jobs: Sequence[int]) -> Looked:
        return look(self.path, self._writer, self._services, jobs)

    def undo(self, batch: int, look_only: bool = False) -> UndoReport:
        with self._undoing:
            return undo(self._writer, batch, look_only)

    def dismiss(self, batch: int) -> None:
        self._writer.call(lambda tx: transitions.dismiss(tx, batch))
        self._kept.drop_dismissed(self._writer, [batch])  # housekeeping does it when we die here

    def watch_add(
        self, folder: str, kind: str, recipe: str, recipe_name: str, out: str | None = None, mode: str = "native"
    ) -> int:
        return self._watches.add(folder, kind, recipe, recipe_name, out, mode)

    def watch_remove(self, watch: int) -> bool:
        return self._watches.remove(watch)

    def watch_enable(self, watch: int, enabled: bool) -> bool:
        return self._watches.enable(watch, enabled)

    def kept_folder(self, batch: int) -> Path:
        """Where the originals that a batch replaced are kept until it is dismissed."""
        return self._kept.of(batch)

    # Inside

    def _begin(self, tx: Transaction) -> int:
        back = transitions.last_seen(tx) - tx.now
        if back >= LEAST_JUMP_MS:  # the clock was set back while no Dropmill ran
            transitions.clock_moved(tx, -back)
        retention.spare_numbers(tx, max(self._kept.batches(), default=0))
        tx.run("session_begin", {"id": self.session, "machine": platform.node(), "pid": os.getpid(), "now": tx.now})
        return transitions.rescue(tx, self.session)

    def _look_again(self, jobs: Sequence[int], batch: int | None, code: str | None) -> list[tuple[int, int, int]]:
        """Size and time of failed inputs as they are now: a person repaired them, so a retry takes the new content."""
        found: list[tuple[int, int, int]] = []
        with Reader(self.path) as reader:
            for job, path, kind, size, mtime_ns in reader.failed_inputs(jobs, batch, code):
                if registry.kind(kind).lane:
                    continue  # its message was frozen at the check; the list it came from is not read again
                try:
                    status = os.stat(path)
                except OSError:
                    continue  # the retry itself will say what is wrong with it
                if (status.st_size, status.st_mtime_ns) != (size, mtime_ns):
                    found.append((job, status.st_size, status.st_mtime_ns))
        return found

    def _kind_and_lane(self, batch: int) -> tuple[str, str] | None:
        with Reader(self.path) as reader:
            return reader.kind_and_lane(batch)

    def _keep_metrics(self, metrics: list[Metric]) -> None:
        self._writer.call(lambda tx: add_metrics(tx, metrics))

    def _make_dispatcher(self, workers: int) -> Dispatcher:
        return Dispatcher(
            self._writer,
            self.session,
            self._clock,
            self._threads,
            [self._supervisor(slot) for slot in range(workers)],
            self._make_lane,
            self._batch_info,
            lambda: Reader(self.path),
            self._ledger,
            self._judge,
            self._memory,
            Budgets(self._budget, self._clock.steady),
            self._trouble,
        )

    def _supervisor(self, slot: int) -> Supervisor:
        worker = WorkerProcess(self._board, _OTHERS + slot)
        return Supervisor(worker, self._writer, self._ledger, self._judge, self._halted)

    def _make_lane(self, lane: str, kind: str) -> LaneHost:
        return LaneHost(lane, kind, self._services, self._writer, self._ledger, self._judge, self._progress)

    def _budget(self, lane: str, kind: str) -> Budget:
        try:
            return registry.kind(kind).budget(lane, {"account": self._services.account})
        except (ImportError, KeyError, AttributeError):  # a kind that cannot be loaded: its jobs will say so
            return UNLIMITED

    def _batch_info(self, reader: Reader, batch: int) -> BatchInfo:
        row = reader.batch(batch)
        if row is None:
            raise StoreError("QUEUE_BROKEN", f"Batch {batch} is gone from the queue.")
        own = {"kept": str(self.kept_folder(batch)), "token": row.options["token"]}
        options: dict[str, Any] = {**row.options["options"], **own}
        if names := _key_names(row.recipe):
            found = {name: self._services.key(name) for name in names}
            options["keys"] = {name: key for name, key in found.items() if key is not None}
        return BatchInfo(batch, row.kind, row.recipe, options)

    def _on_events(self, events: Sequence[Event]) -> None:
        self._dispatcher.wake()

    def _wake(self) -> None:
        self._dispatcher.wake()

    def _halted(self) -> bool:
        return self._dispatcher.halted()

    def _trouble(self, code: str, message: str) -> None:
        if message and message not in self.troubles:
            self.troubles.append(message)
        self.bus.publish([EngineTrouble(code, message)])


def _key_names(recipe: str) -> tuple[str, ...]:
    """The secret keys that a recipe names. One that cannot be read names none: its jobs fail with the reason."""
    if '"key_name"' not in recipe:
        return ()
    try:
        return tuple(getattr(registry.parse_recipe(recipe), "key_names", ()))
    except (RecipeError, KeyError):
        return ()
