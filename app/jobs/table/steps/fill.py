"""Step `fill`: something for empty cells: the value above, the value below, or a fixed one."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from pydantic import Field, model_validator

from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound, Each, Outlet
from app.jobs.table.spill import Hoard
from app.jobs.table.steps.base import NamesOrAll, Step
from app.jobs.tabular.values import Record


class Fill(Step):
    """Fill empty cells of `columns`. Where there is nothing above (below), a cell stays empty."""

    do: Literal["fill"]
    columns: NamesOrAll
    method: Literal["down", "up", "value"] = Field(description="From above, from below, or a fixed value")
    value: str | None = Field(default=None, description="The fixed value")

    @model_validator(mode="after")
    def _one_way(self) -> "Fill":
        if (self.method == "value") != (self.value is not None):
            raise ValueError('"value" belongs to the method "value"')
        return self

    @property
    def holds(self) -> bool:
        """See `Step.holds`."""
        return self.method == "up"

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        positions = columns.indexes(self.columns)
        if self.method == "up":
            return Bound(columns, whole=_up(positions, context))
        return Bound(
            columns, _down(positions, context) if self.value is None else _fixed(positions, self.value, context)
        )


def _fixed(positions: list[int], value: str, context: BindContext) -> Each:
    nulls = context.nulls

    def each(cells: list[str]) -> list[str]:
        for position in positions:
            if not cells[position] or cells[position] in nulls:
                cells[position] = value
        return cells

    return each


def _down(positions: list[int], context: BindContext) -> Each:
    nulls = context.nulls
    last: dict[int, str] = {}

    def each(cells: list[str]) -> list[str]:
        for position in positions:
            cell = cells[position]
            if cell and cell not in nulls:
                last[position] = cell
            elif position in last:
                cells[position] = last[position]
        return cells

    return each


def _up(positions: list[int], context: BindContext) -> Callable[[Iterable[Record], Outlet], Iterator[Record]]:
    """Two passes: the first notes where gaps end and with what, the second fills them."""

    def whole(rows: Iterable[Record], outlet: Outlet) -> Iterator[Record]:
        hoard = Hoard(context.memory, context.scratch, context.spilled)
        gaps: dict[int, deque[tuple[int, int, str]]] = {position: deque() for position in positions}
        starts: dict[int, int] = {}
        for number, row in enumerate(rows):
            for position in positions:
                cell = row.cells[position]
                if not cell or cell in context.nulls:
                    starts.setdefault(position, number)
                elif position in starts:
                    gaps[position].append((starts.pop(position), number, cell))
            hoard.add(row)
        for number, row in enumerate(hoard.take()):
            for position, waiting in gaps.items():
                if waiting and waiting[0][1] <= number:
                    waiting.popleft()
                if waiting and waiting[0][0] <= number:
                    row.cells[position] = waiting[0][2]
            yield row

    return whole
