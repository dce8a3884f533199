"""What became of the drops of this session: what was left out, what was done before, what a person put away.

Owns: the memory of it and "Do them again". Must not know: how a result is drawn (`result.py`).
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from app.core.model import Batch
from app.core.states import BatchState, JobState
from app.engine.commands import Commands, Submission
from app.store.reader import JobView, Reader
from app.window.backend import Backend
from app.window.intake import Added

ALREADY_DONE = "ALREADY_DONE"  # why the plan left a file out: this recipe has worked it off before


class Drops(QObject):
    """See the module. `counted`: it is known now how many files were done before; `replaced`: a drop became this batch
    instead."""

    counted = Signal()
    replaced = Signal(int)

    def __init__(self, backend: Backend, parent: QObject) -> None:
        super().__init__(parent)
        self._backend = backend
        self._submissions: dict[int, Submission] = {}
        self._left_out: dict[int, tuple[tuple[str, int], ...]] = {}
        self._put_away: set[int] = set()
        self._done: dict[int, tuple[int, int]] = {}  # batch -> skipped rows when it was counted, done before

    def added(self, added: Added) -> None:
        """A drop became batches."""
        self._submissions.update(zip(added.batches, added.submissions, strict=True))
        if added.left_out:
            self._left_out[added.batches[0]] = added.left_out

    def left_out(self, batch: int) -> tuple[tuple[str, int], ...]:
        """Files of the drop that no recipe reads, by type."""
        return self._left_out.get(batch, ())

    def is_put_away(self, batch: int) -> bool:
        """Whether a person has closed the result of this drop."""
        return batch in self._put_away

    @Slot(int)
    def put_away(self, batch: int) -> None:
        """A person closes the result."""
        self._put_away.add(batch)

    def done_before(self, batch: Batch) -> int:
        """How many rows were left out because they are done already; asked for when that is not known yet."""
        skipped = batch.counts.skipped
        if not skipped or batch.state is BatchState.BUILDING or batch.started is not None:
            return 0
        asked, done = self._done.get(batch.id, (0, 0))
        if asked != skipped:
            self._done[batch.id] = (skipped, done)
            number = batch.id
            self._backend.reads.run(lambda reader: (number, _count(reader, number)), self._counted)
        return done

    def _counted(self, answer: tuple[int, int]) -> None:
        batch, done = answer
        asked, before = self._done.get(batch, (0, 0))
        self._done[batch] = (asked, done)
        if done != before:
            self.counted.emit()

    def can_repeat(self, batch: Batch) -> bool:
        """Whether the drop is still known as it was given: outputs go where they went for the whole drop."""
        return batch.started is None and batch.id in self._submissions

    @Slot(int)
    def do_again(self, batch: int) -> None:
        """Add the same drop once more, with everything in it, in the place of `batch`, which was never started."""
        submission = self._submissions.pop(batch, None)
        if submission is None:
            return
        self._add_again(batch, replace(submission, skip_processed=False))

    def plan_again(self, batch: int, recipe: str) -> None:
        """Add the same drop once more with another recipe (JSON), in the place of `batch`, which was never started."""
        submission = self._submissions.pop(batch, None)
        if submission is not None:
            self._add_again(batch, replace(submission, recipe=recipe))

    def _add_again(self, batch: int, whole: Submission) -> None:
        def call(commands: Commands) -> Added:
            number = commands.submit(whole)
            commands.cancel(batch=batch)
            commands.dismiss(batch)
            return Added((number,), self._left_out.get(batch, ()), (), (whole,))

        self._backend.commands.run(call, self._replaced)

    def _replaced(self, added: Added) -> None:
        self.added(added)
        self.replaced.emit(added.batches[0])


def _count(reader: Reader, batch: int) -> int:
    return len(reader.job_ids(JobView(batch=batch, states=frozenset({JobState.SKIPPED}), code=ALREADY_DONE)))
