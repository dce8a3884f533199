"""Batches that are too late: what has not begun is cancelled, what runs may end, and a person starts the time anew."""

from dataclasses import replace

from app.core.states import JobState
from app.store import transitions
from tests.store.queue_file import LETTERS, QueueFile, ending, jobs

HOUR = 3_600_000
LATE = replace(LETTERS, options={"expires_ms": HOUR})


def expire(store: QueueFile) -> int:
    return store.writer.call(transitions.expire)


def states(store: QueueFile, batch: int) -> list[str]:
    return [row[0] for row in store.rows("SELECT state FROM job WHERE batch = ? ORDER BY id", batch)]


def test_what_has_not_begun_in_time_is_cancelled_with_the_reason(store: QueueFile) -> None:
    batch = store.batch(jobs(3), LATE)
    (running,) = store.claim(batch)
    store.now += HOUR - 1
    assert expire(store) == 0
    store.now += 1
    assert expire(store) == 2
    assert states(store, batch) == ["running", "cancelled", "cancelled"]
    assert store.rows("SELECT DISTINCT error_code FROM job WHERE state = 'cancelled'") == [("EXPIRED",)]
    assert store.end(ending(running, JobState.DONE)) == [True]
    assert store.batch_state(batch) == "finished"


def test_the_time_begins_when_the_batch_is_let_go(store: QueueFile) -> None:
    batch = store.batch(jobs(1), LATE, start=False)
    store.now += 10 * HOUR
    assert expire(store) == 0
    store.writer.call(lambda tx: transitions.start_batch(tx, batch))
    store.now += HOUR - 1
    assert expire(store) == 0
    store.now += 1
    assert expire(store) == 1
    assert store.batch_state(batch) == "finished"


def test_a_retry_by_a_person_starts_the_time_anew(store: QueueFile) -> None:
    batch = store.batch(jobs(1), LATE)
    (job,) = store.claim(batch)
    store.end(ending(job, JobState.FAILED))
    store.now += 5 * HOUR
    assert store.writer.call(lambda tx: transitions.retry(tx, [job.id], None, None, [])) == 1
    assert expire(store) == 0
    assert states(store, batch) == ["ready"]


def test_a_batch_without_a_limit_never_expires(store: QueueFile) -> None:
    batch = store.batch(jobs(1))
    store.now += 10_000 * HOUR
    assert expire(store) == 0
    assert states(store, batch) == ["ready"]
