"""The engine's bookkeeping between workers and the store: who is running, and how endings reach the disk.

Owns: the set of running attempts (for cancel), posting of endings and lane pauses, how often a lane or drive was looked
at in vain. Must not know: processes, Qt.
"""

import logging
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from functools import partial

from app.core.breaker import Breaker
from app.core.failures import DRIVE_MISSING, QUOTA_DAY, RATE_LIMIT, SHARED_CAUSES, Failure, FailureClass
from app.core.model import DRIVE
from app.core.states import Outcome
from app.engine.outcome import Judge, LanePause
from app.store import lanes, sending, transitions
from app.store.transitions import Claimed, Ending
from app.store.writer import Transaction, Writer

log = logging.getLogger(__name__)

CPU = "cpu"  # the lane of everything that runs in worker processes
Token = tuple[int, int]  # (job, attempt): the fence
QUOTA_LOOK_MS = 3_600_000  # a day's limit that others have used up: look once an hour


class Ledger:
    """Posts what happened to the writer. `wake` is called after anything that may let other work start."""

    def __init__(
        self,
        writer: Writer,
        session: str,
        clock: Callable[[], int],
        judge: Judge,
        wake: Callable[[], None],
        probes: Mapping[str, int],
    ) -> None:
        """`probes`: how often lanes and drives had been looked at in vain when the program ended."""
        self._writer = writer
        self._session = session
        self._clock = clock
        self._judge = judge
        self._wake = wake
        self._lock = threading.Lock()
        self._cancellers: dict[Token, Callable[[], None]] = {}
        self._cancelled: set[Token] = set()
        # Pauses of a lane or drive in a row, and when the last one began.
        self._probes: dict[str, tuple[int, int]] = {name: (count, 0) for name, count in probes.items() if count}
        self._breakers: defaultdict[str, Breaker] = defaultdict(Breaker)

    def began(self, jobs: Iterable[Claimed], cancel: Callable[[int], None]) -> None:
        """These attempts are in the hands of somebody who ends one when `cancel(job)` is called. Look at
        `was_cancelled` afterwards: a cancel may have come between the claim and this call."""
        with self._lock:
            for job in jobs:
                self._cancellers[job.id, job.attempt] = partial(cancel, job.id)

    def cancel(self, attempts: Iterable[Token]) -> None:
        """Ask for the end of running attempts; their ending says when it came true."""
        asked = list(attempts)
        with self._lock:
            self._cancelled.update(asked)
            wanted = [self._cancellers[token] for token in asked if token in self._cancellers]
        for cancel in wanted:
            cancel()

    def was_cancelled(self, job: Claimed) -> bool:
        """Whether somebody asked for the end of this attempt."""
        with self._lock:
            return (job.id, job.attempt) in self._cancelled

    def probes(self, lane: str, job: Claimed, failure: Failure) -> int:
        """How often what `failure` speaks of (the lane, or the job's drive) had paused in a row before this attempt
        began. Several connections that meet the same trouble at once are one pause, not several."""
        with self._lock:
            return self._looks(_what(lane, job, failure), job)

    def _looks(self, what: str, job: Claimed) -> int:
        count, since = self._probes.get(what, (0, 0))
        return count - (count > 0 and job.started <= since)

    def wake(self) -> None:
        """More work can be taken than a moment ago."""
        self._wake()

    def ended(self, endings: list[Ending], lane: str, pause: LanePause | None = None) -> Future[list[bool]]:
        """Record endings (and the pause of their lane) in one commit. A lane whose attempts fail one after the other
        is paused here, too."""
        with self._lock:
            for ending in endings:
                token = (ending.job.id, ending.job.attempt)
                self._cancellers.pop(token, None)
                self._cancelled.discard(token)
            well = False
            for ending in endings:
                tripped = self._weigh(lane, ending)
                pause = pause or tripped
                well = well or _is_well(ending)
            if pause is not None:
                self._paused(lane, endings)
            elif well:
                self._probes.pop(lane, None)
        session, until = self._session, None
        if pause is not None and pause.delay is not None:
            until = self._clock() + round(pause.delay * 1000)

        def record(tx: Transaction) -> list[bool]:
            results = transitions.end_all(tx, session, endings)
            doubted = lane != CPU and _learn(tx, lane, endings)
            if pause is not None and not (doubted and pause.failure.code in sending.REFUSALS):
                holds = self._holds(tx, lane, pause, until)
                lanes.pause_lane(tx, lane, pause.failure, holds)
                if pause.failure.code == QUOTA_DAY and holds is not None:
                    lanes.put_off(tx, lane, holds)
            elif well:
                lanes.lane_well(tx, lane)
            return results

        future = self._writer.post(record)
        future.add_done_callback(self._after)
        return future

    def _holds(self, tx: Transaction, lane: str, pause: LanePause, until: int | None) -> int | None:
        """Until when a pause holds. A day's limit that the server has found reached opens again, bit by bit, 24 hours
        after what was sent first; unless the server says itself how long."""
        failure = pause.failure
        if until is None or failure.code != QUOTA_DAY or failure.retry_after is not None:
            return until
        opens = sending.day_opens(tx, lane) or tx.now + QUOTA_LOOK_MS
        return max(until, tx.now + round((opens - tx.now) * self._judge.scale))

    def _weigh(self, lane: str, ending: Ending) -> LanePause | None:
        """Count one ending for its drive and its lane; the pause of the lane when its breaker opens."""
        failure, drive = ending.failure, f"{DRIVE}{ending.job.input_root}"
        if ending.look_at is not None:
            self._paused(drive, [ending])
            return None
        if _is_well(ending):
            self._probes.pop(drive, None)
        if ending.outcome in (Outcome.INTERRUPTED, Outcome.CANCELLED):
            return None
        code = failure.code if failure else None
        looks = self._looks(lane, ending.job)
        opened = self._breakers[lane].note(code)
        if failure is not None and (opened or (looks and code in SHARED_CAUSES)):
            return self._judge.breaks(failure, looks)
        return None

    def _paused(self, what: str, endings: list[Ending]) -> None:
        count, since = self._probes.get(what, (0, 0))
        if count == 0 or any(ending.job.started > since for ending in endings):
            self._probes[what] = (count + 1, self._clock())

    def _after(self, future: Future[list[bool]]) -> None:
        error = future.exception()
        if error is not None:
            log.error("endings could not be recorded: %s", error)
        elif not all(future.result()):
            log.info("an ending came too late: the job was no longer ours")
        self._wake()


def _learn(tx: Transaction, lane: str, endings: list[Ending]) -> bool:
    """What endings of a lane's messages teach: how fast it may go, and whether a batch looks like spam: it pauses then
    (True)."""
    codes = [(ending.failure.code, ending.job) for ending in endings if ending.failure is not None]
    taken = sum(ending.outcome is Outcome.DONE for ending in endings)
    slowed = max((job.started for code, job in codes if code == RATE_LIMIT), default=None)
    sending.learn(tx, lane, taken, slowed)
    return any([sending.doubt(tx, batch) for batch in {job.batch for code, job in codes if code in sending.REFUSALS}])


def _what(lane: str, job: Claimed, failure: Failure) -> str:
    return f"{DRIVE}{job.input_root}" if failure.code == DRIVE_MISSING else lane


def _is_well(ending: Ending) -> bool:
    """Whether this ending shows that its lane works: it ended well, or the file itself was at fault."""
    failure = ending.failure
    return failure is None or (failure.failure_class is FailureClass.PERMANENT and failure.code not in SHARED_CAUSES)
