"""The engine without its processes against a model: any commands in any order, deaths, clocks that are set, sleep.

The choice of jobs, the policy, the bookkeeping, the breaker, the writer and the queue's file are the real ones; the
test stands where workers and servers do. What a pick may do is said as rules here, not as a second copy of the choice:
each change of a job must be allowed, nothing that may start is left lying, nothing waits for ever.
"""

import os
from dataclasses import replace
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from app.core.failures import Failure
from app.core.retry import BUDGET_LEAST
from app.core.states import BatchState, Effect, JobState
from app.engine.choice import Choice, Room
from app.engine.clock import LEAST_JUMP_MS, JumpWatch
from app.engine.ledger import CPU, Ledger
from app.engine.memory import MemoryBudget
from app.engine.outcome import Judge
from app.jobs.base import Result
from app.store import intake, lanes, ordering, transitions
from app.store.intake import NewJob
from app.store.transitions import Claimed, Ending
from tests.store.model import ModelBatch
from tests.store.queue_file import LETTERS, PHOTOS
from tests.store.test_model import FEW, QueueMachine

STEPS = int(os.environ.get("DROPMILL_STEPS", "2000"))
STEPS_OF_ONE = 40
HOUR = 3_600_000
DRIVES = ("/photos", "/nas")
S = JobState

# code -> (tries that are allowed, first delay in seconds); None = not counted, or decided at the first time.
RETRIED = {"SOURCE_LOCKED": (6, 1), "RCPT_TEMP": (8, 30), "NET_LOST": (8, 30), "TIMEOUT": (2, 1), "INTERNAL": (2, 5)}
ENDS = {"CORRUPT": S.FAILED, "INTERRUPTED": S.READY, "DISK_FULL": S.READY, "DRIVE_MISSING": S.WAITING}
CODES = ["good", *RETRIED, *ENDS, "WORKER_DIED"]

ROWS = """
SELECT id, batch, state, run_at, priority, input_root, tries, attempt FROM job
"""


class Time:
    """Two clocks that the machine moves: of day, and steady."""

    def __init__(self, day: int) -> None:
        self.day = day
        self.seconds = 0.0

    def now_ms(self) -> int:
        return self.day

    def steady(self) -> float:
        return self.seconds

    def wait(self, event: Any, seconds: float) -> None:
        raise AssertionError("nobody waits here")

    def pass_by(self, ms: int) -> None:
        self.day += ms
        self.seconds += ms / 1000


class EngineMachine(QueueMachine):
    """The rules of `QueueMachine`, with the engine's own way of claiming and of ending attempts."""

    def __init__(self) -> None:
        super().__init__()
        self.time = Time(self.store.now)
        self.paused = False
        self.ordered: set[int] = set()
        self.ended: list[Ending] = []
        self.begin_engine()

    def begin_engine(self) -> None:
        """The parts that a start of the program makes."""
        self.judge = Judge(self.time.now_ms, lambda: 0.5)
        with self.store.reader() as reader:
            probes = {lane.name: lane.probes for lane in reader.lanes()}
        self.ledger = Ledger(
            self.store.writer, self.store.session, self.time.now_ms, self.judge, lambda: None, probes
        )  # fmt: skip
        self.choice = Choice(self.store.session, MemoryBudget(lambda: 1 << 40))
        self.jumps = JumpWatch(self.time)

    def _born_again(self) -> None:
        self.begin_engine()

    def _told_to_stop(self, running: list[tuple[int, int]]) -> None:
        self.ledger.cancel(running)

    def table(self) -> dict[int, tuple[Any, ...]]:
        """The jobs as they are: batch, state, run_at, priority, root, tries, attempt."""
        return {row[0]: (row[1], JobState(row[2]), *row[3:]) for row in self.store.rows(ROWS)}

    def adopt(self) -> None:
        """The model takes over what was checked to be allowed."""
        self.store.now = self.time.day
        rows = self.store.rows("SELECT id, state, run_at, attempt FROM job")
        for job, state, run_at, attempt in rows:
            model = self.model.jobs[job]
            model.state, model.run_at, model.attempt = JobState(state), run_at, attempt
        self.model.settle()
        for batch, state in self.store.rows("SELECT id, state FROM batch"):
            assert state == self.model.batches[batch].state or state == BatchState.PAUSED
            self.model.batches[batch].state = BatchState(state)

    # Intake

    @initialize(count=st.integers(3, 8), ordered=st.sampled_from([False, False, True]))
    def drop(self, count: int, ordered: bool) -> None:
        """Letters and pictures to work on from the first step."""
        for number, mail in ((1, True), (2, False)):
            self.begin(mail=mail, ordered=ordered)
            self._add(number, dict.fromkeys(range(count), S.READY), mail=mail)
            self._close(number, start=True)

    @precondition(lambda self: len(self.model.batches) < 3)
    @rule(
        mail=st.booleans(),
        ordered=st.booleans(),
        priority=st.integers(-1, 1),
        later=st.sampled_from([None, None, HOUR]),
    )
    def begin(self, mail: bool, ordered: bool = False, priority: int = 0, later: int | None = None) -> None:
        new = replace(
            LETTERS if mail else PHOTOS, lane=CPU, ordered=ordered, priority=priority,
            not_before=None if later is None else self.time.day + later,
        )  # fmt: skip
        batch = self.store.writer.call(lambda tx: intake.add_batch(tx, new))
        self.model.batches[batch] = ModelBatch()
        self.keys[batch] = set()
        if ordered:
            self.ordered.add(batch)

    def _planned(self, number: int, state: JobState, mail: bool) -> NewJob:
        return replace(super()._planned(number, state, mail), input_root=DRIVES[number % 2])

    # Time

    @rule(ms=st.sampled_from([1, 1_000, 45_000, 400_000]))
    def promote(self, ms: int) -> None:
        """Time passes."""
        self.time.pass_by(ms)
        self.store.now = self.time.day

    @rule(hours=st.sampled_from([-1, 1]))
    def set_the_clock(self, hours: int) -> None:
        """A person or the network sets the clock: whoever waits for a time waits exactly as long as before."""
        before = self.waits()
        self.time.day += hours * HOUR
        self.store.now = self.time.day
        jump = self.jumps.jump()
        assert abs(jump - hours * HOUR) < LEAST_JUMP_MS
        assert self.jumps.jump() == jump  # until it was acted upon
        self.store.writer.call(lambda tx: transitions.clock_moved(tx, jump))
        assert self.jumps.settle() == jump
        assert self.jumps.jump() == 0
        assert self.waits() == before
        for row in self.model.jobs.values():
            if row.state is S.WAITING and row.run_at is not None:
                row.run_at += jump

    @rule()
    def sleep(self) -> None:
        """The computer sleeps for eight hours: no clock was set, so nothing is moved; what was due is due."""
        self.time.pass_by(8 * HOUR)
        self.store.now = self.time.day
        assert self.jumps.jump() == 0
        self.jumps.settle()

    def waits(self) -> list[tuple[Any, int]]:
        """How long jobs, lanes and drives still wait."""
        found = self.store.rows("SELECT id, run_at FROM job WHERE state = 'waiting' AND run_at IS NOT NULL")
        found += self.store.rows("SELECT name, until FROM lane WHERE paused = 1 AND until IS NOT NULL")
        found += self.store.rows("SELECT path, until FROM drive WHERE until IS NOT NULL")
        return sorted((str(who), when - self.time.day) for who, when in found)

    # Claims

    @rule(slots=st.lists(st.integers(1, 3), min_size=1, max_size=3))
    def claim(self, slots: list[int]) -> None:
        """The dispatcher looks for work."""
        if self.paused:
            return
        before, drives = self.table(), self.drives()
        lane_open = not self.store.rows(
            "SELECT 1 FROM lane WHERE name = 'cpu' AND paused = 1 AND (until IS NULL OR until > ?)", self.time.day
        )
        busy = sum(row[1] is S.RUNNING for row in before.values())
        room = Room(slots, busy, {})
        got = self.store.writer.call(lambda tx: self.choice.pick(tx, room))
        claimed = [task.job for chunk in got.chunks for task in chunk]
        after = self.table()
        for job, row in after.items():
            self.must_be_allowed(job, before[job], row, drives)
        self.check_claims(claimed, before, after, lane_open)
        self.ledger.began(claimed, lambda job: None)
        self.tokens += claimed
        self.adopt()
        if lane_open and not got.more:
            self.nothing_is_left_lying(after, len(got.chunks) < len(slots), busy)

    def drives(self) -> dict[str, tuple[int | None, int | None]]:
        """Drives that are away or coming back: path -> (when somebody looks, the job that looks)."""
        return {path: (until, probe) for path, until, probe in self.store.rows("SELECT path, until, probe FROM drive")}

    def must_be_allowed(self, job: int, old: tuple[Any, ...], new: tuple[Any, ...], drives: dict[str, Any]) -> None:
        """What a pick may do with one job."""
        batch, state, run_at, _priority, root, tries, attempt = old
        after = new[1]
        if after is state:
            assert new[6] == attempt
            return
        due = state is S.WAITING and run_at is not None and run_at <= self.time.day
        parked = state is S.WAITING and run_at is None
        back = parked and root in drives and (drives[root][0] is None or drives[root][0] <= self.time.day)
        assert state is S.READY or due or back, f"job {job} left {state} without a reason"
        assert after in (S.READY, S.RUNNING, S.WAITING)
        if after is S.WAITING:
            assert new[2] is None and root in self.drives(), "parked without a drive that is away"
        if after is S.RUNNING:
            assert new[6] == attempt + 1
            assert self.model.batches[batch].state is BatchState.ACTIVE
        assert new[5] == tries

    def check_claims(
        self, claimed: list[Claimed], before: dict[int, Any], after: dict[int, Any], lane_open: bool
    ) -> None:  # fmt: skip
        """Every claim stands in its order, and none was made where none may be."""
        assert not claimed or lane_open
        early = {row[0] for row in self.store.rows("SELECT id FROM batch WHERE not_before > ?", self.time.day)}
        for job in claimed:
            assert job.attempt > self.highest.get(job.id, 0)
            assert job.effect is not Effect.ARMED
            self.highest[job.id] = job.attempt
            assert job.batch not in early
            priority = after[job.id][3]
            overtaken = [
                other for other, row in after.items()
                if row[0] == job.batch and row[1] is S.READY and (-row[3], other) < (-priority, job.id)
            ]  # fmt: skip
            assert not overtaken, f"job {job.id} went before {overtaken}"
        for batch in self.ordered:
            running = [job for job, row in after.items() if row[0] == batch and row[1] is S.RUNNING]
            assert len(running) <= 1
            if any(job.batch == batch for job in claimed):
                assert not [
                    j
                    for j, row in after.items()
                    if row[0] == batch and row[1] is S.WAITING and before[j][1] is S.WAITING
                ]

    def nothing_is_left_lying(self, after: dict[int, Any], slots_left: bool, busy: int) -> None:
        """With a slot to spare nothing stays ready that may start."""
        probing = bool(self.store.rows("SELECT 1 FROM lane WHERE name = 'cpu' AND probes > 0"))
        if not slots_left or probing:
            return
        early = {row[0] for row in self.store.rows("SELECT id FROM batch WHERE not_before > ?", self.time.day)}
        for number, batch in self.model.batches.items():
            if batch.state is not BatchState.ACTIVE or number in early:
                continue
            mine = [row for row in after.values() if row[0] == number]
            assert len(mine) < BUDGET_LEAST
            blocked = number in self.ordered and any(row[1] in (S.RUNNING, S.WAITING) for row in mine)
            assert blocked or not [row for row in mine if row[1] is S.READY], f"batch {number} is left lying"

    # Ends

    @precondition(lambda self: self.tokens)
    @rule(data=st.data(), code=st.sampled_from(CODES), asked=st.sampled_from([None, 7.0, 300.0]))
    def end(self, data: st.DataObject, code: str, asked: float | None) -> None:
        """Attempts end, in time or long after they were somebody else's."""
        for job in self._tokens(data):
            armed = self.model.jobs[job.id].effect is Effect.ARMED and self.model.owns(job.id, job.attempt)
            self.end_one(job, code, asked, armed)

    def end_one(self, job: Claimed, code: str, asked: float | None, armed: bool) -> None:
        cancelled, pause = self.ledger.was_cancelled(job), None
        if code == "good":
            ending = self.judge.good(job, Result(), (), 5, None)
        else:
            failure = Failure(code, "words", retry_after=asked)
            probes = self.ledger.probes(CPU, job, failure)
            ending, pause = self.judge.bad(job, failure, 5, cancelled=cancelled, armed=armed, probes=probes)
        state = self.expected(job, code, asked, armed, cancelled, ending)
        mail = job.payload is not None
        crashed = code == "WORKER_DIED" and state in (S.WAITING, S.FAILED)
        wanted = self.model.end(
            job.id, job.attempt, state, ending.run_at, counted=ending.counted, crashed=crashed, mail=mail
        )  # fmt: skip
        assert self.ledger.ended([ending], CPU, pause).result() == [wanted]
        self.ended.append(ending)

    def expected(
        self, job: Claimed, code: str, asked: float | None, armed: bool, cancelled: bool, ending: Ending
    ) -> JobState:  # fmt: skip
        """The state in which the job must be now, by the policy as people know it."""
        assert ending.counted is not (
            code in ("INTERRUPTED", "DISK_FULL", "DRIVE_MISSING") and not armed and not cancelled
        )
        if code == "good":
            return S.DONE
        if armed:
            return S.UNCONFIRMED
        if cancelled:
            return S.CANCELLED
        if code in ENDS:
            assert ending.run_at is None
            return ENDS[code]
        made = job.crashes + 1 if code == "WORKER_DIED" else job.tries + 1
        allowed, first = (2, 1) if code == "WORKER_DIED" else RETRIED[code]
        if made >= allowed:
            return S.FAILED
        assert ending.run_at is not None
        waits = ending.run_at - self.time.day
        assert waits >= 1000 * max(first, asked or 0)  # never earlier than a server asks
        assert waits <= 1000 * 1.5 * max(1800, asked or 0)
        return S.WAITING

    @precondition(lambda self: self.ended)
    @rule(data=st.data())
    def end_again(self, data: st.DataObject) -> None:
        """The same report comes twice, or much later: nobody listens."""
        again = data.draw(st.lists(st.sampled_from(self.ended), min_size=1, max_size=3))
        assert self.store.end(*again) == [False] * len(again)

    @rule(data=st.data())
    def half_a_command(self, data: st.DataObject) -> None:
        """A command that fails in the middle has done nothing."""

        def fail(tx: Any) -> None:
            transitions.hold(tx, sorted(self.model.jobs), None)
            transitions.set_paused(tx, True)
            raise InterruptedError

        try:
            self.store.writer.call(fail)
        except InterruptedError:
            return
        raise AssertionError("the command was not refused")

    # The same in a row, as it goes most of the time: single steps alone would seldom come far. Several names make a
    # rule come more often.

    @rule(data=st.data(), rounds=st.integers(1, 4))
    def work(self, data: st.DataObject, rounds: int) -> None:
        """Picks and ends in turn, well or not."""
        for _round in range(rounds):
            self.claim(data.draw(st.lists(st.integers(1, 3), min_size=1, max_size=3)))
            if self.tokens:
                self.end(data, data.draw(st.sampled_from(CODES)), None)
            self.promote(data.draw(st.sampled_from([1, 45_000, 400_000])))

    work_on, work_more, work_still = work, work, work

    @rule(code=st.sampled_from(["SOURCE_LOCKED", "RCPT_TEMP", "DRIVE_MISSING", "NET_LOST", "DISK_FULL"]))
    def trouble(self, code: str) -> None:
        """The same trouble for everybody who runs, then another look for work."""
        self.claim([2, 2])
        for job in self.running():
            self.end_one(job, code, None, self.model.jobs[job.id].effect is Effect.ARMED)
        self.claim([1])

    more_trouble = trouble

    @rule(code=st.sampled_from(["SOURCE_LOCKED", "RCPT_TEMP"]), hours=st.sampled_from([-1, 1]))
    def a_clock_is_set_while_jobs_wait(self, code: str, hours: int) -> None:
        self.trouble(code)
        self.set_the_clock(hours)
        self.claim([3, 3])

    @rule()
    def a_good_hour(self) -> None:
        """Everything that runs ends well, and what waited is due."""
        for job in self.running():
            self.end_one(job, "good", None, self.model.jobs[job.id].effect is Effect.ARMED)
        self.promote(HOUR)
        self.claim([3, 3])

    def running(self) -> list[Claimed]:
        """The attempts that are somebody's now."""
        return [job for job in self.tokens if self.model.owns(job.id, job.attempt)]

    # A person

    @precondition(lambda self: self.model.jobs)
    @rule(data=st.data(), whole=st.booleans())
    def cancel(self, data: st.DataObject, whole: bool) -> None:
        """Seldom, since nothing comes back from it."""
        if data.draw(FEW):
            super().cancel(data, whole)

    @rule(paused=st.sampled_from([True, False, False]))
    def pause_the_queue(self, paused: bool) -> None:
        self.paused = paused
        self.store.writer.call(lambda tx: transitions.set_paused(tx, paused))

    @precondition(lambda self: self.model.jobs)
    @rule(data=st.data(), top=st.booleans())
    def move(self, data: st.DataObject, top: bool) -> None:
        picked = self._jobs(data)
        movable = (S.READY, S.WAITING, S.HELD)
        expected = sum(self.model.jobs[job].state in movable for job in picked)
        assert self.store.writer.call(lambda tx: ordering.move(tx, picked, top)) == expected

    @precondition(lambda self: self.model.batches)
    @rule(data=st.data(), priority=st.integers(-1, 1))
    def set_priority(self, data: st.DataObject, priority: int) -> None:
        batch = self._batch(data)
        assert self.store.writer.call(lambda tx: ordering.set_priority(tx, batch, priority))

    @rule()
    def look_at_drives(self) -> None:
        for drive in DRIVES:
            self.store.writer.call(lambda tx, drive=drive: lanes.look_now(tx, drive))

    # What always holds

    @invariant()
    def nobody_waits_for_ever(self) -> None:
        """A job without a time waits for a drive, and the drive has one."""
        roots = {row[4] for row in self.table().values() if row[1] is S.WAITING and row[2] is None}
        assert roots <= set(self.drives())

    @invariant()
    def parked_is_counted(self) -> None:
        for batch, parked in self.store.rows("SELECT batch, n_parked FROM tally"):
            rows = [row for row in self.table().values() if row[0] == batch]
            assert parked == sum(row[1] is S.WAITING and row[2] is None for row in rows)


TestEngine = EngineMachine.TestCase
TestEngine.settings = settings(
    settings.get_profile("dropmill"), max_examples=max(1, STEPS // STEPS_OF_ONE), stateful_step_count=STEPS_OF_ONE
)
