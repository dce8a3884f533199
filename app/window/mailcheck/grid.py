"""The grid of the mail check: how its rows are drawn, its columns, its keys.

Owns: drawing and keyboard of the list. Must not know: messages, commands. Enter never sends: it shows the message.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.window import icons
from app.window.lines import StepList
from app.window.mailcheck.model import Column, MailModel
from app.window.mailcheck.rows import Mark, Row
from app.window.text import isolated, tr
from app.window.theme import font, tones

Role = QPalette.ColorRole
ROW = 32
HEADER = 30
_PAD = 12
_STATE, _TO, _TO_LEAST, _ATTACHED, _TEXT_LEAST = 104, 196, 130, 120, 180


class MailDelegate(QStyledItemDelegate):
    """Draws one cell: state icon and word, words, hairline, selection bar, frame of the current row."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model, view = index.model(), self.parent()
        assert isinstance(model, MailModel)
        assert isinstance(view, MailGrid)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        inverted = selected and tones().contrast
        palette, rect, column = option.palette, QRect(option.rect), Column(index.column())
        painter.save()
        self._ground(painter, rect, column, palette, selected)
        row = model.row(index.row())
        if row is not None:
            strong = palette.color(Role.HighlightedText if selected else Role.Text)
            quiet = strong if inverted else palette.color(Role.PlaceholderText)
            painter.setClipRect(rect)
            if column >= Column.TEXT and row.mark in (Mark.BLOCKED, Mark.LEFT_OUT):
                # A row that is not sent shows no attachments: its reason runs on through that column.
                text, rest = (view.visualRect(model.index(index.row(), c)) for c in (Column.TEXT, Column.ATTACHED))
                self._cell(painter, _inner(text.united(rest)), row, Column.TEXT, (strong, quiet), inverted)
            else:
                self._cell(painter, _inner(rect), row, column, (strong, quiet), inverted)
        if view.hasFocus() and index.row() == view.currentIndex().row():
            colour = palette.color(Role.HighlightedText if inverted else Role.Accent)
            self._frame(painter, rect, colour, self._edge(view, column, painter.layoutDirection()))
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, rect: QRect, column: Column, palette: QPalette, selected: bool) -> None:
        """The selection's fill with the bar at its start, and the hairline."""
        if selected:
            painter.fillRect(rect, palette.color(Role.Highlight))
            if column is Column.STATE:
                bar = QRect(rect.left(), rect.top(), 3, rect.height() - 1)
                if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                    bar.moveRight(rect.right())
                painter.fillRect(bar, palette.color(Role.Accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), palette.color(Role.Mid))

    @staticmethod
    def _frame(painter: QPainter, rect: QRect, colour: QColor, edge: Qt.Edge | None) -> None:
        """One cell's part of the 2 px frame round the current row."""
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), colour)
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), colour)
        if edge is not None:
            x = rect.left() if edge is Qt.Edge.LeftEdge else rect.right() - 1
            painter.fillRect(QRect(x, rect.top(), 2, rect.height()), colour)

    @staticmethod
    def _edge(view: "MailGrid", column: Column, direction: Qt.LayoutDirection) -> Qt.Edge | None:
        """On which side the frame of a row ends in `column`."""
        ends = Column.TEXT if view.isColumnHidden(Column.ATTACHED) else Column.ATTACHED
        if column not in (Column.STATE, ends):
            return None
        begins_left = (column is Column.STATE) != (direction is Qt.LayoutDirection.RightToLeft)
        return Qt.Edge.LeftEdge if begins_left else Qt.Edge.RightEdge

    def _cell(
        self, painter: QPainter, rect: QRect, row: Row, column: Column, ink: tuple[QColor, QColor], inverted: bool
    ) -> None:
        strong, quiet = ink
        if column is Column.STATE:
            tone = strong if inverted else tones().state(row.tone)
            rtl = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = rect.right() - 15 if rtl else rect.left()
            icons.draw(painter, row.icon, tone, QRect(x, rect.center().y() - 7, 16, 16))
            words = rect.adjusted(0, 0, -24, 0) if rtl else rect.adjusted(24, 0, 8, 0)
            blocked = row.mark is Mark.BLOCKED
            _write(painter, words, row.word, tone if blocked else quiet, 500 if blocked else 400)
        elif column is Column.TO:
            _write(painter, rect, isolated(row.address), strong, middle=True)
        elif column is Column.TEXT:
            text = isolated(row.text) if row.mark is Mark.READY else row.text  # a subject, or a sentence of ours
            _write(painter, rect, text, quiet if row.mark is Mark.LEFT_OUT else strong)
        else:
            _write(painter, rect, isolated(row.attached), strong, small=True, right=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW)


def _inner(rect: QRect) -> QRect:
    return rect.adjusted(_PAD, 0, -8, -1)


def _write(
    painter: QPainter, rect: QRect, text: str, colour: QColor, weight: int = 400, *,
    small: bool = False, middle: bool = False, right: bool = False,
) -> None:  # fmt: skip
    painter.setFont(font(-1 if small else 0, weight, tabular=small))
    painter.setPen(colour)
    mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
    side = Qt.AlignmentFlag.AlignTrailing if right else Qt.AlignmentFlag.AlignLeading
    shown = painter.fontMetrics().elidedText(text, mode, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | side), shown)


class MailGrid(StepList):
    """The list. `entered`: Enter was pressed on a row."""

    entered = Signal()

    def __init__(self, model: MailModel, parent: QWidget | None = None) -> None:
        super().__init__(model, tr("Messages"), ROW, (Column.ATTACHED,), parent)
        self.setItemDelegate(MailDelegate(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        attached = _ATTACHED if room >= _STATE + _TO_LEAST + _TEXT_LEAST + _ATTACHED else 0
        to = min(_TO, max(_TO_LEAST, room - _STATE - _TEXT_LEAST - attached))
        self.set_widths(_STATE, to, max(80, room - _STATE - to - attached), attached)
