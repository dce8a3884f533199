"""Commands for who goes first and how much runs at once: priority, move, pause, resume, lanes.

Owns: their options and words. Must not know: how the engine chooses. Everything here lasts, whoever holds the queue.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.exits import Exit, Stop
from app.cli.lines import PRIORITIES, lanes_line
from app.cli.queue_commands import steer
from app.cli.session import Session

if TYPE_CHECKING:
    from app.core.model import Lane

CPU = "cpu"  # the lane of everything that runs in worker processes
MAIL = ("mail:{}", "mail:{}/files")  # the lanes of an account: its messages sent, and written as files
ALL = "all"  # lifts a limit
MOST = 256  # jobs at once: as many as --jobs can be

BatchId = Annotated[int, typer.Argument(help="The batch's number.", metavar="BATCH")]
Priority = Annotated[str, typer.Argument(help="high, normal or low.", metavar="PRIORITY")]
JobIds = Annotated[list[int], typer.Argument(help="Numbers of jobs.", metavar="JOB…")]
Top = Annotated[bool, typer.Option("--top", help="Before all others of their batch.")]
Bottom = Annotated[bool, typer.Option("--bottom", help="Behind all others of their batch.")]
Now = Annotated[bool, typer.Option("--now", help="What runs is stopped and starts over later.")]
Before = Annotated[int | None, typer.Option("--before", help="Only this job's batch, before the job.", metavar="JOB")]
Unmark = Annotated[int | None, typer.Option("--unmark", help="Take --before back for a batch.", metavar="BATCH")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Limits = Annotated[
    list[str] | None, typer.Option("--limit", help=f"At most N jobs at once; {ALL} lifts it.", metavar="LANE=N")
]


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("priority")(priority)
    app.command("move")(move)
    app.command("pause")(pause)
    app.command("resume")(resume)
    app.command("lanes")(lanes)


def priority(context: typer.Context, batch: BatchId, priority: Priority) -> Exit:
    """Let a batch go before others, or behind them."""
    session: Session = context.obj
    if priority not in PRIORITIES:
        raise Stop(Exit.USAGE, f"Unknown priority {priority}; expected one of {', '.join(PRIORITIES)}")
    session.require_batch(batch)
    with session.queue(run=False) as queue:
        queue.commands.set_priority(batch, PRIORITIES[priority])
    return Exit.OK


def move(context: typer.Context, jobs: JobIds, top: Top = False, bottom: Bottom = False) -> Exit:
    """Put jobs before or behind all others of their batch."""
    if top == bottom:
        raise Stop(Exit.USAGE, "Give either --top or --bottom.")
    return steer(context.obj, jobs, lambda queue: queue.move(jobs, top), "moved")


def pause(context: typer.Context, now: Now = False, before: Before = None, unmark: Unmark = None) -> Exit:
    """Pause the whole queue; what runs, finishes. Or one batch, when it comes to a job."""
    session: Session = context.obj
    if sum((now, before is not None, unmark is not None)) > 1:
        raise Stop(Exit.USAGE, "Give only one of --now, --before and --unmark.")
    if before is not None:
        return _pause_before(session, before)
    if unmark is not None:
        session.require_batch(unmark)
    with session.queue(run=False) as queue:
        if unmark is not None:
            queue.commands.pause_at(unmark, None)
            return Exit.OK
        queue.commands.pause(now)
    session.out.note("The queue is paused.")
    return Exit.OK


def resume(context: typer.Context) -> Exit:
    """Let the queue go on, and lanes that waited for a person."""
    session: Session = context.obj
    with session.queue(run=False) as queue:
        queue.commands.resume()
    session.out.note("The queue goes on. If no window is open: dropmill work")
    return Exit.OK


def lanes(context: typer.Context, as_json: Json = False, limit: Limits = None) -> Exit:
    """List lanes, or change how many jobs they run at once."""
    session: Session = context.obj
    if limit:
        wanted = [_limit(session, text) for text in limit]
        with session.queue(run=False) as queue:
            for name, number in wanted:
                queue.commands.set_lane_limit(name, number)
    for lane in _lanes(session):
        if as_json:
            session.out.emit(lanes_line(lane))
            continue
        words = [f"at most {lane.limit} at once"] if lane.limit is not None else []
        words += [lane.message] if lane.paused and lane.message else []
        session.out.line(f"{lane.name:<20} {'paused' if lane.paused else 'open':<7} {'; '.join(words)}".rstrip())
    return Exit.OK


def _pause_before(session: Session, job: int) -> Exit:
    with session.reader() as reader:
        found = reader.job(job) if reader is not None else None
    if found is None:
        raise Stop(Exit.USAGE, f"There is no job {job}.")
    with session.queue(run=False) as queue:
        if not queue.commands.pause_at(found.batch, job):
            raise Stop(Exit.USAGE, f"Job {job} has begun or ended; the batch cannot pause before it.")
    session.out.note(f"Batch {found.batch} pauses before {found.title}. It goes on with: dropmill start {found.batch}")
    return Exit.OK


def _lanes(session: Session) -> list["Lane"]:
    """The lanes that have something to say, and the one that always is."""
    from app.core.model import Lane

    with session.reader() as reader:
        found = reader.lanes() if reader is not None else []
    if not any(lane.name == CPU for lane in found):
        found.append(Lane(CPU, False, None, None, None, 0))
    return sorted(found, key=lambda lane: (lane.name != CPU, lane.name))


def _limit(session: Session, text: str) -> tuple[str, int | None]:
    """`LANE=N`. Ends the command (2) for anything else, and for a lane that is not there."""
    name, _, number = text.rpartition("=")
    known = [CPU, *(form.format(account) for account in session.accounts.names() for form in MAIL)]
    if name not in known:
        raise Stop(Exit.USAGE, f"--limit {text}: expected LANE=N with one of the lanes {', '.join(known)}")
    if number == ALL:
        return name, None
    if not number.isascii() or not number.isdigit() or not 1 <= int(number) <= MOST:
        raise Stop(Exit.USAGE, f"--limit {text}: expected a number from 1 to {MOST}; {ALL} lifts the limit")
    return name, int(number)
