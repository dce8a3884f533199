"""A card: a quiet box with a hairline around it that groups what belongs together.

Owns: how it is drawn. Must not know: what is in it.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

Role = QPalette.ColorRole
RADIUS = 8


class Card(QWidget):
    """See the module. Put things into `column`."""

    def __init__(self, padding: int = 14, spacing: int = 4) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding + 2, padding, padding + 2, padding)
        self.column.setSpacing(spacing)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(Role.Mid))
        painter.setBrush(palette.color(Role.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
