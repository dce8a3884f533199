"""What a person may change of the work while it goes on. Pure.

Owns: the values and their limits, with reasons. Must not know: who keeps them (settings), who acts on them (engine).
"""

from dataclasses import dataclass

MEMORY_SHARE = 0.6  # of the memory that is free, or used by our own jobs
LEAST_SHARE, MOST_SHARE = 0.1, 0.9  # below, a large picture runs alone; above, other programs are pushed out
MOST_WORKERS = 256
MOST_TRIES = 20  # the waits between grey-listed tries add up to hours then


@dataclass(frozen=True, slots=True)
class Tuning:
    """`workers`: worker processes, None = those the program started with. `memory_share`: of free memory, for all jobs
    together. `tries`: for causes that pass by themselves, None = as many as each cause deserves (`core/retry.py`)."""

    workers: int | None = None
    memory_share: float = MEMORY_SHARE
    tries: int | None = None
