"""A SQLite file with one table of text. Equal rows give equal files (with the same SQLite library).

It is made in a scratch folder and copied, for the library insists on a path of its own.
"""

import os
import shutil
import sqlite3
from contextlib import ExitStack
from typing import IO

from app.jobs.base import JobError
from app.jobs.output import error_for
from app.jobs.place import fold
from app.jobs.table.columns import Columns
from app.jobs.table.row import RowReject
from app.jobs.table.scratch import scratch_folder
from app.jobs.table.write.base import Style

MAX_COLUMNS = 2000  # the limit that SQLite is built with
_AT_ONCE = 500  # rows handed over together


class DatabaseWriter:
    """See `TableWriter`. The table bears the name of the file."""

    def __init__(self, file: IO[bytes], style: Style, columns: Columns, name: str) -> None:
        if len(columns.names) > MAX_COLUMNS:
            raise JobError(
                "TOO_MANY_COLUMNS", f"{name} would have {len(columns.names):,} columns; SQLite takes {MAX_COLUMNS:,}."
            )
        self.guarded = 0
        self._file = file
        self._columns = columns
        self._name = name
        self._rows: list[list[str]] = []
        self._open = ExitStack()
        self._path = os.path.join(self._open.enter_context(scratch_folder(style.scratch)), "table.sqlite")
        self._connection = sqlite3.connect(self._path, isolation_level=None)
        self._open.callback(self._connection.close)
        table = _quoted(os.path.splitext(name)[0])
        names = distinct(columns.names)
        for text in names:
            if "\0" in text or not _encodes(text):
                raise RowReject("ENCODING", "encoding: a column name that SQLite cannot hold")
        self._run("PRAGMA journal_mode = OFF")
        self._run("PRAGMA synchronous = OFF")
        self._run("PRAGMA page_size = 4096")
        self._run("BEGIN")
        self._run(f"CREATE TABLE {table} ({', '.join(f'{_quoted(text)} TEXT' for text in names)})")
        self._insert = f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})"

    def write(self, cells: list[str]) -> None:
        """See `TableWriter`."""
        for name, cell in zip(self._columns.names, cells, strict=True):
            if not cell.isascii() and not _encodes(cell):
                raise RowReject("ENCODING", "encoding: half a character cannot be written as utf-8", name, cell)
        self._rows.append(cells)
        if len(self._rows) >= _AT_ONCE:
            self._flush()

    def close(self) -> None:
        """See `TableWriter`. Raises JobError when the drive does not take it."""
        self._flush()
        self._run("COMMIT")
        self._connection.close()
        with open(self._path, "rb") as made:
            shutil.copyfileobj(made, self._file, 1 << 20)
        self._open.close()

    def abandon(self) -> None:
        """See `TableWriter`."""
        self._open.close()

    def _flush(self) -> None:
        rows, self._rows = self._rows, []
        try:
            self._connection.executemany(self._insert, rows)
        except sqlite3.OperationalError as error:
            raise self._full(error) from error

    def _run(self, statement: str) -> None:
        try:
            self._connection.execute(statement)
        except sqlite3.OperationalError as error:
            raise self._full(error) from error

    def _full(self, error: sqlite3.OperationalError) -> JobError:
        """SQLite does not hand on the system's own error; what can go wrong with a new file is the drive."""
        space = shutil.disk_usage(os.path.dirname(self._path)).free
        if "full" in str(error) or space < 1 << 20:
            return error_for(
                OSError(28, str(error)), os.path.join(os.path.dirname(self._path), self._name), writing=True
            )
        return JobError("IO_ERROR", f"{self._name} could not be written: {error}.")


def distinct(names: tuple[str, ...]) -> list[str]:
    """`names` that differ in more than case, as SQLite wants them: a repeated one gets " (2)"."""
    made: list[str] = []
    seen: set[str] = set()
    taken = {fold(name) for name in names}
    for name in names:
        new, number = name, 2
        while fold(new) in seen or (new != name and fold(new) in taken):
            new, number = f"{name} ({number})", number + 1
        seen.add(fold(new))
        made.append(new)
    return made


def _encodes(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
