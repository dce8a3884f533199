"""What the window knows of the queue as a whole: one snapshot, read in one go, that every count on screen comes from.

Owns: when it is read again (after events, at most every 150 ms, on the reader's thread). Must not know: widgets, rows.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.core.events import Event, ScanProgress
from app.core.model import DRIVE, PAUSED_HERE, Batch, CauseGroup, Counts, Lane, Watch
from app.core.states import BatchState, JobState
from app.store.reader import JobView, Reader
from app.window.bridge import Bridge
from app.window.describe import now_ms

PAUSE_MS = 150  # numbers that change faster than this are not read by anybody
OVER = (BatchState.FINISHED, BatchState.CANCELLED)
DUE_SAMPLE = 256  # rows looked at for the next try; they are in queue order, so the earliest is almost always there


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The queue at one moment. `due`: ms UTC of the next try when nothing else can start."""

    batches: tuple[Batch, ...] = ()
    counts: Counts = field(default_factory=Counts)
    paused: bool = False
    lanes: tuple[Lane, ...] = ()
    due: int | None = None
    fresh: dict[int, tuple[CauseGroup, ...]] = field(default_factory=dict)  # causes of batches that are not started
    watches: tuple[Watch, ...] = ()
    at: int = 0  # ms UTC, when it was read

    def batch(self, number: int) -> Batch | None:
        """The batch with this id, unless it was dismissed."""
        return next((b for b in self.batches if b.id == number), None)

    @property
    def empty(self) -> bool:
        """Whether there is nothing at all to show."""
        return not self.batches


def read_snapshot(reader: Reader) -> Snapshot:
    """Everything of one moment. Raises StoreError."""
    with reader.snapshot():
        counts = reader.counts()
        due = None
        if counts.waiting and not counts.running and not counts.ready:
            ids = reader.job_ids(JobView(states=frozenset({JobState.WAITING})))[:DUE_SAMPLE]
            due = min((job.run_at for job in reader.jobs(ids) if job.run_at is not None), default=None)
        lanes = tuple(lane for lane in reader.lanes() if lane.paused)
        batches = tuple(reader.batches())
        fresh = {b.id: tuple(reader.causes(b.id)) for b in batches if b.counts.failed and not b.started}
        watches = tuple(reader.watches())
        return Snapshot(batches, counts, reader.paused(), lanes, due, fresh, watches, now_ms())


def waits_for_send(batch: Batch) -> bool:
    """Whether `batch` is e-mail that nobody has confirmed yet. Only its own check page starts it."""
    return batch.state is BatchState.PAUSED and batch.kind == "mail" and (not batch.started or waits_for_rest(batch))


def waits_for_rest(batch: Batch) -> bool:
    """Whether the first messages of `batch` have left and a person is to say whether the others follow."""
    waits = batch.state is BatchState.PAUSED and batch.kind == "mail" and batch.started is not None
    return waits and batch.note == PAUSED_HERE and batch.counts.ready + batch.counts.waiting > 0


def letters_folder(batch: Batch) -> str:
    """Where an e-mail batch is written as files instead of being sent, or ""."""
    return str((batch.options.get("options") or {}).get("eml") or "")


def startable(batch: Batch) -> bool:
    """Whether Run may start `batch`: it waits for a person and is not e-mail waiting to be sent."""
    return batch.state is BatchState.PAUSED and batch.counts.open > 0 and not waits_for_send(batch)


def all_left_out(batch: Batch) -> bool:
    """Whether `batch` was over before it began: every file of the drop was done or made before."""
    counts = batch.counts
    return batch.state is BatchState.FINISHED and batch.started is None and counts.skipped == counts.total > 0


def going(batch: Batch) -> bool:
    """Whether something of `batch` runs or may start by itself."""
    counts = batch.counts
    return counts.running > 0 or (batch.state is BatchState.ACTIVE and counts.ready + counts.waiting > 0)


def starts_later(batch: Batch, at: int) -> int | None:
    """When (ms UTC) a batch that was let go begins, as long as that is after `at`; else None."""
    waits = batch.state is BatchState.ACTIVE and not batch.counts.running and batch.counts.ready + batch.counts.waiting
    return batch.not_before if waits and (batch.not_before or 0) > at else None


def is_drive(lane: Lane) -> bool:
    """Whether a pause concerns a drive that is away (the jobs on other drives go on), not a lane."""
    return lane.name.startswith(DRIVE)


def at_work(now: Snapshot) -> bool:
    """Whether anything runs or is just about to: between two short jobs, for a moment nothing does."""
    if now.counts.running:
        return True
    ready = any(
        batch.state is BatchState.ACTIVE and batch.counts.ready and starts_later(batch, now.at) is None
        for batch in now.batches
    )
    return ready and not now.paused and all(is_drive(lane) for lane in now.lanes)


class QueueState(QObject):
    """Keeps `now` fresh and says when it changed. `scans` says how far looking through folders is, by batch."""

    changed = Signal(object)  # Snapshot

    def __init__(self, reading: Bridge[Reader], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = Snapshot()
        self.loaded = False
        self.scans: dict[int, ScanProgress] = {}
        self._reading = reading
        self._asked = False
        self._dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._read)

    @property
    def pending(self) -> bool:
        """Whether something is going to be read: what `now` says may be old."""
        return self._asked or self._timer.isActive()

    @Slot(object)
    def on_events(self, events: tuple[Event, ...]) -> None:
        """Something happened in the queue: read it again soon."""
        for event in events:
            if isinstance(event, ScanProgress):
                if event.done:
                    self.scans.pop(event.batch, None)
                else:
                    self.scans[event.batch] = event
        self._dirty = True
        if not self._asked and not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        """Read now."""
        self._dirty = True
        self._read()

    @Slot()
    def _read(self) -> None:
        if self._asked or not self._dirty:
            return
        self._asked, self._dirty = True, False
        self._reading.run(read_snapshot, self._arrived, self._failed)

    def _failed(self, error: Exception) -> None:
        self._asked = False
        self._reading.failed.emit(str(error))

    def _arrived(self, snapshot: Snapshot) -> None:
        self._asked = False
        self.loaded = True
        self.now = snapshot
        self.changed.emit(snapshot)
        if self._dirty:
            self._timer.start()
