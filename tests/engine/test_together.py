"""Two features at once, on a real queue: order and drives, pauses and looks, what a run waits for, clocks."""

from dataclasses import replace

from app.core.events import JobChanged
from app.core.failures import Failure
from app.core.states import JobState
from app.engine.memory import BIG
from app.store import lanes, transitions
from app.store.intake import NewJob
from app.store.transitions import Claimed
from tests.engine.hands import Hands
from tests.store.queue_file import LETTERS, PHOTOS, QueueFile, ending, jobs, new_job

ORDERED = replace(PHOTOS, ordered=True)
HOUR = 3_600_000
MINUTE = 60_000


def on_nas(number: int) -> NewJob:
    return new_job(number, f"/nas/{number}.jpg", input_root="/nas")


def missing(queue: QueueFile, job: Claimed, after: int = MINUTE) -> None:
    """The look of `job` finds the drive away."""
    words, look_at = "/nas cannot be reached.", queue.now + after
    queue.end(ending(job, JobState.WAITING, "DRIVE_MISSING", words, counted=False, look_at=look_at))


def left(queue: QueueFile, batch: int | None = None) -> bool:
    """Whether a run would go on waiting."""
    with queue.reader() as reader:
        return reader.work_left(batch, queue.now + MINUTE)


# Order and drives.


def test_an_ordered_batch_whose_drive_comes_back_goes_on_in_order(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch([on_nas(number) for number in range(3)], ORDERED)
    first = hands.one()
    assert first is not None
    missing(queue, first)
    assert hands.one() is None
    done = []
    queue.now += MINUTE
    for _ in range(6):
        if (job := hands.one()) is not None:
            done.append(job.id)
            queue.end(ending(job, JobState.DONE))
    assert done == queue.ids(batch)


def test_nothing_of_an_ordered_batch_overtakes_what_waits_for_its_drive(queue: QueueFile, hands: Hands) -> None:
    other = queue.batch([on_nas(9)])
    batch = queue.batch([on_nas(0), new_job(1)], ORDERED)
    (look,) = hands.pick(1)[0]
    assert look.batch == other
    missing(queue, look)
    assert hands.one() is None
    assert "running" not in queue.states(batch)
    queue.now += MINUTE
    (look,) = hands.pick(1)[0]
    queue.end(ending(look, JobState.DONE))
    order = []
    for _ in range(4):
        if (job := hands.one()) is not None:
            order.append(job.id)
            queue.end(ending(job, JobState.DONE))
    assert order == queue.ids(batch)


def test_a_paused_batch_does_not_keep_a_drive_from_being_looked_at(queue: QueueFile, hands: Hands) -> None:
    paused = queue.batch([on_nas(number) for number in range(5)])
    active = queue.batch([on_nas(number + 10) for number in range(2)])
    (first,) = hands.pick(1)[0]
    missing(queue, first)
    hands.pick(1, 1)
    queue.writer.call(lambda tx: transitions.pause_batch(tx, paused))
    queue.now += MINUTE
    look = hands.one()
    assert look is not None and look.batch == active


def test_a_drive_that_only_paused_batches_want_is_not_asked_for_again_and_again(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch([on_nas(number) for number in range(5)])
    (look,) = hands.pick(1)[0]
    missing(queue, look)
    hands.pick(1)
    queue.writer.call(lambda tx: transitions.pause_batch(tx, batch))
    queue.now += MINUTE
    assert hands.one() is None
    assert hands.got.next_due is None or hands.got.next_due > queue.now
    queue.writer.call(lambda tx: transitions.start_batch(tx, batch))
    queue.now += MINUTE
    assert hands.one() is not None


def test_a_look_that_takes_its_time_is_the_one_that_counts(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch([on_nas(number) for number in range(5)])
    (first,) = hands.pick(1)[0]
    missing(queue, first)
    hands.pick(1)
    queue.now += MINUTE
    (look,) = hands.pick(1)[0]
    queue.now += 3 * MINUTE  # a long job on a drive that is back
    assert hands.one() is None
    queue.end(ending(look, JobState.DONE))
    assert [len(chunk) for chunk in hands.pick(64)] == [4]
    assert queue.states(batch) == ["done"] + ["running"] * 4


def test_a_look_waits_for_its_turn(queue: QueueFile, hands: Hands) -> None:
    queue.batch([on_nas(number) for number in range(5)])
    (first,) = hands.pick(1)[0]
    missing(queue, first)
    hands.pick(1)
    for _ in range(3):
        queue.now += MINUTE
        assert hands.pick() == []  # every worker is busy with something else
    look = hands.one()
    assert look is not None and look.id == first.id


def test_a_look_that_was_cancelled_proves_nothing(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch([on_nas(number) for number in range(3)])
    (first,) = hands.pick(1)[0]
    missing(queue, first)
    hands.pick(1)
    queue.now += MINUTE
    (look,) = hands.pick(64)
    queue.cancel([look[0].id])
    queue.end(ending(look[0], JobState.CANCELLED, "CANCELLED"))
    assert hands.pick(64) == []
    assert queue.states(batch) == ["cancelled", "waiting", "waiting"]
    queue.now += MINUTE
    assert [len(chunk) for chunk in hands.pick(64)] == [1]


# What a run waits for.


def test_a_run_does_not_wait_for_jobs_behind_one_that_waits_long_in_its_order(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch(jobs(3), ORDERED)
    first = hands.one()
    assert first is not None
    queue.end(ending(first, JobState.WAITING, "IO_ERROR", run_at=queue.now + HOUR))
    assert hands.one() is None
    assert not left(queue, batch)
    assert not left(queue)
    queue.now += HOUR
    assert left(queue, batch)


def test_a_run_does_not_wait_for_fresh_jobs_behind_many_that_wait_long(queue: QueueFile, hands: Hands) -> None:
    batch = queue.batch(jobs(50))
    claimed = [job for chunk in hands.pick(11) for job in chunk]
    queue.end(*(ending(job, JobState.WAITING, "IO_ERROR", run_at=queue.now + HOUR) for job in claimed))
    assert hands.one() is None
    assert not left(queue, batch)


def test_a_run_does_not_wait_for_a_retry_in_a_lane_that_waits_for_a_person(queue: QueueFile) -> None:
    batch = queue.batch(jobs(1), LETTERS)
    (job,) = queue.claim(batch)
    queue.end(ending(job, JobState.WAITING, "IO_ERROR", run_at=queue.now + 1_000))
    assert left(queue, batch)
    queue.writer.call(lambda tx: lanes.pause_lane(tx, "mail:work", Failure("AUTH_REJECTED", "No."), None))
    assert not left(queue, batch)


# Clocks.


def test_a_clock_that_was_set_back_once_moves_what_waits_once(queue: QueueFile) -> None:
    year = 365 * 24 * HOUR
    batch = queue.batch(jobs(1))
    queue.do("session_end", id="one", now=queue.now)
    queue.now -= year
    (job,) = queue.claim(batch)
    queue.end(ending(job, JobState.WAITING, "IO_ERROR", run_at=queue.now + HOUR))
    queue.close()
    queue.reopen("two")
    queue.now += 1_000
    queue.close()
    queue.reopen("three")
    assert queue.writer.call(transitions.last_seen) <= queue.now


def test_memory_of_a_job_larger_than_the_computer_does_not_stop_the_small_ones(queue: QueueFile, hands: Hands) -> None:
    queue.batch([new_job(0, memory=BIG * 1_000_000), *(new_job(n) for n in range(1, 4))])
    (huge,) = hands.pick(64)[0]
    assert huge.memory == BIG * 1_000_000
    assert [len(chunk) for chunk in hands.pick(64)] == [3]


def test_what_a_dead_engine_ran_counts_until_its_last_sign_of_life(queue: QueueFile) -> None:
    batch = queue.batch(jobs(1))
    queue.now += 2_000
    (job,) = queue.claim(batch)
    queue.now += 5_000
    queue.do("session_beat", id="one", now=queue.now)
    queue.close()
    queue.now += 30 * 24 * HOUR  # the computer was off
    queue.reopen("two")
    queue.events.clear()
    queue.rescue()
    (event,) = [event for event in queue.events if isinstance(event, JobChanged)]
    assert (event.job, event.ms, event.waited) == (job.id, 5_000, 2_000)


def test_a_job_of_an_older_queue_has_waited_for_a_time_that_nobody_knows(queue: QueueFile) -> None:
    batch = queue.batch(jobs(1))
    (job,) = queue.claim(batch)
    queue.events.clear()
    queue.end(ending(replace(job, queued=0), JobState.DONE))
    assert [event.waited for event in queue.events if isinstance(event, JobChanged)] == [0]
