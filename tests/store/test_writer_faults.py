"""Faults of the drive at every statement of the writer: no lost row, no half transaction, words, and on again without
a restart. The scenario is run once undisturbed; every disturbed run must leave the very same rows."""

import contextlib
import functools
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.core.states import JobState
from app.store import connection as opening
from app.store import transitions, writer
from app.store.errors import StoreError
from app.store.intake import WAITING_FOR_SEND, add_batch, add_jobs, close_building
from app.store.writer import Transaction, Writer
from tests.store.faulty import ALWAYS, BUSY, CANTOPEN, CORRUPT, FULL, IOERR, READONLY, Drive
from tests.store.queue_file import LETTERS, NOW, PHOTOS, ending, jobs
from tests.waiting import until

CODES = {BUSY: "QUEUE_BUSY", FULL: "DISK_FULL", IOERR: "QUEUE_IO", READONLY: "QUEUE_READONLY"}
GIVEN_UP = {BUSY: "QUEUE_BUSY", FULL: "QUEUE_FULL", IOERR: "QUEUE_IO", READONLY: "QUEUE_DENIED"}
TABLES = ("session", "batch", "tally", "job", "attempt", "effect", "lane", "meta")
Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(autouse=True)
def impatient_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "RETRY_SECONDS", 0.0)
    monkeypatch.setattr(opening, "BUSY_MS", 50)


class Queue:
    """A writer over a drive that fails when told to, and the scenario's commands."""

    def __init__(self, path: Path, drive: Drive) -> None:
        self.path = path
        self.troubles: list[tuple[str, str]] = []
        self.writer = Writer(
            path, lambda: NOW, lambda _events: None, lambda *what: self.troubles.append(what), drive.factory()
        )

    def steps(self) -> Iterator[Callable[[], Any]]:
        """Submit, add rows, claim, arm, end, retry, cancel, close: each an acknowledged command, in this order."""
        call = self.writer.call
        run = {"id": "one", "machine": "m", "pid": 1, "now": NOW}
        yield lambda: call(lambda tx: tx.run("session_begin", run).rowcount)
        yield lambda: call(lambda tx: add_batch(tx, PHOTOS), durable=True)
        yield lambda: call(lambda tx: add_jobs(tx, 1, jobs(4)))
        yield lambda: call(lambda tx: close_building(tx, 1, True, WAITING_FOR_SEND))
        yield lambda: call(lambda tx: add_batch(tx, LETTERS), durable=True)
        yield lambda: call(lambda tx: add_jobs(tx, 2, jobs(2, payload={"to": "a@example.org"})))
        yield lambda: call(lambda tx: close_building(tx, 2, True, WAITING_FOR_SEND))
        photos: list[transitions.Claimed] = []
        letters: list[transitions.Claimed] = []
        yield lambda: photos.extend(call(lambda tx: transitions.claim(tx, "one", 1, 3)))
        yield lambda: letters.extend(call(lambda tx: transitions.claim(tx, "one", 2, 2)))
        yield lambda: call(
            lambda tx: transitions.arm(tx, letters[0].id, letters[0].attempt, "m5", "<m5@x>"), durable=True
        )
        yield lambda: call(
            lambda tx: transitions.end_all(
                tx,
                "one",
                [
                    ending(photos[0], JobState.DONE, outputs=("/out/a.jpg",)),
                    ending(photos[1], JobState.FAILED, "CORRUPT"),
                    ending(photos[2], JobState.WAITING, "SOURCE_LOCKED", run_at=NOW + 5_000),
                ],
            )
        )
        yield lambda: call(
            lambda tx: transitions.end_all(
                tx,
                "one",
                [
                    ending(letters[0], JobState.UNCONFIRMED, "UNCERTAIN"),
                    ending(letters[1], JobState.READY, "INTERRUPTED", counted=False),
                ],
            )
        )
        yield lambda: call(lambda tx: transitions.retry(tx, [photos[1].id], None, None, ()))
        yield lambda: call(lambda tx: transitions.cancel(tx, [], 1))
        yield lambda: call(lambda tx: transitions.confirm(tx, [letters[0].id], True), durable=True)
        yield lambda: call(lambda tx: tx.run("session_end", {"id": "one", "now": NOW}).rowcount)

    def run(self) -> int:
        """All steps; the number that were acknowledged before one failed."""
        done = 0
        with contextlib.suppress(StoreError):
            for step in self.steps():
                step()
                done += 1
        self.writer.close()
        return done


def rows(path: Path) -> Rows:
    """All that the queue holds, after the proof that it is whole."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES}


@pytest.fixture(scope="module")
def undisturbed(quick: Path) -> tuple[int, list[Rows]]:
    """The number of the scenario's statements, and what the queue holds after each of its steps."""
    drive = Drive()
    queue = Queue(quick / "undisturbed.db", drive)
    drive.fail(ALWAYS, FULL)
    snapshots = [rows(queue.path)]
    for step in queue.steps():
        step()
        snapshots.append(rows(queue.path))
    queue.writer.close()
    assert drive.statements > 90
    assert {row[2] for row in snapshots[-1]["job"]} == {"done", "cancelled", "ready"}
    return drive.statements, snapshots


@pytest.mark.parametrize("code", CODES)
def test_a_fault_at_any_statement_is_said_waited_for_and_leaves_no_trace(
    quick: Path, undisturbed: tuple[int, list[Rows]], code: int
) -> None:
    statements, snapshots = undisturbed
    for at in range(statements):
        drive = Drive()
        path = quick / f"{code}-{at}.db"
        queue = Queue(path, drive)
        opened = drive.opened
        # Every second time it lasts for three statements, which are those of three tries, and undoes on its own.
        lasts = at % 2 == 0 and at < statements - 3
        drive.fail(at, code, 3 if lasts else 1, undone=lasts)
        done = queue.run()
        if at == statements - 1:  # the checkpoint at the end is only tried
            assert queue.troubles == []
        else:
            (began, words), (over, nothing) = queue.troubles
            assert (began, over, nothing) == (CODES[code], "", "")
            assert path.name in words
            assert "Nothing is lost" in words
        assert done == len(snapshots) - 1, at
        assert rows(path) == snapshots[-1], at
        if lasts and code in (IOERR, READONLY):
            assert drive.opened > opened
        path.unlink()


@pytest.mark.parametrize("code", CODES)
def test_the_end_during_a_fault_keeps_what_was_acknowledged_and_no_half_of_the_rest(
    quick: Path, undisturbed: tuple[int, list[Rows]], code: int
) -> None:
    statements, snapshots = undisturbed
    for at in range(0, statements - 1, 3):
        drive = Drive()
        path = quick / f"end-{code}-{at}.db"
        queue = Queue(path, drive)
        queue.writer.set_patient(False)
        drive.fail(at, code, ALWAYS, undone=at % 2 == 0)
        done = queue.run()
        assert done < len(snapshots) - 1
        assert [trouble for trouble, _words in queue.troubles] == [GIVEN_UP[code]]
        assert rows(path) == snapshots[done], at
        path.unlink()


def test_commands_behind_a_fault_wait_and_are_committed_in_their_order(tmp_path: Path) -> None:
    drive = Drive()
    queue = Queue(tmp_path / "queue.db", drive)
    drive.fail(0, IOERR, ALWAYS)
    order: list[int] = []
    futures = [queue.writer.post(functools.partial(_note, order, number)) for number in range(20)]
    until(lambda: drive.opened > 3)
    assert not any(future.done() for future in futures)
    drive.heal()
    assert [future.result(30) for future in futures] == list(range(20))
    assert [row[1] for row in rows_of(queue.path, "SELECT * FROM meta WHERE key LIKE 'k%' ORDER BY key")] == ["x"] * 20
    queue.writer.close()


def _note(order: list[int], number: int, tx: Transaction) -> int:
    tx.run("meta_set", {"key": f"k{number:02}", "value": "x"})
    return number


def rows_of(path: Path, query: str) -> list[Any]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_a_fault_that_changes_is_said_anew(tmp_path: Path) -> None:
    drive = Drive()
    queue = Queue(tmp_path / "queue.db", drive)
    drive.fail(0, FULL, ALWAYS)
    future = queue.writer.post(lambda tx: tx.now)
    until(lambda: [code for code, _ in queue.troubles] == ["DISK_FULL"])
    drive.fail(0, CANTOPEN, ALWAYS)
    until(lambda: len(queue.troubles) == 2)
    drive.heal()
    assert future.result(30) == NOW
    assert [code for code, _ in queue.troubles] == ["DISK_FULL", "QUEUE_AWAY", ""]
    queue.writer.close()


def test_a_damaged_file_is_not_written_again_and_the_cure_is_named(tmp_path: Path) -> None:
    drive = Drive()
    queue = Queue(tmp_path / "queue.db", drive)
    drive.fail(2, CORRUPT)
    with pytest.raises(StoreError) as caught:
        queue.writer.call(lambda tx: add_batch(tx, PHOTOS))
    assert caught.value.code == "QUEUE_DAMAGED"
    before = drive.statements
    with pytest.raises(StoreError, match="doctor --rebuild"):
        queue.writer.call(lambda tx: add_batch(tx, PHOTOS))
    assert drive.statements == before
    assert [code for code, _ in queue.troubles] == ["QUEUE_DAMAGED"]
    assert "doctor --rebuild" in queue.troubles[0][1]
    queue.writer.close()
    assert rows_of(queue.path, "SELECT count(*) FROM batch") == [(0,)]


def test_a_rollback_that_fails_does_not_wedge_the_writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drive = Drive()
    queue = Queue(tmp_path / "queue.db", drive)
    refused = iter([True])

    def before(connection: sqlite3.Connection, statement: str) -> None:
        if statement == "ROLLBACK" and next(refused, False):
            raise sqlite3.OperationalError("made by the test")
        Drive.before(drive, connection, statement)

    monkeypatch.setattr(drive, "before", before)
    drive.fail(3, IOERR)
    assert queue.writer.call(lambda tx: add_batch(tx, PHOTOS)) == 1
    assert drive.opened == 2
    queue.writer.close()
    assert rows_of(queue.path, "SELECT count(*) FROM batch") == [(1,)]


def test_a_queue_that_was_taken_away_is_not_replaced_by_an_empty_one(tmp_path: Path) -> None:
    drive = Drive()
    queue = Queue(tmp_path / "queue.db", drive)
    for file in tmp_path.iterdir():
        file.rename(tmp_path / f"away-{file.name}")
    drive.fail(0, CANTOPEN, 5)
    assert queue.writer.call(lambda tx: tx.now) == NOW
    assert not queue.path.exists()
    queue.writer.close()


# The real thing.

HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
"""


def test_a_lock_of_another_process_is_waited_for(tmp_path: Path) -> None:
    queue = Queue(tmp_path / "queue.db", Drive())
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(queue.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        future = queue.writer.post(lambda tx: add_batch(tx, PHOTOS))
        until(lambda: [code for code, _ in queue.troubles] == ["QUEUE_BUSY"])
        assert not future.done()
        holder.stdin.close()
        assert future.result(30) == 1
    queue.writer.close()


def test_a_connection_that_only_reads_is_left_for_one_that_writes(tmp_path: Path) -> None:
    """Real READONLY: the connection keeps refusing, as after a start on a drive that was mounted read-only."""
    queue = Queue(tmp_path / "queue.db", Drive())
    queue.writer.call(lambda tx: tx._connection.execute("PRAGMA query_only = ON").fetchall())
    assert queue.writer.call(lambda tx: add_batch(tx, PHOTOS)) == 1
    assert [code for code, _ in queue.troubles] == ["QUEUE_READONLY", ""]
    queue.writer.close()


def _limit(pages: int, tx: Transaction) -> None:
    tx._connection.execute(f"PRAGMA max_page_count = {pages}").fetchone()


def _make_room(once: Iterator[bool], connection: sqlite3.Connection, _statement: str) -> None:
    """More room, made on the writer's thread before its next statement."""
    if next(once, False):
        _limit(10**6, Transaction(connection, NOW))


def test_a_drive_without_room_at_any_page_loses_and_doubles_nothing(quick: Path) -> None:
    """Real FULL, at every size of the file that the batch grows through."""
    for spare in range(8):
        path = quick / f"full-{spare}.db"
        drive = Drive()
        queue = Queue(path, drive)
        (now,) = queue.writer.call(lambda tx: tx._connection.execute("PRAGMA page_count").fetchone())
        queue.writer.call(functools.partial(_limit, now + spare))
        batch = queue.writer.call(lambda tx: add_batch(tx, PHOTOS))
        future = queue.writer.post(lambda tx, b=batch: add_jobs(tx, b, jobs(200)))
        until(lambda f=future, q=queue: f.done() or q.troubles)  # type: ignore[misc]
        assert [code for code, _ in queue.troubles] == ["DISK_FULL"]
        assert rows_of(path, "SELECT count(*) FROM job") == [(0,)]
        drive.before = functools.partial(_make_room, iter([True]))  # type: ignore[method-assign]
        assert future.result(30) == 200
        queue.writer.close()
        assert rows_of(path, "SELECT n_ready FROM tally") == [(200,)]
        assert rows_of(path, "PRAGMA integrity_check") == [("ok",)]
        path.unlink()
