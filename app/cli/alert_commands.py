"""`dropmill alert`: who is told when a batch finishes, something fails, a lane pauses or a drive is nearly full.

Owns: their options and words. Must not know: how alerts are given. Rules take effect at once, in a running window too.
"""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.exits import Exit, Stop
from app.cli.session import Session

if TYPE_CHECKING:
    from app.system.alert_rules import AnyRule

OCCASIONS = "batch-finished, batch-failures, lane-paused, disk-low"

Name = Annotated[str, typer.Argument(help="The alert's name.", metavar="NAME")]
Arguments = Annotated[list[str] | None, typer.Argument(help="Arguments of the program.", metavar="[-- ARG…]")]
On = Annotated[list[str] | None, typer.Option("--on", help=f"When: {OCCASIONS}; may be repeated.", metavar="EVENT")]
Desktop = Annotated[bool, typer.Option("--desktop", help="Show a notification.")]
Sound = Annotated[bool, typer.Option("--sound", help="Play a sound.")]
SoundFile = Annotated[Path | None, typer.Option("--sound-file", help="Play this sound.", metavar="FILE")]
Command = Annotated[
    str | None,
    typer.Option("--command", help="Run a program, the summary in its environment (DROPMILL_…).", metavar="PROGRAM"),
]
Post = Annotated[str | None, typer.Option("--post", help="Send the summary as JSON to this address.", metavar="URL")]
Mail = Annotated[str | None, typer.Option("--mail", help="Send an e-mail to this address.", metavar="ADDRESS")]
Account = Annotated[str | None, typer.Option("--account", help="The mail account for --mail.", metavar="NAME")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
PasswordStdin = Annotated[bool, typer.Option("--password-stdin", help="Read the mail password from standard input.")]

alert = typer.Typer(help="Be told when something happens.", no_args_is_help=True)


@alert.command("add")
def add(
    context: typer.Context,
    name: Name,
    arguments: Arguments = None,
    on: On = None,
    desktop: Desktop = False,
    sound: Sound = False,
    sound_file: SoundFile = None,
    command: Command = None,
    post: Post = None,
    mail: Mail = None,
    account: Account = None,
) -> Exit:
    """Add or change an alert."""
    from app.system.alert_rules import RuleError, parse_rule

    session: Session = context.obj
    ways: list[dict[str, Any]] = []
    if desktop:
        ways.append({"do": "desktop"})
    if sound or sound_file is not None:
        ways.append({"do": "sound", "file": None if sound_file is None else str(sound_file.absolute())})
    if command is not None:
        ways.append({"do": "command", "command": [_program(command), *(arguments or [])]})
    if post is not None:
        ways.append({"do": "post", "url": post})
    if mail is not None:
        ways.append({"do": "mail", "to": mail, "account": _account(session, account)})
    if len(ways) != 1:
        raise Stop(Exit.USAGE, "Give one of: --desktop, --sound, --command, --post, --mail.")
    if arguments and command is None:
        raise Stop(Exit.USAGE, "Arguments belong to a program: give it with --command.")
    if not on:
        raise Stop(Exit.USAGE, f"Say when, with --on: {OCCASIONS}.")
    try:
        session.alerts.put(parse_rule({**ways[0], "name": name, "on": on}))
    except RuleError as error:
        raise Stop(Exit.USAGE, *error.problems) from error
    return Exit.OK


@alert.command("list")
def list_alerts(context: typer.Context, as_json: Json = False) -> Exit:
    """List alerts."""
    session: Session = context.obj
    for rule in session.alerts.all():
        if as_json:
            session.out.emit(rule.model_dump(mode="json"))
        else:
            session.out.line(f"{rule.name}: {_words(rule)}, on {', '.join(rule.on)}")
    return Exit.OK


@alert.command("remove")
def remove(context: typer.Context, name: Name) -> Exit:
    """Remove an alert."""
    session: Session = context.obj
    if not session.alerts.remove(name):
        raise Stop(Exit.USAGE, f"There is no alert {name}.")
    return Exit.OK


@alert.command("test")
def test(context: typer.Context, name: Name, password_stdin: PasswordStdin = False) -> Exit:
    """Give an alert now, with a test summary (DROPMILL_TEST=1, "test": true)."""
    from app.alerts.summary import sample
    from app.alerts.trouble import AlertError

    session: Session = context.obj
    rule = session.alerts.get(name)
    if rule is None:
        raise Stop(Exit.USAGE, f"There is no alert {name}.")
    if password_stdin:
        session.secrets.remember(getattr(rule, "account", None), session.take_password())
    session.start_log()
    try:
        session.channels().give(rule, sample(rule.on[0]))
    except AlertError as error:
        session.out.note(f"{name}: {error}")
        return Exit.FAILED
    session.out.line(f"{name}: given")
    return Exit.OK


def _program(name: str) -> str:
    """The whole path of a program: where it is looked for later may be another place."""
    found = shutil.which(name)
    if found is None:
        raise Stop(Exit.USAGE, f"There is no program {name}.")
    return os.path.abspath(found)


def _account(session: Session, name: str | None) -> str:
    names = session.accounts.names()
    if name is None:
        raise Stop(
            Exit.USAGE, f"Say which account sends it, with --account: {', '.join(names) or 'there is none yet'}."
        )
    if name not in names:
        raise Stop(Exit.USAGE, f"There is no account {name}.")
    return name


def _words(rule: "AnyRule") -> str:
    match rule.do:
        case "command":
            return f"run {' '.join(rule.command)}"
        case "post":
            return f"post to {rule.url}"
        case "mail":
            return f"e-mail to {rule.to} by {rule.account}"
        case "sound":
            return f"sound {rule.file}" if rule.file else "sound"
        case "desktop":
            return "notification"
