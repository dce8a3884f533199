"""Step `rename`: new names for columns, one by one or by a pattern."""

import re
from typing import Literal

from pydantic import Field, field_validator, model_validator

from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound
from app.jobs.table.steps.base import Step
from app.jobs.table.steps.pattern import check_regex, replacement


class Rename(Step):
    """Rename `columns` {old: new}, or every name that `regex` matches, by `with` ($1 = the first group)."""

    do: Literal["rename"]
    columns: dict[str, str] | None = Field(default=None, description="{old: new}")
    regex: str | None = Field(default=None, description="Pattern in column names")
    with_: str | None = Field(default=None, alias="with", description="What stands in its place; $1 = first group")

    _regex = field_validator("regex")(check_regex)

    @model_validator(mode="after")
    def _one_way(self) -> "Rename":
        if (self.columns is None) == (self.regex is None):
            raise ValueError('rename takes either "columns" or "regex"')
        if (self.regex is None) != (self.with_ is None):
            raise ValueError('"regex" and "with" belong together')
        if self.regex is not None and self.with_ is not None:
            replacement(self.regex, self.with_)
        if self.columns is not None and (not self.columns or "" in self.columns.values()):
            raise ValueError("a column needs a new name")
        if self.columns is not None and len(set(self.columns.values())) < len(self.columns):
            raise ValueError("two columns get the same name")
        return self

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        new: list[str | None] = [None] * len(columns.names)
        if self.columns is not None:
            for old, name in self.columns.items():
                new[columns.index(old)] = name
        elif self.regex is not None and self.with_ is not None:
            pattern, put = re.compile(self.regex), replacement(self.regex, self.with_)
            for position, old in enumerate(columns.names):
                name = pattern.sub(put, old)
                new[position] = name if name != old else None
        return Bound(columns.renamed(new), lambda cells: cells)
