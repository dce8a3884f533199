"""The place of a panel at the right of the centre: beside it, or instead of it where the window is narrow.

Owns: when the panel is seen and how wide it is. Must not know: what it shows.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.window.widgets import hairline

NARROW = 900  # px of a window below which the panel takes the centre
LEAST_CENTRE = 400  # px that the queue keeps beside a wide panel, down to `Side.LEAST`


class Side(QWidget):
    """A panel that can stand there."""

    LEAST = 388  # px: no panel is narrower

    @property
    def wanted_width(self) -> int:
        """How wide it wants to be beside the queue, px."""
        return self.LEAST

    def set_alone(self, alone: bool) -> None:
        """Whether it stands in the place of the queue."""


class SidePlace(QObject):
    """See the module. `shown`: the panel came into sight or went out of it."""

    shown = Signal(bool)

    def __init__(self, row: QBoxLayout, centre: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._row, self._centre = row, centre
        self._line = hairline(vertical=True)
        self._line.hide()
        self.panel: Side | None = None
        self.is_open = False
        row.addWidget(self._line)

    def put(self, panel: Side) -> None:
        """Let `panel` stand there; it is not seen before it is opened."""
        self.panel = panel
        panel.hide()
        self._row.addWidget(panel)

    def arrange(self, window: int, beside: int, possible: bool) -> None:
        """Fit a window `window` px wide, of which `beside` are taken by others. `possible`: the queue is in the centre;
        a page there has no room for a panel that speaks of the queue."""
        panel = self.panel
        if panel is None:
            return
        seen, alone = self.is_open and possible, window < NARROW
        before = not panel.isHidden()
        panel.set_alone(alone)
        if alone:
            panel.setMinimumWidth(0)
            panel.setMaximumWidth(_ANY)
        else:
            panel.setFixedWidth(max(Side.LEAST, min(panel.wanted_width, window - beside - LEAST_CENTRE)))
        self._row.setStretchFactor(panel, 1 if alone else 0)
        self._centre.setVisible(not (seen and alone))
        self._line.setVisible(seen and not alone)
        panel.setVisible(seen)
        if seen is not before:
            self.shown.emit(seen)


_ANY = 16_777_215  # what Qt calls no limit
