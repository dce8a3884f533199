"""Undo in words: why a batch cannot be undone, what undo would do, what it did.

Owns: these sentences. Pure; must not know: widgets, who asks.
"""

from dataclasses import dataclass

from app.core.model import Batch
from app.core.states import BatchState
from app.core.undo import UndoReport
from app.window.state import letters_folder
from app.window.text import files, inside, tr, trn

_AT_REST = (BatchState.FINISHED, BatchState.CANCELLED, BatchState.PAUSED)


@dataclass(frozen=True, slots=True)
class Undone:
    """An undo that came to its end. `serial`: which of this session, so that two of one batch are told apart."""

    batch: int
    title: str
    report: UndoReport
    serial: int = 0


def refusal(batch: Batch | None) -> str:
    """Why `batch` cannot be undone now; "" when it can."""
    if batch is None:
        return tr("No batch that wrote files is in view")
    if batch.kind == "mail" and not letters_folder(batch):
        return tr("What was sent cannot be taken back")
    if batch.undone is not None:
        return tr("This batch was undone already")
    if not batch.counts.done + batch.pruned:
        return tr("Nothing was written yet")
    if batch.state not in _AT_REST or batch.counts.running:
        return tr("It is at work: pause or cancel it first")
    return ""


def newest(batches: tuple[Batch, ...]) -> Batch | None:
    """The batch that "Undo" means when none is in view: the one that can be undone and ended last."""
    able = [batch for batch in batches if not refusal(batch)]
    return max(able, key=lambda batch: (batch.finished or 0, batch.id), default=None)


def forecast(report: UndoReport) -> str:
    """What undo would do, a line each: restored, removed, left alone; and what cannot be known any more."""
    lines = [
        trn("1 original would be put back.", "%Ln originals would be put back.", report.restored),
        trn("1 file that it wrote would be removed.", "%Ln files that it wrote would be removed.", report.removed),
        trn("1 file would be left alone.", "%Ln files would be left alone.", len(report.left)),
    ]
    return "\n".join([*lines, *_forgotten(report)])


def deed(report: UndoReport) -> str:
    """The button that does it: "Restore 12 originals, remove 40 files"."""
    restore = trn("Restore 1 original", "Restore %Ln originals", report.restored)
    remove = trn("Remove 1 file", "Remove %Ln files", report.removed)
    if report.restored and report.removed:
        return tr("{restore}, {remove}").format(restore=restore, remove=inside(remove))
    return restore if report.restored else remove


def outcome(report: UndoReport) -> str:
    """What undo did: "12 originals restored, 40 files removed"."""
    parts = []
    if report.restored:
        parts.append(trn("1 original restored", "%Ln originals restored", report.restored))
    if report.removed or not parts:
        parts.append(trn("1 file removed", "%Ln files removed", report.removed))
    return ", ".join(parts)


def remainder(report: UndoReport) -> str:
    """What undo left as it was: "3 files were left alone: …"; that nothing was, when nothing was."""
    words = []
    if report.left:
        words.append(trn("1 file was left as it is.", "%Ln files were left as they are.", len(report.left)))
        words.append(report.left[0][1] if len(report.left) == 1 else tr("The list says why."))
    words += _forgotten(report)
    return " ".join(words) if words else tr("Everything is as it was before this batch.")


def _forgotten(report: UndoReport) -> list[str]:
    if not report.forgotten:
        return []
    return [
        tr("{files} ended so long ago that their outputs are not known any more.").format(files=files(report.forgotten))
    ]
