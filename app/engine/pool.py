"""The threads that supervise: an own QThreadPool and reusable runnables.

Owns: threads. Must not know: what the functions do. A runnable holds no QObject and outlives every run of it (it is
owned here, `autoDelete` off), so nothing is ever freed while Qt still uses it.
"""

import logging
from collections.abc import Callable

from PySide6.QtCore import QRunnable, QThreadPool

log = logging.getLogger(__name__)


class Runnable(QRunnable):
    """Runs the function it was last given, once for each `Threads.start`."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.function: Callable[[], None] | None = None

    def run(self) -> None:
        function, self.function = self.function, None
        if function is None:
            return
        try:
            function()
        except Exception:
            log.exception("a supervising thread failed")


class Threads:
    """A QThreadPool of its own (the global one belongs to Qt's plugins) with room for `count` runs at once."""

    def __init__(self, count: int) -> None:
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(count)
        self._pool.setExpiryTimeout(-1)  # threads stay: one is needed again in a moment

    def make_room(self, count: int) -> None:
        """Room for `count` runs at once from now on."""
        self._pool.setMaxThreadCount(count)

    def start(self, runnable: Runnable, function: Callable[[], None]) -> None:
        """Run `function` on a pool thread by way of `runnable`, whose last run must be over."""
        runnable.function = function
        self._pool.start(runnable)

    def wait(self, milliseconds: int) -> bool:
        """Wait until nothing runs; False when the time ran out."""
        return self._pool.waitForDone(milliseconds)
