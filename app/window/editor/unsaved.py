"""The banner of a recipe that is left with changes: save them, discard them, or stay.

Owns: its look and words. Must not know: what leaving means.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.window import icons
from app.window.banners import HEIGHT
from app.window.text import isolated, printable, tr
from app.window.theme import tones
from app.window.widgets import Button, label

_LEFT = 42


class UnsavedBanner(QFrame):
    """See the module."""

    save = Signal()
    discard = Signal()
    stay = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(HEIGHT)
        self._words = label("", 0, 600, wrap=True)
        self.buttons = [Button(tr("Save")), Button(tr("Discard")), Button(tr("Stay"))]
        for button, signal in zip(self.buttons, (self.save, self.discard, self.stay), strict=True):
            button.clicked.connect(signal)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addSpacing(_LEFT - 8)
        row.addWidget(self._words, 1)
        for button in self.buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def ask(self, name: str, wrong: str) -> None:
        """Show the banner; `wrong`: why the changes cannot be saved, "" = they can."""
        words = tr("{0} has unsaved changes.").format(isolated(printable(name)))
        self._words.setText(words)
        self.setAccessibleName(words)
        save, _discard, stay = self.buttons
        save.set_why(wrong)
        self.show()
        (stay if wrong else save).setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, shown = QPainter(self), tones()
        painter.fillRect(self.rect(), shown.soft["warn"])
        if shown.contrast:
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        box = QRect(_LEFT - 28, 0, 18, self.height())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - (_LEFT - 28))
        icons.draw(painter, "warning", shown.state("warn"), box)
