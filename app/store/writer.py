"""The one thread that writes, and how it groups commands into commits.

Owns: the writing connection, group commit, the synchronous level of each commit, what happens when the drive is full.
Must not know: what the commands mean (they are functions of `Transaction`), threads of the engine.

A command is a function `f(tx) -> T` that runs inside a savepoint of a BEGIN IMMEDIATE transaction. All commands that
are waiting when a commit begins go into it together: under load the commit's cost is shared by hundreds of them, and
an idle queue commits at once. `durable=True` asks for synchronous=FULL: the commit survives a power cut, too.
"""

import logging
import queue
import sqlite3
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from app.core.events import Event
from app.store import connection
from app.store.errors import StoreError
from app.store.queries import sql

log = logging.getLogger(__name__)
T = TypeVar("T")

GROUP_LIMIT = 512  # commands in one commit: bounds the time a reader of fresh rows waits
RETRY_SECONDS = 1.0  # between tries to commit while the drive is full


class Transaction:
    """What a command may do: run named queries and queue events that are published once the commit is on disk."""

    def __init__(self, connection: sqlite3.Connection, now: int) -> None:
        self._connection = connection
        self.now = now  # ms UTC
        self.events: list[Event] = []

    def run(self, name: str, values: Mapping[str, Any] = {}) -> sqlite3.Cursor:
        """Execute the query called `name`; the cursor must be read to its end before the next call."""
        return self._connection.execute(sql(name), values)

    def run_many(self, name: str, rows: list[dict[str, Any]]) -> int:
        """Execute `name` for each of `rows`; the number of rows changed."""
        return self._connection.executemany(sql(name), rows).rowcount

    def rows(self, name: str, values: Mapping[str, Any] = {}) -> list[Any]:
        """All rows of `name`, fetched."""
        return self._connection.execute(sql(name), values).fetchall()

    def one(self, name: str, values: Mapping[str, Any] = {}) -> Any | None:
        """The first row of `name`, or None."""
        rows = self.rows(name, values)
        return rows[0] if rows else None

    def emit(self, event: Event) -> None:
        """Publish `event` after the commit."""
        self.events.append(event)


class _Command:
    __slots__ = ("durable", "function", "future")

    def __init__(self, function: Callable[[Transaction], Any], durable: bool) -> None:
        self.function = function
        self.durable = durable
        self.future: Future[Any] = Future()


class Writer:
    """Runs commands on the queue, in order, on its own thread."""

    def __init__(
        self,
        path: Path,
        clock: Callable[[], int],
        publish: Callable[[list[Event]], None],
        trouble: Callable[[str, str], None],
    ) -> None:
        """Open the file (may raise StoreError) and start the thread. `publish` and `trouble` are called on it."""
        self._connection, self.set_aside = connection.open_writer(path)
        self._clock = clock
        self._publish = publish
        self._trouble = trouble
        self._commands: queue.SimpleQueue[_Command | None] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._door = threading.Lock()  # no command slips in behind the end
        self._troubled = False
        self._impatient = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="queue-writer", daemon=True)
        self._thread.start()

    def post(self, function: Callable[[Transaction], T], durable: bool = False) -> Future[T]:
        """Queue a command; its future is done when the commit is on disk (or has failed). A future that is cancelled
        before its turn is not run. After `close` it fails with StoreError QUEUE_CLOSED."""
        command = _Command(function, durable)
        with self._door:
            if not self._closing.is_set():
                self._commands.put(command)
                return command.future
        command.future.set_exception(StoreError("QUEUE_CLOSED", "The queue is closed: Dropmill is ending."))
        return command.future

    def call(self, function: Callable[[Transaction], T], durable: bool = False) -> T:
        """Run a command and wait until it is committed. Never call it on the GUI thread."""
        return self.post(function, durable).result()

    def set_patient(self, patient: bool) -> None:
        """Whether commands wait (as they do at first) while the drive is full or another program holds the file;
        otherwise they fail with StoreError."""
        if patient:
            self._impatient.clear()
        else:
            self._impatient.set()

    def close(self) -> None:
        """Commit what is queued, checkpoint, close the file."""
        with self._door:
            if self._closing.is_set():
                return
            self._closing.set()
            self._impatient.set()
            self._commands.put(None)
        self._thread.join()

    def _loop(self) -> None:
        last = False
        while not last:
            group, last = self._gather()
            if group:
                self._commit(group)
        try:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.Error as error:
            log.warning("checkpoint at the end failed: %s", error)
        self._connection.close()

    def _gather(self) -> tuple[list[_Command], bool]:
        """Everything that waits now; blocks for the first. True as well when the end was asked for."""
        group: list[_Command] = []
        command = self._commands.get()
        while command is not None:
            # From here on it cannot be cancelled: setting the result of a cancelled future would end this thread.
            if command.future.set_running_or_notify_cancel():
                group.append(command)
            if len(group) >= GROUP_LIMIT:
                return group, False
            try:
                command = self._commands.get_nowait()
            except queue.Empty:
                return group, False
        return group, True

    def _commit(self, group: list[_Command]) -> None:
        """Run a group in one transaction; on a full drive say so and try again until there is room."""
        while True:
            try:
                results, events = self._transaction(group)
            except Exception as error:
                if self._wait_for_room(error):
                    continue
                failure = _failure(error)
                log.exception("a group of %d commands failed", len(group))
                self._troubled = True
                self._trouble(failure.code, failure.message)
                for command in group:
                    command.future.set_exception(failure)
                return
            if self._troubled:
                self._troubled = False
                self._trouble("", "")
            break
        # Events first: who waits for the future may look at what the events have done.
        if events:
            self._publish(events)
        for command, (value, problem) in zip(group, results, strict=True):
            if problem is None:
                command.future.set_result(value)
            else:
                command.future.set_exception(problem)

    def _transaction(self, group: list[_Command]) -> tuple[list[tuple[Any, Exception | None]], list[Event]]:
        results: list[tuple[Any, Exception | None]] = []
        events: list[Event] = []
        run = self._connection.execute
        # The level cannot be changed inside a transaction, so the group takes that of its most careful command.
        run("PRAGMA synchronous = FULL" if any(c.durable for c in group) else "PRAGMA synchronous = NORMAL")
        run("BEGIN IMMEDIATE")
        try:
            for command in group:
                tx = Transaction(self._connection, self._clock())
                run("SAVEPOINT command")
                try:
                    value = command.function(tx)
                except sqlite3.Error as error:
                    if _primary_code(error) in _STORAGE:
                        raise
                    run("ROLLBACK TO command")
                    results.append((None, error))
                except Exception as error:  # noqa: BLE001 - handed to the caller through the future
                    run("ROLLBACK TO command")
                    results.append((None, error))
                else:
                    results.append((value, None))
                    events += tx.events
                run("RELEASE command")
            run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                run("ROLLBACK")
            raise
        return results, events

    def _wait_for_room(self, error: Exception) -> bool:
        """Whether to try the group again: yes while the drive is full or another program holds the file, until the
        program ends."""
        code = _primary_code(error)
        if code not in _PASSING:
            return False
        if not self._troubled:
            self._troubled = True
            log.error("the queue cannot be written for now: %s", error)
            self._trouble(*_PASSING[code])
        return not self._impatient.wait(RETRY_SECONDS)


def _failure(error: Exception) -> StoreError:
    code = _primary_code(error)
    if code == sqlite3.SQLITE_FULL:
        return StoreError("QUEUE_FULL", "The drive that holds the queue is full. Free some space.")
    if code == sqlite3.SQLITE_BUSY:
        return StoreError("QUEUE_BUSY", "Another program holds the queue's file. Close it there.")
    return StoreError("QUEUE_BROKEN", f"The queue could not be written: {error}.")


def _primary_code(error: Exception) -> int | None:
    """SQLite's primary result code; None when Python's own module refused the call (a value is missing, say)."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


# What passes by itself or by a person's hand, and what is said meanwhile.
_PASSING = {
    sqlite3.SQLITE_FULL: ("DISK_FULL", "The drive that holds the queue is full. Nothing is lost; free some space."),
    sqlite3.SQLITE_BUSY: ("QUEUE_BUSY", "Another program holds the queue's file. Nothing is lost; close it there."),
}
_STORAGE = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_CANTOPEN,
    }
)
