"""Commands that add and work off: run, add, work, plan, start.

Owns: their options and their ends. Must not know: how a job is done. See `follow.py` for what is said while it goes on.
"""

import math
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import reasons
from app.cli.exits import Exit, Stop
from app.cli.follow import SCAN_GRACE_S, SHORTEST_S, Follower
from app.cli.running import view_for, watching, work_off
from app.cli.session import Session
from app.cli.terms import AT_ONCE, Terms, terms
from app.cli.times import words
from app.core.model import Counts
from app.core.states import BatchState

if TYPE_CHECKING:
    from app.cli.queue import OpenQueue
    from app.core.model import Batch
    from app.engine.commands import Submission
    from app.jobs.base import PlannedJob
    from app.store.reader import Reader
    from app.system.recipes import Loaded

PLANNED = ("ready", "skipped", "failed", "blocked")  # what a plan can say of a job
HORIZON_S = 60.0  # a run ends when all that is left waits for longer than this

Recipe = Annotated[str, typer.Option("--recipe", "-r", help="A recipe's name, or a file.", metavar="R")]
Paths = Annotated[list[str], typer.Argument(help="Files and folders.", metavar="PATHS…")]
OutFolder = Annotated[Path | None, typer.Option("--out", "-o", help="Where results go.", metavar="DIR")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line on standard output.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be written, write nothing.")]
Send = Annotated[bool, typer.Option("--send", help="E-mail: send. Without it the batch stops after the check.")]
Eml = Annotated[Path | None, typer.Option("--eml", help="E-mail: write messages as files there.", metavar="DIR")]
PasswordStdin = Annotated[bool, typer.Option("--password-stdin", help="Read the mail password from standard input.")]
Forever = Annotated[bool, typer.Option("--forever", help="Do not end when nothing is left.")]
At = Annotated[str | None, typer.Option("--at", help="Start then: 22:00, or 2026-11-25T07:30.", metavar="TIME")]
Until = Annotated[str | None, typer.Option("--until", help="Start nothing of it from then on.", metavar="TIME")]
Priority = Annotated[str, typer.Option("--priority", help="high, normal or low.", metavar="P")]
SkipProcessed = Annotated[
    bool, typer.Option("--skip-processed", help="Leave out what this recipe has done and whose results are there.")
]
BatchId = Annotated[int, typer.Argument(help="The batch's number.", metavar="BATCH")]


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("run")(run)
    app.command("add")(add)
    app.command("work")(work)
    app.command("plan")(plan)
    app.command("start")(start)


def run(
    context: typer.Context,
    recipe: Recipe,
    paths: Paths,
    out: OutFolder = None,
    as_json: Json = False,
    dry_run: DryRun = False,
    send: Send = False,
    eml: Eml = None,
    password_stdin: PasswordStdin = False,
    at: At = None,
    until: Until = None,
    priority: Priority = "normal",
    skip_processed: SkipProcessed = False,
) -> Exit:
    """Add a batch and work until it is finished."""
    session: Session = context.obj
    when = terms(at, until, priority, skip_processed, time.time_ns() // 1_000_000)
    loaded, wanted = _checked(session, recipe, paths, out, send, eml, when)
    if dry_run:
        return _plan(session, wanted, as_json)
    if password_stdin:
        session.secrets.remember(getattr(loaded.recipe, "account", None), session.take_password())
    with session.queue(run=True) as queue, watching(session, queue, view_for(session, as_json)) as (reader, view):
        _refuse_password_for_another(queue, password_stdin)
        began = time.monotonic()
        batch = queue.commands.submit(wanted)
        grace = SCAN_GRACE_S if any(Path(path).is_dir() for path in wanted.paths) else math.inf
        lanes = _lanes(loaded) | _drives(wanted.paths)
        follower = Follower(reader, view, batch=batch, lanes=lanes, grace_s=grace)
        interrupted = work_off(queue, follower, batch, HORIZON_S * session.retry_scale)
        row = reader.batch(batch)
        counts = row.counts if row is not None else Counts()
        if row is not None and row.state is BatchState.CANCELLED and not counts.total and row.note:
            raise Stop(Exit.USAGE, row.note, "Nothing was started.")
        view.end(batch, loaded.name, row.state if row is not None else "", counts, time.monotonic() - began)
        if interrupted:
            session.out.note(f"Stopped. {counts.open:,} of batch {batch} stay in the queue: dropmill work")
            return Exit.INTERRUPTED
        _say_left_out(session, row)
        _say_why_waiting(session, reader, wanted, row)
    return _verdict(counts, stops_after_check=not wanted.start, blocked=follower.tally.blocked)


def add(
    context: typer.Context,
    recipe: Recipe,
    paths: Paths,
    out: OutFolder = None,
    send: Send = False,
    eml: Eml = None,
    at: At = None,
    until: Until = None,
    priority: Priority = "normal",
    skip_processed: SkipProcessed = False,
) -> Exit:
    """Add a batch, print its number, and return."""
    session: Session = context.obj
    when = terms(at, until, priority, skip_processed, time.time_ns() // 1_000_000)
    _, wanted = _checked(session, recipe, paths, out, send, eml, when)
    with session.queue(run=False) as queue:
        queue.start()
        batch = queue.commands.submit(wanted)
        session.out.line(str(batch))
        _say_start(session, wanted)
        note = _wait_until_looked_through(session, queue, batch)
    if note is not None:
        raise Stop(Exit.USAGE, note, f"Batch {batch} was cancelled.")
    return Exit.OK


def work(
    context: typer.Context,
    forever: Forever = False,
    as_json: Json = False,
    password_stdin: PasswordStdin = False,
) -> Exit:
    """Work the queue until nothing can go on."""
    session: Session = context.obj
    if password_stdin:
        session.secrets.remember(None, session.take_password())
    start_ms = time.time_ns() // 1_000_000
    with session.queue(run=True) as queue, watching(session, queue, view_for(session, as_json)) as (reader, view):
        _refuse_password_for_another(queue, password_stdin)
        began = time.monotonic()
        follower = Follower(reader, view, batch=None, start_ms=start_ms)
        horizon = None if forever else HORIZON_S * session.retry_scale
        interrupted = work_off(queue, follower, None, horizon)
        waiting = reader.counts().open
        counts = follower.tally.counts(waiting)
        view.end(None, "Queue", "waiting" if waiting else "finished", counts, time.monotonic() - began)
        if interrupted:
            session.out.note(f"Stopped. {waiting:,} stay in the queue.")
            return Exit.INTERRUPTED
        for reason in reasons.of_queue(reader, time.time_ns() // 1_000_000):
            session.out.note(reason)
    return _verdict(counts)


def plan(context: typer.Context, recipe: Recipe, paths: Paths, out: OutFolder = None, as_json: Json = False) -> Exit:
    """Say what would be written, with conflicts and warnings; write nothing."""
    session: Session = context.obj
    _, wanted = _checked(session, recipe, paths, out, False, None, AT_ONCE)
    return _plan(session, wanted, as_json)


def start(context: typer.Context, batch: BatchId) -> Exit:
    """Let a paused batch go; for an e-mail batch this means: send."""
    session: Session = context.obj
    session.require_batch(batch)
    with session.queue(run=False) as queue:
        queue.commands.start_batch(batch)
    return Exit.OK


def _checked(
    session: Session, recipe: str, paths: list[str], out: Path | None, send: bool, eml: Path | None, when: Terms
) -> tuple["Loaded", "Submission"]:
    from app.cli.submit import submission

    loaded = session.recipe(recipe)
    return loaded, submission(loaded, paths, out=out, send=send, eml=eml, terms=when)


def _wait_until_looked_through(session: Session, queue: "OpenQueue", batch: int) -> str | None:
    """Wait until the folders of `batch` are looked through; words when its recipe cannot be used for them."""
    with session.reader() as reader:
        while reader is not None:
            row = reader.batch(batch)
            if row is None or row.state is not BatchState.BUILDING:
                refused = row is not None and row.state is BatchState.CANCELLED and not row.counts.total
                return row.note if row is not None and refused else None
            queue.settled(batch, 0.0)  # goes on here when the program that took it over has ended
            time.sleep(SHORTEST_S)
    return None


def _lanes(loaded: "Loaded") -> frozenset[str]:
    from app.jobs.registry import kind

    lane = kind(loaded.kind).lane_name(loaded.recipe)
    return frozenset({lane, f"{lane}/files"})  # the second one is where messages are written as files


def _drives(paths: Sequence[str]) -> frozenset[str]:
    """What the dropped folders, and the folders of dropped files, are called among the lanes."""
    from app.core.model import DRIVE

    return frozenset(f"{DRIVE}{path if Path(path).is_dir() else Path(path).parent}" for path in paths)


def _refuse_password_for_another(queue: "OpenQueue", given: bool) -> None:
    if given and not queue.ours:
        raise Stop(
            Exit.USAGE,
            "Another Dropmill works on this queue, so a password cannot be handed over. Store it with "
            "dropmill account add, or end the other program. Nothing was started.",
        )


def _say_left_out(session: Session, batch: "Batch | None") -> None:
    """Files of dropped folders that are none for this recipe."""
    left_out: dict[str, int] = batch.options.get("left_out", {}) if batch is not None else {}
    if left_out:
        words = ", ".join(f"{n:,} {suffix or 'without a suffix'}" for suffix, n in sorted(left_out.items()))
        session.out.note(f"Left out, because they are no files for this recipe: {words}")


def _say_why_waiting(session: Session, reader: "Reader", wanted: "Submission", batch: "Batch | None") -> None:
    if batch is None or not batch.counts.open:
        return
    if not wanted.start and not reader.paused():
        session.out.note(f"Nothing was sent. Send it with: dropmill start {batch.id}, then dropmill work")
        return
    for reason in reasons.of_batch(reader, batch, time.time_ns() // 1_000_000):
        session.out.note(reason)


def _say_start(session: Session, wanted: "Submission") -> None:
    now = time.time_ns() // 1_000_000
    if wanted.not_before is not None and wanted.not_before > now:
        when = words(wanted.not_before, now)
        session.out.note(f"Starts {when}, if Dropmill is open then. Without a window: dropmill work --forever")


def _verdict(counts: Counts, *, stops_after_check: bool = False, blocked: int = 0) -> Exit:
    """The exit code of what happened. After a mere check, waiting rows are what was asked for."""
    if counts.failed or counts.unconfirmed or counts.cancelled:
        return Exit.FAILED
    if stops_after_check:
        return Exit.FAILED if blocked else Exit.OK
    return Exit.FAILED if counts.open else Exit.OK


def _plan(session: Session, wanted: "Submission", as_json: bool) -> Exit:
    from app.engine.planner import plan_paths
    from app.engine.processed import earlier
    from app.jobs.base import JobError

    began = time.monotonic()
    totals: Counter[str] = Counter()
    try:
        with session.reader() as reader:
            known = earlier(reader, wanted) if reader is not None else None
            for job in plan_paths(wanted, session.services, known):
                totals[_say_planned(session, job, as_json)] += 1
    except JobError as error:  # the recipe cannot be used for these inputs
        raise Stop(Exit.USAGE, error.failure.message, "Nothing was written.") from error
    if as_json:
        seconds = round(time.monotonic() - began, 1)
        counts = {word: totals[word] for word in PLANNED}
        session.out.emit({"event": "summary", "batch": None, "state": "planned", **counts, "seconds": seconds})
    else:
        words = ", ".join(f"{n:,} {word}" for word, n in totals.items()) or "No file here is one for this recipe"
        session.out.line(f"{words}. Nothing was written.")
    return Exit.FAILED if totals["failed"] or totals["blocked"] else Exit.OK


def _say_planned(session: Session, job: "PlannedJob", as_json: bool) -> str:
    """Say what one job would do; its state as printed."""
    from app.cli.lines import plan_line, state_word

    code, message = (job.failure.code, job.failure.message) if job.failure else (None, None)
    word = state_word(job.state, code)
    outputs = [output.path for output in job.outputs]
    if as_json:
        session.out.emit(plan_line(job.source.path, outputs, job.state, code, message, job.warnings, job.extra))
        return word
    session.out.line(f"{word:<8} {job.title or job.source.path}{f': {message}' if message else ''}")
    for path in outputs:
        session.out.line(f"         → {path}")
    for warning in job.warnings:
        session.out.line(f"         {warning.code}: {warning.message}")
    return word
