"""Files that macOS hands to the running program: events of the application instead of arguments of a start.

Owns: gathering them, since each file is an event of its own and a drop of fifty is to be one batch. Must not know: what
becomes of them.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

GATHER_MS = 100


class Opened(QObject):
    """Calls `add` with the paths of files that the system opens `app` with, as long as `parent` lives. To be made on
    macOS alone: elsewhere the events do not come, and looking at every event costs time."""

    def __init__(self, app: QApplication, add: Callable[[tuple[str, ...]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._add = add
        self._paths: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER_MS)
        self._timer.timeout.connect(self._flush)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the events of opened files, and no others."""
        if isinstance(event, QFileOpenEvent):
            if event.file():
                self._paths.append(event.file())
                self._timer.start()
            return True
        return False

    def _flush(self) -> None:
        paths, self._paths = tuple(self._paths), []
        self._add(paths)
