"""The command line: global options, the table of commands, and how every command ends.

Owns: parsing and exit codes. Must not know: what commands do. Light on purpose: `dropmill --version` imports neither
Qt nor any library for pictures or tables.
"""

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from app import __version__
from app.cli import (
    account_commands,
    alert_commands,
    demo_command,
    doctor_command,
    key_commands,
    order_commands,
    queue_commands,
    recipe_commands,
    report_command,
    stats_command,
    suppress_command,
    undo_command,
    watch_commands,
    work_commands,
)
from app.cli.exits import Exit, Stop
from app.cli.out import Out
from app.cli.session import OpenWindow, Session
from app.system.folders import find

PROGRAM = "dropmill"
LEVELS = ("debug", "info", "warning", "error")
OPEN = "open-window"  # the hidden command behind `dropmill` and `dropmill FILES…`


class FilesOrCommand(TyperGroup):
    """A first word that is no command is a file for the window."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that `args` mean."""
        if args and args[0] not in self.commands and _means_a_path(args[0]):
            args = [OPEN, *args]
        return super().resolve_command(ctx, args)


def _means_a_path(word: str) -> bool:
    """Whether `word` names a file, or would if the file were there: then its absence is what must be said."""
    if word.startswith("-"):
        return False
    return os.path.lexists(word) or os.sep in word or "." in word or bool(os.altsep and os.altsep in word)


app = typer.Typer(
    cls=FilesOrCommand,
    help="Drop pictures, tables and recipient lists; find everything done, or listed with a reason.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
work_commands.register(app)
queue_commands.register(app)
order_commands.register(app)
app.add_typer(recipe_commands.recipes, name="recipes")
app.add_typer(watch_commands.watch, name="watch")
app.add_typer(account_commands.account, name="account")
app.add_typer(suppress_command.suppress, name="suppress")
app.add_typer(key_commands.key, name="key")
app.add_typer(alert_commands.alert, name="alert")
app.command("report")(report_command.report)
app.command("stats")(stats_command.stats)
app.command("undo")(undo_command.undo)
app.command("doctor")(doctor_command.doctor)
app.command("demo")(demo_command.demo)


@app.command(OPEN, hidden=True)
def open_window(context: typer.Context, files: Annotated[list[str] | None, typer.Argument()] = None) -> int:
    """Open the window, with the files added."""
    from app.cli.opened import keep_recipes
    from app.cli.submit import absolute_paths

    session: Session = context.obj
    paths = keep_recipes(session, list(absolute_paths(files or [])))
    if session.open_window is None:
        raise Stop(Exit.USAGE, "This program has no window. dropmill --help lists the commands.")
    if _handed_over(session.folders.data, paths):
        return Exit.OK
    session.start_log()
    return session.open_window(session.folders.data, paths, session.workers)


def _handed_over(data: Path, paths: Sequence[str]) -> bool:
    """Whether the program that holds the queue took `paths`: before anything of the window is loaded."""
    from app.engine.control import hand_over
    from app.store.errors import StoreError

    try:
        return hand_over(data, paths)
    except StoreError:
        if sys.stderr is not None and sys.stderr.isatty():
            raise
        return False  # nobody reads a terminal: the window says it


def _version(wanted: bool) -> None:
    if wanted:
        Out().line(f"{PROGRAM} {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    data_dir: Annotated[
        Path | None, typer.Option("--data-dir", help="Queue, settings, logs. Also DROPMILL_DATA_DIR.", metavar="DIR")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, max=256, help="Worker processes; default: cores.", metavar="N")
    ] = None,
    log_level: Annotated[
        str | None, typer.Option("--log-level", help=f"{', '.join(LEVELS)}; also logs to standard error.", metavar="L")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Print the version.")
    ] = False,
) -> int | None:
    """Global options; without a command the window opens."""
    surroundings: _Surroundings = context.obj
    if log_level is not None and log_level.lower() not in LEVELS:
        raise Stop(Exit.USAGE, f"--log-level: unknown value {log_level}; expected one of {', '.join(LEVELS)}")
    context.obj = Session(
        folders=find(data_dir),
        out=surroundings.out,
        workers=jobs,
        log_level=log_level,
        open_window=surroundings.open_window,
    )
    if context.invoked_subcommand is None:
        return open_window(context)
    return None


class _Surroundings:
    """What `run` hands to the options' callback."""

    def __init__(self, out: Out, window: OpenWindow | None) -> None:
        self.out = out
        self.open_window = window


def run(arguments: Sequence[str] | None = None, window: OpenWindow | None = None) -> int:
    """Do what `arguments` (default: the process's) say and return the exit code. `window` opens the window."""
    out = Out()
    command = typer.main.get_command(app)
    try:
        result = command.main(
            None if arguments is None else list(arguments),
            prog_name=PROGRAM,
            standalone_mode=False,
            obj=_Surroundings(out, window),
        )
        return int(result or 0)
    except Stop as stop:
        for line in stop.lines:
            out.note(line)
        return stop.code
    except BrokenPipeError:
        out.give_up()
        return Exit.FAILED
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last line of defence; the parser's own have no public name
        return _ended_badly(error, out)


def _ended_badly(error: Exception, out: Out) -> int:
    """Exit code and words for what the commands' own code did not turn into a `Stop`."""
    code = getattr(error, "exit_code", None)
    if isinstance(code, int) and hasattr(error, "format_message"):  # wrong usage, found by the parser
        context = getattr(error, "ctx", None)
        out.note(error.format_message())
        if context is not None:
            out.note(f"{context.command_path} --help")
        return code
    from app.store.errors import StoreError
    from app.system.settings import SettingsError

    if isinstance(error, (SettingsError, StoreError)):
        out.note(str(error))
        return Exit.QUEUE
    if isinstance(error, typer.Abort):
        return Exit.INTERRUPTED
    logging.getLogger(__name__).critical("A command ended unexpectedly", exc_info=error)
    out.note(f"Dropmill made a mistake: {type(error).__name__}: {error}. The log in the data folder has the details.")
    return Exit.FAILED
