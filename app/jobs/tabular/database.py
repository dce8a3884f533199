"""A table of a SQLite file as records. Must not know headers' meaning or recipes.

The file is opened for reading only; a value becomes text by its own type, binary data rejects its row.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.core.failures import Warn
from app.jobs.base import JobError
from app.jobs.tabular.faults import damaged
from app.jobs.tabular.lines import RawRecord
from app.jobs.tabular.values import RowProblem
from app.jobs.tabular.workbook import number_text

_TABLES = (
    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
    "ORDER BY rowid"
)
_WAIT = 0.5  # seconds for another program to let go; the job itself is tried again later


@contextmanager
def _connected(path: str) -> Iterator[sqlite3.Connection]:
    """The database at `path`, read-only. Without a journal beside it, it is read as it lies there: no lock is taken and
    no file is made beside it. Raises JobError NOT_TABULAR."""
    live = any(os.path.exists(path + ending) for ending in ("-wal", "-journal"))
    address = Path(path).absolute().as_uri() + ("?mode=ro" if live else "?mode=ro&immutable=1")
    with damaged(path, "a database", sqlite3.Error), closing(sqlite3.connect(address, _WAIT, uri=True)) as connection:
        connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
        try:
            yield connection
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            raise JobError("SOURCE_LOCKED", f"{os.path.basename(path)} is open in another program.") from error


def find_table(path: str, wanted: str | None, count: bool = True) -> tuple[str, list[str], int, tuple[Warn, ...]]:
    """(name, columns, rows, warnings) of the table `wanted` (None = the first one). Rows are 0 where nobody wants to
    `count` them: that reads the whole table. Raises JobError EMPTY, HEADER."""
    file = os.path.basename(path)
    with _connected(path) as connection:
        tables = [str(name) for (name,) in connection.execute(_TABLES)]
        if not tables:
            raise JobError("EMPTY", f"{file} holds no table.")
        if wanted is not None and wanted not in tables:
            raise JobError("HEADER", f'{file} has no table "{wanted}"; it has {", ".join(tables[:12])}.')
        table = wanted if wanted is not None else tables[0]
        cursor = connection.execute(f"SELECT * FROM {quoted(table)} LIMIT 0")
        columns = [str(column[0]) for column in cursor.description]
        rows = 0
        if count:
            (rows,) = connection.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()
    warnings: tuple[Warn, ...] = ()
    if wanted is None and len(tables) > 1:
        others = ", ".join(tables[1:6]) + (", …" if len(tables) > 6 else "")
        text = f'Of {file} the table "{table}" was read, not {others}. Name another in the recipe.'
        warnings = (Warn("SHEETS_LEFT", text),)
    return table, columns, rows, warnings


def table_records(path: str, table: str, columns: list[str]) -> Iterator[RawRecord]:
    """The rows of `table`, in the order in which the file holds them; `line` counts them from 1."""
    with _connected(path) as connection:
        for number, values in enumerate(connection.execute(f"SELECT * FROM {quoted(table)}"), 1):
            problem = None
            cells: list[str] = []
            for column, value in zip(columns, values, strict=True):
                if isinstance(value, bytes):
                    problem = problem or RowProblem("ENCODING", "encoding: binary data", column)
                cells.append(_text(value))
            yield RawRecord(number, 1, cells, "", problem or _broken(columns, cells))


def quoted(name: str) -> str:
    """`name` as SQL writes the name of a table or column."""
    return '"' + name.replace('"', '""') + '"'


def _text(value: object) -> str:
    if isinstance(value, float):
        return number_text(value)
    return "" if value is None or isinstance(value, bytes) else str(value)


def _broken(columns: list[str], cells: list[str]) -> RowProblem | None:
    for column, cell in zip(columns, cells, strict=True):
        if not cell.isascii() and any("\udc80" <= char <= "\udcff" for char in cell):
            return RowProblem("ENCODING", "encoding: bytes that are not utf-8", column, cell)
    return None
