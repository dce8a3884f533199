"""The list of the preview: how a line is drawn, its columns.

Owns: drawing and widths. Must not know: what a line says.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.window import icons
from app.window.lines import StepList
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


class LineList(StepList):
    """The list."""

    def __init__(self, model: PreviewModel, name: str) -> None:
        super().__init__(model, name, ROW, (Column.SIZE,))
        self.setItemDelegate(LineDelegate(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        narrow = room < _NARROW
        size, fate = (0 if narrow else _SIZE), min(_FATE, room // 3)
        original = min(_ORIGINAL, room // 4)
        self.set_widths(original, room - original - fate - size, fate, size)
