"""A preview as it arrives in the window: its data, and its pictures ready to be drawn.

Owns: the way from the process that made it to the GUI thread. Must not know: widgets, recipes. Pictures come small from
that process, in a format of its own making; they are unpacked on the thread that brings them, never on the GUI's.
"""

import base64
import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.core.failures import Failure
from app.jobs.base import JobError, Json, PlanRequest, Preview

log = logging.getLogger(__name__)

Previews = Callable[..., Future[Preview]]


@dataclass(frozen=True, slots=True)
class Seen:
    """The answer to a question. `data`: see the kind's `preview`; `before`, `after`: its pictures (kind "image")."""

    kind: str
    data: Json
    before: QImage | None = None
    after: tuple[QImage, ...] = ()


def seen(kind: str, preview: Preview) -> Seen:
    """`preview` with its pictures unpacked. May take some milliseconds: not for the GUI thread."""
    data = preview.data
    if kind != "image":
        return Seen(kind, data)
    return Seen(kind, data, _image(data["before"]), tuple(map(_image, data["outputs"])))


def _image(part: Json) -> QImage:
    return QImage.fromData(base64.b64decode(part["data"]))


class Asker(QObject):
    """Asks for previews, one at a time: the answer to the newest question, and to no other, arrives as `shown` or as
    `failed`."""

    shown = Signal(object)  # Seen
    failed = Signal(object)  # Failure
    _answered = Signal(int, object, object)

    def __init__(self, previews: Previews | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previews = previews
        self._number = 0
        self._asked: Future[Preview] | None = None
        self._answered.connect(self._deliver)

    @property
    def waiting(self) -> bool:
        """Whether an answer is on its way."""
        return self._asked is not None

    def ask(self, kind: str, recipe: str, path: str, request: PlanRequest | None = None) -> None:
        """What `path` becomes with `recipe` (JSON)."""
        self.forget()
        if self._previews is None:
            return
        self._number += 1
        number = self._number
        asked = self._previews(kind, recipe, path, request)
        self._asked = asked
        asked.add_done_callback(lambda answer: self._bring(number, kind, answer))

    def forget(self) -> None:
        """Nobody waits for the last question any more."""
        asked, self._asked = self._asked, None
        self._number += 1
        if asked is not None:
            asked.cancel()

    def _bring(self, number: int, kind: str, answer: "Future[Preview]") -> None:
        """On the thread that has the answer."""
        if answer.cancelled():
            return
        found: Seen | None = None
        failure: Failure | None = None
        error = answer.exception()
        if isinstance(error, JobError):
            failure = error.failure
        elif error is not None:
            failure = Failure("INTERNAL", str(error))
        else:
            found = seen(kind, answer.result())
        try:
            self._answered.emit(number, found, failure)
        except RuntimeError:  # who asked is gone
            log.debug("a preview came after its window was closed")

    @Slot(int, object, object)
    def _deliver(self, number: int, found: Seen | None, failure: Failure | None) -> None:
        if number != self._number:
            return
        self._asked = None
        if found is not None:
            self.shown.emit(found)
        else:
            self.failed.emit(failure)
