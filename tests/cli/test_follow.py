"""Following: one line for each end of a job, whatever the order in which things become visible."""

import math
import threading
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.cli.follow import SCAN_GRACE_S, Follower, follow
from app.core.model import Batch, Counts, Job, Lane
from app.core.states import BatchState, JobState
from tests.cli.test_lines import batch, job


class Queue:
    """A queue whose contents a test sets: what a reader would return."""

    def __init__(self) -> None:
        self.rows: dict[int, Batch] = {}
        self.ends: list[Job] = []
        self.stopped: list[Job] = []
        self.pauses: list[Lane] = []

    def batch(self, batch: int) -> Batch | None:
        row = self.rows.get(batch)  # a number of it changes with every end
        return replace(row, bytes_out=len(self.ends)) if row is not None else None

    def not_over_at(self, since_ms: int) -> list[Batch]:
        found = [self.batch(number) for number in sorted(self.rows)]
        return [row for row in found if row is not None and (row.finished is None or row.finished >= since_ms)]

    def counts(self, batch: int | None = None) -> Counts:
        return Counts()

    def ended(self, batch: int, since_ms: int = 0) -> list[Job]:
        return [j for j in self.ends if j.batch == batch and (j.finished or 0) >= since_ms]

    def blocked(self, batch: int) -> list[Job]:
        return [j for j in self.stopped if j.batch == batch]

    def lanes(self) -> list[Lane]:
        return self.pauses


class Said:
    """A view that keeps what it was told."""

    def __init__(self) -> None:
        self.lines: list[tuple[Any, ...]] = []

    def batch(self, batch: Batch, jobs: int | None) -> None:
        self.lines.append(("batch", batch.id, jobs))

    def job(self, job: Job) -> None:
        self.lines.append(("job", job.id, job.attempt, job.state.value))

    def lane(self, lane: Lane) -> None:
        self.lines.append(("lane", lane.name, lane.paused, lane.code))

    def progress(self, counts: Counts) -> None:
        """Not looked at here."""

    def of(self, name: str) -> list[tuple[Any, ...]]:
        return [line for line in self.lines if line[0] == name]


def active(number: int = 7, **more: Any) -> Batch:
    return batch(id=number, state=BatchState.ACTIVE, counts=Counts(ready=3), **more)


# Ends as they are stamped (up to 4 s earlier than they become visible), in rounds of looking.
ROUNDS = st.lists(st.lists(st.integers(0, 4_000), max_size=4), max_size=8)


@given(ROUNDS)
def test_every_end_is_said_exactly_once_even_when_it_shows_late(rounds: list[list[int]]) -> None:
    queue, said = Queue(), Said()
    queue.rows[7] = active()
    follower = Follower(queue, said, batch=7)
    number, now = 0, 100_000
    for late in rounds:
        now += 1_000
        for delay in late:
            number += 1
            queue.ends.append(job(id=number, finished=now - delay))
        follower.look()
    follower.look(last=True)
    assert sorted(line[1] for line in said.of("job")) == list(range(1, number + 1))
    assert said.lines[0] == ("batch", 7, 3)
    assert follower.tally.counts(0).done == number


def test_a_job_that_ends_a_second_time_is_said_a_second_time() -> None:
    queue, said = Queue(), Said()
    queue.rows[7] = active()
    failed = job(state=JobState.FAILED, attempt=1, finished=1)
    follower = Follower(queue, said, batch=7)
    queue.ends = [failed]
    follower.look()
    queue.ends = [replace(failed, state=JobState.DONE, attempt=2, finished=2)]
    follower.look(last=True)
    assert said.of("job") == [("job", 41, 1, "failed"), ("job", 41, 2, "done")]


def test_the_batch_line_waits_a_moment_for_the_number_and_then_says_null() -> None:
    queue, said, now = Queue(), Said(), [0.0]
    queue.rows[7] = replace(active(), state=BatchState.BUILDING)
    follower = Follower(queue, said, batch=7, clock=lambda: now[0])
    follower.look()
    assert said.lines == []
    now[0] = SCAN_GRACE_S + 0.01
    follower.look()
    follower.look()
    assert said.lines == [("batch", 7, None)]


def test_named_files_are_counted_before_anything_is_said() -> None:
    queue, said = Queue(), Said()
    queue.rows[7] = replace(active(), state=BatchState.BUILDING)
    queue.ends = [job(finished=1, state=JobState.FAILED)]  # one that could not be read at all
    follower = Follower(queue, said, batch=7, grace_s=math.inf)
    follower.look()
    assert said.lines == []
    queue.rows[7] = active()
    follower.look()
    assert said.lines == [("batch", 7, 3), ("job", 41, 1, "failed")]


def test_blocked_rows_are_said_once_when_the_list_has_been_checked() -> None:
    queue, said = Queue(), Said()
    queue.rows[7] = replace(active(), state=BatchState.BUILDING)
    queue.stopped = [job(id=n, state=JobState.HELD, code="PRE_BAD_ADDRESS") for n in (1, 2)]
    follower = Follower(queue, said, batch=7)
    follower.look()
    assert said.of("job") == []
    queue.rows[7] = active()
    follower.look()
    follower.look(last=True)
    assert [line[1] for line in said.of("job")] == [1, 2]
    assert follower.tally.blocked == 2


def test_a_lane_is_said_when_it_pauses_changes_its_reason_and_opens() -> None:
    queue, said = Queue(), Said()
    queue.rows[7] = active()
    follower = Follower(queue, said, batch=7, lanes=frozenset({"mail:work"}))
    for lane in (
        Lane("mail:work", False, None, None, None, 0),
        Lane("mail:work", True, "NET_OFFLINE", "a", 5, 1),
        Lane("mail:work", True, "NET_OFFLINE", "a", 9, 2),
        Lane("mail:work", True, "AUTH_REJECTED", "b", None, 3),
        Lane("mail:work", False, None, None, None, 0),
        Lane("mail:other", True, "NET_OFFLINE", "c", 5, 1),
    ):
        queue.pauses = [lane]
        follower.look()
    assert said.of("lane") == [
        ("lane", "mail:work", True, "NET_OFFLINE"),
        ("lane", "mail:work", True, "AUTH_REJECTED"),
        ("lane", "mail:work", False, None),
    ]


def test_all_batches_are_followed_but_not_what_ended_before() -> None:
    queue, said = Queue(), Said()
    queue.rows = {1: active(1, finished=500), 2: active(2), 3: active(3, finished=2_000)}
    queue.ends = [
        job(id=n, batch=b, finished=t) for n, b, t in ((1, 1, 500), (2, 2, 900), (3, 2, 1_500), (4, 3, 2_000))
    ]
    Follower(queue, said, batch=None, start_ms=1_000).look(last=True)
    assert [line[1] for line in said.of("batch")] == [2, 3]
    assert [line[1] for line in said.of("job")] == [3, 4]


def test_following_ends_with_a_look_after_the_queue_had_settled() -> None:
    queue, said = Queue(), Said()
    queue.rows[7] = active()
    answers = iter([False, True])

    def settled() -> bool:
        answer = next(answers)
        if answer:  # the last job ends while the answer is on its way
            queue.ends.append(job(finished=1))
        return answer

    wake = threading.Event()
    wake.set()
    follow(Follower(queue, said, batch=7), settled, wake)
    assert len(said.of("job")) == 1
