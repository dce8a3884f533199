"""Step `case`: upper, lower, title or folded case."""

import re
from collections.abc import Callable, Mapping
from typing import Literal

from pydantic import Field

from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound
from app.jobs.table.steps.base import NamesOrAll, Step
from app.jobs.table.steps.cells import on_cells

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def title(text: str) -> str:
    """Every word with a capital first. Unlike `str.title` an apostrophe does not begin a word (don't, O'neill)."""
    return _WORD.sub(lambda word: word[0][0].title() + word[0][1:].lower(), text)


_CHANGES: Mapping[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "title": title,
    "casefold": str.casefold,
}


class Case(Step):
    """Change the case of `columns`."""

    do: Literal["case"]
    columns: NamesOrAll
    to: Literal["upper", "lower", "title", "casefold"] = Field(description="The case to write")

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        return on_cells(columns, self.columns, _CHANGES[self.to])
