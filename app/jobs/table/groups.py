"""Rows gathered by a mark. Owns what happens when there are more groups than fit; must not know aggregates or recipes.

Groups beyond the memory budget are left for another pass: their rows wait on the drive, in order, so that groups come
out in the order in which they first came in, whatever fits.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from app.jobs.table.keys import MARK_BYTES, Mark, MarkOf
from app.jobs.table.row import BindContext, Outlet
from app.jobs.table.spill import Spool, pack, unpack, weight
from app.jobs.tabular.values import Record

State = TypeVar("State")


def narrowed(rows: Iterable[Record], positions: Sequence[int]) -> Iterator[Record]:
    """The rows with nothing but the cells at `positions`: all that has to be held of rows that do not come out."""
    for row in rows:
        cells = row.cells
        yield Record(row.number, row.line, [cells[i] for i in positions], "", row.lines, None, row.source)


def gathered(
    rows: Iterable[Record],
    mark: MarkOf,
    start: Callable[[], State],
    add: Callable[[State, Record], int],
    outlet: Outlet,
    context: BindContext,
) -> Iterator[tuple[Record, State]]:
    """(first row, state) of each group; every row is removed. `add` takes a row into a group's state and says by about
    how many bytes that made it grow."""
    waiting: Spool | None = None
    while True:
        groups: dict[Mark, tuple[Record, State]] = {}
        free = context.memory
        later: Spool | None = None
        for row in rows:
            key = mark(row.cells)
            group = groups.get(key)
            if group is None:
                if free < 0:
                    if later is None:
                        later = Spool(context.scratch)
                        context.spilled()
                    later.add(pack(row), weight(row))
                    continue
                group = groups[key] = (row, start())
                free -= weight(row) + MARK_BYTES
            free -= add(group[1], row)
            outlet.remove(row)
        yield from groups.values()
        if waiting is not None:
            waiting.close()
        if later is None:
            return
        waiting, rows = later, map(unpack, later.read(later.end_run()))
