"""Step `filter`: keep the rows that meet a condition; the others are removed and counted."""

from typing import Literal

from pydantic import Field, model_validator

from app.jobs.table.columns import Columns
from app.jobs.table.expression import bind, parse, to_cell
from app.jobs.table.expression.tree import ValueKind
from app.jobs.table.row import BindContext, Bound, Each, RowReject
from app.jobs.table.steps.base import Formula, Step


class Filter(Step):
    """Keep rows `where` a formula holds, or whose `column` is `in` (`not_in`) a list of texts."""

    do: Literal["filter"]
    where: Formula | None = Field(default=None, description="Formula that holds for the rows to keep")
    column: str | None = Field(default=None, description="Column to compare")
    in_: list[str] | None = Field(default=None, alias="in", description="Keep rows with one of these values")
    not_in: list[str] | None = Field(default=None, description="Keep rows with none of these values")

    @model_validator(mode="after")
    def _one_way(self) -> "Filter":
        if (self.where is None) == (self.column is None):
            raise ValueError('filter takes either "where" or "column"')
        if self.where is not None and (self.in_ is not None or self.not_in is not None):
            raise ValueError('"in" and "not_in" belong to "column"')
        if self.column is not None and (self.in_ is None) == (self.not_in is None):
            raise ValueError('"column" takes either "in" or "not_in"')
        if self.where is not None and parse(self.where).kind not in (ValueKind.BOOL, ValueKind.ANY):
            raise ValueError(f"the formula {self.where[:80]!r} gives {parse(self.where).kind}, not yes or no")
        return self

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        return Bound(columns, self._condition(columns, context) if self.where is not None else self._list(columns))

    def _condition(self, columns: Columns, context: BindContext) -> Each:
        holds = bind(parse(self.where or ""), columns, context)

        def each(cells: list[str]) -> list[str] | None:
            answer = holds(cells)
            if answer is True:
                return cells
            if answer is False:
                return None
            raise RowReject("EXPRESSION", f"neither yes nor no: {to_cell(answer)[:80]}")

        return each

    def _list(self, columns: Columns) -> Each:
        position = columns.index(self.column or "")
        if self.in_ is not None:
            wanted = frozenset(self.in_)
            return lambda cells: cells if cells[position] in wanted else None
        unwanted = frozenset(self.not_in or ())
        return lambda cells: None if cells[position] in unwanted else cells
