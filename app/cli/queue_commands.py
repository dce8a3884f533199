"""Commands that look at the queue and steer it: list, batches, show, failures; retry, cancel, hold, release, confirm.

Owns: their options and words. Must not know: SQL or how jobs are done. Looking needs no lock and works while another
process holds the queue; steering is handed to that process.
"""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.exits import Exit, Stop
from app.cli.lines import (
    BLOCKED,
    batches_line,
    cause_line,
    list_line,
    show_line,
    state_word,
    title_of,
)
from app.cli.report_command import write_table
from app.cli.session import Session
from app.cli.times import words as time_words
from app.core.failures import info
from app.core.states import JobState

if TYPE_CHECKING:
    from app.core.model import Job
    from app.engine.commands import Commands

Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
BatchOption = Annotated[int | None, typer.Option("--batch", help="Only this batch.", metavar="ID")]
State = Annotated[str | None, typer.Option("--state", help="Only jobs in this state.", metavar="S")]
JobId = Annotated[int, typer.Argument(help="The job's number.", metavar="JOB")]
JobIds = Annotated[list[int] | None, typer.Argument(help="Numbers of jobs.", metavar="JOB…")]
CsvFile = Annotated[Path | None, typer.Option("--csv", help="Write a table to this new file.", metavar="FILE")]
All = Annotated[bool, typer.Option("--all", help="All failed jobs.")]
Code = Annotated[str | None, typer.Option("--code", help="Failed jobs with this code.", metavar="C")]
Sent = Annotated[bool, typer.Option("--sent", help="It arrived: done.")]
Look = Annotated[bool, typer.Option("--look", help="Look for it among the sent messages; found is done.")]
SendAgain = Annotated[bool, typer.Option("--send-again", help="It did not arrive: send it once more.")]


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("list")(list_jobs)
    app.command("batches")(batches)
    app.command("show")(show)
    app.command("failures")(failures)
    app.command("retry")(retry)
    app.command("cancel")(cancel)
    app.command("hold")(hold)
    app.command("release")(release)
    app.command("confirm")(confirm)


def list_jobs(context: typer.Context, state: State = None, batch: BatchOption = None, as_json: Json = False) -> Exit:
    """List jobs."""
    session: Session = context.obj
    for job in _jobs(session, batch, state):
        if as_json:
            session.out.emit(list_line(job))
        else:
            words = job.message or job.note or ", ".join(job.outputs)
            session.out.line(f"{job.id:>7}  {state_word(job.state, job.code):<12} {job.title}  {words}".rstrip())
    return Exit.OK


def batches(context: typer.Context, as_json: Json = False) -> Exit:
    """List batches, newest first."""
    from app.cli.view import describe

    session: Session = context.obj
    now = time.time_ns() // 1_000_000
    with session.reader() as reader:
        for batch in reader.batches(dismissed=True) if reader is not None else []:
            if as_json:
                session.out.emit(batches_line(batch))
            else:
                name = f"{batch.recipe_name}: {batch.title}"
                late = batch.not_before if (batch.not_before or 0) > now else None
                when = f"  starts {time_words(late, now)}" if late is not None else ""
                session.out.line(f"{batch.id:>5}  {batch.state.value:<10} {name}  {describe(batch.counts)}{when}")
    return Exit.OK


def show(context: typer.Context, job: JobId, as_json: Json = False) -> Exit:
    """Show one job: every attempt, its time, its error, its outputs."""
    session: Session = context.obj
    with session.reader() as reader:
        found = reader.job(job) if reader is not None else None
        if reader is None or found is None:
            raise Stop(Exit.USAGE, f"There is no job {job}.")
        line = show_line(found, reader.attempts(job))
    if as_json:
        session.out.emit(line)
        return Exit.OK
    session.out.line(f"Job {found.id} of batch {found.batch}: {line['state']}")
    session.out.line(f"  {found.title}")
    session.out.line(f"  from {found.input}")
    for output in found.outputs:
        session.out.line(f"  to {output}")
    for words in filter(None, (found.message, found.note, *(f"{w.code}: {w.message}" for w in found.warnings))):
        session.out.line(f"  {words}")
    for one in line["history"]:
        said = f": {one['code']} {one['message']}" if one["code"] else ""
        session.out.line(f"  Attempt {one['attempt']}, {one['started']}, {one['ms']} ms, {one['outcome']}{said}")
    return Exit.OK


def failures(context: typer.Context, batch: BatchOption = None, as_json: Json = False, csv: CsvFile = None) -> Exit:
    """List failed and unconfirmed jobs by cause."""
    session: Session = context.obj
    if batch is not None:
        session.require_batch(batch)
    failed = frozenset({JobState.FAILED, JobState.UNCONFIRMED})
    if csv is not None:
        write_table(session, csv, _jobs(session, batch, None, failed))
    with session.reader() as reader:
        groups = reader.causes(batch) if reader is not None else []
        by_code: dict[str, list[int]] = {}
        for job in _jobs(session, batch, None, failed) if groups else ():
            by_code.setdefault(job.code or "INTERNAL", []).append(job.id)
    for group in sorted(groups, key=lambda g: (-g.count, g.code)):
        ids = by_code.get(group.code, [])
        if as_json:
            session.out.emit(cause_line(group, ids))
            continue
        session.out.line(f"{group.count:>6}  {title_of(group.code)} ({group.code})")
        session.out.line(f"        {group.first_message if group.same_message else info(group.code).meaning}")
        session.out.line(f"        {info(group.code).advice}")
        session.out.line(f"        Jobs {', '.join(str(i) for i in ids[:12])}{' …' if len(ids) > 12 else ''}")
    return Exit.OK


def retry(context: typer.Context, jobs: JobIds = None, every: All = False, code: Code = None) -> Exit:
    """Send failed jobs back to the queue."""
    session: Session = context.obj
    if sum((every, code is not None, bool(jobs))) != 1:
        raise Stop(Exit.USAGE, "Give one of: --all, --code C, or numbers of jobs.")
    return steer(session, jobs or [], lambda queue: queue.retry(jobs or [], code=code), "back in the queue")


def cancel(context: typer.Context, jobs: JobIds = None, batch: BatchOption = None) -> Exit:
    """Cancel jobs that have not ended."""
    return _jobs_or_batch(context.obj, jobs, batch, lambda q, j, b: q.cancel(j, b), "cancelled")


def hold(context: typer.Context, jobs: JobIds = None, batch: BatchOption = None) -> Exit:
    """Take waiting jobs out of the line."""
    return _jobs_or_batch(context.obj, jobs, batch, lambda q, j, b: q.hold(j, b), "held")


def release(context: typer.Context, jobs: JobIds = None, batch: BatchOption = None) -> Exit:
    """Put held jobs, or blocked e-mail rows, back into the line."""
    return _jobs_or_batch(context.obj, jobs, batch, lambda q, j, b: q.release(j, b), "released")


def confirm(
    context: typer.Context, jobs: JobIds = None, sent: Sent = False, send_again: SendAgain = False, look: Look = False
) -> Exit:
    """Settle unconfirmed e-mails."""
    session: Session = context.obj
    if not jobs or sent + send_again + look != 1:
        raise Stop(Exit.USAGE, "Give numbers of jobs, and one of --sent, --send-again and --look.")
    if look:
        return _look(session, jobs)
    word = "marked as sent" if sent else "back in the queue"
    return steer(session, jobs, lambda queue: queue.confirm(jobs, sent), word)


def _jobs(
    session: Session, batch: int | None, state: str | None, states: frozenset[JobState] | None = None
) -> Iterable["Job"]:
    """Jobs of a batch or of all, in a state word of `list --state`. Ends the command for an unknown one."""
    from app.store.reader import JobView

    words = [s.value for s in JobState] + [BLOCKED]
    if state is not None:
        if state not in words:
            raise Stop(Exit.USAGE, f"--state: unknown value {state}; expected one of {', '.join(words)}")
        states = frozenset({JobState.HELD if state == BLOCKED else JobState(state)})
    if batch is not None:
        session.require_batch(batch)
    with session.reader() as reader:
        if reader is None:
            return
        for job in reader.iter_jobs(JobView(batch=batch, states=states)):
            if state is None or state_word(job.state, job.code) == state:
                yield job


def _jobs_or_batch(
    session: Session,
    jobs: list[int] | None,
    batch: int | None,
    command: Callable[["Commands", list[int], int | None], int],
    word: str,
) -> Exit:
    if bool(jobs) == (batch is not None):
        raise Stop(Exit.USAGE, "Give numbers of jobs, or --batch ID.")
    if batch is not None:
        session.require_batch(batch)
    return steer(session, jobs or [], lambda queue: command(queue, jobs or [], batch), word)


def _look(session: Session, jobs: list[int]) -> Exit:
    """Look for unconfirmed messages among the sent ones, and say what came of each."""
    found: list[int] = []

    def ask(queue: "Commands") -> int:
        looked = queue.look(jobs)
        found.extend(looked.found)
        for job in looked.missing:
            session.out.line(f"{job}  Not among the sent messages; it stays unconfirmed")
        for job, why in looked.untold:
            session.out.line(f"{job}  {why}")
        return len(found)

    steer(session, jobs, ask, "found among the sent messages, done now")
    return Exit.OK if found else Exit.FAILED


def steer(session: Session, jobs: list[int], command: Callable[["Commands"], int], word: str) -> Exit:
    """Give a command for `jobs` (which must exist) and say how many jobs it changed."""
    with session.reader() as reader:
        known = {job.id for job in reader.jobs(jobs)} if reader is not None else set()
    unknown = [job for job in jobs if job not in known]
    if unknown:
        raise Stop(Exit.USAGE, *(f"There is no job {job}." for job in unknown), "Nothing was changed.")
    with session.queue(run=False) as queue:
        changed = command(queue.commands)
    session.out.line(f"{changed:,} {word}")
    return Exit.OK
