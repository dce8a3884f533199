"""The dispatcher thread: claims jobs for free slots and lanes, fairly; wakes on events and due times.

Owns: who gets the next job. Must not know: how jobs are run (slots and lanes do), Qt widgets. Slots are counted from
what runs, never from a counter that a crash could leave wrong.
"""

import json
import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from app.core.failures import Failure
from app.engine.clock import SteadyClock
from app.engine.lane_loop import LaneHost
from app.engine.ledger import CPU, Ledger
from app.engine.outcome import Judge, LanePause
from app.engine.pool import Runnable, Threads
from app.engine.supervisor import BatchInfo, ClaimedTask, Supervisor
from app.store import transitions
from app.store.errors import StoreError
from app.store.reader import Reader
from app.store.text import path_out
from app.store.transitions import Claimed
from app.store.writer import Transaction, Writer

log = logging.getLogger(__name__)

LONGEST_SLEEP = 5.0  # seconds: a clock that was set forward, or a computer that slept, is noticed at the latest then
SLEEP_AFTER_TROUBLE = 1.0
SLEEP_WITHOUT_BEGIN = 60.0  # seconds until work that could not even begin is tried again


@dataclass(slots=True)
class _Slot:
    supervisor: Supervisor
    runnable: Runnable
    busy: bool = False


@dataclass(frozen=True, slots=True)
class _Got:
    """What one look into the queue brought: jobs for each CPU slot, jobs for each lane."""

    chunks: list[list[ClaimedTask]]
    lanes: dict[str, list[ClaimedTask]]
    next_due: int | None


class Dispatcher:
    """See the module. `make_lane(lane, kind)` opens a lane host; `load_batch` reads what running needs of a batch."""

    def __init__(
        self,
        writer: Writer,
        session: str,
        clock: Callable[[], int],
        threads: Threads,
        supervisors: list[Supervisor],
        make_lane: Callable[[str, str], LaneHost],
        load_batch: Callable[[Reader, int], BatchInfo],
        open_reader: Callable[[], Reader],
        ledger: Ledger,
        judge: Judge,
        trouble: Callable[[str, str], None],
    ) -> None:
        self._writer = writer
        self._session = session
        self._clock = clock
        self._threads = threads
        self._slots = [_Slot(supervisor, Runnable()) for supervisor in supervisors]
        self._make_lane = make_lane
        self._load_batch = load_batch
        self._open_reader = open_reader
        self._ledger = ledger
        self._judge = judge
        self._trouble = trouble
        self._steady = SteadyClock(clock)
        self._lanes: dict[str, tuple[LaneHost, Runnable]] = {}
        self._batches: dict[int, BatchInfo] = {}
        self._spare: list[Runnable] = []  # of lanes that are over: used again, so that none is freed while it runs
        self._turns: dict[str, int] = {}  # lane -> the batch after which its next round of claims begins
        self._paused = False
        self._wake = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="dispatcher", daemon=True)

    def start(self, paused: bool) -> None:
        self._paused = paused
        self._thread.start()

    def wake(self) -> None:
        """Something may be able to start now."""
        self._wake.set()

    def set_paused(self, paused: bool) -> None:
        self._paused = paused
        self._wake.set()

    def busy(self) -> tuple[int, int]:
        """(busy, all) worker slots."""
        return sum(slot.busy for slot in self._slots), len(self._slots)

    def stop(self) -> None:
        """Claim no more, stop lanes and workers, wait for their threads."""
        self._stopping = True
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join()
        for host, _runnable in self._lanes.values():
            host.stop()
        for slot in self._slots:
            if slot.busy:
                slot.supervisor.stop()
        self._threads.wait(-1)
        for slot in self._slots:
            slot.supervisor.worker.stop()

    def _run(self) -> None:
        with self._open_reader() as reader:
            self._reader = reader
            while not self._stopping:
                try:
                    sleep = self._round()
                except StoreError as error:
                    log.error("claiming failed: %s", error)
                    sleep = SLEEP_AFTER_TROUBLE
                except Exception as error:
                    # A mistake of ours may cost this round; without this thread the whole queue would stand still.
                    log.exception("a round of claims failed")
                    self._trouble("INTERNAL", f"Dropmill made a mistake and tries again: {type(error).__name__}.")
                    sleep = SLEEP_AFTER_TROUBLE
                self._wake.wait(sleep)
                self._wake.clear()

    def _round(self) -> float:
        """One look into the queue; the seconds until the next one is needed if nothing happens."""
        for name in [name for name, (host, _runnable) in self._lanes.items() if host.over]:
            self._spare.append(self._lanes.pop(name)[1])
        jump = self._steady.jump()
        if jump:
            self._writer.call(lambda tx: transitions.clock_went_back(tx, jump))
        free = [slot for slot in self._slots if not slot.busy]
        if self._paused or self._stopping:
            return LONGEST_SLEEP
        wanted = [slot.supervisor.chunk for slot in free]
        room = {name: host.free() for name, (host, _runnable) in self._lanes.items()}
        got = self._writer.call(lambda tx: self._claim(tx, wanted, room))
        for slot, chunk in zip(free, got.chunks, strict=False):
            self._start(CPU, chunk, partial(self._start_chunk, slot, chunk))
        for lane, tasks in got.lanes.items():
            self._start(lane, tasks, partial(self._start_lane, lane, tasks))
        if got.next_due is None:
            return LONGEST_SLEEP
        return min(LONGEST_SLEEP, max(0.0, (got.next_due - self._clock()) / 1000))

    def _claim(self, tx: Transaction, wanted: list[int], room: dict[str, int]) -> _Got:
        """Promote what is due and claim, one chunk a batch in turn: a small batch never waits for a large one."""
        if self._paused:  # meanwhile: after `pause` has returned, nothing starts
            return _Got([], {}, None)
        transitions.expire(tx)
        transitions.promote_due(tx)
        batches: dict[str, dict[int, int]] = {}  # lane -> batch -> jobs that are ready
        for row in tx.rows("claimable"):
            batches.setdefault(row[2], {})[row[0]] = row[4]
        chunks = self._in_turn(tx, CPU, batches.pop(CPU, {}), wanted)
        lanes: dict[str, list[ClaimedTask]] = {}
        for lane, ready in batches.items():
            ones = self._in_turn(tx, lane, ready, [1] * room.get(lane, 1))
            if ones:
                lanes[lane] = [task for one in ones for task in one]
        return _Got(chunks, lanes, _earliest(tx))

    def _in_turn(self, tx: Transaction, lane: str, ready: dict[int, int], wanted: list[int]) -> list[list[ClaimedTask]]:
        """Claims of the sizes `wanted` from the batches of one lane in turn, as far as there is work."""
        turn = self._turns.get(lane, 0)
        waiting = deque(sorted(ready, key=lambda batch: (batch <= turn, batch)))
        got: list[list[ClaimedTask]] = []
        while waiting and len(got) < len(wanted):
            batch = waiting.popleft()
            jobs = transitions.claim(tx, self._session, batch, wanted[len(got)])
            if not jobs:
                continue
            got.append([_with_past(tx, job) for job in jobs])
            self._turns[lane] = batch
            ready[batch] -= len(jobs)
            if ready[batch] > 0:
                waiting.append(batch)
        return got

    def _start(self, lane: str, tasks: list[ClaimedTask], begin: Callable[[dict[int, BatchInfo]], None]) -> None:
        """Hand `tasks` over; when that is not possible they go back and the lane says why: nothing stays claimed by
        nobody, and nothing is tried again without a pause."""
        try:
            begin({task.job.batch: self._batch(task.job.batch) for task in tasks})
        except Exception as error:
            log.exception("work of lane %s could not begin", lane)
            words = f"Dropmill could not begin to work: {error}. It tries again by itself."
            pause = LanePause(Failure("INTERNAL", words), SLEEP_WITHOUT_BEGIN)
            self._ledger.ended([self._judge.interrupted(task.job, 0) for task in tasks], lane, pause)

    def _start_chunk(self, slot: _Slot, tasks: list[ClaimedTask], batches: dict[int, BatchInfo]) -> None:
        slot.busy = True

        def done() -> None:
            slot.busy = False
            self._wake.set()

        self._threads.start(slot.runnable, lambda: slot.supervisor.run(batches, tasks, done))

    def _start_lane(self, lane: str, tasks: list[ClaimedTask], batches: dict[int, BatchInfo]) -> None:
        pair = self._lanes.get(lane)
        if pair is None or not pair[0].submit(batches, tasks):
            host = self._make_lane(lane, next(iter(batches.values())).kind)
            if pair is not None:
                self._spare.append(pair[1])
            runnable = self._spare.pop() if self._spare else Runnable()
            self._lanes[lane] = (host, runnable)
            host.submit(batches, tasks)  # before it lives: it cannot be over yet
            self._threads.start(runnable, host.run)

    def _batch(self, batch: int) -> BatchInfo:
        if batch not in self._batches:
            self._batches[batch] = self._load_batch(self._reader, batch)
        return self._batches[batch]


def _with_past(tx: Transaction, job: Claimed) -> ClaimedTask:
    """`job` with its journalled outputs and checkpoint; a first attempt has neither, so nothing is asked."""
    if job.attempt == 1:
        return ClaimedTask(job)
    owned = frozenset(path_out(row[0]) for row in tx.rows("effects_of", {"job": job.id}))
    saved = tx.one("checkpoint_get", {"job": job.id})
    return ClaimedTask(job, owned, json.loads(saved[0]) if saved else None)


def _earliest(tx: Transaction) -> int | None:
    times: list[Any] = [tx.one("next_due"), tx.one("next_lane_due"), tx.one("next_expiry")]
    known = [row[0] for row in times if row and row[0] is not None]
    return min(known) if known else None
