"""What leaves the queue when it is old, and that everything else stays."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.retention import DAY_MS, Retention
from app.core.states import JobState
from app.store import retention, transitions
from app.store.reader import Reader
from tests.store.queue_file import NOW, PHOTOS, QueueFile, ending, jobs, new_job

KEEP = Retention()


def prune(store: QueueFile, keep: Retention = KEEP) -> int:
    """Prune to the end; the number of jobs that went."""
    total = 0
    while gone := store.writer.call(lambda tx: retention.prune(tx, keep)):
        total += gone
    return total


def ended(store: QueueFile, *states: JobState) -> int:
    """A batch whose jobs ended in `states`."""
    batch = store.batch(jobs(len(states)))
    for job, state in zip(store.claim(batch, len(states)), states, strict=True):
        if state is JobState.UNCONFIRMED:
            store.arm(job)
        code = {JobState.FAILED: "CORRUPT", JobState.UNCONFIRMED: "UNCERTAIN"}.get(state)
        store.end(ending(job, state, code, bytes_out=10))
    return batch


def test_what_ended_well_a_week_ago_goes_and_the_batch_goes_on_saying_how_many(store: QueueFile) -> None:
    done, failed, uncertain = JobState.DONE, JobState.FAILED, JobState.UNCONFIRMED
    batch = ended(store, done, JobState.SKIPPED, JobState.CANCELLED, failed, uncertain, done)
    with store.reader() as reader:
        before = reader.batch(batch)
    assert before is not None
    store.now += 7 * DAY_MS
    assert prune(store) == 0, "not a moment early"
    store.now += 1
    assert prune(store) == 4
    assert prune(store) == 0
    with store.reader() as reader:
        after = reader.batch(batch)
        assert after is not None
        assert reader.recount(batch) == after.counts
    assert (after.pruned, after.counts.failed, after.counts.unconfirmed, after.counts.total) == (4, 1, 1, 2)
    assert (after.bytes_total, after.bytes_done, after.bytes_out) == (
        before.bytes_total,
        before.bytes_done,
        before.bytes_out,
    )


def test_history_journal_and_checkpoints_go_with_their_job(store: QueueFile) -> None:
    batch = store.batch(jobs(1))
    (job,) = store.claim(batch)
    store.writer.call(lambda tx: transitions.intend_output(tx, job.id, job.attempt, "/out/a", "{}"))
    store.writer.call(lambda tx: transitions.save_checkpoint(tx, job.id, job.attempt, "{}"))
    store.end(ending(job, JobState.DONE))
    store.now += 8 * DAY_MS
    assert prune(store) == 1
    for table in ("job", "attempt", "effect", "checkpoint"):
        assert store.rows(f"SELECT count(*) FROM {table}") == [(0,)]


def test_open_batches_and_open_jobs_stay_however_old(store: QueueFile) -> None:
    active = store.batch(jobs(2))
    (job,) = store.claim(active)
    store.end(ending(job, JobState.DONE))
    paused = store.batch(jobs(2), start=False)
    store.now += 400 * DAY_MS
    assert prune(store, Retention(days=1, rows=0)) == 0
    assert store.states(active) == ["done", "ready"]
    assert store.states(paused) == ["ready", "ready"]


def test_in_a_dismissed_batch_failures_go_too_and_then_the_batch(store: QueueFile) -> None:
    batch, kept = ended(store, JobState.DONE, JobState.FAILED, JobState.UNCONFIRMED), ended(store, JobState.FAILED)
    store.writer.call(lambda tx: transitions.dismiss(tx, batch))
    assert store.writer.call(lambda tx: retention.drop_empty_batches(tx, KEEP)) == 0
    store.now += 8 * DAY_MS
    assert prune(store) == 3
    assert store.writer.call(lambda tx: retention.drop_empty_batches(tx, KEEP)) == 1
    assert store.rows("SELECT id FROM batch") == [(kept,)]
    assert store.rows("SELECT batch FROM tally") == [(kept,)]
    assert store.batch(jobs(1)) > max(batch, kept), "no number is given twice"


def test_beyond_so_many_rows_the_oldest_go_first_except_of_the_last_day(store: QueueFile) -> None:
    keep = Retention(rows=5)
    old = ended(store, *[JobState.DONE] * 4)
    store.now += DAY_MS
    newer = ended(store, *[JobState.DONE] * 4)
    store.now += DAY_MS + 1
    last = ended(store, *[JobState.DONE] * 4)
    assert prune(store, keep) == 7
    assert [len(store.ids(batch)) for batch in (old, newer, last)] == [0, 1, 4]
    assert prune(store, Retention(rows=2)) == 1
    assert [len(store.ids(batch)) for batch in (old, newer, last)] == [0, 0, 4], "of the last day: it may be undone"


def test_chunks_are_small_and_each_one_is_consistent(store: QueueFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "CHUNK", 3)
    batches = [ended(store, *[JobState.DONE] * count) for count in (1, 1, 4, 2)]
    store.now += 8 * DAY_MS
    sizes = []
    while gone := store.writer.call(lambda tx: retention.prune(tx, KEEP)):
        sizes.append(gone)
        with store.reader() as reader:
            for batch in batches:
                row = reader.batch(batch)
                assert row is not None
                assert row.counts == reader.recount(batch)
                assert row.pruned + row.counts.total == {1: 1, 2: 1, 3: 4, 4: 2}[batches.index(batch) + 1]
    assert sizes == [3, 3, 2]


@settings(max_examples=25)
@given(data=st.data())
def test_whatever_happened_only_what_is_over_and_old_goes(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Random batches at random ages against the rule in words."""
    store = QueueFile(tmp_path_factory.mktemp("q") / "queue.db")
    with contextlib.closing(store):
        ends = st.sampled_from([JobState.DONE, JobState.SKIPPED, JobState.FAILED, JobState.CANCELLED, JobState.READY])
        ages = data.draw(st.lists(st.tuples(st.integers(0, 14), st.lists(ends, min_size=1, max_size=5), st.booleans())))
        batches = []
        for age, states, dismissed in sorted(ages, key=lambda one: -one[0]):
            store.now = NOW - age * DAY_MS
            batch = ended(store, *states)
            if dismissed:
                store.writer.call(lambda tx, batch=batch: transitions.dismiss(tx, batch))
            batches.append((batch, age, states, dismissed and JobState.READY not in states))
        store.now = NOW
        prune(store)
        for batch, age, states, dismissed in batches:
            old = age > KEEP.days and JobState.READY not in states
            stays = [s for s in states if not old or (s is JobState.FAILED and not dismissed)]
            assert sorted(store.states(batch)) == sorted(s.value for s in stays)
            with store.reader() as reader:
                row = reader.batch(batch)
                assert row is not None
                assert row.counts == reader.recount(batch)
                assert row.pruned == len(states) - len(stays)


def test_checkpoints_of_jobs_that_are_not_tried_again_go(store: QueueFile) -> None:
    batch = store.batch(jobs(3))
    for job, state in zip(store.claim(batch, 3), (JobState.DONE, JobState.FAILED, JobState.WAITING), strict=True):
        store.writer.call(lambda tx, job=job: transitions.save_checkpoint(tx, job.id, job.attempt, "{}"))
        run_at = store.now + 1_000 if state is JobState.WAITING else None
        store.end(ending(job, state, "SOURCE_LOCKED" if state is not JobState.DONE else None, run_at=run_at))
    assert store.writer.call(retention.drop_checkpoints) == 1
    assert [row[0] for row in store.rows("SELECT job FROM checkpoint ORDER BY job")] == store.ids(batch)[1:]


def test_old_starts_and_old_processed_files_go(store: QueueFile) -> None:
    batch = ended(store, JobState.DONE)
    (job,) = store.ids(batch)
    with contextlib.closing(sqlite3.connect(store.path)) as connection:
        connection.execute("UPDATE job SET outputs = '[\"/out/a\"]' WHERE id = ?", (job,))
        connection.commit()
    store.writer.call(lambda tx: tx.run("processed_add", {"key": "k", "jobs": json.dumps([job])}))
    store.do("session_end", id="one", now=store.now)
    store.now += 31 * DAY_MS
    store.do("session_begin", id="two", machine="m", pid=1, now=store.now)
    assert store.writer.call(lambda tx: retention.drop_old(tx, KEEP)) == 1
    assert store.rows("SELECT id FROM session") == [("two",)]
    store.now += 340 * DAY_MS
    assert store.writer.call(lambda tx: retention.drop_old(tx, KEEP)) == 1
    assert store.rows("SELECT * FROM processed") == []


def test_what_old_mails_said_goes_and_who_got_them_stays(store: QueueFile) -> None:
    said = {"row": 3, "message_id": "<1@x>", "text": "Dear Ann, you owe us 5", "to": {"address": "a@example.org"}}
    extra = {"mail": {"row": 3, "to": "a@example.org", "message_id": "<1@x>"}}
    mail = replace(PHOTOS, kind="mail", lane="mail:work")
    old = store.batch(jobs(2, payload=said, extra=extra), mail)
    open_one = store.batch(jobs(2, payload=said), mail)
    for job, state in zip(store.claim(old, 2), (JobState.DONE, JobState.FAILED), strict=True):
        store.end(ending(job, state, "POLICY" if state is JobState.FAILED else None))
    store.now += 30 * DAY_MS
    purge = partial(retention.purge_bodies, retention=KEEP)
    assert store.writer.call(purge) == 0, "not a moment early"
    store.now += 1
    assert store.writer.call(purge) == 2
    assert store.writer.call(purge) == 0
    with store.reader() as reader:
        for kept in reader.jobs(store.ids(old)):
            assert kept.extra == extra
            payload = reader.payload(kept.id)
            assert payload is not None
            assert (payload["row"], payload["blocked"]["code"]) == (3, "SOURCE_CHANGED")
            assert "Ann" not in json.dumps(payload)
        assert [reader.payload(job) for job in store.ids(open_one)] == [said, said]


def test_numbers_of_kept_originals_are_not_given_again(store: QueueFile) -> None:
    for _ in range(2):
        store.writer.call(lambda tx: retention.spare_numbers(tx, 41))
    assert store.batch(jobs(1)) == 42
    store.writer.call(lambda tx: retention.spare_numbers(tx, 7))
    assert store.batch(jobs(1)) == 43


@pytest.fixture
def large(store: QueueFile) -> Iterator[QueueFile]:
    """A queue with some megabytes of jobs that are over and old."""
    words = "x" * 900
    batch = store.batch([replace(new_job(number), message=words, payload={"text": words}) for number in range(6_000)])
    store.cancel(batch=batch)
    store.now += 8 * DAY_MS
    yield store


def test_the_file_becomes_smaller_in_steps(large: QueueFile) -> None:
    with large.reader() as reader:
        before = reader.size()
    assert prune(large) == 6_000
    steps = []
    while given := large.writer.call(retention.vacuum):
        steps.append(given)
    assert max(steps) <= retention.VACUUM_PAGES
    assert retention.shorten_log(large.path)
    with large.reader() as reader:
        after = reader.size()
    assert after.file < before.file / 2
    assert after.free < retention.LEAST_FREE_PAGES * 4096
    assert after.log == 0
    assert large.path.stat().st_size == after.file
    assert large.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_reader_in_the_way_keeps_the_log(large: QueueFile, tmp_path: Path) -> None:
    with Reader(large.path) as reader:
        with reader.snapshot():
            reader.batches()
            prune(large)
            assert not retention.shorten_log(large.path)
            assert reader.size().log > 0
        assert retention.shorten_log(large.path)
        assert reader.size().log == 0
