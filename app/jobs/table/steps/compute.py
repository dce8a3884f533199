"""Step `compute`: columns by formula. A name that exists is replaced in its place, a new one is added at the end."""

from typing import Literal

from pydantic import Field

from app.jobs.table.columns import Columns
from app.jobs.table.expression import Function, bind, parse, to_cell
from app.jobs.table.row import BindContext, Bound, RowReject
from app.jobs.table.steps.base import Formula, Step


class Compute(Step):
    """`columns` {name: formula}, worked out in order: a formula sees the columns that stand before it here."""

    do: Literal["compute"]
    columns: dict[str, Formula] = Field(min_length=1, description="{name: formula}")

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        plan: list[tuple[str, int, Function]] = []
        for name, source in self.columns.items():
            function = bind(parse(source), columns, context)
            columns = columns.with_column(name)
            plan.append((name, columns.names.index(name), function))

        def each(cells: list[str]) -> list[str]:
            for name, position, function in plan:
                try:
                    value = to_cell(function(cells))
                except RowReject as reject:
                    problem = reject.problem
                    raise RowReject(problem.code, problem.reason, problem.column or name, problem.value) from reject
                if position < len(cells):
                    cells[position] = value
                else:
                    cells.append(value)
            return cells

        return Bound(columns, each)
