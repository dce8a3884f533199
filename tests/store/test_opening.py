"""Opening the queue: new, old, newer, damaged and forbidden files."""

import contextlib
import hashlib
import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.states import JobState
from app.store import connection as opening
from app.store.connection import network_type_of, open_reader, open_writer, schema_version
from app.store.errors import StoreError
from app.store.reader import Reader
from tests.store.queue_file import QueueFile, jobs

MIGRATIONS = Path(opening.__file__).parent / "migrations"


def version_of(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def execute(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def queue_path(tmp_path: Path) -> Path:
    """A queue with three jobs, closed."""
    queue = QueueFile(tmp_path / "queue.db")
    queue.batch(jobs(3))
    queue.close()
    return queue.path


@pytest.fixture
def migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of migrations of the test's own, with those of the product in it."""
    folder = tmp_path / "package" / "migrations"
    shutil.copytree(MIGRATIONS, folder)
    monkeypatch.setattr(opening, "files", lambda _package: folder.parent)
    return folder


def test_a_new_queue_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "queue.db"
    connection, trouble = open_writer(path)
    try:
        assert trouble is None
        assert connection.execute("PRAGMA user_version").fetchone() == (schema_version(),)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA auto_vacuum").fetchone() == (2,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        connection.close()


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_nobody_else_may_read_the_queue_or_its_log(tmp_path: Path) -> None:
    path = tmp_path / "queue.db"
    connection, _trouble = open_writer(path)
    with contextlib.closing(connection):
        connection.execute("INSERT INTO meta VALUES ('a', 'b')")
        for tail in ("", "-wal", "-shm"):
            assert stat.S_IMODE(path.with_name(f"queue.db{tail}").stat().st_mode) == 0o600, tail


def test_migrations_are_numbered_without_gaps() -> None:
    numbers = sorted(int(path.name[:4]) for path in MIGRATIONS.glob("*.sql"))
    assert numbers == list(range(1, schema_version() + 1))


def test_opening_again_keeps_everything(queue_path: Path) -> None:
    open_writer(queue_path)[0].close()
    with Reader(queue_path) as reader:
        assert reader.counts().ready == 3


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_the_queue_of_a_newer_program_is_refused_and_not_touched(queue_path: Path, journal: str) -> None:
    execute(queue_path, f"PRAGMA journal_mode = {journal}", f"PRAGMA user_version = {schema_version() + 7}")
    os.chmod(queue_path, 0o640)
    before, mode = digest(queue_path), queue_path.stat().st_mode
    with pytest.raises(StoreError) as caught:
        open_writer(queue_path)
    assert caught.value.code == "QUEUE_NEWER"
    assert str(queue_path) in caught.value.message
    assert digest(queue_path) == before
    assert queue_path.stat().st_mode == mode


@pytest.mark.parametrize("content", [b"This is a letter, not a queue.\n" * 200, b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_no_queue_is_kept_and_a_new_queue_started(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "queue.db"
    for round_number in range(1, 4):  # a second one within the same second must not replace the first
        path.write_bytes(content + bytes([round_number]))
        connection, trouble = open_writer(path)
        connection.close()
        kept = sorted(tmp_path.glob("queue.db.*.kept*"))
        assert len(kept) == round_number
        assert trouble is not None
        assert any(file.name in trouble for file in kept)
        assert version_of(path) == schema_version()
    assert {file.read_bytes() for file in kept} == {content + bytes([number]) for number in range(1, 4)}


def test_a_queue_that_was_cut_off_is_kept_or_refused_in_words(queue_path: Path) -> None:
    """The tail is missing, as after a broken copy: never a traceback, never lost."""
    content = queue_path.read_bytes()[: 4096 * 2]
    queue_path.write_bytes(content)
    try:
        connection, trouble = open_writer(queue_path)
    except StoreError as error:
        assert error.code in ("QUEUE_BROKEN", "QUEUE_DAMAGED")
        assert queue_path.read_bytes()[100:] == content[100:]
        return
    connection.close()
    assert trouble is not None
    (kept,) = queue_path.parent.glob("queue.db.*.kept")
    assert kept.read_bytes() == content


def test_the_database_of_another_program_is_refused_in_words_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "queue.db"
    execute(path, "CREATE TABLE job (title TEXT)", "INSERT INTO job VALUES ('theirs')")
    with pytest.raises(StoreError) as caught:
        open_writer(path)
    assert caught.value.code == "QUEUE_BROKEN"
    assert str(path) in caught.value.message
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT title FROM job").fetchall() == [("theirs",)]
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)


def test_an_older_queue_is_copied_and_brought_up_to_date(queue_path: Path, migrations: Path) -> None:
    newest = schema_version()
    (migrations / f"{newest + 1:04}_made_up.sql").write_text("ALTER TABLE batch ADD COLUMN colour TEXT;")
    queue = QueueFile(queue_path, "two")
    try:
        assert version_of(queue_path) == newest + 1
        assert queue.rows("SELECT colour FROM batch") == [(None,)]
        assert queue.states(1) == ["ready"] * 3
    finally:
        queue.close()
    backup = queue_path.with_name(f"queue.db.v{newest}.backup")
    assert version_of(backup) == newest
    with contextlib.closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT count(*) FROM job").fetchone() == (3,)


def test_a_migration_that_fails_leaves_the_queue_as_it_was(queue_path: Path, migrations: Path) -> None:
    newest = schema_version()
    broken = "ALTER TABLE batch ADD COLUMN colour TEXT;\nINSERT INTO no_such_table VALUES (1);"
    (migrations / f"{newest + 1:04}_broken.sql").write_text(broken)
    with pytest.raises(StoreError) as caught:
        open_writer(queue_path)
    assert caught.value.code == "QUEUE_BROKEN"
    assert version_of(queue_path) == newest
    with contextlib.closing(sqlite3.connect(queue_path)) as connection:
        assert "colour" not in [row[1] for row in connection.execute("PRAGMA table_info(batch)")]
        assert connection.execute("SELECT count(*) FROM job").fetchone() == (3,)


def test_the_first_migration_is_not_preceded_by_a_copy(queue_path: Path) -> None:
    assert list(queue_path.parent.glob("*.backup")) == []


# No right to write.


@pytest.fixture
def forbidden_folder() -> Iterator[Path]:
    """A folder that may be read but not written, for this process too if it is root's."""
    if os.name != "posix":
        pytest.skip("folders cannot be made read-only by their mode here")
    folder = Path(tempfile.mkdtemp())
    inside = folder / "closed"
    inside.mkdir()
    os.chmod(folder, 0o755)
    root = os.geteuid() == 0
    try:
        yield inside
    finally:
        if root:
            os.seteuid(0)
        os.chmod(inside, 0o755)
        shutil.rmtree(folder)


def close_folder(folder: Path) -> None:
    os.chmod(folder, 0o555)
    if os.geteuid() == 0:
        os.seteuid(65534)


def test_a_folder_without_the_right_to_write_is_said_in_words(forbidden_folder: Path) -> None:
    close_folder(forbidden_folder)
    with pytest.raises(StoreError) as caught:
        open_writer(forbidden_folder / "queue.db")
    assert caught.value.code == "QUEUE_DENIED"
    assert str(forbidden_folder) in caught.value.message


def test_a_queue_without_the_right_to_write_is_said_in_words_and_kept(forbidden_folder: Path, queue_path: Path) -> None:
    path = forbidden_folder / "queue.db"
    shutil.copy(queue_path, path)
    os.chmod(path, 0o444)
    before = digest(path)
    close_folder(forbidden_folder)
    with pytest.raises(StoreError) as caught:
        open_writer(path)
    assert caught.value.code == "QUEUE_DENIED"
    assert digest(path) == before
    assert [file.name for file in forbidden_folder.iterdir()] == ["queue.db"]


def test_a_folder_below_a_file_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as caught:
        open_writer(tmp_path / "file" / "queue.db")
    assert caught.value.code == "QUEUE_DENIED"


# Readers.


def test_there_is_nothing_to_read_before_there_is_a_queue(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Reader(tmp_path / "queue.db")
    assert caught.value.code == "QUEUE_DENIED"
    assert not (tmp_path / "queue.db").exists()


def test_reading_what_is_no_queue_is_said_in_words(tmp_path: Path) -> None:
    path = tmp_path / "queue.db"
    path.write_bytes(b"no queue" * 1000)
    with pytest.raises(StoreError), Reader(path) as reader:
        reader.batches()


def test_a_reader_cannot_write(queue_path: Path) -> None:
    with (
        contextlib.closing(open_reader(queue_path)) as connection,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        connection.execute("DELETE FROM job")


@pytest.mark.parametrize("name", ["a ?#%41&b", "Büro, наше", "名前\u202e", "bytes \udcff\udcfe", "line\nbreak"])
def test_a_queue_may_lie_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    if sys.platform != "linux":
        pytest.skip("such names exist on Linux")
    queue = QueueFile(tmp_path / name / "queue.db")
    try:
        queue.batch(jobs(1))
        with queue.reader() as reader:
            assert reader.counts().ready == 1
    finally:
        queue.close()


# Network drives.

MOUNTS = (
    "/dev/sda1 / ext4 rw,relatime 0 0\n"
    "proc /proc proc rw 0 0\n"
    "server:/export /home nfs4 rw,vers=4.2 0 0\n"
    "/dev/sdb1 /home/anna ext4 rw 0 0\n"
    "//server/share /mnt/our\\040files cifs rw 0 0\n"
    "//server/büro /mnt/büro smb3 rw 0 0\n"
    "odd /mnt/\udcff fuse.sshfs rw 0 0\n"
    "//server/back /mnt/back\\134slash cifs rw 0 0\n"
    "drive /media/usb vfat rw 0 0\n"
    "a:/ /over nfs rw 0 0\n"
    "/dev/sdc1 /over ext4 rw 0 0\n"
    "short\n"
)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/", None),
        ("/srv/data", None),
        ("/home", "nfs4"),
        ("/home/ben/.local/share", "nfs4"),
        ("/home/anna/.local/share", None),
        ("/home/annabel", "nfs4"),
        ("/homework", None),
        ("/mnt/our files/x", "cifs"),
        ("/mnt/our", None),
        ("/mnt/büro/x", "smb3"),
        ("/mnt/\udcff/x", "fuse.sshfs"),
        ("/mnt/back\\slash", "cifs"),
        ("/media/usb", None),
        ("/over/it", None),  # the later mount covers the earlier one
    ],
)
def test_the_mount_that_a_folder_lies_on(tmp_path: Path, folder: str, kind: str | None) -> None:
    table = tmp_path / "mounts"
    table.write_text(MOUNTS, encoding="utf-8", errors="surrogateescape")
    assert network_type_of(Path(folder), table) == kind


def test_without_a_mount_table_nothing_is_refused(tmp_path: Path) -> None:
    assert network_type_of(Path("/home"), tmp_path / "none") is None


@pytest.mark.skipif(sys.platform != "linux", reason="the mount table is Linux's")
def test_a_queue_on_a_network_drive_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/x {tmp_path.resolve()} nfs rw 0 0\n")
    monkeypatch.setattr(opening, "network_type_of", lambda folder, _mounts: network_type_of(folder, table))
    with pytest.raises(StoreError) as caught:
        open_writer(tmp_path / "new" / "queue.db")
    assert caught.value.code == "QUEUE_NETWORK"
    assert "--data-dir" in caught.value.message
    assert sorted(file.name for file in tmp_path.iterdir()) == ["mounts"]


def test_jobs_survive_a_close(queue_path: Path) -> None:
    with Reader(queue_path) as reader:
        assert [job.state for job in reader.iter_jobs()] == [JobState.READY] * 3
    assert not queue_path.with_name("queue.db-wal").exists() or not queue_path.with_name("queue.db-wal").stat().st_size


# Damaged queues.


def unclean(path: Path, damage: bool) -> bytes:
    """Leave the queue as a program that was killed does, one page of it overwritten; its content."""
    execute(path, "UPDATE session SET ended = NULL, clean = 0", "PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    if damage:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'job'").fetchone()
        content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    path.with_name(f"{path.name}-wal").touch()
    return bytes(content)


def test_a_queue_that_nobody_closed_is_looked_through_and_refused_when_damaged(queue_path: Path) -> None:
    content = unclean(queue_path, damage=True)
    with pytest.raises(StoreError) as caught:
        open_writer(queue_path)
    assert caught.value.code == "QUEUE_DAMAGED"
    assert "doctor --rebuild" in caught.value.message
    assert str(queue_path) in caught.value.message
    assert queue_path.read_bytes() == content
    assert queue_path.with_name("queue.db-wal").exists()


def test_a_queue_that_nobody_closed_opens_when_it_is_whole(queue_path: Path) -> None:
    unclean(queue_path, damage=False)
    open_writer(queue_path)[0].close()
    with Reader(queue_path) as reader:
        assert reader.counts().ready == 3


def test_a_large_queue_is_not_looked_through_at_every_start(queue_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unclean(queue_path, damage=True)
    monkeypatch.setattr(opening, "CHECKED_BYTES", 4096)
    open_writer(queue_path)[0].close()  # the damage is found, and said, when its page is needed
    with Reader(queue_path) as reader, pytest.raises(StoreError) as caught:
        list(reader.iter_jobs())
    assert caught.value.code == "QUEUE_DAMAGED"
    assert "doctor --rebuild" in caught.value.message


def test_what_the_full_check_finds(queue_path: Path, tmp_path: Path) -> None:
    assert opening.problem_of(queue_path) is None
    unclean(queue_path, damage=True)
    assert opening.problem_of(queue_path)
    (tmp_path / "letter.db").write_bytes(b"no queue" * 1000)
    (tmp_path / "empty.db").write_bytes(b"")
    for name in ("letter.db", "empty.db", "gone.db"):
        assert opening.problem_of(tmp_path / name)


def test_a_log_is_lost_when_nobody_closed_the_queue_and_it_is_not_there(queue_path: Path, tmp_path: Path) -> None:
    def lost() -> bool:
        return opening.log_is_lost(queue_path)

    execute(queue_path, "UPDATE session SET ended = 1")
    assert not lost()
    unclean(queue_path, damage=False)
    assert not lost()
    for tail in ("-wal", "-shm"):
        queue_path.with_name(f"queue.db{tail}").unlink(missing_ok=True)
    assert lost()
    for name in ("letter.db", "empty.db"):
        (tmp_path / name).write_bytes(b"no queue" * (500 if name == "letter.db" else 0))
        assert not opening.log_is_lost(tmp_path / name)
    assert not opening.log_is_lost(tmp_path / "gone.db")


def test_reading_a_queue_of_another_format_is_said_in_words(queue_path: Path) -> None:
    for version, code in ((schema_version() - 1, "QUEUE_OLDER"), (schema_version() + 1, "QUEUE_NEWER")):
        execute(queue_path, f"PRAGMA user_version = {version}")
        with pytest.raises(StoreError) as caught:
            Reader(queue_path)
        assert caught.value.code == code
        assert str(queue_path) in caught.value.message
