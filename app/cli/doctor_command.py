"""`dropmill doctor`: is everything there that the program needs?

Owns: the checks and their words. Each check stands alone: one that breaks does not hide the next.
"""

import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from app import __version__
from app.cli.exits import Exit, Stop
from app.cli.session import Session

LEAST_FREE = 200_000_000  # bytes; below this the first larger batch stops with a full drive
CODECS = ("jpg", "zlib", "webp", "avif", "libtiff", "littlecms2")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found. `broken` makes the exit code 1."""

    words: str
    broken: bool = False


def doctor(
    context: typer.Context,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Make a new queue of what can be read of a damaged one.")
    ] = False,
    source: Annotated[
        Path | None,
        typer.Option("--from", help="With --rebuild: the file to read; default: the queue.", metavar="FILE"),
    ] = None,
) -> Exit:
    """Check database, folders, Qt, codecs, keyring and disk."""
    session: Session = context.obj
    out = session.out
    if source is not None and not rebuild:
        raise Stop(Exit.USAGE, "--from names the file for --rebuild.")
    if rebuild:
        return _rebuild(session, source)
    broken = 0
    for name, check in CHECKS:
        try:
            finding = check(session)
        except Stop as stop:
            finding = Finding(" ".join(stop.lines), True)
        except Exception as error:  # noqa: BLE001 - whatever a check raises is its finding
            finding = Finding(f"{type(error).__name__}: {error}", True)
        broken += finding.broken
        out.line(f"{'broken' if finding.broken else 'ok':<7} {name:<9} {finding.words}")
    return Exit.FAILED if broken else Exit.OK


def _rebuild(session: Session, source: Path | None) -> Exit:
    """Exit code 0: all is there; 1: something is lost, and it is said what."""
    from app.engine.repair import rebuild_queue

    session.start_log()
    repair = rebuild_queue(session.folders.data, source)
    if repair is None:
        session.out.line("The queue is whole. Nothing was changed.")
        return Exit.OK
    saved = repair.saved
    say = session.out.line
    say(f"Read {repair.source}: {saved.pages:,} pages, {saved.damaged:,} of them damaged.")
    say(f"Saved {_count(saved.rows['batch'], 'batch', 'batches')} with {_count(saved.rows['job'], 'job', 'jobs')}.")
    for batch, jobs in sorted(saved.missing.items()):
        say(f"Lost {_count(jobs, 'job', 'jobs')} of batch {batch}.")
    if saved.dropped:
        say(f"Lost {_count(saved.dropped, 'row', 'rows')} that could be read in part only.")
    if saved.orphans:
        say(f"Lost {_count(saved.orphans, 'row', 'rows')} whose batch or job is lost.")
    if saved.doubtful:
        say("The last changes before the damage are lost, too.")
    if saved.unconfirmed:
        say(f"Unconfirmed now: {_count(saved.unconfirmed, 'e-mail', 'e-mails')} that may have been sent.")
    if saved.paused:
        say(f"Look through, then send: batch {', '.join(map(str, saved.paused))}.")
    if repair.replaced is not None:
        say(f"The queue that stood here is kept as {repair.replaced}.")
    lost = saved.missing or saved.dropped or saved.orphans or saved.doubtful
    return Exit.FAILED if lost else Exit.OK


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _program(_session: Session) -> Finding:
    how = "packaged" if getattr(sys, "frozen", False) else "from source"
    return Finding(f"Dropmill {__version__}, {how}, Python {platform.python_version()} on {platform.platform()}")


def _folders(session: Session) -> Finding:
    session.folders.make()
    with tempfile.TemporaryFile(dir=session.folders.data) as file:
        file.write(b"x")
    return Finding(str(session.folders.data))


def _database(session: Session) -> Finding:
    from app.store.connection import format_of, problem_of, schema_version

    known, path = f"queue format {schema_version()}", session.folders.database
    if not path.exists():
        return Finding(f"{known}; no queue yet")
    problem = problem_of(path)
    if problem is not None:
        cure = "Close Dropmill, then type: dropmill doctor --rebuild"
        return Finding(f"{known}; {path} is damaged ({problem}). {cure}", True)
    if format_of(path) < schema_version():
        return Finding(f"{known}; the queue has format {format_of(path)} until Dropmill or dropmill work is started")
    with session.reader() as reader:
        assert reader is not None, "it is there"
        batches = reader.batches(dismissed=True)
        wrong = [batch.id for batch in batches if reader.recount(batch.id) != batch.counts]
        jobs = sum(batch.counts.total for batch in batches)
    if wrong:
        return Finding(f"{known}; the counters of batches {', '.join(map(str, wrong))} do not add up", True)
    return Finding(f"{known}; {len(batches):,} batches, {jobs:,} jobs, counters add up")


def _size(session: Session) -> Finding:
    from app.engine.kept_folders import bytes_kept
    from app.store.connection import format_of, schema_version

    kept, path = f"kept originals {_megabytes(bytes_kept(session.folders.data))}", session.folders.database
    if path.exists() and format_of(path) < schema_version():
        return Finding(f"queue {_megabytes(path.stat().st_size)}, {kept}")
    with session.reader() as reader:
        if reader is None:
            return Finding(kept)
        size = reader.size()
    free, log = _megabytes(size.free), _megabytes(size.log)
    return Finding(f"queue {_megabytes(size.file)} ({free} of it free), write-ahead log {log}, {kept}")


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"


def _settings(session: Session) -> Finding:
    names = session.accounts.names()
    for name in names:
        session.accounts.get(name)
    return Finding(f"{len(names)} mail accounts")


def _recipes(session: Session) -> Finding:
    entries = session.shelf.entries()
    if not any(entry.built_in for entry in entries):
        return Finding("the recipes that ship with the program are missing", True)
    from app.jobs.recipe import RecipeError

    wrong: list[str] = []
    for entry in entries:
        try:
            session.shelf.load(str(entry.path))
        except RecipeError as error:
            wrong.append(f"{entry.name}: {error}")
    return Finding("; ".join(wrong) or f"{len(entries)} recipes", bool(wrong))


def _qt(_session: Session) -> Finding:
    from app.system.qt import version

    return Finding(f"Qt {version()}")


def _codecs(_session: Session) -> Finding:
    from PIL import features

    missing = [name for name in CODECS if not features.check(name)]
    have = ", ".join(name for name in CODECS if name not in missing)
    return Finding(f"{have}{'; missing: ' + ', '.join(missing) if missing else ''}", bool(missing))


def _quick(_session: Session) -> Finding:
    from app.system.parts import quick_codecs

    codecs = quick_codecs()
    used = ", ".join(name for name, live in codecs.items() if live) or "none"
    unused = ", ".join(name for name, live in codecs.items() if not live)
    return Finding(f"{used}{f'; not used: {unused}, Pillow does their work' if unused else ''}")


def _tls(_session: Session) -> Finding:
    from app.system.parts import certificates

    return Finding(certificates())


def _keyring(_session: Session) -> Finding:
    from app.system.secrets import system_keyring

    backend, words = system_keyring()
    if backend is None:
        return Finding(f"none here; passwords live for one run (--password-stdin). {words}")
    return Finding(words)


def _disk(session: Session) -> Finding:
    free = shutil.disk_usage(session.folders.data).free
    return Finding(f"{free / 1e9:.1f} GB free", free < LEAST_FREE)


CHECKS: tuple[tuple[str, Callable[[Session], Finding]], ...] = (
    ("program", _program),
    ("folders", _folders),
    ("database", _database),
    ("size", _size),
    ("settings", _settings),
    ("recipes", _recipes),
    ("Qt", _qt),
    ("codecs", _codecs),
    ("quick", _quick),
    ("TLS", _tls),
    ("keyring", _keyring),
    ("disk", _disk),
)
