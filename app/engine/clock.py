"""Wall-clock time, and jumps of it.

Owns: `now_ms`, and how a clock that was set back is noticed. Must not know: what waits for a time.
"""

import time
from collections.abc import Callable

LEAST_JUMP_MS = 60_000  # less is a correction by the system, which does no harm


def now_ms() -> int:
    """Milliseconds since 1970 UTC."""
    return time.time_ns() // 1_000_000


class SteadyClock:
    """Compares the wall clock with one that nobody can set. A jump forward is not told from a computer that slept, and
    is not reported: what waits then starts early, which every start after a sleep does too."""

    def __init__(self, wall: Callable[[], int], steady: Callable[[], float] = time.monotonic) -> None:
        self._wall = wall
        self._steady = steady
        self._last = (wall(), steady())

    def jump(self) -> int:
        """By how many ms the wall clock was set back since the last call; 0 when it was not."""
        wall, steady = self._wall(), self._steady()
        back = round((steady - self._last[1]) * 1000) - (wall - self._last[0])
        self._last = (wall, steady)
        return back if back >= LEAST_JUMP_MS else 0
