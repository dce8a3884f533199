"""Step `pivot`: the values of one column become columns. Its columns are known when all rows have been read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, Literal

from pydantic import Field, model_validator

from app.jobs.base import JobError
from app.jobs.table.aggregate import AGGREGATES, STATE_BYTES, Measure, countable
from app.jobs.table.columns import Columns
from app.jobs.table.groups import gathered, narrowed
from app.jobs.table.keys import marker
from app.jobs.table.row import BindContext, Bound, Outlet
from app.jobs.table.spill import Hoard
from app.jobs.table.steps.base import Names, Step
from app.jobs.tabular.values import MAX_COLUMNS, Record, unique_names

_EMPTY = "(empty)"  # name of the column for rows whose cell is empty


class Pivot(Step):
    """One row for each combination of `index`, one column for each value of `columns`, filled with the `agg` of
    `values`. Rows and columns stand in the order in which they first come; where there is no row, a cell is empty."""

    do: Literal["pivot"]
    index: Names = Field(description="Columns that stay")
    columns: str = Field(description="Column whose values become columns")
    values: str = Field(description="Column to fill in")
    agg: Literal["sum", "count", "first", "last", "min", "max", "mean", "distinct"] = Field(
        default="sum", description="What is made of several values"
    )

    @model_validator(mode="after")
    def _apart(self) -> "Pivot":
        if self.columns in self.index:
            raise ValueError('"columns" cannot be one of the columns that stay')
        return self

    @property
    def holds(self) -> bool:
        """See `Step.holds`."""
        return True

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        index, turned, value = columns.indexes(self.index), columns.index(self.columns), columns.index(self.values)
        old, width = columns.pick(index), len(index)
        half = replace(context, memory=context.memory // 2)  # the other half is for the rows that wait
        measure, nulls = Measure(AGGREGATES[self.agg], value, self.values), context.nulls
        narrow = replace(measure, position=width + 1)

        def reshape(rows: Iterable[Record], outlet: Outlet) -> tuple[Columns, Iterator[Record]]:
            hoard = Hoard(half.memory, context.scratch, context.spilled)
            places: dict[str, int] = {}
            for row in narrowed(countable(rows, [measure], outlet, nulls), [*index, turned, value]):
                if places.setdefault(row.cells[width], len(places)) + width >= MAX_COLUMNS:
                    raise JobError(
                        "TOO_MANY_COLUMNS",
                        f'The column "{self.columns}" of {columns.where} has more values than a table has room for '
                        f"columns ({MAX_COLUMNS:,}). Choose another column.",
                    )
                hoard.add(row)
            titles = [name or _EMPTY for name in places]
            made = Columns(tuple(unique_names([*old.names, *titles])), (*old.titles, *titles), columns.where)
            return made, lines(hoard.take(), places, outlet)

        def lines(rows: Iterator[Record], places: dict[str, int], outlet: Outlet) -> Iterator[Record]:
            def add(states: dict[int, list[Any]], row: Record) -> int:
                place = places[row.cells[width]]
                known = place in states
                state = states.setdefault(place, [])
                if not known:
                    state += measure.aggregate.start()
                narrow.add(state, row.cells, nulls)
                return 0 if known else STATE_BYTES

            empty: Callable[[], dict[int, list[Any]]] = dict
            for first, states in gathered(rows, marker(range(width)), empty, add, outlet, half):
                outlet.create(1)
                cells = first.cells[:width] + [""] * len(places)
                for place, state in states.items():
                    cells[width + place] = measure.aggregate.end(state)
                yield Record(first.number, first.line, cells, "", 1, None, first.source)

        return Bound(columns, reshape=reshape)
