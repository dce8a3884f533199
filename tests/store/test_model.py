"""The queue on disk against the queue in plain Python: any commands in any order, with deaths in between.

The guard of the transitions is in the file all the time, so a pair that is not in the table fails at once.
"""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.core.failures import Failure
from app.core.states import TERMINAL, BatchState, Effect, JobState
from app.store import intake, transitions
from app.store.intake import NewJob
from app.store.transitions import Claimed, Ending
from tests.store.model import Model, ModelBatch, ModelJob
from tests.store.queue_file import LETTERS, OUTCOMES, PHOTOS, QueueFile, new_job

# No power is cut here, so nothing need reach a drive: where the system has a folder in memory the test takes a third.
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
COUNTED = [state.value for state in JobState]
BEGINNINGS = [JobState.READY] * 4 + [JobState.HELD, JobState.SKIPPED, JobState.FAILED]
FEW = st.integers(0, 4).map(lambda number: number == 4)
ROWS = """
SELECT id, batch, state, weight, attempt, tries, crashes, generation, effect, cancel_flag, run_at,
       (SELECT count(*) FROM attempt WHERE attempt.job = job.id)
FROM job
"""


class QueueMachine(RuleBasedStateMachine):
    """Each rule does one thing to both queues and compares what they answer."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(dir=MEMORY)
        self.store = QueueFile(Path(self.folder.name) / "queue.db", "s0")
        self.model = Model()
        self.tokens: list[Claimed] = []
        self.highest: dict[int, int] = {}
        self.keys: dict[int, set[int]] = {}
        self.deaths = 0

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def _in(self, *states: BatchState) -> list[int]:
        """Batches in one of `states`; all if none is named."""
        return [number for number, batch in self.model.batches.items() if not states or batch.state in states]

    def _batch(self, data: st.DataObject, *states: BatchState) -> int:
        return data.draw(st.sampled_from(self._in(*states)))

    def _tokens(self, data: st.DataObject) -> list[Claimed]:
        """Some of all the attempts that ever were, more often of jobs that run now (under this attempt or another)."""
        running = [job for job in self.tokens if self.model.jobs[job.id].state is JobState.RUNNING]
        pool = self.tokens if not running or data.draw(FEW) else running
        return data.draw(st.lists(st.sampled_from(pool), min_size=1, max_size=3, unique_by=id))

    def _jobs(self, data: st.DataObject) -> list[int]:
        return data.draw(st.lists(st.sampled_from(sorted(self.model.jobs)), max_size=4, unique=True))

    # Intake

    @initialize(count=st.integers(1, 3))
    def drop(self, count: int) -> None:
        """Something to work on from the first step."""
        self.begin(mail=True)
        self._add(1, dict.fromkeys(range(count), JobState.READY), mail=True)
        self._close(1, start=True)

    @precondition(lambda self: len(self.model.batches) < 3)
    @rule(mail=st.booleans())
    def begin(self, mail: bool) -> None:
        batch = self.store.writer.call(lambda tx: intake.add_batch(tx, LETTERS if mail else PHOTOS))
        self.model.batches[batch] = ModelBatch()
        self.keys[batch] = set()

    @precondition(lambda self: self._in(BatchState.BUILDING, BatchState.CANCELLED))
    @rule(data=st.data(), chunk=st.dictionaries(st.integers(0, 9), st.sampled_from(BEGINNINGS), min_size=1, max_size=5))
    def add(self, data: st.DataObject, chunk: dict[int, JobState]) -> None:
        """A chunk of a batch; keys that the batch has already are ignored, a batch that is not building takes none."""
        batch = self._batch(data, BatchState.BUILDING, BatchState.CANCELLED)
        self._add(batch, chunk, mail=data.draw(st.booleans()))

    def _add(self, batch: int, chunk: dict[int, JobState], mail: bool) -> None:
        planned = [self._planned(number, state, mail) for number, state in chunk.items()]
        building = self.model.batches[batch].state is BatchState.BUILDING
        fresh = {number for number in chunk if building and number not in self.keys[batch]}
        assert self.store.writer.call(lambda tx: intake.add_jobs(tx, batch, planned)) == len(fresh)
        self.keys[batch] |= fresh
        for job, number in self.store.rows("SELECT id, number FROM job WHERE batch = ?", batch):
            if job not in self.model.jobs:
                state = chunk[number]
                blocked = state is JobState.HELD and number % 2 == 1
                self.model.jobs[job] = ModelJob(batch, state, number + 1, blocked=blocked)

    def _planned(self, number: int, state: JobState, mail: bool) -> NewJob:
        blocked = state is JobState.HELD and number % 2
        return new_job(
            number, state=state, weight=number + 1, payload={} if mail else None,
            code="PRE_NO_ADDRESS" if blocked else None,
        )  # fmt: skip

    @precondition(lambda self: self._in(BatchState.BUILDING))
    @rule(data=st.data(), start=st.booleans())
    def close_building(self, data: st.DataObject, start: bool) -> None:
        self._close(self._batch(data, BatchState.BUILDING), start)

    def _close(self, batch: int, start: bool) -> None:
        self.store.writer.call(lambda tx: intake.close_building(tx, batch, start, "Waiting"))
        self.model.batches[batch].state = BatchState.ACTIVE if start else BatchState.PAUSED
        self.model.settle()

    # Attempts

    @precondition(lambda self: self.model.claimable())
    @rule(data=st.data(), count=st.integers(1, 4))
    def claim(self, data: st.DataObject, count: int) -> None:
        claimable = {row[0] for row in self.store.writer.call(lambda tx: tx.rows("claimable", {"now": tx.now}))}
        assert claimable == self.model.claimable()
        batch = data.draw(st.sampled_from(sorted(claimable)))
        claimed = self.store.claim(batch, count)
        assert [job.id for job in claimed] == self.model.claim(batch, count)
        for job in claimed:
            assert job.attempt > self.highest.get(job.id, 0)  # a token is never given out twice
            assert job.effect is not Effect.ARMED
            self.highest[job.id] = job.attempt
        self.tokens += claimed

    @precondition(lambda self: self.tokens)
    @rule(data=st.data(), crashed=st.booleans(), delay=st.integers(0, 50))
    def end(self, data: st.DataObject, crashed: bool, delay: int) -> None:
        """Attempts end, in time or long after they were somebody else's."""
        for job in self._tokens(data):
            self._end(data, job, crashed, delay)

    def _end(self, data: st.DataObject, job: Claimed, crashed: bool, delay: int) -> None:
        armed = self.model.jobs[job.id].effect is Effect.ARMED
        # The engine never gives an armed job back: without an answer it is unconfirmed.
        left_out = (JobState.READY, JobState.CANCELLED) if armed else (JobState.UNCONFIRMED,)
        state = data.draw(st.sampled_from([state for state in OUTCOMES if state not in left_out]))
        run_at = self.store.now + delay if state is JobState.WAITING else None
        counted = state is not JobState.READY
        failure = None if state in (JobState.DONE, JobState.SKIPPED) else Failure("CORRUPT", "words")
        ending = Ending(job, state, OUTCOMES[state], 1, failure, run_at, counted, crashed)
        mail = job.payload is not None
        expected = self.model.end(job.id, job.attempt, state, run_at, counted=counted, crashed=crashed, mail=mail)
        assert self.store.end(ending) == [expected]

    @precondition(lambda self: self.tokens)
    @rule(data=st.data())
    def arm(self, data: st.DataObject) -> None:
        for job in self._tokens(data):
            assert self.store.arm(job) is self.model.arm(job.id, job.attempt)

    @rule(step=st.integers(-50, 100))
    def promote(self, step: int) -> None:
        """Time passes, or the clock is set back."""
        self.store.now += step
        assert self.store.writer.call(transitions.promote_due) == self.model.promote(self.store.now)

    @rule()
    def crash(self) -> None:
        """The program dies without ending its session; the next start rescues and looks through folders again."""
        running = [row for row in self.model.jobs.values() if row.state is JobState.RUNNING]
        given_back = sum(row.effect is not Effect.ARMED for row in running)
        self.store.close()
        self.deaths += 1
        self.store.reopen(f"s{self.deaths}")
        self._born_again()
        assert self.store.rescue() == given_back
        for (batch,) in self.store.writer.call(lambda tx: tx.rows("batches_building")):
            self.store.writer.call(lambda tx, b=batch: intake.clear_building(tx, b))
            self.keys[batch].clear()
        self.model.crash()

    def _born_again(self) -> None:
        """What a start of the program does before the rescue."""

    # A person

    @precondition(lambda self: self.model.batches)
    @rule(data=st.data(), start=st.booleans())
    def start_or_pause(self, data: st.DataObject, start: bool) -> None:
        batch = self._batch(data)
        before, after = (BatchState.PAUSED, BatchState.ACTIVE)[:: 1 if start else -1]
        command = transitions.start_batch if start else transitions.pause_batch
        expected = self.model.batches[batch].state is before
        assert self.store.writer.call(lambda tx: command(tx, batch)) is expected
        if expected:
            self.model.batches[batch].state = after

    @precondition(lambda self: self.model.jobs)
    @rule(data=st.data(), whole=st.booleans(), hold=st.booleans())
    def hold_or_release(self, data: st.DataObject, whole: bool, hold: bool) -> None:
        batch, picked = self._pick(data, whole)
        expected = self.model.hold(picked) if hold else self.model.release(picked, named=not whole)
        command = transitions.hold if hold else transitions.release
        assert self.store.writer.call(lambda tx: command(tx, picked, batch)) == expected

    @precondition(lambda self: self.model.jobs)
    @rule(data=st.data(), whole=st.booleans())
    def cancel(self, data: st.DataObject, whole: bool) -> None:
        batch, picked = self._pick(data, whole)
        ended, flagged = self.store.cancel(picked, batch)
        if batch is not None:
            self.store.writer.call(lambda tx: transitions.cancel_batch_state(tx, batch))
            if self.model.batches[batch].state is BatchState.BUILDING:
                self.model.batches[batch].state = BatchState.CANCELLED
        self._told_to_stop(flagged)
        expected = self.model.cancel(picked)
        assert (ended, sorted(job for job, _attempt in flagged)) == (expected[0], sorted(expected[1]))

    def _told_to_stop(self, running: list[tuple[int, int]]) -> None:
        """Whoever runs these attempts is told to stop; here nobody does."""

    @precondition(lambda self: self.model.jobs)
    @rule(data=st.data(), whole=st.booleans())
    def retry(self, data: st.DataObject, whole: bool) -> None:
        batch, picked = self._pick(data, whole)
        wanted = picked
        if not picked and batch is None:  # neither jobs nor a batch: all that can be seen
            wanted = [job for job, row in self.model.jobs.items() if not self.model.batches[row.batch].dismissed]
        assert self.store.retry(picked, batch) == self.model.retry(wanted)

    @precondition(lambda self: any(row.state is JobState.UNCONFIRMED for row in self.model.jobs.values()))
    @rule(data=st.data(), sent=st.booleans())
    def confirm(self, data: st.DataObject, sent: bool) -> None:
        picked = [job for job, row in self.model.jobs.items() if row.state is JobState.UNCONFIRMED or data.draw(FEW)]
        expected = self.model.confirm(picked, sent)
        assert self.store.writer.call(lambda tx: transitions.confirm(tx, picked, sent)) == expected

    @precondition(lambda self: self._in(BatchState.FINISHED, BatchState.CANCELLED))
    @rule(data=st.data())
    def dismiss(self, data: st.DataObject) -> None:
        batch = self._batch(data)
        self.store.writer.call(lambda tx: transitions.dismiss(tx, batch))
        row = self.model.batches[batch]
        row.dismissed = row.dismissed or row.state in (BatchState.FINISHED, BatchState.CANCELLED)

    def _pick(self, data: st.DataObject, whole: bool) -> tuple[int | None, list[int]]:
        """Some jobs, or a batch and all of its jobs."""
        if not whole:
            return None, self._jobs(data)
        batch = self._batch(data)
        return batch, self.model.of(batch)

    # What always holds

    @invariant()
    def the_jobs_are_those_of_the_model(self) -> None:
        found = {row[0]: tuple(row[1:]) for row in self.store.rows(ROWS)}
        assert found == {job: row.seen() for job, row in self.model.jobs.items()}

    @invariant()
    def the_batches_are_those_of_the_model(self) -> None:
        found = {row[0]: tuple(row[1:]) for row in self.store.rows("SELECT id, state, dismissed FROM batch")}
        assert found == {n: (b.state.value, int(b.dismissed)) for n, b in self.model.batches.items()}

    @invariant()
    def the_counters_are_a_recount(self) -> None:
        columns = ", ".join(f"n_{state}" for state in COUNTED)
        for number, total, done, *counts in self.store.rows(
            f"SELECT batch, bytes_total, bytes_done, {columns} FROM tally"
        ):
            rows = [row for row in self.model.jobs.values() if row.batch == number]
            assert counts == [sum(row.state.value == state for row in rows) for state in COUNTED]
            assert total == sum(row.weight for row in rows)
            assert done == sum(row.weight for row in rows if row.state in TERMINAL)


TestQueue = QueueMachine.TestCase
TestQueue.settings = settings(settings.get_profile("dropmill"), max_examples=80, stateful_step_count=40)
