"""How the rows of each table lie in the file, in every format of the queue so far.

Owns: recognising a row by its shape. Must not know: files, pages. The shapes are read off the migrations themselves.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.store.connection import migrations
from app.store.queries import sql
from app.store.records import Value

Row = dict[str, Any]
_TYPES = {"INTEGER": int, "TEXT": str}


@dataclass(frozen=True, slots=True)
class Layout:
    """A table in one format. `names`, `types`, `required` are in the order of the stored record; `key`: the column
    whose value is the row's number; `least`: columns of the shortest record (rows from before a column was added lack
    it)."""

    table: str
    version: int
    numbered: bool  # rows have a number of their own (not WITHOUT ROWID)
    names: tuple[str, ...]
    types: tuple[type, ...]
    required: tuple[bool, ...]
    defaults: tuple[Value, ...]
    key: int | None
    least: int

    def row(self, number: int | None, values: tuple[Value, ...]) -> Row | None:
        """The row by names; None when it cannot be one of this table."""
        if (number is not None) is not self.numbered or not self.least <= len(values) <= len(self.names):
            return None
        values += self.defaults[len(values) :]
        if self.key is not None:
            values = (*values[: self.key], number, *values[self.key + 1 :])  # stored as NULL
        for value, kind, required in zip(values, self.types, self.required, strict=True):
            if value is None:
                if required:
                    return None
            elif type(value) is not kind:
                return None
        return dict(zip(self.names, values, strict=True))


class Layouts:
    """The layouts of all formats up to `version` (None: of all), the newest first."""

    def __init__(self, version: int | None = None) -> None:
        every: list[Layout] = []
        with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            for number, script in sorted(migrations().items()):
                connection.executescript(script)
                every += [_layout(connection, number, *row, every) for row in _tables(connection)]
        self._newest = {layout.table: layout for layout in every}
        known = [layout for layout in every if version is None or layout.version <= version]
        self._all = [_SEQUENCE, *reversed(known or every)]

    def __iter__(self) -> Iterator[Layout]:
        return iter(self._all)

    def recognise(self, number: int | None, values: tuple[Value, ...]) -> tuple[str, Row] | None:
        """The table that a row belongs to, and the row by names; None when it is of no table."""
        for layout in self._all:
            row = layout.row(number, values)
            if row is not None:
                return layout.table, row
        return None

    def newest(self, table: str) -> Layout:
        """The layout of `table` in the newest format."""
        return self._newest[table]


# SQLite's own table of the highest numbers given: without types in its schema.
_SEQUENCE = Layout(
    "sqlite_sequence", 0, True, ("name", "seq"), (str, int), (True, True), (None, None), key=None, least=2
)


def _tables(connection: sqlite3.Connection) -> list[tuple[str, bool]]:
    return [(name, bool(unnumbered)) for name, unnumbered in connection.execute(sql("rebuild_tables")).fetchall()]


def _layout(connection: sqlite3.Connection, version: int, table: str, unnumbered: bool, older: list[Layout]) -> Layout:
    columns = connection.execute(sql("rebuild_columns"), {"table": table}).fetchall()
    if unnumbered:  # the key comes first in the record
        columns.sort(key=lambda column: (column[4] == 0, column[4]))
    names = tuple(column[0] for column in columns)
    keys = [index for index, column in enumerate(columns) if column[4]]
    numbered_by = keys[0] if not unnumbered and len(keys) == 1 and columns[keys[0]][1] == "INTEGER" else None
    grown = [len(old.names) for old in older if old.table == table and old.names == names[: len(old.names)]]
    return Layout(
        table, version, not unnumbered, names,
        tuple(_TYPES[column[1]] for column in columns),
        tuple(bool(column[2]) or bool(column[4]) for column in columns),
        tuple(_literal(column[3]) for column in columns),
        numbered_by, min([len(names), *grown]),
    )  # fmt: skip


def _literal(text: str | None) -> Value:
    """The value that a column's DEFAULT says."""
    if text is None or text == "NULL":
        return None
    return text[1:-1] if text.startswith("'") else int(text)
