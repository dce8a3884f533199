"""What the tables of the window have in common: a quiet look, captions over a hairline, a line that is stepped to.

Owns: the set-up of a table view, its heading. Must not know: what a table shows or how a cell is drawn.
"""

from collections.abc import Collection

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.window import icons
from app.window.theme import font

HEADER = 30
_ARROW, _GAP = 12, 4  # px of the arrow where a table is sorted, and between it and the caption


class Heading(QHeaderView):
    """Grey captions, an arrow where the table is sorted. `trailing`: columns whose captions stand at their end."""

    def __init__(self, parent: QWidget, trailing: Collection[int] = ()) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._trailing = frozenset(trailing)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFixedHeight(HEADER)
        self.setAutoFillBackground(True)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette, model = self.palette(), self.model()
        painter.setLayoutDirection(self.layoutDirection())
        painter.fillRect(rect, palette.color(QPalette.ColorRole.Base))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), palette.color(QPalette.ColorRole.Mid))
        painter.setFont(font(-1, 500))
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        trails = logicalIndex in self._trailing
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        inner = rect.adjusted(8, 0, -12, -1) if mirrored else rect.adjusted(12, 0, -8, -1)
        text = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal)) if model is not None else ""
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex:
            self._paint_arrow(painter, inner, text, trails is not mirrored)
        side = Qt.AlignmentFlag.AlignTrailing if trails else Qt.AlignmentFlag.AlignLeading
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_arrow(self, painter: QPainter, inner: QRect, text: str, ends_right: bool) -> None:
        down = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        width = QFontMetrics(painter.font()).horizontalAdvance(text) + _GAP
        x = inner.right() - width - _ARROW if ends_right else inner.left() + width
        box = QRect(x, inner.center().y() - _ARROW // 2, _ARROW, _ARROW)
        icons.draw(painter, "chevron-down" if down else "chevron-up", painter.pen().color(), box)


def plain_rows(table: QTableView, row: int) -> None:
    """Rows of `row` px that are chosen whole and never edited; no frame, no grid, no row numbers."""
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    heads = table.verticalHeader()
    heads.setVisible(False)
    heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    heads.setDefaultSectionSize(row)


class StepList(QTableView):
    """A list of which one line is current and shown beside it. `stepped` carries the line that became current."""

    stepped = Signal(int)

    def __init__(
        self, model: QAbstractItemModel, name: str, row: int, trailing: Collection[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setHorizontalHeader(Heading(self, trailing))
        self.setModel(model)
        plain_rows(self, row)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(20)
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def step(self, by: int) -> None:
        """Go `by` lines down (or up) and stay inside the list."""
        rows = self.model().rowCount()
        if rows:
            self.go_to(min(rows - 1, max(0, self.currentIndex().row() + by)))

    def go_to(self, row: int) -> None:
        """Make `row` the current line."""
        # Not selectRow: from right to left it looks for a column past the last one and selects nothing.
        index = self.model().index(row, 0)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, how)
        self.scrollTo(index)

    def set_widths(self, *widths: int) -> None:
        """Give the columns these widths in px; one of 0 is hidden."""
        for column, width in enumerate(widths):
            self.setColumnHidden(column, width == 0)
            self.setColumnWidth(column, width)

    def _current_changed(self, current: QModelIndex) -> None:
        self.viewport().update()
        self.stepped.emit(current.row())
