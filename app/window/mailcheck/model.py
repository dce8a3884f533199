"""The rows of the mail check's grid: ids of one segment, read a page at a time with their frozen messages.

Owns: which rows are shown and their pages. Must not know: how a row is drawn (`grid.py`), the page around it.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core.model import Job
from app.store.reader import Reader
from app.window.mailcheck.rows import Row, row_of, spoken
from app.window.text import tr

Index = QModelIndex | QPersistentModelIndex

PAGE = 64  # messages are read with their bodies: 64 of them in about 5 ms, and a screen shows 25
PAGES = 32


class Column(IntEnum):
    """Columns of the grid."""

    STATE = 0
    TO = 1
    TEXT = 2
    ATTACHED = 3


class MailModel(QAbstractTableModel):
    """See the module. `reader` belongs to the GUI thread; the ids come from a reader's own thread."""

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, list[tuple[Job, Row] | None]] = OrderedDict()

    def show_ids(self, ids: "array[int]") -> None:
        """Show these jobs, in this order. The same ids again only read their rows anew."""
        if ids == self._ids:
            self._pages.clear()
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    @property
    def ids(self) -> "array[int]":
        """The ids shown. Do not change it."""
        return self._ids

    def job(self, row: int) -> Job | None:
        """The job in `row`; None when it is gone by now."""
        found = self._at(row)
        return found[0] if found is not None else None

    def row(self, row: int) -> Row | None:
        """The words of `row`; None when its job is gone by now."""
        found = self._at(row)
        return found[1] if found is not None else None

    def payload(self, row: int) -> dict[str, Any] | None:
        """The frozen message of `row`, read now."""
        return self._reader.payload(self._ids[row]) if 0 <= row < len(self._ids) else None

    def _at(self, row: int) -> tuple[Job, Row] | None:
        page, place = divmod(row, PAGE)
        if page in self._pages:
            self._pages.move_to_end(page)
        else:
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            found = {job.id: (job, row_of(job, self._reader.payload(job.id))) for job in self._reader.jobs(ids)}
            self._pages[page] = [found.get(i) for i in ids]
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        rows = self._pages[page]
        return rows[place] if place < len(rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES or not index.isValid():
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row) if index.column() == Column.STATE else _CELLS[Column(index.column())](row)
        return _CELLS[Column(index.column())](row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (tr("State"), tr("To"), tr("Subject, or what is wrong"), tr("Attached"))
        return titles[section]


_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_CELLS: dict[Column, Callable[[Row], str]] = {
    Column.STATE: lambda row: row.word,
    Column.TO: lambda row: row.address,
    Column.TEXT: lambda row: row.text,
    Column.ATTACHED: lambda row: row.attached,
}
