"""Draws the cells of the queue table: words, icon, bar, hairline.

Owns: how a row looks. Must not know: where rows come from. No widgets, no layout, no size hints: rows are of one height
and the cost of a repaint is the number of cells on screen.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.core.model import Job
from app.core.states import JobState
from app.window import describe, icons
from app.window.queue.model import Column, QueueModel
from app.window.text import Face, face, isolated, saved, shrunk, size, word
from app.window.theme import font, tones
from app.window.widgets import draw_bar

Role = QPalette.ColorRole
PAD = 12
BAR = QSize(132, 5)
COLOURED = frozenset({Face.RUNNING, Face.RETRYING, Face.FAILED, Face.UNCONFIRMED})
VCENTER = Qt.AlignmentFlag.AlignVCenter


class Ink:
    """The colours of one row: its own when it is not selected, the selection's when it is (high contrast)."""

    def __init__(self, option: QStyleOptionViewItem) -> None:
        self.palette = option.palette
        self.selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self.inverted = self.selected and tones().contrast
        self.text = self._role(Role.HighlightedText if self.selected else Role.Text)
        self.quiet = self._role(Role.PlaceholderText)

    def _role(self, role: QPalette.ColorRole) -> QColor:
        return self.palette.color(Role.HighlightedText if self.inverted else role)

    def of(self, shown: Face) -> QColor:
        """The colour of a state."""
        return self.text if self.inverted else tones().state(shown)

    def accent(self) -> QColor:
        """The colour of a bar."""
        return self._role(Role.Accent)


class QueueDelegate(QStyledItemDelegate):
    """See the module.

    `result_only`: the Size column has room for the result alone. `hovered`: the row under the mouse. `edge`: where the
    last column ends. `framed`: asked for the row that has the focus frame.
    """

    def __init__(self, parent: QWidget, framed: Callable[[], int]) -> None:
        super().__init__(parent)
        self.result_only = False
        self.hovered = -1
        self.edge = 0
        self._framed = framed
        self.restyle()

    def restyle(self) -> None:
        """Take over the application's font."""
        self._body = font(0)
        self._medium = font(0, 500)
        self._bold = font(0, 600)
        self._small = font(-1, 400, tabular=True)
        self._small_strong = font(-1, 500, tabular=True)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        assert isinstance(model, QueueModel)
        ink, rect, column = Ink(option), QRect(option.rect), Column(index.column())
        painter.save()
        painter.setLayoutDirection(option.direction)  # the painter's own guess goes by the text, not by the window
        self._background(painter, rect, index.row(), ink)
        job = model.job(index.row())
        if job is not None:
            after = PAD if column in (Column.DETAIL, Column.NAME) else 8
            mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            inner = rect.adjusted(after, 0, -PAD, -1) if mirrored else rect.adjusted(PAD, 0, -after, -1)
            self._cell(painter, inner, model, job, column, ink)
        if self._framed() == index.row():
            self._frame(painter, rect, ink)
        painter.restore()

    def _background(self, painter: QPainter, rect: QRect, row: int, ink: Ink) -> None:
        if ink.selected:
            painter.fillRect(rect, ink.palette.color(Role.Highlight))
            if rect.left() <= 0:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), ink.palette.color(Role.Accent))
        elif row == self.hovered:
            painter.fillRect(rect, ink.palette.color(Role.AlternateBase))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), ink.palette.color(Role.Mid))

    def _frame(self, painter: QPainter, rect: QRect, ink: Ink) -> None:
        """The 2 px frame round the current row, drawn a cell at a time."""
        colour = ink.text if ink.inverted else ink.palette.color(Role.Accent)
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), colour)
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), colour)
        if rect.left() <= 0:
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), colour)
        if rect.right() >= self.edge - 1:
            painter.fillRect(QRect(rect.right() - 1, rect.top(), 2, rect.height()), colour)

    def _cell(self, painter: QPainter, rect: QRect, model: QueueModel, job: Job, column: Column, ink: Ink) -> None:
        if column is Column.STATE:
            self._state(painter, rect, job, ink)
        elif column is Column.NAME:
            self._text(painter, rect, isolated(model.text(job, column)), ink.text, middle=True)
        elif column is Column.DETAIL:
            self._detail(painter, rect, job, model.detail(job), ink)
        elif column is Column.SIZE:
            self._size(painter, rect, job, ink)
        else:
            painter.setFont(self._small)
            right = column in (Column.TIME, Column.TRY)
            words = isolated(model.text(job, column))
            self._text(painter, rect, words, ink.quiet, right=right, middle=not right, small=True)

    def _text(
        self, painter: QPainter, rect: QRect, text: str, colour: QColor,
        right: bool = False, middle: bool = False, small: bool = False,
    ) -> None:  # fmt: skip
        painter.setFont(self._small if small else self._body)
        painter.setPen(colour)
        mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text, mode, rect.width())
        side = Qt.AlignmentFlag.AlignTrailing if right else Qt.AlignmentFlag.AlignLeading
        painter.drawText(rect, int(VCENTER | side), shown)

    def _state(self, painter: QPainter, rect: QRect, job: Job, ink: Ink) -> None:
        shown = face(job)
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = rect.right() - 15 if mirrored else rect.left()
        icons.draw(painter, f"state-{shown}", ink.of(shown), QRect(x, rect.top() + (rect.height() - 16) // 2, 16, 16))
        words = rect.adjusted(0, 0, -24, 0) if mirrored else rect.adjusted(24, 0, 0, 0)
        painter.setFont(self._medium if shown in COLOURED else self._body)
        painter.setPen(ink.of(shown) if shown in COLOURED else ink.quiet)
        painter.drawText(words, int(VCENTER | Qt.AlignmentFlag.AlignLeading), word(shown))

    def _detail(self, painter: QPainter, rect: QRect, job: Job, shown: describe.Detail, ink: Ink) -> None:
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if shown.bar is not None:
            width = min(BAR.width(), max(40, rect.width() // 3))
            x = rect.right() + 1 - width if mirrored else rect.left()
            bar = QRect(x, rect.center().y() - 2, width, BAR.height())
            outline = ink.text if tones().contrast else None
            draw_bar(painter, bar, shown.bar, ink.accent(), tones().track, outline)
            rect = rect.adjusted(0, 0, -(width + 10), 0) if mirrored else rect.adjusted(width + 10, 0, 0, 0)
        elif shown.ring is not None:
            x = rect.right() - 15 if mirrored else rect.left()
            self._ring(painter, QRect(x, rect.center().y() - 8, 16, 16), shown.ring, ink)
            rect = rect.adjusted(0, 0, -24, 0) if mirrored else rect.adjusted(24, 0, 0, 0)
        if shown.strong:
            painter.setFont(self._small_strong if job.state is not JobState.FAILED else self._small)
            painter.setPen(ink.text)
            metrics = QFontMetrics(painter.font())
            words = metrics.elidedText(shown.strong, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, int(VCENTER | Qt.AlignmentFlag.AlignLeading), words)
            step = max(metrics.horizontalAdvance(words) + 8, 42 if shown.bar is not None else 0)
            rect = rect.adjusted(0, 0, -step, 0) if mirrored else rect.adjusted(step, 0, 0, 0)
        if shown.quiet and rect.width() > 20:
            self._text(painter, rect, shown.quiet, ink.quiet, small=True)

    def _ring(self, painter: QPainter, rect: QRect, part: float, ink: Ink) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(tones().track, 2))
        painter.drawEllipse(box)
        painter.setPen(QPen(ink.of(Face.RETRYING), 2))
        painter.drawArc(box, 90 * 16, -round(360 * 16 * max(0.06, part)))

    def _size(self, painter: QPainter, rect: QRect, job: Job, ink: Ink) -> None:
        if job.kind == "mail" or not (job.size or job.bytes_out):
            return  # what a message came from is a whole list: its size says nothing
        done = job.state is JobState.DONE and job.bytes_out > 0
        if self.result_only:
            shown = job.bytes_out if done else job.size
            self._text(painter, rect, size(shown), ink.quiet, right=True, small=True)
            return
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        percent = QFontMetrics(self._small).horizontalAdvance("−100 %") + 6
        right = QRect(rect.left() if mirrored else rect.right() - percent + 1, rect.top(), percent, rect.height())
        left = rect.adjusted(percent + 4, 0, 0, 0) if mirrored else rect.adjusted(0, 0, -percent - 8, 0)
        words = shrunk(job.size, job.bytes_out) if done else size(job.size)
        self._text(painter, left, words, ink.text if done else ink.quiet, right=True, small=True)
        if done:
            self._text(painter, right, saved(job.size, job.bytes_out), ink.quiet, right=True, small=True)
