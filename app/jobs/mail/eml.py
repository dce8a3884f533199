"""Messages as files instead of sending them (`--eml`).

Owns: the names of the files and that each appears whole. Must not know: servers. Nothing is armed: writing the same
file twice harms nobody.
"""

import os
import re
from pathlib import Path

from app.jobs.base import LaneContext
from app.jobs.journal import Note
from app.jobs.leftovers import Writing, job_mark, remove_leftovers
from app.jobs.mail.letter import Letter
from app.jobs.output import AtomicOutput

_UNSAFE = re.compile(r'[<>:"/\\|?*%\x00-\x1f]')  # no file name on Windows


def path_of(folder: str, letter: Letter) -> str:
    """`012-ann@example.org.eml` for row 12 (`2-012-…` for the second list of a batch)."""
    number = f"{letter.row:03}" if letter.source == 1 else f"{letter.source}-{letter.row:03}"
    return os.path.join(folder, f"{number}-{_UNSAFE.sub('_', letter.to.address)}.eml")


class _SameBytes:
    """A journal that knows a file as ours when it holds the very message: an earlier attempt wrote it."""

    def __init__(self, data: bytes, context: LaneContext) -> None:
        self._data = data
        self._context = context

    def owned(self, path: str) -> bool:
        file = Path(path)
        return file.is_file() and file.stat().st_size == len(self._data) and file.read_bytes() == self._data

    def intend(self, path: str, note: Note) -> None:
        """For undo; the content itself says whose the file is."""
        self._context.intend(path, note)


def write(path: str, data: bytes, context: LaneContext) -> None:
    """Write the message atomically. Blocks. Raises JobError (TARGET_EXISTS for another file of that name, WRITE_DENIED,
    …) and LostClaim."""
    by = Writing(job_mark(context.options.get("token", ""), context.job), context.attempt)
    if context.attempt > 1:
        remove_leftovers(os.path.dirname(path), {by.mark: by.attempt - 1})
    with AtomicOutput(path, _SameBytes(data, context), "skip", writing=by) as output:
        output.file.write(data)
