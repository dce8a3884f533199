"""The way from the GUI thread to everything that may wait, and back.

Owns: one thread a bridge, its order of calls, and the return of results to the GUI thread. Must not know: what is
called. Commands on the queue go through a bridge over `Commands`; reading that may take long goes through a bridge
over a `Reader` of its own.
"""

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

log = logging.getLogger(__name__)

Subject = TypeVar("Subject")
Answer = TypeVar("Answer")


class Bridge(QObject, Generic[Subject]):
    """Runs calls on a subject, one after the other, on a thread of its own.

    `make` builds the subject on that thread (a SQLite connection belongs to the thread that opened it). Results come
    back through one signal to a bound method of this long-lived QObject, so none is lost and all arrive in order.
    `failed` carries the sentence of a call that raised and had no `failed` handler of its own.
    """

    failed = Signal(str)
    _returned = Signal(object, object, object)  # handler, answer, exception

    def __init__(self, make: Callable[[], Subject], name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: queue.SimpleQueue[tuple[Callable[[Subject], Any], Any, Any] | None] = queue.SimpleQueue()
        self._make = make
        self._pending = 0
        self._closed = False
        self._returned.connect(self._deliver)
        self._thread = threading.Thread(target=self._work, name=f"window-{name}", daemon=True)
        self._thread.start()

    @property
    def idle(self) -> bool:
        """Whether every call so far has returned its result to the GUI thread."""
        return self._pending == 0

    def run(
        self,
        call: Callable[[Subject], Answer],
        then: Callable[[Answer], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Call `call(subject)` on the bridge's thread; `then(answer)` or `failed(error)` follow on the GUI thread."""
        self._pending += 1
        self._calls.put((call, then, failed))

    def close(self, seconds: float = 5.0) -> None:
        """Finish the calls that are queued, then end the thread. Results that arrive later are dropped."""
        self._closed = True  # whom a late result is for may be deleted by the time it is delivered
        self._calls.put(None)
        self._thread.join(seconds)

    def _work(self) -> None:
        subject: Subject | None = None
        while (item := self._calls.get()) is not None:
            call, then, failed = item
            try:
                if subject is None:
                    subject = self._make()
                answer = call(subject)
            except Exception as error:  # noqa: BLE001 - whatever it is belongs to the caller
                self._send(failed, None, error)
            else:
                self._send(then, answer, None)
        close = getattr(subject, "close", None)
        if close is not None and self._owns_subject:
            close()

    _owns_subject = False

    def owning(self) -> "Bridge[Subject]":
        """Close the subject with the bridge (a reader of its own; never the engine)."""
        self._owns_subject = True
        return self

    def _send(self, handler: Any, answer: Any, error: Exception | None) -> None:
        try:
            self._returned.emit(handler, answer, error)
        except RuntimeError:  # the window is gone: nobody waits for this any more
            log.debug("a result came after the window was closed")

    @Slot(object, object, object)
    def _deliver(self, handler: Any, answer: Any, error: Exception | None) -> None:
        self._pending -= 1
        if self._closed:
            if error is not None:
                log.error("a call failed while the window closed", exc_info=error)
        elif error is None:
            if handler is not None:
                handler(answer)
        elif handler is not None:
            handler(error)
        else:
            log.error("a call of the window failed", exc_info=error)
            self.failed.emit(str(error) or type(error).__name__)
