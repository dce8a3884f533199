"""Outputs that appear whole or not at all.

Owns: temporary names, fsync, the rename, and the rule that only files of ours are ever removed or replaced. Must not
know: the journal's home (the caller passes `journal`), formats.

Protocol of one output (promise 3): write `.NAME.<token>.part` beside the target → flush + fsync → size on disk equals
bytes written (a full disk can cut a file short without an error) → `journal.intend(path, temporary)` is committed →
rename → fsync of the folder. A kill before the rename leaves a `.part` of ours, removed on the next attempt; a kill
after it leaves a whole output that the journal knows as ours. A file that is replaced on request is kept first
(promise 2): a hard link or a copy in the batch's folder of kept originals.
"""

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO, Literal, Protocol

from app.jobs.base import JobContext, JobError, Source

Exists = Literal["number", "skip", "replace", "newer"]
MAX_NAME_BYTES = 255  # the common limit of ext4, APFS and NTFS (there: UTF-16 units, never more)


class Journal(Protocol):
    """Where intentions are kept. `owned(path)` is True when an earlier attempt of this job put the file there."""

    def owned(self, path: str) -> bool: ...
    def intend(self, path: str, temporary: str, kept: str | None = None) -> None:
        """Commit that `temporary` is about to become `path`, whose old content was kept as `kept`."""


def error_for(error: OSError, path: str, writing: bool) -> JobError:
    """The coded failure for an operating-system error at `path`."""
    name = os.path.basename(path)
    folder = os.path.dirname(path)
    detail = f"{type(error).__name__}: {error}"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return JobError("DISK_FULL", f"There is no room left in {folder} for {name}. Nothing was lost.", detail)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        if getattr(error, "winerror", None) in (32, 33):
            return JobError("SOURCE_LOCKED", f"{name} is open in another program.", detail)
        if writing:
            return JobError("WRITE_DENIED", f"Dropmill may not write to {folder}. {name} was not written.", detail)
        return JobError("READ_DENIED", f"Dropmill may not read {name}.", detail)
    if error.errno in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR) and writing:
        return JobError("WRITE_DENIED", f"Something else stands where {folder} or {name} should be written.", detail)
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL) and writing:
        return JobError("NAME_INVALID", f"The name {name} cannot be used in {folder}.", detail)
    if error.errno == errno.ENOENT and not writing:
        return JobError("SOURCE_GONE", f"{name} is no longer in {folder}.", detail)
    if error.errno == errno.ENOMEM:
        return JobError("OUT_OF_MEMORY", f"There is not enough memory for {name}.", detail)
    word = "written" if writing else "read"
    return JobError("IO_ERROR", f"{name} could not be {word}: {error.strerror or error}.", detail)


def check_regular(path: str, mode: int) -> None:
    """Raise JobError NOT_A_FILE for what may block for ever or never end: devices, pipes, sockets. `mode`: of stat."""
    name = os.path.basename(path)
    if stat.S_ISDIR(mode):
        raise JobError("NOT_A_FILE", f"{name} is a folder now. Add it again, so that it is looked through.")
    if not stat.S_ISREG(mode):
        raise JobError("NOT_A_FILE", f"{name} is a device, a pipe or a socket, not a file. Save it as a file first.")


def check_planned(outputs: Collection[object], path: str) -> None:
    """Raise JobError SOURCE_CHANGED for a job without outputs: its input could not be looked at when it was planned."""
    if not outputs:
        name = os.path.basename(path)
        raise JobError(
            "SOURCE_CHANGED", f"{name} could not be read when it was added, so no output was planned. Add it again."
        )


def warn_renamed(context: JobContext, name: str, path: str) -> None:
    """Say that the output `name` was written as `path`, where that is not what was planned."""
    if path != context.outputs[name].path:
        context.warn("RENAMED", f"Written as {os.path.basename(path)}: the name was taken in the meantime.")


def open_source(path: str) -> IO[bytes]:
    """The source `path`, open for reading. Raises JobError, never waits for a writer at the other end of a pipe."""
    with reading(path):
        check_regular(path, os.stat(path).st_mode)
        return open(path, "rb")


@contextlib.contextmanager
def reading(path: str) -> Iterator[None]:
    """Turn operating-system errors while the source `path` is read into coded failures."""
    try:
        yield
    except OSError as error:
        raise error_for(error, path, writing=False) from error


def temporary_name(path: str) -> str:
    """A name beside `path` that no user's file has and that fits the file system's limit."""
    folder, name = os.path.split(path)
    tail = f".{secrets.token_hex(4)}.part"
    stem = name
    while len(os.fsencode(f".{stem}{tail}")) > MAX_NAME_BYTES:
        stem = stem[:-1]
    return os.path.join(folder, f".{stem}{tail}")


class AtomicOutput:
    """One output file; see the module's protocol. Use as a context manager and write to `file`."""

    def __init__(
        self,
        path: str,
        journal: Journal,
        exists: Exists = "number",
        times: tuple[int, int] | None = None,
        kept_folder: str | None = None,
    ) -> None:
        """`times`: (atime, mtime) in ns to give to the output. `kept_folder`: where a replaced file is kept; None = in
        a folder `.dropmill-kept` beside it."""
        self.path = path
        self.temporary = temporary_name(path)
        self.size = 0
        self._journal = journal
        self._exists = exists
        self._times = times
        self._kept_folder = kept_folder or os.path.join(os.path.dirname(path), ".dropmill-kept")
        self.file: IO[bytes]

    def __enter__(self) -> "AtomicOutput":
        try:
            os.makedirs(os.path.dirname(self.path), exist_ok=True)
            descriptor = os.open(self.temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        except OSError as error:
            raise error_for(error, self.path, writing=True) from error
        self.file = os.fdopen(descriptor, "w+b")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            if kind is None:
                self._publish()
            else:
                self.file.close()
        except OSError as failure:
            raise error_for(failure, self.path, writing=True) from failure
        finally:
            with contextlib.suppress(OSError):
                self.file.close()
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self.temporary)
        if isinstance(error, OSError):
            raise error_for(error, self.path, writing=True) from error

    def _publish(self) -> None:
        self.file.flush()
        self.size = self.file.seek(0, os.SEEK_END)
        os.fsync(self.file.fileno())
        on_disk = os.fstat(self.file.fileno()).st_size
        self.file.close()
        if on_disk != self.size or os.stat(self.temporary).st_size != self.size:
            raise OSError(errno.ENOSPC, "the file was cut short")
        if self._times is not None:
            os.utime(self.temporary, ns=self._times)
        if self._exists in ("replace", "newer"):
            self._journal.intend(self.path, self.temporary, self._keep_old())
            os.replace(self.temporary, self.path)
        else:
            self._take_free_name()
        sync_folder(os.path.dirname(self.path))

    def _take_free_name(self) -> None:
        """Give the file its planned name, or with "number" the next free one: another batch that was planned at the
        same time may have taken it. `path` says which it became."""
        stem, suffix = os.path.splitext(self.path)
        path, number = self.path, 2
        while True:
            owned = self._journal.owned(path)
            if owned or not os.path.lexists(path):
                self._journal.intend(path, self.temporary)
                if owned:
                    os.replace(self.temporary, path)
                    break
                if _rename_new(self.temporary, path):
                    break
            if self._exists == "skip":
                name = os.path.basename(self.path)
                raise JobError(
                    "TARGET_EXISTS",
                    f"{name} appeared in the output folder after the batch was planned. It was left as it is.",
                )
            path, number = f"{stem} ({number}){suffix}", number + 1
        self.path = path

    def _keep_old(self) -> str | None:
        """Keep what stands at the target, unless it is nothing or ours. Returns where what stood there is."""
        kept = kept_path(self._kept_folder, self.path)
        if not os.path.lexists(self.path) or self._journal.owned(self.path):
            return kept if os.path.lexists(kept) else None
        os.makedirs(self._kept_folder, exist_ok=True)
        if not os.path.lexists(kept):  # an earlier attempt has kept the true original already
            partial = f"{kept}.part"
            _link_or_copy(self.path, partial)
            os.replace(partial, kept)
            sync_folder(self._kept_folder)
        return kept


def kept_path(folder: str, path: str) -> str:
    """Where in the `folder` of kept originals the one that stood at `path` is."""
    mark = hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
    return os.path.join(folder, f"{mark}{os.path.splitext(path)[1]}")


def restore_input(source: Source, journal: Journal, kept_folder: str) -> None:
    """Put the input back that an earlier attempt replaced by its own output without living to report it, so that the
    job starts over from the original and never works on its own output. Anything else that stands there is left.

    An output is known by the modified time that it got from its input (`place.times`).
    """
    if not journal.owned(source.path):
        return
    kept = kept_path(kept_folder, source.path)
    with contextlib.suppress(OSError):  # without the original the job itself says that its input was changed
        original, now = os.stat(kept), os.stat(source.path)
        is_original = (original.st_size, original.st_mtime_ns) == (source.size, source.mtime_ns)
        if is_original and now.st_mtime_ns == source.mtime_ns and not os.path.samestat(original, now):
            partial = temporary_name(source.path)
            _link_or_copy(kept, partial)
            os.replace(partial, source.path)
            sync_folder(os.path.dirname(source.path))


def _link_or_copy(path: str, target: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.unlink(target)  # of an attempt that was killed here
    try:
        os.link(path, target)
    except OSError:  # another drive, or a file system without links
        shutil.copy2(path, target)


def _rename_new(temporary: str, path: str) -> bool:
    """Rename without a gap between looking and taking. False when something stands at `path`."""
    try:
        if os.name == "nt":
            os.rename(temporary, path)  # refuses an existing target there
        else:
            os.link(temporary, path)  # the temporary name goes afterwards
    except FileExistsError:
        return False
    except OSError:  # a drive without hard links (FAT, some network shares): the gap is the best there is
        if os.path.lexists(path):
            return False
        os.replace(temporary, path)
    return True


def sync_folder(folder: str) -> None:
    """Make a rename in `folder` survive a power cut, where the system can (Windows does it by itself)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network file systems cannot
            raise
    finally:
        os.close(descriptor)


def remove_leftovers(path: str) -> None:
    """Remove temporary files that killed attempts at `path` left behind (they carry our own name pattern)."""
    target = Path(path)
    prefix = os.path.basename(temporary_name(path)).rsplit(".", 2)[0] + "."
    with contextlib.suppress(OSError):
        for entry in os.scandir(target.parent):
            token = entry.name.removeprefix(prefix)
            if entry.name.startswith(prefix) and len(token) == 13 and token.endswith(".part"):
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)
