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
from app.jobs.table.spill import sort_rows
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

    @property
    def holds(self) -> bool:
        """See `Step.holds`."""
        return True

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        keys = [
            (_of_row(columns.index(key.column), ranker(key.as_, key.descending, context.nulls)), key.descending)
            for key in self.by
        ]

        def order(rows: list[Record]) -> None:
            for key, descending in reversed(keys):  # each pass is stable, so the last key is sorted by first
                rows.sort(key=key, reverse=descending)

        def merged(row: Record) -> tuple[Any, ...]:
            return tuple(_Reversed(key(row)) if descending else key(row) for key, descending in keys)

        def whole(rows: Iterable[Record], outlet: Outlet) -> Iterator[Record]:
            return sort_rows(rows, order, merged, context.memory, context.scratch, context.spilled)

        return Bound(columns, whole=whole)


class _Reversed:
    """A key that is compared the other way round."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Reversed) and bool(self.value == other.value)

    def __lt__(self, other: "_Reversed") -> bool:
        return bool(other.value < self.value)

    __hash__ = None  # type: ignore[assignment] # compared, never looked up


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


def _of_row(position: int, rank: Callable[[str], tuple[int, Any]]) -> Callable[[Record], tuple[int, Any]]:
    return lambda row: rank(row.cells[position])


def ranker(kind: str, descending: bool, nulls: frozenset[str]) -> Callable[[str], tuple[int, Any]]:
    """The key of a cell as `kind`: (0 fits, 1 does not fit, 2 empty; value). Negated where the order is reversed."""
    read = _READERS[kind]
    misfit, empty = (-1, -2) if descending else (1, 2)

    def key(cell: str) -> tuple[int, Any]:
        if not cell or cell in nulls:
            return empty, 0
        value = read(cell)
        return (misfit, 0) if value is None else (0, value)

    return key
