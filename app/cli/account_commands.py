"""`dropmill account`: mail accounts.

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
Host = Annotated[
    str | None, typer.Option("--host", help="The mail server; left out = as the address tells.", metavar="H")
]
Port = Annotated[int | None, typer.Option("--port", help="Its port.", metavar="P")]
Security = Annotated[
    str | None, typer.Option("--security", help="tls, starttls, or none (loopback only).", metavar="S")
]
User = Annotated[str | None, typer.Option("--user", help="Sign in as; left out = no sign-in.", metavar="U")]
From = Annotated[str | None, typer.Option("--from", help="The sender's address.", metavar="ADDR")]
OAuth = Annotated[
    str | None, typer.Option("--oauth", help="Sign in with a browser: microsoft. Then: account sign-in.", metavar="WHO")
]
ClientId = Annotated[str, typer.Option("--client-id", help="The application that your organisation registered.")]
Tenant = Annotated[str, typer.Option("--tenant", help="The organisation; left out = any.")]
Connections = Annotated[int | None, typer.Option("--connections", help="Connections at once.", metavar="N")]
Rate = Annotated[int | None, typer.Option("--rate", help="People a minute.", metavar="N")]
PerHour = Annotated[int | None, typer.Option("--per-hour", help="People an hour.", metavar="N")]
PerDay = Annotated[int | None, typer.Option("--per-day", help="People a day.", metavar="N")]
ImapHost = Annotated[str, typer.Option("--imap-host", help="Where sent messages can be looked up.", metavar="H")]
ImapPort = Annotated[int, typer.Option("--imap-port", help="Its port.", metavar="P")]
SaveSent = Annotated[bool, typer.Option("--save-sent", help="File a copy of what is sent there.")]
PasswordStdin = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]

account = typer.Typer(help="Mail accounts.", no_args_is_help=True)


@account.command("add")
def add(
    context: typer.Context,
    name: Name,
    host: Host = None,
    port: Port = None,
    security: Security = None,
    user: User = None,
    sender: From = None,
    password_stdin: PasswordStdin = False,
    oauth: OAuth = None,
    client_id: ClientId = "",
    tenant: Tenant = "",
    connections: Connections = None,
    rate: Rate = None,
    per_hour: PerHour = None,
    per_day: PerDay = None,
    imap_host: ImapHost = "",
    imap_port: ImapPort = 993,
    save_sent: SaveSent = False,
) -> Exit:
    """Add or change a mail account."""
    from app.jobs.mail.account import Account, AccountError, Auth

    session: Session = context.obj
    if oauth not in (None, "microsoft"):
        raise Stop(Exit.USAGE, f"--oauth {oauth}: microsoft is the only one.")
    where = _server(user or sender or "", host, port, security, oauth is not None)
    try:
        made = Account.make(
            **where,
            name=name,
            user=user or "",
            from_addr=sender or "",
            auth=Auth.PASSWORD if oauth is None else Auth.OAUTH2,
            oauth_client_id=client_id,
            oauth_tenant=tenant,
            connections=connections,
            rate_per_minute=rate,
            rate_per_hour=per_hour,
            per_day=per_day,
            imap_host=imap_host,
            imap_port=imap_port,
            save_sent=save_sent,
        )
    except AccountError as error:
        raise Stop(Exit.USAGE, *error.problems) from error
    ask = oauth is None and user is not None and sys.stdin is not None and sys.stdin.isatty()
    password = session.take_password() if password_stdin or ask else None
    session.accounts.put(made)
    if password is not None and not session.secrets.store(name, password):
        session.out.note(
            "The account was added, but there is no keyring here that can keep its password. "
            "Give it to run or work with --password-stdin."
        )
    if oauth is not None:
        session.out.note(f"The account was added. Sign in now: dropmill account sign-in {name}")
    return Exit.OK


def _server(address: str, host: str | None, port: int | None, security: str | None, oauth: bool) -> dict[str, object]:
    """Where the account's server is: as given, else as its provider publishes."""
    from app.system.providers import OTHER, by_id, of_address

    provider = by_id("microsoft") if oauth else of_address(address)
    if provider is not OTHER and host in (None, provider.host):
        found = {"host": provider.host, "port": port or provider.port, "security": security or provider.security}
        return dict(found)
    missing = [name for name, value in (("--host", host), ("--port", port), ("--security", security)) if value is None]
    if missing:
        raise Stop(Exit.USAGE, f"Give {' and '.join(missing)}: the server of this address is not known.")
    return {"host": host, "port": port, "security": security}


@account.command("sign-in")
def sign_in(context: typer.Context, name: Name) -> Exit:
    """Sign in with a browser (accounts with --oauth): shows a code and waits until it was used."""
    import threading

    from app.jobs.mail.account import Auth
    from app.system.oauth import SignInError

    session: Session = context.obj
    found = session.accounts.get(name)
    if found is None:
        raise Stop(Exit.USAGE, f"There is no account {name}.")
    if found.auth is not Auth.OAUTH2:
        raise Stop(Exit.USAGE, f"The account {name} signs in with a password, not with a browser.")
    try:
        code = session.sign_ins.begin(found)
        session.out.line(f"Open {code.page} and type in the code {code.code}. Waiting for it…")
        session.sign_ins.finish(found, code, threading.Event())
    except SignInError as error:
        session.out.note(f"{name}: {error}")
        return Exit.FAILED
    session.out.line(f"{name} is signed in.")
    if not session.secrets.lasting:
        session.out.note("There is no keyring here that can keep the sign-in: it ends with this command.")
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
def test(context: typer.Context, name: Name, password_stdin: PasswordStdin = False, as_json: Json = False) -> Exit:
    """Connect, secure the line and sign in; send nothing."""
    from app.jobs.base import JobError
    from app.jobs.mail.account import test_account

    session: Session = context.obj
    found = session.accounts.get(name)
    if found is None:
        raise Stop(Exit.USAGE, f"There is no account {name}.")
    if password_stdin:
        session.secrets.remember(name, session.take_password())
    try:
        secret = session.secret(name)
    except JobError as error:
        session.out.note(f"{name}: auth: {error.failure.message} ({error.failure.code})")
        return Exit.FAILED
    report = test_account(found, secret)
    steps = report.steps(found)
    if as_json:
        phases = [{"phase": phase, "done": done} for phase, done in steps]
        session.out.emit({"account": name, **report.model_dump(mode="json"), "phases": phases})
    else:
        words = {True: "done", False: "failed", None: "not tried"}
        session.out.line(f"{name}: {', '.join(f'{phase} {words[done]}' for phase, done in steps)}")
    if not report.ok:
        advice = f" {report.advice}" if report.advice else ""
        session.out.note(f"{name}: {report.phase}: {report.message} ({report.code}){advice}")
        return Exit.FAILED
    session.accounts.learn(name, report.max_size)
    if not as_json:
        size = f" It takes messages up to {report.max_size:,} bytes." if report.max_size else ""
        session.out.line(f"{name}: {report.message}{size}")
    return Exit.OK
