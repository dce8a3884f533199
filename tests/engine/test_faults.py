"""What must never stop the queue for good: dead and stopped workers, a full drive, a clock that is set, our own
mistakes, the end of the program in the middle of anything."""

import contextlib
import errno
import json
import os
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Client, Listener
from pathlib import Path

import pytest

from app.core.events import EngineTrouble, Event, JobChanged, JobsAdded, LaneChanged, ScanProgress
from app.core.states import BatchState, JobState
from app.engine import control, session
from app.engine.control import CONTROL_FILE, ControlClient
from app.engine.engine import Engine
from app.engine.lock import QueueLock
from app.engine.services import Services
from app.engine.session import open_queue
from app.engine.worker import process
from app.jobs import registry
from app.store import connection, writer
from app.store.errors import StoreError
from app.store.reader import JobView, Reader
from app.store.writer import Transaction
from tests.engine.conftest import Clock, finish, submission
from tests.waiting import until

Inputs = Callable[..., list[str]]
Start = Callable[..., Engine]
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals")


def workers(engine: Engine) -> list[int]:
    """Ids of the worker processes that are there now."""
    slots = [slot.supervisor.worker for slot in engine._dispatcher._slots]
    return [w._process.pid for w in slots if w._process is not None and w._process.pid is not None]


def batch_states(engine: Engine) -> list[BatchState]:
    with Reader(engine.path) as reader:
        return [batch.state for batch in reader.batches()]


# Workers.


@posix
def test_a_worker_that_dies_while_it_has_nothing_to_do_costs_nobody_a_try(start: Start, inputs: Inputs) -> None:
    engine = start(workers=1)
    finish(engine, engine.submit(submission(inputs("a"))))
    (pid,) = workers(engine)
    os.kill(pid, signal.SIGKILL)
    jobs = finish(engine, engine.submit(submission(inputs("b", "c"))))
    assert {(job.state, job.tries, job.crashes) for job in jobs.values()} == {(JobState.DONE, 1, 0)}
    assert workers(engine) != [pid]


def test_a_process_that_ends_once_while_it_plans_costs_nobody_anything(engine: Engine, inputs: Inputs) -> None:
    jobs = finish(engine, engine.submit(submission(inputs("planonce"))))
    assert jobs["planonce"].state is JobState.DONE


@posix
def test_a_worker_that_was_stopped_is_replaced_at_the_time_limit(
    start: Start, inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(registry.LIMITS, "test", 3.0)  # a new process must be able to start in it
    engine = start(workers=1)
    finish(engine, engine.submit(submission(inputs("a"))))
    (pid,) = workers(engine)
    os.kill(pid, signal.SIGSTOP)
    jobs = finish(engine, engine.submit(submission(inputs("b", "c"))))
    assert {job.state for job in jobs.values()} == {JobState.DONE}
    assert sum(job.tries for job in jobs.values()) == 3  # one of them paid for the time


@posix
def test_a_stopped_worker_holds_up_no_quit(start: Start, inputs: Inputs) -> None:
    engine = start(workers=1)
    engine.submit(submission(inputs("sleep")))
    until(engine.board_snapshot)
    os.kill(workers(engine)[0], signal.SIGSTOP)
    began = time.monotonic()
    engine.close()
    assert time.monotonic() - began < 10
    with Reader(engine.path) as reader:
        assert [(job.state, job.tries) for job in reader.iter_jobs()] == [(JobState.READY, 0)]


def test_a_kind_that_cannot_be_loaded_ends_in_failed_jobs(
    start: Start, inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = start(workers=1)
    engine.pause()
    batch = engine.submit(submission(inputs(*(f"n{i}" for i in range(30)))))
    until(lambda: batch_states(engine) == [BatchState.ACTIVE])
    monkeypatch.setitem(registry.KINDS, "test", "tests.engine.absent:TestKind")  # for processes started from now on
    engine.resume()
    jobs = finish(engine, batch)
    assert {(job.state, job.code) for job in jobs.values()} == {(JobState.FAILED, "INTERNAL")}
    with Reader(engine.path) as reader:
        failure = reader.attempts(jobs["n0"].id)[0].failure
    assert failure is not None
    assert "tests.engine.absent" in failure.message


def test_a_computer_that_starts_no_process_ends_in_failed_jobs_with_the_reason(
    start: Start, inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = start(workers=1, scale=0.001)  # the lane looks again after 15 minutes at the most
    engine.pause()
    batch = engine.submit(submission(inputs("a", "b")))
    until(lambda: batch_states(engine) == [BatchState.ACTIVE])

    def no_more(*_args: object, **_named: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    with monkeypatch.context() as patch:
        patch.setattr(process._CONTEXT, "Pipe", no_more)
        engine.resume()
        jobs = finish(engine, batch)
        assert {(job.state, job.code) for job in jobs.values()} == {(JobState.FAILED, "OUT_OF_MEMORY")}
        assert os.strerror(errno.EMFILE) in (jobs["a"].message or "")
    engine.retry(batch=batch)
    assert {job.state for job in finish(engine, batch).values()} == {JobState.DONE}


# Our own mistakes.


def test_a_handler_that_fails_disturbs_nobody(engine: Engine, inputs: Inputs) -> None:
    def broken(_events: Sequence[Event]) -> None:
        raise ZeroDivisionError

    engine.bus.subscribe(broken)
    assert finish(engine, engine.submit(submission(inputs("a"))))["a"].state is JobState.DONE


def test_a_drop_that_cannot_be_planned_says_so_and_the_next_one_is(
    start: Start, inputs: Inputs, tmp_path: Path
) -> None:
    def broken() -> list[str]:
        raise RuntimeError("the list of suppressed addresses is gone")

    engine = start(services=Services(suppressed=broken))
    people = tmp_path / "people.csv"
    people.write_text("email\na@example.org\n")
    recipe = '{"dropmill": 1, "kind": "mail", "account": "x", "message": {"to": "{{ email }}", "text": "A"}}'
    batch = engine.submit(submission([str(people)], kind="mail", recipe=recipe))
    until(lambda: engine.settled(batch, 0))
    with Reader(engine.path) as reader:
        row = reader.batch(batch)
    assert row is not None
    assert row.state is BatchState.CANCELLED
    assert "the list of suppressed addresses is gone" in (row.note or "")
    assert finish(engine, engine.submit(submission(inputs("a"))))["a"].state is JobState.DONE


def test_work_that_cannot_begin_goes_back_with_the_reason(
    engine: Engine, inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_reader: Reader, _batch: int) -> None:
        raise RuntimeError("no way in")

    monkeypatch.setattr(engine._dispatcher, "_load_batch", broken)
    engine.submit(submission(inputs("a", "b", "c")))

    def lane_says() -> bool:
        with Reader(engine.path) as reader:
            return [lane.code for lane in reader.lanes() if lane.paused and "no way in" in (lane.message or "")] != []

    until(lane_says)
    until(lambda: engine.settled(None, 0))
    with Reader(engine.path) as reader:
        assert {(job.state, job.tries) for job in reader.iter_jobs()} == {(JobState.READY, 0)}


def test_a_round_that_fails_is_said_and_the_queue_goes_on(
    engine: Engine, inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Event] = []
    engine.bus.subscribe(lambda events: told.extend(e for e in events if isinstance(e, EngineTrouble)))
    with monkeypatch.context() as patch:
        patch.setattr(engine._dispatcher, "_choice", None)
        batch = engine.submit(submission(inputs("a")))
        until(lambda: told)
    assert finish(engine, batch)["a"].state is JobState.DONE


# The queue's file.


def limit_pages(engine: Engine, spare: int | None) -> None:
    def command(tx: Transaction) -> None:
        (pages,) = tx._connection.execute("PRAGMA page_count").fetchone()
        tx._connection.execute(f"PRAGMA max_page_count = {10**9 if spare is None else pages + spare}").fetchone()

    engine._writer.call(command)


def test_the_program_ends_while_the_drive_of_the_queue_is_full_and_loses_nothing(start: Start, inputs: Inputs) -> None:
    engine = start(workers=1)
    told = threading.Event()
    engine.bus.subscribe(
        lambda events: (
            told.set() if any(isinstance(e, EngineTrouble) and e.code == "DISK_FULL" for e in events) else None
        )
    )
    engine.pause()
    batch = engine.submit(submission(inputs(*(f"n{i}" for i in range(300)))))
    until(lambda: batch_states(engine) == [BatchState.ACTIVE])
    limit_pages(engine, 2)
    engine.resume()
    assert told.wait(30)
    began = time.monotonic()
    engine.close()
    assert time.monotonic() - began < 10
    jobs = finish(start(), batch)
    assert len(jobs) == 300
    assert {job.state for job in jobs.values()} == {JobState.DONE}
    folder = Path(jobs["n0"].outputs[0]).parent
    assert sorted(os.listdir(folder)) == sorted(f"n{i}.txt" for i in range(300))


def test_another_program_that_holds_the_file_is_waited_for_with_words(
    start: Start, inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_MS", 20)
    monkeypatch.setattr(writer, "RETRY_SECONDS", 0.01)
    engine = start()
    codes: list[str] = []
    engine.bus.subscribe(lambda events: codes.extend(e.code for e in events if isinstance(e, EngineTrouble)))
    with contextlib.closing(sqlite3.connect(engine.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answers: list[int] = []
        adding = threading.Thread(target=lambda: answers.append(engine.submit(submission(inputs("a")))))
        adding.start()
        until(lambda: codes == ["QUEUE_BUSY"])
        other.execute("ROLLBACK")
        adding.join(30)
    assert finish(engine, answers[0])["a"].state is JobState.DONE
    assert codes == ["QUEUE_BUSY", ""]


# The clock.


def waiting_job(engine: Engine) -> bool:
    with Reader(engine.path) as reader:
        return [job.state for job in reader.iter_jobs()] == [JobState.WAITING]


def tries_of(engine: Engine) -> int:
    with Reader(engine.path) as reader:
        return next(reader.iter_jobs()).tries


def due_in(engine: Engine, clock: Clock) -> int:
    """Milliseconds until the only job is tried again."""
    with Reader(engine.path) as reader:
        return (next(reader.iter_jobs()).run_at or 0) - clock.now_ms()


def test_a_clock_that_is_set_back_makes_nobody_wait_longer(start: Start, inputs: Inputs, clock: Clock) -> None:
    engine = start(scale=2.0)
    batch = engine.submit(submission(inputs("local")))
    until(lambda: waiting_job(engine))
    clock.set(-3600)
    engine._dispatcher.wake()
    until(lambda: batch_states(engine) == [BatchState.FINISHED])
    assert finish(engine, batch)["local"].state is JobState.DONE


def test_a_clock_that_was_set_back_while_the_program_was_off(start: Start, inputs: Inputs, clock: Clock) -> None:
    clock.set(86_400 * 365)
    engine = start(scale=0.5)
    batch = engine.submit(submission(inputs("local")))
    until(lambda: waiting_job(engine))
    engine.close()
    clock.set(-86_400 * 365)
    assert finish(start(), batch, horizon=60)["local"].state is JobState.DONE


def test_a_clock_that_is_set_forward_starts_nothing_early(start: Start, inputs: Inputs, clock: Clock) -> None:
    engine = start(scale=100.0)
    batch = engine.submit(submission(inputs("local")))
    until(lambda: waiting_job(engine))
    left = due_in(engine, clock)
    clock.set(3600)
    engine._dispatcher.wake()
    until(lambda: due_in(engine, clock) > 0)  # moved with the clock
    assert left - 30_000 < due_in(engine, clock) <= left
    assert tries_of(engine) == 1
    engine.cancel(batch=batch)


def test_after_a_sleep_what_became_due_starts_once(start: Start, inputs: Inputs, clock: Clock) -> None:
    engine = start(scale=100.0)
    batch = engine.submit(submission(inputs("local")))
    for tries in (1, 2):
        until(lambda tries=tries: waiting_job(engine) and tries_of(engine) == tries)  # type: ignore[misc]
        clock.sleep(8 * 3600)
        engine._dispatcher.wake()
    until(lambda: batch_states(engine) == [BatchState.FINISHED])
    job = finish(engine, batch)["local"]
    assert (job.state, job.attempt) == (JobState.DONE, 3)


# Turns and pauses.


def test_small_batches_do_not_wait_for_a_large_one(start: Start, inputs: Inputs) -> None:
    engine = start(workers=1)
    engine.pause()
    large = engine.submit(submission(inputs(*(f"l{i}" for i in range(1500)))))
    small = [engine.submit(submission(inputs(f"s{i}"))) for i in range(40)]
    until(lambda: batch_states(engine) == [BatchState.ACTIVE] * 41)
    order: list[int] = []
    engine.bus.subscribe(
        lambda events: order.extend(e.batch for e in events if isinstance(e, JobChanged) and e.state is JobState.DONE)
    )
    engine.resume()
    for batch in (*small, large):
        finish(engine, batch)
    assert max(order.index(batch) for batch in small) < 200  # 40 turns of theirs, and the chunks between two of them


def test_after_a_pause_nothing_starts(engine: Engine, inputs: Inputs) -> None:
    batch = engine.submit(submission(inputs(*(f"n{i}" for i in range(400)))))
    started: list[int] = []
    for _ in range(5):
        until(lambda: engine.busy()[0])
        engine.pause()
        stop = engine.bus.subscribe(
            lambda events: started.extend(
                e.job for e in events if isinstance(e, JobChanged) and e.state is JobState.RUNNING
            )
        )
        until(lambda: engine.busy()[0] == 0)
        stop()
        engine.resume()
        if engine.settled(batch, 0):
            break
    assert started == []
    assert {job.state for job in finish(engine, batch).values()} == {JobState.DONE}


# The end in the middle of something.


def test_a_quit_while_a_folder_is_looked_through_loses_and_doubles_nothing(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number}.txt").touch()
    engine = start(workers=1)
    some = threading.Event()
    engine.bus.subscribe(lambda events: some.set() if any(isinstance(e, JobsAdded) for e in events) else None)
    batch = engine.submit(submission([str(folder)]))
    assert some.wait(30)
    engine.close()
    assert batch_states(engine) == [BatchState.BUILDING]
    jobs = finish(start(), batch)
    assert sorted(int(stem) for stem in jobs) == list(range(3000))
    assert {job.state for job in jobs.values()} == {JobState.DONE}
    assert len(os.listdir(folder / "Dropmill")) == 3000


def test_a_folder_without_anything_for_the_recipe_can_be_cancelled_and_tells_its_progress(
    start: Start, tmp_path: Path, inputs: Inputs
) -> None:
    folder = tmp_path / "others"
    folder.mkdir()
    for number in range(5000):
        (folder / f"{number}.pdf").touch()
    engine = start(workers=1)
    seen: list[ScanProgress] = []
    engine.bus.subscribe(lambda events: seen.extend(e for e in events if isinstance(e, ScanProgress)))
    batch = engine.submit(submission([str(folder)]))
    until(lambda: engine._dispatcher and seen)
    engine.cancel(batch=batch)
    after = engine.submit(submission(inputs("a")))
    assert finish(engine, after)["a"].state is JobState.DONE
    with Reader(engine.path) as reader:
        row = reader.batch(batch)
    assert row is not None
    assert row.state in (BatchState.CANCELLED, BatchState.FINISHED)


def test_what_was_acknowledged_before_the_end_is_there_after_it(start: Start, inputs: Inputs) -> None:
    engine = start(workers=1)
    paths = inputs("a")
    acknowledged: list[int] = []

    def add() -> None:
        with contextlib.suppress(StoreError):
            while True:
                acknowledged.append(engine.submit(submission(paths)))

    adding = [threading.Thread(target=add) for _ in range(3)]
    for thread in adding:
        thread.start()
    until(lambda: len(acknowledged) > 20)
    closing = [threading.Thread(target=engine.close) for _ in range(2)]
    for thread in (*closing, *adding):
        if thread in closing:
            thread.start()
    for thread in (*closing, *adding):
        thread.join(30)
        assert not thread.is_alive()
    again = start()
    for batch in acknowledged:
        assert finish(again, batch)["a"].state is JobState.DONE
    with Reader(again.path) as reader:
        assert len(reader.batches()) == len(acknowledged)


# Other processes.


def test_a_caller_that_says_nothing_holds_up_neither_others_nor_the_end(engine: Engine, inputs: Inputs) -> None:
    known = json.loads((engine.data_dir / CONTROL_FILE).read_text())
    with Client(known["address"]):
        client = open_queue(engine.data_dir, Services(), 1)
        assert isinstance(client, ControlClient)
        batch = client.submit(submission(inputs("a")))
        client.close()
        assert finish(engine, batch)["a"].state is JobState.DONE
        began = time.monotonic()
        engine.close()
        assert time.monotonic() - began < 10


def test_a_holder_that_was_stopped_is_named_instead_of_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "ANSWER_SECONDS", 0.1)
    monkeypatch.setattr(session, "HANDOVER_SECONDS", 0.3)
    lock = QueueLock(tmp_path / "queue.db.lock")
    assert lock.acquire()
    with Listener() as silent:
        control.write_private(
            tmp_path / CONTROL_FILE, {"protocol": control.PROTOCOL, "address": silent.address, "key": "00" * 32}
        )
        accepting = threading.Thread(target=lambda: [silent.accept() for _ in range(99)], daemon=True)
        accepting.start()
        with pytest.raises(StoreError, match="does not answer") as caught:
            open_queue(tmp_path, Services(), 1)
    lock.release()
    assert caught.value.code == "QUEUE_BUSY"


def test_a_lane_that_paused_itself_says_when_it_goes_on(start: Start, inputs: Inputs) -> None:
    engine = start(scale=1.0)
    lanes: list[LaneChanged] = []
    engine.bus.subscribe(lambda events: lanes.extend(e for e in events if isinstance(e, LaneChanged)))
    batch = engine.submit(submission(inputs("full1", "full2", "full3", "full4")))
    until(lambda: lanes and engine.busy()[0] == 0)
    assert lanes[0].until is not None
    with Reader(engine.path) as reader:
        jobs = list(reader.iter_jobs(JobView(batch=batch)))
        (lane,) = reader.lanes()
    assert {(job.state, job.tries) for job in jobs} == {(JobState.READY, 0)}
    assert lane.until is not None
    assert lane.until - max(job.started or 0 for job in jobs) < 100_000
