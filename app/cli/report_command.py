"""`dropmill report`: every row of a batch with its outcome, as a table, a workbook or a page.

Owns: its options and words, and that no file is ever written over. Must not know: what a report says
(`app/engine/reporting`).
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from app.cli.exits import Exit, Stop
from app.cli.session import Session

if TYPE_CHECKING:
    from app.core.model import Job
    from app.engine.reporting import Summary

T = TypeVar("T")

BatchId = Annotated[int, typer.Argument(help="The batch's number.", metavar="BATCH")]
CsvFile = Annotated[Path | None, typer.Option("--csv", help="Write a table to this new file.", metavar="FILE")]
XlsxFile = Annotated[Path | None, typer.Option("--xlsx", help="Write an Excel workbook.", metavar="FILE")]
HtmlFile = Annotated[Path | None, typer.Option("--html", help="Write a page for a browser.", metavar="FILE")]


def report(
    context: typer.Context, batch: BatchId, csv: CsvFile = None, xlsx: XlsxFile = None, html: HtmlFile = None
) -> Exit:
    """Write every row of a batch with its outcome to a new file that is safe to open in a spreadsheet."""
    session: Session = context.obj
    wanted = {"csv": csv, "xlsx": xlsx, "html": html}
    files = {name: path for name, path in wanted.items() if path is not None}
    if not files:
        raise Stop(Exit.USAGE, "Give a new file: --csv FILE, --xlsx FILE or --html FILE.")
    session.require_batch(batch)
    for name, path in files.items():
        summary = _write(session, batch, name, path)
    _tell(session, summary)
    return Exit.OK


def _write(session: Session, batch: int, name: str, path: Path) -> "Summary":
    from app.engine.reporting import Format, write

    with session.reader() as reader:
        assert reader is not None, "the batch was there a moment ago"
        return _into(session, path, lambda file: write(reader, batch, Format(name), file))


def _tell(session: Session, summary: "Summary") -> None:
    """What the rows add up to, and what can be done about addresses that do not exist."""
    from app.engine.reporting import hard_bounces

    for outcome in summary.outcomes:
        session.out.line(f"{outcome.count:>7,}  {outcome.words}")
        for cause in outcome.causes:
            session.out.line(f"         {cause.count:,} × {cause.title} ({cause.code})")
    if summary.kind != "mail":
        return
    with session.reader() as reader:
        gone = hard_bounces(reader, summary.batch) if reader is not None else []
    known = {address.casefold() for address in session.accounts.suppressed()} if gone else set()
    new = [address for address in gone if address.casefold() not in known]
    if new:
        session.out.note(
            f"Mailboxes that do not exist: {len(new):,}. To write to them no more: "
            f"dropmill suppress add --from-batch {summary.batch}"
        )


def write_table(session: Session, path: Path, jobs: "Iterable[Job]") -> None:
    """`jobs` as a CSV table. Never over a file that is there already."""
    from app.engine.reporting import table_of

    def fill(file: Path) -> None:
        with file.open("wb") as stream:
            stream.writelines(table_of(jobs))

    _into(session, path, fill)


def _into(session: Session, path: Path, fill: Callable[[Path], T]) -> T:
    """Let `fill` write the new file `path`, which is there as a whole or not at all."""
    from app.system.files import whole

    try:
        with whole(path, replace=False) as file:
            result = fill(file)
    except FileExistsError as error:
        raise Stop(Exit.USAGE, f"{path} exists already; give a new name.") from error
    except OSError as error:
        raise Stop(Exit.USAGE, f"{path} cannot be written: {error.strerror or error}.") from error
    session.out.note(f"Written: {path}")
    return result
