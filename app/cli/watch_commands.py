"""`dropmill watch`: add, list, remove, pause, resume.

Owns: their options and words. Must not know: how folders are watched. Watching itself is done by whatever Dropmill
holds the queue: the window, or `dropmill work --forever`.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.exits import Exit, Stop
from app.cli.lines import watch_line
from app.cli.session import Session

if TYPE_CHECKING:
    from app.core.model import Watch

Recipe = Annotated[str, typer.Option("--recipe", "-r", help="A recipe's name, or a file.", metavar="R")]
Folder = Annotated[str, typer.Argument(help="The folder to watch.", metavar="FOLDER")]
OutFolder = Annotated[Path | None, typer.Option("--out", "-o", help="Where results go.", metavar="DIR")]
Polled = Annotated[bool, typer.Option("--polled", help="For network drives: look again and again.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Which = Annotated[str, typer.Argument(help="The watched folder, or its number.", metavar="FOLDER|ID")]
WhichOrAll = Annotated[str | None, typer.Argument(help="The watched folder, or its number.", metavar="FOLDER|ID")]

watch = typer.Typer(help="Folders whose new files are worked off by themselves.", no_args_is_help=True)


@watch.command("add")
def add(context: typer.Context, folder: Folder, recipe: Recipe, out: OutFolder = None, polled: Polled = False) -> Exit:
    """Watch a folder: what comes into it is worked off with a recipe. E-mail stops after the check."""
    from app.cli.submit import submission
    from app.core.model import WatchMode
    from app.store.errors import StoreError

    session: Session = context.obj
    wanted = submission(session.recipe(recipe), [folder], out=out)
    mode = WatchMode.POLLED if polled else WatchMode.NATIVE
    with session.queue(run=False) as queue:
        try:
            number = queue.commands.watch_add(
                wanted.paths[0], wanted.kind, wanted.recipe, wanted.recipe_name, wanted.out, mode.value
            )
        except StoreError as error:
            if error.code != "WATCH_REFUSED":
                raise
            raise Stop(Exit.USAGE, error.message) from error
        if queue.ours:
            session.out.note("It is looked through while the window is open, or: dropmill work --forever")
    session.out.line(str(number))
    return Exit.OK


@watch.command("list")
def list_watches(context: typer.Context, as_json: Json = False) -> Exit:
    """List watched folders."""
    session: Session = context.obj
    for one in _watches(session):
        if as_json:
            session.out.emit(watch_line(one))
            continue
        state = "paused" if not one.enabled else "waiting" if one.code else "watched"
        into = f" → {one.out}" if one.out else ""
        session.out.line(f"{one.id:>5}  {state:<8} {one.folder}  {one.recipe_name}{into}")
        if one.enabled and one.message:
            session.out.line(f"       {one.message}")
    return Exit.OK


@watch.command("remove")
def remove(context: typer.Context, which: Which) -> Exit:
    """Watch a folder no longer. Nothing in it is changed."""
    session: Session = context.obj
    (one,) = _named(session, which)
    with session.queue(run=False) as queue:
        queue.commands.watch_remove(one.id)
    session.out.note(f"{one.folder} is not watched any more.")
    return Exit.OK


@watch.command("pause")
def pause(context: typer.Context, which: WhichOrAll = None) -> Exit:
    """Stop looking into a folder, or into all of them."""
    return _enable(context.obj, which, False, "is not looked through until: dropmill watch resume")


@watch.command("resume")
def resume(context: typer.Context, which: WhichOrAll = None) -> Exit:
    """Look into a folder again, or into all of them."""
    return _enable(context.obj, which, True, "is looked through again.")


def _enable(session: Session, which: str | None, enabled: bool, words: str) -> Exit:
    chosen = _named(session, which)
    with session.queue(run=False) as queue:
        for one in chosen:
            queue.commands.watch_enable(one.id, enabled)
            session.out.note(f"{one.folder} {words}")
    return Exit.OK


def _watches(session: Session) -> list["Watch"]:
    with session.reader() as reader:
        return reader.watches() if reader is not None else []


def _named(session: Session, which: str | None) -> list["Watch"]:
    """The watched folder that `which` names (None: all). Ends the command (2) when there is none."""
    watched = _watches(session)
    if which is None:
        return watched
    found = [one for one in watched if str(one.id) == which]
    found = found or [one for one in watched if os.path.realpath(one.folder) == os.path.realpath(which)]
    if not found:
        raise Stop(Exit.USAGE, f"{which} is not a watched folder. They are listed by: dropmill watch list")
    return found[:1]
