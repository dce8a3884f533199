"""The one question of the drawer: send an unconfirmed message again? Opened only as the answer to a click on it.

Owns: its words and buttons. Must not know: the queue.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.window.text import printable, tr, trn
from app.window.widgets import Button, Look, label


class SendAgain(QDialog):
    """Accepted when the person says so. Esc, closing and Enter on the default button leave everything as it is."""

    def __init__(self, count: int, first: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Send again"))
        if count == 1:
            question = tr("Send again to {0}?").format(printable(first))
            outcome = tr("It may arrive twice.")
        else:
            question = trn("Send 1 message again?", "Send %Ln messages again?", count)
            outcome = tr("They may arrive twice.")
        keep = Button(tr("Do not send"), "", Look.BORDERED)
        again = Button(tr("Send again"), "send", Look.BORDERED)
        keep.setDefault(True)
        keep.clicked.connect(self.reject)
        again.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(again)
        buttons.addWidget(keep)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(8)
        whole.addWidget(label(question, 2, 600, wrap=True))
        words = tr("{0} It keeps the same Message-ID: some mail programs then show it only once, others show both.")
        whole.addWidget(label(words.format(outcome), 0, secondary=True, wrap=True))
        whole.addSpacing(8)
        whole.addLayout(buttons)
        self.setMinimumWidth(420)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        keep.setFocus()
