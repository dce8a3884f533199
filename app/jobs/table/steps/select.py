"""Steps `select` (keep columns, in the order named) and `drop` (leave columns out)."""

from operator import itemgetter
from typing import Literal

from app.jobs.base import JobError
from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound, Each
from app.jobs.table.steps.base import Names, Step


class Select(Step):
    """Keep `columns`, in this order."""

    do: Literal["select"]
    columns: Names

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        positions = columns.indexes(self.columns)
        return Bound(columns.pick(positions), _picker(positions))


class Drop(Step):
    """Leave `columns` out."""

    do: Literal["drop"]
    columns: Names

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        gone = set(columns.indexes(self.columns))
        positions = [i for i in range(len(columns.names)) if i not in gone]
        if not positions:
            raise JobError("HEADER", f"The step drop leaves {columns.where} without a column. Keep one at least.")
        return Bound(columns.pick(positions), _picker(positions))


def _picker(positions: list[int]) -> Each:
    if len(positions) == 1:
        only = positions[0]
        return lambda cells: [cells[only]]
    pick = itemgetter(*positions)
    return lambda cells: list(pick(cells))
