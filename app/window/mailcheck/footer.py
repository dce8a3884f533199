"""The foot of the mail check, which is the confirmation: what would be sent, and the one button that sends it.

Owns: how it is laid out, and the box that lets the first messages go alone. Must not know: how a batch is started.
"""

import json

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.model import Batch
from app.window.mailcheck.closing import Closing
from app.window.mailcheck.rows import Group, how_many
from app.window.state import letters_folder
from app.window.text import SEPARATOR, tr, trn
from app.window.widgets import Button, CheckBox, Look, filled, label, secondary_label

FIRST = 3  # as recipes have it when they do not say
MANY = 50  # messages from which on a quiet start is proposed


class Footer(QWidget):
    """See the module. `send` and `not_yet` are its buttons."""

    def __init__(self) -> None:
        super().__init__()
        filled(self, QPalette.ColorRole.Window)
        self._title = label("", 2, 600, wrap=True)
        self._source = secondary_label(wrap=True)
        self._not_sent = secondary_label(wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._title, self._source, self._not_sent):
            words.addWidget(part)
        self.not_yet = Button(tr("Not yet"), "", Look.BORDERED)
        self.send = Button(tr("Send messages"), "send", Look.FILLED)
        self._count = 0
        self.box = CheckBox("")
        self.box.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.not_yet)
        buttons.addWidget(self.send)
        ends = QVBoxLayout()
        ends.setSpacing(6)
        ends.addStretch(1)
        ends.addWidget(self.box, 0, Qt.AlignmentFlag.AlignRight)
        ends.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 12)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addLayout(ends)

    @property
    def title(self) -> str:
        """What would be sent."""
        return self._title.text()

    def show_words(self, words: Closing, why_not: str, *, short: bool) -> None:
        """Show the confirmation; `why_not`: why nothing can be sent, "" when it can; `short`: on few lines."""
        self._title.setText(words.title)
        source = SEPARATOR.join(filter(None, (words.source, words.left_out))) if short else words.source
        self._source.setText(source)
        self._not_sent.setText(words.left_out)
        self._not_sent.setVisible(bool(words.left_out) and not short)
        self.send.set_text(words.button)
        self.send.set_keys("Ctrl+Enter")
        self.send.set_why(why_not)

    def offer_first(self, batch: Batch) -> None:
        """The box "Send the first 3, then wait for me": there when there are more, ticked when there are many."""
        ready, self._count = how_many(Group.READY, batch.counts), first_of(batch)
        words = trn("Send the first one, then wait for me", "Send the first %Ln, then wait for me", self._count)
        self.box.setText(words)
        self.box.updateGeometry()
        offered = batch.started is None and not letters_folder(batch) and 0 < self._count < ready
        self.box.setVisible(offered)
        self.box.setChecked(offered and ready > MANY)

    def first(self) -> int:
        """How many messages are to go alone; 0 = all at once."""
        return self._count if self.box.isChecked() and not self.box.isHidden() else 0


def first_of(batch: Batch) -> int:
    """How many messages go first, before a person is asked: recipe key `send.first`."""
    recipe = json.loads(batch.recipe)
    first = recipe.get("send", {}).get("first", FIRST) if isinstance(recipe, dict) else FIRST
    return first if isinstance(first, int) else FIRST
