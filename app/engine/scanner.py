"""Looks through dropped paths: files in a fixed order, folders walked, troubles kept as values.

Owns: which files of a folder are looked at (hidden ones, links to folders and our own output folders are not). Must not
know: kinds (a worker decides what it accepts), the store.
"""

import os
from collections.abc import Iterable, Iterator
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
    known: set[str] = set()
    for path in paths:
        for item in _one(path, own_folders, seen):
            if item.path not in known:
                known.add(item.path)
                yield item


def _one(path: str, own_folders: frozenset[str], seen: Seen) -> Iterator[Found | Unreadable]:
    try:
        status = os.stat(path)
        if os.path.isdir(path):
            yield from _folder(path, path, own_folders, seen)
        else:
            check_regular(path, status.st_mode)
            seen.files += 1
            yield Found(path, os.path.dirname(path), status.st_size, status.st_mtime_ns, True)
    except JobError as error:
        yield Unreadable(path, os.path.dirname(path), error.failure)
    except OSError as error:
        yield Unreadable(path, os.path.dirname(path), error_for(error, path, writing=False).failure)


def _folder(folder: str, root: str, own_folders: frozenset[str], seen: Seen) -> Iterator[Found | Unreadable]:
    seen.folders += 1
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
                if entry.name not in own_folders and entry.path not in own_folders:
                    yield from _folder(entry.path, root, own_folders, seen)
            elif entry.is_file():
                status = entry.stat()
                seen.files += 1
                yield Found(entry.path, root, status.st_size, status.st_mtime_ns, False)
        except OSError as error:
            yield Unreadable(entry.path, root, error_for(error, entry.path, writing=False).failure)
