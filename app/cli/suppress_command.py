"""`dropmill suppress`: people who must not get mail.

Owns: its options and words. Must not know: where the list is kept (`app/system/accounts.py`) or how it is read from a
file (`app/system/suppression.py`).
"""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.exits import Exit, Stop
from app.cli.session import Session

Addresses = Annotated[list[str] | None, typer.Argument(metavar="ADDRESS…")]
File = Annotated[Path, typer.Argument(help="One address a line, or a table.", metavar="FILE")]
NewFile = Annotated[Path, typer.Argument(help="A new file; one address a line.", metavar="FILE")]
FromBatch = Annotated[
    int | None, typer.Option("--from-batch", help="Mailboxes of this batch that do not exist.", metavar="BATCH")
]

suppress = typer.Typer(help="People who must not get mail.", no_args_is_help=True)


@suppress.command("add")
def add(context: typer.Context, addresses: Addresses = None, from_batch: FromBatch = None) -> Exit:
    """Add addresses, or those of a batch whose mailboxes do not exist, as the mail server said."""
    session: Session = context.obj
    if from_batch is None:
        session.out.line(f"{session.accounts.suppress(_given(addresses)):,} added")
        return Exit.OK
    if addresses:
        raise Stop(Exit.USAGE, "Give addresses, or --from-batch BATCH.")
    from app.engine.reporting import hard_bounces

    session.require_batch(from_batch)
    with session.reader() as reader:
        found = hard_bounces(reader, from_batch) if reader is not None else []
    known = {address.casefold() for address in session.accounts.suppressed()}
    for address in found:
        if address.casefold() not in known:
            session.out.note(address)
    session.out.line(f"{session.accounts.suppress(found):,} added")
    return Exit.OK


@suppress.command("remove")
def remove(context: typer.Context, addresses: Addresses = None) -> Exit:
    """Remove addresses."""
    session: Session = context.obj
    if not addresses:
        raise Stop(Exit.USAGE, "Give addresses.")
    session.out.line(f"{session.accounts.allow(addresses):,} removed")
    return Exit.OK


@suppress.command("list")
def list_addresses(context: typer.Context, addresses: Addresses = None) -> Exit:
    """List addresses (all, or those given that are on the list)."""
    session: Session = context.obj
    wanted = {a.casefold() for a in addresses or ()}
    for address in session.accounts.suppressed():
        if not wanted or address.casefold() in wanted:
            session.out.line(address)
    return Exit.OK


@suppress.command("import")
def import_file(context: typer.Context, file: File) -> Exit:
    """Add the addresses of a file: one a line, or a table in which one column holds them."""
    from app.system.suppression import MAX_BYTES, read_file

    session: Session = context.obj
    try:
        found = read_file(file)
    except UnicodeDecodeError as error:
        raise Stop(Exit.USAGE, f"{file} is not UTF-8 text. Nothing was changed.") from error
    except OverflowError as error:
        raise Stop(Exit.USAGE, f"{file} is larger than {MAX_BYTES // 1024**2} MB. Nothing was changed.") from error
    except OSError as error:
        raise Stop(Exit.USAGE, f"{file} cannot be read: {error.strerror or error}. Nothing was changed.") from error
    if not found.addresses:
        raise Stop(Exit.USAGE, f"{file} holds no address. Nothing was changed.")
    if found.wrong:
        lines = ", ".join(f"{number:,}" for number in found.wrong[:10]) + (", …" if len(found.wrong) > 10 else "")
        session.out.note(f"Lines of {file} without an address, left out: {lines}")
    added = session.accounts.suppress(found.addresses)
    session.out.line(f"{added:,} added, {len(found.addresses) - added:,} were on the list")
    return Exit.FAILED if found.wrong else Exit.OK


@suppress.command("export")
def export_file(context: typer.Context, file: NewFile) -> Exit:
    """Write the list to a new file, one address a line."""
    from app.system.files import write_whole

    session: Session = context.obj
    addresses = session.accounts.suppressed()
    text = "".join(f"{address}\n" for address in addresses)
    try:
        write_whole(file, text.encode("utf-8"), replace=False)
    except FileExistsError as error:
        raise Stop(Exit.USAGE, f"{file} exists already; give a new name.") from error
    except OSError as error:
        raise Stop(Exit.USAGE, f"{file} cannot be written: {error.strerror or error}.") from error
    session.out.line(f"{len(addresses):,} written")
    return Exit.OK


def _given(addresses: list[str] | None) -> list[str]:
    """The addresses on the command line. Ends the command when one of them is none."""
    from app.system.suppression import checked

    if not addresses:
        raise Stop(Exit.USAGE, "Give addresses.")
    wrong = [a for a in addresses if checked(a) is None]
    if wrong:
        raise Stop(Exit.USAGE, *(f"{a}: is not an address" for a in wrong), "Nothing was changed.")
    return [address for a in addresses if (address := checked(a)) is not None]
