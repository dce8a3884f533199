"""Why what is left of a batch waits, in sentences for a person, with the command that lets it go on.

Owns: these sentences. Must not know: how the queue decides; it reads what the queue says of itself.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.cli.times import words
from app.core.states import BatchState

if TYPE_CHECKING:
    from app.core.model import Batch
    from app.store.reader import Reader

MOST_BATCHES = 5  # that are spoken of after `work`


def of_queue(reader: "Reader", now_ms: int) -> Iterator[str]:
    """Why anything in the queue waits."""
    if reader.paused():
        yield "The queue is paused: dropmill resume"
        return
    waiting = [batch for batch in reader.not_over_at(now_ms) if batch.counts.open]
    for batch in waiting[:MOST_BATCHES]:
        yield from _of_batch(reader, batch, now_ms)
    if len(waiting) > MOST_BATCHES:
        yield f"And {len(waiting) - MOST_BATCHES:,} more batches: dropmill batches"


def of_batch(reader: "Reader", batch: "Batch", now_ms: int) -> Iterator[str]:
    """Why jobs of `batch` wait."""
    if reader.paused():
        yield "The queue is paused: dropmill resume"
    else:
        yield from _of_batch(reader, batch, now_ms)


def _of_batch(reader: "Reader", batch: "Batch", now_ms: int) -> Iterator[str]:
    if batch.state is BatchState.PAUSED:
        yield f"Batch {batch.id}: {batch.note or 'paused'}. It goes on with: dropmill start {batch.id}, dropmill work"
        return
    if batch.not_before is not None and batch.not_before > now_ms:
        when = words(batch.not_before, now_ms)
        yield f"Starts {when}, if Dropmill is open then. Without a window: dropmill work --forever"
        return
    held = batch.counts.held - len(reader.blocked(batch.id)) if batch.counts.held else 0
    if held:
        yield f"Batch {batch.id}: {held:,} held. They go on with: dropmill release --batch {batch.id}, dropmill work"
    if batch.counts.waiting:
        behind = f"; {batch.counts.ready:,} stand behind them in its order" if _stands(batch) else ""
        yield (
            f"Batch {batch.id}: {batch.counts.waiting:,} wait for another try or for their drive{behind}. "
            f"Their reasons: dropmill list --batch {batch.id} --state waiting"
        )


def _stands(batch: "Batch") -> bool:
    return batch.ordered and batch.counts.ready > 0
