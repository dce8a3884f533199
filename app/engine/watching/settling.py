"""Files that come to rest: the same size and time in two looks that lie far enough apart.

Owns: what was seen of one folder, in memory. Must not know: the file system, clocks (the time is handed in).
"""

from collections.abc import Iterable, Mapping

from app.store.watching import Version

SETTLE_SECONDS = 2.0  # FAT counts in steps of two seconds: less could show an equal time for a file that still grows


class Settling:
    """What was seen of one folder. `taken`: versions (size, mtime_ns) by path that nobody waits for any more."""

    def __init__(self, taken: Mapping[str, tuple[int, int]]) -> None:
        self._taken = dict(taken)
        self._moving: dict[str, tuple[Version, float]] = {}  # path -> what it was, since when it is that

    @property
    def waiting(self) -> bool:
        """Whether some file was seen that has not come to rest, or was not taken yet."""
        return bool(self._moving)

    def look(self, files: Iterable[Version], now: float) -> list[Version]:
        """Those of `files` (all that are there) that are at rest and were not taken, in their order. `now`: seconds."""
        moving: dict[str, tuple[Version, float]] = {}
        resting: list[Version] = []
        for file in files:
            if self._taken.get(file.path) == (file.size, file.mtime_ns):
                continue
            before, since = self._moving.get(file.path, (None, now))
            if before != file:
                since = now
            moving[file.path] = (file, since)
            if now - since >= SETTLE_SECONDS:
                resting.append(file)
        self._moving = moving
        return resting

    def rests_since(self, file: Version, now: float) -> float:
        """For how many seconds `file` has been seen as it is."""
        return now - self._moving[file.path][1]

    def take(self, file: Version) -> None:
        """`file` is taken (or is none for this folder's recipe): only another version of it is news."""
        self._taken[file.path] = (file.size, file.mtime_ns)
        self._moving.pop(file.path, None)
