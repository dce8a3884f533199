"""Queues of every released format open with the present program: whole, with a copy, killed on the way or not."""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from app.core.states import BatchState, Effect, JobState
from app.store import connection as opening
from app.store import transitions
from app.store.connection import open_writer, schema_version
from app.store.errors import StoreError
from app.store.reader import Reader
from app.store.writer import Writer
from tests.store import guard
from tests.store.queue_file import NOW

RELEASED = (1, 2)  # formats that people have
FIXTURES = Path(__file__).with_name("fixtures")
ROOT = Path(__file__).parents[2]
SEED = 20261124
KILLS = 8
Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(params=RELEASED)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A queue of a released format, as the program of then left it when it was killed."""
    return copy_of(request.param, tmp_path / "queue.db")


def copy_of(version: int, path: Path) -> Path:
    shutil.copy(FIXTURES / f"queue-v{version}.db", path)
    return path


def columns(path: Path) -> dict[str, list[str]]:
    """The columns of every table."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in tables}


def content(path: Path, wanted: dict[str, list[str]]) -> Rows:
    """The rows of the tables and columns `wanted`, of a file that is proved to be whole."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return {
            table: connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY 1, 2").fetchall()
            for table, names in wanted.items()
        }


def shared(old: dict[str, list[str]], new: dict[str, list[str]]) -> dict[str, list[str]]:
    """Tables and columns that both formats have."""
    return {table: [name for name in names if name in new[table]] for table, names in old.items() if table in new}


def version_of(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def schema(path: Path) -> list[tuple[str, str, str]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'")
        return sorted((kind, name, " ".join((text or "").split())) for kind, name, text in rows)


def test_an_old_queue_opens_with_all_that_it_held(old: Path) -> None:
    before = columns(old)
    original = copy_of(version_of(old), old.with_name("original.db"))
    open_writer(old)[0].close()
    common = shared(before, columns(old))
    assert {"batch", "job", "attempt", "effect", "tally", "lane", "meta", "session", "checkpoint"} <= set(common)
    assert content(old, common) == content(original, common)
    with Reader(old) as reader:
        batches = reader.batches(dismissed=True)
        assert {batch.state for batch in batches} == set(BatchState)
        for batch in batches:
            assert reader.recount(batch.id) == batch.counts
        jobs = [job for batch in batches for job in reader.jobs(ids_of(old, batch.id))]
        assert {job.state for job in jobs} == set(JobState)
        assert any("\udcff" in job.input for job in jobs)


def ids_of(path: Path, batch: int) -> list[int]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM job WHERE batch = ?", (batch,))]


def test_what_ran_when_the_old_program_died_is_put_right(old: Path) -> None:
    original = copy_of(version_of(old), old.with_name("original.db"))
    queue = Writer(old, lambda: NOW, lambda _events: None, lambda *_what: None)
    try:
        guard.install_in(old)
        queue.call(lambda tx: tx.run("session_begin", {"id": "new", "machine": "m", "pid": 1, "now": NOW}).rowcount)
        queue.call(lambda tx: transitions.rescue(tx, "new"))
    finally:
        queue.close()
    where = {"job": ["id", "state", "effect"]}
    before, after = content(original, where)["job"], dict((row[0], row[1:]) for row in content(old, where)["job"])
    running = {job: effect for job, state, effect in before if state == JobState.RUNNING}
    assert len(running) == 5
    for job, effect in running.items():
        armed = effect == Effect.ARMED
        assert after[job][0] in ((JobState.UNCONFIRMED,) if armed else (JobState.READY, JobState.CANCELLED))


def test_the_copy_from_before_is_a_queue_of_its_own(old: Path) -> None:
    before = columns(old)
    original = copy_of(version_of(old), old.with_name("original.db"))
    open_writer(old)[0].close()
    (copy,) = old.parent.glob("*.backup")
    assert copy.name == f"queue.db.v{version_of(original)}.backup"
    assert content(copy, before) == content(original, before)
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    moved = copy.rename(old.with_name("again.db"))  # a person goes back to it
    open_writer(moved)[0].close()
    assert version_of(moved) == schema_version()


def test_a_new_queue_has_the_format_of_one_that_was_brought_up_to_it(old: Path) -> None:
    open_writer(old)[0].close()
    new = old.with_name("new.db")
    open_writer(new)[0].close()
    assert schema(old) == schema(new)


# Killed on the way.

CHILD = """
import os, signal, sys
from pathlib import Path
import sqlite3
from app.store.connection import open_writer

steps, path = int(sys.argv[1]), Path(sys.argv[2])

class Connection(sqlite3.Connection):
    def executescript(self, script):
        count = 0
        def step():
            nonlocal count
            count += 1
            if count == steps:
                os.kill(os.getpid(), signal.SIGKILL)
        self.set_progress_handler(step if steps else None, 1)
        print("begun", flush=True)
        return super().executescript(script)

open_writer(path, Connection)[0].close()
print("over", flush=True)
"""


def migrate_and_die(path: Path, chance: random.Random) -> bool:
    """Bring `path` up to date in a process that is killed on the way; whether it had come to the end."""
    inside = chance.random() < 0.7  # at an instruction of the migration, else at an instant around its end
    steps = chance.randrange(1, 3_000) if inside else 0
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(steps), str(path)], stdout=subprocess.PIPE, env=environment
    ) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        if not inside:
            child.stdout.read(chance.randrange(5))  # as far as the pipe tells
            child.kill()
        rest = first + child.stdout.read()
    assert b"begun" in rest or first.startswith(b"begun")
    return b"over" in rest


def kill_migrations(folder: Path, kills: int, seed: int = SEED) -> tuple[int, int]:
    """Kill `kills` migrations of each released format; (found in the old format, found in the new one)."""
    chance = random.Random(seed)
    found = {True: 0, False: 0}
    for version in RELEASED:
        before = columns(copy_of(version, folder / "original.db"))
        untouched = content(folder / "original.db", before)
        for number in range(kills):
            place = folder / f"kill{version}-{number}"
            place.mkdir()
            path = copy_of(version, place / "queue.db")
            over = migrate_and_die(path, chance)
            now = version_of(path)
            assert now == schema_version() if over else version <= now <= schema_version()
            found[now == version] += 1
            if now == version:
                assert columns(path) == before
                assert content(path, before) == untouched
                assert schema(path) == schema(folder / "original.db")
            open_writer(path)[0].close()
            common = shared(before, columns(path))
            assert content(path, common) == content(folder / "original.db", common)
            copies = {version} if now == schema_version() else {version, now}
            assert {f.name for f in place.iterdir()} == {"queue.db", *(f"queue.db.v{n}.backup" for n in copies)}
            assert content(place / f"queue.db.v{version}.backup", before) == untouched
    return found[True], found[False]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills by signal")
def test_a_migration_that_is_killed_leaves_the_old_queue_or_the_new_one(tmp_path: Path) -> None:
    old, _new = kill_migrations(tmp_path, KILLS)
    assert old > 0


# No room.


def limited(spare: int) -> type[sqlite3.Connection]:
    """Connections whose file may grow by `spare` pages during a migration."""

    class Connection(sqlite3.Connection):
        def executescript(self, script: str) -> sqlite3.Cursor:
            (pages,) = self.execute("PRAGMA page_count").fetchone()
            self.execute(f"PRAGMA max_page_count = {pages + spare}").fetchone()
            return super().executescript(script)

    return Connection


def test_a_full_drive_during_a_migration_leaves_the_old_queue_and_is_said(old: Path) -> None:
    before = columns(old)
    version, untouched = version_of(old), content(old, before)
    for spare in range(8):
        try:
            open_writer(old, limited(spare))[0].close()
        except StoreError as full:
            assert full.code == "QUEUE_FULL"
            assert str(old) in full.message
        else:
            break
        assert version_of(old) == version
        assert columns(old) == before
        assert content(old, before) == untouched
    assert spare >= 3  # each of them stopped it at another place
    open_writer(old)[0].close()
    assert version_of(old) == schema_version()


def test_open_letters_know_how_many_people_they_go_to(tmp_path: Path) -> None:
    queue = copy_of(2, tmp_path / "queue.db")
    open_writer(queue)[0].close()
    wanted = {"job": ["title", "state", "recipients", "domain"]}
    letters = {row[0]: row[1:] for row in content(queue, wanted)["job"] if "@" in row[0]}
    assert letters["p7@example.org"] == ("ready", 3, "example.org")
    assert letters["p8@example.org"] == ("ready", 1, "example.org")
    assert {row[2:] for row in content(queue, wanted)["job"] if "@" not in row[0]} == {(1, "")}


def test_without_room_for_the_copy_nothing_is_begun(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = old.read_bytes()
    usage = shutil.disk_usage(old.parent)
    monkeypatch.setattr(opening.shutil, "disk_usage", lambda _folder: usage._replace(free=1000))
    with pytest.raises(StoreError) as caught:
        open_writer(old)
    assert caught.value.code == "QUEUE_FULL"
    assert "room" in caught.value.message
    assert old.read_bytes()[100:] == original[100:]
    assert names(old.parent.iterdir()) == {"queue.db"}


def names(files: Iterable[Path]) -> set[str]:
    return {file.name for file in files if not file.name.endswith(("-wal", "-shm"))}
