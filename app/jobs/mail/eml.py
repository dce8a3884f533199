"""Messages as files instead of sending them (`--eml`).

Owns: the names of the files and that each appears whole. Must not know: servers. No ledger is needed: writing the same
file twice harms nobody.
"""

import os
import re
from pathlib import Path

from app.jobs.journal import Note
from app.jobs.mail.letter import Letter
from app.jobs.output import AtomicOutput

_UNSAFE = re.compile(r'[<>:"/\\|?*%\x00-\x1f]')  # no file name on Windows


def path_of(folder: str, letter: Letter) -> str:
    """`012-ann@example.org.eml` for row 12 (`2-012-…` for the second list of a batch)."""
    number = f"{letter.row:03}" if letter.source == 1 else f"{letter.source}-{letter.row:03}"
    return os.path.join(folder, f"{number}-{_UNSAFE.sub('_', letter.to.address)}.eml")


class _SameBytes:
    """A journal that knows a file as ours when it holds the very message: an earlier attempt wrote it."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def owned(self, path: str) -> bool:
        file = Path(path)
        return file.is_file() and file.stat().st_size == len(self._data) and file.read_bytes() == self._data

    def intend(self, path: str, note: Note) -> None:
        """Nothing to note: the content itself says whose it is."""


def write(path: str, data: bytes) -> None:
    """Write the message atomically. Raises JobError (TARGET_EXISTS for another file of that name, WRITE_DENIED, …)."""
    with AtomicOutput(path, _SameBytes(data), "skip") as output:
        output.file.write(data)
