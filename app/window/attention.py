"""Alerts of this computer given through the window: programs of the system first, else the tray and Qt's own beep.

Owns: the way from a thread of the alerts to the GUI thread. Must not know: what is told. (`alerts.attention` has the
protocol and the programs: they need no icon in the tray, and most systems have one.)
"""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.alerts.attention import SystemAttention
from app.alerts.trouble import AlertError
from app.window.tray import Tray


class WindowAttention(QObject):
    """Implements `app.alerts.attention.Attention`; made on the GUI thread, called on others."""

    _notified = Signal(str, str)
    _beeped = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._system = SystemAttention(folder, self._stop)
        self._tray = False
        self._beeped.connect(self._beep)

    def use(self, tray: Tray) -> None:
        """Show notifications in `tray` where the system has one and no program for them."""
        self._tray = tray.available
        if self._tray:
            self._notified.connect(tray.notify)

    def close(self) -> None:
        """End what is being shown or played."""
        self._stop.set()

    def notify(self, heading: str, text: str) -> None:
        """See the protocol."""
        try:
            self._system.notify(heading, text)
        except AlertError:
            if not self._tray:
                raise
            self._notified.emit(heading, text)

    def sound(self, file: str | None) -> None:
        """See the protocol."""
        try:
            self._system.sound(file)
        except AlertError:
            if file is not None:  # a beep is not the sound that was asked for
                raise
            self._beeped.emit()

    @Slot()
    def _beep(self) -> None:
        QApplication.beep()
