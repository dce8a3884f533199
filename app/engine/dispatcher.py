"""The dispatcher thread: hands claimed jobs to free slots and lanes; wakes on events and due times.

Owns: slots, lanes and what is in them. Must not know: which job is next (`choice.py`), how jobs are run (slots and
lanes do), Qt widgets. Slots are counted from what runs, never from a counter that a crash could leave wrong.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from app.core.failures import Failure
from app.engine.budgets import Budgets
from app.engine.choice import Choice, Got, Room
from app.engine.clock import Clock, JumpWatch
from app.engine.lane_loop import LaneHost
from app.engine.ledger import CPU, Ledger
from app.engine.memory import MemoryBudget
from app.engine.outcome import Judge, LanePause
from app.engine.pool import Runnable, Threads
from app.engine.supervisor import BatchInfo, ClaimedTask, Supervisor
from app.store import transitions
from app.store.errors import StoreError
from app.store.reader import Reader
from app.store.writer import Transaction, Writer

log = logging.getLogger(__name__)

LONGEST_SLEEP = 5.0  # seconds: a clock that was set forward, or a computer that slept, is noticed at the latest then
SLEEP_AFTER_TROUBLE = 1.0
SLEEP_WITHOUT_BEGIN = 60.0  # seconds until work that could not even begin is tried again
BEAT_MS = 60_000  # between two notes of the time: the next start compares its clock with the last one


@dataclass(slots=True, eq=False)
class _Slot:
    supervisor: Supervisor
    runnable: Runnable
    busy: bool = False


class Dispatcher:
    """See the module. `make_lane(lane, kind)` opens a lane host; `load_batch` reads what running needs of a batch."""

    def __init__(
        self,
        writer: Writer,
        session: str,
        clock: Clock,
        threads: Threads,
        supervisors: list[Supervisor],
        make_lane: Callable[[str, str], LaneHost],
        load_batch: Callable[[Reader, int], BatchInfo],
        open_reader: Callable[[], Reader],
        ledger: Ledger,
        judge: Judge,
        memory: MemoryBudget,
        budgets: Budgets,
        trouble: Callable[[str, str], None],
    ) -> None:
        self._writer = writer
        self._session = session
        self._clock = clock
        self._threads = threads
        self._slots = [_Slot(supervisor, Runnable()) for supervisor in supervisors]
        self._width = len(self._slots)  # slots that are used: a person may want fewer than there are
        self._make_lane = make_lane
        self._load_batch = load_batch
        self._open_reader = open_reader
        self._ledger = ledger
        self._judge = judge
        self._trouble = trouble
        self._memory = memory
        self._budgets = budgets
        self._choice = Choice(session, memory)
        self._jumps = JumpWatch(clock)
        self._beat = 0
        self._lanes: dict[str, tuple[LaneHost, Runnable]] = {}
        self._batches: dict[int, BatchInfo] = {}
        self._expected = 0  # jobs that are on their way
        self._spare: list[Runnable] = []  # of lanes that are over: used again, so that none is freed while it runs
        self._paused = False
        self._halted = False
        self._wake = threading.Event()
        self._idle = threading.Event()
        self._handing_out = threading.Lock()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="dispatcher", daemon=True)

    def start(self, paused: bool) -> None:
        self._paused = paused
        self._thread.start()

    def wake(self) -> None:
        """Something may be able to start now."""
        self._wake.set()

    def expect(self, jobs: int) -> None:
        """Up to `jobs` are on their way: as many workers may start while they are planned."""
        self._expected = jobs
        self._wake.set()

    def set_paused(self, paused: bool, now: bool = False) -> None:
        """Start nothing more (`now`: and give back what runs), or go on."""
        self._paused = paused
        self._halted = paused and now  # before anybody is interrupted: what begins in this moment sees it
        if self._halted:
            for slot in self._slots:
                if slot.busy:
                    slot.supervisor.interrupt()
            for host, _runnable in list(self._lanes.values()):
                host.interrupt()
        self._wake.set()

    def halted(self) -> bool:
        """Whether work that begins now must be given back at once."""
        return self._halted

    def wait_until_idle(self) -> None:
        """Return when nothing runs any more; call `set_paused` before."""
        with self._handing_out:  # what was claimed a moment ago is in its slot then
            pass
        while any(slot.busy for slot in self._slots) or any(host.busy() for host, _r in list(self._lanes.values())):
            self._clock.wait(self._idle, 0.2)
            self._idle.clear()

    def busy(self) -> tuple[int, int]:
        """(busy, all) worker slots. More than all may be busy for a moment, after they became fewer."""
        return sum(slot.busy for slot in self._slots), self._width

    @property
    def slots(self) -> int:
        """All slots that there are, used or not."""
        return len(self._slots)

    def set_width(self, width: int, more: Callable[[int], Supervisor]) -> None:
        """Use `width` (>= 1) slots from now on. `more(slot)` makes the supervisor of one that is not there yet. What
        runs in a slot that is not used any more ends as it would; its worker stays for the next time."""
        while len(self._slots) < width:
            self._slots.append(_Slot(more(len(self._slots)), Runnable()))
        self._width = width
        self._wake.set()

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
                    with self._handing_out:
                        sleep = self._round()
                except StoreError as error:
                    log.error("claiming failed: %s", error)
                    sleep = SLEEP_AFTER_TROUBLE
                except Exception as error:
                    # A mistake of ours may cost this round; without this thread the whole queue would stand still.
                    log.exception("a round of claims failed")
                    self._trouble("INTERNAL", f"Dropmill made a mistake and tries again: {type(error).__name__}.")
                    sleep = SLEEP_AFTER_TROUBLE
                self._clock.wait(self._wake, sleep)
                self._wake.clear()

    def _round(self) -> float:
        """One look into the queue; the seconds until the next one is needed if nothing happens."""
        for name in [name for name, (host, _runnable) in self._lanes.items() if host.over]:
            self._spare.append(self._lanes.pop(name)[1])
        if self._paused or self._stopping:
            if self._jumps.jump() or self._beat_is_due():
                self._writer.call(self._follow_clock)
                self._settle_clock()
            return LONGEST_SLEEP
        expected, self._expected = self._expected, 0
        for slot in self._idle_slots()[:expected]:
            slot.busy = True
            self._threads.start(slot.runnable, partial(slot.supervisor.warm, partial(self._release, slot)))
        free = self._idle_slots()
        lanes = {name: (host.free(), host.busy()) for name, (host, _runnable) in self._lanes.items()}
        busy = sum(slot.busy for slot in self._slots)
        room = Room([slot.supervisor.chunk for slot in free], busy, lanes, self._budgets.fresh())
        got = self._writer.call(lambda tx: self._pick(tx, room))
        self._settle_clock()
        for slot, chunk in zip(free, got.chunks, strict=False):
            self._start(CPU, chunk, partial(self._start_chunk, slot, chunk))
        for lane, tasks in got.lanes.items():
            self._start(lane, tasks, partial(self._start_lane, lane, tasks))
        for lane, batch in got.unknown.items():
            self._budgets.learn(lane, self._batch(batch).kind)
        if got.more or got.unknown:
            return 0.0
        if got.next_due is None:
            return LONGEST_SLEEP
        return min(LONGEST_SLEEP, max(0.0, (got.next_due - self._clock.now_ms()) / 1000))

    def _beat_is_due(self) -> bool:
        return self._clock.now_ms() - self._beat >= BEAT_MS

    def _follow_clock(self, tx: Transaction) -> None:
        """Move what waits with a clock that was set. In the transaction that claims: a look before it would let through
        what becomes due by a clock that is set in between."""
        jump = self._jumps.jump()
        if jump:
            transitions.clock_moved(tx, jump)
        if jump or self._beat_is_due():
            self._beat = self._clock.now_ms()
            tx.run("session_beat", {"id": self._session, "now": self._beat})

    def _settle_clock(self) -> None:
        jump = self._jumps.settle()
        if jump:
            log.warning("the computer's clock was set by %d s: what waits is moved with it", jump / 1000)

    def _pick(self, tx: Transaction, room: Room) -> Got:
        self._follow_clock(tx)
        if self._paused:  # meanwhile: after `pause` has returned, nothing starts
            return Got()
        return self._choice.pick(tx, room)

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

    def _idle_slots(self) -> list[_Slot]:
        """Slots that may take work now."""
        idle = [slot for slot in self._slots if not slot.busy]
        return idle[: max(0, self._width - (len(self._slots) - len(idle)))]

    def _release(self, slot: _Slot) -> None:
        self._memory.take(slot, 0)
        slot.busy = False
        self._wake.set()
        self._idle.set()

    def _start_chunk(self, slot: _Slot, tasks: list[ClaimedTask], batches: dict[int, BatchInfo]) -> None:
        slot.busy = True
        self._memory.take(slot, max(task.job.memory for task in tasks))
        done = partial(self._release, slot)
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
