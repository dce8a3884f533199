"""The night's story for the log: what was decided about batches, jobs, lanes and the queue, and why, one line each.

Owns: the sentences, and that a storm of equal failures is told by its first lines and a number. A queued handler: it
reads the queue's file for the words. Must not know: where log lines go (`app/system/logs.py`). Each line carries
`facts` (batch, job, lane, code) for whoever filters by them.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from app.core.events import BatchChanged, EngineTrouble, Event, JobChanged, LaneChanged, QueuePaused, ScanProgress
from app.core.failures import FailureClass, info
from app.core.figures import outcome_of
from app.core.model import DRIVE, Batch, Counts
from app.core.retry import tries_allowed
from app.core.states import BatchState, JobState, Outcome
from app.engine.clock import Clock
from app.store.errors import StoreError
from app.store.reader import Reader

log = logging.getLogger(__name__)

TOLD_A_MINUTE = 20  # equal decisions about jobs of one batch; the others are counted
MINUTE_S = 60.0
QUIET = frozenset({Outcome.DONE, Outcome.SKIPPED, Outcome.CANCELLED})  # the batch's end counts them


class Decisions:
    """A handler of events that writes what they mean to the log."""

    def __init__(self, open_reader: Callable[[], Reader], clock: Clock) -> None:
        self._open_reader = open_reader
        self._clock = clock
        self._states: dict[int, BatchState] = {}
        self._storms: dict[tuple[int, Outcome, str], int] = {}  # decisions of this minute
        self._minute = clock.steady()

    def __call__(self, events: Sequence[Event]) -> None:
        """Tell what `events` mean. Batches and jobs are read as they are now, which may be later than the event."""
        if self._clock.steady() - self._minute >= MINUTE_S:
            self._tell_storms()
        if not log.isEnabledFor(logging.DEBUG):  # jobs that begin and end well are details, and most of what happens
            events = [event for event in events if not (type(event) is JobChanged and event.code is None)]
        if not events:
            return
        with self._open_reader() as reader:
            for event in events:
                try:
                    self._tell(reader, event)
                except StoreError as error:
                    log.warning("what happened cannot be told in full: %s (%s)", event, error)

    def _tell(self, reader: Reader, event: Event) -> None:
        match event:
            case JobChanged():
                self._job(reader, event)
            case BatchChanged():
                self._batch(reader, event)
            case LaneChanged():
                self._lane(event)
            case QueuePaused():
                _say(logging.INFO, f"The queue {'was paused' if event.paused else 'goes on'}, as a person asked.")
            case ScanProgress(done=True):
                words = f"Batch {event.batch}: {event.files:,} files and {event.folders:,} folders were looked through."
                _say(logging.INFO, words, batch=event.batch)
            case EngineTrouble() if event.message:
                _say(logging.ERROR, f"{event.message} ({event.code})", code=event.code)
            case EngineTrouble():
                _say(logging.INFO, "The queue can be written again.")
            case _:
                log.debug("%s", event)

    # Jobs

    def _job(self, reader: Reader, event: JobChanged) -> None:
        outcome = outcome_of(event)
        if outcome is None or outcome in QUIET or event.code in (None, "INTERRUPTED"):
            log.debug("%s", event)
            return
        key = (event.batch, outcome, event.code or "")
        count = self._storms[key] = self._storms.get(key, 0) + 1
        if count > TOLD_A_MINUTE:
            return
        level = logging.WARNING if outcome in (Outcome.FAILED, Outcome.UNCONFIRMED) else logging.INFO
        words = f"Job {event.job} of batch {event.batch} {self._decided(reader, event, outcome)}"
        _say(level, words, batch=event.batch, job=event.job, code=event.code)

    def _decided(self, reader: Reader, event: JobChanged, outcome: Outcome) -> str:
        code = event.code or ""
        known = info(code)
        attempt = next((a for a in reader.attempts(event.job) if a.attempt == event.attempt), None)
        failure = attempt.failure if attempt is not None else None
        why = f"{failure.message if failure is not None else known.title} ({code})"
        if outcome is Outcome.RETRY:
            job = reader.job(event.job)
            due = job.run_at if job is not None and job.attempt == event.attempt else None
            when = f" {self._in(due)}" if due is not None else ""
            return f"is tried again{when}, after try {event.tries} of {tries_allowed(known.failure_class)}: {why}"
        if outcome is Outcome.UNCONFIRMED:
            return f"is unconfirmed until a person settles it: {why}"
        if outcome is Outcome.INTERRUPTED:
            waits = " and waits for its drive" if event.state is JobState.WAITING else ""
            return f"was given back{waits}, which counts as no try: {why}"
        last = tries_allowed(known.failure_class) > 1 and known.failure_class is not FailureClass.POISON
        tries = "1 try" if event.tries == 1 else f"{event.tries} tries"
        return f"failed{f' for good after {tries}' if last else ''}: {why}"

    def _tell_storms(self) -> None:
        """What was not told of the minute that is over, as numbers."""
        for (batch, outcome, code), count in self._storms.items():
            if count > TOLD_A_MINUTE:
                more = count - TOLD_A_MINUTE
                words = f"Batch {batch}: {more:,} more jobs {_PLURAL[outcome]}: {info(code).title} ({code})"
                _say(logging.INFO, words, batch=batch, code=code)
        self._storms.clear()
        self._minute = self._clock.steady()

    # Batches and lanes

    def _batch(self, reader: Reader, event: BatchChanged) -> None:
        if self._states.get(event.batch) is event.state:  # something else of it changed
            return
        before = self._states.get(event.batch)
        self._states[event.batch] = event.state
        batch = reader.batch(event.batch)
        if batch is None:
            return
        if event.state in (BatchState.FINISHED, BatchState.CANCELLED):
            del self._states[event.batch]
            self._tell_storms()
        _say(logging.INFO, f"Batch {batch.id} {_batch_words(batch, event.state, before)}", batch=batch.id)

    def _lane(self, event: LaneChanged) -> None:
        is_drive = event.lane.startswith(DRIVE)
        what = f"Drive {event.lane.removeprefix(DRIVE)}" if is_drive else f"Lane {event.lane}"
        if not event.paused:
            _say(logging.INFO, f"{what} goes on.", lane=event.lane)
            return
        until = "until a person resumes it" if event.until is None else f"and is tried again {self._in(event.until)}"
        words = f"{what} is paused {until}: {event.message or info(event.code or '').title} ({event.code})"
        _say(logging.WARNING, words, lane=event.lane, code=event.code)

    def _in(self, when: int) -> str:
        """`in 30 s (02:14:05 UTC)`."""
        seconds = max(0.0, (when - self._clock.now_ms()) / 1000)
        clock_time = datetime.fromtimestamp(when / 1000, UTC).strftime("%H:%M:%S")
        return f"in {seconds:,.0f} s ({clock_time} UTC)" if seconds >= 1 else "at once"


_PLURAL = {
    Outcome.RETRY: "are tried again",
    Outcome.FAILED: "failed",
    Outcome.UNCONFIRMED: "are unconfirmed",
    Outcome.INTERRUPTED: "were given back",
}


def _batch_words(batch: Batch, state: BatchState, before: BatchState | None) -> str:
    counts = batch.counts
    if state is BatchState.BUILDING:
        return f"was added: {batch.title}, recipe {batch.recipe_name} ({batch.kind})"
    if state is BatchState.ACTIVE:
        again = " again" if before is None else ""
        return f"may run{again}: {counts.open:,} of {counts.total:,} jobs are open"
    if state is BatchState.PAUSED:
        return f"waits: {batch.note or 'paused'}"
    ended = _ends(counts)
    if state is BatchState.CANCELLED:
        return f"was cancelled: {batch.note or ended}"
    since = batch.started or batch.created
    seconds = f" in {(batch.finished - since) / 1000:,.1f} s" if batch.finished is not None else ""
    return f"is finished{seconds}: {ended}"


def _ends(counts: Counts) -> str:
    states = (JobState.DONE, JobState.SKIPPED, JobState.FAILED, JobState.UNCONFIRMED, JobState.CANCELLED)
    return ", ".join(f"{counts.of(s):,} {s.value}" for s in states if counts.of(s)) or "there was nothing to do"


def _say(level: int, words: str, **facts: Any) -> None:
    log.log(level, "%s", words, extra={"facts": facts})
