"""What all steps share. Must not know any step."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from app.jobs.recipe import Part
from app.jobs.table.columns import Columns
from app.jobs.table.expression import ExpressionError, parse
from app.jobs.table.row import BindContext, Bound


class Step(Part):
    """One step of a recipe, as written. `bind` turns it into a function when the table's header is known."""

    do: str

    @property
    def holds(self) -> bool:
        """Whether many rows (or their keys) are held at once, up to the memory budget; the others stream."""
        return False

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """This step for a table with `columns`. Raises JobError HEADER or EXPRESSION."""
        raise NotImplementedError


def _distinct(names: list[str]) -> list[str]:
    for position, name in enumerate(names):
        if name in names[:position]:
            raise ValueError(f'the column "{name}" is named twice')
    return names


def _formula(source: str) -> str:
    try:
        parse(source)
    except ExpressionError as error:
        raise ValueError(f"the formula {source[:80]!r}: {error}") from error
    return source


Names = Annotated[list[str], Field(min_length=1, description="Column names"), AfterValidator(_distinct)]
NamesOrAll = Annotated[Names | Literal["*"], Field(description='Column names, or "*" for all columns')]
Formula = Annotated[str, AfterValidator(_formula)]
