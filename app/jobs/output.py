"""Outputs that appear whole or not at all.

Owns: fsync, the rename, the folders that are made on the way, and the rule that only files of ours are ever removed or
replaced. Must not know: the journal's home (the caller passes `journal`), formats.

Protocol of one output (promise 3): write a temporary file beside the target (`leftovers.py` has its name) → flush +
fsync → size on disk equals bytes written (a full disk can cut a file short without an error) → `journal.intend` is
committed, with what the file will be known by → rename → fsync of the folder. A kill before the rename leaves a `.part`
of ours, removed on the next attempt; a kill after it leaves a whole output that the journal knows as ours. A file that
is replaced on request is kept first (promise 2; `kept.py`).
"""

import contextlib
import errno
import os
import stat
from collections.abc import Collection, Iterator
from typing import IO, Literal

from app.jobs.base import JobContext, JobError
from app.jobs.journal import Fingerprint, Journal, Note, fingerprint
from app.jobs.kept import keep, last_kept, sync_folder
from app.jobs.leftovers import Writing, temporary_name

Exists = Literal["number", "skip", "replace", "newer"]
TRIES_TO_ENTER = 10  # how often others may remove the empty folder between its making and the first file in it


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


class AtomicOutput:
    """One output file; see the module's protocol. Use as a context manager and write to `file`."""

    def __init__(
        self,
        path: str,
        journal: Journal,
        exists: Exists = "number",
        times: tuple[int, int] | None = None,
        kept_folder: str | None = None,
        writing: Writing | None = None,
    ) -> None:
        """`times`: (atime, mtime) in ns to give to the output. `kept_folder`: where a replaced file is kept; None = in
        a folder `.dropmill-kept` beside it. `writing`: who writes, for the temporary name."""
        self.path = path
        self.temporary = temporary_name(path, writing)
        self.size = 0
        self._journal = journal
        self._exists = exists
        self._times = times
        self._kept_folder = kept_folder or os.path.join(os.path.dirname(path), ".dropmill-kept")
        self._made: list[str] = []  # folders, outermost first
        self._published = False
        self.file: IO[bytes]

    def __enter__(self) -> "AtomicOutput":
        try:
            self.file = os.fdopen(self._open(), "w+b")
        except OSError as error:
            self._remove_made()
            raise error_for(error, self.path, writing=True) from error
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
            if not self._published:
                self._remove_made()
        if isinstance(error, OSError):
            raise error_for(error, self.path, writing=True) from error

    def _open(self) -> int:
        """The temporary file, in folders that are made as needed: a descriptor."""
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        folder = os.path.dirname(self.path)
        for tries_left in reversed(range(TRIES_TO_ENTER)):
            try:
                _make_folders(folder, self._made)
                return os.open(self.temporary, flags, 0o666)
            except FileNotFoundError:  # an output that failed took its empty folder away again
                if not tries_left:
                    raise
        raise AssertionError  # the last try returns or raises

    def _remove_made(self) -> None:
        """The folders that were made for this output, as far as they are empty."""
        for folder in reversed(self._made):
            with contextlib.suppress(OSError):
                os.rmdir(folder)

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
            kept = self._keep_old()
            self._intend(self.path, kept)
            os.replace(self.temporary, self.path)
        else:
            self._take_free_name()
        self._published = True
        sync_folder(os.path.dirname(self.path))

    def _intend(self, path: str, kept: str | None = None) -> None:
        """Journal what is about to stand at `path`. Until the rename, the file of an earlier attempt stays ours too."""
        found = os.stat(self.temporary)
        before = fingerprint(path) if self._journal.owned(path) else None
        file = Fingerprint(found.st_size, found.st_mtime_ns)
        self._journal.intend(path, Note(self.temporary, file, before, kept, tuple(self._made)))

    def _take_free_name(self) -> None:
        """Give the file its planned name, or with "number" the next free one: another batch that was planned at the
        same time may have taken it. `path` says which it became."""
        stem, suffix = os.path.splitext(self.path)
        path, number = self.path, 2
        while True:
            owned = self._journal.owned(path)
            if owned or not os.path.lexists(path):
                self._intend(path)
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
        if os.path.lexists(self.path) and not self._journal.owned(self.path):
            return keep(self._kept_folder, self.path)
        return last_kept(self._kept_folder, self.path)


def _make_folders(folder: str, made: list[str]) -> None:
    """Make `folder` and those above it as needed; the ones that were made here are added to `made`. Raises OSError."""
    missing: list[str] = []
    while folder and not os.path.isdir(folder) and folder not in missing:
        missing.append(folder)
        folder = os.path.dirname(folder)
    for one in reversed(missing):
        try:
            os.mkdir(one)
        except FileExistsError:  # made by somebody else meanwhile, unless it is a file
            if not os.path.isdir(one):
                raise
        else:
            made.append(one)


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
