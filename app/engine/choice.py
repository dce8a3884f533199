"""Which jobs are claimed next: turns of the batches, order and marks inside them, memory, lanes that only probe, and
what a lane may send.

Owns: the choice, inside the claim's transaction. Must not know: slots, threads, how jobs are run. Keeps in memory only
what a restart may forget: whose turn it is and since when a batch has got nothing.
"""

import json
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.core.fairness import Waiting, rounds
from app.core.retry import over_budget
from app.core.throttle import Budget
from app.engine.ledger import CPU
from app.engine.memory import BIG, MemoryBudget
from app.engine.pacing import Pace, Spacing
from app.engine.supervisor import ClaimedTask
from app.store import lanes, ordering, transitions
from app.store.text import path_out
from app.store.transitions import Claimed, Head
from app.store.writer import Transaction

PARKINGS = 10  # steps of parking in one claim: a drive with 100,000 jobs does not hold the writer for long


@dataclass(frozen=True, slots=True)
class Room:
    """What can be taken on: jobs of each free CPU slot's next chunk, how many CPU slots are busy, for each lane how
    many jobs it can take and has, and the limits of the lanes that are known."""

    chunks: Sequence[int]
    busy: int
    lanes: Mapping[str, tuple[int, int]]
    budgets: Mapping[str, Budget] = field(default_factory=dict)


@dataclass(slots=True)
class Got:
    """What one look into the queue brought. `next_due`: ms UTC of the next moment at which something changes by itself;
    `more`: look again at once; `unknown`: lanes with work whose limits must be found out first, and a batch of each."""

    chunks: list[list[ClaimedTask]] = field(default_factory=list)
    lanes: dict[str, list[ClaimedTask]] = field(default_factory=dict)
    unknown: dict[str, int] = field(default_factory=dict)
    next_due: int | None = None
    more: bool = False


@dataclass(frozen=True, slots=True)
class _Batch:
    """A row of `claimable`."""

    id: int
    lane: str
    priority: int
    ready: int
    running: int
    retrying: int  # wait for another try at a time
    waiting: int
    total: int
    ordered: int  # 1 = a job ends before the next one begins
    pause_at: int | None

    @property
    def over_budget(self) -> bool:
        return over_budget(self.retrying, self.total)


class Choice:
    """See the module. Used on the writer's thread, one call at a time."""

    def __init__(self, session: str, memory: MemoryBudget) -> None:
        self._session = session
        self._memory = memory
        self._turns: dict[str, int] = {}  # lane -> the batch after which its next round begins
        self._since: dict[int, int] = {}  # batch -> ms UTC since when it has got nothing
        self._away: dict[str, int | None] = {}
        self._hungry: int | None = None  # the batch whose next job waits for memory: no other large job passes it
        self._picked = 0  # bytes that the jobs of this pick are going to need
        self._spacing = Spacing()

    def pick(self, tx: Transaction, room: Room) -> Got:
        """Promote what is due, then claim, one chunk a batch in turn."""
        transitions.expire(tx)
        transitions.promote_due(tx)
        got = Got(more=lanes.unpark(tx) >= lanes.OPEN_LIMIT)
        self._away = lanes.drives_away(tx)
        by_lane: dict[str, list[_Batch]] = {}
        for row in tx.rows("claimable", {"now": tx.now}):
            batch = _Batch(*row)
            by_lane.setdefault(batch.lane, []).append(batch)
        self._picked = 0
        self._since = {b.id: self._since.get(b.id, tx.now) for some in by_lane.values() for b in some}
        if self._hungry not in self._since:
            self._hungry = None
        rules = {name: (probes, limit) for name, probes, limit in tx.rows("lane_rules")}
        again: list[int] = []
        for lane, batches in by_lane.items():
            probes, limit = rules.get(lane, (0, None))
            if lane == CPU:
                free = _allowed(len(room.chunks), room.busy, probes, limit)
                sizes = [1] * free if probes else list(room.chunks)[:free]
                got.chunks = self._in_turn(tx, lane, batches, sizes, got)
            elif lane not in room.budgets:
                got.unknown[lane] = batches[0].id
            else:
                free, busy = room.lanes.get(lane, (1, 0))
                free = _allowed(free, busy, probes, limit)
                pace = Pace(tx, lane, room.budgets[lane], self._spacing) if free else None
                ones = self._in_turn(tx, lane, batches, [1] * free, got, pace)
                if ones:
                    got.lanes[lane] = [task for one in ones for task in one]
                if pace is not None and pace.again is not None:
                    again.append(pace.again)
        got.next_due = _earliest(tx, again)
        return got

    def _in_turn(
        self, tx: Transaction, lane: str, batches: list[_Batch], sizes: list[int], got: Got, pace: Pace | None = None
    ) -> list[list[ClaimedTask]]:
        """Claims of the `sizes` from the batches of one lane, as far as there is work. `pace`: of a lane that is not
        the CPU's."""
        found: list[list[ClaimedTask]] = []
        known = {batch.id: batch for batch in batches}
        left = {batch.id: batch.ready for batch in batches}
        waiting = [Waiting(batch.id, batch.priority, self._since[batch.id]) for batch in batches]
        for level in rounds(waiting, tx.now, self._turns.get(lane, 0)):
            line = deque(level)
            while line and len(found) < len(sizes):
                batch = line.popleft()
                jobs = self._claim(tx, known[batch], sizes[len(found)], pace, got)
                if not jobs:
                    continue
                found.append([_with_past(tx, job) for job in jobs])
                self._turns[lane] = batch
                self._since[batch] = tx.now
                left[batch] -= len(jobs)
                if left[batch] > 0 and not known[batch].ordered:
                    line.append(batch)
        return found

    def _claim(self, tx: Transaction, batch: _Batch, count: int, pace: Pace | None, got: Got) -> list[Claimed]:
        """Up to `count` jobs of one batch, if its next one may begin now."""
        if batch.ordered and (batch.running or batch.waiting):
            return []  # an earlier one has not ended
        head = self._head(tx, batch, got)
        if head is None:
            return []
        if head.id == batch.pause_at:
            ordering.pause_here(tx, batch.id)
            return []
        if batch.over_budget and not head.tries:
            return []  # first those that wait for another try: what they share may be broken
        if pace is not None and not pace.may(batch.id, batch.ready, head):
            return []
        memory = BIG
        if pace is None and head.memory > BIG:
            if not self._fits(batch.id, head.memory):
                return []
            memory = head.memory
        probe = self._away.get(head.input_root) == head.id
        # A suspect of a crash runs alone: whatever happens then is its doing.
        if batch.ordered or batch.over_budget or probe or memory > BIG or head.crashes:
            count = 1
        claimed = transitions.claim(tx, self._session, batch.id, count, memory, batch.pause_at)
        if not claimed and batch.pause_at is not None:  # the marked job has gone, and what is left stands behind it
            ordering.pause_here(tx, batch.id)
        if pace is not None:
            for job in claimed:
                pace.took(job, head)
        return claimed

    def _fits(self, batch: int, need: int) -> bool:
        """Whether a large job may begin. One too large for this computer begins when no other large one runs."""
        alone = self._memory.idle() and not self._picked
        if self._hungry in (None, batch) and (alone or need <= self._memory.room() - self._picked):
            self._hungry = None
            self._picked += need
            return True
        self._hungry = self._hungry or batch
        return False

    def _head(self, tx: Transaction, batch: _Batch, got: Got) -> Head | None:
        """The next job whose drive is there; jobs before it that wait for theirs are parked."""
        for _step in range(PARKINGS):
            head = transitions.head(tx, batch.id)
            if head is None or self._away.get(head.input_root, head.id) == head.id:
                return head
            if batch.ordered:  # the others stand behind it, whatever drive they are on
                lanes.park(tx, batch.id, head.input_root, 1)
                return None
            lanes.park(tx, batch.id, head.input_root)
        got.more = True
        return None


def _allowed(free: int, busy: int, probes: int, limit: int | None) -> int:
    """How many of `free` places may be filled: a lane in trouble tries one job at a time, a limited one keeps to it."""
    most = 1 if probes else limit
    return free if most is None else max(0, min(free, most - busy))


def _with_past(tx: Transaction, job: Claimed) -> ClaimedTask:
    """`job` with its journalled outputs and checkpoint; a first attempt has neither, so nothing is asked."""
    if job.attempt == 1:
        return ClaimedTask(job)
    owned = {path_out(row[0]): row[1] for row in tx.rows("effects_of", {"job": job.id})}
    saved = tx.one("checkpoint_get", {"job": job.id})
    return ClaimedTask(job, owned, json.loads(saved[0]) if saved else None)


_TIMES: tuple[tuple[str, Callable[[int], dict[str, Any]]], ...] = (
    ("next_due", lambda now: {}),
    ("next_lane_due", lambda now: {}),
    ("next_drive_due", lambda now: {}),
    ("next_expiry", lambda now: {}),
    ("next_start", lambda now: {"now": now}),
)


def _earliest(tx: Transaction, again: list[int]) -> int | None:
    times: list[Any] = [tx.one(name, values(tx.now)) for name, values in _TIMES]
    known = [row[0] for row in times if row and row[0] is not None]
    return min(known + again, default=None)
