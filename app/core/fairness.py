"""Whose turn it is: the order in which active batches are asked for their next jobs.

Owns: priority, ageing, turns. Must not know: the store, jobs, clocks (the time is handed in). Pure.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

AGEING_MS = 300_000  # a batch that got nothing for so long counts one step higher, so that none starves


@dataclass(frozen=True, slots=True)
class Waiting:
    """A batch that has work. `since`: ms UTC since when it has got nothing."""

    batch: int
    priority: int
    since: int

    def level(self, now: int) -> int:
        """Its priority with what waiting has added."""
        return self.priority + max(0, now - self.since) // AGEING_MS


def rounds(batches: Iterable[Waiting], now: int, turn: int) -> Iterator[list[int]]:
    """The batches by level, highest first; inside a level in turn, beginning after batch `turn`.

    Whoever hands out jobs goes round a level until it has no more to give, then on to the next.
    """
    ordered = sorted((-one.level(now), one.batch <= turn, one.batch) for one in batches)
    for _level, same in groupby(ordered, key=itemgetter(0)):
        yield [batch for _level, _behind, batch in same]
