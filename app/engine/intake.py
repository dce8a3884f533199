"""The intake thread: turns submitted batches into rows, chunk by chunk, off everybody else's thread.

Owns: the life of a batch from `building` to `active`, `paused` or `cancelled`. Must not know: Qt, running jobs.
"""

import logging
import queue
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

from app.core.events import ScanProgress
from app.core.model import Batch
from app.core.states import BatchState, JobState
from app.engine.bus import EventBus
from app.engine.commands import Submission
from app.engine.planner import Progress, plan_chunks
from app.engine.processed import earlier
from app.engine.services import Services
from app.engine.worker.process import WorkerProcess
from app.jobs import registry
from app.jobs.base import JobError, PlannedJob
from app.jobs.recipe import RecipeError
from app.store import intake, transitions
from app.store.errors import StoreError
from app.store.intake import NewBatch, NewJob
from app.store.reader import Reader
from app.store.text import json_in
from app.store.writer import Writer

log = logging.getLogger(__name__)

PROGRESS_SECONDS = 0.1  # between two ScanProgress events
SLEEP_AFTER_TROUBLE = 1.0
STOP_SECONDS = 5.0  # a drive that does not answer may hold the thread: the end of the program does not wait for it


def new_batch(submission: Submission) -> NewBatch:
    """The batch that `submission` becomes. Raises RecipeError."""
    recipe = registry.parse_recipe(submission.recipe)
    kind = registry.kind(submission.kind)
    lane = kind.lane_name(recipe)
    if "eml" in submission.options:
        lane = f"{lane}/files"  # written to a folder: no account, so no account's pause concerns it
    return NewBatch(
        submission.kind,
        lane,
        submission.title,
        submission.recipe_name,
        submission.recipe,
        to_options(submission, secrets.token_hex(8), kind.expires(recipe)),
        recipe.fingerprint(),
        recipe.ordered,
        submission.priority,
        submission.not_before,
    )


def to_options(submission: Submission, token: str, expires: float | None = None) -> dict[str, Any]:
    """What a batch must remember of its submission so that another start of the program can go on with it: `paths`
    until it is looked through, the rest for good. `expires`: seconds after its start."""
    return {
        "paths": list(submission.paths),
        "out": submission.out,
        "start": submission.start,
        "token": token,
        "expires_ms": None if expires is None else round(expires * 1000),
        "not_after": submission.not_after,
        "skip_processed": submission.skip_processed,
        "options": dict(submission.options),
        **({"root": submission.root, "versions": submission.versions} if submission.root is not None else {}),
    }


def to_submission(batch: Batch) -> Submission:
    """The submission that `batch`, still building, was made from."""
    saved = batch.options
    return Submission(
        batch.kind,
        batch.recipe,
        batch.recipe_name,
        tuple(saved["paths"]),
        batch.title,
        saved["out"],
        saved["start"],
        saved["options"],
        skip_processed=saved.get("skip_processed", False),
        root=saved.get("root"),
        versions=tuple((size, mtime_ns) for size, mtime_ns in saved.get("versions", ())),
    )


class Intake:
    """See the module. `done` is called after each batch, `expect(count)` while up to so many jobs of one that begins by
    itself are on their way to the workers."""

    def __init__(
        self,
        writer: Writer,
        bus: EventBus,
        services: Services,
        worker: WorkerProcess,
        open_reader: Callable[[], Reader],
        done: Callable[[], None],
        expect: Callable[[int], None],
    ) -> None:
        self._writer = writer
        self._bus = bus
        self._services = services
        self._worker = worker
        self._open_reader = open_reader
        self._done = done
        self._expect = expect
        self._batches: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._dropped: set[int] = set()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="intake", daemon=True)

    def start(self, unfinished: list[int]) -> None:
        """Begin; batches that were building when the program ended are looked through again."""
        for batch in unfinished:
            self._writer.call(partial(intake.clear_building, batch=batch))
            self._batches.put(batch)
        self._thread.start()

    def add(self, batch: int) -> None:
        self._batches.put(batch)

    def drop(self, batch: int) -> None:
        """Stop looking through the folders of `batch` (it was cancelled)."""
        self._dropped.add(batch)

    def stop(self) -> None:
        """End the thread; what is not looked through yet is done at the next start."""
        self._stop.set()
        self._batches.put(None)
        self._worker.kill()
        if self._thread.ident is not None:  # an engine that only takes a command is never started
            self._thread.join(STOP_SECONDS)
        if self._thread.is_alive():
            log.warning("a drive does not answer while it is looked through; left behind")
        else:
            self._worker.stop_now()

    def _run(self) -> None:
        with self._open_reader() as reader:
            while (batch := self._batches.get()) is not None and not self._stop.is_set():
                self._worker.prepare()
                try:
                    self._build(reader, batch)
                except StoreError as error:
                    self._again(batch, error)
                except Exception as error:
                    # A mistake of ours costs this batch; without this thread no drop would ever become jobs again.
                    log.exception("batch %d could not be built", batch)
                    self._refuse(batch, f"Dropmill made a mistake with this drop ({type(error).__name__}: {error})")
                self._done()

    def _again(self, batch: int, error: StoreError) -> None:
        """The queue could not be written (it has said so): look through the same paths again in a while."""
        if self._stop.is_set():
            return
        log.error("batch %d could not be built: %s", batch, error)
        self._stop.wait(SLEEP_AFTER_TROUBLE)
        try:
            self._writer.call(partial(intake.clear_building, batch=batch))
        except StoreError as again:
            log.error("batch %d stays as it is until the next start: %s", batch, again)
        else:
            self._batches.put(batch)

    def _refuse(self, batch: int, note: str) -> None:
        """`_give_up`, as far as the queue can be written."""
        if self._stop.is_set():
            return
        try:
            self._give_up(batch, note)
        except StoreError as error:
            log.error("batch %d stays as it is until the next start: %s", batch, error)

    def _build(self, reader: Reader, batch: int) -> None:
        if self._stop.is_set():
            return
        row = reader.batch(batch)
        if row is None or row.state is not BatchState.BUILDING:
            return
        progress = Progress()
        try:
            self._add_all(reader, row, progress)
        except (JobError, RecipeError) as error:
            if not self._stop.is_set():
                note = error.failure.message if isinstance(error, JobError) else "; ".join(error.problems)
                self._give_up(batch, note)
            return
        if self._stop.is_set():
            return
        if batch in self._dropped:  # cancelled meanwhile: so is what was still on its way in
            self._writer.call(partial(transitions.cancel, jobs=(), batch=batch))
            return
        options = {**row.options, "left_out": progress.left_out, "found": progress.seen.files}
        for name in ("paths", "versions"):  # the rows stand for them now; who lists batches would read them again
            options.pop(name, None)
        note = intake.WAITING_FOR_SEND if registry.kind(row.kind).lane else intake.WAITING_FOR_RUN

        def close(tx: Any) -> None:
            (start,) = tx.one("batch_starts", {"batch": batch})  # a person may have pressed Run meanwhile
            tx.run("batch_options", {"batch": batch, "options": json_in({**options, "start": bool(start)})})
            intake.close_building(tx, batch, bool(start), note)

        self._writer.call(close)
        self._bus.publish([ScanProgress(batch, progress.seen.files, progress.seen.folders, True)])

    def _add_all(self, reader: Reader, row: Batch, progress: Progress) -> None:
        submission = to_submission(row)
        known = earlier(reader, submission)
        coming = self._expect if submission.start and not registry.kind(row.kind).lane else None
        told = time.monotonic()
        written: Future[int] | None = None  # the chunk before: one is written while the next one is planned
        for chunk in plan_chunks(
            submission, self._services, self._worker, row.options["token"], progress, known, coming
        ):
            if self._stop.is_set() or row.id in self._dropped:
                return
            if chunk:
                jobs = [new_job(job) for job in chunk]
                if written is not None:
                    written.result()
                written = self._writer.post(partial(intake.add_jobs, batch=row.id, jobs=jobs))
            if time.monotonic() - told > PROGRESS_SECONDS:
                told = time.monotonic()
                self._bus.publish([ScanProgress(row.id, progress.seen.files, progress.seen.folders, False)])
        if written is not None:
            written.result()

    def _give_up(self, batch: int, note: str) -> None:
        """The recipe cannot be used for these inputs: nothing is started, the batch says why."""

        def close(tx: Any) -> None:
            intake.clear_building(tx, batch)
            intake.set_batch_state(tx, batch, BatchState.CANCELLED, (BatchState.BUILDING,), note)

        self._writer.call(close)


def new_job(job: PlannedJob) -> NewJob:
    """A planned job as the store takes it."""
    source = job.source
    return NewJob(
        state=JobState(job.state),
        input=source.path,
        input_root=source.root,
        size=source.size,
        mtime_ns=source.mtime_ns,
        number=source.number,
        weight=job.weight or source.size,
        key=job.key or source.path,
        title=job.title or source.path.rsplit("/", 1)[-1].rsplit("\\", 1)[-1],
        plan=[(output.name, output.path) for output in job.outputs],
        payload=job.payload,
        extra=job.extra,
        warnings=job.warnings,
        code=job.failure.code if job.failure else None,
        message=job.failure.message if job.failure else None,
        memory=job.memory,
        recipients=job.recipients,
        domain=job.domain,
    )
