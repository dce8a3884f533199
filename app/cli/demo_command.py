"""`dropmill demo`: the shipped samples through all three kinds, with a mail server on this machine.

Owns: what the demonstration does and which failures it provokes on purpose. It uses the real queue, engine and kinds,
in a folder of its own; nothing of the user's is touched. Must not know: how anything is done.
"""

import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.exits import Exit, Stop
from app.cli.session import Session
from app.core.states import JobState
from app.core.wording import visible
from app.system.environment import SCALE_VARIABLE

if TYPE_CHECKING:
    from app.core.model import Batch, Job
    from app.store.reader import Reader

ACCOUNT = "demo"
SCALE = "0.01"  # a put-off message is tried again after a third of a second instead of half a minute
HORIZON_S = 60.0
WIDTH = 110  # columns when the output is no terminal

Folder = Annotated[Path | None, typer.Argument(help="A new folder for the demonstration.", metavar="DIR")]
Window = Annotated[bool, typer.Option("--window", help="Show it in the window, where there is a display.")]


@dataclass(frozen=True, slots=True)
class Show:
    """One batch of the demonstration. `inputs` and `recipe` lie in the samples (a recipe without a slash is a shelf's
    name). `done`: jobs that must succeed; `provoked`: (state, code) of every other end, and how often."""

    recipe: str
    inputs: tuple[str, ...]
    done: int
    provoked: dict[tuple[str, str], int]
    results: str | None


BAD_PICTURES = {("failed", "CORRUPT"): 1, ("failed", "NOT_AN_IMAGE"): 1}
SHOWS = (
    Show("Web photos", ("photos",), 13, BAD_PICTURES, "web photos"),
    Show("Thumbnails", ("photos",), 13, BAD_PICTURES, "thumbnails"),
    Show("Clean table", ("tables",), 4, {("failed", "EMPTY_FILE"): 1}, "clean tables"),
    Show("Remove duplicates", ("tables/customers (code page).csv",), 1, {}, "without duplicates"),
    Show(
        "mail/summer evening.json",
        ("mail/guests.csv",),
        7,
        {
            ("failed", "RCPT_PERM"): 1,
            ("unconfirmed", "UNCERTAIN"): 1,
            ("blocked", "PRE_BAD_ADDRESS"): 1,
            ("blocked", "PRE_ATTACH_MISSING"): 1,
            ("skipped", "PRE_DUPLICATE"): 1,
        },
        None,
    ),
)


def demo(context: typer.Context, folder: Folder = None, window: Window = False) -> Exit:
    """Run the bundled samples through all three kinds, with a mail server on this machine."""
    from app.cli.demo_peer import DemoPeer
    from app.system.folders import Folders

    outer: Session = context.obj
    place = _new_folder(folder)
    _copy_samples(place)
    os.environ.setdefault(SCALE_VARIABLE, SCALE)
    session = replace(outer, folders=Folders(place / "data"))
    began = time.monotonic()
    with DemoPeer(place / "mailbox") as peer:
        _add_account(session, peer.port)
        batches = _run(session, place, window)
    with session.reader() as reader:
        if reader is None:
            raise Stop(Exit.QUEUE, f"The queue {session.folders.database} is not there.")
        surprises = _report(session, reader, batches, time.monotonic() - began)
    session.out.line(f"Pictures and tables: {place / 'results'}")
    session.out.line(f"Messages that the mail server took: {place / 'mailbox'}")
    session.out.line(f"The queue: dropmill --data-dir {session.folders.data} list")
    if surprises:
        session.out.line("Not as expected:")
        for line in surprises:
            session.out.line(f"  {line}")
        return Exit.FAILED
    session.out.line("Every failure above was provoked on purpose; everything else went well.")
    return Exit.OK


def _new_folder(folder: Path | None) -> Path:
    if folder is None:
        return Path(tempfile.mkdtemp(prefix="dropmill-demo-"))
    folder = folder.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Stop(Exit.USAGE, f"{folder} is not empty; give a new folder. Nothing was started.")
    except OSError as error:
        raise Stop(Exit.USAGE, f"{folder} cannot be used: {error.strerror}. Nothing was started.") from error
    return folder


def _copy_samples(place: Path) -> None:
    from app.system.resources import resource

    for part in ("photos", "tables", "mail"):
        source = resource("samples", part)
        if not source.is_dir():
            raise Stop(Exit.USAGE, f"The samples are missing: {source}. Install Dropmill again.")
        shutil.copytree(source, place / "samples" / part)


def _add_account(session: Session, port: int) -> None:
    from app.cli.demo_peer import HOST
    from app.jobs.mail.account import Account

    session.accounts.put(
        Account.make(name=ACCOUNT, host=HOST, port=port, security="none", from_addr="Dropmill <demo@example.org>")
    )


def _run(session: Session, place: Path, window: bool) -> list[int]:
    """Add all batches and work until nothing can go on; the window first, when asked for and possible."""
    from app.cli.follow import Follower
    from app.cli.running import watching, work_off
    from app.cli.submit import submission
    from app.cli.view import Quiet

    wanted = []
    for show in SHOWS:
        name = show.recipe if "/" not in show.recipe else str(place / "samples" / show.recipe)
        paths = [str(place / "samples" / path) for path in show.inputs]
        out = place / "results" / show.results if show.results else None
        wanted.append(submission(session.recipe(name), paths, out=out, send=out is None))
    batches: list[int] = []
    if window and session.open_window is not None and _has_display():
        with session.queue(run=False) as queue:  # looked through by the window's engine
            batches = [queue.commands.submit(one) for one in wanted]
        session.open_window(session.folders.data, [], session.workers)
    with session.queue(run=True) as queue, watching(session, queue, Quiet()) as (reader, view):
        batches = batches or [queue.commands.submit(one) for one in wanted]
        session.out.note(f"Working on {len(batches)} batches.")
        if work_off(queue, Follower(reader, view, batch=None, start_ms=0), None, HORIZON_S * session.retry_scale):
            raise Stop(Exit.INTERRUPTED, f"Stopped. What is there so far is in {place}")
    return batches


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))


def _report(session: Session, reader: "Reader", batches: Sequence[int], seconds: float) -> list[str]:
    """Print what came out of every batch; return what is not as expected."""
    from rich.console import Console
    from rich.table import Table

    out = session.out.stdout
    console = Console(file=out, markup=False, highlight=False, width=None if out.isatty() else WIDTH)
    overview = Table()
    for heading in ("Batch", "Recipe", "Jobs", "Done", "Left out", "Failed", "Unconfirmed", "Blocked"):
        overview.add_column(heading, min_width=len(heading))  # at 80 columns only the recipe's name breaks
    causes = Table("State", "Cause", "What happened", title="Provoked on purpose", title_justify="left")
    surprises: list[str] = []
    told: dict[tuple[str, str], dict[str, None]] = {}  # the same sentence of two batches is said once
    for show, number in zip(SHOWS, batches, strict=True):
        batch = reader.batch(number)
        if batch is None:
            surprises.append(f"{show.recipe}: batch {number} is gone")
            continue
        ends = _ends(reader, batch)
        overview.add_row(*(str(value) for value in _row(batch, ends)))
        for key in show.provoked.keys() & ends.keys():
            told.setdefault(key, {}).update(dict.fromkeys(visible(j.message or j.title) for j in ends[key]))
        surprises += _surprises(show, batch, ends)
    for (word, code), words in sorted(told.items()):
        causes.add_row(word, code, "\n".join(words))
    console.print(overview)
    console.print(causes)
    session.out.line(f"{seconds:.1f} s in all")
    return surprises


def _ends(reader: "Reader", batch: "Batch") -> dict[tuple[str, str], list["Job"]]:
    """Jobs of a batch by (state word, code); done ones by ("done", "")."""
    from app.cli.lines import state_word
    from app.store.reader import JobView

    ends: dict[tuple[str, str], list[Job]] = {}
    for job in reader.iter_jobs(JobView(batch=batch.id)):
        code = "" if job.state is JobState.DONE else job.code or ""
        ends.setdefault((state_word(job.state, job.code), code), []).append(job)
    return ends


def _row(batch: "Batch", ends: dict[tuple[str, str], list["Job"]]) -> tuple[object, ...]:
    by_word = Counter({word: 0 for word, _ in ends})
    for (word, _), jobs in ends.items():
        by_word[word] += len(jobs)
    words = ("done", "skipped", "failed", "unconfirmed", "blocked")
    return batch.id, batch.recipe_name, batch.counts.total, *(by_word[word] for word in words)


def _surprises(show: Show, batch: "Batch", ends: dict[tuple[str, str], list["Job"]]) -> list[str]:
    wanted = {("done", ""): show.done, **show.provoked}
    found = {key: len(jobs) for key, jobs in ends.items()}
    lines = [f"{batch.recipe_name}: {batch.note}"] if batch.note and not ends else []
    for word, code in sorted(wanted.keys() | found.keys()):
        have, expected = found.get((word, code), 0), wanted.get((word, code), 0)
        if have != expected:
            messages = "; ".join(job.message or job.title for job in ends.get((word, code), ()) if word != "done")
            cause = f" {code}" if code else ""
            lines.append(f"{batch.recipe_name}: {have} {word}{cause}, expected {expected}. {messages}".rstrip())
    return lines
