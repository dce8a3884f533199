"""`dropmill account` and `dropmill suppress`: mail accounts and people who must not get mail.

Owns: their options and words. Passwords come from standard input only, never from the command line.
"""

import json
import sys
from typing import Annotated

import typer

from app.cli.exits import Exit, Stop
from app.cli.session import Session

Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Name = Annotated[str, typer.Argument(help="The account's name.", metavar="NAME")]
Host = Annotated[str, typer.Option("--host", help="The mail server.", metavar="H")]
Port = Annotated[int, typer.Option("--port", help="Its port.", metavar="P")]
Security = Annotated[str, typer.Option("--security", help="tls, starttls, or none (loopback only).", metavar="S")]
User = Annotated[str | None, typer.Option("--user", help="Sign in as; left out = no sign-in.", metavar="U")]
From = Annotated[str | None, typer.Option("--from", help="The sender's address.", metavar="ADDR")]
PasswordStdin = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]
Addresses = Annotated[list[str] | None, typer.Argument(metavar="ADDRESS…")]

account = typer.Typer(help="Mail accounts.", no_args_is_help=True)
suppress = typer.Typer(help="People who must not get mail.", no_args_is_help=True)


@account.command("add")
def add(
    context: typer.Context,
    name: Name,
    host: Host,
    port: Port,
    security: Security,
    user: User = None,
    sender: From = None,
    password_stdin: PasswordStdin = False,
) -> Exit:
    """Add or change a mail account."""
    from app.jobs.mail.account import Account, AccountError

    session: Session = context.obj
    try:
        made = Account.make(name=name, host=host, port=port, security=security, user=user or "", from_addr=sender or "")
    except AccountError as error:
        raise Stop(Exit.USAGE, *error.problems) from error
    ask = user is not None and sys.stdin is not None and sys.stdin.isatty()
    password = session.take_password() if password_stdin or ask else None
    session.accounts.put(made)
    if password is not None and not session.secrets.store(name, password):
        session.out.note(
            "The account was added, but there is no keyring here that can keep its password. "
            "Give it to run or work with --password-stdin."
        )
    return Exit.OK


@account.command("list")
def list_accounts(context: typer.Context, as_json: Json = False) -> Exit:
    """List mail accounts."""
    session: Session = context.obj
    for one in session.accounts.all():
        if as_json:
            session.out.emit(json.loads(one.to_json()))
        else:
            who = f" as {one.user}" if one.user else ""
            session.out.line(f"{one.name}: {one.host}:{one.port} ({one.security}){who}")
    return Exit.OK


@account.command("remove")
def remove(context: typer.Context, name: Name) -> Exit:
    """Remove a mail account and its password."""
    session: Session = context.obj
    if not session.accounts.remove(name):
        raise Stop(Exit.USAGE, f"There is no account {name}.")
    session.secrets.forget(name)
    return Exit.OK


@account.command("test")
def test(context: typer.Context, name: Name, password_stdin: PasswordStdin = False) -> Exit:
    """Connect, secure the line and sign in; send nothing."""
    from app.jobs.mail.account import test_account

    session: Session = context.obj
    found = session.accounts.get(name)
    if found is None:
        raise Stop(Exit.USAGE, f"There is no account {name}.")
    if password_stdin:
        session.secrets.remember(name, session.take_password())
    report = test_account(found, session.secrets.get(name))
    if not report.ok:
        session.out.note(f"{name}: {report.phase}: {report.message} ({report.code})")
        return Exit.FAILED
    size = f" It takes messages up to {report.max_size:,} bytes." if report.max_size else ""
    session.out.line(f"{name}: {report.message}{size}")
    return Exit.OK


@suppress.command("add")
def suppress_add(context: typer.Context, addresses: Addresses = None) -> Exit:
    """Add addresses."""
    session: Session = context.obj
    session.out.line(f"{session.accounts.suppress(_given(addresses)):,} added")
    return Exit.OK


@suppress.command("remove")
def suppress_remove(context: typer.Context, addresses: Addresses = None) -> Exit:
    """Remove addresses."""
    session: Session = context.obj
    session.out.line(f"{session.accounts.allow(_given(addresses)):,} removed")
    return Exit.OK


@suppress.command("list")
def suppress_list(context: typer.Context, addresses: Addresses = None) -> Exit:
    """List addresses (all, or those given that are on the list)."""
    session: Session = context.obj
    wanted = {a.casefold() for a in addresses or ()}
    for address in session.accounts.suppressed():
        if not wanted or address.casefold() in wanted:
            session.out.line(address)
    return Exit.OK


def _given(addresses: list[str] | None) -> list[str]:
    if not addresses:
        raise Stop(Exit.USAGE, "Give addresses.")
    wrong = [a for a in addresses if "@" not in a.strip("@ ")]
    if wrong:
        raise Stop(Exit.USAGE, *(f"{a}: is not an address" for a in wrong), "Nothing was changed.")
    return addresses
