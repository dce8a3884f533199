"""Watched folders: what is kept of them, and how their files become a batch, each version of a file once.

Every function is one command for the writer, with its crash argument. Must not know: how folders are looked through.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.core.events import WatchChanged
from app.core.model import WatchMode
from app.store.intake import NewBatch, add_batch
from app.store.text import clean, path_in
from app.store.writer import Transaction


@dataclass(frozen=True, slots=True)
class NewWatch:
    """A folder to watch. `recipe`: JSON text, frozen as a batch's."""

    folder: str
    kind: str
    recipe_name: str
    recipe: str
    out: str | None
    mode: WatchMode


@dataclass(frozen=True, slots=True)
class Version:
    """A file as it was seen: its size in bytes and its mtime in ns."""

    path: str
    size: int
    mtime_ns: int


def add(tx: Transaction, new: NewWatch) -> int:
    """Watch a folder from now on; its number."""
    cursor = tx.run(
        "watch_add",
        {
            "folder": path_in(new.folder), "kind": new.kind, "recipe_name": clean(new.recipe_name),
            "recipe": new.recipe, "out": None if new.out is None else path_in(new.out), "mode": new.mode.value,
            "now": tx.now,
        },
    )  # fmt: skip
    watch = int(cursor.lastrowid or 0)
    tx.emit(WatchChanged(watch))
    return watch


def remove(tx: Transaction, watch: int) -> bool:
    """Watch a folder no longer, and forget which of its files were taken. What became a batch stays one."""
    return _changed(tx, watch, tx.run("watch_remove", {"watch": watch}).rowcount)


def enable(tx: Transaction, watch: int, enabled: bool) -> bool:
    """Switch a watched folder on or off."""
    return _changed(tx, watch, tx.run("watch_enable", {"watch": watch, "enabled": int(enabled)}).rowcount)


def say(tx: Transaction, watch: int, code: str | None, message: str | None) -> bool:
    """Keep why the folder cannot be looked through (None: it can again); False when that was known."""
    rows = tx.run("watch_say", {"watch": watch, "code": code, "message": clean(message)}).rowcount
    return _changed(tx, watch, rows, code, message)


def take(
    tx: Transaction, watch: int, versions: Sequence[Version], make: Callable[[Sequence[Version]], NewBatch]
) -> int | None:
    """versions of files -> one batch (building), and the memory that they were taken, in one commit: neither can be
    there without the other. None when the folder is not watched any more, or all were taken before.

    Before the commit: nothing was taken, the next look finds the same files. After it: each of these versions is in
    one batch and can never be in another.
    """
    if not tx.rows("watch_listens", {"watch": watch}):
        return None
    paths = json.dumps([path_in(one.path) for one in versions])
    known = {row[0]: (row[1], row[2]) for row in tx.rows("watch_took", {"watch": watch, "paths": paths})}
    fresh = [one for one in versions if known.get(path_in(one.path)) != (one.size, one.mtime_ns)]
    if not fresh:
        return None
    batch = add_batch(tx, make(fresh))
    tx.run_many(
        "watch_take",
        [
            {"watch": watch, "path": path_in(one.path), "size": one.size, "mtime_ns": one.mtime_ns, "batch": batch}
            for one in fresh
        ],
    )
    return batch


def _changed(tx: Transaction, watch: int, rows: int, code: str | None = None, message: str | None = None) -> bool:
    if rows:
        tx.emit(WatchChanged(watch, code, message))
    return bool(rows)
