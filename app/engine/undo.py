"""Undo of a batch: originals come back, what it wrote and nobody changed goes.

Owns: what happens to each file, in chunks that are recorded one by one; killed at any point, it is run again and ends
the same. Must not know: who asks; SQL.

A chunk goes through three steps: look at each file; commit the marks of those that are about to be undone; act, then
commit that they are. So a file that is missing after a kill is known to be our own doing.
"""

import logging
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial

from app.core.undo import UndoReport
from app.jobs import registry
from app.jobs.journal import Note, from_json
from app.jobs.kept import is_back, put_back, sync_folder
from app.jobs.leftovers import Writing, job_mark, remove_leftovers
from app.store import undo as store
from app.store.errors import StoreError
from app.store.reader import CutOff
from app.store.undo import Journalled, Place, Undoable
from app.store.writer import Writer

log = logging.getLogger(__name__)

CHUNK = 200  # outputs between two records: so many are looked at twice after a kill


class _Do(Enum):
    """What becomes of one output."""

    NOTHING = auto()  # it never came to stand there
    LEAVE = auto()
    RESTORE = auto()
    REMOVE = auto()
    RESTORED = auto()  # by an earlier run
    REMOVED = auto()


@dataclass(slots=True)
class _Totals:
    forgotten: int
    restored: int = 0
    removed: int = 0
    left: list[tuple[str, str]] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)

    def report(self) -> UndoReport:
        return UndoReport(self.restored, self.removed, tuple(self.left), self.forgotten)


def undo(writer: Writer, batch: int, look_only: bool = False) -> UndoReport:
    """Undo `batch`, or only say what that would do. One at a time. Raises StoreError: NO_BATCH, UNDO_BUSY (it is at
    work), UNDO_MAIL (what was sent cannot come back)."""
    found = writer.call(partial(store.look, batch=batch))
    if registry.kind(found.kind).lane and not found.files:
        raise StoreError("UNDO_MAIL", f"Batch {batch} is e-mail: what was sent cannot be taken back.")
    totals = _Totals(found.forgotten)
    place = store.BEGINNING
    while page := writer.call(partial(store.page, batch=batch, after=place, count=CHUNK)):
        place = page[-1].place
        _chunk(writer, batch, found, page, totals, look_only)
    if not look_only:
        _remove_empty(totals.folders)
        writer.call(partial(store.finish, batch=batch))
        log.info(
            "batch %d undone: %d restored, %d removed, %d left",
            batch,
            totals.restored,
            totals.removed,
            len(totals.left),
        )
    return totals.report()


def clean_up(found: Iterable[CutOff]) -> None:
    """Remove the temporary files of undos that were cut off. They stay cut off until somebody runs them again."""
    for one in found:
        by = _writing(one.token, one.job)
        for path in one.paths:
            remove_leftovers(os.path.dirname(path), {by.mark: by.attempt})


def _chunk(
    writer: Writer, batch: int, found: Undoable, page: Sequence[Journalled], totals: _Totals, look_only: bool
) -> None:
    wanted: list[tuple[Journalled, Note, _Do]] = []
    over: list[Place] = []  # undone by a run that was killed before it could say so
    for one in page:
        note = from_json(one.about)
        do, why = _decide(one, note)
        if note is not None:
            totals.folders.update(note.made)
        if note is not None and do in (_Do.RESTORE, _Do.REMOVE):
            wanted.append((one, note, do))
        elif do is _Do.LEAVE:
            totals.left.append((one.path, why))
        else:
            totals.restored += do is _Do.RESTORED
            totals.removed += do is _Do.REMOVED
            if one.begun and do is not _Do.NOTHING:
                over.append(one.place)
    if look_only:
        totals.restored += sum(do is _Do.RESTORE for _one, _note, do in wanted)
        totals.removed += sum(do is _Do.REMOVE for _one, _note, do in wanted)
        return
    if wanted:
        writer.call(partial(store.begin, places=[one.place for one, _note, _do in wanted]))
    over += [one.place for one, note, do in wanted if _act(one, note, do, found.token, totals)]
    if over:
        _sync({os.path.dirname(one.path) for one, _note, _do in wanted})
        writer.call(partial(store.record, batch=batch, places=over))


def _decide(one: Journalled, note: Note | None) -> tuple[_Do, str]:
    """What is to become of an output, and why when it is left."""
    if note is None:
        words = "It was written by an older Dropmill, which did not note how to know it again."
        return (_Do.LEAVE, words) if one.reported else (_Do.NOTHING, "")
    if one.undone:
        return (_Do.RESTORED if note.kept else _Do.REMOVED), ""
    try:
        if note.stands_at(one.path):
            return _stands(note)
        if one.begun and _was_us(one.path, note):
            return (_Do.RESTORED if note.kept else _Do.REMOVED), ""
        there = os.path.lexists(one.path)
    except OSError as error:
        return _Do.LEAVE, f"It cannot be looked at: {error.strerror or error}."
    if not one.reported:  # intended only: what stands there is somebody else's
        return _Do.NOTHING, ""
    words = "It was changed after Dropmill wrote it." if there else "It is no longer there."
    return _Do.LEAVE, words + _where_kept(note)


def _stands(note: Note) -> tuple[_Do, str]:
    if note.kept is None:
        return _Do.REMOVE, ""
    if os.path.lexists(note.kept):
        return _Do.RESTORE, ""
    return _Do.LEAVE, "The original that it replaced is no longer kept."


def _was_us(path: str, note: Note) -> bool:
    """Whether what is found at `path` is what our own undo makes of it."""
    return is_back(note.kept, path) if note.kept is not None else not os.path.lexists(path)


def _where_kept(note: Note) -> str:
    return f" The original is kept as {note.kept}." if note.kept is not None and os.path.lexists(note.kept) else ""


def _act(one: Journalled, note: Note, do: _Do, token: str, totals: _Totals) -> bool:
    """Undo one output; False (and listed) when it could not be done."""
    by = _writing(token, one.place[0])
    try:
        if one.begun:
            remove_leftovers(os.path.dirname(one.path), {by.mark: by.attempt})
        if not note.stands_at(one.path):  # since it was looked at
            totals.left.append((one.path, f"It was changed meanwhile.{_where_kept(note)}"))
            return False
        if do is _Do.RESTORE and note.kept is not None:
            put_back(note.kept, one.path, by)
            totals.restored += 1
        else:
            os.unlink(one.path)
            totals.removed += 1
    except OSError as error:
        verb = "replaced by its original" if do is _Do.RESTORE else "removed"
        totals.left.append((one.path, f"It could not be {verb}: {error.strerror or error}."))
        return False
    return True


def _writing(token: str, job: int) -> Writing:
    """Who writes while `job` is undone: not the job itself, whose own leftovers are cleaned up at other times."""
    return Writing(job_mark(f"{token}/undo", job), 0)


def _sync(folders: set[str]) -> None:
    """What was removed or put back stays so after a power cut, where the drive can promise it."""
    for folder in folders:
        try:
            sync_folder(folder)
        except OSError as error:
            log.warning("%s could not be brought to disk: %s", folder, error)


def _remove_empty(folders: set[str]) -> None:
    """Remove folders that the batch made, innermost first, as far as nothing is in them."""
    for folder in sorted(folders, key=len, reverse=True):
        try:
            os.rmdir(folder)
        except OSError as error:
            log.debug("%s stays: %s", folder, error)  # not empty, or gone already
