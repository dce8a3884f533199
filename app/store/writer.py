"""The one thread that writes, and how it groups commands into commits.

Owns: the writing connection, group commit, the synchronous level of each commit, waiting while the file cannot be
written (`faults.py` says which faults pass).
Must not know: what the commands mean (they are functions of `Transaction`), threads of the engine.

A command is a function `f(tx) -> T` that runs inside a savepoint of a BEGIN IMMEDIATE transaction. All commands that
are waiting when a commit begins go into it together: under load the commit's cost is shared by hundreds of them, and
an idle queue commits at once. `durable=True` asks for synchronous=FULL: the commit survives a power cut, too.
"""

import contextlib
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
from app.store.faults import fault_of
from app.store.queries import sql

log = logging.getLogger(__name__)
T = TypeVar("T")

GROUP_LIMIT = 512  # commands in one commit: bounds the time a reader of fresh rows waits
RETRY_SECONDS = 1.0  # between tries to commit while the file cannot be written
TRIES_BEFORE_REOPENING = 2  # a fault that comes once is over at the next try


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
        factory: type[sqlite3.Connection] = sqlite3.Connection,
    ) -> None:
        """Open the file (may raise StoreError) and start the thread. `publish` and `trouble` are called on it.
        `factory`: makes the connections."""
        self._path = path
        self._factory = factory
        self._connection, self.set_aside = connection.open_writer(path, factory)
        self._clock = clock
        self._publish = publish
        self._trouble = trouble
        self._commands: queue.SimpleQueue[_Command | None] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._door = threading.Lock()  # no command slips in behind the end
        self._said = ""  # the code of the trouble that lasts
        self._damaged: StoreError | None = None  # the file's content is damaged: nothing is written any more
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
        """Whether commands wait (as they do at first) while the file cannot be written; otherwise they fail with
        StoreError."""
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
        self._close_file()

    def _close_file(self) -> None:
        if self._said:
            self._close_beside_its_log()
            return
        try:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.Error as error:
            log.warning("checkpoint at the end failed: %s", error)
        self._connection.close()

    def _close_beside_its_log(self) -> None:
        """Close a file that cannot be written so that its log stays: a rebuild needs it, and a log that is missing
        although nobody closed the queue means to the next start that commits are lost. The last connection would write
        the log into the file and delete it; a reader cannot do that."""
        try:
            with contextlib.closing(connection.open_reader(self._path)) as reader:
                reader.execute("SELECT count(*) FROM sqlite_master").fetchone()  # so that it takes part
                self._connection.close()
        except (sqlite3.Error, StoreError) as error:
            log.warning("the log of the queue may not be there at the next start: %s", error)
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
        """Run a group in one transaction; while the file cannot be written say so and try again until it can."""
        tries = 0
        while True:
            try:
                if self._damaged is not None:
                    raise self._damaged
                if self._connection.in_transaction:
                    self._reopen()
                results, events = self._transaction(group)
            except Exception as error:  # noqa: BLE001 - tried again, or said and handed to the callers
                tries += 1
                if self._wait(error, tries):
                    continue
                self._give_up(group, error)
                return
            if self._said:
                self._said = ""
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

    def _give_up(self, group: list[_Command], error: Exception) -> None:
        fault = fault_of(error)
        if isinstance(error, StoreError):
            failure = error
        elif fault is not None:
            failure = fault.error(self._path)
            if not fault.passes:  # each further write could destroy what can still be read
                self._damaged = failure
        else:
            failure = StoreError("QUEUE_BROKEN", f"The queue could not be written: {error}.")
        if self._said not in (failure.code, fault.trouble if fault else ""):
            log.error("a group of %d commands failed", len(group), exc_info=error)
            self._said = failure.code
            self._trouble(failure.code, failure.message)
        for command in group:
            command.future.set_exception(failure)

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
                except Exception as error:
                    if fault_of(error) is not None or not self._connection.in_transaction:
                        raise  # not this command's fault, or SQLite has undone the whole group
                    run("ROLLBACK TO command")
                    results.append((None, error))
                else:
                    results.append((value, None))
                    events += tx.events
                run("RELEASE command")
            run("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        return results, events

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            try:
                self._connection.execute("ROLLBACK")
            except sqlite3.Error as error:  # what came before it is reported; the connection is left for a fresh one
                log.warning("a transaction could not be rolled back: %s", error)

    def _wait(self, error: Exception, tries: int) -> bool:
        """Whether to try the group again: yes while the fault is one that passes, until the program ends."""
        fault = fault_of(error)
        if fault is None or not fault.passes or self._impatient.is_set():
            return False
        if self._said != fault.trouble:
            self._said = fault.trouble
            log.error("the queue cannot be written for now: %s", error)
            self._trouble(fault.trouble, fault.while_it_lasts(self._path))
        if self._impatient.wait(RETRY_SECONDS):
            return False
        if fault.reopen and tries >= TRIES_BEFORE_REOPENING:
            self._reopen()
        return True

    def _reopen(self) -> None:
        """Go on with a fresh connection: the old one may be stuck in a transaction, or keep a fault that is over.

        The new one is opened before the old one is closed. So the index of the write-ahead log lives on, and a commit
        that failed half way is not found and carried out behind our back (it is about to be made again).
        """
        try:
            fresh = connection.reopen_writer(self._path, self._factory)
        except (sqlite3.Error, StoreError) as error:
            log.debug("the queue could not be opened anew: %s", error)  # said already, and tried again in a moment
            return
        old, self._connection = self._connection, fresh
        old.close()
