"""Step `replace`: find a text or a pattern in cells and put another text in its place."""

import re
from typing import Literal

from pydantic import Field, field_validator, model_validator

from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound, RowReject
from app.jobs.table.steps.base import NamesOrAll, Step
from app.jobs.table.steps.cells import on_cells
from app.jobs.table.steps.pattern import check_regex, replacement
from app.jobs.tabular.values import MAX_CELL


class Replace(Step):
    """Put `with` wherever `find` (a text) or `regex` ($1 = first group) is found."""

    do: Literal["replace"]
    columns: NamesOrAll
    find: str | None = Field(default=None, min_length=1, description="Text to find")
    regex: str | None = Field(default=None, min_length=1, description="Pattern to find")
    with_: str = Field(alias="with", description="What stands in its place; $1 = first group of the pattern")

    _regex = field_validator("regex")(check_regex)

    @model_validator(mode="after")
    def _one_way(self) -> "Replace":
        if (self.find is None) == (self.regex is None):
            raise ValueError('replace takes either "find" or "regex"')
        if self.regex is not None:
            replacement(self.regex, self.with_)
        return self

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        put = self.with_
        if self.find is not None:
            find = self.find
            growth = max(0, len(put) - len(find))

            def plain(cell: str) -> str:
                if growth and len(cell) + cell.count(find) * growth > MAX_CELL:
                    raise RowReject("FIELD_TOO_LONG", "the text is longer than 16 MB")
                return cell.replace(find, put)

            return on_cells(columns, self.columns, plain)
        pattern = re.compile(self.regex or "")
        give = replacement(self.regex or "", put)
        return on_cells(columns, self.columns, lambda cell: pattern.sub(give, cell))
