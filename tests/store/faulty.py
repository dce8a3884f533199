"""Connections whose statements fail on command, as SQLite's would: the drive that the tests of faults work on.

Owns: counting statements and striking. Must not know: the queue. A subclass of the real connection is handed to the
writer, so everything between two strikes is real.
"""

import sqlite3
from collections.abc import Callable, Iterable
from typing import Any

BUSY, FULL = sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL
IOERR, READONLY, CANTOPEN = sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN
CORRUPT = sqlite3.SQLITE_CORRUPT
ALWAYS = 10**9


def failure(code: int) -> sqlite3.DatabaseError:
    """What Python's module raises for `code`."""
    kind = sqlite3.DatabaseError if code == CORRUPT else sqlite3.OperationalError
    error = kind(f"made by the test ({code})")
    error.sqlite_errorcode = code
    return error


class Drive:
    """The plan of strikes: from statement `at` on the next `times` statements fail with `code`.

    `undone`: SQLite has rolled the transaction back before it reports, as it does for some faults and not for others.
    `on`: which statements count.
    """

    def __init__(self) -> None:
        self.statements = 0
        self.opened = 0
        self._at, self._times, self._code, self._undone = ALWAYS, 0, 0, False
        self._on: Callable[[str], bool] = lambda _statement: True

    def fail(
        self,
        at: int,
        code: int,
        times: int = 1,
        *,
        undone: bool = False,
        on: Callable[[str], bool] = lambda _statement: True,
    ) -> None:
        """Plan the next strikes; statements are counted from now on."""
        self.statements = 0
        self._at, self._times, self._code, self._undone, self._on = at, times, code, undone, on

    def heal(self) -> None:
        """No more strikes."""
        self._times = 0

    def before(self, connection: sqlite3.Connection, statement: str) -> None:
        """Count a statement; raise if it is to fail. A rollback is never refused: SQLite's does not fail."""
        if statement.startswith("ROLLBACK") or not self._on(statement):
            return
        self.statements += 1
        if self.statements > self._at and self._times > 0:
            self._times -= 1
            if self._undone and connection.in_transaction:
                sqlite3.Connection.execute(connection, "ROLLBACK")
            raise failure(self._code)

    def factory(self) -> type[sqlite3.Connection]:
        """The class of connections to this drive."""
        drive = self

        class Connection(sqlite3.Connection):
            def __init__(self, *args: Any, **options: Any) -> None:
                super().__init__(*args, **options)
                drive.opened += 1

            def execute(self, statement: str, values: Any = ()) -> sqlite3.Cursor:
                drive.before(self, statement)
                return super().execute(statement, values)

            def executemany(self, statement: str, values: Iterable[Any]) -> sqlite3.Cursor:
                drive.before(self, statement)
                return super().executemany(statement, values)

        return Connection
