"""Making a new queue of a damaged one: which file is read, what becomes of it, and when that is refused.

Owns: the order of lock, reading, and putting in place. Must not know: how files are read (`store/rebuild.py`), output.
"""

import contextlib
import os
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from app.engine.clock import now_ms
from app.engine.engine import QUEUE_FILE
from app.engine.lock import QueueLock
from app.store import aside
from app.store.connection import problem_of, refuse_network
from app.store.errors import StoreError
from app.store.reader import Reader
from app.store.rebuild import Saved, rebuild


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done. `source`: the file that was read, under the name it has now; `replaced`: another queue that stood
    in the place of the new one, under the name it is kept as."""

    saved: Saved
    source: Path
    replaced: Path | None


def rebuild_queue(data_dir: Path, source: Path | None = None) -> Repair | None:
    """Make the queue of `data_dir` anew of what can be read of `source` (None: of the queue itself or, when that is
    empty or gone, of the file that was put aside last). None: the queue is whole and nothing was done.

    Nothing is lost by it: what stood there is kept beside it. Raises StoreError.
    """
    data_dir = data_dir.absolute()
    path = data_dir / QUEUE_FILE
    refuse_network(data_dir)
    lock = QueueLock(data_dir / f"{QUEUE_FILE}.lock")
    try:
        if not lock.acquire():
            raise StoreError("QUEUE_BUSY", "Dropmill is running and holds the queue. Close it first.")
        aside.settle(path)
        source = source.absolute() if source is not None else _choose(path)
        return None if source is None else _rebuild(path, source)
    except OSError as error:
        where = error.filename or data_dir
        raise StoreError("QUEUE_DENIED", f"{where} cannot be used: {error.strerror or error}.") from error
    except sqlite3.Error as error:
        raise StoreError("QUEUE_BROKEN", f"The new queue in {data_dir} cannot be written: {error}.") from error
    finally:
        lock.release()


def _choose(path: Path) -> Path | None:
    """The file to read; None when the queue is whole and holds something."""
    kept = aside.kept_files(path)
    if not path.exists():
        if not kept:
            raise StoreError("QUEUE_DENIED", f"There is no queue in {path.parent}.")
        return kept[0]
    if problem_of(path) is not None:
        return path
    return kept[0] if kept and _is_empty(path) else None


def _is_empty(path: Path) -> bool:
    """Whether no batch was ever put into the queue. One of an older format is not, or it would not be there."""
    try:
        with Reader(path) as reader:
            return not reader.batches(dismissed=True)
    except StoreError:
        return False


def _rebuild(path: Path, source: Path) -> Repair:
    size = source.stat().st_size
    if shutil.disk_usage(path.parent).free < size * 2:
        raise StoreError("QUEUE_FULL", f"There is no room beside {path} for a new queue. Free some space.")
    unfinished = path.with_name(f"{path.name}.rebuilding")
    _remove(unfinished)
    try:
        saved = rebuild(source, unfinished, now_ms())
        if not saved.rows["batch"]:
            raise StoreError("QUEUE_DAMAGED", f"Nothing of a queue can be read in {source}. It was left as it is.")
        os.replace(unfinished, aside.ready_name(path))
    finally:
        _remove(unfinished)
    kept = aside.replace(path)
    return Repair(saved, kept, None) if kept is not None and source == path else Repair(saved, source, kept)


def _remove(path: Path) -> None:
    for tail in aside.TAILS:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{path}{tail}")
