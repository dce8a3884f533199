"""Step `group`: one row for each group of rows that are equal in some columns, with counts, sums and their like."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from app.jobs.table.aggregate import AGGREGATES, STATE_BYTES, Measure, countable, parse_aggregate
from app.jobs.table.columns import Columns
from app.jobs.table.groups import gathered, narrowed
from app.jobs.table.keys import marker
from app.jobs.table.row import BindContext, Bound, Outlet
from app.jobs.table.steps.base import Names, Step
from app.jobs.tabular.values import Record, unique_names


def _aggregate(text: str) -> str:
    parse_aggregate(text)
    return text


class Group(Step):
    """Group by the columns `by`, in the order in which groups first come. Every row that comes in is removed by this
    step, every group is a row that is created."""

    do: Literal["group"]
    by: Names = Field(description="Columns that make a group")
    columns: dict[str, Annotated[str, AfterValidator(_aggregate)]] = Field(
        default_factory=dict, description='{name: "count" | "sum(c)" | "min(c)" | …}'
    )

    @property
    def holds(self) -> bool:
        """See `Step.holds`."""
        return True

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        by, nulls = columns.indexes(self.by), context.nulls
        measures = self.measures(columns)
        held = list(dict.fromkeys([*by, *(m.position for m in measures if m.position is not None)]))
        narrow = [replace(m, position=None if m.position is None else held.index(m.position)) for m in measures]
        width = len(by)

        def add(states: list[list[Any]], row: Record) -> int:
            grown = 0
            if not states:
                states += [measure.aggregate.start() for measure in narrow]
                grown = STATE_BYTES * len(states)
            for measure, state in zip(narrow, states, strict=True):
                measure.add(state, row.cells, nulls)
            return grown

        def whole(rows: Iterable[Record], outlet: Outlet) -> Iterator[Record]:
            good = narrowed(countable(rows, measures, outlet, nulls), held)
            for first, states in gathered(good, marker(range(width)), list, add, outlet, context):
                outlet.create(1)
                values = [measure.aggregate.end(state) for measure, state in zip(narrow, states, strict=True)]
                yield Record(first.number, first.line, first.cells[:width] + values, "", 1, None, first.source)

        old = columns.pick(by)
        names = tuple(unique_names([*old.names, *self.columns]))
        return Bound(Columns(names, (*old.titles, *self.columns), columns.where), whole=whole)

    def measures(self, columns: Columns) -> list[Measure]:
        """What is worked out."""
        measures: list[Measure] = []
        for spec in self.columns.values():
            name, column = parse_aggregate(spec)
            position = None if column is None else columns.index(column)
            measures.append(Measure(AGGREGATES[name], position, column or ""))
        return measures
