"""A model of power cuts: the queue's files as a drive may hold them after one, opened again.

What was synchronised is on the drive. Of what was written since, each sector (512 bytes) may be there, be missing or be
torn. The queue must come back as it stood after some command between the last synchronised one and the cut: whole,
with every durable command, and with no armed e-mail forgotten. Which commits were synchronised is read off SQLite.
"""

import random
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.core.states import JobState
from app.store import transitions
from app.store.intake import WAITING_FOR_SEND, add_batch, add_jobs, close_building
from app.store.transitions import Claimed
from app.store.writer import Transaction, Writer
from tests.store.queue_file import LETTERS, NOW, ending, new_job
from tests.store.test_writer_faults import Rows, rows

SEED = 20261124
SECTOR = 512
COMMANDS = 90
CUTS = 250


@dataclass(frozen=True)
class Moment:
    """The files after a command. `synced`: the number of the last moment whose log is surely on the drive."""

    name: str
    database: bytes
    log: bytes
    rows: Rows
    synced: int


class Life:
    """A queue of letters that lives through random commands, photographed after each."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path = path
        self.random = random.Random(seed)
        self.moments: list[Moment] = []
        self._writer = Writer(path, lambda: NOW, lambda _events: None, lambda *_what: None)
        self._running: list[Claimed] = []
        self._armed: list[Claimed] = []
        self._unconfirmed: list[int] = []
        self._number = 0
        self._synchronised = False
        self._do(lambda tx: tx._connection.execute("PRAGMA wal_autocheckpoint = 0").fetchall())
        self._do(lambda tx: tx._connection.set_trace_callback(self._traced))
        self._do(lambda tx: tx.run("session_begin", {"id": "one", "machine": "m", "pid": 1, "now": NOW}).rowcount)
        self._do(lambda tx: add_batch(tx, LETTERS), True)
        self._do(lambda tx: close_building(tx, 1, True, WAITING_FOR_SEND) if self._add(tx) else None, True)
        self._keep("begin", True)
        for _ in range(COMMANDS):
            command = self.random.choice([self.add, self.claim, self.arm, self.arm, self.end, self.confirm, self.fold])
            durable = command()
            if durable is not None:
                self._keep(command.__name__, durable)
        self._writer.close()

    def _traced(self, statement: str) -> None:
        if statement.startswith("PRAGMA synchronous"):
            self._synchronised = statement.endswith("FULL")

    def _do(self, function: Callable[[Transaction], Any], durable: bool = False) -> Any:
        return self._writer.call(function, durable)

    def _keep(self, name: str, durable: bool) -> None:
        here = len(self.moments)
        assert self._synchronised is durable or name == "fold"
        log = self.path.with_name(f"{self.path.name}-wal")
        synced = here if durable or not self.moments else self.moments[-1].synced
        self.moments.append(Moment(name, self.path.read_bytes(), log.read_bytes(), rows(self.path), synced))

    def _add(self, tx: Transaction) -> int:
        number = self._number
        self._number += 10
        text = "x" * self.random.randrange(3_000)
        letters = [new_job(n, f"/l{n}", payload={"text": text}) for n in range(number, number + 10)]
        return add_jobs(tx, 1, letters)

    # Each returns whether it was durable, None when there was nothing to do.

    def add(self) -> bool | None:
        self._do(self._add)
        return False

    def claim(self) -> bool | None:
        self._running += self._do(lambda tx: transitions.claim(tx, "one", 1, 3))
        return False

    def arm(self) -> bool | None:
        if not self._running:
            return None
        job = self._running.pop()
        assert self._do(lambda tx: transitions.arm(tx, job.id, job.attempt, f"m{job.id}", f"<m{job.id}@x>"), True)
        self._armed.append(job)
        return True

    def end(self) -> bool | None:
        if len(self._armed) < 2:
            return None
        job = self._armed.pop(0)
        state = self.random.choice([JobState.DONE, JobState.UNCONFIRMED])
        if state is JobState.UNCONFIRMED:
            self._unconfirmed.append(job.id)
        code = None if state is JobState.DONE else "UNCERTAIN"
        self._do(lambda tx: transitions.end_all(tx, "one", [ending(job, state, code)]))
        return False

    def confirm(self) -> bool | None:
        if not self._unconfirmed:
            return None
        job = self._unconfirmed.pop()
        self._do(lambda tx: transitions.confirm(tx, [job], True), True)
        return True

    def fold(self) -> bool | None:
        """A checkpoint: the log is synchronised, copied into the database, and begun anew by the next commit."""
        self._writer.call(lambda tx: None)
        connection = self._writer._connection
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()  # the writer's thread waits for commands
        return True


def torn(before: bytes, after: bytes, chance: random.Random, garbage: bool) -> bytes:
    """`after` with each sector that differs from `before` written, not written, or (in a log) half written."""
    result = bytearray()
    keep = chance.random()
    for start in range(0, max(len(before), len(after)), SECTOR):
        old, new = before[start : start + SECTOR], after[start : start + SECTOR]
        if old == new or chance.random() < keep:
            result += new or old
        elif garbage and chance.random() < 0.2:
            result += new[: chance.randrange(SECTOR)].ljust(len(new), b"\xa5")
        else:
            result += old.ljust(len(new), b"\0")
    return bytes(result)


def cut(life: Life, at: int, chance: random.Random) -> tuple[bytes, bytes]:
    """The database and the log as they may lie on the drive when the power fails at moment `at`."""
    now = life.moments[at]
    if now.name == "fold":  # in the middle of the copying: the log is whole, the database half written
        before = life.moments[at - 1]
        return torn(before.database, now.database, chance, garbage=True), before.log
    sure = life.moments[now.synced]
    if chance.random() < 0.3:  # the file simply ends somewhere
        return now.database, now.log[: chance.randint(min(len(sure.log), len(now.log)), len(now.log))]
    return now.database, torn(sure.log, now.log, chance, garbage=True)


@pytest.fixture(scope="module")
def life(quick: Path) -> Life:
    return Life(quick / "life.db", SEED)


def test_after_any_power_cut_the_queue_is_one_that_was_and_knows_all_that_was_durable(quick: Path, life: Life) -> None:
    chance = random.Random(SEED)
    names = {moment.name for moment in life.moments}
    assert {"add", "claim", "arm", "end", "confirm", "fold"} <= names
    lost = 0
    for number in range(CUTS):
        at = chance.randrange(1, len(life.moments))
        database, log = cut(life, at, chance)
        path = quick / f"cut{number}.db"
        path.write_bytes(database)
        path.with_name(f"{path.name}-wal").write_bytes(log)
        found = rows(path)
        possible = range(life.moments[at].synced if life.moments[at].name != "fold" else at - 1, at + 1)
        matching = [moment for moment in possible if life.moments[moment].rows == found]
        assert matching, (number, at)
        lost += matching[-1] < at
        check_next_start(path, found)
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink()
    assert lost > CUTS / 10  # the model does take something away


def check_next_start(path: Path, found: Rows) -> None:
    """The next start makes every armed letter unconfirmed, and none can be claimed."""
    armed = [row[0] for row in armed_in(path)]
    writer = Writer(path, lambda: NOW, lambda _events: None, lambda *_what: None)
    try:
        writer.call(lambda tx: tx.run("session_begin", {"id": "two", "machine": "m", "pid": 2, "now": NOW}).rowcount)
        writer.call(lambda tx: transitions.rescue(tx, "two"))
        claimed = writer.call(lambda tx: transitions.claim(tx, "two", 1, 10_000))
        assert not {job.id for job in claimed} & set(armed)
    finally:
        writer.close()
    states = {row[0]: row[2] for row in rows(path)["job"]}
    assert {states[job] for job in armed} <= {"unconfirmed"}
    assert len(states) == len(found["job"])


def armed_in(path: Path) -> Iterator[tuple[int]]:
    connection = sqlite3.connect(path)
    try:
        yield from connection.execute("SELECT id FROM job WHERE effect = 'armed'").fetchall()
    finally:
        connection.close()
