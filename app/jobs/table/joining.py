"""The work of `join`: keys in memory, in several passes when they do not fit. Must not know recipes or files.

A pass holds as many keys of the other table as the memory budget takes. Rows that find their key are answered in that
pass, the others wait on the drive for the next one; the answers of all passes are merged in the order of the rows.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Literal

from app.jobs.table.keys import MARK_BYTES, Mark, marker
from app.jobs.table.row import BindContext, Outlet
from app.jobs.table.spill import Item, Spool, pack, unpack, weight
from app.jobs.tabular.values import Record

_Held = dict[Mark, list[list[str]]]  # key -> the cells that come along, of each row with that key


class Joiner:
    """One join. `left`, `right`: positions of the key; `taken`: positions of the columns that come along; `others`
    gives the rows of the other table; `where`, `other`: the names of the two."""

    def __init__(
        self,
        how: Literal["left", "inner", "anti"],
        left: Sequence[int],
        right: Sequence[int],
        taken: Sequence[int],
        others: Callable[[], Iterable[Record]],
        context: BindContext,
        where: str,
        other: str,
    ) -> None:
        self._how = how
        self._left, self._right = marker(left), marker(right)
        self._left_cells, self._right_cells = list(left), list(right)
        self._taken = list(taken)
        self._others = others
        self._context = context
        self._where, self._other = where, other
        self._grown = 0

    def run(self, rows: Iterable[Record], outlet: Outlet) -> Iterator[Record]:
        """The joined rows, in the order of `rows`."""
        held, rest = self._hold(iter(self._others()))
        if rest is None:
            for row in rows:
                yield from self._answer(row, held.get(self._key(row)), outlet)
        else:
            self._context.spilled()
            yield from self._in_passes(rows, held, rest, outlet)
        if self._grown:
            self._context.warn(
                "ROWS_GREW",
                f"{self._grown:,} more rows than {self._where} has: keys stand several times in {self._other}.",
            )

    def _key(self, row: Record) -> Mark:
        """The key of `row`; b"" for an empty one, which nothing has."""
        cells = row.cells
        return self._left(cells) if any(cells[i] for i in self._left_cells) else b""

    def _hold(self, others: Iterator[Record]) -> tuple[_Held, Spool | None]:
        """As many keys as the budget takes, and the rows of the others, if there are any."""
        held: _Held = {}
        free = self._context.memory // 2
        rest: Spool | None = None
        for row in others:
            if not any(row.cells[i] for i in self._right_cells):
                continue
            key = self._right(row.cells)
            if key in held or free > 0 or not held:  # one at least, so that every pass gets on
                cells = [row.cells[i] for i in self._taken]
                held.setdefault(key, []).append(cells)
                free -= MARK_BYTES + 56 + sum(56 + len(cell) for cell in cells)
            else:
                rest = rest or Spool(self._context.scratch)
                rest.add(pack(row), weight(row))
        return held, rest

    def _answer(self, row: Record, found: list[list[str]] | None, outlet: Outlet) -> Iterator[Record]:
        if self._how == "anti":
            if found is None:
                yield row
            else:
                outlet.remove(row)
        elif found is None and self._how == "inner":
            outlet.remove(row)
        elif found is None:
            row.cells = row.cells + [""] * len(self._taken)
            yield row
        else:
            self._grown += len(found) - 1
            outlet.create(len(found) - 1)
            for cells in found:
                yield Record(row.number, row.line, row.cells + cells, row.raw, row.lines, None, row.source)

    def _in_passes(self, rows: Iterable[Record], held: _Held, rest: Spool | None, outlet: Outlet) -> Iterator[Record]:
        answers = Spool(self._context.scratch)
        runs: list[list[tuple[int, int]]] = []
        waiting: Iterable[Item] = ((position, pack(row)) for position, row in enumerate(rows))
        old: Spool | None = None
        while True:
            later = Spool(self._context.scratch)
            for position, item in waiting:
                row = unpack(item)
                found = held.get(self._key(row))
                if found is None and rest is not None:
                    later.add((position, item), weight(row))
                else:
                    for answer in self._answer(row, found, outlet):
                        answers.add((position, pack(answer)), weight(answer))
            runs.append(answers.end_run())
            if old is not None:
                old.close()
            if rest is None:
                break
            others = rest
            held, rest = self._hold(map(unpack, others.read(others.end_run())))
            others.close()
            old, waiting = later, later.read(later.end_run())
        try:
            merged = heapq.merge(*(answers.read(run) for run in runs), key=itemgetter(0))
            yield from (unpack(item) for _, item in merged)
        finally:
            answers.close()
