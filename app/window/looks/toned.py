"""Words in the colour of a state, and cards in its soft tone.

Owns: that they follow the theme (the colour is asked for when they are drawn). Must not know: what they say.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.window.theme import font, tones
from app.window.widgets import ElidedLabel


class Toned(ElidedLabel):
    """One line. `tone`: a state's name, "" = the colour of text. What does not fit is elided and in the tooltip."""

    def __init__(self, text: str = "", tone: str = "", delta: int = 0, weight: int = 400) -> None:
        super().__init__(text)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFont(font(delta, weight, tabular=True))

    def show_words(self, text: str, tone: str) -> None:
        """Other words in another colour."""
        self._tone = tone
        self.setText(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(tones().state(self._tone) if self._tone else self.palette().color(QPalette.ColorRole.Text))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)


class Soft(QWidget):
    """A card filled with a soft tone (a border in high contrast)."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text) if tones().contrast else Qt.PenStyle.NoPen)
        painter.setBrush(tones().soft[self._tone])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
