"""Step `sample`: some of the rows, by chance that a seed decides: the same seed takes the same rows on every system."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Literal

from pydantic import Field, model_validator

from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound, Outlet
from app.jobs.table.steps.base import Step
from app.jobs.tabular.values import Record

_MOST = 1_000_000  # rows that are held while the rest goes by; a larger sample is a fraction
_ALL = 1 << 64


class Sample(Step):
    """Keep exactly `rows` rows (all, if there are fewer) or about the `fraction` of them, in the table's order."""

    do: Literal["sample"]
    rows: int | None = Field(default=None, ge=1, le=_MOST, description="How many rows to keep")
    fraction: float | None = Field(default=None, gt=0, le=1, description="Share of the rows to keep")
    seed: int = Field(default=0, description="Another number takes other rows")

    @model_validator(mode="after")
    def _one_way(self) -> "Sample":
        if (self.rows is None) == (self.fraction is None):
            raise ValueError('sample takes either "rows" or "fraction"')
        return self

    @property
    def holds(self) -> bool:
        """See `Step.holds`."""
        return self.rows is not None

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        return Bound(
            columns, whole=_share(self.fraction, self.seed) if self.fraction else _count(self.rows or 0, self.seed)
        )


def _draw(seed: int, position: int) -> int:
    """A number below 2^64 that nothing but the seed and the row's position decides."""
    return int.from_bytes(blake2b(f"{seed}:{position}".encode(), digest_size=8).digest(), "big")


def _share(fraction: float, seed: int) -> Callable[[Iterable[Record], Outlet], Iterator[Record]]:
    below = int(fraction * _ALL)

    def whole(rows: Iterable[Record], outlet: Outlet) -> Iterator[Record]:
        for position, row in enumerate(rows):
            if _draw(seed, position) < below:
                yield row
            else:
                outlet.remove(row)

    return whole


def _count(wanted: int, seed: int) -> Callable[[Iterable[Record], Outlet], Iterator[Record]]:
    """The rows with the smallest draws: every choice of `wanted` rows is as likely as any other."""

    def whole(rows: Iterable[Record], outlet: Outlet) -> Iterator[Record]:
        taken: list[tuple[int, int, Record]] = []  # a heap with the largest draw on top
        for position, row in enumerate(rows):
            entry = (-_draw(seed, position), -position, row)
            if len(taken) < wanted:
                heapq.heappush(taken, entry)
            else:
                outlet.remove(heapq.heappushpop(taken, entry)[2])
        for _, _, row in sorted(taken, key=lambda entry: -entry[1]):
            yield row

    return whole
