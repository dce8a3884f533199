"""The queue in plain Python: what each command must do, said a second time and without a database.

Owns: the expected states. Must not know: SQL, files, the store. Commands that pick many jobs do it by a list of ids.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from app.core.states import OPEN, BatchState, Effect, JobState

FINISHABLE = (BatchState.ACTIVE, BatchState.PAUSED)


@dataclass
class ModelJob:
    """A job as it must stand on disk."""

    batch: int
    state: JobState
    weight: int
    attempt: int = 0
    tries: int = 0
    crashes: int = 0
    generation: int = 0
    effect: Effect = Effect.NONE
    cancel: bool = False
    run_at: int | None = None
    blocked: bool = False
    history: int = 0  # attempts that have ended

    def seen(self) -> tuple[object, ...]:
        """What is compared with the row."""
        return (
            self.batch, self.state.value, self.weight, self.attempt, self.tries, self.crashes, self.generation,
            self.effect.value, int(self.cancel), self.run_at, self.history,
        )  # fmt: skip


@dataclass
class ModelBatch:
    """A batch as it must stand on disk."""

    state: BatchState = BatchState.BUILDING
    dismissed: bool = False


@dataclass
class Model:
    """All of it."""

    jobs: dict[int, ModelJob] = field(default_factory=dict)
    batches: dict[int, ModelBatch] = field(default_factory=dict)

    def of(self, batch: int) -> list[int]:
        return [job for job, row in self.jobs.items() if row.batch == batch]

    def claimable(self) -> set[int]:
        ready = {row.batch for row in self.jobs.values() if row.state is JobState.READY}
        return {batch for batch in ready if self.batches[batch].state is BatchState.ACTIVE}

    def settle(self) -> None:
        """A batch is over when and only when no job of it is open."""
        unfinished = {row.batch for row in self.jobs.values() if row.state in OPEN}
        for number, batch in self.batches.items():
            if batch.state in FINISHABLE and number not in unfinished:
                batch.state = BatchState.FINISHED

    # Attempts

    def claim(self, batch: int, count: int) -> list[int]:
        ready = [job for job in sorted(self.of(batch)) if self.jobs[job].state is JobState.READY][:count]
        for job in ready:
            row = self.jobs[job]
            row.state, row.attempt, row.run_at = JobState.RUNNING, row.attempt + 1, None
        return ready

    def owns(self, job: int, attempt: int) -> bool:
        row = self.jobs[job]
        return row.state is JobState.RUNNING and row.attempt == attempt

    def arm(self, job: int, attempt: int) -> bool:
        row = self.jobs[job]
        if not self.owns(job, attempt) or row.cancel or row.effect is not Effect.NONE:
            return False
        row.effect = Effect.ARMED
        return True

    def end(
        self, job: int, attempt: int, state: JobState, run_at: int | None, *, counted: bool, crashed: bool, mail: bool
    ) -> bool:  # fmt: skip
        row = self.jobs[job]
        if not self.owns(job, attempt):
            return False
        if row.cancel and state in (JobState.WAITING, JobState.READY):
            state, run_at = JobState.CANCELLED, None
        row.state, row.run_at, row.cancel = state, run_at, False
        row.tries, row.crashes, row.history = row.tries + counted, row.crashes + crashed, row.history + 1
        row.effect = Effect.NONE
        if state is JobState.UNCONFIRMED:
            row.effect = Effect.ARMED
        elif state is JobState.DONE and mail:
            row.effect = Effect.CONFIRMED
        self.settle()
        return True

    def promote(self, now: int) -> int:
        due = [
            r for r in self.jobs.values() if r.state is JobState.WAITING and r.run_at is not None and r.run_at <= now
        ]
        for row in due:
            row.state, row.run_at = JobState.READY, None
        return len(due)

    def crash(self) -> None:
        """The engine dies; the next one settles what ran and forgets what was still being built."""
        for job in [job for job, row in self.jobs.items() if row.state is JobState.RUNNING]:
            armed = self.jobs[job].effect is Effect.ARMED
            state = JobState.UNCONFIRMED if armed else JobState.READY
            self.end(job, self.jobs[job].attempt, state, None, counted=False, crashed=False, mail=False)
        for number, batch in self.batches.items():
            if batch.state is BatchState.BUILDING:
                self.jobs = {job: row for job, row in self.jobs.items() if row.batch != number}

    # A person

    def change(self, picked: Iterable[int], wanted: Callable[[ModelJob], bool], state: JobState) -> int:
        """Put those of `picked` that are `wanted` into `state`."""
        rows = [self.jobs[job] for job in picked if wanted(self.jobs[job])]
        for row in rows:
            row.state, row.run_at, row.blocked = state, None, False
        self.settle()
        return len(rows)

    def hold(self, picked: Iterable[int]) -> int:
        return self.change(picked, lambda row: row.state in (JobState.READY, JobState.WAITING), JobState.HELD)

    def release(self, picked: Iterable[int], named: bool) -> int:
        return self.change(picked, lambda r: r.state is JobState.HELD and (named or not r.blocked), JobState.READY)

    def cancel(self, picked: list[int]) -> tuple[int, list[int]]:
        flagged = [job for job in picked if self.jobs[job].state is JobState.RUNNING and not self.jobs[job].cancel]
        for job in flagged:
            self.jobs[job].cancel = True
        idle = (JobState.READY, JobState.WAITING, JobState.HELD)
        return self.change(picked, lambda row: row.state in idle, JobState.CANCELLED), flagged

    def confirm(self, picked: Iterable[int], sent: bool) -> int:
        rows = [self.jobs[job] for job in picked if self.jobs[job].state is JobState.UNCONFIRMED]
        for row in rows:
            if sent:
                row.state, row.effect = JobState.DONE, Effect.CONFIRMED
            else:
                self._reopen(row)
        return len(rows)

    def retry(self, picked: Iterable[int]) -> int:
        rows = [self.jobs[job] for job in picked if self.jobs[job].state is JobState.FAILED]
        rows = [row for row in rows if self.batches[row.batch].state is not BatchState.CANCELLED]
        for row in rows:
            self._reopen(row)
        return len(rows)

    def _reopen(self, row: ModelJob) -> None:
        row.state, row.effect = JobState.READY, Effect.NONE
        row.tries, row.crashes, row.generation = 0, 0, row.generation + 1
        batch = self.batches[row.batch]
        if batch.state is BatchState.FINISHED:
            batch.state, batch.dismissed = BatchState.ACTIVE, False
