"""When the last commits are lost: letters wait for a person, pictures go on; numbers of batches are not given again."""

import json

from app.core.events import BatchChanged
from app.core.states import BatchState
from app.store.doubt import LOG_IS_LOST, doubt_letters, number_batches_above
from app.store.intake import add_batch
from tests.store.queue_file import LETTERS, QueueFile, jobs, new_job


def test_batches_of_letters_that_are_not_over_wait_and_nothing_else_does(store: QueueFile) -> None:
    photos, letters = store.batch(jobs(2)), store.batch([new_job(0, payload={})], LETTERS)
    over, waiting = store.batch([], LETTERS), store.batch([new_job(0, payload={})], LETTERS, start=False)
    note = store.rows("SELECT note FROM batch WHERE id = ?", waiting)
    store.events.clear()
    assert store.writer.call(doubt_letters) == [letters]
    assert store.events == [BatchChanged(letters, BatchState.PAUSED)]
    assert store.batch_state(photos) == "active"
    assert store.batch_state(over) == "finished"
    assert store.rows("SELECT state, note FROM batch WHERE id = ?", letters) == [("paused", LOG_IS_LOST)]
    assert store.rows("SELECT note FROM batch WHERE id = ?", waiting) == note
    assert store.writer.call(doubt_letters) == []


def test_a_list_that_is_still_looked_through_will_wait_for_send(store: QueueFile) -> None:
    store.writer.call(lambda tx: add_batch(tx, LETTERS))
    store.do("batch_options", batch=1, options=json.dumps({"start": True, "paths": ["/people.csv"]}))
    store.writer.call(doubt_letters)
    ((options,),) = store.rows("SELECT options FROM batch")
    assert json.loads(options) == {"start": False, "paths": ["/people.csv"]}
    assert store.batch_state(1) == "building"


def test_numbers_of_batches_grow_above_those_seen(store: QueueFile) -> None:
    store.writer.call(lambda tx: number_batches_above(tx, 6))
    assert store.batch() == 7
    store.writer.call(lambda tx: number_batches_above(tx, 3))  # never back
    assert store.batch() == 8
