"""Step `sort`: stable; empty cells and cells that do not fit come last in either direction; drops nothing."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal

from pydantic import Field

from app.jobs.recipe import Strict
from app.jobs.table.columns import Columns
from app.jobs.table.expression.dates import read_iso
from app.jobs.table.expression.numbers import read_number
from app.jobs.table.row import BindContext, Bound, Outlet
from app.jobs.table.steps.base import Step
from app.jobs.tabular.values import Record

_DIGITS = re.compile(r"(\d+)", re.ASCII)


class SortKey(Strict):
    """One column to sort by."""

    column: str
    as_: Literal["text", "number", "natural", "date"] = Field(default="text", alias="as", description="How to compare")
    descending: bool = False


class Sort(Step):
    """Sort by the first key, equal rows by the second, and so on."""

    do: Literal["sort"]
    by: list[SortKey] = Field(min_length=1, description="Keys, the most important first")

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        keys = [
            (_rank(columns.index(key.column), _READERS[key.as_], key.descending, context.nulls), key.descending)
            for key in self.by
        ]

        def whole(rows: Iterable[Record], outlet: Outlet) -> Iterator[Record]:
            found = list(rows)
            for key, descending in reversed(keys):  # each pass is stable, so the last key is sorted by first
                found.sort(key=key, reverse=descending)
            yield from found

        return Bound(columns, whole=whole)


def natural(text: str) -> tuple[tuple[int, Any], ...]:
    """A key that orders runs of digits by value: item 9 before item 10; case does not count."""
    parts = _DIGITS.split(text.casefold())
    return tuple((1, (len(p.lstrip("0")), p.lstrip("0"), p)) if i % 2 else (0, p) for i, p in enumerate(parts))


_READERS: Mapping[str, Callable[[str], Any]] = {
    "text": str,
    "number": read_number,
    "natural": natural,
    "date": read_iso,
}


def _rank(
    position: int, read: Callable[[str], Any], descending: bool, nulls: frozenset[str]
) -> Callable[[Record], tuple[int, Any]]:
    """(0 fits, 1 does not fit, 2 empty; value). Ranks are negated where the whole order is reversed."""
    misfit, empty = (-1, -2) if descending else (1, 2)

    def key(row: Record) -> tuple[int, Any]:
        cell = row.cells[position]
        if not cell or cell in nulls:
            return empty, 0
        value = read(cell)
        return (misfit, 0) if value is None else (0, value)

    return key
