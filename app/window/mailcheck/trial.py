"""A test to oneself: which message, to which address, and what the server said.

Owns: this strip. Must not know: how a message is sent; it asks for `wanted` and is told the outcome.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.window.mailcheck.strip import Strip
from app.window.text import number, tr
from app.window.theme import font
from app.window.widgets import HEIGHT, Button, Look


class TrialStrip(Strip):
    """See the module. `wanted` carries the address."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Send a test"))
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Address for the test"))
        self.line.setPlaceholderText(tr("you@example.org"))
        self.line.setFont(font())
        self.line.setFixedHeight(HEIGHT)
        self.line.setFixedWidth(280)
        self.line.returnPressed.connect(self._send)
        self.send = Button(tr("Send test"), "send", Look.BORDERED)
        self.send.clicked.connect(self._send)
        self.lay_out(tr("Close the test"), self.line, self.send)

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
        self.tell(words.format(number(row)), "send", "info")

    def show_sending(self) -> None:
        """It is on its way."""
        self.send.set_why(tr("A test is being sent"))
        self.tell(tr("Sending the test…"), "state-waiting", "info")

    def show_outcome(self, ok: bool, words: str) -> None:
        """What the server said."""
        self.send.set_why("")
        self.tell(words, "state-done" if ok else "state-failed", "done" if ok else "failed")

    @Slot()
    def _send(self) -> None:
        if self.send.isEnabled() and self.line.text().strip():
            self.wanted.emit(self.line.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
