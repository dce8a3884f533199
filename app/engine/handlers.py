"""A handler of events that may be slow: a thread and a bounded queue around it.

Owns: what protects the engine from a handler that raises, lags or hangs. Must not know: what handlers do. A handler
costs itself only: behind a slow one the oldest events are dropped and counted, and nobody waits for one that hangs.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence

from app.core.events import Event

log = logging.getLogger(__name__)
Handler = Callable[[Sequence[Event]], None]

MOST_EVENTS = 20_000  # that wait for one handler: a few MB, and some seconds of the quickest work
CLOSE_SECONDS = 2.0


class QueuedHandler:
    """Hands events to `handler` on a thread of its own. Calling it never blocks and never raises."""

    def __init__(self, handler: Handler, name: str, most: int = MOST_EVENTS) -> None:
        """`most`: events that may wait; of more the oldest are dropped (never a part of one commit)."""
        self.name = name
        self.dropped = 0  # in all
        self._handler = handler
        self._most = most
        self._waiting: deque[Sequence[Event]] = deque()
        self._count = 0
        self._lost = 0  # since the handler was last reached
        self._closing = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._work, name=f"events-{name}", daemon=True)
        self._thread.start()

    def __call__(self, events: Sequence[Event]) -> None:
        """Queue the events of one commit."""
        first_loss = False
        with self._changed:
            if self._closing:
                return
            self._waiting.append(events)
            self._count += len(events)
            while self._count > self._most and len(self._waiting) > 1:
                oldest = len(self._waiting.popleft())
                self._count -= oldest
                first_loss = first_loss or not self._lost
                self._lost += oldest
                self.dropped += oldest
            self._changed.notify()
        if first_loss:  # said at once: who hangs may never come to say how many it were
            log.warning("the handler %s falls behind: its oldest events are dropped", self.name)

    def close(self, seconds: float = CLOSE_SECONDS) -> bool:
        """Let what waits be handled, for at most `seconds`. False: the handler is still busy and is left alone."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(seconds)
        if not self._thread.is_alive():
            return True
        with self._changed:
            left, self._count = self._count, 0
            self._waiting.clear()
        log.warning("the handler %s did not come to its end: %d events were not handled", self.name, left)
        return False

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closing)
                if not self._waiting:
                    return
                events = [event for part in self._waiting for event in part]
                self._waiting.clear()
                self._count = 0
                lost, self._lost = self._lost, 0
            if lost:
                log.warning("the handler %s missed %d events", self.name, lost)
            try:
                self._handler(events)
            except Exception:
                log.exception("the handler %s failed on %s", self.name, events[:3])
