"""What lanes have sent: counted by the claim, given back by the ending, known after any death and on any clock."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from app.core.events import BatchChanged
from app.core.failures import Failure
from app.core.states import BatchState, JobState
from app.core.throttle import DAY_MS, FULL_SHARE, HOUR_MS, LEAST_SHARE, SPEED_UP_AFTER, TOKEN, Bucket
from app.store import lanes, sending, transitions
from app.store.transitions import Claimed
from app.store.writer import Transaction
from tests.store.queue_file import LETTERS, QueueFile, ending, jobs

LANE = "mail:work"


def call(store: QueueFile, function: Callable[[Transaction], Any]) -> Any:
    return store.writer.call(function)


def claimed(store: QueueFile, count: int, recipients: int = 1) -> list[Claimed]:
    """Letters that were claimed and counted in one transaction, as a claim of the engine does."""
    batch = store.batch(jobs(count), LETTERS)

    def claim(tx: Transaction) -> list[Claimed]:
        found = transitions.claim(tx, store.session, batch, count)
        for job in found:
            sending.charge(tx, LANE, job.id, job.attempt, recipients)
        return found

    found: list[Claimed] = call(store, claim)
    return found


def day(store: QueueFile) -> int:
    with store.reader() as reader:
        return reader.sent_in_day(LANE, store.now)


def tokens(store: QueueFile) -> int:
    return int(store.rows("SELECT tokens FROM throttle WHERE lane = ?", LANE)[0][0])


def share(store: QueueFile) -> tuple[int, int]:
    share, proved = store.rows("SELECT share, proved FROM throttle WHERE lane = ?", LANE)[0]
    return share, proved


@pytest.fixture
def throttled(store: QueueFile) -> QueueFile:
    call(store, lambda tx: sending.keep_bucket(tx, LANE, Bucket(0, store.now)))
    return store


def test_windows_count_recipients_and_forget_them_in_time(store: QueueFile) -> None:
    claimed(store, 2, recipients=3)
    store.now += HOUR_MS
    claimed(store, 1)
    assert call(store, lambda tx: sending.used(tx, LANE, HOUR_MS)) == 1
    assert call(store, lambda tx: sending.used(tx, LANE, DAY_MS)) == 7
    assert call(store, lambda tx: sending.used(tx, "mail:other", DAY_MS)) == 0
    store.now += DAY_MS - HOUR_MS - 1
    assert day(store) == 7
    store.now += 1
    assert day(store) == 1
    call(store, lambda tx: sending.tidy(tx, LANE))
    assert len(store.rows("SELECT 1 FROM sending")) == 1


def test_when_a_window_opens_and_when_the_day_does(store: QueueFile) -> None:
    start = store.now
    assert call(store, lambda tx: sending.day_opens(tx, LANE)) is None
    for _ in range(3):
        claimed(store, 1, recipients=2)
        store.now += 1_000
    for excess, first in ((1, 0), (2, 0), (3, 1_000), (5, 2_000), (6, 2_000)):
        opens = call(store, partial(sending.leaves, lane=LANE, ms=HOUR_MS, excess=excess))
        assert opens == start + first + HOUR_MS
    assert call(store, lambda tx: sending.day_opens(tx, LANE)) == start + DAY_MS


@pytest.mark.parametrize(
    ("state", "code", "counts"),
    [
        (JobState.DONE, None, 3),
        (JobState.FAILED, "RCPT_PERM", 3),
        (JobState.WAITING, "RCPT_TEMP", 3),
        (JobState.UNCONFIRMED, "UNCERTAIN", 3),
        (JobState.READY, "RATE_LIMIT", 0),
        (JobState.CANCELLED, "CANCELLED", 0),
    ],
)
def test_only_what_cannot_have_been_sent_is_given_back(
    throttled: QueueFile, state: JobState, code: str | None, counts: int
) -> None:
    (job,) = claimed(throttled, 1, recipients=3)
    if state is JobState.UNCONFIRMED:
        assert throttled.arm(job)
    run_at = throttled.now + 1 if state is JobState.WAITING else None
    assert throttled.end(ending(job, state, code, run_at=run_at)) == [True]
    assert day(throttled) == counts
    assert tokens(throttled) == (3 - counts) * TOKEN


def test_who_ends_twice_gives_back_once_and_a_later_attempt_counts_for_itself(throttled: QueueFile) -> None:
    (job,) = claimed(throttled, 1)
    given_back = ending(job, JobState.READY, "RATE_LIMIT")
    assert throttled.end(given_back, given_back) == [True, False]
    assert (day(throttled), tokens(throttled)) == (0, TOKEN)
    (again,) = throttled.claim(job.batch)
    call(throttled, lambda tx: sending.charge(tx, LANE, again.id, again.attempt, 1))
    assert throttled.end(given_back) == [False]
    assert day(throttled) == 1


def test_a_death_gives_back_what_was_not_armed_and_counts_what_was(throttled: QueueFile) -> None:
    armed, not_armed, _other = claimed(throttled, 3, recipients=2)
    assert throttled.arm(armed)
    throttled.close()
    throttled.reopen("two")
    assert day(throttled) == 6
    throttled.rescue()
    assert day(throttled) == 2
    assert throttled.states(not_armed.batch) == ["unconfirmed", "ready", "ready"]


def test_lines_outlive_the_jobs_that_they_count(store: QueueFile) -> None:
    (job,) = claimed(store, 1)
    store.end(ending(job, JobState.DONE))
    store.do("batch_clear_jobs", batch=job.batch)
    assert day(store) == 1
    # A new job may get the same number: its line is its own.
    (other,) = claimed(store, 1)
    assert (other.id, other.attempt) == (job.id, job.attempt)
    store.end(ending(other, JobState.READY, "RATE_LIMIT"))
    assert day(store) == 1


# Clocks.


@pytest.mark.parametrize("jump", [-400 * DAY_MS, -DAY_MS, DAY_MS, 400 * DAY_MS])
def test_a_clock_that_was_set_leaves_all_windows_as_they_are(throttled: QueueFile, jump: int) -> None:
    claimed(throttled, 2)
    throttled.now += HOUR_MS
    throttled.now += jump
    call(throttled, lambda tx: transitions.clock_moved(tx, jump))
    assert day(throttled) == 2
    throttled.now += DAY_MS - HOUR_MS
    assert day(throttled) == 0
    assert throttled.rows("SELECT updated FROM throttle")[0][0] == throttled.now - DAY_MS


def test_a_clock_that_was_set_back_unseen_costs_a_day_at_most(store: QueueFile) -> None:
    claimed(store, 2)
    store.now -= 400 * DAY_MS
    call(store, lambda tx: sending.tidy(tx, LANE))
    assert call(store, lambda tx: sending.used(tx, LANE, DAY_MS)) == 2
    store.now += DAY_MS
    assert call(store, lambda tx: sending.used(tx, LANE, DAY_MS)) == 0


# The rate.


def test_several_connections_that_are_told_to_wait_make_the_rate_half_once(throttled: QueueFile) -> None:
    first = throttled.now
    throttled.now += 1
    call(throttled, lambda tx: sending.learn(tx, LANE, 0, first))
    call(throttled, lambda tx: sending.learn(tx, LANE, 0, first))
    assert share(throttled) == (FULL_SHARE // 2, 0)
    throttled.now += 1
    call(throttled, lambda tx: sending.learn(tx, LANE, 0, throttled.now))
    assert share(throttled) == (FULL_SHARE // 4, 0)


def test_fifty_that_were_taken_make_it_a_tenth_faster_and_it_ends_at_the_whole(throttled: QueueFile) -> None:
    call(throttled, lambda tx: sending.learn(tx, LANE, 0, throttled.now))
    for _ in range(SPEED_UP_AFTER - 1):
        call(throttled, lambda tx: sending.learn(tx, LANE, 1, None))
    assert share(throttled) == (500, SPEED_UP_AFTER - 1)
    call(throttled, lambda tx: sending.learn(tx, LANE, 2, None))
    assert share(throttled) == (550, 1)
    throttled.close()
    throttled.reopen("two")
    assert share(throttled) == (550, 1)
    for _ in range(20):
        call(throttled, lambda tx: sending.learn(tx, LANE, SPEED_UP_AFTER, None))
    assert share(throttled)[0] == FULL_SHARE


def test_it_never_comes_to_a_stop(throttled: QueueFile) -> None:
    for _ in range(30):
        throttled.now += 1
        call(throttled, lambda tx: sending.learn(tx, LANE, 0, throttled.now))
    assert share(throttled) == (LEAST_SHARE, 0)


def test_a_lane_without_limits_learns_nothing(store: QueueFile) -> None:
    call(store, lambda tx: sending.learn(tx, LANE, 1, store.now))
    assert store.rows("SELECT * FROM throttle") == []


# Rest.


def test_a_rest_is_no_trouble_and_leaves_no_words_behind(store: QueueFile) -> None:
    until = store.now + 1_000
    call(store, lambda tx: lanes.rest_lane(tx, LANE, Failure("QUOTA_DAY", "400 a day"), until))
    with store.reader() as reader:
        (lane,) = reader.lanes()
    assert (lane.paused, lane.code, lane.message, lane.until, lane.probes) == (True, "QUOTA_DAY", "400 a day", until, 0)
    store.now = until
    call(store, transitions.promote_due)
    with store.reader() as reader:
        (lane,) = reader.lanes()
    assert (lane.paused, lane.code, lane.message, lane.until) == (False, None, None, None)


# What looks like spam.


def refused(store: QueueFile, batch: int, codes: list[str | None]) -> bool:
    """End a letter of `batch` with each of `codes` (None = sent); whether the batch came into doubt."""
    found = False
    for code in codes:
        (job,) = store.claim(batch)
        store.end(ending(job, JobState.FAILED if code else JobState.DONE, code))
        found = call(store, lambda tx: sending.doubt(tx, batch)) or found
    return found


def test_five_refusals_among_the_first_fifty_pause_the_batch_once(store: QueueFile) -> None:
    batch = store.batch(jobs(80), LETTERS)
    assert not refused(store, batch, [None] * 20 + ["POLICY", "RCPT_PERM", "POLICY", "RCPT_PERM"])
    assert refused(store, batch, ["POLICY"])
    assert store.batch_state(batch) == BatchState.PAUSED
    with store.reader() as reader:
        row = reader.batch(batch)
    assert row is not None and "looks like spam" in (row.note or "")
    assert store.events[-1] == BatchChanged(batch, BatchState.PAUSED)
    # A person has looked and lets it go on: it is not asked again.
    call(store, lambda tx: transitions.start_batch(tx, batch))
    assert not refused(store, batch, ["POLICY"] * 5)
    assert store.batch_state(batch) == BatchState.ACTIVE


@pytest.mark.parametrize(
    "codes",
    [
        [None] * 46 + ["POLICY"] * 5,  # the fifth is not among the first fifty
        ["POLICY"] * 4 + [None] * 40,
        ["SRV_PERM"] * 8,
        ["MSG_TOO_BIG"] * 8,
    ],
)
def test_other_refusals_do_not(store: QueueFile, codes: list[str | None]) -> None:
    batch = store.batch(jobs(80), LETTERS)
    assert not refused(store, batch, codes)
    assert store.batch_state(batch) == BatchState.ACTIVE


def test_a_batch_that_is_over_is_not_paused(store: QueueFile) -> None:
    batch = store.batch(jobs(5), LETTERS)
    assert not refused(store, batch, ["POLICY"] * 5)
    assert store.batch_state(batch) == BatchState.FINISHED


def test_how_many_open_letters_go_to_a_domain(store: QueueFile) -> None:
    batch = store.batch(jobs(4, domain="example.org", recipients=2), LETTERS)
    store.batch(jobs(4, domain="example.org"), LETTERS)
    values = {"batch": batch, "domain": "example.org", "most": 3}
    assert call(store, lambda tx: tx.rows("open_to_domain", values)) == [(3,)]
    store.claim(batch, 2)
    assert call(store, lambda tx: tx.rows("open_to_domain", values)) == [(2,)]
    head = call(store, lambda tx: transitions.head(tx, batch))
    assert (head.recipients, head.domain) == (2, "example.org")
