"""Claims, fences, endings, cancels and the finish of a batch."""

from dataclasses import replace

import pytest

from app.core.events import BatchChanged, JobChanged, JobsChanged
from app.core.failures import Failure
from app.core.states import BatchState, Effect, JobState, Outcome
from app.store import transitions
from app.store.intake import add_batch, add_jobs
from tests.store.queue_file import LETTERS, PHOTOS, QueueFile, ending, jobs, new_job

FINAL = [JobState.DONE, JobState.SKIPPED, JobState.FAILED, JobState.CANCELLED]


# Claims.


def test_a_claim_takes_the_oldest_first_and_no_more_than_asked(store: QueueFile) -> None:
    batch = store.batch(jobs(5))
    first, second = store.claim(batch, 2), store.claim(batch, 9)
    assert [job.id for job in first + second] == store.ids(batch)
    assert [job.number for job in first + second] == [0, 1, 2, 3, 4]
    assert store.claim(batch, 1) == []


def test_a_higher_priority_is_claimed_first(store: QueueFile) -> None:
    batch = store.batch(jobs(3))
    store.writer.call(lambda tx: tx._connection.execute("UPDATE job SET priority = 1 WHERE number = 2") and None)
    assert sorted(job.number for job in store.claim(batch, 1)) == [2]
    assert [job.number for job in store.claim(batch, 2)] == [0, 1]


def test_a_claim_hands_out_what_was_planned(store: QueueFile) -> None:
    planned = new_job(
        7, "/photos/a.jpg", plan=[("", "/out/a.webp"), ("small", "/out/s/a.webp")], payload={"to": "x"}, extra={"n": 1}
    )
    (job,) = store.claim(store.batch([planned], LETTERS))
    assert job.plan == (("", "/out/a.webp"), ("small", "/out/s/a.webp"))
    assert (job.payload, job.extra, job.number, job.size, job.mtime_ns) == ({"to": "x"}, {"n": 1}, 7, 1_000, 1)
    assert (job.attempt, job.tries, job.crashes, job.generation, job.effect) == (1, 0, 0, 0, Effect.NONE)
    assert job.started == store.now


def test_a_claim_says_so_and_marks_the_begin_of_the_batch(store: QueueFile) -> None:
    batch = store.batch(jobs(2))
    store.events.clear()
    store.now += 5
    first = store.claim(batch, 2)
    assert store.events == [JobChanged(batch, job.id, JobState.RUNNING, 1) for job in first]
    store.now += 5
    assert store.rows("SELECT started FROM batch") == [(store.now - 5,)]


@pytest.mark.parametrize("state", ["building", "paused", "finished", "cancelled"])
def test_nothing_is_claimable_in_a_batch_that_is_not_active(store: QueueFile, state: str) -> None:
    batch = store.batch(jobs(2))
    assert [row[0] for row in store.writer.call(lambda tx: tx.rows("claimable", {"now": tx.now}))] == [batch]
    store.writer.call(lambda tx: tx._connection.execute("DROP TRIGGER guard_batch_state") and None)
    store.writer.call(lambda tx: tx._connection.execute("UPDATE batch SET state = ?", (state,)) and None)
    assert store.writer.call(lambda tx: tx.rows("claimable", {"now": tx.now})) == []


# Fences.


@pytest.mark.parametrize("state", [*FINAL, JobState.READY, JobState.WAITING])
def test_a_late_finisher_changes_nothing(store: QueueFile, state: JobState) -> None:
    batch = store.batch(jobs(1))
    (old,) = store.claim(batch)
    assert store.end(ending(old, JobState.READY, "INTERRUPTED", counted=False)) == [True]
    (new,) = store.claim(batch)
    assert new.attempt == old.attempt + 1
    before = store.rows("SELECT * FROM job"), store.rows("SELECT * FROM attempt"), store.rows("SELECT * FROM batch")
    store.events.clear()
    late = ending(old, state, "CORRUPT", run_at=store.now, outputs=("/out/x",))
    assert store.end(late) == [False]
    assert before == (
        store.rows("SELECT * FROM job"), store.rows("SELECT * FROM attempt"), store.rows("SELECT * FROM batch")
    )  # fmt: skip
    assert store.events == []
    assert store.end(ending(new, JobState.DONE)) == [True]


def test_the_second_end_of_an_attempt_changes_nothing(store: QueueFile) -> None:
    batch = store.batch(jobs(1))
    (job,) = store.claim(batch)
    assert store.end(ending(job, JobState.DONE), ending(job, JobState.FAILED, "CORRUPT")) == [True, False]
    assert store.end(ending(job, JobState.FAILED, "CORRUPT")) == [False]
    assert store.states(batch) == ["done"]
    assert store.rows("SELECT outcome FROM attempt") == [("done",)]


def test_a_lost_attempt_writes_no_journal_and_no_checkpoint(store: QueueFile) -> None:
    batch = store.batch(jobs(1))
    (old,) = store.claim(batch)
    store.end(ending(old, JobState.READY, "INTERRUPTED", counted=False))
    (new,) = store.claim(batch)
    for job, owns in ((old, False), (new, True)):
        assert store.writer.call(lambda tx, j=job: transitions.intend_output(tx, j.id, j.attempt, "/out/a", "")) is owns
        assert store.writer.call(lambda tx, j=job: transitions.save_checkpoint(tx, j.id, j.attempt, '"row 5"')) is owns
    assert store.rows("SELECT attempt FROM effect UNION ALL SELECT attempt FROM checkpoint") == [(2,), (2,)]


# Endings.


def test_an_ending_is_written_with_its_history(store: QueueFile) -> None:
    batch = store.batch([new_job(extra={"columns": 3})])
    (job,) = store.claim(batch)
    store.now += 700
    done = ending(
        job, JobState.DONE, outputs=("/out/a.webp",), bytes_out=50, extra={"rows": 9}, note="as is", peak_mb=80
    )
    store.end(done)
    with store.reader() as reader:
        row, (attempt,) = reader.job(job.id), reader.attempts(job.id)
        found = reader.batch(batch)
    assert row is not None
    assert found is not None
    assert (row.state, row.outputs, row.bytes_out, row.note) == (JobState.DONE, ("/out/a.webp",), 50, "as is")
    assert row.extra == {"columns": 3, "rows": 9}
    assert (row.tries, row.crashes, row.finished, row.ms) == (1, 0, store.now, 100)
    assert (attempt.outcome, attempt.started, attempt.ended, attempt.peak_mb) == (
        Outcome.DONE, store.now - 700, store.now, 80,
    )  # fmt: skip
    assert attempt.failure is None
    assert (found.bytes_done, found.bytes_out, found.bytes_total) == (1_000, 50, 1_000)


def test_a_failure_is_kept_in_words_with_its_trace_shortened(store: QueueFile) -> None:
    batch = store.batch(jobs(1))
    (job,) = store.claim(batch)
    failure = Failure("CORRUPT", "odd \udcff name" + "x" * 5_000, "begin" + "t" * 20_000 + "last line")
    store.end(replace(ending(job, JobState.FAILED), failure=failure))
    with store.reader() as reader:
        row, (attempt,) = reader.job(job.id), reader.attempts(job.id)
    assert row is not None
    assert row.code == "CORRUPT"
    assert row.message is not None
    assert row.message.startswith("odd ")
    assert attempt.failure is not None
    assert len(attempt.failure.message) <= transitions.ERROR_TEXT_LIMIT
    assert len(attempt.failure.detail) <= transitions.TRACE_LIMIT
    assert attempt.failure.detail.endswith("last line")


def test_tries_and_crashes_are_counted_apart(store: QueueFile) -> None:
    batch = store.batch(jobs(1))
    for counted, crashed, expected in ((False, False, (0, 0)), (True, True, (1, 1)), (True, False, (2, 1))):
        (job,) = store.claim(batch)
        store.end(ending(job, JobState.READY, "INTERRUPTED", counted=counted, crashed=crashed))
        assert store.rows("SELECT tries, crashes FROM job") == [expected]


def test_a_delay_survives_a_restart_and_ends_when_it_is_due(store: QueueFile) -> None:
    batch, job = store.ended_in(JobState.WAITING)
    store.close()
    store.reopen("two")
    assert store.rescue() == 0
    assert store.writer.call(transitions.promote_due) == 0
    store.now += 1_000
    store.events.clear()
    assert store.writer.call(transitions.promote_due) == 1
    assert store.events == [JobChanged(batch, job, JobState.READY, 1)]
    assert store.states(batch) == ["ready"]
    assert store.writer.call(transitions.promote_due) == 0


# Cancel.


def test_what_waits_is_cancelled_at_once_and_what_runs_is_asked(store: QueueFile) -> None:
    batch = store.batch(jobs(5))
    waiting, running, _rest = store.claim(batch, 3)
    store.end(ending(waiting, JobState.WAITING, "IO_ERROR", run_at=store.now))
    store.end(ending(_rest, JobState.DONE))
    held = store.ids(batch)[3]
    store.writer.call(lambda tx: transitions.hold(tx, [held], None))
    store.events.clear()
    assert store.cancel(batch=batch) == (3, [(running.id, running.attempt)])
    assert store.states(batch) == ["cancelled", "running", "done", "cancelled", "cancelled"]
    assert store.events == [JobsChanged(batch), JobsChanged(batch)]
    assert store.cancel(batch=batch) == (0, [])
    with store.reader() as reader:
        row = reader.job(running.id)
        assert row is not None
        assert row.cancelling
    assert store.batch_state(batch) == "active"
    store.end(ending(running, JobState.CANCELLED, "CANCELLED"))
    assert store.batch_state(batch) == "finished"


@pytest.mark.parametrize("state", [JobState.DONE, JobState.SKIPPED, JobState.FAILED])
def test_a_finish_wins_over_a_cancel_that_was_only_asked_for(store: QueueFile, state: JobState) -> None:
    batch = store.batch(jobs(1))
    (job,) = store.claim(batch)
    store.cancel([job.id])
    assert store.end(ending(job, state)) == [True]
    assert store.states(batch) == [state.value]
    assert store.cancel([job.id]) == (0, [])
    assert store.rows("SELECT cancel_flag FROM job") == [(0,)]


@pytest.mark.parametrize("state", [JobState.WAITING, JobState.READY])
def test_a_cancelled_job_is_not_tried_again(store: QueueFile, state: JobState) -> None:
    """Its attempt ended for another reason while the cancel was on its way: the wish still holds."""
    batch = store.batch(jobs(1))
    (job,) = store.claim(batch)
    store.cancel([job.id])
    store.events.clear()
    assert store.end(ending(job, state, "IO_ERROR", run_at=store.now)) == [True]
    assert store.rows("SELECT state, error_code, run_at, finished FROM job") == [
        ("cancelled", "CANCELLED", None, store.now)
    ]
    assert store.rows("SELECT outcome FROM attempt") == [("cancelled",)]
    assert store.batch_state(batch) == "finished"
    assert store.events == [
        JobChanged(batch, job.id, JobState.CANCELLED, 1, "CANCELLED", ms=100, size=1000, tries=1),
        BatchChanged(batch, BatchState.FINISHED),
    ]


def test_a_batch_that_is_cancelled_while_it_is_built_takes_no_more_jobs(store: QueueFile) -> None:
    batch = store.writer.call(lambda tx: add_batch(tx, PHOTOS))
    store.writer.call(lambda tx: add_jobs(tx, batch, jobs(2)))
    store.cancel(batch=batch)
    store.writer.call(lambda tx: transitions.cancel_batch_state(tx, batch))
    assert store.writer.call(lambda tx: add_jobs(tx, batch, [new_job(7)])) == 0
    assert store.states(batch) == ["cancelled", "cancelled"]
    assert store.batch_state(batch) == "cancelled"


# The finish of a batch.


def test_a_batch_finishes_in_the_commit_of_its_last_job(store: QueueFile) -> None:
    batch = store.batch(jobs(3))
    one, two, three = store.claim(batch, 3)
    store.end(ending(one, JobState.DONE), ending(two, JobState.FAILED, "CORRUPT"))
    assert store.batch_state(batch) == "active"
    seen: list[str] = []

    def last(tx: transitions.Transaction) -> None:
        transitions.end_all(tx, "one", [ending(three, JobState.SKIPPED)])
        seen.extend(row[0] for row in tx._connection.execute("SELECT state FROM batch"))

    store.events.clear()
    store.now += 9
    store.writer.call(last)
    assert seen == ["finished"]
    assert store.rows("SELECT finished, callback_state FROM batch") == [(store.now, "due")]
    assert store.events[-1] == BatchChanged(batch, BatchState.FINISHED)


@pytest.mark.parametrize("state", FINAL)
def test_a_batch_finishes_whatever_its_jobs_ended_in(store: QueueFile, state: JobState) -> None:
    batch, _job = store.ended_in(state)
    assert store.batch_state(batch) == "finished"


def test_a_held_or_waiting_job_keeps_its_batch_open(store: QueueFile) -> None:
    batch = store.batch(jobs(2))
    held, other = store.ids(batch)
    store.writer.call(lambda tx: transitions.hold(tx, [held], None))
    (job,) = store.claim(batch)
    assert job.id == other
    store.end(ending(job, JobState.DONE))
    assert store.batch_state(batch) == "active"
    store.cancel([held])
    assert store.batch_state(batch) == "finished"


def test_an_empty_batch_is_over_at_once(store: QueueFile) -> None:
    assert store.batch_state(store.batch([])) == "finished"
    assert store.batch_state(store.batch([new_job(state=JobState.SKIPPED)], start=False)) == "finished"
    assert store.batch_state(store.batch([new_job(state=JobState.HELD)])) == "active"


def test_a_batch_is_started_and_paused_by_a_person(store: QueueFile) -> None:
    batch = store.batch(jobs(1), LETTERS, start=False)
    assert store.rows("SELECT state, note FROM batch") == [("paused", "Waiting for you to send")]
    assert store.writer.call(lambda tx: transitions.start_batch(tx, batch))
    assert store.rows("SELECT state, note FROM batch") == [("active", None)]
    assert not store.writer.call(lambda tx: transitions.start_batch(tx, batch))
    assert store.writer.call(lambda tx: transitions.pause_batch(tx, batch))
    assert store.batch_state(batch) == "paused"
    assert not store.writer.call(lambda tx: transitions.pause_batch(tx, batch))


def test_only_what_is_over_can_be_dismissed(store: QueueFile) -> None:
    open_batch = store.batch(jobs(1))
    over, _job = store.ended_in(JobState.DONE)
    for batch in (open_batch, over):
        store.writer.call(lambda tx, b=batch: transitions.dismiss(tx, b))
    assert store.rows("SELECT id, dismissed FROM batch ORDER BY id") == [(open_batch, 0), (over, 1)]
