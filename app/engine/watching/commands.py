"""The commands about watched folders, for the engine.

Owns: what is checked before a folder is watched. Must not know: how it is watched.
"""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.core.model import WatchMode
from app.engine.watching.rules import REFUSED, check
from app.jobs import registry
from app.store import watching
from app.store.errors import StoreError
from app.store.reader import Reader
from app.store.watching import NewWatch
from app.store.writer import Writer


class WatchCommands:
    """See `app.engine.commands.Commands`. Called on any thread."""

    def __init__(self, writer: Writer, open_reader: Callable[[], Reader], data_dir: Path) -> None:
        self._writer = writer
        self._open_reader = open_reader
        self._data_dir = str(data_dir)
        self._one_at_a_time = threading.Lock()  # two folders must not slip in that do not go together

    def add(self, folder: str, kind: str, recipe: str, recipe_name: str, out: str | None, mode: str) -> int:
        """Watch `folder` from now on. Raises RecipeError, and StoreError WATCH_REFUSED."""
        parsed = registry.parse_recipe(recipe)
        if mode not in tuple(WatchMode):
            raise StoreError(REFUSED, f"Unknown way of watching {mode}; expected one of {', '.join(WatchMode)}.")
        with self._one_at_a_time:
            with self._open_reader() as reader:
                check(folder, parsed, out, reader.watches(), self._data_dir)
            new = NewWatch(folder, kind, recipe_name, recipe, out, WatchMode(mode))
            return self._writer.call(partial(watching.add, new=new), durable=True)

    def remove(self, watch: int) -> bool:
        return self._writer.call(partial(watching.remove, watch=watch), durable=True)

    def enable(self, watch: int, enabled: bool) -> bool:
        return self._writer.call(partial(watching.enable, watch=watch, enabled=enabled), durable=True)
