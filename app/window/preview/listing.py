"""The list of the preview: how a line is drawn, its columns.

Owns: drawing and widths. Must not know: what a line says.
"""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.window import icons
from app.window.preview.model import Column, PreviewModel
from app.window.text import isolated
from app.window.theme import font, tones

Role = QPalette.ColorRole
ROW, PAD, HEADER = 30, 12, 30
_SIZE, _FATE, _ORIGINAL = 96, 232, 136  # px, as drawn; the output's name takes the rest
_NARROW = 620


class LineDelegate(QStyledItemDelegate):
    """Draws one cell: icon and words, hairline, selection with its bar, the frame of the current line."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model, view = index.model(), self.parent()
        assert isinstance(model, PreviewModel)
        assert isinstance(view, LineList)
        palette, rect, column = option.palette, QRect(option.rect), Column(index.column())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setLayoutDirection(option.direction)
        if chosen:
            painter.fillRect(rect, palette.color(Role.Highlight))
            if column is Column.ORIGINAL:
                bar = QRect(rect.left(), rect.top(), 3, rect.height() - 1)
                painter.fillRect(QStyle.visualRect(option.direction, rect, bar), palette.color(Role.Accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), palette.color(Role.Mid))
        line = model.line(index.row())
        if line is not None:
            strong = palette.color(Role.HighlightedText if chosen else Role.Text)
            quiet = strong if chosen and tones().contrast else palette.color(Role.PlaceholderText)
            words, ink = rect.adjusted(PAD, 0, -8, -1), strong
            text = str(index.data() or "")
            if column is Column.FATE:
                ink = quiet if not line.icon else strong
                if line.tone in ("warn", "failed") and not (chosen and tones().contrast):
                    ink = tones().state(line.tone)
                if line.icon:
                    place = QStyle.visualRect(option.direction, words, QRect(words.left(), words.top(), 16, ROW))
                    tone = strong if chosen and tones().contrast else tones().state(line.tone)
                    icons.draw(painter, line.icon, tone, place)
                    words = QStyle.visualRect(option.direction, words, words.adjusted(24, 0, 0, 0))
            painter.setFont(font(-1 if column is Column.SIZE else 0, tabular=True))
            painter.setPen(ink)
            middle = column in (Column.ORIGINAL, Column.OUTPUT)
            mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
            side = Qt.AlignmentFlag.AlignTrailing if column is Column.SIZE else Qt.AlignmentFlag.AlignLeading
            shown = painter.fontMetrics().elidedText(text, mode, words.width())
            painter.drawText(words, int(side | Qt.AlignmentFlag.AlignVCenter), isolated(shown) if middle else shown)
        if view.hasFocus() and index.row() == view.currentIndex().row():
            frame = palette.color(Role.HighlightedText if chosen and tones().contrast else Role.Accent)
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), frame)
            painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), frame)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW)


class _Heading(QHeaderView):
    """Captions in secondary text over a hairline."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(HEADER)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette, model = self.palette(), self.model()
        painter.fillRect(rect, palette.color(Role.Base))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), palette.color(Role.Mid))
        painter.setFont(font(-1, 500))
        painter.setPen(palette.color(Role.PlaceholderText))
        side = Qt.AlignmentFlag.AlignTrailing if logicalIndex == Column.SIZE else Qt.AlignmentFlag.AlignLeading
        text = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal)) if model is not None else ""
        words = rect.adjusted(PAD, 0, -8, -1)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


class LineList(QTableView):
    """The list. `stepped` carries the line that became current."""

    stepped = Signal(int)

    def __init__(self, model: PreviewModel, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHorizontalHeader(_Heading(self))
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(20)
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def go_to(self, row: int) -> None:
        """Make a line the current one."""
        index = self.model().index(row, 0)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, how)
        self.scrollTo(index)

    def _current_changed(self, current: QModelIndex) -> None:
        self.viewport().update()
        self.stepped.emit(current.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        narrow = room < _NARROW
        size, fate = (0 if narrow else _SIZE), min(_FATE, room // 3)
        original = min(_ORIGINAL, room // 4)
        for column, width in (
            (Column.ORIGINAL, original),
            (Column.OUTPUT, room - original - fate - size),
            (Column.FATE, fate),
            (Column.SIZE, size),
        ):
            self.setColumnHidden(column, width == 0)
            self.setColumnWidth(column, width)
