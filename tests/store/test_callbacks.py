"""That a batch is finished is due in the commit that finishes it, and told once."""

from app.core.states import JobState
from app.store.callbacks import mark_told
from tests.store.queue_file import QueueFile, ending, new_job


def told(store: QueueFile, batch: int, finished: int) -> bool:
    return store.writer.call(lambda tx: mark_told(tx, batch, finished))


def untold(store: QueueFile) -> list[tuple[int, int]]:
    with store.reader() as reader:
        return reader.untold()


def test_a_finish_is_due_until_it_was_told(store: QueueFile) -> None:
    batch = store.batch([new_job()])
    (job,) = store.claim(batch)
    assert untold(store) == []
    store.end(ending(job, JobState.FAILED, "CORRUPT"))
    assert untold(store) == [(batch, store.now)]
    assert told(store, batch, store.now)
    assert not told(store, batch, store.now)
    assert untold(store) == []


def test_an_old_telling_does_not_count_for_a_finish_that_came_after_it(store: QueueFile) -> None:
    batch, _job = store.ended_in(JobState.FAILED)
    first = store.now
    store.retry(batch=batch)
    assert untold(store) == []
    assert not told(store, batch, first)
    store.now += 1_000
    (job,) = store.claim(batch)
    store.end(ending(job, JobState.DONE))
    assert not told(store, batch, first)
    assert untold(store) == [(batch, store.now)]
