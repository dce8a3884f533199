"""Which drives are nearly full: told once, until there is room again.

Owns: the limits and what was told. Must not know: who is told, which paths are looked at.
"""

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

LEAST_FREE = 1 << 30  # bytes
LEAST_SHARE = 0.02  # of the drive


@dataclass(frozen=True, slots=True)
class Low:
    """A drive with little room: a path on it, bytes that are free and in all."""

    path: str
    free: int
    total: int


class DiskWatch:
    """`usage(path)` as `shutil.disk_usage`; `drive(path)` tells paths of one drive from those of another."""

    def __init__(
        self, usage: Callable[[str], Any] = shutil.disk_usage, drive: Callable[[str], object] | None = None
    ) -> None:
        self._usage = usage
        self._drive = drive or (lambda path: os.stat(path).st_dev)
        self._told: set[object] = set()

    def look(self, paths: Iterable[str]) -> list[Low]:
        """Drives of `paths` that have become nearly full since the last look. A path that does not exist yet counts for
        the folder in which it will be; one that cannot be looked at is left out (its jobs say why)."""
        seen: dict[object, Low] = {}
        for path in paths:
            try:
                here = _existing(path)
                drive = self._drive(here)
                if drive not in seen:
                    room = self._usage(here)
                    seen[drive] = Low(here, room.free, room.total)
            except OSError:
                continue
        low = {drive: room for drive, room in seen.items() if _is_low(room)}
        new = [room for drive, room in low.items() if drive not in self._told]
        self._told = set(low)
        return new


def _is_low(room: Low) -> bool:
    return room.free < LEAST_FREE or room.free < room.total * LEAST_SHARE


def _existing(path: str) -> str:
    """`path`, or the nearest folder above it that exists."""
    while not os.path.lexists(path) and os.path.dirname(path) != path:
        path = os.path.dirname(path)
    return path
