"""Step `dedupe`: one row for each key; the others are removed and counted."""

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any, Literal

from pydantic import Field, field_validator

from app.jobs.names import check, fill, safe
from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound, Outlet
from app.jobs.table.steps.base import Names, Step
from app.jobs.tabular.values import Record


class Dedupe(Step):
    """Keep the `first` or the `last` row of those that are equal in the columns `by` (all by default).

    Kept rows stay in the order of the table. `normalise` only decides what is equal; it changes no cell.
    """

    do: Literal["dedupe"]
    by: Names | None = Field(default=None, description="Columns that make the key; all by default")
    keep: Literal["first", "last"] = Field(default="first", description="Which of equal rows stays")
    normalise: list[Literal["trim", "casefold"]] = Field(default_factory=list, description="Before comparing")

    duplicates: str | None = Field(
        default=None, description="Name of a file for the rows that go; {name} is the input's"
    )

    @field_validator("duplicates")
    @classmethod
    def _usable_name(cls, value: str | None) -> str | None:
        if value is None:
            return None
        check(value, frozenset({"name"}))
        name, changed = safe(fill(value, {"name": "a"}))
        if changed or "/" in value:
            raise ValueError(f'"{value}" cannot be the name of a file; "{name.rpartition("/")[2]}" could')
        return value if value.lower().endswith((".csv", ".txt", ".tsv")) else f"{value}.csv"

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        key = self._key(columns)
        return Bound(columns, whole=_first(key) if self.keep == "first" else _last(key))

    def _key(self, columns: Columns) -> Callable[[list[str]], object]:
        pick: Callable[[list[str]], object] = tuple
        if self.by is not None:
            pick = itemgetter(*columns.indexes(self.by))
        if not self.normalise:
            return pick
        trim, fold = "trim" in self.normalise, "casefold" in self.normalise

        def normalised(cells: list[str]) -> object:
            found: Any = pick(cells)
            values: tuple[str, ...] = (found,) if isinstance(found, str) else tuple(found)
            if trim:
                values = tuple(value.strip() for value in values)
            return tuple(value.casefold() for value in values) if fold else values

        return normalised


Key = Callable[[list[str]], object]


def _first(key: Key) -> Callable[[Iterable[Record], Outlet], Iterator[Record]]:
    def whole(rows: Iterable[Record], outlet: Outlet) -> Iterator[Record]:
        seen: set[object] = set()
        for row in rows:
            mark = key(row.cells)
            if mark in seen:
                outlet.remove(row)
            else:
                seen.add(mark)
                yield row

    return whole


def _last(key: Key) -> Callable[[Iterable[Record], Outlet], Iterator[Record]]:
    def whole(rows: Iterable[Record], outlet: Outlet) -> Iterator[Record]:
        kept: dict[object, Record] = {}
        for row in rows:
            mark = key(row.cells)
            earlier = kept.pop(mark, None)  # taken out, so that the row that stays keeps its own place
            if earlier is not None:
                outlet.remove(earlier)
            kept[mark] = row
        yield from kept.values()

    return whole
