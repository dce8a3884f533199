"""What is done when the last commits of the queue are lost: nothing that may have been sent is sent again by itself.

Owns: the transitions. Must not know: how it was found out (`connection.log_is_lost`).
"""

from app.core.events import BatchChanged
from app.core.states import BatchState
from app.store.writer import Transaction

LOG_IS_LOST = "The queue's last changes are lost. Some of these may have been sent: look them through, then send."


def doubt_letters(tx: Transaction) -> list[int]:
    """active -> paused for batches of letters that are not over, and those still being looked through will wait for a
    person; the paused ones. One update, at start, before anything is claimed: a crash leaves it done or not done, and
    when it is not done the log is still missing at the next start."""
    tx.run("doubt_building")
    batches = [row[0] for row in tx.rows("doubt_letters", {"note": LOG_IS_LOST})]
    for batch in batches:
        tx.emit(BatchChanged(batch, BatchState.PAUSED))
    return batches


def number_batches_above(tx: Transaction, highest: int) -> None:
    """The next batches get numbers above `highest`: those of an earlier queue that was put aside still name the folders
    of the originals that it kept. Idempotent."""
    tx.run("batch_numbers_seen")
    tx.run("rebuild_sequence", {"name": "batch", "seq": highest})
