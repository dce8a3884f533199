"""`dropmill key`: the secret keys that the step `hash` names.

Owns: its options and words. Must not know: keyrings (`app/system/secrets.py`) or hashing. A key comes from standard
input only, never from the command line, and is never shown.
"""

import sys
from typing import Annotated

import typer

from app.cli.exits import Exit, Stop
from app.cli.session import Session

Name = Annotated[str, typer.Argument(help="As recipes name it.", metavar="NAME")]
Stdin = Annotated[bool, typer.Option("--stdin", help="Read the key from standard input.")]

key = typer.Typer(help="Secret keys for hashing, kept in the keyring.", no_args_is_help=True)


@key.command("add")
def add(context: typer.Context, name: Name, stdin: Stdin = False) -> Exit:
    """Keep a key that another computer hashes with. A key that is not added is made when a recipe first needs it."""
    session: Session = context.obj
    if not name.strip():
        raise Stop(Exit.USAGE, "Give the key a name.")
    if not session.secrets.lasting:
        raise Stop(Exit.FAILED, "There is no keyring here that can keep a key. Nothing was changed.")
    if name in session.secrets.key_names():
        raise Stop(
            Exit.USAGE,
            f"A key {name} is kept already, and what was hashed with it fits no other. Remove it first, or give "
            "another name.",
        )
    if not stdin and (sys.stdin is None or not sys.stdin.isatty()):
        raise Stop(Exit.USAGE, "Give the key on standard input, with --stdin.")
    if not session.secrets.store_key(name, session.take_password("key")):
        raise Stop(Exit.FAILED, "The keyring did not take the key. Unlock it, then try again.")
    return Exit.OK


@key.command("list")
def list_keys(context: typer.Context) -> Exit:
    """List the names of the keys."""
    session: Session = context.obj
    for name in session.secrets.key_names():
        session.out.line(name)
    return Exit.OK


@key.command("remove")
def remove(context: typer.Context, name: Name) -> Exit:
    """Remove a key. What was hashed with it cannot be made again without it."""
    session: Session = context.obj
    if not session.secrets.forget_key(name):
        raise Stop(Exit.USAGE, f"There is no key {name}.")
    return Exit.OK
