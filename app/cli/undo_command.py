"""`dropmill undo`: take back what a batch did to files.

Owns: its options and words. Must not know: the journal or how files are told apart.
"""

from typing import Annotated

import typer

from app.cli.exits import Exit, Stop
from app.cli.lines import Line
from app.cli.session import Session
from app.core.undo import UndoReport

BatchId = Annotated[int, typer.Argument(help="The batch's number.", metavar="BATCH")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]

REFUSALS = ("NO_BATCH", "UNDO_BUSY", "UNDO_MAIL")


def undo(context: typer.Context, batch: BatchId, dry_run: DryRun = False, as_json: Json = False) -> Exit:
    """Restore replaced originals; remove what the batch wrote and nobody changed."""
    from app.store.errors import StoreError

    session: Session = context.obj
    session.require_batch(batch)
    with session.queue(run=False) as queue:
        try:
            report = queue.commands.undo(batch, dry_run)
        except StoreError as error:
            if error.code in REFUSALS:
                raise Stop(Exit.USAGE, error.message) from error
            raise
    if as_json:
        session.out.emit(undo_line(batch, report))
    else:
        for line in sentences(report, dry_run):
            session.out.line(line)
    return Exit.OK if report.whole else Exit.FAILED


def undo_line(batch: int, report: UndoReport) -> Line:
    """`{"event":"undo",…}`."""
    return {
        "event": "undo",
        "batch": batch,
        "restored": report.restored,
        "removed": report.removed,
        "left": [{"path": path, "reason": why} for path, why in report.left],
        "forgotten": report.forgotten,
    }


def sentences(report: UndoReport, dry_run: bool) -> list[str]:
    """The report for a person, one line each."""
    restored, removed, left = _files(report.restored, "original"), _files(report.removed, "file"), len(report.left)
    if dry_run:
        lines = [f"Would restore {restored} and remove {removed}."]
    else:
        lines = [f"{restored} restored, {removed} removed."]
    if left:
        verb, how = "would be left" if dry_run else "left", "it is" if left == 1 else "they are"
        lines.append(f"{_files(left, 'file')} {verb} as {how}:")
        lines += [f"  {path}: {why}" for path, why in report.left]
    if report.forgotten:
        jobs = _files(report.forgotten, "job")
        lines.append(f"{jobs} of the batch ended so long ago that the queue no longer knows what was written.")
    return lines


def _files(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
