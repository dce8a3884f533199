"""A queue on disk for the store's tests: the real writer, a clock that the test turns, and what it published.

Owns: making batches and jobs in a line or two. Must not know: the engine. Every state is reached through the store's
own transitions, under the guard.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.core.events import Event
from app.core.failures import Failure
from app.core.states import JobState, Outcome
from app.store import transitions
from app.store.intake import WAITING_FOR_SEND, NewBatch, NewJob, add_batch, add_jobs, close_building
from app.store.reader import Reader
from app.store.transitions import Claimed, Ending
from app.store.writer import Writer
from tests.store import guard

NOW = 1_800_000_000_000
PHOTOS = NewBatch("image", "cpu", "Lisbon trip", "Web photos", "{}", {"paths": ["/photos"]})
LETTERS = NewBatch("mail", "mail:work", "Invitation", "Mail merge", "{}", {})

OUTCOMES = {
    JobState.DONE: Outcome.DONE,
    JobState.SKIPPED: Outcome.SKIPPED,
    JobState.FAILED: Outcome.FAILED,
    JobState.UNCONFIRMED: Outcome.UNCONFIRMED,
    JobState.CANCELLED: Outcome.CANCELLED,
    JobState.WAITING: Outcome.RETRY,
    JobState.READY: Outcome.INTERRUPTED,
}


def new_job(number: int = 0, path: str | None = None, **changes: Any) -> NewJob:
    """A planned job; `changes` are fields of NewJob."""
    path = path or f"/photos/a{number}.jpg"
    job = NewJob(
        state=JobState.READY, input=path, input_root="/photos", size=1_000, mtime_ns=1, number=number, weight=1_000,
        key=path, title=Path(path).name, plan=(), payload=None, extra=None, warnings=(), code=None, message=None,
    )  # fmt: skip
    return replace(job, **changes)


def jobs(count: int, **changes: Any) -> list[NewJob]:
    return [new_job(number, **changes) for number in range(count)]


def ending(job: Claimed, state: JobState, code: str | None = None, message: str = "words", **changes: Any) -> Ending:
    """The ending of `job` in `state`; a failure when `code` is named."""
    return Ending(job, state, OUTCOMES[state], 100, Failure(code, message) if code else None, **changes)


class QueueFile:
    """The queue at `path`, open under `session`."""

    def __init__(self, path: Path, session: str = "one") -> None:
        self.path = path
        self.now = NOW
        self.events: list[Event] = []
        self.troubles: list[tuple[str, str]] = []
        self.reopen(session)

    def reopen(self, session: str) -> None:
        """Open the file as another start of the program does, without the rescue."""
        self.session = session
        self.writer = Writer(self.path, lambda: self.now, self.events.extend, lambda *what: self.troubles.append(what))
        guard.install_in(self.path)
        self.do("session_begin", id=session, machine="m", pid=1, now=self.now)

    def close(self) -> None:
        self.writer.close()

    def do(self, name: str, **values: Any) -> int:
        """Run one named query; the number of rows changed."""
        return self.writer.call(lambda tx: tx.run(name, values).rowcount)

    def reader(self) -> Reader:
        return Reader(self.path)

    def rows(self, query: str, *values: Any) -> list[Any]:
        """Rows of a query of the test's own."""
        connection = sqlite3.connect(self.path)
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()

    def states(self, batch: int) -> list[str]:
        """States of the batch's jobs in their order."""
        return [row[0] for row in self.rows("SELECT state FROM job WHERE batch = ? ORDER BY id", batch)]

    def batch_state(self, batch: int) -> str:
        return str(self.rows("SELECT state FROM batch WHERE id = ?", batch)[0][0])

    def ids(self, batch: int) -> list[int]:
        return [row[0] for row in self.rows("SELECT id FROM job WHERE batch = ? ORDER BY id", batch)]

    # Commands

    def batch(self, planned: Sequence[NewJob] = (), new: NewBatch = PHOTOS, start: bool = True) -> int:
        """A batch with `planned`, ready to be worked (or paused until somebody starts it)."""
        batch = self.writer.call(lambda tx: add_batch(tx, new))
        if planned:
            self.writer.call(lambda tx: add_jobs(tx, batch, planned))
        self.writer.call(lambda tx: close_building(tx, batch, start, WAITING_FOR_SEND))
        return batch

    def claim(self, batch: int, count: int = 1) -> list[Claimed]:
        return self.writer.call(lambda tx: transitions.claim(tx, self.session, batch, count))

    def end(self, *endings: Ending) -> list[bool]:
        return self.writer.call(lambda tx: transitions.end_all(tx, self.session, endings))

    def arm(self, job: Claimed) -> bool:
        key = f"m{job.id}"
        return self.writer.call(lambda tx: transitions.arm(tx, job.id, job.attempt, key, f"<{key}@x>"), durable=True)

    def cancel(self, picked: Iterable[int] = (), batch: int | None = None) -> tuple[int, list[tuple[int, int]]]:
        return self.writer.call(lambda tx: transitions.cancel(tx, list(picked), batch))

    def retry(self, picked: Iterable[int] = (), batch: int | None = None, code: str | None = None) -> int:
        return self.writer.call(lambda tx: transitions.retry(tx, list(picked), batch, code, ()))

    def rescue(self) -> int:
        return self.writer.call(lambda tx: transitions.rescue(tx, self.session))

    def ended_in(self, state: JobState, new: NewBatch = PHOTOS) -> tuple[int, int]:
        """A batch with one job that ended in `state`, and the job."""
        batch = self.batch([new_job()], new)
        (job,) = self.claim(batch)
        if state is JobState.UNCONFIRMED:
            assert self.arm(job)
        code = {JobState.FAILED: "CORRUPT", JobState.UNCONFIRMED: "UNCERTAIN"}.get(state)
        run_at = self.now + 1_000 if state is JobState.WAITING else None
        assert self.end(ending(job, state, code, run_at=run_at)) == [True]
        return batch, job.id
