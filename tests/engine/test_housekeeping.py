"""What goes by itself: old rows, dismissed originals, leftovers of killed attempts."""

import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.retention import DAY_MS, Retention
from app.core.states import JobState
from app.engine import housekeeping, undo
from app.engine.clock import SystemClock
from app.engine.engine import Engine
from app.engine.housekeeping import Housekeeping
from app.engine.kept_folders import KeptFolders, bytes_kept
from app.engine.services import Services
from app.jobs.leftovers import temporary_name
from app.store import retention, transitions
from app.store import undo as undo_store
from app.store.reader import JobView, Reader
from tests.engine.conftest import Clock, finish, submission
from tests.engine.test_undo import finish_id, replacing
from tests.store.queue_file import QueueFile, ending, jobs
from tests.waiting import until

Inputs = Callable[..., list[str]]


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.part")]


def test_jobs_of_last_week_are_forgotten_and_the_batch_still_says_how_many(
    engine: Engine, clock: Clock, inputs: Inputs
) -> None:
    old = finish_id(engine, submission(inputs("a", "b", "bad")))
    clock.sleep(8 * DAY_MS / 1000)
    new = finish_id(engine, submission(inputs("c")))  # a batch that ends calls for a round
    until(lambda: len(rows(engine, old)) == 1)
    with Reader(engine.path) as reader:
        batch = reader.batch(old)
        assert batch is not None
        assert (batch.pruned, batch.counts.failed) == (2, 1)
    assert len(rows(engine, new)) == 1
    report = engine.undo(old)
    assert (report.forgotten, report.whole) == (2, False)


def rows(engine: Engine, batch: int) -> list[JobState]:
    with Reader(engine.path) as reader:
        return [job.state for job in reader.iter_jobs(JobView(batch=batch))]


def test_a_batch_whose_originals_are_kept_is_remembered_until_it_is_dismissed(
    engine: Engine, clock: Clock, inputs: Inputs, tmp_path: Path
) -> None:
    (path,) = inputs("a")
    batch = finish_id(engine, replacing([path], tmp_path / "in"))
    clock.sleep(400 * DAY_MS / 1000)
    engine._housekeeping.round()
    assert engine.undo(batch).restored == 1
    assert Path(path).read_bytes() == b"a.txt"
    engine.dismiss(batch)
    engine._housekeeping.round()
    assert rows(engine, batch) == []
    with Reader(engine.path) as reader:
        assert reader.batch(batch) is None


def test_how_long_is_handed_in(start: Callable[..., Engine], clock: Clock, inputs: Inputs) -> None:
    engine = start(services=Services(retention=Retention(days=30)))
    old = finish_id(engine, submission(inputs("a")))
    clock.sleep(29 * DAY_MS / 1000)
    finish_id(engine, submission(inputs("b")))
    engine._housekeeping.round()
    assert len(rows(engine, old)) == 1
    clock.sleep(2 * DAY_MS / 1000)
    engine._housekeeping.round()
    assert rows(engine, old) == []


def test_originals_of_a_batch_whose_dismissal_was_cut_off_go_at_the_next_start(
    start: Callable[..., Engine], inputs: Inputs, tmp_path: Path
) -> None:
    engine = start()
    paths = inputs("a", "b")
    dismissed, open_one = (finish_id(engine, replacing([path], tmp_path / "in")) for path in paths)
    engine._writer.call(lambda tx: transitions.dismiss(tx, dismissed))
    engine.close()
    half_gone = engine.kept_folder(99).with_name("98.dropped-01234567")
    half_gone.mkdir()
    (half_gone / "x").write_bytes(b"x")
    again = start()
    until(lambda: not again.kept_folder(dismissed).exists() and not half_gone.exists())
    assert again.kept_folder(open_one).is_dir()
    assert bytes_kept(tmp_path / "data") == len("b.txt")


def test_originals_of_a_queue_that_was_set_aside_stay_and_their_numbers_are_not_given_again(
    start: Callable[..., Engine], inputs: Inputs, tmp_path: Path
) -> None:
    engine = start()
    batch = finish_id(engine, replacing(inputs("a"), tmp_path / "in"))
    engine.close()
    for tail in ("", "-wal", "-shm"):
        engine.path.with_name(f"{engine.path.name}{tail}").unlink(missing_ok=True)
    again = start()
    other = finish_id(again, replacing(inputs("b"), tmp_path / "in"))
    assert other > batch
    again._housekeeping.round()
    again.dismiss(other)
    (kept,) = again.kept_folder(batch).iterdir()
    assert kept.read_bytes() == b"a.txt"


def test_a_batch_that_was_opened_again_keeps_its_originals(store: QueueFile, tmp_path: Path) -> None:
    batch, _job = store.ended_in(JobState.FAILED)
    store.writer.call(lambda tx: transitions.dismiss(tx, batch))
    store.retry(batch=batch)
    kept = KeptFolders(tmp_path)
    kept.of(batch).mkdir(parents=True)
    kept.drop_dismissed(store.writer, [batch])
    assert kept.of(batch).is_dir()
    assert kept.batches() == [batch]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[QueueFile]:
    queue = QueueFile(tmp_path / "queue.db")
    yield queue
    queue.close()


def test_a_cancelled_job_leaves_no_half_file(engine: Engine, inputs: Inputs, tmp_path: Path) -> None:
    batch = engine.submit(submission(inputs("a", "half")))
    until(lambda: leftovers(tmp_path) and JobState.DONE in rows(engine, batch))
    theirs = tmp_path / "in" / "Dropmill" / ".half.txt.0123abcd-1-0000.part"
    theirs.write_bytes(b"of another job that is at work")
    engine.cancel(batch=batch)
    finish(engine, batch)
    until(lambda: leftovers(tmp_path) == [theirs.name])


def test_a_job_that_is_given_back_leaves_no_half_file(
    start: Callable[..., Engine], inputs: Inputs, tmp_path: Path
) -> None:
    engine = start()
    engine.submit(submission(inputs("half")))
    until(lambda: leftovers(tmp_path))
    engine.close()
    assert leftovers(tmp_path) == []


def test_what_a_dead_program_left_goes_at_the_next_start_and_running_jobs_are_not_disturbed(
    start: Callable[..., Engine], inputs: Inputs, tmp_path: Path
) -> None:
    engine = start()
    batch = engine.submit(submission(inputs("half")))
    until(lambda: leftovers(tmp_path))
    (name,) = leftovers(tmp_path)
    engine._housekeeping._ended.clear()
    engine._housekeeping.stop()  # as if it had died: nobody cleans up
    engine.close()
    (tmp_path / "in" / "Dropmill" / name).write_bytes(b"half")
    again = start()
    until(lambda: leftovers(tmp_path) not in ([name], []))
    (now,) = leftovers(tmp_path)
    assert now != name, "the second attempt has a name of its own"
    again._housekeeping._first = True
    again._housekeeping.round()
    assert leftovers(tmp_path) == [now]
    again.cancel(batch=batch)
    until(lambda: not leftovers(tmp_path))


def test_what_an_undo_that_was_cut_off_left_goes_at_the_next_start(
    start: Callable[..., Engine], inputs: Inputs, tmp_path: Path
) -> None:
    engine = start()
    (path,) = inputs("a")
    batch = finish_id(engine, replacing([path], tmp_path / "in"))
    page = engine._writer.call(lambda tx: undo_store.page(tx, batch, undo_store.BEGINNING, 9))
    engine._writer.call(lambda tx: undo_store.begin(tx, [one.place for one in page]))
    token = engine._writer.call(lambda tx: undo_store.look(tx, batch)).token
    Path(temporary_name(path, undo._writing(token, page[0].place[0]))).write_bytes(b"half an original")
    assert len(leftovers(tmp_path)) == 1
    engine.close()
    again = start()
    until(lambda: not leftovers(tmp_path))
    assert Path(path).read_bytes() == b"a.txt!", "it stays cut off until somebody undoes again"
    assert again.undo(batch).restored == 1


def test_while_jobs_run_it_takes_one_step_at_a_time(
    store: QueueFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "CHUNK", 2)
    monkeypatch.setattr(housekeeping, "BETWEEN_STEPS", 0.0)
    batch = store.batch(jobs(7))
    for job in store.claim(batch, 7):
        store.end(ending(job, JobState.DONE))
    store.now += 8 * DAY_MS
    busy = store.batch(jobs(1))
    (running,) = store.claim(busy)
    keeper = Housekeeping(store.writer, store.path, KeptFolders(tmp_path), Retention(), SystemClock(), threading.Lock())
    for left in (5, 3):
        keeper.round()
        assert len(store.ids(batch)) == left
    store.end(ending(running, JobState.DONE))
    keeper.round()
    assert store.ids(batch) == []


def test_a_log_that_grows_is_cut_and_spoken_of(
    store: QueueFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(housekeeping, "JOURNAL_LIMIT", 10_000)
    store.batch(jobs(200), start=False)
    assert retention.log_bytes(store.path) > 10_000
    keeper = Housekeeping(store.writer, store.path, KeptFolders(tmp_path), Retention(), SystemClock(), threading.Lock())
    with caplog.at_level(logging.WARNING):
        keeper.round()
    assert "write-ahead log" in caplog.text
    assert retention.log_bytes(store.path) < 10_000, "one more commit came behind it"
