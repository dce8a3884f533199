"""Messages as .eml files, one or many, without sending any.

Owns: the pace of it (a part at a time, so that other reading goes on in between) and the names of the files. Must not
know: widgets.
"""

from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.jobs.mail.account import Account
from app.store.reader import Reader
from app.system.files import write_whole
from app.window.bridge import Bridge

STEP = 20  # messages with attachments: some tenths of a second a part

AccountOf = Callable[[], Account | None]


class Saver(QObject):
    """`saved` carries how many there are so far and how many there will be; `failed` a sentence, and then it ends."""

    saved = Signal(int, int)
    failed = Signal(str)

    def __init__(self, reads: Bridge[Reader], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reads = reads
        self.busy = False

    def save_one(self, job: int, path: str, account: AccountOf) -> None:
        """Write the message of `job` to `path`, which a person chose."""

        def write(reader: Reader) -> int:
            from app.engine import letters  # builds messages: only needed here, not for showing the window

            _, data = letters.as_file(reader.payload(job) or {}, account())
            write_whole(Path(path), data)
            return 1

        self._begin(write, lambda _count: self._end(1, 1))

    def save_all(self, ids: "array[int]", folder: str, account: AccountOf) -> None:
        """Write the messages of `ids` into `folder`; files that are there already stay."""
        self._go_on(ids, folder, account, 0)

    def _go_on(self, ids: "array[int]", folder: str, account: AccountOf, start: int) -> None:
        if not isValid(self):
            return
        if start >= len(ids):
            self._end(len(ids), len(ids))
            return
        part = ids[start : start + STEP]

        def write(reader: Reader) -> int:
            from app.engine import letters

            known = account()
            for job in part:
                name, data = letters.as_file(reader.payload(job) or {}, known)
                write_new(Path(folder), name, data)
            return len(part)

        def then(count: int) -> None:
            if isValid(self):
                self.saved.emit(start + count, len(ids))
                self._go_on(ids, folder, account, start + count)

        self._begin(write, then)

    def _begin(self, write: Callable[[Reader], int], then: Callable[[int], Any]) -> None:
        self.busy = True
        self._reads.run(write, then, self._failed)

    def _end(self, count: int, total: int) -> None:
        if isValid(self):
            self.busy = False
            self.saved.emit(count, total)

    def _failed(self, error: Exception) -> None:
        if isValid(self):
            self.busy = False
            failure = getattr(error, "failure", None)
            self.failed.emit(failure.message if failure is not None else str(error))


def write_new(folder: Path, name: str, data: bytes) -> Path:
    """Write `data` as `name` into `folder`, or under the next free name; a file with these very bytes is enough.
    Raises OSError."""
    path, number = folder / name, 2
    while path.exists():
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return path
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    write_whole(path, data)
    return path
