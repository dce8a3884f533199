"""Damage and loss under a running engine, and the way from a damaged queue to a new one, cut off anywhere."""

import contextlib
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from app.core.events import EngineTrouble
from app.core.states import BatchState, JobState
from app.engine import engine as engine_module
from app.engine import repair
from app.engine.control import ControlClient
from app.engine.engine import Engine
from app.engine.repair import rebuild_queue
from app.engine.services import Services
from app.engine.session import open_queue
from app.store import aside, writer
from app.store.errors import StoreError
from app.store.reader import Reader
from app.store.writer import Writer
from tests.engine.conftest import finish, submission
from tests.engine.mail import Accounts, Mail, rows, state_of, wait_for
from tests.smtp_peers import polite_peer
from tests.store.faulty import ALWAYS, BUSY, CORRUPT, FULL, IOERR, READONLY, Drive
from tests.waiting import until

Inputs = Callable[..., list[str]]
Start = Callable[..., Engine]
FIXTURE = Path(__file__).parents[1] / "store" / "fixtures" / "queue-v1.db"
PAGE = 4_096


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> Drive:
    """The drive of the engines that this test starts."""
    made = Drive()
    monkeypatch.setattr(engine_module, "Writer", partial(Writer, factory=made.factory()))
    monkeypatch.setattr(writer, "RETRY_SECONDS", 0.01)
    return made


def troubles(engine: Engine) -> list[str]:
    """The codes of the engine's troubles from here on."""
    codes: list[str] = []
    engine.bus.subscribe(lambda events: codes.extend(e.code for e in events if isinstance(e, EngineTrouble)))
    return codes


@pytest.mark.parametrize(
    ("code", "said"), [(BUSY, "QUEUE_BUSY"), (FULL, "DISK_FULL"), (IOERR, "QUEUE_IO"), (READONLY, "QUEUE_READONLY")]
)
def test_work_goes_on_by_itself_after_a_fault_of_the_drive(
    start: Start, inputs: Inputs, drive: Drive, code: int, said: str
) -> None:
    engine = start()
    codes = troubles(engine)
    engine.pause()
    batch = engine.submit(submission(inputs(*(f"n{i}" for i in range(60)))))
    until(lambda: state(engine, batch) is BatchState.ACTIVE)
    drive.fail(12, code, ALWAYS)  # behind the resume, among the claims
    resuming = threading.Thread(target=engine.resume)
    resuming.start()
    until(lambda: said in codes)
    drive.heal()
    resuming.join(30)
    jobs = finish(engine, batch)
    assert [job.state for job in jobs.values()] == [JobState.DONE] * 60
    assert codes == [said, ""]
    assert {job.tries for job in jobs.values()} == {1}


# A letter and the drive.


@pytest.fixture
def mail(tmp_path: Path) -> Mail:
    (tmp_path / "lists").mkdir()
    return Mail(tmp_path / "lists")


class AtTheArm:
    """Fails every statement from the one that arms a letter until `healed`."""

    def __init__(self, drive: Drive, statement: str, code: int) -> None:
        self._drive, self._statement, self._seen = drive, statement, False
        drive.fail(0, code, ALWAYS, on=self._counts)

    def _counts(self, statement: str) -> bool:
        armed = "effect = 'armed'" in statement and statement.startswith("UPDATE job SET effect")
        self._seen = self._seen or armed
        return self._seen and (statement == self._statement or (self._statement == "arm" and armed))


@pytest.mark.parametrize("statement", ["arm", "COMMIT"])
@pytest.mark.parametrize("code", [IOERR, FULL, READONLY, BUSY])
def test_a_letter_that_could_not_be_armed_does_not_leave_and_leaves_once_when_it_can(
    start: Start, mail: Mail, drive: Drive, statement: str, code: int
) -> None:
    accounts = Accounts()
    with polite_peer() as peer:
        accounts.put(peer.port)
        engine = start(services=accounts.services)
        codes = troubles(engine)
        AtTheArm(drive, statement, code)
        batch = mail.send(engine, "a")
        until(lambda: codes)
        assert peer.taken == []
        drive.heal()
        wait_for(engine, "a", JobState.DONE)
        assert len(peer.taken) == 1
        assert engine.settled(batch, 0)


def test_a_letter_that_could_not_be_armed_is_still_to_be_sent_after_the_end(
    start: Start, mail: Mail, drive: Drive
) -> None:
    accounts = Accounts()
    with polite_peer() as peer:
        accounts.put(peer.port)
        engine = start(services=accounts.services)
        codes = troubles(engine)
        AtTheArm(drive, "COMMIT", IOERR)
        mail.send(engine, "a", "b")
        until(lambda: codes)
        engine.close()
        assert peer.taken == []
        drive.heal()
        again = start(services=accounts.services)
        for who in ("a", "b"):
            wait_for(again, who, JobState.DONE)
        assert sorted(taken.recipients[0] for taken in peer.taken) == ["a@example.org", "b@example.org"]


# Damage.


def test_damage_under_a_running_engine_is_said_with_its_cure_and_the_log_is_kept(
    start: Start, inputs: Inputs, drive: Drive
) -> None:
    engine = start()
    codes = troubles(engine)
    batch = engine.submit(submission(inputs("a")))
    assert finish(engine, batch)["a"].state is JobState.DONE
    engine.submit(submission(inputs("b")))
    drive.fail(0, CORRUPT, ALWAYS)
    with pytest.raises(StoreError, match="doctor --rebuild") as caught:
        engine.submit(submission(inputs("c")))
    assert caught.value.code == "QUEUE_DAMAGED"
    assert "QUEUE_DAMAGED" in codes
    assert any("doctor --rebuild" in words for words in engine.troubles)
    drive.heal()
    engine.close()
    assert engine.path.with_name("queue.db-wal").stat().st_size > 0
    done = rebuild_queue(engine.data_dir, engine.path)
    assert done is not None
    assert not done.saved.doubtful
    assert done.saved.rows["batch"] == 2
    again = start()
    assert finish(again, 2)["b"].state is JobState.DONE


def test_a_log_that_is_gone_makes_letters_wait_for_a_person(start: Start, mail: Mail, tmp_path: Path) -> None:
    accounts = Accounts()
    with polite_peer() as peer:
        accounts.put(peer.port)
        engine = start(services=accounts.services)
        engine.pause()
        batch = mail.send(engine, "a", "b")
        until(lambda: state_of(engine, "b") is JobState.READY and state(engine, batch) is BatchState.ACTIVE)
        engine.resume()
        for who in ("a", "b"):
            wait_for(engine, who, JobState.DONE)
        with contextlib.closing(sqlite3.connect(engine.path)) as connection:  # as an older copy of the file has it
            connection.execute("UPDATE job SET state = 'ready', effect = 'none', finished = NULL")
            connection.execute("UPDATE batch SET state = 'active', finished = NULL")
            connection.commit()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            older = engine.path.read_bytes()
        engine.close()
        engine.path.write_bytes(older)
        again = start(services=accounts.services)
        assert any("last changes" in words for words in again.troubles)
        assert state(again, batch) is BatchState.PAUSED
        until(lambda: again.settled(None, 0))
        assert {job.state for job in rows(again).values()} == {JobState.READY}
        assert len(peer.taken) == 2
        again.close()
        assert not any("last changes" in words for words in start(services=accounts.services).troubles)


def test_a_new_queue_gives_no_number_of_a_batch_whose_originals_are_kept(start: Start, inputs: Inputs) -> None:
    engine = start()
    folder = engine.data_dir / "kept" / "7"
    folder.mkdir(parents=True)
    (folder / "original").write_text("x")
    engine.close()
    engine.path.write_bytes(b"no queue any more\n" * 1_000)
    again = start()
    batch = again.submit(submission(inputs("a")))
    assert batch == 8
    finish(again, batch)
    again.dismiss(batch)
    assert (folder / "original").exists()


def state(engine: Engine, batch: int) -> BatchState:
    with Reader(engine.path) as reader:
        row = reader.batch(batch)
    assert row is not None
    return row.state


# The way to the new queue.


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A damaged queue of a program that was killed."""
    data = tmp_path / "data"
    data.mkdir()
    content = bytearray(FIXTURE.read_bytes())
    content[23 * PAGE : 24 * PAGE] = b"\xa5" * PAGE
    (data / "queue.db").write_bytes(content)
    (data / "queue.db-wal").touch()
    return data / "queue.db"


def test_a_queue_that_is_in_use_is_not_rebuilt(engine: Engine) -> None:
    with pytest.raises(StoreError, match="Close it first") as caught:
        rebuild_queue(engine.data_dir)
    assert caught.value.code == "QUEUE_BUSY"
    client = open_queue(engine.data_dir, Services(), 1)
    assert isinstance(client, ControlClient)
    client.close()


def test_without_room_nothing_is_begun(damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = damaged.read_bytes()
    usage = shutil.disk_usage(damaged.parent)
    monkeypatch.setattr(repair.shutil, "disk_usage", lambda _folder: usage._replace(free=1_000))
    with pytest.raises(StoreError) as caught:
        rebuild_queue(damaged.parent)
    assert caught.value.code == "QUEUE_FULL"
    assert damaged.read_bytes() == before
    assert not list(damaged.parent.glob("*.kept"))


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("at", range(6))
def test_a_rebuild_that_is_cut_off_leaves_the_old_queue_or_the_new_one(
    damaged: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed before its rename number `at`."""
    content = damaged.read_bytes()
    damaged.with_name("queue.db-shm").touch()
    renames = iter(range(at))
    real = os.replace

    def replace(source: str | Path, target: str | Path) -> None:
        if next(renames, None) is None:
            raise Killed
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        patch.setattr(repair, "_remove", lambda _path: None)  # who is killed does not tidy up
        with contextlib.suppress(Killed):
            rebuild_queue(damaged.parent)
    aside.settle(damaged)
    kept = [file for file in aside.kept_files(damaged) if file.read_bytes() == content]
    if damaged.read_bytes() == content:
        assert at <= 1
        assert kept == []
        assert rebuild_queue(damaged.parent) is not None
    else:
        assert len(kept) == 1
    with Reader(damaged) as reader:
        assert len(reader.batches(dismissed=True)) == 7
    assert not aside.ready_name(damaged).exists()
    assert sum(file.stat().st_size for file in damaged.parent.glob("queue.db-wal")) == 0  # no log of another database
