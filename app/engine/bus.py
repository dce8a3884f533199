"""The event bus: one source, any number of handlers.

Quick handlers (`subscribe`) run on the publishing thread (the queue's writer), so they may not wait: neither for the
writer nor for a disk. All others come through a queue of their own (`subscribe_queued`). A handler that raises is
logged and does not disturb the others.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence

from app.core.events import Event
from app.engine.handlers import CLOSE_SECONDS, MOST_EVENTS, Handler, QueuedHandler

log = logging.getLogger(__name__)


class EventBus:
    """Hands the events of each commit, as one sequence, to every handler."""

    def __init__(self) -> None:
        self._handlers: tuple[Handler, ...] = ()
        self._queued: tuple[QueuedHandler, ...] = ()
        self._lock = threading.Lock()

    def subscribe(self, handler: Handler) -> Callable[[], None]:
        """Call `handler` with every sequence of events from now on; the returned function ends that."""
        with self._lock:
            self._handlers = (*self._handlers, handler)

        def unsubscribe() -> None:
            with self._lock:
                self._handlers = tuple(h for h in self._handlers if h is not handler)

        return unsubscribe

    def subscribe_queued(self, handler: Handler, name: str, most: int = MOST_EVENTS) -> QueuedHandler:
        """Call `handler` on a thread of its own, until `close`. It may be slow; see `QueuedHandler` for what it misses
        then."""
        queued = QueuedHandler(handler, name, most)
        with self._lock:
            self._queued = (*self._queued, queued)
        self.subscribe(queued)
        return queued

    def publish(self, events: Sequence[Event]) -> None:
        """Hand `events` to every handler."""
        for handler in self._handlers:
            try:
                handler(events)
            except Exception:
                log.exception("an event handler failed on %s", events[:3])

    def close(self, seconds: float = CLOSE_SECONDS) -> None:
        """End the queued handlers; all of them together get `seconds` for what they have still to do."""
        with self._lock:
            queued, self._queued = self._queued, ()
        deadline = time.monotonic() + seconds
        for handler in queued:
            handler.close(max(0.0, deadline - time.monotonic()))
