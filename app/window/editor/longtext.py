"""The control for a text of many lines, and the box that such a field stands in.

Owns: both. Must not know: recipes.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from app.window.editor.controls import Control
from app.window.editor.schema import Field
from app.window.theme import font
from app.window.widgets import RADIUS, draw_ring

Role = QPalette.ColorRole
_ROWS_OF_TEXT = 9


class Framed(QFrame):
    """A box around a field of many lines: its border, and the ring while it has the focus."""

    def __init__(self, inner: QPlainTextEdit) -> None:
        super().__init__()
        self._inner = inner
        inner.setFrameShape(QFrame.Shape.NoFrame)
        inner.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 3, 3, 3)
        column.addWidget(inner)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(Role.Dark))
        painter.setBrush(self.palette().color(Role.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self._inner.hasFocus():
            draw_ring(painter, self.rect(), self.palette().color(Role.Accent))


class LongText(Control):
    """A text of many lines. Tab leaves it."""

    def __init__(self, name: str, field: Field) -> None:
        super().__init__(name)
        self._optional = field.optional
        self.text = QPlainTextEdit()
        self.text.setFont(font())
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * _ROWS_OF_TEXT + 12)
        self.text.textChanged.connect(self._changed)
        self._quiet = False
        frame = Framed(self.text)
        self._row.addWidget(frame, 1)
        self.text.setAccessibleName(name)
        self.setFocusProxy(self.text)

    @Slot()
    def _changed(self) -> None:
        if not self._quiet:
            self.edited.emit()

    def value(self) -> str | None:
        text = self.text.toPlainText()
        return None if not text and self._optional else text

    def show_value(self, value: Any) -> None:
        if self.text.toPlainText() != (value or ""):
            self._quiet = True
            self.text.setPlainText(value or "")
            self._quiet = False

    def insert(self, text: str) -> None:
        self.text.insertPlainText(text)
