"""Telling once that a batch is finished. A command for the writer.

Owns: `batch.callback_state`, which becomes *due* in the transaction that finishes a batch. Must not know: who is told,
and how.
"""

from app.store.writer import Transaction


def mark_told(tx: Transaction, batch: int, finished: int) -> bool:
    """due -> done, once everybody was told that `batch` finished at `finished` (ms UTC).

    Before the commit: a next start tells it again. After it: never again, until the batch is reopened and finishes
    anew. False: it was reopened meanwhile, or told by another; `finished` is the fence.
    """
    return bool(tx.run("batch_told", {"batch": batch, "finished": finished}).rowcount)
