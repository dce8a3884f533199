"""Step `map`: other values for known ones, from a list in the recipe."""

from typing import Literal

from pydantic import Field

from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound, RowReject
from app.jobs.table.steps.base import NamesOrAll, Step

_SHOWN = 80  # characters of a value in a reason


class Map(Step):
    """Put `values[cell]` in the place of each cell of `columns`. `other`: what happens to a cell that is not listed."""

    do: Literal["map"]
    columns: NamesOrAll
    values: dict[str, str] = Field(min_length=1, description="{from: to}; the whole cell is compared")
    other: Literal["keep", "empty", "reject"] = Field(default="keep", description="What becomes of other values")

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        positions, values, other = columns.indexes(self.columns), self.values, self.other

        def each(cells: list[str]) -> list[str]:
            for position in positions:
                cell = cells[position]
                if cell in values:
                    cells[position] = values[cell]
                elif other == "empty":
                    cells[position] = ""
                elif other == "reject":
                    raise RowReject("SCHEMA", f"not in the list: {cell[:_SHOWN]}", columns.names[position], cell)
            return cells

        return Bound(columns, each)
