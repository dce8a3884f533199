"""Originals that outputs take the place of: kept before the replacement, put back on request.

Owns: the names in a batch's folder of kept originals, and copies that appear whole. An original is kept as a hard link
where the drive allows it, so it costs neither time nor room until the batch is dismissed. Must not know: the queue.
"""

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Iterator

from app.jobs.base import Source
from app.jobs.journal import Journal, fingerprint
from app.jobs.leftovers import Writing, temporary_name


def keep(folder: str, path: str) -> str:
    """Keep what stands at `path` in `folder`; where it is. What is kept there already (by an earlier attempt, before a
    person saved the file again) stays. Raises OSError."""
    os.makedirs(folder, exist_ok=True)
    for kept in _names(folder, path):
        if not os.path.lexists(kept):
            break
        if _same(kept, path):
            return kept
    partial = f"{kept}.part"
    _link_or_copy(path, partial)
    os.replace(partial, kept)
    sync_folder(folder)
    return kept


def last_kept(folder: str, path: str) -> str | None:
    """The newest original of `path` in `folder`, or None."""
    found = None
    for kept in _names(folder, path):
        if not os.path.lexists(kept):
            break
        found = kept
    return found


def put_back(kept: str, path: str, writing: Writing | None = None) -> None:
    """Put a copy of the kept original at `path`, in place of what stands there: whole or not at all. The kept one
    stays. The caller syncs the folder (many files share one). Raises OSError."""
    partial = temporary_name(path, writing)
    try:
        shutil.copyfile(kept, partial, follow_symlinks=False)  # a copy: who edits the file must not edit what is kept
        if not os.path.islink(partial):
            with open(partial, "r+b") as file:
                os.fsync(file.fileno())
        shutil.copystat(kept, partial, follow_symlinks=False)  # last: it may take the right to write away
        os.replace(partial, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(partial)


def is_back(kept: str, path: str) -> bool:
    """Whether what stands at `path` is the kept original. Raises OSError."""
    if os.path.islink(kept) and os.path.islink(path):
        return os.readlink(kept) == os.readlink(path)
    known = fingerprint(kept)
    return known is not None and known == fingerprint(path)


def restore_input(source: Source, journal: Journal, folder: str) -> None:
    """Put the input back that an earlier attempt replaced by its own output without living to report it, so that the
    job starts over from the original and never works on its own output. Anything else that stands there is left."""
    with contextlib.suppress(OSError):  # without the original the job itself says that its input was changed
        if not journal.owned(source.path):
            return
        for kept in _names(folder, source.path):
            original = os.stat(kept)
            if (original.st_size, original.st_mtime_ns) == (source.size, source.mtime_ns):
                if not os.path.samestat(original, os.stat(source.path)):
                    put_back(kept, source.path)
                    sync_folder(os.path.dirname(source.path))
                return


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


def _names(folder: str, path: str) -> Iterator[str]:
    """The names under which originals of `path` are kept, oldest first, without end."""
    mark, suffix = hashlib.sha256(os.fsencode(path)).hexdigest()[:16], os.path.splitext(path)[1]
    yield os.path.join(folder, f"{mark}{suffix}")
    number = 2
    while True:
        yield os.path.join(folder, f"{mark}-{number}{suffix}")
        number += 1


def _same(kept: str, path: str) -> bool:
    """Whether `path` is what is kept already: a killed attempt kept it and did not come to replace it."""
    known = fingerprint(kept)
    return os.path.samestat(os.lstat(kept), os.lstat(path)) or (known is not None and known == fingerprint(path))


def _link_or_copy(path: str, target: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.unlink(target)  # of an attempt that was killed here
    if not os.path.islink(path):  # of which a hard link means something else on each system
        with contextlib.suppress(OSError):  # another drive, or a file system without links
            os.link(path, target)
            return
    shutil.copy2(path, target, follow_symlinks=False)
