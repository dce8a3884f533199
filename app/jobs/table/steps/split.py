"""Step `split`: one table becomes several files. It stands last; `parts.py` does the writing."""

from typing import Literal

from pydantic import Field, model_validator

from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound
from app.jobs.table.steps.base import Step


class Split(Step):
    """One file for each value of the column `by`, or for every `rows` rows; each has the header."""

    do: Literal["split"]
    by: str | None = Field(default=None, description="Column whose values make files")
    rows: int | None = Field(default=None, ge=1, description="Rows of one file")
    limit: int = Field(default=500, ge=1, le=100_000, description="Most files to write")

    @model_validator(mode="after")
    def _one_way(self) -> "Split":
        if (self.by is None) == (self.rows is None):
            raise ValueError('split takes either "by" or "rows"')
        return self

    @property
    def holds(self) -> bool:
        """See `Step.holds`."""
        return True

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`. Raises JobError HEADER; rows pass, and are shared out where they are written."""
        if self.by is not None:
            columns.index(self.by)
        return Bound(columns, lambda cells: cells)
