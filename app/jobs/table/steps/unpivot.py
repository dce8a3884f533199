"""Step `unpivot`: columns become rows: each row turns into one for each column that is not kept."""

from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import Field, model_validator

from app.jobs.base import JobError
from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound, Outlet
from app.jobs.table.steps.base import Names, Step
from app.jobs.tabular.values import Record, unique_names


class Unpivot(Step):
    """Repeat the columns `keep` for every other column, whose name goes to `names` and whose cell to `values`.

    Empty cells make rows too: nothing is left out.
    """

    do: Literal["unpivot"]
    keep: Names = Field(description="Columns to repeat")
    names: str = Field(default="name", min_length=1, description="Column for the names of the others")
    values: str = Field(default="value", min_length=1, description="Column for their cells")

    @model_validator(mode="after")
    def _names_apart(self) -> "Unpivot":
        if self.names == self.values or {self.names, self.values} & set(self.keep):
            raise ValueError('"keep", "names" and "values" must be different columns')
        return self

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        kept = columns.indexes(self.keep)
        turned = [i for i in range(len(columns.names)) if i not in set(kept)]
        if not turned:
            raise JobError("HEADER", f"The step unpivot keeps every column of {columns.where}. Leave one out at least.")
        names = [columns.names[i] for i in turned]

        def whole(rows: Iterable[Record], outlet: Outlet) -> Iterator[Record]:
            more = len(turned) - 1
            for row in rows:
                head = [row.cells[i] for i in kept]
                outlet.create(more)
                for name, position in zip(names, turned, strict=True):
                    cells = [*head, name, row.cells[position]]
                    yield Record(row.number, row.line, cells, row.raw, row.lines, None, row.source)

        old = columns.pick(kept)
        titles = (*old.titles, self.names, self.values)
        return Bound(
            Columns(tuple(unique_names([*old.names, self.names, self.values])), titles, columns.where), whole=whole
        )
