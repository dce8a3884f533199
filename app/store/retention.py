"""What is over and old leaves the queue, and the file becomes smaller.

Owns: which rows go, in chunks that each are one command; free pages and the write-ahead log. Must not know: when (the
engine's housekeeping says so), the numbers (`core/retention.py`).
"""

import contextlib
import json
import sqlite3
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import Any

from app.core.events import JobsChanged
from app.core.retention import Retention
from app.store.queries import sql
from app.store.text import json_in
from app.store.writer import Transaction

CHUNK = 2_000  # jobs in one transaction: about 40 ms, so that nobody who writes meanwhile notices
VACUUM_PAGES = 500  # in one transaction: about 10 ms
LEAST_FREE_PAGES = 1_000  # 4 MB; less is soon used again
CHECKPOINT_WAIT_MS = 200  # for readers, while nobody can write


def prune(tx: Transaction, retention: Retention, spared: Collection[int] = ()) -> int:
    """Forget one chunk of jobs that ended well in batches that are over, the oldest first; 0 when none is left to go.
    In a dismissed batch the others go too. `spared`: batches whose originals are kept; without the journal nobody could
    tell any more what they are the originals of.

    Before the commit: all are there. After it: the chunk is gone with its attempts and journal, and the batch counts
    it as pruned; so any prefix of the work is consistent.
    """
    keep = json.dumps(list(spared))
    rows = _oldest(tx, retention.before(tx.now, retention.days), CHUNK, keep)
    too_many = 0 if rows else int(tx.rows("prunable", {"spared": keep})[0][0]) - retention.rows
    if too_many > 0:
        rows = _oldest(tx, retention.before(tx.now, retention.grace_days), min(CHUNK, too_many), keep)
    _forget(tx, rows)
    return len(rows)


def _oldest(tx: Transaction, before: int, count: int, spared: str) -> list[Any]:
    """(job, batch, weight, bytes_out) of up to `count` jobs that may go, of batches that ended before `before`."""
    found: list[Any] = []
    values: dict[str, Any] = {"before": before, "count": count, "spared": spared}
    for batch, dismissed_too in tx.rows("prunable_batches", values):
        values = {"batch": batch, "all": dismissed_too, "count": count - len(found)}
        found += tx.rows("prunable_jobs", values)
        if len(found) >= count:
            break
    return found


def _forget(tx: Transaction, rows: list[Any]) -> None:
    """Remove the rows that `_oldest` found. What the batch says of its work stays true."""
    if not rows:
        return
    jobs, weights, bytes_out = Counter[int](), Counter[int](), Counter[int]()
    for _job, batch, weight, out in rows:
        jobs[batch] += 1
        weights[batch] += weight
        bytes_out[batch] += out
    tx.run("prune_jobs", {"jobs": json.dumps([row[0] for row in rows])})
    for batch, count in jobs.items():
        values = {"batch": batch, "count": count, "weight": weights[batch], "bytes_out": bytes_out[batch]}
        tx.run("prune_counted", values)
        tx.emit(JobsChanged(batch))


def drop_empty_batches(tx: Transaction, retention: Retention) -> int:
    """Forget batches that were dismissed long ago and have no jobs any more: a watched folder makes many."""
    values = {"before": retention.before(tx.now, retention.days), "count": CHUNK}
    return tx.run("prune_batches", values).rowcount


def drop_checkpoints(tx: Transaction) -> int:
    """Forget how far jobs had come that are not tried again."""
    return tx.run("prune_checkpoints").rowcount


_NO_BODY = {
    "code": "SOURCE_CHANGED",
    "message": "The text of this message was removed a while after its batch had ended, so it cannot be sent any more.",
}


def purge_bodies(tx: Transaction, retention: Retention) -> int:
    """Forget what one chunk of old e-mails said: text, people, files. The row stays, with its outcome, its address and
    its Message-ID. Before the commit: all is there. After it: a retry of such a row fails and says why."""
    values = {"before": retention.before(tx.now, retention.body_days), "instead": json_in(_NO_BODY), "count": CHUNK}
    return tx.run("purge_bodies", values).rowcount


def drop_old(tx: Transaction, retention: Retention) -> int:
    """One chunk of old starts of the program and of files that were processed long ago."""
    sessions = {"before": retention.before(tx.now, retention.session_days), "count": CHUNK}
    processed = {"before": retention.before(tx.now, retention.processed_days), "count": CHUNK}
    return tx.run("prune_sessions", sessions).rowcount + tx.run("prune_processed", processed).rowcount


def dismissed(tx: Transaction, batches: list[int]) -> list[int]:
    """Which of `batches` were dismissed. (One that is not in the queue was not: its queue may have been set aside.)"""
    return [row[0] for row in tx.rows("dismissed_of", {"batches": json.dumps(batches)})]


def spare_numbers(tx: Transaction, highest: int) -> None:
    """Give no batch a number up to `highest`: originals of a queue that was set aside are kept under it."""
    tx.run("batch_numbers_begin", {"highest": highest})
    tx.run("batch_numbers_spare", {"highest": highest})


def vacuum(tx: Transaction) -> int:
    """Give free pages back to the drive, VACUUM_PAGES at most; the number that went. 0 while there are few."""
    before = int(tx.rows("free_pages")[0][0])
    if before < LEAST_FREE_PAGES:
        return 0
    for _ in range(min(VACUUM_PAGES, before)):
        tx.rows("vacuum_page")  # one page each: Python steps this pragma once, however many it asks for
    return before - int(tx.rows("free_pages")[0][0])


def log_bytes(path: Path) -> int:
    """The size of the write-ahead log of the queue at `path`."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size
    except FileNotFoundError:
        return 0


def shorten_log(path: Path) -> bool:
    """Bring the write-ahead log into the file and cut it to nothing. False when a reader is in the way.

    On a connection of its own: this cannot be done inside a transaction, and writes no row.
    """
    with contextlib.closing(
        sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=CHECKPOINT_WAIT_MS / 1000, isolation_level=None)
    ) as connection:
        try:
            busy, _pages, _moved = connection.execute(sql("shorten_log")).fetchone()
        except sqlite3.OperationalError:  # somebody writes at this moment
            return False
    return not busy
