"""What a person asks for, and the rescue after a death: arm, hold, release, retry, confirm, lanes, the pause."""

import pytest

from app.core.events import BatchChanged, JobsChanged, LaneChanged, QueuePaused
from app.core.failures import Failure
from app.core.states import BatchState, Effect, JobState, Outcome
from app.store import lanes, transitions
from app.store.intake import add_batch, add_jobs
from tests.store.queue_file import LETTERS, PHOTOS, QueueFile, ending, jobs, new_job

# Arming an effect.


def letters(store: QueueFile, count: int = 1) -> int:
    return store.batch(jobs(count, payload={"to": "a@example.org"}), LETTERS)


def test_an_armed_job_is_on_disk_with_what_it_will_be_known_by(store: QueueFile) -> None:
    (job,) = store.claim(letters(store))
    assert store.arm(job)
    assert store.rows("SELECT effect FROM job") == [("armed",)]
    assert store.rows("SELECT key, attempt, intent_at, confirmed_at, remote_id FROM effect") == [
        (f"m{job.id}", 1, store.now, None, f"<m{job.id}@x>")
    ]
    store.now += 5
    store.end(ending(job, JobState.DONE))
    assert store.rows("SELECT effect FROM job") == [("confirmed",)]
    assert store.rows("SELECT confirmed_at FROM effect") == [(store.now,)]


def test_arming_is_refused_twice_after_a_cancel_and_when_the_job_is_not_ours(store: QueueFile) -> None:
    twice, cancelled, lost, ended = store.claim(letters(store, 4), 4)
    assert store.arm(twice)
    assert not store.arm(twice)
    store.cancel([cancelled.id])
    assert not store.arm(cancelled)
    store.end(ending(lost, JobState.READY, "INTERRUPTED", counted=False))
    store.claim(lost.batch)
    assert not store.arm(lost)
    store.end(ending(ended, JobState.FAILED, "RCPT_PERM"))
    assert not store.arm(ended)
    assert store.rows("SELECT job FROM effect") == [(twice.id,)]


def test_a_refusal_of_the_server_lets_an_armed_job_be_tried_again(store: QueueFile) -> None:
    """The answer says that it did not happen: the effect is none again, and the next attempt arms anew."""
    batch = letters(store)
    (job,) = store.claim(batch)
    assert store.arm(job)
    store.end(ending(job, JobState.WAITING, "RCPT_TEMP", run_at=store.now))
    assert store.rows("SELECT effect FROM job") == [("none",)]
    store.writer.call(transitions.promote_due)
    (again,) = store.claim(batch)
    assert again.effect is Effect.NONE
    assert store.arm(again)
    assert store.rows("SELECT attempt FROM effect") == [(2,)]


# Rescue.


def test_the_next_start_settles_what_a_dead_one_left_running(store: QueueFile) -> None:
    batch = letters(store, 5)
    plain, armed, cancelled, both = store.claim(batch, 4)
    assert store.arm(armed)
    assert store.arm(both)
    store.cancel([cancelled.id, both.id])
    store.close()
    store.reopen("two")
    store.now += 60_000
    assert store.rescue() == 2
    assert store.states(batch) == ["ready", "unconfirmed", "cancelled", "unconfirmed", "ready"]
    assert store.rows("SELECT effect, tries, crashes, cancel_flag, session FROM job ORDER BY id") == [
        ("none", 0, 0, 0, None), ("armed", 0, 0, 0, None), ("none", 0, 0, 0, None), ("armed", 0, 0, 0, None),
        ("none", 0, 0, 0, None),
    ]  # fmt: skip
    with store.reader() as reader:
        outcomes = [reader.attempts(job.id)[0].outcome for job in (plain, armed, cancelled, both)]
    assert outcomes == [Outcome.INTERRUPTED, Outcome.UNCONFIRMED, Outcome.CANCELLED, Outcome.UNCONFIRMED]
    assert store.rows("SELECT session FROM attempt") == [("one",)] * 4
    assert store.rows("SELECT id, ended IS NULL, clean FROM session ORDER BY id") == [("one", 0, 0), ("two", 1, 0)]


def test_a_second_rescue_finds_nothing(store: QueueFile) -> None:
    batch = letters(store, 3)
    _plain, armed = store.claim(batch, 2)
    store.arm(armed)
    store.close()
    store.reopen("two")
    store.rescue()
    before = store.rows("SELECT * FROM job"), store.rows("SELECT * FROM attempt")
    assert store.rescue() == 0
    assert before == (store.rows("SELECT * FROM job"), store.rows("SELECT * FROM attempt"))


def test_a_rescue_leaves_its_own_sessions_jobs_alone_and_keeps_what_is_known_of_a_job(store: QueueFile) -> None:
    batch = store.batch([new_job(0, extra={"columns": 3}), new_job(1)])
    store.claim(batch)
    store.close()
    store.reopen("two")
    (mine,) = store.claim(batch)
    assert store.rescue() == 1
    assert store.states(batch) == ["ready", "running"]
    assert store.end(ending(mine, JobState.DONE)) == [True]
    (again,) = store.claim(batch)
    assert (again.attempt, again.extra) == (2, {"columns": 3})


def test_a_rescue_finishes_a_batch_whose_last_job_it_settled(store: QueueFile) -> None:
    batch = letters(store)
    (job,) = store.claim(batch)
    store.arm(job)
    store.close()
    store.reopen("two")
    store.events.clear()
    store.rescue()
    assert store.batch_state(batch) == "finished"
    assert BatchChanged(batch, BatchState.FINISHED) in store.events


def test_a_finisher_from_before_the_rescue_comes_too_late(store: QueueFile) -> None:
    batch = store.batch(jobs(1))
    (old,) = store.claim(batch)
    store.close()
    store.reopen("two")
    store.rescue()
    assert store.end(ending(old, JobState.DONE)) == [False]
    assert store.states(batch) == ["ready"]


# Hold and release.


def test_holding_takes_out_what_waits_and_releasing_brings_it_back(store: QueueFile) -> None:
    batch = store.batch(jobs(4))
    waiting, running = store.claim(batch, 2)
    store.end(ending(waiting, JobState.WAITING, "IO_ERROR", run_at=store.now))
    assert store.writer.call(lambda tx: transitions.hold(tx, [], batch)) == 3
    assert store.states(batch) == ["held", "running", "held", "held"]
    store.now += 1_000_000
    assert store.writer.call(transitions.promote_due) == 0
    assert store.claim(batch) == []
    store.events.clear()
    assert store.writer.call(lambda tx: transitions.release(tx, [waiting.id, running.id], None)) == 1
    assert store.events == [JobsChanged(batch)]
    assert store.states(batch) == ["ready", "running", "held", "held"]
    assert store.writer.call(lambda tx: transitions.release(tx, [], batch)) == 2


def test_rows_that_the_mail_check_stopped_stay_when_a_batch_is_released(store: QueueFile) -> None:
    stopped = new_job(0, state=JobState.HELD, code="PRE_NO_ADDRESS", message="Row 3 has no address.")
    odd = new_job(1, state=JobState.HELD, code="PREVIEW", message="begins like the others")
    batch = store.batch([stopped, odd, new_job(2)], LETTERS)
    store.writer.call(lambda tx: transitions.hold(tx, [], batch))
    with store.reader() as reader:
        assert [job.code for job in reader.blocked(batch)] == ["PRE_NO_ADDRESS"]
    assert store.writer.call(lambda tx: transitions.release(tx, [], batch)) == 2
    assert store.states(batch) == ["held", "ready", "ready"]
    first = store.ids(batch)[:1]
    assert store.writer.call(lambda tx: transitions.release(tx, first, None)) == 1  # a person named the row
    assert store.rows("SELECT error_code, message FROM job WHERE id = ?", first[0]) == [(None, None)]


# Retry.


def test_a_retry_starts_over_and_keeps_the_history(store: QueueFile) -> None:
    batch, job = store.ended_in(JobState.FAILED)
    store.events.clear()
    assert store.retry([job]) == 1
    assert store.retry([job]) == 0  # a double click is one retry
    assert store.events == [BatchChanged(batch, BatchState.ACTIVE), JobsChanged(batch)]
    assert store.rows("SELECT state, tries, crashes, generation, attempt, finished, error_code FROM job") == [
        ("ready", 0, 0, 1, 1, None, None)
    ]
    assert store.rows("SELECT state, finished, callback_state FROM batch") == [("active", None, None)]
    (again,) = store.claim(batch)
    store.end(ending(again, JobState.DONE))
    assert store.batch_state(batch) == "finished"
    with store.reader() as reader:
        assert [(a.attempt, a.generation, a.outcome) for a in reader.attempts(job)] == [
            (2, 1, Outcome.DONE), (1, 0, Outcome.FAILED),
        ]  # fmt: skip


def test_a_retry_picks_by_batch_by_code_or_all(store: QueueFile) -> None:
    batches = [store.batch(jobs(3)) for _ in range(2)]
    for batch in batches:
        one, two, three = store.claim(batch, 3)
        store.end(ending(one, JobState.FAILED, "CORRUPT"), ending(two, JobState.FAILED, "IO_ERROR"))
        store.end(ending(three, JobState.DONE))
    assert store.retry(batch=batches[0], code="IO_ERROR") == 1
    assert store.states(batches[0]) == ["failed", "ready", "done"]
    assert store.retry(code="CORRUPT") == 2
    assert store.retry() == 1
    assert [store.states(batch) for batch in batches] == [["ready", "ready", "done"]] * 2


def test_retrying_all_leaves_alone_what_nobody_sees(store: QueueFile) -> None:
    seen, _job = store.ended_in(JobState.FAILED)
    dismissed, hidden = store.ended_in(JobState.FAILED)
    store.writer.call(lambda tx: transitions.dismiss(tx, dismissed))
    assert store.retry() == 1
    assert (store.states(seen), store.states(dismissed)) == (["ready"], ["failed"])
    assert store.retry([hidden]) == 1  # named, it comes back with its batch
    with store.reader() as reader:
        assert dismissed in [batch.id for batch in reader.batches()]


def test_a_cancelled_batch_is_not_brought_back(store: QueueFile) -> None:

    batch = store.writer.call(lambda tx: add_batch(tx, PHOTOS))
    failed = new_job(0, state=JobState.FAILED, code="EMPTY_FILE", message="The file is empty.")
    store.writer.call(lambda tx: add_jobs(tx, batch, [failed]))
    store.events.clear()
    store.writer.call(lambda tx: transitions.cancel_batch_state(tx, batch))
    assert store.events == [BatchChanged(batch, BatchState.CANCELLED)]
    assert [store.retry(), store.retry(batch=batch), store.retry(store.ids(batch))] == [0, 0, 0]
    assert store.states(batch) == ["failed"]
    store.writer.call(lambda tx: transitions.dismiss(tx, batch))
    assert store.events[-1] == BatchChanged(batch, BatchState.CANCELLED)


@pytest.mark.parametrize("state", [JobState.DONE, JobState.SKIPPED, JobState.CANCELLED, JobState.UNCONFIRMED])
def test_only_a_failed_job_is_retried(store: QueueFile, state: JobState) -> None:
    batch, job = store.ended_in(state)
    assert [store.retry([job]), store.retry(batch=batch), store.retry()] == [0, 0, 0]
    assert store.states(batch) == [state.value]


def test_a_retry_takes_the_new_content_of_a_failed_job_only(store: QueueFile) -> None:
    _batch, failed = store.ended_in(JobState.FAILED)
    _other, done = store.ended_in(JobState.DONE)
    fresh = [(failed, 77, 88), (done, 77, 88)]
    assert store.writer.call(lambda tx: transitions.retry(tx, [failed, done], None, None, fresh)) == 1
    assert store.rows("SELECT id, size, mtime_ns FROM job ORDER BY id") == [(failed, 77, 88), (done, 1_000, 1)]


# Unconfirmed messages.


def test_a_person_says_that_it_arrived(store: QueueFile) -> None:
    batch, job = store.ended_in(JobState.UNCONFIRMED, LETTERS)
    assert store.rows("SELECT effect FROM job") == [("armed",)]
    assert store.writer.call(lambda tx: transitions.confirm(tx, [job], True)) == 1
    assert store.writer.call(lambda tx: transitions.confirm(tx, [job], False)) == 0
    assert store.rows("SELECT state, effect, error_code FROM job") == [("done", "confirmed", None)]
    assert store.batch_state(batch) == "finished"


def test_a_person_says_send_it_again(store: QueueFile) -> None:
    batch, job = store.ended_in(JobState.UNCONFIRMED, LETTERS)
    assert store.writer.call(lambda tx: transitions.confirm(tx, [job], False)) == 1
    assert store.rows("SELECT state, effect, generation FROM job") == [("ready", "none", 1)]
    assert store.batch_state(batch) == "active"
    (again,) = store.claim(batch)
    assert store.arm(again)


def test_nothing_else_can_be_confirmed(store: QueueFile) -> None:
    batch = store.batch(jobs(2))
    store.claim(batch)
    for sent in (True, False):
        assert store.writer.call(lambda tx, s=sent: transitions.confirm(tx, store.ids(batch), s)) == 0
    assert store.states(batch) == ["running", "ready"]


# Lanes and the pause of everything.


def test_a_paused_lane_gives_no_work_until_its_time_has_come(store: QueueFile) -> None:
    batch = letters(store)
    failure = Failure("NET_OFFLINE", "No connection.")
    store.writer.call(lambda tx: lanes.pause_lane(tx, "mail:work", failure, store.now + 60_000))
    assert store.events[-1] == LaneChanged("mail:work", True, "NET_OFFLINE", "No connection.", store.now + 60_000)
    assert store.writer.call(lambda tx: tx.rows("claimable", {"now": tx.now})) == []
    store.now += 60_000
    store.writer.call(transitions.promote_due)
    assert store.events[-1] == LaneChanged("mail:work", False)
    assert [row[0] for row in store.writer.call(lambda tx: tx.rows("claimable", {"now": tx.now}))] == [batch]
    with store.reader() as reader:
        (lane,) = reader.lanes()
    assert (lane.paused, lane.until, lane.probes) == (False, None, 1)
    store.writer.call(lambda tx: lanes.lane_well(tx, "mail:work"))
    with store.reader() as reader:
        assert (reader.lanes()[0].probes, reader.lanes()[0].code) == (0, None)


def test_a_lane_that_waits_for_a_person_is_opened_by_one_only(store: QueueFile) -> None:
    failure = Failure("AUTH_REJECTED", "The password was refused.")
    for expected in (1, 2):
        store.writer.call(lambda tx: lanes.pause_lane(tx, "mail:work", failure, None))
        store.now += 10**9
        store.writer.call(transitions.promote_due)
        store.writer.call(lambda tx: lanes.lane_well(tx, "mail:work"))
        with store.reader() as reader:
            (lane,) = reader.lanes()
        assert (lane.paused, lane.code, lane.probes) == (True, "AUTH_REJECTED", expected)
        if expected == 1:
            assert store.writer.call(lambda tx: lanes.open_lane(tx, "mail:work"))
            assert not store.writer.call(lambda tx: lanes.open_lane(tx, "mail:work"))
    store.writer.call(lambda tx: transitions.set_paused(tx, False))
    with store.reader() as reader:
        assert not reader.lanes()[0].paused


def test_the_pause_of_the_queue_survives_a_restart(store: QueueFile) -> None:
    store.writer.call(lambda tx: transitions.set_paused(tx, True))
    assert store.events[-1] == QueuePaused(True)
    store.close()
    store.reopen("two")
    with store.reader() as reader:
        assert reader.paused()
