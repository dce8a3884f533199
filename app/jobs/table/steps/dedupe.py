"""Step `dedupe`: one row for each key; the others are removed and counted."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from pydantic import Field, field_validator

from app.jobs.names import check, fill, safe
from app.jobs.table.columns import ALL, Columns
from app.jobs.table.keys import MARK_BYTES, Mark, MarkOf, marker
from app.jobs.table.row import BindContext, Bound, Outlet
from app.jobs.table.spill import Hoard, Item, Spool, pack, unpack, weight
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

    @property
    def holds(self) -> bool:
        """See `Step.holds`."""
        return True

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        mark = marker(columns.indexes(ALL if self.by is None else self.by), self._change())
        if self.keep == "last":
            return Bound(columns, whole=lambda rows, outlet: _lasts(rows, mark, outlet, context))
        return Bound(columns, whole=lambda rows, outlet: firsts(rows, mark, outlet.remove, context))

    def _change(self) -> Callable[[str], str] | None:
        trim, fold = "trim" in self.normalise, "casefold" in self.normalise
        if trim and fold:
            return lambda cell: cell.strip().casefold()
        return str.strip if trim else str.casefold if fold else None


def firsts(
    rows: Iterable[Record],
    mark: Callable[[list[str]], Mark | None],
    again: Callable[[Record], None],
    context: BindContext,
) -> Iterator[Record]:
    """The first row of each mark, and every row without one (None); the others go to `again`.

    Marks beyond the memory budget are left for another pass: rows that may bear one wait on the drive, in order.
    """
    room = context.memory // MARK_BYTES + 1
    waiting: Spool | None = None
    while True:
        seen: set[Mark] = set()
        later: Spool | None = None
        for row in rows:
            found = mark(row.cells)
            if found is None and later is None:
                yield row
            elif found in seen:
                again(row)
            elif found is not None and len(seen) < room:
                seen.add(found)
                yield row
            else:
                if later is None:
                    later = Spool(context.scratch)
                    context.spilled()
                later.add(pack(row), weight(row))
        if waiting is not None:
            waiting.close()
        if later is None:
            return
        waiting, rows = later, map(unpack, later.read(later.end_run()))


def _lasts(rows: Iterable[Record], mark: MarkOf, outlet: Outlet, context: BindContext) -> Iterator[Record]:
    """The last row of each mark, in the order of the table."""
    room = context.memory // 2 // MARK_BYTES + 1
    hoard = Hoard(context.memory // 2, context.scratch, context.spilled)
    keeps = bytearray()  # one byte a row: does it stay?

    def marks() -> Iterator[Item]:
        for row in rows:
            hoard.add(row)
            keeps.append(0)
            yield mark(row.cells), len(keeps) - 1

    pairs: Iterator[Item] = marks()
    waiting: Spool | None = None
    while True:
        last: dict[Mark, int] = {}
        later: Spool | None = None
        for found, position in pairs:
            if found in last or len(last) < room:
                last[found] = position
            else:
                later = later or Spool(context.scratch)
                later.add((found, position), MARK_BYTES)
        for position in last.values():
            keeps[position] = 1
        if waiting is not None:
            waiting.close()
        if later is None:
            break
        waiting, pairs = later, later.read(later.end_run())
    for row, stays in zip(hoard.take(), keeps, strict=True):
        if stays:
            yield row
        else:
            outlet.remove(row)
