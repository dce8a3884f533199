"""From dropped paths to planned jobs: scan, plan in a worker process, resolve names.

Owns: the order of these three and what a worker's death while planning means. Must not know: the store. Writes nothing,
so `dropmill plan` and the window's preview use it as it is.
"""

import os
import secrets
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from app.core.failures import Failure, Warn
from app.engine.commands import Submission
from app.engine.held_plans import HeldPlans
from app.engine.scanner import Seen, Unreadable, look_again, scan
from app.engine.services import Services
from app.engine.worker.board import Board
from app.engine.worker.child import failed_plan
from app.engine.worker.messages import Found, PlanFiles, Planned, Stopped
from app.engine.worker.process import TimedOutError, WorkerDiedError, WorkerProcess, conversation
from app.jobs import registry
from app.jobs.base import JobError, PlannedJob, PlannedOutput, PlanRequest, Source
from app.jobs.place import SOURCE_FOLDER, Resolver
from app.jobs.recipe import BaseRecipe

CHUNK_FILES = 500
PLAN_SECONDS = 120.0  # without an answer: a template that never ends, or a drive that does not respond


@dataclass(slots=True)
class Progress:
    """What is known so far of a batch that is being planned."""

    seen: Seen = field(default_factory=Seen)
    accepted: int = 0
    left_out: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DoneBefore:
    """A file that need not be done again: the words that say so, and the outputs that it has."""

    words: str
    outputs: tuple[str, ...]


Earlier = Callable[[Sequence[Found]], Mapping[str, DoneBefore]]  # those of some files that were done before, by path


def plan_chunks(
    submission: Submission,
    services: Services,
    worker: WorkerProcess,
    token: str,
    progress: Progress,
    earlier: Earlier | None = None,
    coming: Callable[[int], None] | None = None,
) -> Iterator[list[PlannedJob]]:
    """Planned jobs of a submission, in chunks, with resolved output names. A chunk is empty when there was nothing for
    this kind among the files: the caller gets to look up now and then. `token`: random text, fixed for the batch.
    `earlier`: what may be left out because it was done before (never of inputs that all become one job).
    `coming(count)`: that many inputs were found and are going to be planned.

    Raises JobError when the recipe itself cannot be used (the whole batch stops).
    """
    recipe = registry.parse_recipe(submission.recipe)
    resolver = _Names(recipe)
    request = _request(submission, recipe, services, token)
    found = _found(submission, recipe, progress)
    if registry.kind(submission.kind).whole(recipe):
        everything = list(found)
        if coming is not None:
            coming(1)
        resolver.learn_inputs(item.path for item in everything)
        yield [resolver.resolve(job) for job in _plan_whole(submission, worker, request, everything, progress)]
        return
    while chunk := list(islice(found, CHUNK_FILES)):
        done = earlier([item for item in chunk if isinstance(item, Found)]) if earlier is not None else {}
        resolver.learn_done(done.values())
        if coming is not None:
            coming(len(chunk) - len(done))
        for jobs in _plan_chunk(submission, worker, request, chunk, done, progress):
            resolver.learn_inputs(job.source.path for job in jobs)
            yield [resolver.resolve(job) for job in jobs]


def plan_paths(submission: Submission, services: Services, earlier: Earlier | None = None) -> Iterator[PlannedJob]:
    """What `submission` would become, job by job, without a queue: for `dropmill plan` and previews of a drop.

    Scans and plans in a worker process of its own. Raises JobError when the recipe itself cannot be used.
    """
    with tempfile.TemporaryDirectory(prefix="dropmill-plan-") as folder:
        board = Board(Path(folder) / "progress.board", 1, create=True)
        worker = WorkerProcess(board, 0)
        try:
            for chunk in plan_chunks(submission, services, worker, secrets.token_hex(8), Progress(), earlier):
                yield from chunk
        finally:
            worker.stop_now()
            board.close()


def _request(submission: Submission, recipe: BaseRecipe, services: Services, token: str) -> PlanRequest:
    context: dict[str, Any] = {"batch_token": token}
    account_name = getattr(recipe, "account", None)
    if account_name is not None:
        account = services.account(account_name)
        context["accounts"] = {}
        if account is not None:  # without a From of its own, the user name is the address
            sender = account.from_addr or account.user
            context["accounts"][account_name] = {**account.model_dump(mode="json"), "from": sender}
        context["suppressed"] = sorted(services.suppressed())
    return PlanRequest(submission.out, dict(submission.options), context)


def _found(submission: Submission, recipe: BaseRecipe, progress: Progress) -> Iterator[Found | Unreadable]:
    if submission.root is not None:
        return look_again(submission.paths, submission.versions, submission.root, progress.seen)
    return scan(submission.paths, own_folders(recipe, submission.out), progress.seen)


def own_folders(recipe: BaseRecipe, out: str | None) -> frozenset[str]:
    """Our output folders, which a scan of the same folder must not pick up again: absolute ones, and for outputs that
    go below (or beside) the folder of their input the name of the first folder on the way."""
    folders = {out} if out else set()
    place = getattr(recipe, "place", None)
    if place is not None:
        folder = os.path.expanduser(place.folder)
        if os.path.isabs(folder):
            folders.add(folder)
        else:
            parts = os.path.normpath(folder.removeprefix(SOURCE_FOLDER).lstrip("/\\")).split(os.sep)
            folders.update([part for part in parts if part not in (os.curdir, os.pardir)][:1])
    return frozenset(folders)


def _plan_chunk(
    submission: Submission,
    worker: WorkerProcess,
    request: PlanRequest,
    chunk: Iterable[Found | Unreadable],
    done: Mapping[str, DoneBefore],
    progress: Progress,
) -> Iterator[list[PlannedJob]]:
    """Plan runs of readable files together; what is between them keeps its place in the order, and its number."""
    for to_plan, items in groupby(chunk, lambda item: isinstance(item, Found) and item.path not in done):
        if to_plan:
            files = [item for item in items if isinstance(item, Found)]
            yield from _plan_files(submission, worker, request, files, progress)
        else:
            yield [_as_it_is(item, done, progress) for item in items]


def _as_it_is(item: Found | Unreadable, done: Mapping[str, DoneBefore], progress: Progress) -> PlannedJob:
    """The row of a file that nobody has to look into."""
    progress.accepted += 1
    if isinstance(item, Unreadable):
        return failed_plan(Source(item.path, item.root, 0, 0, progress.accepted), item.failure).jobs[0]
    source = Source(item.path, item.root, item.size, item.mtime_ns, progress.accepted)
    failure = Failure("ALREADY_DONE", done[item.path].words)
    return PlannedJob(source, weight=source.size, key=source.path, state="skipped", failure=failure)


def _plan_whole(
    submission: Submission,
    worker: WorkerProcess,
    request: PlanRequest,
    everything: Iterable[Found | Unreadable],
    progress: Progress,
) -> list[PlannedJob]:
    """The one job that all inputs become. What cannot be read is listed beside it, as a failed job each."""
    readable = [item for item in everything if isinstance(item, Found)]
    jobs: list[PlannedJob] = []
    for part in _plan_files(submission, worker, request, readable, progress, alone=True):
        jobs += part
    jobs += [_as_it_is(item, {}, progress) for item in everything if isinstance(item, Unreadable)]
    return jobs


def _plan_files(
    submission: Submission,
    worker: WorkerProcess,
    request: PlanRequest,
    files: list[Found],
    progress: Progress,
    alone: bool = False,
) -> Iterator[list[PlannedJob]]:
    """`alone`: what happens to the process costs the first of these files: it is the one that was looked at when
    another process ended, or all of them make one job."""
    if not files:
        return
    first = progress.accepted + 1
    message = PlanFiles(submission.kind, submission.recipe, tuple(files), first, request)
    with HeldPlans() as held:  # answers are passed on when the worker has survived the files they are about
        try:
            for answer in conversation(worker, message, PLAN_SECONDS):
                if isinstance(answer, Stopped):
                    raise JobError(answer.failure.code, answer.failure.message, answer.failure.detail)
                if isinstance(answer, Planned):
                    held.add(answer.plans)
                    if answer.last:
                        _count(progress, answer)
                        break
        except (WorkerDiedError, TimedOutError) as error:
            if not alone:  # find the one file that does it; the others, or all if it was an accident, are innocent
                for file in files:
                    yield from _plan_files(submission, worker, request, [file], progress, alone=True)
                return
            progress.accepted += 1
            file = files[0]
            source = Source(file.path, file.root, file.size, file.mtime_ns, progress.accepted)
            yield list(failed_plan(source, _planning_failure(error, file.path)).jobs)
            return
        yield from held.chunks(CHUNK_FILES)


def _count(progress: Progress, answer: Planned) -> None:
    progress.accepted += answer.accepted
    for suffix, number in answer.left_out.items():
        progress.left_out[suffix] = progress.left_out.get(suffix, 0) + number


def _planning_failure(error: Exception, path: str) -> Failure:
    name = os.path.basename(path)
    if isinstance(error, TimedOutError):
        return Failure("TIMEOUT", f"Looking at {name} took too long. It was set aside; the rest continues.")
    return Failure(
        "WORKER_DIED", f"The decoder stopped working on {name}. It was set aside; the rest continues.", str(error)
    )


class _Names:
    """Resolves the wished-for names of one batch: collisions, existing files, the policy of the recipe."""

    def __init__(self, recipe: BaseRecipe) -> None:
        place = getattr(recipe, "place", None)
        self._resolver = Resolver(place.exists) if place is not None else None

    def learn_inputs(self, paths: Iterable[str]) -> None:
        """Inputs of the batch, over which no other input's output may be written."""
        if self._resolver is not None:
            self._resolver.add_inputs(paths)

    def learn_done(self, done: Iterable[DoneBefore]) -> None:
        """Files of the batch that have their outputs: no other input's output may take their place."""
        if self._resolver is not None:
            for one in done:
                for path in one.outputs:
                    self._resolver.claim(path)

    def resolve(self, job: PlannedJob) -> PlannedJob:
        """`job` with final names; *skipped* when all its outputs exist already and the recipe says to skip."""
        if self._resolver is None or not job.outputs or job.state != "ready":
            return job
        outputs: list[PlannedOutput] = []
        renamed: list[str] = []
        for output in job.outputs:
            path = self._resolver.resolve(output.path, job.source)
            if path is None:
                continue
            outputs.append(PlannedOutput(output.name, path))
            if path != output.path:
                renamed.append(os.path.basename(path))
        if not outputs:
            taken = os.path.basename(job.outputs[0].path)
            words = f"{taken} is in the output folder already"
            return replace(job, outputs=(), state="skipped", failure=Failure("TARGET_EXISTS", words))
        warnings = job.warnings
        if renamed:
            warnings += (Warn("RENAMED", f"Written as {', '.join(renamed)}: the name was taken."),)
        return replace(job, outputs=tuple(outputs), warnings=warnings)
