"""How much memory jobs may take together.

Owns: the budget and what one chunk of jobs takes of it. Must not know: jobs themselves (they say what they need).
"""

from collections.abc import Callable

import psutil

from app.core.tuning import MEMORY_SHARE

BIG = 64 * 1024 * 1024  # bytes; a job that needs less is not counted: the workers' own size covers it


def free_bytes() -> int:
    """Memory that programs can have now without others being pushed out, in bytes."""
    return int(psutil.virtual_memory().available)


class MemoryBudget:
    """Estimates of what runs, by slot. `share`: of what is free now together with what is taken; may be changed."""

    def __init__(self, free: Callable[[], int] = free_bytes, share: float = MEMORY_SHARE) -> None:
        self.share = share
        self._free = free
        self._taken: dict[object, int] = {}  # changed by the slots' threads: read it as a whole

    def room(self) -> int:
        """Bytes that further jobs may need, never less than 0. What runs is taken for used up already or not yet: its
        estimate counts fully against the whole, which is what is free now together with it."""
        taken = sum(list(self._taken.values()))
        return max(0, round(self.share * (self._free() + taken)) - taken)

    def idle(self) -> bool:
        """Whether nothing that counts is running: then even the largest job is let in, alone."""
        return not any(list(self._taken.values()))

    def take(self, slot: object, need: int) -> None:
        """`slot` runs something that needs `need` bytes (0 = nothing any more)."""
        self._taken[slot] = need if need > BIG else 0
