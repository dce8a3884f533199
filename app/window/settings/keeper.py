"""The way from the page of settings to `settings.json` and to the engine that works by it.

Owns: reading and changing off the GUI thread, and acting on the running engine after a change. Must not know: widgets.
The command line reads and writes the same file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.retention import Retention
from app.core.tuning import Tuning
from app.store.reader import QueueSize, Reader
from app.system.settings import Settings
from app.window.backend import Backend

_TUNED = frozenset({"workers", "memory_percent", "tries"})
_REMEMBERED = frozenset({"keep_days", "keep_rows"})


@dataclass(frozen=True, slots=True)
class Kept:
    """The settings as they are on disk, and how much room the queue takes."""

    settings: Settings
    size: QueueSize


class Keeper(QObject):
    """See the module. `arrived`: a `Kept`, after every reading and change; `failed`: why settings cannot be read or
    kept, in a sentence."""

    arrived = Signal(object)
    failed = Signal(str)

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._changes: list[dict[str, Any]] = []

    def read(self) -> None:
        """Read again; `arrived` or `failed` follows."""
        parts = self._backend.parts
        if parts is not None:
            self._run(lambda reader: Kept(parts.settings.read(), reader.size()))

    def change(self, **values: Any) -> None:
        """Keep these values and let the engine work by them; `arrived` or `failed` follows."""
        parts, engine = self._backend.parts, self._backend.engine
        if parts is None:
            return

        def change(reader: Reader) -> Kept:
            settings = parts.settings.change(**values)
            if engine is not None and _TUNED & values.keys():
                engine.tune(Tuning(settings.workers, settings.memory_percent / 100, settings.tries))
            if engine is not None and _REMEMBERED & values.keys():
                engine.remember(Retention(settings.keep_days, settings.keep_rows))
            return Kept(settings, reader.size())

        self._run(change)

    def tidy(self) -> None:
        """Forget what is over and old now."""
        engine = self._backend.engine
        if engine is not None:
            self._backend.commands.run(lambda _commands: engine.tidy(), lambda _answer: self.read())

    def _run(self, call: Callable[[Reader], Kept]) -> None:
        self._backend.reads.run(call, self.arrived.emit, self._refused)

    def _refused(self, error: Exception) -> None:
        self.failed.emit(str(error))
