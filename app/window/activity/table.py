"""The numbers of a chart as a table: what the keyboard walks through and a screen reader reads.

Owns: the model and how it looks. Must not know: what is counted.
"""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from app.window.left import LeftDelegate
from app.window.lines import Heading, plain_rows

Index = QModelIndex | QPersistentModelIndex
Rows = Sequence[tuple[str, ...]]
ROW = 27


class NumbersModel(QAbstractTableModel):
    """Columns by their names, rows of words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._rows: Rows = ()

    def show(self, names: tuple[str, ...], rows: Rows) -> None:
        """Show these rows. Only what changed is told as long as the shape stays: nobody's place is lost."""
        if (names, len(rows)) == (self._names, len(self._rows)):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(names) - 1))
            return
        self.beginResetModel()
        self._names, self._rows = names, rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return self._names[section] if role == Qt.ItemDataRole.DisplayRole else None


class NumbersTable(QTableView):
    """See the module. Columns are equally wide."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.numbers = NumbersModel(self)
        self.setModel(self.numbers)
        plain_rows(self, ROW)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalHeader(Heading(self))
        self.setItemDelegate(LeftDelegate(self))
        self.setMinimumHeight(120)

    def show_numbers(self, names: tuple[str, ...], rows: Rows) -> None:
        """Show these columns and rows."""
        self.numbers.show(names, rows)
        self._share()
        if not self.currentIndex().isValid() and rows:
            self.setCurrentIndex(self.numbers.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        columns = self.numbers.columnCount()
        for column in range(columns):
            self.setColumnWidth(column, self.viewport().width() // columns)
