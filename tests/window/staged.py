"""A real queue file in every state that the window shows, made by the store's own transitions, without an engine.

`Staged` also takes the commands of the window, so that a click changes the file as the engine would.
"""

import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from app.core.events import Event
from app.core.failures import Failure
from app.core.retention import Retention
from app.core.states import JobState, Outcome
from app.core.tuning import Tuning
from app.core.undo import UndoReport
from app.engine.commands import Submission
from app.engine.undo import undo
from app.engine.watching.commands import WatchCommands
from app.jobs.journal import Note, fingerprint
from app.store import lanes, ordering, transitions
from app.store.intake import (
    WAITING_FOR_RUN,
    WAITING_FOR_SEND,
    NewBatch,
    NewJob,
    add_batch,
    add_jobs,
    close_building,
    finish_if_over,
)
from app.store.reader import Reader
from app.store.writer import Transaction, Writer
from tests.waiting import until

SESSION = "staged"
MB = 1_000_000
SAVED: dict[str, Any] = {"paths": [], "options": {}, "token": "staged"}  # what every batch remembers of its drop


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def job(name: str, number: int, size: int = 4 * MB, folder: str = "/photos/Lisbon", **more: Any) -> NewJob:
    values: dict[str, Any] = {
        "state": JobState.READY, "input": f"{folder}/{name}", "input_root": folder, "size": size, "mtime_ns": 1,
        "number": number, "weight": size, "key": f"{folder}/{name}", "title": name, "plan": (), "payload": None,
        "extra": None, "warnings": (), "code": None, "message": None,
    }  # fmt: skip
    return NewJob(**{**values, **more})


class Staged:
    """The file, its writer, and the commands of `app.engine.commands`. `events` collects what a bus would carry."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "queue.db"
        self.events: list[Event] = []
        self.preview: Any = None  # what answers for previews: see tests/window/looks/previews.py
        self.tuned: list[Tuning | Retention | None] = []  # what the settings asked for; None: to tidy
        self.stopped = False  # whether what ran was to be given back at once
        self.writer = Writer(self.path, now_ms, self.events.extend, lambda _code, _text: None)
        self.writer.call(lambda tx: tx.run("session_begin", {"id": SESSION, "machine": "m", "pid": 1, "now": tx.now}))

    def reader(self) -> Reader:
        return Reader(self.path)

    def take_events(self) -> tuple[Event, ...]:
        taken, self.events[:] = tuple(self.events), []
        return taken

    def finish(self) -> None:
        self.writer.close()

    def batch(
        self, jobs: Sequence[NewJob], title: str = "Lisbon trip", kind: str = "image", recipe: str = "Web photos",
        start: bool = True, not_before: int | None = None, text: str = "{}", **options: Any,
    ) -> int:  # fmt: skip
        lane, saved = "mail:work" if kind == "mail" else "cpu", {**SAVED, **options}
        new = NewBatch(kind, lane, title, recipe, text, saved, not_before=not_before)
        note = WAITING_FOR_SEND if kind == "mail" else WAITING_FOR_RUN

        def make(tx: Transaction) -> int:
            number = add_batch(tx, new)
            add_jobs(tx, number, jobs)
            close_building(tx, number, start, note)
            return number

        return self.writer.call(make)

    def claim(self, batch: int, count: int) -> list[transitions.Claimed]:
        return self.writer.call(lambda tx: transitions.claim(tx, SESSION, batch, count))

    def end(
        self, claimed: transitions.Claimed, state: JobState, code: str = "", message: str = "", **more: Any
    ) -> None:
        outcome = {JobState.WAITING: Outcome.RETRY, JobState.READY: Outcome.INTERRUPTED}.get(state)
        failure = Failure(code, message) if code else None
        values: dict[str, Any] = {"ms": 400, **more}
        ending = transitions.Ending(claimed, state, outcome or Outcome(state.value), failure=failure, **values)
        if code == "UNCERTAIN":
            self.writer.call(lambda tx: transitions.arm(tx, claimed.id, claimed.attempt, f"m{claimed.id}", "<m@t>"))

        def end(tx: Transaction) -> None:
            assert transitions.end(tx, SESSION, ending)
            finish_if_over(tx, claimed.batch)

        self.writer.call(end)

    # Commands

    def submit(self, submission: Submission) -> int:
        names = [job(Path(path).name, n, folder=str(Path(path).parent)) for n, path in enumerate(submission.paths, 1)]
        return self.batch(names, submission.title, submission.kind, submission.recipe_name, submission.start)

    @property
    def tuning(self) -> Tuning:
        return next((one for one in reversed(self.tuned) if isinstance(one, Tuning)), Tuning())

    def tune(self, tuning: Tuning) -> None:
        self.tuned.append(tuning)

    def remember(self, retention: Retention) -> None:
        self.tuned.append(retention)

    def tidy(self) -> None:
        self.tuned.append(None)

    def start_batch(self, batch: int) -> None:
        self.writer.call(lambda tx: transitions.start_batch(tx, batch))

    def pause_batch(self, batch: int) -> None:
        self.writer.call(lambda tx: transitions.pause_batch(tx, batch))

    def pause(self, now: bool = False) -> None:
        self.writer.call(lambda tx: transitions.set_paused(tx, True))
        self.stopped = now

    def resume(self) -> None:
        self.writer.call(lambda tx: transitions.set_paused(tx, False))

    def resume_lane(self, lane: str) -> None:
        drive = lane.removeprefix(lanes.DRIVE)
        self.writer.call(lambda tx: lanes.look_now(tx, drive) if drive != lane else lanes.open_lane(tx, lane))

    def set_priority(self, batch: int, priority: int) -> None:
        self.writer.call(lambda tx: ordering.set_priority(tx, batch, priority))

    def move(self, jobs: Sequence[int], top: bool) -> int:
        return self.writer.call(lambda tx: ordering.move(tx, jobs, top))

    def pause_at(self, batch: int, job: int | None) -> bool:
        return self.writer.call(lambda tx: ordering.pause_at(tx, batch, job))

    def undo(self, batch: int, look_only: bool = False) -> UndoReport:
        return undo(self.writer, batch, look_only)

    def finish_running(self) -> None:
        """As the engine does: begin nothing more, and return when nothing is in work."""
        with self.reader() as reader:
            until(lambda: not reader.counts().running)

    def watch_add(
        self, folder: str, kind: str, recipe: str, recipe_name: str, out: str | None = None, mode: str = "native"
    ) -> int:
        return self._watches().add(folder, kind, recipe, recipe_name, out, mode)

    def watch_remove(self, watch: int) -> bool:
        return self._watches().remove(watch)

    def watch_enable(self, watch: int, enabled: bool) -> bool:
        return self._watches().enable(watch, enabled)

    def _watches(self) -> WatchCommands:
        return WatchCommands(self.writer, self.reader, self.path.parent / "own")

    def hold(self, jobs: Sequence[int] = (), batch: int | None = None) -> int:
        return self.writer.call(lambda tx: transitions.hold(tx, jobs, batch))

    def release(self, jobs: Sequence[int] = (), batch: int | None = None) -> int:
        return self.writer.call(lambda tx: transitions.release(tx, jobs, batch))

    def cancel(self, jobs: Sequence[int] = (), batch: int | None = None) -> int:
        ended, running = self.writer.call(lambda tx: transitions.cancel(tx, jobs, batch))
        return ended + len(running)

    def retry(self, jobs: Sequence[int] = (), batch: int | None = None, code: str | None = None) -> int:
        return self.writer.call(lambda tx: transitions.retry(tx, jobs, batch, code, ()))

    def confirm(self, jobs: Sequence[int], sent: bool) -> int:
        return self.writer.call(lambda tx: transitions.confirm(tx, jobs, sent))

    def dismiss(self, batch: int) -> None:
        self.writer.call(lambda tx: transitions.dismiss(tx, batch))


def written_batch(staged: Staged, folder: Path, names: Sequence[str], shown: str = "") -> int:
    """A finished batch that wrote a real file for each name, journalled as the engine does it. `shown`: what it calls
    its output folder."""
    folder.mkdir(exist_ok=True)
    batch = staged.batch([job(name, n) for n, name in enumerate(names, 1)], out=shown or str(folder))
    for claimed in staged.claim(batch, len(names)):
        path = folder / claimed.title
        path.write_bytes(b"made")
        made = fingerprint(str(path))
        assert made is not None
        intended = {"job": claimed.id, "attempt": claimed.attempt, "path": str(path), "about": Note("", made).to_json()}
        staged.writer.call(partial(transitions.intend_output, **intended))
        staged.end(claimed, JobState.DONE, outputs=(str(path),))
    return batch


def lisbon(staged: Staged, done: int = 13) -> tuple[int, dict[int, tuple[float, str]]]:
    """The batch of the design's pictures, shorter: done, skipped, failed, retrying, running, held, waiting."""
    orders = staged.batch(
        [job(f"orders-{n}.csv", n, 90_000, "/data") for n in range(3)], "Orders Q3", "table", "Clean table"
    )
    for claimed in staged.claim(orders, 3):
        staged.end(claimed, JobState.FAILED, "COLUMNS_DIFFER", "Line 4,812: 9 columns found, 11 expected.")
    letters = staged.batch(
        [job(f"jane{n}@example.org", n, 0, "/data", payload={"subject": "x"}) for n in range(2)],
        "invoices.csv", "mail", "Mail merge",
    )  # fmt: skip
    for n, claimed in enumerate(staged.claim(letters, 2)):
        if n:
            staged.end(claimed, JobState.UNCONFIRMED, "UNCERTAIN", "The connection was lost after the message left.")
        else:
            staged.end(claimed, JobState.DONE, note="Accepted by the server")
    names = [job(f"IMG_{2020 + n}.jpg", n, 3_700_000 + n * 61_000) for n in range(done + 60)]
    number = staged.batch(names, out="/photos/Lisbon/Dropmill")
    outputs = ("/out/a.jpg", "/out/a-thumb.webp")
    for n, claimed in enumerate(staged.claim(number, done + 8)):
        if n == 2:
            staged.end(claimed, JobState.SKIPPED, note="Already made from this file by “Web photos”")
        elif n in (4, 9):
            staged.end(claimed, JobState.FAILED, "CORRUPT", "Not a complete JPEG: it ends after 61 %.")
        elif n == 6:
            message = "Dropmill may not write to /photos/Lisbon."
            staged.end(claimed, JobState.FAILED, "WRITE_DENIED", message)
        elif n == 8:
            when = now_ms() + 14_500
            staged.end(claimed, JobState.WAITING, "SOURCE_LOCKED", "Open in another program.", run_at=when)
        elif n == 11:
            note = "Kept the original: the result was not smaller"
            staged.end(claimed, JobState.DONE, outputs=outputs[:1], note=note, bytes_out=claimed.size)
        elif n < done + 2:
            staged.end(claimed, JobState.DONE, outputs=outputs, bytes_out=round(claimed.size * 0.15))
    with staged.reader() as reader:
        jobs = [j for j in reader.iter_jobs() if j.batch == number]
    running = [j.id for j in jobs if j.state is JobState.RUNNING]
    phases = ("writing", "encoding", "resizing", "encoding", "resizing", "reading")
    parts = (0.92, 0.78, 0.41, 0.64, 0.37, 0.08)
    staged.hold([j.id for j in jobs if j.state is JobState.READY][:2])
    return number, dict(zip(running, zip(parts, phases, strict=True), strict=False))
