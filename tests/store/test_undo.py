"""The marks of the journal while a batch is undone."""

import contextlib
import json
import sqlite3

import pytest

from app.core.events import BatchChanged, JobsChanged
from app.core.states import BatchState, JobState
from app.store import transitions, undo
from app.store.errors import StoreError
from app.store.intake import NewBatch, add_batch
from app.store.queries import sql
from app.store.reader import CutOff
from app.store.text import path_in
from tests.store.queue_file import QueueFile, ending, new_job

NEW = NewBatch("image", "cpu", "Trip", "Web", "{}", {"paths": [], "options": {}, "token": "t"})


def written(store: QueueFile, *outputs: str, state: JobState = JobState.DONE) -> int:
    """A batch with one job that journalled `outputs` and ended in `state`."""
    batch = store.batch([new_job()], NEW)
    (job,) = store.claim(batch)
    for path in outputs:
        assert store.writer.call(lambda tx, path=path: transitions.intend_output(tx, job.id, job.attempt, path, "{}"))
    named = outputs if state is JobState.DONE else None
    code = None if state is JobState.DONE else "CORRUPT"
    assert store.end(ending(job, state, code, outputs=named)) == [True]
    return batch


def page(store: QueueFile, batch: int, after: undo.Place = undo.BEGINNING, count: int = 99) -> list[undo.Journalled]:
    return store.writer.call(lambda tx: undo.page(tx, batch, after, count))


def note(store: QueueFile, batch: int) -> str | None:
    found: str | None = store.rows("SELECT note FROM job WHERE batch = ?", batch)[0][0]
    return found


def test_the_journal_is_read_in_pages_and_of_one_batch_alone(store: QueueFile) -> None:
    paths = [f"/out/{number}\udce4.jpg" for number in range(7)]
    written(store, "/out/before.jpg")
    batch = written(store, *paths)
    written(store, "/out/after.jpg")
    found: list[undo.Journalled] = []
    place = undo.BEGINNING
    while part := page(store, batch, place, 3):
        assert len(part) <= 3
        found += part
        place = part[-1].place
    assert [one.path for one in found] == paths
    assert {(one.begun, one.undone, one.reported) for one in found} == {(False, False, True)}


def cut_off(store: QueueFile) -> list[CutOff]:
    with store.reader() as reader:
        return reader.undo_cut_off()


def test_begun_and_recorded_marks_and_what_the_job_says(store: QueueFile) -> None:
    batch = written(store, "/out/a", "/out/b")
    first, second = (one.place for one in page(store, batch))
    store.writer.call(lambda tx: undo.begin(tx, [first]))
    assert [(one.begun, one.undone) for one in page(store, batch)] == [(True, False), (False, False)]
    assert cut_off(store) == [CutOff("t", first[0], 0, ("/out/a",))]
    store.writer.call(lambda tx: undo.record(tx, batch, [first]))
    assert note(store, batch) == "Undone in part"
    store.writer.call(lambda tx: undo.begin(tx, [first, second]))
    assert [(one.begun, one.undone) for one in page(store, batch)] == [(False, True), (True, False)]
    store.events.clear()
    store.writer.call(lambda tx: undo.record(tx, batch, [second]))
    assert note(store, batch) == "Undone"
    assert cut_off(store) == []
    assert store.events == [JobsChanged(batch)]


def test_the_end_says_when_and_forgets_that_its_files_were_processed(store: QueueFile) -> None:
    batch, other = written(store, "/out/a"), written(store, "/out/b")
    for number in (batch, other):
        store.writer.call(
            lambda tx, n=number: tx.run("processed_add", {"key": f"k{n}", "jobs": json.dumps(store.ids(n))})
        )
    assert len(store.rows("SELECT 1 FROM processed")) == 2
    store.now += 5_000
    for _ in range(2):
        store.writer.call(lambda tx: undo.finish(tx, batch))
    assert store.rows("SELECT undone FROM batch WHERE id = ?", batch) == [(store.now,)]
    assert store.rows("SELECT batch FROM processed") == [(other,)]
    assert store.events[-1] == BatchChanged(batch, BatchState.FINISHED)


def test_an_output_that_is_written_again_is_not_undone(store: QueueFile) -> None:
    batch = written(store, "/out/a", state=JobState.FAILED)
    (one,) = page(store, batch)
    assert not one.reported
    store.writer.call(lambda tx: undo.begin(tx, [one.place]))
    store.writer.call(lambda tx: undo.record(tx, batch, [one.place]))
    store.writer.call(lambda tx: undo.finish(tx, batch))
    assert note(store, batch) is None, "a failed job says why it failed"
    assert store.retry(batch=batch) == 1
    assert store.rows("SELECT undone FROM batch WHERE id = ?", batch) == [(None,)]
    (job,) = store.claim(batch)
    store.writer.call(lambda tx: transitions.intend_output(tx, job.id, job.attempt, "/out/a", "{}"))
    assert store.end(ending(job, JobState.DONE, outputs=("/out/a",))) == [True]
    (one,) = page(store, batch)
    assert (one.begun, one.undone, one.reported) == (False, False, True)


def test_a_batch_that_goes_on_is_refused(store: QueueFile) -> None:
    building = store.writer.call(lambda tx: add_batch(tx, NEW))
    for batch in (building, store.batch([new_job()], NEW)):
        with pytest.raises(StoreError) as refused:
            page(store, batch)
        assert refused.value.code == "UNDO_BUSY"


def test_a_paused_batch_is_undone_when_nothing_of_it_runs(store: QueueFile) -> None:
    batch = store.batch([new_job(1), new_job(2)], NEW)
    (job,) = store.claim(batch)
    store.writer.call(lambda tx: transitions.pause_batch(tx, batch))
    with pytest.raises(StoreError):
        page(store, batch)
    store.end(ending(job, JobState.DONE))
    assert page(store, batch) == []


def test_paths_that_are_no_text_come_back(store: QueueFile) -> None:
    path = "/out/\udcff.jpg"
    assert path_in(path) != path
    (one,) = page(store, written(store, path))
    assert (one.path, one.reported) == (path, True)


def test_a_page_is_read_in_the_order_of_the_journal(store: QueueFile) -> None:
    """Sorting a batch of 100,000 for each page would make its undo last a minute."""
    written(store, "/out/a")
    values = {"batch": 1, "job": 0, "key": "", "count": 10}
    with contextlib.closing(sqlite3.connect(store.path)) as connection:
        steps = " / ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql('undo_page')}", values))
    assert "TEMP B-TREE" not in steps
    assert "SCAN" not in steps
