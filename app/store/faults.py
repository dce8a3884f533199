"""What can go wrong with the queue's file while the program runs, by SQLite's result code, and in which words.

Owns: which faults pass (the writer waits and tries again), which do not, and what is said. Must not know: commands,
threads. The result codes: https://www.sqlite.org/rescode.html.
"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from app.store.errors import StoreError

REBUILD = "dropmill doctor --rebuild"  # the command that makes a queue of what a damaged file still holds


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of trouble. `trouble`: the code said while it lasts; `code`: of the StoreError when nobody waits for its
    end; `what`: the sentence (`{path}`: the file) before `cure`."""

    trouble: str
    code: str
    what: str
    cure: str
    passes: bool = True
    reopen: bool = False  # a connection may keep the fault although it is over

    def while_it_lasts(self, path: Path) -> str:
        """What is said while the writer waits."""
        return f"{self.what.format(path=path)} Nothing is lost; {self.cure[0].lower()}{self.cure[1:]}"

    def error(self, path: Path) -> StoreError:
        """For a command that was given up."""
        return StoreError(self.code, f"{self.what.format(path=path)} {self.cure}")


_BUSY = Fault("QUEUE_BUSY", "QUEUE_BUSY", "Another program holds the queue's file {path}.", "Close it there.")
_DAMAGED = Fault(
    "QUEUE_DAMAGED",
    "QUEUE_DAMAGED",
    "The queue's file {path} is damaged, and nothing more is written to it.",
    f"Close Dropmill, then type: {REBUILD}",
    passes=False,
)
_FAULTS = {
    sqlite3.SQLITE_FULL: Fault(
        "DISK_FULL", "QUEUE_FULL", "The drive that holds the queue {path} is full.", "Free some space."
    ),
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_PROTOCOL: _BUSY,  # the locks of the write-ahead log, when several programs open it at once
    sqlite3.SQLITE_IOERR: Fault(
        "QUEUE_IO",
        "QUEUE_IO",
        "The drive does not read or write the queue's file {path}.",
        "Look whether the drive is connected and sound.",
        reopen=True,
    ),
    sqlite3.SQLITE_READONLY: Fault(
        "QUEUE_READONLY",
        "QUEUE_DENIED",
        "The queue's file {path} may not be written.",
        "Allow writing to it and to its folder.",
        reopen=True,
    ),
    sqlite3.SQLITE_CANTOPEN: Fault(
        "QUEUE_AWAY",
        "QUEUE_DENIED",
        "The queue's file {path} or one beside it cannot be opened.",
        "Look whether its folder is still there.",
        reopen=True,
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}


def fault_of(error: BaseException) -> Fault | None:
    """The fault of the file that `error` reports; None when the file is not to blame (a wrong statement, a lack of
    memory, a mistake of a command)."""
    code = primary_code(error)
    return None if code is None else _FAULTS.get(code)


def primary_code(error: BaseException) -> int | None:
    """SQLite's primary result code; None when Python's own module refused the call (a value is missing, say)."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def is_damaged(error: BaseException) -> bool:
    """Whether `error` says that the file's content is not (or no longer) a queue's."""
    return primary_code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def damaged(path: Path, detail: str) -> StoreError:
    """For a queue that is found damaged before it is used."""
    return StoreError(
        _DAMAGED.code,
        f"The queue {path} is damaged ({detail}). Nothing was changed. "
        f"This makes a new queue of what can still be read, and keeps the old file: {REBUILD}",
    )
