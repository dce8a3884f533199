"""A real queue file with jobs in the states that a test asks for, and commands on it without an engine.

Everything goes through the store's own transitions, so a state that the product cannot reach cannot be made here.
"""

import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.core.failures import Failure
from app.core.states import JobState, Outcome
from app.store import ordering, transitions
from app.store.intake import WAITING_FOR_SEND, NewBatch, NewJob, add_batch, add_jobs, close_building
from app.store.reader import Reader
from app.store.writer import Transaction, Writer

SESSION = "test-session"


class Queue:
    """The file, its writer, and the commands of `app.engine.commands` that the drawer and the mail check use."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "queue.db"
        self._clock = itertools.count(1_800_000_000_000)
        self.writer = Writer(self.path, lambda: next(self._clock), lambda _events: None, lambda _code, _text: None)
        self.writer.call(lambda tx: tx.run("session_begin", {"id": SESSION, "machine": "m", "pid": 1, "now": tx.now}))
        self.calls: list[tuple[Any, ...]] = []

    def reader(self) -> Reader:
        return Reader(self.path)

    def close(self) -> None:
        self.writer.close()

    # Making batches

    def batch(
        self, jobs: Sequence[NewJob], kind: str = "image", title: str = "Lisbon trip", *, start: bool = True,
        recipe: str = "{}", recipe_name: str = "Web photos",
    ) -> int:  # fmt: skip
        lane = "mail:work" if kind == "mail" else "cpu"
        new = NewBatch(kind, lane, title, recipe_name, recipe, {})
        number = self.writer.call(lambda tx: add_batch(tx, new))
        self.writer.call(lambda tx: add_jobs(tx, number, jobs))
        self.writer.call(lambda tx: close_building(tx, number, start, WAITING_FOR_SEND))
        return number

    def end(self, batch: int, endings: Sequence[tuple[str | None, str]]) -> list[int]:
        """Run the first ready jobs of `batch` and end each with (code, message); code None = done. Their ids."""

        def run(tx: Transaction) -> list[int]:
            jobs = transitions.claim(tx, SESSION, batch, len(endings))
            for job, (code, message) in zip(jobs, endings, strict=True):
                state, outcome, failure = JobState.DONE, Outcome.DONE, None
                if code is not None:
                    state, outcome = JobState.FAILED, Outcome.FAILED
                    failure = Failure(code, message, f"trace of {job.id}")
                if code == "UNCERTAIN":
                    state, outcome = JobState.UNCONFIRMED, Outcome.UNCONFIRMED
                    assert transitions.arm(tx, job.id, job.attempt, f"m{job.id}", f"<{job.id}@test>")
                assert transitions.end(tx, SESSION, transitions.Ending(job, state, outcome, 100, failure))
            return [job.id for job in jobs]

        return self.writer.call(run)

    def ended(self, endings: Sequence[tuple[str | None, str]], kind: str = "image") -> int:
        """A batch with one job an ending; the names are a0.jpg, a1.jpg, …"""
        batch = self.batch([new_job(f"/photos/a{i}.jpg", i) for i in range(len(endings))], kind)
        self.end(batch, endings)
        return batch

    # Commands

    def retry(self, jobs: Sequence[int] = (), batch: int | None = None, code: str | None = None) -> int:
        self.calls.append(("retry", list(jobs), batch, code))
        return self.writer.call(lambda tx: transitions.retry(tx, jobs, batch, code, ()))

    def confirm(self, jobs: Sequence[int], sent: bool) -> int:
        self.calls.append(("confirm", list(jobs), sent))
        return self.writer.call(lambda tx: transitions.confirm(tx, jobs, sent))

    def pause_at(self, batch: int, job: int | None) -> bool:
        self.calls.append(("pause_at", batch, job))
        return self.writer.call(lambda tx: ordering.pause_at(tx, batch, job))

    def start_batch(self, batch: int) -> None:
        self.calls.append(("start_batch", batch))
        self.writer.call(lambda tx: transitions.start_batch(tx, batch))


def new_job(
    path: str, number: int, *, state: str = "ready", title: str = "", payload: dict[str, Any] | None = None,
    code: str | None = None, message: str | None = None, extra: dict[str, Any] | None = None, size: int = 1_000,
) -> NewJob:  # fmt: skip
    return NewJob(
        state=JobState(state), input=path, input_root=str(Path(path).parent), size=size, mtime_ns=1, number=number,
        weight=size, key=f"{path}#{number}", title=title or Path(path).name, plan=(), payload=payload, extra=extra,
        warnings=(), code=code, message=message,
    )  # fmt: skip
