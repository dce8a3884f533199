"""The rows of the queue table: an array of ids, a page of rows at a time, read from SQLite by id.

Owns: which jobs are shown, in which order, and their freshness. Must not know: how a row is drawn (`delegate.py`).
There is no proxy model: sorting and filtering are SQL on the reader's thread, swapped in whole. A page of 256 rows is
read by id in about 3 ms, so the view asks for it while it paints.
"""

import time
from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import compress, count, pairwise
from operator import gt
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal, Slot

from app.core.events import Event, JobChanged, JobsAdded, JobsChanged
from app.core.model import Batch, Job
from app.store.errors import StoreError
from app.store.reader import JobView, Order, Reader
from app.window import describe
from app.window.bridge import Bridge
from app.window.text import face, number, size, tr, word

PAGE = 256
PAGES = 24  # 6,000 rows at most in memory, about 6 MB
RELIST_MS = 250  # how often the list of ids may be read again while rows change
RELIST_SHARE = 4  # and for at most one part in so many of the time: a million ids take half a second
RUNS = 32  # times that ids may begin anew before a dictionary finds a row sooner
INDEX_STEP = 20_000  # rows indexed at a stretch, so that the reader's thread lets the GUI thread in between

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """Columns in their default order. The last four start hidden."""

    STATE = 0
    NAME = 1
    DETAIL = 2
    SIZE = 3
    TIME = 4
    BATCH = 5
    RECIPE = 6
    TRY = 7
    FOLDER = 8
    OUTPUT = 9


ORDERS: dict[Column, Order] = {
    Column.STATE: "state",
    Column.NAME: "name",
    Column.SIZE: "size",
    Column.TIME: "time",
}


class Runs:
    """Where each id is in ids that ascend but for the rows that a person moved (the order of the queue), found by
    halving: a dictionary of a million rows would take 130 MB. `starts`: the rows at which ascending ids begin anew."""

    def __init__(self, ids: "array[int]", starts: Sequence[int]) -> None:
        self._ids = ids
        self._spans = tuple(pairwise((*starts, len(ids))))

    def get(self, job: int) -> int | None:
        """The row of `job`, or None."""
        for start, end in self._spans:
            row = bisect_left(self._ids, job, start, end)
            if row < end and self._ids[row] == job:
                return row
        return None


Places = Runs | dict[int, int]


@dataclass(frozen=True, slots=True)
class Listing:
    """What the reader's thread found for a view: ids in order and where each is."""

    view: JobView
    ids: "array[int]"
    rows: Places


def read_listing(reader: Reader, view: JobView) -> Listing:
    """The ids of `view`. Raises StoreError."""
    ids = reader.job_ids(view)
    if view.order == "queue" and not view.descending:
        starts = run_starts(ids)
        if len(starts) <= RUNS:
            return Listing(view, ids, Runs(ids, starts))
    rows: dict[int, int] = {}
    for start in range(0, len(ids), INDEX_STEP):
        part = ids[start : start + INDEX_STEP]
        rows.update(zip(part, range(start, start + len(part)), strict=True))
    return Listing(view, ids, rows)


def run_starts(ids: "array[int]") -> list[int]:
    """The rows at which ascending ids begin anew: [4, 9, 1, 2, 3] → [0, 2]."""
    starts = [0]
    for start in range(0, len(ids), INDEX_STEP):
        part = ids[start : start + INDEX_STEP + 1]
        starts += compress(count(start + 1), map(gt, part, part[1:]))
    return starts


class QueueModel(QAbstractTableModel):
    """See the module. `listed` is emitted after the list of ids was swapped or has grown. `most_tries`: see
    `Backend.most_tries`."""

    listed = Signal()
    failed = Signal(str)

    def __init__(
        self,
        reader: Reader,
        reading: Bridge[Reader],
        parent: QObject | None = None,
        most_tries: Callable[[], int | None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._most_tries = most_tries
        self.view = JobView()
        self.loaded = False
        self.batches: dict[int, Batch] = {}
        self.progress: Mapping[int, tuple[float, str]] = {}
        self._reader = reader
        self._reading = reading
        self._ids: array[int] = array("q")
        self._rows: Places = {}
        self._pages: OrderedDict[int, list[Job | None]] = OrderedDict()
        self._asked: JobView | None = None
        self._asked_at = 0.0
        self._again = False
        self._relist = QTimer(self)
        self._relist.setSingleShot(True)
        self._relist.setInterval(RELIST_MS)
        self._relist.timeout.connect(self.reload)

    # What is shown

    @property
    def pending(self) -> bool:
        """Whether the list of ids is going to be read."""
        return self._asked is not None or self._relist.isActive()

    def show(self, view: JobView) -> None:
        """Show the jobs of `view`; the old rows stay until the new ones are read."""
        self.view = view
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the list of ids again."""
        if self._asked == self.view:
            self._again = True
            return
        self._asked, view = self.view, self.view
        self._asked_at = time.monotonic()
        self._reading.run(lambda reader: read_listing(reader, view), self._arrived, self._unread)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by SQL; a column without an order of its own means the order of the queue."""
        named: Order = ORDERS.get(Column(column), "queue") if column >= 0 else "queue"
        down = order is Qt.SortOrder.DescendingOrder and named != "queue"
        view = replace(self.view, order=named, descending=down)
        if view != self.view:
            self.show(view)

    def _unread(self, error: Exception) -> None:
        self._asked = None
        self.failed.emit(str(error))

    def _arrived(self, listing: Listing) -> None:
        if listing.view != self.view:
            return  # an answer to a question that was replaced meanwhile
        self._asked = None
        took_ms = round((time.monotonic() - self._asked_at) * 1000)
        self._relist.setInterval(max(RELIST_MS, took_ms * RELIST_SHARE))
        self._swap(listing)
        self.loaded = True
        self.listed.emit()
        if self._again:
            self._again = False
            self._relist.start()

    def _swap(self, listing: Listing) -> None:
        old, new = self._ids, listing.ids
        if self.loaded and len(new) >= len(old) and new[: len(old)] == old:
            if len(new) > len(old):
                self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
                self._ids, self._rows = new, listing.rows
                self._pages.pop(len(old) // PAGE, None)
                self.endInsertRows()
            return
        self.beginResetModel()
        self._ids, self._rows = new, listing.rows
        self._pages.clear()
        self.endResetModel()

    # Rows

    @property
    def ids(self) -> "array[int]":
        """The ids shown, in order. Do not change it."""
        return self._ids

    def row_of(self, job: int) -> int | None:
        """Where the job is in this view, or None."""
        return self._rows.get(job)

    def job(self, row: int) -> Job | None:
        """The job in `row`, read with its page when needed; None for a row that is gone by now."""
        number_of_page, place = divmod(row, PAGE)
        page = self._pages.get(number_of_page)
        if page is None:
            page = self._read_page(number_of_page)
        else:
            self._pages.move_to_end(number_of_page)
        return page[place] if place < len(page) else None

    def jobs(self, ids: Sequence[int]) -> list[Job]:
        """These jobs as they are now (for a command on a selection; keep it short)."""
        return self._reader.jobs(ids)

    def _read_page(self, page: int) -> list[Job | None]:
        ids = self._ids[page * PAGE : (page + 1) * PAGE]
        try:
            found = {job.id: job for job in self._reader.jobs(ids)}
        except StoreError as error:  # said once a page: this is called while painting
            self.failed.emit(str(error))
            found = {}
        rows = [found.get(i) for i in ids]
        self._pages[page] = rows
        if len(self._pages) > PAGES:
            self._pages.popitem(last=False)
        return rows

    # Changes

    def on_events(self, events: Iterable[Event], first: int, last: int) -> None:
        """Take changes of the queue; rows `first`..`last` are on screen and are read again now, others when needed."""
        changed: set[int] = set()
        relist = everything = False
        for event in events:
            if isinstance(event, JobChanged):
                row = self._rows.get(event.job)
                if row is not None:
                    changed.add(row)
                relist |= self._may_move(event)
            elif isinstance(event, JobsAdded):
                relist |= self.view.batch in (None, event.batch)
            elif isinstance(event, JobsChanged):
                everything |= self.view.batch is None or event.batch in (None, self.view.batch)
        if everything:
            self._pages.clear()
            self._emit(first, last)
        elif changed:
            self._refresh(changed, first, last)
        if (relist or (everything and self._filtered())) and not self._relist.isActive():
            self._relist.start()

    def _filtered(self) -> bool:
        """Whether a change of many jobs can change which rows are shown, or their order: rows of a batch are moved."""
        moved = self.view.batch is not None and self.view.order == "queue"
        return moved or self.view.states is not None or self.view.order in ("state", "time")

    def _may_move(self, event: JobChanged) -> bool:
        if self.view.batch not in (None, event.batch):
            return False
        if self.view.states is None:
            return self.view.order in ("state", "time")
        return (event.state in self.view.states) != (self._rows.get(event.job) is not None)

    def _refresh(self, changed: set[int], first: int, last: int) -> None:
        seen = [row for row in changed if first <= row <= last]
        for page in {row // PAGE for row in changed if not first <= row <= last}:
            self._pages.pop(page, None)
        if not seen:
            return
        for job in self._reader.jobs([self._ids[row] for row in seen]):
            row = self._rows.get(job.id)
            rows = None if row is None else self._pages.get(row // PAGE)
            if row is not None and rows is not None and row % PAGE < len(rows):
                rows[row % PAGE] = job
        self._emit(min(seen), max(seen))

    def _emit(self, first: int, last: int) -> None:
        last = min(last, len(self._ids) - 1)
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if not index.isValid():
            return None
        job = self.job(index.row())
        if job is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.STATE:
            progress, marked = self.progress.get(job.id), self.marked(job)
            return describe.spoken(job, progress, describe.now_ms(), marked, self._most_tries())
        if role == Qt.ItemDataRole.ToolTipRole:
            return describe.tip(job, column is Column.NAME)
        return self.text(job, column)

    def marked(self, job: Job) -> bool:
        """Whether its batch pauses before this job."""
        batch = self.batches.get(job.batch)
        return batch is not None and batch.pause_at == job.id

    def detail(self, job: Job) -> describe.Detail:
        """What the Detail column shows."""
        progress, marked = self.progress.get(job.id), self.marked(job)
        return describe.detail(job, progress, describe.now_ms(), marked, self._most_tries())

    def text(self, job: Job, column: Column) -> str:
        """The words of one cell."""
        match column:
            case Column.STATE:
                return word(face(job))
            case Column.NAME:
                return describe.name(job)
            case Column.DETAIL:
                return self.detail(job).text
            case Column.SIZE:
                return size(job.size)
            case Column.TIME:
                return describe.time_taken(job, describe.now_ms())
            case Column.BATCH:
                batch = self.batches.get(job.batch)
                return batch.title if batch else ""
            case Column.RECIPE:
                batch = self.batches.get(job.batch)
                return batch.recipe_name if batch else ""
            case Column.TRY:
                return number(job.tries) if job.tries else ""
            case Column.FOLDER:
                return describe.folder(job.input)
            case Column.OUTPUT:
                return describe.folder(job.outputs[0]) if job.outputs else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.title(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in (Column.SIZE, Column.TIME)
            return int(
                (Qt.AlignmentFlag.AlignTrailing if right else Qt.AlignmentFlag.AlignLeading)
                | Qt.AlignmentFlag.AlignVCenter
            )
        return None

    def title(self, column: Column) -> str:
        """The heading of a column; names of e-mails are addresses."""
        match column:
            case Column.STATE:
                return tr("State")
            case Column.NAME:
                batch = self.batches.get(self.view.batch) if self.view.batch is not None else None
                return tr("To") if batch is not None and batch.kind == "mail" else tr("Name")
            case Column.DETAIL:
                return tr("Detail")
            case Column.SIZE:
                return tr("Size")
            case Column.TIME:
                return tr("Time")
            case Column.BATCH:
                return tr("Batch")
            case Column.RECIPE:
                return tr("Recipe")
            case Column.TRY:
                return tr("Try")
            case Column.FOLDER:
                return tr("Folder")
            case Column.OUTPUT:
                return tr("Output")
