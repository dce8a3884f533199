"""The hub: the engine's events and progress as Qt signals on the GUI thread.

Owns: sampling. One QObject that lives as long as the application. Events of all commits since the last tick are
emitted together, progress is read off the board; at most one emission of each a tick. Must not know: widgets.
"""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.core.events import Event
from app.engine.engine import Engine

VISIBLE_MS = 33  # 30 Hz: more cannot be seen
HIDDEN_MS = 500


class Hub(QObject):
    """`events`: tuple of Event. `progress`: dict job -> (fraction 0..1 or -1, phase)."""

    events = Signal(object)
    progress = Signal(object)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._lock = threading.Lock()
        self._waiting: list[Event] = []
        self._last: dict[int, tuple[float, str]] = {}
        self._unsubscribe = engine.bus.subscribe(self._collect)
        self._timer = QTimer(self)
        self._timer.setInterval(VISIBLE_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def set_visible(self, visible: bool) -> None:
        """Sample at 30 Hz while the window can be seen, at 2 Hz otherwise."""
        self._timer.setInterval(VISIBLE_MS if visible else HIDDEN_MS)

    def close(self) -> None:
        """Stop listening; call it before the engine is closed."""
        self._unsubscribe()
        self._timer.stop()

    def _collect(self, events: Sequence[Event]) -> None:
        with self._lock:
            self._waiting.extend(events)

    @Slot()
    def _tick(self) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, []
        if waiting:
            self.events.emit(tuple(waiting))
        progress = self._engine.board_snapshot()
        if progress != self._last:
            self._last = progress
            self.progress.emit(progress)
