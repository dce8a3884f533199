"""The event bus: one source, any number of handlers.

Handlers run on the publishing thread (the queue's writer), so they must be quick and may not wait for the writer. A
handler that raises is logged and does not disturb the others.
"""

import logging
import threading
from collections.abc import Callable, Sequence

from app.core.events import Event

log = logging.getLogger(__name__)
Handler = Callable[[Sequence[Event]], None]


class EventBus:
    """Hands the events of each commit, as one sequence, to every handler."""

    def __init__(self) -> None:
        self._handlers: tuple[Handler, ...] = ()
        self._lock = threading.Lock()

    def subscribe(self, handler: Handler) -> Callable[[], None]:
        """Call `handler` with every sequence of events from now on; the returned function ends that."""
        with self._lock:
            self._handlers = (*self._handlers, handler)

        def unsubscribe() -> None:
            with self._lock:
                self._handlers = tuple(h for h in self._handlers if h is not handler)

        return unsubscribe

    def publish(self, events: Sequence[Event]) -> None:
        """Hand `events` to every handler."""
        for handler in self._handlers:
            try:
                handler(events)
            except Exception:
                log.exception("an event handler failed on %s", events[:3])
