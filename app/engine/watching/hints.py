"""What the system reports of changes in watched folders. Only hints: a look at the folder tells what is there.

Owns: the package `watchdog`, which is loaded when the first folder is listened to. Must not know: files. A report may
be lost, doubled or late without harm.
"""

import logging
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver, ObservedWatch

log = logging.getLogger(__name__)

STOP_SECONDS = 5.0


class Hints:
    """Calls `hint` with the number of a watched folder in which something may have changed, on threads of its own."""

    def __init__(self, hint: Callable[[int], None]) -> None:
        self._hint = hint
        self._observer: BaseObserver | None = None
        self._watches: dict[int, ObservedWatch] = {}

    def listen(self, watch: int, folder: str, own: frozenset[str]) -> bool:
        """Listen to `folder`; what happens in the folders named `own` is none of our business. False when the system
        cannot report (too many folders, a drive that does not)."""
        from watchdog import events
        from watchdog.observers import Observer

        class Handler(events.FileSystemEventHandler):
            def dispatch(_self, event: events.FileSystemEvent) -> None:  # noqa: N805 - `self` is the one around it
                if any(_concerns(folder, os.fsdecode(path), own) for path in (event.src_path, event.dest_path)):
                    self._hint(watch)

        # Reading is reported too: a look through the folder must not call for the next one.
        kinds: list[Any] = [
            events.FileCreatedEvent, events.FileModifiedEvent, events.FileMovedEvent, events.FileClosedEvent,
            events.DirCreatedEvent, events.DirMovedEvent,
        ]  # fmt: skip
        self.drop(watch)
        try:
            if self._observer is None:
                observer = Observer()
                observer.start()
                self._observer = observer
            self._watches[watch] = self._observer.schedule(Handler(), folder, recursive=True, event_filter=kinds)
        except OSError as error:
            log.info("changes in a watched folder are not reported (%s): it is looked through more often", error)
            return False
        return True

    def drop(self, watch: int) -> None:
        """Listen to this folder no longer."""
        known = self._watches.pop(watch, None)
        if known is not None and self._observer is not None:
            self._observer.unschedule(known)

    def stop(self) -> None:
        """End the threads."""
        observer, self._observer = self._observer, None
        self._watches.clear()
        if observer is not None:
            observer.stop()
            observer.join(STOP_SECONDS)


def _concerns(folder: str, path: str, own: frozenset[str]) -> bool:
    """Whether a change at `path` may bring a file into `folder`."""
    if not path or any(path == one or path.startswith(one + os.sep) for one in own if os.path.isabs(one)):
        return False
    parts = os.path.relpath(path, folder).split(os.sep)
    return not any(part in own or (part.startswith(".") and part != os.curdir) for part in parts)
