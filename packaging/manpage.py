"""The manual page `dropmill(1)`, made of the command line's own help, so that it cannot say anything else.

Owns: the form of the page (man(7)). Must not know any command.
"""

import re
from collections.abc import Iterator
from typing import Any

import typer

from app.cli.main import app

_ABOUT = """\
Dropmill resizes and converts pictures, cleans CSV and Excel tables and sends e-mails to a list of recipients: thousands
at a time, on all cores. Without a command it opens its window, with the files added. What can be retried is retried;
what cannot is listed with a reason. It can be killed at any moment without losing a job, harming an original or sending
one e-mail twice."""
_EXITS = (
    ("0", "All jobs are done or skipped."),
    ("1", "At least one failed, is unconfirmed or was cancelled."),
    ("2", "Wrong usage, recipe or paths; nothing was started."),
    ("3", "The queue cannot be opened."),
    ("130", "Interrupted; what is queued stays queued."),
)


def page(version: str, date: str) -> str:
    """The page as troff source. `date`: of the release, `2026-11-24`."""
    command: Any = typer.main.get_command(app)
    lines = [
        f'.TH DROPMILL 1 "{date}" "Dropmill {version}" "User Commands"',
        ".SH NAME",
        "dropmill \\- batch work on pictures, tables and mailings",
        ".SH SYNOPSIS",
        ".B dropmill",
        "[\\fIOPTIONS\\fR] [\\fIFILE\\fR ...]",
        ".br",
        ".B dropmill",
        "[\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIARGUMENTS\\fR]",
        ".SH DESCRIPTION",
        _plain(_ABOUT),
        ".SH OPTIONS",
        *_options(command),
        ".SH COMMANDS",
        *_commands(command, ""),
        ".SH EXIT STATUS",
    ]
    for code, words in _EXITS:
        lines += [".TP", f".B {code}", _plain(words)]
    lines += [
        ".SH ENVIRONMENT",
        ".TP",
        ".B DROPMILL_DATA_DIR",
        "The folder of queue, settings and logs, as with \\fB\\-\\-data\\-dir\\fR.",
        ".TP",
        ".B DROPMILL_RETRY_SCALE",
        "Multiplies every retry delay and every pause; for tests and demonstrations.",
        ".SH FILES",
        ".TP",
        ".I ~/.local/share/dropmill",
        "Queue, recipes, settings and logs. A folder named \\fIportable\\fR beside the program takes their place.",
    ]
    return "\n".join([*lines, ""])


def _commands(group: Any, before: str) -> Iterator[str]:
    for name, command in group.commands.items():
        if command.hidden:
            continue
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{name} ")
            continue
        arguments = [one for one in command.params if one.param_type_name == "argument"]
        words = [f"{before}{name}", *((one.metavar or one.name).upper() for one in arguments)]
        yield f".SS {_plain(' '.join(words))}"
        yield _plain(command.help or "")
        yield from _options(command)


def _options(command: Any) -> Iterator[str]:
    context = typer.Context(command)
    for option in command.params:
        record = option.get_help_record(context) if option.param_type_name == "option" else None
        if record is None:  # an argument, or hidden
            continue
        names, words = record
        yield ".TP"
        yield re.sub(r"(?<!\S)(\\-\S*[^\s,])", r"\\fB\1\\fR", _plain(names))
        yield _plain(words)


def _plain(text: str) -> str:
    """`text` without a meaning to troff: its escapes, hyphens, a dot that begins a line, letters beyond ASCII."""
    escaped = re.sub(r"\s*\n\s*\n\s*", "\n.PP\n", text.strip()).replace("\\", "\\e").replace("-", "\\-")
    guarded = re.sub(r"^(['.])(?!PP$)", r"\\&\1", escaped, flags=re.MULTILINE)
    return re.sub(r"[^\x00-\x7f]", lambda one: f"\\[u{ord(one[0]):04X}]", guarded)
