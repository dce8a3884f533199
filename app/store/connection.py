"""Opening the queue's file: pragmas, migrations with a backup copy, and the refusals.

Owns: how a connection is made. Must not know: jobs. One connection a thread (CPython's shared connections return wrong
results, python/cpython#118172); only the writer thread gets a writing one.
"""

import contextlib
import os
import re
import shutil
import sqlite3
import sys
from importlib.resources import files
from pathlib import Path

from app.store import aside
from app.store.errors import StoreError
from app.store.faults import REBUILD, damaged, is_damaged, primary_code
from app.store.queries import sql

BUSY_MS = 5_000
CACHE_KIB = 32_768
CHECKED_BYTES = 64 * 1024 * 1024  # looked through in 0.1 s; 340 MB (1,000,000 jobs) take 0.4 s, from a busy drive 7 s
JOURNAL_LIMIT = 64 * 1024 * 1024  # bytes of write-ahead log kept after a checkpoint
# File systems on which SQLite's write-ahead log has been seen to corrupt (locks or shared memory do not work there).
NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ceph", "fuse.rclone", "davfs"}
)
_OCTAL = re.compile(r"\\([0-7]{3})")  # how the mount table writes blanks, line breaks and backslashes


def schema_version() -> int:
    """The version of the queue format that this program writes: the number of the newest migration."""
    return max(migrations())


def migrations() -> dict[int, str]:
    """The SQL that makes each format of the one before it, by number."""
    folder = files("app.store").joinpath("migrations")
    return {int(f.name[:4]): f.read_text(encoding="utf-8") for f in folder.iterdir() if f.name.endswith(".sql")}


def open_writer(
    path: Path, factory: type[sqlite3.Connection] = sqlite3.Connection
) -> tuple[sqlite3.Connection, str | None]:
    """The writing connection and, when a file that is no queue was set aside, a sentence that says so.

    Creates and migrates the file as needed. Raises StoreError (network drive, newer version, no rights, damaged).
    """
    refuse_network(path.parent)
    trouble = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.settle(path)
        if not path.exists():
            path.touch(mode=0o600)  # recipients' addresses are nobody else's business; the log takes over this mode
        _look_through(path)
        try:
            connection = _connect(path, path, factory)
        except sqlite3.DatabaseError as error:
            if not is_damaged(error):
                raise
            trouble = _set_aside(path, error)
            connection = _connect(path, path, factory)
    except sqlite3.DatabaseError as error:
        raise StoreError("QUEUE_DENIED", f"The queue {path} cannot be opened: {error}.") from error
    except OSError as error:
        raise StoreError("QUEUE_DENIED", f"The queue {path} cannot be opened: {error.strerror or error}.") from error
    try:
        _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection, trouble


def open_reader(path: Path) -> sqlite3.Connection:
    """A read-only connection. Raises StoreError when there is no queue yet or it cannot be read."""
    connection = None
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=BUSY_MS / 1000, isolation_level=None)
        connection.execute("PRAGMA query_only = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB // 4}")
    except sqlite3.DatabaseError as error:
        if connection is not None:
            connection.close()
        raise StoreError("QUEUE_DENIED", f"The queue {path} cannot be read: {error}.") from error
    return connection


def reopen_writer(path: Path, factory: type[sqlite3.Connection]) -> sqlite3.Connection:
    """Another writing connection to the queue that is in use: nothing is made, migrated or set aside. Raises StoreError
    and sqlite3.Error."""
    connection = _connect(f"{path.as_uri()}?mode=rw", path, factory)
    if _version(connection) != schema_version():
        connection.close()
        raise StoreError("QUEUE_BROKEN", f"The file {path} is not the queue that was opened.")
    return connection


def _connect(name: str | Path, path: Path, factory: type[sqlite3.Connection]) -> sqlite3.Connection:
    connection = sqlite3.connect(
        name,
        timeout=BUSY_MS / 1000,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
        factory=factory,
        uri=isinstance(name, str),
    )
    try:
        _refuse_newer(connection, path)  # before anything that writes to the file
        if _version(connection) == 0:
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # only a new file takes it
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.execute(f"PRAGMA journal_size_limit = {JOURNAL_LIMIT}")
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    with contextlib.suppress(OSError):
        os.chmod(path, 0o600)  # of a queue that was copied here
    return connection


def _set_aside(path: Path, error: sqlite3.DatabaseError) -> str:
    """Keep a file that SQLite does not accept beside the queue, and start with an empty queue."""
    kept = aside.keep_aside(path)
    return (
        f"{path.name} was not a queue ({error}). It was kept as {kept.name}, and a new queue was started. To get back "
        f"what it still holds, close Dropmill and type: {REBUILD}"
    )


def _look_through(path: Path) -> None:
    """Check a queue that nobody closed, if that takes but a moment. It is only read, so that a damaged one keeps its
    log. Raises StoreError."""
    if not path.exists() or not 0 < path.stat().st_size <= CHECKED_BYTES:
        return
    found = "ok"
    with contextlib.suppress(StoreError), contextlib.closing(open_reader(path)) as connection:
        try:
            if _is_open_ended(connection):
                found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        except sqlite3.DatabaseError as error:  # what keeps it from being opened at all is said there
            found = str(error) if primary_code(error) == sqlite3.SQLITE_CORRUPT else "ok"
    if found != "ok":
        raise damaged(path, found)


def _is_open_ended(connection: sqlite3.Connection) -> bool:
    """Whether the last session did not end."""
    try:
        last = connection.execute(sql("last_session")).fetchone()
    except sqlite3.DatabaseError:  # no queue, or none that can be read: whoever opens it finds out
        return False
    return last is not None and last[0] is None


def format_of(path: Path) -> int:
    """The format of the queue, 0 for none. Raises StoreError when it cannot be read."""
    with contextlib.closing(open_reader(path)) as connection:
        return _readable_version(connection, path)


def _readable_version(connection: sqlite3.Connection, path: Path) -> int:
    try:
        return _version(connection)
    except sqlite3.DatabaseError as error:
        raise StoreError("QUEUE_DENIED", f"The queue {path} cannot be read: {error}.") from error


def problem_of(path: Path) -> str | None:
    """What SQLite's full check finds wrong with the queue, in its words; None when it is whole. Takes seconds for a
    large queue."""
    try:
        with contextlib.closing(open_reader(path)) as connection:
            if _version(connection) == 0:
                return "it holds no queue"
            found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    except StoreError as error:
        return error.message
    except sqlite3.DatabaseError as error:
        return str(error)
    return None if found == "ok" else found


def log_is_lost(path: Path) -> bool:
    """Whether the last commits of the queue are gone: nobody closed it, and yet the log that a dead program leaves is
    not there. Look before anybody opens the queue."""
    if not path.exists() or path.stat().st_size == 0 or path.with_name(f"{path.name}-wal").exists():
        return False
    with contextlib.suppress(StoreError), contextlib.closing(open_reader(path)) as connection:
        return _is_open_ended(connection)
    return False  # no queue: whoever opens it says so


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the file to this program's version, each step in one transaction, after a backup copy."""
    scripts = migrations()
    newest = max(scripts)
    try:
        current = _version(connection)
        if 0 < current < newest:
            _backup(connection, path, current)
        for version in range(current + 1, newest + 1):
            connection.executescript(f"BEGIN IMMEDIATE;\n{scripts[version]}\nPRAGMA user_version = {version};\nCOMMIT;")
    except (sqlite3.Error, OSError) as error:
        if is_damaged(error):
            raise damaged(path, str(error)) from error
        code = "QUEUE_FULL" if primary_code(error) == sqlite3.SQLITE_FULL else "QUEUE_BROKEN"
        raise StoreError(
            code,
            f"The queue {path} cannot be brought to the format of this program: {error}. What it held is still there.",
        ) from error


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_newer(connection: sqlite3.Connection, path: Path) -> None:
    current = _version(connection)
    if current > schema_version():
        raise newer(path, current)


def require_format(connection: sqlite3.Connection, path: Path) -> None:
    """Raise StoreError when the queue is of another format than this program's. One that is being made passes."""
    current = _readable_version(connection, path)
    if current > schema_version():
        raise newer(path, current)
    if 0 < current < schema_version():
        raise StoreError(
            "QUEUE_OLDER",
            f"The queue {path} was written by an older Dropmill (format {current}, this one has {schema_version()}). "
            "Start Dropmill or dropmill work once: that keeps a copy and brings the queue up to date.",
        )


def newer(path: Path, version: int) -> StoreError:
    """For a queue whose format `version` this program does not know."""
    return StoreError(
        "QUEUE_NEWER",
        f"The queue {path} was written by a newer Dropmill (format {version}, this one knows {schema_version()}). "
        "Nothing was changed. Use the newer program.",
    )


def _backup(connection: sqlite3.Connection, path: Path, version: int) -> None:
    copy = path.with_name(f"{path.name}.v{version}.backup")
    if shutil.disk_usage(path.parent).free < path.stat().st_size * 2:
        raise StoreError("QUEUE_FULL", f"There is no room beside {path} for a copy before the update. Free some space.")
    unfinished = copy.with_name(f"{copy.name}.new")
    unfinished.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(unfinished)) as target:
        os.chmod(unfinished, 0o600)
        connection.backup(target)
    os.replace(unfinished, copy)  # a copy that bears the name is whole


def refuse_network(folder: Path) -> None:
    """Raise StoreError when `folder` is on a network drive: locks do not hold there and the queue would be damaged."""
    kind = _network_type(folder)
    if kind:
        raise StoreError(
            "QUEUE_NETWORK",
            f"The queue cannot live in {folder}: this is a network drive ({kind}), where it would be damaged. "
            "Choose a folder of this computer with --data-dir.",
        )


def _network_type(folder: Path) -> str | None:
    folder = folder.absolute()
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    system: str = sys.platform  # as text, so that the checker looks at both branches
    if system == "win32":
        import ctypes

        drive_remote = 4
        root = folder.resolve().anchor
        remote = root.startswith("\\\\") or vars(ctypes)["windll"].kernel32.GetDriveTypeW(root) == drive_remote
        return "network" if remote else None
    if system.startswith("linux"):
        return network_type_of(folder.resolve(), Path("/proc/mounts"))
    return None


def network_type_of(folder: Path, mounts: Path) -> str | None:
    """The network file system type that `folder` lies on by the mount table `mounts`, or None."""
    best, best_type = "", ""
    with contextlib.suppress(OSError):
        for line in mounts.read_text(encoding="utf-8", errors="surrogateescape").split("\n"):
            fields = line.split(" ")
            if len(fields) < 3:
                continue
            point = _OCTAL.sub(lambda match: chr(int(match[1], 8)), fields[1])
            inside = str(folder) == point or str(folder).startswith(point.rstrip("/") + "/")
            if inside and len(point) >= len(best):
                best, best_type = point, fields[2]
    return best_type if best_type in NETWORK_TYPES else None
