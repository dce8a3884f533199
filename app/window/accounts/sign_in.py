"""Signing in with the browser: the code, the page to type it in at, and waiting for it.

Owns: this strip and its words. Must not know: accounts, how the waiting is done.
"""

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.window.text import printable, tr
from app.window.theme import font, tones
from app.window.widgets import RADIUS, Button, Look, label


class SignInStrip(QFrame):
    """See the module. `given_up`: the person does not want to wait any more."""

    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Sign in with the browser"))
        self._page = ""
        self.words = label(wrap=True)
        self.code = label("", 9, 600)
        self.code.setFont(font(9, 600, tabular=True))
        self.copy = Button(tr("Copy"), "copy", Look.BORDERED, tr("Copy the code"))
        self.copy.clicked.connect(self._copy)
        self.open = Button(tr("Open the page"), "open", Look.BORDERED)
        self.open.clicked.connect(self._open)
        self.stop = Button(tr("Cancel"), "", Look.FLAT, tr("Do not sign in"))
        self.stop.clicked.connect(self.given_up)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.code)
        row.addSpacing(8)
        for button in (self.copy, self.open, self.stop):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def show_asking(self) -> None:
        """A code is being asked for."""
        self._show(tr("Asking Microsoft for a code…"), "")

    def show_code(self, code: str, page: str) -> None:
        """Show the code and wait."""
        self._page = page
        words = tr("Open {0} in your browser, type in this code and sign in. Dropmill waits for it.")
        self._show(words.format(printable(page)), printable(code))
        self.open.setFocus()

    def _show(self, words: str, code: str) -> None:
        self.words.setText(words)
        self.code.setText(code)
        self.code.setAccessibleName(tr("Code {0}").format(" ".join(code)) if code else "")
        for part in (self.code, self.copy, self.open):
            part.setVisible(bool(code))
        self.show()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.text())

    @Slot()
    def _open(self) -> None:
        if self._page.startswith("https://"):
            QDesktopServices.openUrl(QUrl(self._page))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.setBrush(tones().soft["info"])
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
