"""Counts what is being dragged over the window, before anybody drops it.

Owns: one thread that walks folders by names and sizes and a tally that can be looked at any time. Must not know:
widgets. The tally is sampled, never announced: a folder with a million files costs the window nothing.
"""

import os
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath


@dataclass(slots=True)
class Tally:
    """What was found so far. `suffixes`: files by type, lower case with the dot ("" = none)."""

    dropped_files: int = 0
    dropped_folders: int = 0
    files: int = 0
    bytes: int = 0
    suffixes: Counter[str] = field(default_factory=Counter)
    done: bool = False

    def reads(self, suffixes: frozenset[str]) -> int:
        """How many of the files a recipe with these suffixes reads."""
        return sum(n for suffix, n in self._now() if suffix in suffixes)

    def others(self, suffixes: frozenset[str]) -> list[tuple[str, int]]:
        """The other types, most frequent first."""
        found = [(suffix, n) for suffix, n in self._now() if suffix not in suffixes]
        return sorted(found, key=lambda item: -item[1])

    def _now(self) -> list[tuple[str, int]]:
        """A copy, made in one step: the counting thread goes on meanwhile."""
        return list(self.suffixes.items())


class Counting:
    """One count. Make one for each drag; `stop` it when the drag ends."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.tally = Tally()
        self._paths = tuple(paths)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="window-counting", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the count at the next file."""
        self._stop.set()

    def join(self, seconds: float) -> None:
        """Wait until the thread is through (tests)."""
        self._thread.join(seconds)

    def _work(self) -> None:
        tally = self.tally
        for path in self._paths:
            if os.path.isdir(path):
                tally.dropped_folders += 1
            else:
                tally.dropped_files += 1
        for path, size in self._files(self._paths):
            if self._stop.is_set():
                return
            tally.files += 1
            tally.bytes += size
            tally.suffixes[PurePath(path).suffix.lower()] += 1
        tally.done = True

    def _files(self, paths: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Files with sizes. What cannot be read is left to the scan after the drop, which says why."""
        folders = []
        for path in paths:
            if os.path.isdir(path):
                folders.append(path)
            else:
                yield path, _size(path)
        while folders and not self._stop.is_set():
            try:
                with os.scandir(folders.pop()) as entries:
                    for entry in entries:
                        if entry.name.startswith("."):
                            continue
                        if entry.is_dir(follow_symlinks=False):
                            folders.append(entry.path)
                        elif entry.is_file():
                            yield entry.name, entry.stat().st_size
            except OSError:
                continue


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
