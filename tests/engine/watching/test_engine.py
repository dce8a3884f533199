"""Watched folders in a real engine: from the file that comes in to the output, and through the control socket."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.model import Job
from app.core.states import BatchState, JobState
from app.engine.control import ControlClient
from app.engine.engine import Engine
from app.engine.services import Services
from app.engine.session import open_queue
from app.store.errors import StoreError
from app.store.intake import WAITING_FOR_SEND
from app.store.reader import Reader
from tests.engine.conftest import RECIPE, finish, submission
from tests.engine.test_processed import noted
from tests.waiting import until

Inputs = Callable[..., list[str]]
MAIL = '{"dropmill": 1, "kind": "mail", "account": "a", "message": {"to": "{{ email }}", "subject": "s", "text": "t"}}'


def jobs(engine: Engine) -> list[Job]:
    with Reader(engine.path) as reader:
        return list(reader.iter_jobs())


@pytest.mark.parametrize("mode", ["native", "polled"])
def test_what_comes_in_is_worked_off_once(engine: Engine, inputs: Inputs, tmp_path: Path, mode: str) -> None:
    paths = inputs("a", "b")
    folder = str(tmp_path / "in")
    other = open_queue(engine.data_dir, Services())
    assert isinstance(other, ControlClient)
    watch = other.watch_add(folder, "test", RECIPE, "Test", None, mode)
    until(lambda: [job.state for job in jobs(engine)] == [JobState.DONE] * 2)
    assert [job.input for job in jobs(engine)] == paths
    assert [Path(job.outputs[0]).parent.name for job in jobs(engine)] == ["Dropmill", "Dropmill"]
    with pytest.raises(StoreError, match="watched already"):
        other.watch_add(folder, "test", RECIPE, "Test")
    assert other.watch_enable(watch, False)
    assert other.watch_remove(watch)
    assert not other.watch_remove(watch)
    other.close()
    assert len(jobs(engine)) == 2, "outputs are no inputs"


def test_lists_of_recipients_stop_at_the_check(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "people.csv").write_text("email\na@example.org\n")
    engine.watch_add(str(folder), "mail", MAIL, "Letters")

    def paused() -> bool:
        with Reader(engine.path) as reader:
            return [(batch.state, batch.note) for batch in reader.batches()] == [(BatchState.PAUSED, WAITING_FOR_SEND)]

    until(paused)


def test_an_engine_that_only_takes_commands_does_not_watch(start: Callable[..., Engine], inputs: Inputs) -> None:
    inputs("a")
    engine = start(run=False)
    engine.watch_add(str(engine.data_dir.parent / "in"), "test", RECIPE, "Test")
    assert not engine._watcher._thread.is_alive()
    engine.close()
    with Reader(engine.path) as reader:
        assert len(reader.watches()) == 1
        assert reader.batches() == []


def test_only_the_versions_that_were_seen_become_jobs(engine: Engine, inputs: Inputs) -> None:
    paths = inputs("same", "changed", "gone")
    seen = [os.stat(path) for path in paths]
    os.utime(paths[1], ns=(1, 1))
    Path(paths[2]).unlink()
    versions = tuple((status.st_size, status.st_mtime_ns) for status in seen)
    root = str(Path(paths[0]).parent)
    batch = engine.submit(submission(paths, root=root, versions=versions))
    ended = finish(engine, batch)
    assert {name: (job.state, job.code) for name, job in ended.items()} == {
        "same": (JobState.DONE, None),
        "gone": (JobState.FAILED, "SOURCE_GONE"),
    }
    with Reader(engine.path) as reader:
        row = reader.batch(batch)
    assert row is not None
    assert not {"paths", "versions"} & set(row.options)


def test_what_a_drop_has_done_is_left_out_when_the_folder_is_watched(
    engine: Engine, inputs: Inputs, tmp_path: Path
) -> None:
    paths = inputs("a")
    finish(engine, engine.submit(submission([str(tmp_path / "in")])))
    until(lambda: noted(engine, paths))
    (tmp_path / "in" / "b.txt").write_text("new")
    engine.watch_add(str(tmp_path / "in"), "test", RECIPE, "Test")
    until(lambda: len(jobs(engine)) == 3 and jobs(engine)[2].state is JobState.DONE)
    assert [(Path(job.input).stem, job.batch, job.state) for job in jobs(engine)] == [
        ("a", 1, JobState.DONE), ("a", 2, JobState.SKIPPED), ("b", 2, JobState.DONE),
    ]  # fmt: skip
