"""Who goes first: priority of batches, places of jobs in their batch, the "pause here" mark.

Owns: these commands of a person. Must not know: how claims weigh them (the engine's choice does). Each function is part
of one IMMEDIATE transaction of the writer, so a crash leaves the old order or the new one.
"""

import json
from collections.abc import Sequence

from app.core.events import BatchChanged, JobsChanged
from app.core.model import PAUSED_HERE
from app.core.states import BatchState
from app.store.intake import set_batch_state
from app.store.writer import Transaction


def set_priority(tx: Transaction, batch: int, priority: int) -> bool:
    """Batches of a higher `priority` are asked for their jobs first. False: no such batch."""
    row = tx.one("batch_priority", {"batch": batch, "priority": priority})
    if row is not None:
        tx.emit(BatchChanged(batch, BatchState(row[0])))
    return row is not None


def move(tx: Transaction, jobs: Sequence[int], top: bool) -> int:
    """Put open jobs before (or behind) all others of their batch, keeping their own order; how many were moved."""
    picked = json.dumps(list(jobs))
    moved = 0
    for batch, first, last in tx.rows("place_ends", {"jobs": picked}):
        place = first + 1 if top else last - 1
        moved += tx.run("place_move", {"jobs": picked, "batch": batch, "priority": place}).rowcount
        tx.emit(JobsChanged(batch))
    return moved


def pause_at(tx: Transaction, batch: int, job: int | None) -> bool:
    """Mark the job before which `batch` pauses (None takes the mark away). False: not an open job of it."""
    row = tx.one("batch_pause_at", {"batch": batch, "job": job})
    if row is not None:
        tx.emit(BatchChanged(batch, BatchState(row[0])))
    return row is not None


def pause_here(tx: Transaction, batch: int) -> None:
    """active -> paused: everything before the mark has begun. The mark is used up in the same transaction."""
    tx.run("batch_pause_at", {"batch": batch, "job": None})
    set_batch_state(tx, batch, BatchState.PAUSED, (BatchState.ACTIVE,), PAUSED_HERE)
