"""The journal of a batch that is undone, page by page, and what is recorded of it.

Owns: when a batch may be undone, and the marks of the journal: NULL = stands, 0 = about to be undone, else when it was.
The 0 is committed before the file is touched, so that after a kill our own work is told from a stranger's. Must not
know: files.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.events import BatchChanged, JobsChanged
from app.core.states import BatchState
from app.store.errors import StoreError
from app.store.text import path_out
from app.store.writer import Transaction

Place = tuple[int, str]  # (job, key): a position in the journal
BEGINNING: Place = (0, "")
_OVER = frozenset({BatchState.FINISHED, BatchState.CANCELLED, BatchState.PAUSED})


@dataclass(frozen=True, slots=True)
class Undoable:
    """What must be known of a batch before it is undone. `files`: its e-mails were written as files; `token`: its
    random text; `forgotten`: jobs whose rows are gone."""

    kind: str
    files: bool
    token: str
    forgotten: int


@dataclass(frozen=True, slots=True)
class Journalled:
    """One output in the journal. `about`: the note on it (JSON); `reported`: its job ended well and named it."""

    place: Place
    path: str
    about: str
    begun: bool
    undone: bool
    reported: bool


def look(tx: Transaction, batch: int) -> Undoable:
    """The batch, if it may be undone now. Raises StoreError NO_BATCH or UNDO_BUSY (it is still at work)."""
    row = tx.one("undo_batch", {"batch": batch})
    if row is None:
        raise StoreError("NO_BATCH", f"There is no batch {batch}.")
    kind, state, options, running, forgotten = row
    if BatchState(state) not in _OVER or running:
        raise StoreError(
            "UNDO_BUSY",
            f"Batch {batch} is still at work. Pause or cancel it, and undo it when nothing of it runs any more.",
        )
    saved = json.loads(options)
    return Undoable(kind, "eml" in saved["options"], saved["token"], forgotten)


def page(tx: Transaction, batch: int, after: Place, count: int) -> list[Journalled]:
    """The next `count` outputs of the batch. Raises StoreError as `look` does: a person may let the batch go on."""
    look(tx, batch)
    rows = tx.rows("undo_page", {"batch": batch, "job": after[0], "key": after[1], "count": count})
    found: list[Journalled] = []
    for job, key, about, undone_at, outputs in rows:
        path = path_out(key)
        begun, undone = undone_at == 0, bool(undone_at)
        found.append(Journalled((job, key), path, about, begun, undone, path in json.loads(outputs)))
    return found


def begin(tx: Transaction, places: Sequence[Place]) -> None:
    """Mark outputs that are about to be undone. Before the commit: nothing was touched. After it: each of them stands
    or is undone, and the next undo finds out which."""
    tx.run_many("undo_begin", [{"job": job, "key": key} for job, key in places])


def record(tx: Transaction, batch: int, places: Sequence[Place]) -> None:
    """Outputs that are undone, and the words on their jobs. Before the commit: marked as begun. After it: over."""
    tx.run_many("undo_done", [{"job": job, "key": key, "now": tx.now} for job, key in places])
    tx.run("undo_say", {"jobs": json.dumps(sorted({job for job, _key in places}))})
    tx.emit(JobsChanged(batch))


def finish(tx: Transaction, batch: int) -> None:
    """The undo came to its end: the batch says so, and its files count as never processed. Idempotent."""
    row = tx.one("undo_end", {"batch": batch, "now": tx.now})
    tx.run("undo_processed", {"batch": batch})
    if row is not None:
        tx.emit(BatchChanged(batch, BatchState(row[0])))
