"""Looks through dropped paths: files in a fixed order, folders walked, troubles kept as values.

Owns: which files of a folder are looked at (hidden ones, links to folders and our own output folders are not). Must not
know: kinds (a worker decides what it accepts), the store.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.core.failures import Failure
from app.engine.worker.messages import Found
from app.jobs.base import JobError
from app.jobs.output import check_regular, error_for


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A path that cannot be looked at: it becomes a failed job, so that nothing vanishes silently."""

    path: str
    root: str
    failure: Failure


@dataclass(slots=True)
class Seen:
    """How far the scan has come."""

    files: int = 0
    folders: int = 0


def scan(paths: Iterable[str], own_folders: frozenset[str], seen: Seen) -> Iterator[Found | Unreadable]:
    """Every file under `paths`, each once, in the order of `paths` and by name inside a folder.

    `own_folders`: folder names or absolute folders that our outputs go to; they are passed over inside dropped folders.
    """
    walk = _Walk(own_folders, seen)
    known: set[str] = set()
    for path in paths:
        for item in _one(path, walk):
            if item.path not in known:
                known.add(item.path)
                yield item


def look_again(
    paths: Sequence[str], versions: Sequence[tuple[int, int]], root: str, seen: Seen
) -> Iterator[Found | Unreadable]:
    """The files `paths` of the folder `root`, as far as they are still the versions (size, mtime_ns) that were seen
    there. One that was written to since is left out: whoever saw it will see its new version too."""
    for path, version in zip(paths, versions, strict=True):
        try:
            status = os.stat(path)
        except OSError as error:
            yield Unreadable(path, root, error_for(error, path, writing=False).failure)
            continue
        seen.files += 1
        if (status.st_size, status.st_mtime_ns) == version:
            yield Found(path, root, status.st_size, status.st_mtime_ns, False)


def _one(path: str, walk: "_Walk") -> Iterator[Found | Unreadable]:
    try:
        status = os.stat(path)
        if os.path.isdir(path):
            yield from walk.folder(path, path, os.path.realpath(path))
        else:
            check_regular(path, status.st_mode)
            walk.seen.files += 1
            yield Found(path, os.path.dirname(path), status.st_size, status.st_mtime_ns, True)
    except JobError as error:
        yield Unreadable(path, os.path.dirname(path), error.failure)
    except OSError as error:
        yield Unreadable(path, os.path.dirname(path), error_for(error, path, writing=False).failure)


class _Walk:
    """The way through dropped folders."""

    def __init__(self, own_folders: frozenset[str], seen: Seen) -> None:
        self.seen = seen
        self._names = frozenset(folder for folder in own_folders if not os.path.isabs(folder))
        # An output folder may be named by another way than the one that leads to it here.
        self._folders = frozenset(os.path.realpath(folder) for folder in own_folders if os.path.isabs(folder))

    def folder(self, folder: str, root: str, real: str) -> Iterator[Found | Unreadable]:
        """The files of `folder` and below. `real`: its path without links (none is followed below the root)."""
        self.seen.folders += 1
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield Unreadable(folder, root, error_for(error, folder, writing=False).failure)
            return
        for entry in listed:
            if entry.name.startswith("."):
                continue
            try:
                # A link to a folder may lead in a circle; a link to a file is just a file.
                if entry.is_dir(follow_symlinks=False):
                    inner = os.path.join(real, entry.name)
                    if entry.name not in self._names and inner not in self._folders:
                        yield from self.folder(entry.path, root, inner)
                elif entry.is_file():
                    status = entry.stat()
                    self.seen.files += 1
                    yield Found(entry.path, root, status.st_size, status.st_mtime_ns, False)
            except OSError as error:
                yield Unreadable(entry.path, root, error_for(error, entry.path, writing=False).failure)
