"""A damaged queue from the person's side: it is said at the start, and `doctor --rebuild` makes a new one."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.cli.program import Program

FIXTURE = Path(__file__).parents[1] / "store" / "fixtures" / "queue-v1.db"
PAGE = 4_096
CURE = "dropmill doctor --rebuild"


@pytest.fixture
def queue(dropmill: Program) -> Path:
    """The queue of a program that was killed."""
    dropmill.data.mkdir()
    path = dropmill.data / "queue.db"
    shutil.copy(FIXTURE, path)
    path.with_name("queue.db-wal").touch()
    return path


def damage(path: Path, *pages: int) -> bytes:
    """Overwrite `pages`; the file's content then."""
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = b"\xa5" * PAGE
    path.write_bytes(content)
    return bytes(content)


def jobs(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM job").fetchone()[0])
    finally:
        connection.close()


def test_a_queue_that_is_found_damaged_is_left_alone_and_the_cure_is_named(dropmill: Program, queue: Path) -> None:
    content = damage(queue, 22)
    ended = dropmill("work")
    assert ended.code == 3
    assert "is damaged" in ended.err
    assert CURE in ended.err
    assert queue.read_bytes() == content
    doctor = dropmill("doctor")
    assert doctor.code == 1
    assert CURE in doctor.out

    rebuilt = dropmill("doctor", "--rebuild")
    assert rebuilt.code == 1  # something is lost
    assert "Saved 7 batches with 26 jobs." in rebuilt.out
    assert "Lost 17 jobs of batch 1." in rebuilt.out
    (kept,) = dropmill.data.glob("queue.db.*.kept")
    assert kept.read_bytes() == content
    assert str(kept) in rebuilt.out
    assert jobs(queue) == 26
    assert "The queue is whole" in dropmill("doctor", "--rebuild").out
    assert dropmill("list", "--json").code == 0
    assert dropmill("doctor", "--rebuild").code == 0


def test_a_queue_without_its_head_is_put_aside_and_comes_back_on_demand(dropmill: Program, queue: Path) -> None:
    queue.write_bytes(b"\xa5" * 100 + queue.read_bytes()[100:])
    ended = dropmill("work")
    assert ended.code == 0
    assert CURE in ended.err
    assert jobs(queue) == 0
    rebuilt = dropmill("doctor", "--rebuild")
    assert "Saved 7 batches with 43 jobs." in rebuilt.out
    assert "is kept as" in rebuilt.out
    assert jobs(queue) == 43


def test_a_queue_that_has_gone_on_is_replaced_only_by_name(dropmill: Program, queue: Path, pictures: Path) -> None:
    queue.write_bytes(b"\xa5" * 100 + queue.read_bytes()[100:])
    assert dropmill("run", "--recipe", "Web photos", pictures / "a.jpg").code == 0
    assert "The queue is whole" in dropmill("doctor", "--rebuild").out
    (kept,) = dropmill.data.glob("queue.db.*.kept")
    assert "Saved 7 batches" in dropmill("doctor", "--rebuild", "--from", kept).out
    replaced = [file for file in dropmill.data.glob("queue.db.*.kept*") if not file.name.startswith(kept.name)]
    assert 1 in [jobs(file) for file in replaced if not file.name.endswith(("-wal", "-shm"))]
    assert jobs(queue) == 43


def test_nothing_is_rebuilt_of_what_is_no_queue(dropmill: Program, tmp_path: Path, pictures: Path) -> None:
    ended = dropmill("doctor", "--rebuild")
    assert ended.code == 3
    assert "There is no queue" in ended.err
    assert dropmill("run", "--recipe", "Web photos", pictures / "a.jpg").code == 0
    for source, words in (
        (pictures / "a.jpg", "Nothing of a queue can be read"),
        (tmp_path / "gone", "cannot be used"),
    ):
        ended = dropmill("doctor", "--rebuild", "--from", source)
        assert ended.code == 3
        assert words in ended.err
        assert str(source) in ended.err
    assert jobs(dropmill.data / "queue.db") == 1
    assert dropmill("doctor", "--from", pictures / "a.jpg").code == 2


def test_a_queue_of_an_older_program_is_nothing_broken(dropmill: Program) -> None:
    dropmill.data.mkdir()
    shutil.copy(FIXTURE, dropmill.data / "queue.db")
    found = {words[1]: (words[0], line) for line in dropmill("doctor").out.splitlines() if (words := line.split())}
    assert (found["database"][0], found["size"][0]) == ("ok", "ok")
    assert "format 1" in found["database"][1]
