"""The first line of the drawer: what failed, and what can be done with all of it.

Owns: its two faces (closed strip, open head). Must not know: groups, the queue.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.window import icons
from app.window.failures.causes import Cause, headline, strip_words
from app.window.text import number, tr
from app.window.theme import font, tones
from app.window.widgets import Button, ElidedLabel, Look, filled, icon_button, label

STRIP_HEIGHT = 38
HEAD_HEIGHT = 40
_ICON_SPACE = 24
_ICON_LEFT = 23  # from the chevron


class Head(QWidget):
    """Closed: chevron, count, the causes in words, Retry all, Show. Open: chevron, count, Retry all n, Export list…,
    close; where the drawer has the centre to itself a Back arrow takes the chevron's place."""

    toggled = Signal()
    retry_all = Signal()
    export = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        filled(self, QPalette.ColorRole.Base)
        self._open = False
        self._narrow = False
        self._alone = False
        self._retryable = 0
        self._tone = "failed"
        self._words = ""
        self._chevron = icon_button("chevron-up", tr("Show the failures"))
        self._count = label("", 0, 600)
        self._causes = ElidedLabel()
        self._causes.setFont(font(-1))
        self._causes.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._retry = Button(tr("Retry all"), "state-retrying", Look.FLAT)
        self._show = Button(tr("Show"), "", Look.FLAT)
        self._show.set_keys("Ctrl+Shift+F")
        self._export = Button(tr("Export list…"), "export", Look.FLAT)
        self._close = icon_button("close", tr("Close the failures"))
        for button in (self._chevron, self._show, self._close):
            button.clicked.connect(self.toggled)
        self._retry.clicked.connect(self.retry_all)
        self._export.clicked.connect(self.export)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(self._chevron)
        row.addSpacing(_ICON_SPACE - 8)
        row.addWidget(self._count)
        row.addWidget(self._causes, 1)
        for button in (self._retry, self._show, self._export, self._close):
            row.addWidget(button)
        row.addSpacing(4)
        self.set_open(False)

    def show_causes(self, causes: Sequence[Cause]) -> None:
        """Say how many failed and why."""
        self._retryable = sum(cause.count for cause in causes if not cause.unconfirmed)
        self._tone = "failed" if self._retryable else "unconfirmed" if any(c.count for c in causes) else "retrying"
        self._count.setText(headline(causes))
        self._words = strip_words(causes)
        self.setAccessibleName(headline(causes))
        self._arrange()

    def set_open(self, is_open: bool) -> None:
        """The strip's face or the head's."""
        self._open = is_open
        self.setFixedHeight(HEAD_HEIGHT if is_open else STRIP_HEIGHT)
        self._arrange()

    def set_room(self, narrow: bool, alone: bool) -> None:
        """`narrow`: little room for words. `alone`: the open drawer has the centre to itself, with a way back."""
        self._narrow, self._alone = narrow, alone
        self._arrange()

    def _arrange(self) -> None:
        back = self._open and self._alone
        self._chevron.set_icon("chevron-left" if back else "chevron-down" if self._open else "chevron-up")
        name = tr("Back to the queue") if back else tr("Hide the failures") if self._open else tr("Show the failures")
        self._chevron.set_text("", name)
        self._causes.setText("" if self._open else self._words)
        self._retry.setVisible(self._retryable > 0)
        self._retry.look = Look.BORDERED if self._open else Look.FLAT
        self._retry.set_text(tr("Retry all {0}").format(number(self._retryable)) if self._open else tr("Retry all"))
        self._show.setVisible(not self._open)
        self._export.setVisible(self._open)
        self._export.set_compact(self._narrow)
        self._close.setVisible(self._open and not self._alone)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.toggled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = self._chevron.geometry()
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box.translate(-_ICON_LEFT if rtl else _ICON_LEFT, 0)
        icon = "state-failed" if self._tone == "failed" else f"state-{self._tone}"
        icons.draw(QPainter(self), icon, tones().state(self._tone), box.adjusted(7, 7, -7, -7))
