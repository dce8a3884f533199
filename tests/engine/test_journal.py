"""A second attempt and what it finds under its output's name: its own file, or a stranger's.

The first attempt is made by hand up to its note in the journal, as a kill at that moment leaves it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.failures import Failure
from app.core.states import BatchState, JobState, Outcome
from app.core.undo import UndoReport
from app.engine.engine import Engine
from app.jobs.journal import Fingerprint, Note, fingerprint
from app.store import transitions
from app.store.reader import Reader
from app.store.transitions import Claimed, Ending
from app.store.writer import Transaction
from tests.engine.conftest import finish, submission
from tests.engine.test_undo import batch_state, contents, recipe
from tests.waiting import until

Inputs = Callable[..., list[str]]


@pytest.fixture
def waiting(engine: Engine, inputs: Inputs, tmp_path: Path) -> int:
    """A batch with one job that waits; its output goes to `out/a.txt`."""
    batch = engine.submit(submission(inputs("a"), recipe=recipe(), out=str(tmp_path / "out"), start=False))
    until(lambda: batch_state(engine, batch) is BatchState.PAUSED)
    (tmp_path / "out").mkdir()
    return batch


def killed_after_its_note(engine: Engine, batch: int, path: Path, note: Note) -> None:
    """One attempt that noted `path` and was cut off."""

    def attempt(tx: Transaction) -> None:
        (job,) = claim(tx, batch)
        assert transitions.intend_output(tx, job.id, job.attempt, str(path), note.to_json())
        cut_off = Failure("INTERRUPTED", "Interrupted, starts over")
        ending = Ending(job, JobState.READY, Outcome.INTERRUPTED, 1, cut_off, counted=False)
        assert transitions.end(tx, engine.session, ending)

    engine._writer.call(attempt)


def claim(tx: Transaction, batch: int) -> list[Claimed]:
    return transitions.claim(tx, "a session that died", batch, 1)


def go_on(engine: Engine, batch: int) -> str:
    """Let the batch end; the path that its job reports."""
    engine.start_batch(batch)
    (job,) = finish(engine, batch).values()
    assert (job.state, job.attempt) == (JobState.DONE, 2)
    return job.outputs[0]


def test_its_own_file_is_replaced(engine: Engine, waiting: int, tmp_path: Path) -> None:
    path = tmp_path / "out" / "a.txt"
    path.write_bytes(b"whole, of the first attempt")
    found = fingerprint(str(path))
    assert found is not None
    killed_after_its_note(engine, waiting, path, Note("t", found, made=(str(path.parent),)))
    assert go_on(engine, waiting) == str(path)
    assert contents(path.parent) == {"a.txt": b"a.txt!"}
    assert engine.undo(waiting) == UndoReport(removed=1)
    assert not path.parent.exists(), "the first attempt had made it"


def test_a_strangers_file_under_the_noted_name_stays_for_ever(engine: Engine, waiting: int, tmp_path: Path) -> None:
    path = tmp_path / "out" / "a.txt"
    killed_after_its_note(engine, waiting, path, Note("t", Fingerprint(6, 1)))
    path.write_bytes(b"saved by a person since")
    assert go_on(engine, waiting) == str(tmp_path / "out" / "a (2).txt")
    assert contents(path.parent) == {"a.txt": b"saved by a person since", "a (2).txt": b"a.txt!"}
    assert engine.undo(waiting) == UndoReport(removed=1)
    assert contents(path.parent) == {"a.txt": b"saved by a person since"}
    with Reader(engine.path) as reader:
        assert [job.note for job in reader.iter_jobs()] == ["Undone"]
