"""A list to choose one line from, closed to one line.

Owns: how it is drawn. Must not know: what is chosen.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from app.window import icons
from app.window.theme import font
from app.window.widgets import HEIGHT, RADIUS, draw_ring

Role = QPalette.ColorRole


class Choice(QComboBox):
    """See the module. `name` is what screen readers call it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedHeight(HEIGHT)
        self.setFont(font())
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it stands in pages that scroll: turning the wheel must not change an answer

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(Role.Dark))
        painter.setBrush(palette.color(Role.Midlight if self.underMouse() and self.isEnabled() else Role.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        arrow = QRect(9 if mirrored else self.width() - 23, 0, 14, self.height())
        icons.draw(painter, "chevron-down", palette.color(Role.PlaceholderText), arrow)
        words = self.rect().adjusted(28, 0, -9, 0) if mirrored else self.rect().adjusted(9, 0, -28, 0)
        painter.setFont(self.font())
        painter.setPen(palette.color(Role.Text))
        text = painter.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideMiddle, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), text)
        if self.hasFocus():
            draw_ring(painter, self.rect(), palette.color(Role.Accent))
