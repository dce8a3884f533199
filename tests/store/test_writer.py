"""The writer: commits shared by many commands, one failing alone, durable ones, a full drive, the end."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from pathlib import Path

import pytest

from app.core.events import Event, QueuePaused
from app.core.states import JobState
from app.store import transitions, writer
from app.store.errors import StoreError
from app.store.intake import add_batch, add_jobs
from app.store.reader import Reader
from app.store.writer import Transaction, Writer
from tests.store.queue_file import PHOTOS, QueueFile, ending, jobs, new_job


class Gate:
    """A command that keeps the writer busy until it is opened, so that others gather behind it."""

    def __init__(self, store: QueueFile) -> None:
        self._inside, self._open = threading.Event(), threading.Event()
        self.future = store.writer.post(self._wait)
        assert self._inside.wait(30)

    def _wait(self, tx: Transaction) -> None:
        self._inside.set()
        assert self._open.wait(30)

    def open(self) -> None:
        self._open.set()


def synchronous(tx: Transaction) -> int:
    """The level of this commit: 1 = NORMAL, 2 = FULL."""
    return int(tx._connection.execute("PRAGMA synchronous").fetchone()[0])


def setting(key: str, value: str = "x") -> Callable[[Transaction], None]:
    def command(tx: Transaction) -> None:
        tx.run("meta_set", {"key": key, "value": value})

    return command


def settings(store: QueueFile) -> set[str]:
    return {row[0] for row in store.rows("SELECT key FROM meta")}


def commits(store: QueueFile) -> list[str]:
    """A list that grows with each commit of the writer from here on."""
    seen: list[str] = []

    def trace(statement: str) -> None:
        if statement == "COMMIT":
            seen.append(statement)

    store.writer.call(lambda tx: tx._connection.set_trace_callback(trace))
    seen.clear()
    return seen


def test_commands_that_wait_share_a_commit(store: QueueFile) -> None:
    seen = commits(store)
    gate = Gate(store)
    futures = [store.writer.post(setting(f"k{number}")) for number in range(300)]
    gate.open()
    wait(futures, 30)
    assert {f"k{number}" for number in range(300)} <= settings(store)
    assert len(seen) == 2  # the gate's, and one for all that waited behind it


def test_a_commit_has_a_limit(store: QueueFile) -> None:
    seen = commits(store)
    gate = Gate(store)
    futures = [store.writer.post(lambda tx: tx.now) for _ in range(writer.GROUP_LIMIT * 2)]
    gate.open()
    wait(futures, 30)
    assert len(seen) == 3


def test_a_command_of_an_idle_queue_is_on_disk_when_its_call_returns(store: QueueFile) -> None:
    store.writer.call(setting("alone"))
    assert "alone" in settings(store)


def test_commands_run_in_the_order_they_came(store: QueueFile) -> None:
    order: list[int] = []
    gate = Gate(store)
    futures = [store.writer.post(lambda _tx, n=number: order.append(n)) for number in range(50)]
    gate.open()
    wait(futures, 30)
    assert order == list(range(50))


def test_a_failing_command_undoes_itself_and_spoils_no_neighbour(store: QueueFile) -> None:
    def half(tx: Transaction) -> None:
        setting("half")(tx)
        tx.emit(QueuePaused(True))
        raise ValueError("half way")

    gate = Gate(store)
    before, broken = store.writer.post(setting("before")), store.writer.post(half)
    refused = store.writer.post(lambda tx: tx.run("job_add", {}))
    after = store.writer.post(setting("after"))
    gate.open()
    before.result(30), after.result(30)
    with pytest.raises(ValueError, match="half way"):
        broken.result(30)
    assert isinstance(refused.exception(30), Exception)
    assert {"before", "after"} <= settings(store)
    assert "half" not in settings(store)
    assert store.events == []


def test_the_guard_refuses_a_transition_that_is_not_in_the_table(store: QueueFile) -> None:
    """The trigger that all these tests run under does bite, and only the command in question fails."""
    _batch, job = store.ended_in(JobState.DONE)
    with pytest.raises(Exception, match="not in the table"):
        store.writer.call(lambda tx: tx._connection.execute("UPDATE job SET state = 'ready' WHERE id = ?", (job,)))
    assert store.rows("SELECT state FROM job") == [("done",)]


def test_only_a_durable_command_asks_for_a_full_sync_and_its_neighbours_share_it(store: QueueFile) -> None:
    assert store.writer.call(synchronous) == 1
    assert store.writer.call(synchronous, durable=True) == 2
    assert store.writer.call(synchronous) == 1
    gate = Gate(store)
    plain, careful = store.writer.post(synchronous), store.writer.post(synchronous, durable=True)
    gate.open()
    assert (plain.result(30), careful.result(30)) == (2, 2)


def test_events_are_published_after_the_commit_and_before_the_caller_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "queue.db"
    seen: list[tuple[list[Event], bool]] = []
    futures: list[Future[None]] = []

    def publish(events: list[Event]) -> None:
        with Reader(path) as reader:
            seen.append((list(events), reader.paused()))

    queue = Writer(path, lambda: 1, publish, lambda _code, _message: None)
    try:
        futures.append(queue.post(lambda tx: transitions.set_paused(tx, True)))
        futures[0].result(30)
        assert seen == [([QueuePaused(True)], True)]
    finally:
        queue.close()


def test_a_command_that_its_caller_gave_up_is_not_run_and_harms_nobody(store: QueueFile) -> None:
    gate = Gate(store)
    given_up, kept = store.writer.post(setting("given-up")), store.writer.post(setting("kept"))
    assert given_up.cancel()
    gate.open()
    kept.result(30)
    assert "given-up" not in settings(store)
    assert "kept" in settings(store)


def test_a_command_that_has_begun_cannot_be_given_up(store: QueueFile) -> None:
    gate = Gate(store)
    assert not gate.future.cancel()
    gate.open()
    gate.future.result(30)
    store.writer.call(setting("next"))
    assert "next" in settings(store)


def test_a_task_that_waits_for_a_command_may_be_cancelled(store: QueueFile) -> None:
    """`wrap_future` hands the cancel on to the command's future, on which the writer depends."""

    async def give_up(future: Future[None]) -> None:
        task = asyncio.ensure_future(asyncio.wrap_future(future))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])

    gate = Gate(store)
    asyncio.run(give_up(store.writer.post(setting("given-up"))))
    asyncio.run(give_up(gate.future))
    gate.open()
    store.writer.call(setting("next"))
    assert settings(store) >= {"next"}


# The end.


def test_what_is_queued_is_committed_before_the_end(store: QueueFile) -> None:
    gate = Gate(store)
    futures = [store.writer.post(setting(f"k{number}")) for number in range(20)]
    gate.open()
    store.writer.close()
    store.writer.close()  # twice is once
    assert all(future.done() for future in futures)
    assert {f"k{number}" for number in range(20)} <= settings(store)


def test_a_command_after_the_end_is_refused_and_does_not_hang(store: QueueFile) -> None:
    store.writer.close()
    with pytest.raises(StoreError) as caught:
        store.writer.post(setting("late")).result(30)
    assert caught.value.code == "QUEUE_CLOSED"
    assert "late" not in settings(store)


# A full drive.


def limit_pages(store: QueueFile, spare: int) -> None:
    """Let the file grow by `spare` pages and no more."""

    def command(tx: Transaction) -> None:
        (pages,) = tx._connection.execute("PRAGMA page_count").fetchone()
        tx._connection.execute(f"PRAGMA max_page_count = {pages + spare}").fetchone()

    store.writer.call(command)


class FullDrive:
    """Says when the writer has noticed that the drive is full, and makes room on its thread."""

    def __init__(self, store: QueueFile, monkeypatch: pytest.MonkeyPatch) -> None:
        self.noticed = threading.Event()
        self._store = store
        self._make_room = False
        monkeypatch.setattr(writer, "RETRY_SECONDS", 0.01)
        original = store.writer._trouble

        def trouble(code: str, message: str) -> None:
            original(code, message)
            self.noticed.set()

        monkeypatch.setattr(store.writer, "_trouble", trouble)
        clock = store.writer._clock

        def now() -> int:  # the writer asks the time for each command: the one place where a test is on its thread
            if self._make_room:
                store.writer._connection.execute("PRAGMA max_page_count = 100000").fetchone()
            return clock()

        monkeypatch.setattr(store.writer, "_clock", now)

    def make_room(self) -> None:
        self._make_room = True


def test_a_full_drive_is_said_once_loses_nothing_and_goes_on(store: QueueFile, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = store.writer.call(lambda tx: add_batch(tx, PHOTOS))
    limit_pages(store, 3)
    drive = FullDrive(store, monkeypatch)
    chunks = [[new_job(100 * part + number) for number in range(100)] for part in range(5)]
    futures = [store.writer.post(lambda tx, c=chunk: add_jobs(tx, batch, c)) for chunk in chunks]
    assert drive.noticed.wait(30)
    assert not futures[-1].done()
    assert [code for code, _message in store.troubles] == ["DISK_FULL"]
    drive.make_room()
    assert sum(future.result(30) for future in futures) == 500
    store.writer.call(lambda tx: tx.now)
    assert [code for code, _message in store.troubles] == ["DISK_FULL", ""]
    assert store.rows("SELECT count(*), count(DISTINCT dedup_key) FROM job") == [(500, 500)]
    assert store.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_finish_on_a_full_drive_is_kept_until_there_is_room(
    store: QueueFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = store.batch(jobs(1))
    (job,) = store.claim(batch)
    limit_pages(store, 0)
    drive = FullDrive(store, monkeypatch)
    done = ending(job, JobState.FAILED, "CORRUPT", "x" * 30_000)
    future = store.writer.post(lambda tx: transitions.end_all(tx, "one", [done]))
    assert drive.noticed.wait(30)
    assert store.states(batch) == ["running"]
    drive.make_room()
    assert future.result(30) == [True]
    assert store.states(batch) == ["failed"]
    assert store.batch_state(batch) == "finished"


def test_the_program_can_end_while_the_drive_is_full(store: QueueFile, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = store.writer.call(lambda tx: add_batch(tx, PHOTOS))
    limit_pages(store, 0)
    drive = FullDrive(store, monkeypatch)
    future = store.writer.post(lambda tx: add_jobs(tx, batch, jobs(2_000)))
    assert drive.noticed.wait(30)
    store.writer.close()
    with pytest.raises(StoreError):
        future.result(30)
    assert store.states(batch) == []
