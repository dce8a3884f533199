"""The page that lists what an undo left as it was, and why.

Owns: the list (as long as it is: a model, no widgets a file). Must not know: the queue.
"""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.window.lines import Heading, plain_rows
from app.window.text import isolated, printable, tr
from app.window.theme import font, tones
from app.window.undone import Undone, remainder
from app.window.widgets import Button, Look, filled, hairline, icon_button, secondary_label, title_label

Index = QModelIndex | QPersistentModelIndex
Role = QPalette.ColorRole
ROW, PAD = 32, 12


class LeftModel(QAbstractTableModel):
    """(path, why) as two columns."""

    def __init__(self, left: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._left = left

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._left)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return printable(self._left[index.row()][index.column()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return tr("Why") if section else tr("File")
        return None


class LeftDelegate(QStyledItemDelegate):
    """One cell: words with room beside them, a hairline below; the fill of the selection."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect = option.palette, QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, palette.color(Role.Highlight))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), palette.color(Role.Mid))
        quiet = Role.PlaceholderText if index.column() else Role.Text
        ink = palette.color(Role.HighlightedText if chosen and tones().contrast else quiet)
        painter.setPen(ink)
        painter.setFont(font(-1 if index.column() else 0))
        words = rect.adjusted(PAD, 0, -PAD, -1)
        shown = painter.fontMetrics().elidedText(str(index.data()), option.textElideMode, words.width())
        painter.setLayoutDirection(option.direction)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), isolated(shown))


class LeftPage(QWidget):
    """See the module. `back`: leave it; `reveal`: show this path in its folder."""

    back = Signal()
    reveal = Signal(str)

    def __init__(self, undone: Undone) -> None:
        super().__init__()
        filled(self)
        self._left = undone.report.left
        name = tr("Left as it is by undo")
        self.setAccessibleName(name)
        leave = icon_button("chevron-left", tr("Back to the queue"))
        leave.clicked.connect(self.back)
        copy = Button(tr("Copy list"), "copy", Look.BORDERED)
        copy.clicked.connect(self._copy)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title_label(tr("Left as it is: {title}").format(title=printable(undone.title))))
        words.addWidget(secondary_label(remainder(undone.report), wrap=True))
        top = QHBoxLayout()
        top.setContentsMargins(20, 12, 20, 10)
        top.setSpacing(8)
        top.addWidget(leave)
        top.addLayout(words, 1)
        top.addWidget(copy)
        self.table = QTableView()
        self.table.setAccessibleName(name)
        self.table.setModel(LeftModel(self._left, self))
        self._set_up()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(hairline())
        whole.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def _set_up(self) -> None:
        table = self.table
        plain_rows(table, ROW)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalHeader(Heading(table))
        table.setItemDelegate(LeftDelegate(table))
        table.activated.connect(self._show)
        table.setCurrentIndex(table.model().index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        half = self.width() // 2
        self.table.setColumnWidth(0, half)
        self.table.setColumnWidth(1, self.width() - half)

    @Slot(QModelIndex)
    def _show(self, index: QModelIndex) -> None:
        self.reveal.emit(self._left[index.row()][0])

    @Slot()
    def _copy(self) -> None:
        lines = (f"{printable(path)}\t{printable(why)}" for path, why in self._left)
        QGuiApplication.clipboard().setText("\n".join(lines))
