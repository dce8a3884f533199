"""A function of one cell, applied to named columns: what `trim`, `case` and `replace` have in common."""

from collections.abc import Callable

from app.jobs.table.columns import Columns
from app.jobs.table.row import Bound


def on_cells(columns: Columns, names: list[str] | str, change: Callable[[str], str]) -> Bound:
    """`change` on every cell of the columns `names` ("*" = all). Raises JobError HEADER."""
    positions = columns.indexes(names)

    def each(cells: list[str]) -> list[str]:
        for position in positions:
            old = cells[position]
            new = change(old)
            if new != old:  # what is not changed stays what it is, a number of JSON too
                cells[position] = new
        return cells

    return Bound(columns, each)
