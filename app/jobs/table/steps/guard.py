"""Step `guard`: cells that a spreadsheet would run as a formula get an apostrophe, and are counted."""

from collections.abc import Iterable, Iterator
from typing import Literal

from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound, Outlet
from app.jobs.table.steps.base import NamesOrAll, Step
from app.jobs.table.write.guard import guarded
from app.jobs.tabular.values import Record


class Guard(Step):
    """Guard the cells of `columns` (all by default); see `write/guard.py` for the rule."""

    do: Literal["guard"]
    columns: NamesOrAll = "*"

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        positions = columns.indexes(self.columns)

        def whole(rows: Iterable[Record], outlet: Outlet) -> Iterator[Record]:
            count = 0
            for row in rows:
                cells = row.cells
                for position in positions:
                    cell = cells[position]
                    if (safe := guarded(cell)) is not cell:
                        cells[position] = safe
                        count += 1
                yield row
            if count:
                cells_words = "1 cell begins" if count == 1 else f"{count:,} cells begin"
                context.warn(
                    "FORMULA_GUARDED", f"{cells_words} like a formula in {columns.where} and got an apostrophe."
                )

        return Bound(columns, whole=whole)
