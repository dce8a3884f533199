"""A lane sends as much as its limits allow, whatever restarts, dies or is set; and says until when it rests."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.events import LaneChanged
from app.core.states import JobState
from app.core.throttle import BURST, DAY_MS, HOUR_MS, MINUTE_MS, SPACED_FROM, SPACING_MS, UNLIMITED, Budget
from app.engine.budgets import FRESH_SECONDS, Budgets
from app.engine.choice import Choice, Got, Room
from app.engine.memory import MemoryBudget
from app.store import lanes, sending, transitions
from app.store.transitions import Claimed
from tests.store.queue_file import LETTERS, NOW, QueueFile, ending, jobs, new_job

LANE = "mail:work"


class Sender:
    """A lane with `places` free whenever it is asked, whose messages are taken as soon as they are claimed."""

    def __init__(self, queue: QueueFile, budget: Budget, places: int = 4) -> None:
        self.queue, self.budget, self.places = queue, budget, places
        self.choice = Choice(queue.session, MemoryBudget())
        self.got = Got()
        self.sent: list[tuple[int, int]] = []  # (when, recipients)

    def claim(self) -> list[Claimed]:
        room = Room([], 0, {LANE: (self.places, 0)}, {LANE: self.budget})
        self.got = self.queue.writer.call(lambda tx: self.choice.pick(tx, room))
        return [task.job for task in self.got.lanes.get(LANE, ())]

    def send(self) -> int:
        """Claim what may go now and let it be taken; how many messages."""
        count = 0
        while claimed := self.claim():
            count += len(claimed)
            people = {row[0]: row[1] for row in self.queue.rows("SELECT id, recipients FROM job")}
            self.sent += [(self.queue.now, people[job.id]) for job in claimed]
            self.queue.end(*(ending(job, JobState.DONE) for job in claimed))
        return count

    def in_any(self, ms: int) -> int:
        """The most recipients that any stretch of `ms` held."""
        return max((sum(n for at, n in self.sent if first <= at < first + ms) for first, _n in self.sent), default=0)


def lane(queue: QueueFile) -> tuple[bool, str | None, str | None, int | None]:
    with queue.reader() as reader:
        found = [lane for lane in reader.lanes() if lane.name == LANE]
    return (found[0].paused, found[0].code, found[0].message, found[0].until) if found else (False, None, None, None)


def test_an_account_without_limits_goes_as_fast_as_it_can_and_keeps_no_lines(queue: QueueFile) -> None:
    queue.batch(jobs(50, domain="example.org"), LETTERS)
    assert Sender(queue, UNLIMITED).send() == 50
    assert queue.rows("SELECT * FROM sending") == []


def test_a_lane_whose_limits_are_not_known_is_asked_about_first(queue: QueueFile) -> None:
    batch = queue.batch(jobs(3), LETTERS)
    sender = Sender(queue, UNLIMITED)
    room = Room([], 0, {LANE: (4, 0)})
    got = queue.writer.call(lambda tx: sender.choice.pick(tx, room))
    assert (got.unknown, got.lanes) == ({LANE: batch}, {})
    assert sender.send() == 3


def test_the_minute_is_a_burst_and_then_one_by_one_without_a_pause_of_the_lane(queue: QueueFile) -> None:
    queue.batch(jobs(20), LETTERS)
    sender = Sender(queue, Budget(30))
    assert sender.send() == BURST
    assert sender.got.next_due == queue.now + 2_000
    queue.now += 1_999
    assert sender.send() == 0
    queue.now += 1
    assert sender.send() == 1
    assert not lane(queue)[0]
    assert not [event for event in queue.events if isinstance(event, LaneChanged)]


def test_messages_to_several_people_count_them_all(queue: QueueFile) -> None:
    queue.batch(jobs(10, recipients=3), LETTERS)
    sender = Sender(queue, Budget(60, None, 10))
    assert sender.send() == 1  # the second one would need six tokens of five
    queue.now += 10 * MINUTE_MS
    assert sender.send() == 1
    queue.now += 10 * MINUTE_MS
    assert sender.send() == 1
    assert lane(queue)[0]  # nine of ten, and the next one has three
    assert lane(queue)[3] == sender.sent[0][0] + DAY_MS


def test_a_day_that_is_used_up_rests_with_the_reason_until_it_opens(queue: QueueFile) -> None:
    queue.batch(jobs(10), LETTERS)
    sender = Sender(queue, Budget(None, None, 6))
    first = queue.now
    assert sender.send() == 6
    words = "The limit of this account is 6 people a day."
    assert lane(queue) == (True, "QUOTA_DAY", words, first + DAY_MS)
    assert [event for event in queue.events if isinstance(event, LaneChanged)] == [
        LaneChanged(LANE, True, "QUOTA_DAY", words, first + DAY_MS)
    ]
    assert sender.got.next_due is not None
    queue.now = first + DAY_MS - 1
    assert sender.send() == 0
    queue.now += 1
    assert sender.send() == 4
    assert not lane(queue)[0]


@pytest.mark.parametrize(
    ("options", "expires"),
    [
        ({"expires_ms": DAY_MS}, 2 * DAY_MS),
        ({"expires_ms": DAY_MS, "not_after": NOW + DAY_MS + HOUR_MS}, DAY_MS + HOUR_MS),
        ({"not_after": NOW + 5_000}, 5_000),
        ({}, None),
    ],
)
def test_who_waits_for_tomorrow_is_not_too_late_tomorrow(
    queue: QueueFile, options: dict[str, int], expires: int | None
) -> None:
    batch = queue.batch(jobs(10), replace(LETTERS, options=options))
    sender = Sender(queue, Budget(None, None, 6))
    sender.send()
    for _ in range(2):  # looked at again and again
        queue.writer.call(lambda tx: lanes.open_lane(tx, LANE))
        assert sender.send() == 0
    with queue.reader() as reader:
        row = reader.batch(batch)
    assert row is not None
    assert row.expires == (None if expires is None else NOW + expires)


def test_an_hour_too_and_a_person_who_resumes_changes_nothing(queue: QueueFile) -> None:
    queue.batch(jobs(9), LETTERS)
    sender = Sender(queue, Budget(None, 6, 400))
    assert sender.send() == 6
    assert lane(queue)[1] == "RATE_LIMIT"
    assert lane(queue)[3] == queue.now + HOUR_MS
    queue.writer.call(lambda tx: lanes.open_lane(tx, LANE))
    assert sender.send() == 0
    assert lane(queue)[0]
    sender.budget = Budget(None, 8, 400)  # but one who raises the limit does
    queue.writer.call(lambda tx: lanes.open_lane(tx, LANE))
    assert sender.send() == 2


def test_a_window_that_opens_bit_by_bit_does_not_wake_the_lane_for_each_of_them(queue: QueueFile) -> None:
    queue.batch(jobs(300), LETTERS)
    sender = Sender(queue, Budget(None, None, 100))
    start = queue.now
    for _ in range(100):
        sender.places = 1
        sender.queue.end(*(ending(job, JobState.DONE) for job in sender.claim()))
        queue.now += 1_000
    assert sender.send() == 0
    assert lane(queue)[3] == start + 4_000 + DAY_MS  # one in twenty is free then
    queue.now = start + 4_000 + DAY_MS
    assert sender.send() == 5


def test_a_message_to_more_people_than_a_day_allows_goes_alone(queue: QueueFile) -> None:
    queue.batch(jobs(2, recipients=20), LETTERS)
    sender = Sender(queue, Budget(30, None, 10))
    assert sender.send() == 1
    assert lane(queue)[3] == queue.now + DAY_MS
    queue.now += DAY_MS
    assert sender.send() == 1


def test_what_was_not_sent_leaves_room_for_another(queue: QueueFile) -> None:
    queue.batch(jobs(5), LETTERS)
    sender = Sender(queue, Budget(60, None, 2), places=2)
    one, two = sender.claim()
    queue.end(ending(one, JobState.READY, "NET_OFFLINE"), ending(two, JobState.DONE))
    (again,) = sender.claim()
    assert again.id == one.id
    assert lane(queue)[0]


def test_a_slower_account_waits_longer(queue: QueueFile) -> None:
    queue.batch(jobs(20), LETTERS)
    sender = Sender(queue, Budget(30))
    sender.send()
    queue.writer.call(lambda tx: sending.learn(tx, LANE, 0, queue.now))
    assert sender.send() == 0
    assert sender.got.next_due == queue.now + 4_000


# One domain.


def test_many_messages_to_one_domain_keep_their_distance(queue: QueueFile) -> None:
    queue.batch(jobs(SPACED_FROM + 3, domain="example.org"), LETTERS)
    sender = Sender(queue, Budget(spaced=True))
    assert sender.send() == 1
    assert sender.got.next_due == queue.now + SPACING_MS
    queue.now += SPACING_MS - 1
    assert sender.send() == 0
    queue.now += 1
    assert sender.send() == 1
    queue.now += SPACING_MS
    # few enough are left open after this one, and few do not look like a flood
    assert sender.send() == SPACED_FROM + 1


def test_other_batches_and_other_domains_do_not_wait_behind_it(queue: QueueFile) -> None:
    queue.batch(jobs(SPACED_FROM + 3, domain="example.org"), LETTERS)
    others = queue.batch(jobs(3, domain="example.net"), LETTERS)
    sender = Sender(queue, Budget(spaced=True))
    assert sender.send() == 4
    assert queue.states(others) == ["done"] * 3


@pytest.mark.parametrize("jump", [-DAY_MS, -1, DAY_MS])
def test_a_clock_that_was_set_does_not_make_a_domain_wait_longer(queue: QueueFile, jump: int) -> None:
    queue.batch(jobs(SPACED_FROM + 3, domain="example.org"), LETTERS)
    sender = Sender(queue, Budget(spaced=True))
    sender.send()
    queue.now += jump
    assert sender.send() == 1


def test_on_this_machine_domains_do_not_wait(queue: QueueFile) -> None:
    queue.batch(jobs(SPACED_FROM + 3, domain="example.org"), LETTERS)
    assert Sender(queue, Budget(6_000)).send() == BURST


# Over all.


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_no_limit_is_passed_over_restarts_deaths_and_clocks(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance = random.Random(seed)
    budget = Budget(chance.choice((None, 20, 60)), chance.choice((None, 10, 15)), chance.choice((None, 25)))
    queue = QueueFile(tmp_path_factory.mktemp("pace") / "queue.db")
    try:
        queue.batch([new_job(n, f"/list/{n}", recipients=chance.choice((1, 1, 2, 3))) for n in range(120)], LETTERS)
        sender = Sender(queue, budget, chance.randint(1, 4))
        elapsed = 0  # the clock that nobody sets
        for step in range(30):
            what = chance.random()
            gap = chance.choice((500, 5_000, 90_000, 20 * MINUTE_MS, 7 * HOUR_MS))
            queue.now += gap
            elapsed += gap
            if what < 0.2:
                jump = chance.choice((-1, 1)) * chance.randint(2 * MINUTE_MS, 40 * DAY_MS)
                queue.now += jump
                queue.writer.call(lambda tx, jump=jump: transitions.clock_moved(tx, jump))  # type: ignore[misc]
            elif what < 0.4:
                lost = sender.claim()  # the program dies with these in work
                armed = [job for job in lost if chance.random() < 0.5 and queue.arm(job)]
                people = {row[0]: row[1] for row in queue.rows("SELECT id, recipients FROM job")}
                sender.sent += [(elapsed, people[job.id]) for job in armed]  # they may have left
                queue.close()
                queue.reopen(f"again{step}")
                queue.rescue()
                sender.choice = Choice(queue.session, MemoryBudget())
            before = len(sender.sent)
            sender.send()
            sender.sent[before:] = [(elapsed, count) for _at, count in sender.sent[before:]]
        if budget.per_day is not None:
            assert sender.in_any(DAY_MS) <= budget.per_day
        if budget.per_hour is not None:
            assert sender.in_any(HOUR_MS) <= budget.per_hour
        if budget.per_minute is not None:
            assert sender.in_any(MINUTE_MS) <= budget.per_minute + BURST + 3
    finally:
        queue.close()


# What limits are.


def test_limits_are_read_again_after_a_while_and_only_where_there_is_work() -> None:
    now, asked, limits = [0.0], [], [Budget(1)]

    def find(lane: str, kind: str) -> Budget:
        asked.append((lane, kind))
        return limits[0]

    budgets = Budgets(find, lambda: now[0])
    assert budgets.fresh() == {}
    budgets.learn(LANE, "mail")
    limits[0] = Budget(2)
    assert budgets.fresh() == {LANE: Budget(1)}
    now[0] += FRESH_SECONDS + 1
    assert budgets.fresh() == {}
    budgets.learn(LANE, "mail")
    assert budgets.fresh() == {LANE: Budget(2)}
    assert asked == [(LANE, "mail")] * 2
