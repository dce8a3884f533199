"""Step `date`: dates of known formats written in another. Nothing is guessed: a cell that two of the formats read as
different days rejects its row."""

import datetime
from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from app.jobs.table.columns import Columns
from app.jobs.table.expression import dates
from app.jobs.table.row import BindContext, Bound, Each, RowReject
from app.jobs.table.steps.base import NamesOrAll, Step

_SHOWN = 80  # characters of a value in a reason


def _format(value: str) -> str:
    dates.check_format(value)
    return value


_Format = Annotated[str, Field(min_length=1), AfterValidator(_format)]


class Date(Step):
    """Read the cells of `columns` by one of the formats `from` (ISO without any) and write them as `to`.

    Formats use %Y %y %m %d %H %M %S %j %b %B %%. Empty cells stay empty.
    """

    do: Literal["date"]
    columns: NamesOrAll
    from_: list[_Format] = Field(default_factory=list, alias="from", description="Formats that the cells have")
    to: _Format = Field(default="%Y-%m-%d", description="Format to write")

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        return Bound(columns, self._each(columns, columns.indexes(self.columns), context))

    def _each(self, columns: Columns, positions: list[int], context: BindContext) -> Each:
        read, to, nulls = self._reader(), self.to, context.nulls

        def each(cells: list[str]) -> list[str]:
            for position in positions:
                cell = cells[position]
                if not cell.strip() or cell in nulls:
                    continue
                try:
                    found = read(cell)
                except _Ambiguous as two:
                    raise RowReject("AMBIGUOUS_DATE", str(two), columns.names[position], cell) from two
                if found is None:
                    raise RowReject("SCHEMA", f"not a date: {cell[:_SHOWN]}", columns.names[position], cell)
                cells[position] = dates.write_date(found, to)
            return cells

        return each

    def _reader(self) -> Callable[[str], datetime.datetime | None]:
        formats = self.from_
        if not formats:
            return dates.read_iso
        if len(formats) == 1:
            return lambda cell: dates.read_date(cell, formats[0])

        def read(cell: str) -> datetime.datetime | None:
            found = [date for form in formats if (date := dates.read_date(cell, form)) is not None]
            other = next((date for date in found if date != found[0]), None)
            if other is not None:
                one, two = dates.iso_text(found[0]), dates.iso_text(other)
                raise _Ambiguous(f"{cell[:_SHOWN]} can be {one} or {two}")
            return found[0] if found else None

        return read


class _Ambiguous(ValueError):
    """Two formats read a cell as different days."""
