"""The engine's bookkeeping between workers and the store: who is running, and how endings reach the disk.

Owns: the set of running attempts (for cancel), posting of endings and lane pauses. Must not know: processes, Qt.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from functools import partial

from app.engine.outcome import LanePause
from app.store import transitions
from app.store.transitions import Claimed, Ending
from app.store.writer import Transaction, Writer

log = logging.getLogger(__name__)

CPU = "cpu"  # the lane of everything that runs in worker processes
Token = tuple[int, int]  # (job, attempt): the fence


class Ledger:
    """Posts what happened to the writer. `wake` is called after anything that may let other work start."""

    def __init__(self, writer: Writer, session: str, clock: Callable[[], int], wake: Callable[[], None]) -> None:
        self._writer = writer
        self._session = session
        self._clock = clock
        self._wake = wake
        self._lock = threading.Lock()
        self._cancellers: dict[Token, Callable[[], None]] = {}
        self._cancelled: set[Token] = set()
        self._probes: dict[str, tuple[int, int]] = {}  # pauses of a lane in a row, and when the last one began

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

    def probes(self, lane: str, job: Claimed) -> int:
        """How often `lane` had paused itself in a row before this attempt began. Several connections that meet the
        same trouble at once are one pause, not several."""
        with self._lock:
            count, since = self._probes.get(lane, (0, 0))
            return count - (count > 0 and job.started <= since)

    def wake(self) -> None:
        """More work can be taken than a moment ago."""
        self._wake()

    def ended(self, endings: list[Ending], lane: str, pause: LanePause | None = None) -> Future[list[bool]]:
        """Record endings (and the pause of their lane) in one commit."""
        with self._lock:
            for ending in endings:
                token = (ending.job.id, ending.job.attempt)
                self._cancellers.pop(token, None)
                self._cancelled.discard(token)
            well = any(ending.failure is None for ending in endings)
            count, since = self._probes.get(lane, (0, 0))
            if pause is not None and any(ending.job.started > since for ending in endings):
                self._probes[lane] = (count + 1, self._clock())
            elif well and pause is None:
                self._probes.pop(lane, None)
        session, until = self._session, None
        if pause is not None and pause.delay is not None:
            until = self._clock() + round(pause.delay * 1000)

        def record(tx: Transaction) -> list[bool]:
            results = transitions.end_all(tx, session, endings)
            if pause is not None:
                transitions.pause_lane(tx, lane, pause.failure, until)
            elif well:
                transitions.lane_well(tx, lane)
            return results

        future = self._writer.post(record)
        future.add_done_callback(self._after)
        return future

    def _after(self, future: Future[list[bool]]) -> None:
        error = future.exception()
        if error is not None:
            log.error("endings could not be recorded: %s", error)
        elif not all(future.result()):
            log.info("an ending came too late: the job was no longer ours")
        self._wake()
