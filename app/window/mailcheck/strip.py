"""A strip of the mail check: an icon, words, controls below them, a way to close it, on the soft colour of its tone.

Owns: how such a strip looks and how it says something. Must not know: what it is about.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.window.statusbar import IconLabel
from app.window.text import printable
from app.window.theme import tones
from app.window.widgets import icon_button, label


class Strip(QFrame):
    """Hidden until it has something to say. `name`: what screen readers call it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._tone = "info"
        self._icon = IconLabel("info")
        self._words = label("", 0, wrap=True)

    def lay_out(self, close: str, *controls: QWidget) -> None:
        """Put `controls` below the words and behind them, for Tab as for the eye, the button that is called `close`."""
        leave = icon_button("close", close)
        leave.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setSpacing(8)
        for control in controls:
            row.addWidget(control)
        row.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._words)
        words.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(20, 8, 8, 8)
        whole.setSpacing(10)
        whole.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(words, 1)
        whole.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words.text()

    def tell(self, words: str, icon: str, tone: str) -> None:
        """Say `words`, beside `icon`, on the soft colour of `tone`."""
        self._words.setText(printable(words))
        self._icon.show_icon(icon, tone)
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tones().soft[self._tone])
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.palette().color(QPalette.ColorRole.Mid))
