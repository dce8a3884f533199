"""Which jobs are claimed next, on a real queue: turns, order, marks, budgets, memory, drives, lanes in trouble."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.core.events import LaneChanged
from app.core.failures import Failure
from app.core.retry import BUDGET_LEAST
from app.core.states import BatchState, JobState
from app.core.tuning import MEMORY_SHARE as SHARE
from app.engine.memory import BIG
from app.store import lanes, ordering, transitions
from app.store.intake import NewBatch
from app.store.transitions import Claimed
from tests.engine.hands import GIGABYTE, Hands
from tests.store.queue_file import PHOTOS, QueueFile, ending, jobs, new_job

FIVE_MINUTES = 300_000


def done(queue: QueueFile, claimed: Sequence[Claimed]) -> None:
    queue.end(*(ending(job, JobState.DONE) for job in claimed))


# Turns.


def test_a_batch_of_one_never_waits_behind_a_large_one(queue: QueueFile, hands: Hands) -> None:
    large = queue.batch(jobs(500))
    assert hands.batches(64, 64) == [large, large]
    small = queue.batch([new_job(path="/photos/small.jpg")])
    assert hands.batches(64, 64) == [small, large]


def test_priority_goes_first_and_waiting_lifts_the_others(queue: QueueFile, hands: Hands) -> None:
    low, high = queue.batch(jobs(50)), queue.batch(jobs(50))
    queue.writer.call(lambda tx: ordering.set_priority(tx, high, 1))
    assert hands.batches(1, 1, 1) == [high] * 3
    queue.now += FIVE_MINUTES
    assert hands.batches(1) == [high]
    queue.now += FIVE_MINUTES - 1
    assert hands.batches(1) == [low]  # two steps up, the other one
    assert hands.batches(1) == [high]


def test_nothing_starts_before_its_time_and_the_time_is_known(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch(jobs(1), replace(PHOTOS, not_before=queue.now + 5_000))
    assert hands.pick(1) == []
    assert hands.got.next_due == queue.now + 5_000
    queue.now += 5_000
    assert hands.batches(1) == [batch]


# Order inside a batch.


def test_jobs_are_claimed_in_their_order(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch(jobs(10))
    claimed = [job.id for chunk in hands.pick(3, 3, 3) for job in chunk]
    assert claimed == queue.ids(batch)[:9]


def test_top_and_bottom(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch(jobs(6))
    a, b, c, d, e, f = queue.ids(batch)
    assert queue.writer.call(lambda tx: ordering.move(tx, [d, e], True)) == 2
    assert queue.writer.call(lambda tx: ordering.move(tx, [a], False)) == 1
    assert [job.id for job in hands.pick(6)[0]] == [d, e, b, c, f, a]


def test_an_ordered_batch_ends_one_before_it_begins_the_next(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch(jobs(3), replace(PHOTOS, ordered=True))
    first, second, _third = queue.ids(batch)
    (claimed,) = hands.pick(64, 64)
    assert [job.id for job in claimed] == [first]
    assert hands.pick(1) == []
    queue.end(ending(claimed[0], JobState.WAITING, "IO_ERROR", run_at=queue.now + 1_000))
    assert hands.pick(1) == []  # it will be tried again: the second must not overtake it
    queue.now += 1_000
    again = hands.one()
    assert again is not None and again.id == first
    queue.end(ending(again, JobState.FAILED, "CORRUPT"))
    assert [job.id for job in hands.pick(1)[0]] == [second]


def test_pause_here_stops_before_the_marked_job(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch(jobs(5))
    ids = queue.ids(batch)
    assert queue.writer.call(lambda tx: ordering.pause_at(tx, batch, ids[2]))
    assert [job.id for job in hands.pick(64)[0]] == ids[:2]
    assert hands.pick(64) == []
    assert queue.batch_state(batch) == BatchState.PAUSED
    queue.writer.call(lambda tx: transitions.start_batch(tx, batch))
    assert [job.id for job in hands.pick(64)[0]] == ids[2:]


def test_a_mark_whose_job_was_cancelled_still_pauses(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch(jobs(3))
    ids = queue.ids(batch)
    queue.writer.call(lambda tx: ordering.pause_at(tx, batch, ids[1]))
    queue.cancel([ids[1]])
    assert [job.id for job in hands.pick(64)[0]] == ids[:1]
    assert hands.pick(64) == []
    assert queue.batch_state(batch) == BatchState.PAUSED


def test_a_mark_needs_an_open_job_of_the_batch(queue: QueueFile) -> None:
    batch, other = queue.batch(jobs(1)), queue.batch(jobs(1))
    (stranger,) = queue.ids(other)
    assert not queue.writer.call(lambda tx: ordering.pause_at(tx, batch, stranger))
    assert not queue.writer.call(lambda tx: ordering.pause_at(tx, batch, 10_000))


# What waits for another try.


def test_many_that_wait_for_another_try_hold_back_fresh_ones(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch(jobs(BUDGET_LEAST))
    (tried,) = hands.pick(11)
    queue.end(*(ending(job, JobState.WAITING, "IO_ERROR", run_at=queue.now + 1_000) for job in tried))
    assert hands.pick(1) == []
    queue.now += 1_000
    again = hands.one()
    assert again is not None and again.id == tried[0].id and again.tries == 1
    other = queue.batch([new_job(path="/photos/other.jpg")])
    assert hands.batches(1, 1) == [other, batch]  # other batches go on


def test_a_small_batch_has_no_such_limit(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch(jobs(5))
    (tried,) = hands.pick(3)
    queue.end(*(ending(job, JobState.WAITING, "IO_ERROR", run_at=queue.now + 1_000) for job in tried))
    assert hands.batches(1) == [batch]


def test_a_suspect_of_a_crash_runs_alone(queue: QueueFile, hands: Hands) -> None:
    queue.batch(jobs(5))
    (first, *_rest) = hands.pick(1)[0]
    queue.end(ending(first, JobState.WAITING, "WORKER_DIED", run_at=queue.now, crashed=True))
    suspect, others = hands.pick(64, 64)
    assert [job.id for job in suspect] == [first.id]
    assert len(others) == 4


# Memory.


def test_large_jobs_run_together_only_as_far_as_memory_goes(queue: QueueFile) -> None:
    hands = Hands(queue, lambda: GIGABYTE)
    need = round(GIGABYTE * SHARE / 2)
    queue.batch(jobs(4, memory=need))
    picked = hands.pick(64, 64, 64)
    assert [len(chunk) for chunk in picked] == [1, 1]


def test_one_that_is_too_large_for_the_computer_runs_alone(queue: QueueFile) -> None:
    hands = Hands(queue, lambda: BIG)
    queue.batch(jobs(2, memory=100 * GIGABYTE))
    (first,) = hands.pick(1, 1)
    hands.memory.take("slot", first[0].memory)
    assert hands.pick(1) == []
    hands.memory.take("slot", 0)
    assert len(hands.pick(1)) == 1


def test_small_jobs_pass_a_large_one_that_waits_and_large_ones_do_not(queue: QueueFile) -> None:
    hands = Hands(queue, lambda: GIGABYTE)
    hands.memory.take("slot", GIGABYTE)
    large = queue.batch([new_job(1, memory=GIGABYTE)])
    assert hands.pick(1, busy=1) == []
    medium, small = queue.batch([new_job(2, memory=2 * BIG)]), queue.batch([new_job(3, memory=BIG)])
    assert hands.batches(1, 1, busy=1) == [small]
    hands.memory.take("slot", 0)
    assert hands.batches(1) == [large]
    done(queue, [])
    assert hands.batches(1) == [medium]


def test_a_chunk_of_small_jobs_leaves_the_large_one_for_later(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch([new_job(0), new_job(1, memory=2 * BIG), new_job(2)])
    first, large, last = queue.ids(batch)
    assert [[job.id for job in chunk] for chunk in hands.pick(64, 64)] == [[first, last], [large]]


# Drives that are away.


def missing(job: Claimed, look_at: int) -> Any:
    return ending(job, JobState.WAITING, "DRIVE_MISSING", "/nas cannot be reached.", counted=False, look_at=look_at)


def test_a_drive_that_is_away_parks_its_jobs_and_no_others(queue: QueueFile, hands: Hands) -> None:
    away = [new_job(number, f"/nas/{number}.jpg", input_root="/nas") for number in range(5)]
    batch = queue.batch([*away, new_job(9)])
    *parked, here = queue.ids(batch)
    (first,) = hands.pick(1)[0]
    queue.end(missing(first, queue.now + 60_000))
    assert [[job.id for job in chunk] for chunk in hands.pick(64, 64)] == [[here]]
    assert queue.states(batch) == ["waiting"] * 5 + ["running"]
    with queue.reader() as reader:
        assert {job.tries for job in reader.jobs(parked)} == {0}
        assert {job.message for job in reader.jobs(parked)} == {"/nas cannot be reached."}
        (lane,) = reader.lanes()
        assert (lane.name, lane.paused, lane.code, lane.until) == (
            "drive:/nas", True, "DRIVE_MISSING", queue.now + 60_000,
        )  # fmt: skip
    assert hands.got.next_due == queue.now + 60_000


def test_one_job_looks_and_the_others_follow_when_the_drive_is_back(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch([new_job(number, f"/nas/{number}.jpg", input_root="/nas") for number in range(6)])
    (first,) = hands.pick(1)[0]
    queue.end(missing(first, queue.now + 60_000))
    assert hands.pick(64) == []
    queue.now += 60_000
    (look,) = hands.pick(64, 64)
    assert len(look) == 1
    assert hands.pick(64) == []  # nobody else looks meanwhile
    queue.end(missing(look[0], queue.now + 120_000))
    assert hands.pick(64) == []
    queue.now += 120_000
    (look,) = hands.pick(64)
    queue.events.clear()
    done(queue, look)
    assert LaneChanged("drive:/nas", False) in queue.events
    (rest,) = hands.pick(64)
    assert len(rest) == 5
    done(queue, rest)
    hands.pick(64)
    assert queue.batch_state(batch) == "finished"
    assert queue.rows("SELECT * FROM drive") == []


def test_a_file_at_fault_shows_that_the_drive_is_back(queue: QueueFile, hands: Hands) -> None:
    queue.batch([new_job(number, f"/nas/{number}.jpg", input_root="/nas") for number in range(3)])
    (first,) = hands.pick(1)[0]
    queue.end(missing(first, queue.now + 60_000))
    queue.now += 60_000
    (look,) = hands.pick(64)
    queue.end(ending(look[0], JobState.FAILED, "CORRUPT"))
    assert [len(chunk) for chunk in hands.pick(64)] == [2]


def test_a_look_that_was_interrupted_proves_nothing(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch([new_job(number, f"/nas/{number}.jpg", input_root="/nas") for number in range(3)])
    (first,) = hands.pick(1)[0]
    queue.end(missing(first, queue.now + 60_000))
    hands.pick(64)
    queue.now += 60_000
    (look,) = hands.pick(64)
    queue.end(ending(look[0], JobState.READY, "INTERRUPTED", counted=False))
    assert [job.id for job in hands.pick(64)[0]] == [look[0].id]
    assert sorted(queue.states(batch)) == ["running", "waiting", "waiting"]


def test_resume_looks_at_once(queue: QueueFile, hands: Hands) -> None:
    queue.batch([new_job(number, f"/nas/{number}.jpg", input_root="/nas") for number in range(3)])
    (first,) = hands.pick(1)[0]
    queue.end(missing(first, queue.now + 60_000))
    assert hands.pick(64) == []
    assert queue.writer.call(lambda tx: lanes.look_now(tx, "/nas"))
    assert len(hands.pick(64)[0]) == 1


def test_parked_jobs_can_be_cancelled_and_the_drive_is_forgotten(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch([new_job(number, f"/nas/{number}.jpg", input_root="/nas") for number in range(3)])
    (first,) = hands.pick(1)[0]
    queue.end(missing(first, queue.now + 60_000))
    hands.pick(64)
    queue.cancel(batch=batch)
    assert queue.batch_state(batch) == "finished"
    queue.now += 60_000
    hands.pick(64)
    assert queue.rows("SELECT * FROM drive") == []


def test_a_drive_with_very_many_jobs_does_not_hold_the_writer(queue: QueueFile, hands: Hands) -> None:
    queue.batch([new_job(number, f"/nas/{number}.jpg", input_root="/nas") for number in range(12_000)])
    (first,) = hands.pick(1)[0]
    queue.end(missing(first, queue.now + 60_000))
    assert hands.pick(64) == []
    assert hands.got.more
    assert queue.rows("SELECT count(*) FROM job WHERE state = 'waiting'") == [(10_001,)]
    hands.pick(64)
    assert queue.rows("SELECT count(*) FROM job WHERE state = 'waiting'") == [(12_000,)]


# Lanes.


def test_a_lane_in_trouble_tries_one_job_at_a_time(queue: QueueFile, hands: Hands) -> None:
    queue.batch(jobs(50))
    queue.writer.call(lambda tx: lanes.pause_lane(tx, "cpu", Failure("IO_ERROR", "x"), queue.now + 1_000))
    assert hands.pick(64, 64) == []
    queue.now += 1_000
    (one,) = hands.pick(64, 64)
    assert len(one) == 1
    assert hands.pick(64, busy=1) == []
    done(queue, one)
    queue.writer.call(lambda tx: lanes.lane_well(tx, "cpu"))
    assert [len(chunk) for chunk in hands.pick(20, 20)] == [20, 20]


def test_a_limit_holds_at_once_and_goes_at_once(queue: QueueFile, hands: Hands) -> None:
    letters = NewBatch("mail", "mail:work", "Invitation", "Mail merge", "{}", {})
    queue.batch(jobs(10), letters)
    queue.batch(jobs(10))
    for lane, limit in (("cpu", 1), ("mail:work", 2)):
        queue.writer.call(lambda tx, lane=lane, limit=limit: lanes.set_lane_limit(tx, lane, limit))
    assert len(hands.pick(1, 1, lanes={"mail:work": (4, 0)})) == 1
    assert len(hands.got.lanes["mail:work"]) == 2
    assert hands.pick(1, busy=1, lanes={"mail:work": (2, 2)}) == []
    assert hands.got.lanes == {}
    for lane in ("cpu", "mail:work"):
        queue.writer.call(lambda tx, lane=lane: lanes.set_lane_limit(tx, lane, None))
    assert len(hands.pick(1, busy=1, lanes={"mail:work": (2, 2)})) == 1
    assert len(hands.got.lanes["mail:work"]) == 2
