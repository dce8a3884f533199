"""A test to oneself: which message, to which address, and what the server said.

Owns: this strip. Must not know: how a message is sent; it asks for `wanted` and is told the outcome.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from app.window.statusbar import IconLabel
from app.window.text import number, printable, tr
from app.window.theme import font, tones
from app.window.widgets import HEIGHT, Button, Look, icon_button, label


class TrialStrip(QFrame):
    """See the module. `wanted` carries the address."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Send a test"))
        self._tone = "info"
        self._words = label("", 0, wrap=True)
        self._icon = IconLabel("send")
        self._icon.show_icon("send")
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Address for the test"))
        self.line.setPlaceholderText(tr("you@example.org"))
        self.line.setFont(font())
        self.line.setFixedHeight(HEIGHT)
        self.line.setMaximumWidth(280)
        self.line.returnPressed.connect(self._send)
        self.send = Button(tr("Send test"), "send", Look.BORDERED)
        self.send.clicked.connect(self._send)
        close = icon_button("close", tr("Close the test"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.send)
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
        whole.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def open_for(self, row: int, address: str) -> None:
        """Ask where the message of `row` (counted from 1) is to go; `address`: a guess."""
        if not self.line.text():
            self.line.setText(address)
        self.show_row(row)
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def show_row(self, row: int) -> None:
        """Another message is chosen."""
        words = tr(
            "The message of row {0} goes to this address alone, with [Test] before its subject. The row stays as it is."
        )
        self._tell(words.format(number(row)), "send", "info")

    def show_sending(self) -> None:
        """It is on its way."""
        self.send.set_why(tr("A test is being sent"))
        self._tell(tr("Sending the test…"), "state-waiting", "info")

    def show_outcome(self, ok: bool, words: str) -> None:
        """What the server said."""
        self.send.set_why("")
        self._tell(words, "state-done" if ok else "state-failed", "done" if ok else "failed")

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words.text()

    def _tell(self, words: str, icon: str, tone: str) -> None:
        self._words.setText(printable(words))
        self._icon.show_icon(icon, tone)
        self._tone = tone
        self.update()

    @Slot()
    def _send(self) -> None:
        if self.send.isEnabled() and self.line.text().strip():
            self.wanted.emit(self.line.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tones().soft[self._tone])
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.palette().color(QPalette.ColorRole.Mid))
