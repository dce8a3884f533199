"""Step `number`: numbers of a known spelling written plainly, exact, rounded half-up where the recipe says so."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from app.jobs.table.columns import Columns
from app.jobs.table.expression import numbers
from app.jobs.table.row import BindContext, Bound, RowReject
from app.jobs.table.steps.base import NamesOrAll, Step

_SHOWN = 80  # characters of a value in a reason
_SPACES = " \u00a0\u202f\u2009"  # what people and programs put between thousands


class Number(Step):
    """Read the cells of `columns` with the marks `decimal` and `thousands`, and write them with a point, or with
    `to_decimal` and `to_thousands`. Thousands stand in groups of three or not at all. Empty cells stay empty.
    """

    do: Literal["number"]
    columns: NamesOrAll
    decimal: Literal[".", ",", "'", "·"] = Field(default=".", description="Mark before the decimals")
    thousands: Literal["", ".", ",", " ", "'", "’", "_"] = Field(default="", description="Mark between thousands")
    places: int | None = Field(default=None, ge=0, le=100, description="Decimals to round to, half-up")
    to_decimal: Literal[".", ","] = Field(default=".", description="Mark before the decimals to write")
    to_thousands: Literal["", ".", ",", " ", "'", "’"] = Field(
        default="", description="Mark between thousands to write"
    )

    @model_validator(mode="after")
    def _marks_apart(self) -> "Number":
        if self.decimal == self.thousands or self.to_decimal == self.to_thousands:
            raise ValueError("the decimal mark and the thousands mark must differ")
        return self

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        read, write = reader(self.decimal, self.thousands), _writer(self.to_decimal, self.to_thousands)
        positions, places, nulls = columns.indexes(self.columns), self.places, context.nulls

        def each(cells: list[str]) -> list[str]:
            for position in positions:
                cell = cells[position]
                if not cell.strip() or cell in nulls:
                    continue
                value = read(cell)
                if value is None:
                    raise RowReject("SCHEMA", f"not a number: {cell[:_SHOWN]}", columns.names[position], cell)
                cells[position] = write(value if places is None else numbers.round_half_up(value, places))
            return cells

        return Bound(columns, each)


def reader(decimal: str, thousands: str) -> Callable[[str], Decimal | None]:
    """A function that reads one number; it gives None for anything else."""
    between = f"[{_SPACES}]" if thousands == " " else re.escape(thousands)
    whole = rf"(?:\d{{1,3}}(?:{between}\d{{3}})+|\d+)" if thousands else r"\d+"
    pattern = re.compile(rf"([+-]?)({whole})?(?:{re.escape(decimal)}(\d*))?", re.ASCII)
    drop = str.maketrans("", "", _SPACES if thousands == " " else thousands)

    def read(cell: str) -> Decimal | None:
        match = pattern.fullmatch(cell.strip())
        if match is None or len(cell) > numbers.MAX_DIGITS or not (match[2] or match[3]):
            return None
        digits = (match[2] or "0").translate(drop)
        return numbers.read_number(f"{match[1]}{digits}.{match[3]}" if match[3] else f"{match[1]}{digits}")

    return read


def _writer(decimal: str, thousands: str) -> Callable[[Decimal], str]:
    if decimal == "." and not thousands:
        return numbers.write_number

    def write(value: Decimal) -> str:
        whole, _, part = numbers.write_number(value).partition(".")
        if thousands:
            whole = re.sub(r"\B(?=(?:\d{3})+$)", thousands, whole)
        return f"{whole}{decimal}{part}" if part else whole

    return write
