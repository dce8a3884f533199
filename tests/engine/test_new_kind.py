"""A kind of job that was added as the contract says, by one folder and one line: everything else works by itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.states import JobState
from app.engine.commands import Submission
from app.engine.engine import Engine
from app.engine.planner import plan_paths
from app.engine.services import Services
from app.jobs import registry
from app.store.reader import JobView, Reader
from tests.engine.conftest import finish
from tests.engine.newkind import LINE
from tests.waiting import until


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Submission]:
    """Files of words (stem = text), as a submission."""
    for name, kind in LINE.items():
        monkeypatch.setitem(registry.KINDS, name, kind)

    def make(least: int = 0, **files: str) -> Submission:
        for stem, text in files.items():
            (tmp_path / f"{stem}.txt").write_text(text)
        recipe = f'{{"dropmill": 1, "kind": "words", "least": {least}}}'
        paths = tuple(str(tmp_path / f"{stem}.txt") for stem in files)
        return Submission("words", recipe, "Count words", paths, "Words", out=str(tmp_path / "out"))

    return make


def test_it_runs_retries_and_fails_with_its_reasons(
    start: Callable[..., Engine], words: Callable[..., Submission]
) -> None:
    engine = start()
    jobs = finish(engine, engine.submit(words(2, good="one two three", busy="a b", short="one", empty="")))
    assert {stem: job.state for stem, job in jobs.items()} == {
        "good": JobState.DONE, "busy": JobState.DONE, "short": JobState.FAILED, "empty": JobState.FAILED,
    }  # fmt: skip
    assert Path(jobs["good"].outputs[0]).read_text() == "3"
    assert jobs["good"].extra == {"words": 3}
    assert (jobs["busy"].tries, jobs["short"].code, jobs["empty"].code) == (2, "SCHEMA", "EMPTY_FILE")
    with Reader(engine.path) as reader:
        outcomes = [(a.outcome, a.failure.code if a.failure else None) for a in reader.attempts(jobs["busy"].id)]
    assert outcomes == [("done", None), ("retry", "SOURCE_LOCKED")]


def test_it_shows_progress_and_can_be_cancelled(start: Callable[..., Engine], words: Callable[..., Submission]) -> None:
    engine = start()
    batch = engine.submit(words(endless="for ever", good="one"))
    until(lambda: any(shown == (1 / 3, "reading") for shown in engine.board_snapshot().values()))
    with Reader(engine.path) as reader:
        (endless,) = [job.id for job in reader.iter_jobs(JobView(batch=batch)) if "endless" in job.title]
    assert engine.cancel([endless]) == 1
    jobs = finish(engine, batch)
    assert (jobs["endless"].state, jobs["good"].state) == (JobState.CANCELLED, JobState.DONE)


def test_it_can_be_undone_and_done_again(start: Callable[..., Engine], words: Callable[..., Submission]) -> None:
    engine = start()
    submission = words(good="one two")
    batch = engine.submit(submission)
    output = Path(finish(engine, batch)["good"].outputs[0])
    assert engine.undo(batch).removed == 1
    assert not output.exists()
    finish(engine, engine.submit(submission))
    assert output.read_text() == "2"


def test_it_is_planned_and_previewed_without_a_queue(
    start: Callable[..., Engine], words: Callable[..., Submission], tmp_path: Path
) -> None:
    submission = words(good="one two")
    (job,) = plan_paths(submission, Services())
    assert job.outputs[0].path == str(tmp_path / "out" / "good.count")
    answer = start().previews.ask("words", submission.recipe, submission.paths[0])
    assert answer.result(30).data == {"words": 2}
