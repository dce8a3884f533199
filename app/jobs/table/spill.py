"""Rows beyond memory: kept on the drive in order (`Spool`, `Hoard`) or sorted there (`sort_rows`).

Owns: how rows look in temporary files, how much they weigh in memory, the merge. Must not know steps or formats.

A temporary file has no name (or goes with the process that made it), so that not even a kill leaves one behind. Sorting
is by sorted runs and one stable merge (Knuth, The Art of Computer Programming, volume 3, section 5.4).
"""

import heapq
import marshal
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from app.jobs.output import error_for
from app.jobs.tabular.values import JsonLiteral, Record

BATCH = 256 * 1024  # bytes of rows that are written and read at once, by weight
FAN_IN = 64  # runs that are merged at once: each holds a batch in memory

Item = tuple[Any, ...]  # of text, numbers, bytes, None and tuples or lists of them: what marshal takes


def pack(row: Record) -> Item:
    """`row` as an item."""
    cells, literals = row.cells, None
    if JsonLiteral in map(type, cells):
        literals = [position for position, cell in enumerate(cells) if type(cell) is JsonLiteral]
        cells = list(map(str, cells))
    return (row.number, row.line, cells, row.raw, row.lines, row.source, literals)


def unpack(item: Item) -> Record:
    """The row that `pack` made `item` of."""
    number, line, cells, raw, lines, source, literals = item
    for position in literals or ():
        cells[position] = JsonLiteral(cells[position])
    return Record(number, line, cells, raw, lines, None, source)


def weight(row: Record) -> int:
    """About how many bytes `row` takes in memory: its objects, and its text (cells and raw)."""
    text = len(row.raw) or sum(map(len, row.cells))
    return 320 + 64 * len(row.cells) + 3 * text


class Spool:
    """Items on the drive, in the order in which they came. Any number of `runs` in one file without a name."""

    def __init__(self, scratch: str | None = None) -> None:
        self.count = 0
        self._scratch = scratch
        self._file: IO[bytes] | None = None
        self._end = 0
        self._batch: list[Item] = []
        self._weight = 0
        self._batches: list[tuple[int, int]] = []  # where each one lies: offset and length

    def add(self, item: Item, weighs: int) -> None:
        """Append `item`. Raises JobError DISK_FULL, WRITE_DENIED."""
        self.count += 1
        self._batch.append(item)
        self._weight += weighs
        if self._weight >= BATCH:
            self._flush()

    def end_run(self) -> list[tuple[int, int]]:
        """Close the run of items since the last call; what `read` needs to give them again."""
        self._flush()
        run, self._batches = self._batches, []
        return run

    def read(self, run: Iterable[tuple[int, int]]) -> Iterator[Item]:
        """The items of a `run`, in order. Several runs may be read at once."""
        for offset, length in run:
            if self._file is None:
                return
            self._file.seek(offset)
            yield from marshal.loads(self._file.read(length))  # our own bytes of a moment ago

    def close(self) -> None:
        """Give the room on the drive back."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def store(self, items: list[Item]) -> tuple[int, int]:
        """Put `items` on the drive at once; a run of this one place gives them again."""
        data = marshal.dumps(items)
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="dropmill-", dir=self._scratch)  # noqa: SIM115
            self._file.seek(self._end)
            self._file.write(data)
            self._file.flush()
        except OSError as error:
            folder = self._scratch or tempfile.gettempdir()
            raise error_for(error, os.path.join(folder, "a temporary file"), writing=True) from error
        self._end += len(data)
        return self._end - len(data), len(data)

    def _flush(self) -> None:
        if self._batch:
            self._batches.append(self.store(self._batch))
            self._batch, self._weight = [], 0


class Hoard:
    """Rows to be gone through again, in memory up to `memory` bytes, on the drive when there are more."""

    def __init__(self, memory: int, scratch: str | None, spilled: Callable[[], None]) -> None:
        """`spilled` is called when rows go to the drive for the first time."""
        self._rows: list[Record] = []
        self._free = memory
        self._scratch = scratch
        self._spilled = spilled
        self._spool: Spool | None = None

    def add(self, row: Record) -> None:
        """Keep `row`, whose cells must not be changed afterwards."""
        weighs = weight(row)
        if self._spool is None:
            self._rows.append(row)
            self._free -= weighs
            if self._free < 0:
                self._spool = Spool(self._scratch)
                self._spilled()
                for kept in self._rows:
                    self._spool.add(pack(kept), weight(kept))
                self._rows = []
        else:
            self._spool.add(pack(row), weighs)

    def take(self) -> Iterator[Record]:
        """The rows in order, once: what was given out is let go."""
        rows, self._rows = self._rows, []
        rows.reverse()
        while rows:
            yield rows.pop()
        if self._spool is not None:
            try:
                yield from map(unpack, self._spool.read(self._spool.end_run()))
            finally:
                self._spool.close()


Key = Callable[[Record], Any]


def sort_rows(
    rows: Iterable[Record],
    order: Callable[[list[Record]], None],
    key: Key,
    memory: int,
    scratch: str | None,
    spilled: Callable[[], None],
) -> Iterator[Record]:
    """`rows` sorted, equal ones in the order in which they came, with about `memory` bytes of them held at once.

    `order` sorts a list in place, stably, by the same rule as `key`, which merges what is on the drive. `spilled` is
    called when rows go there for the first time.
    """
    held: list[Record] = []
    free = memory
    spool: Spool | None = None
    runs: list[list[tuple[int, int]]] = []
    for row in rows:
        held.append(row)
        free -= weight(row)
        if free < 0:
            if spool is None:
                spool = Spool(scratch)
                spilled()
            order(held)
            runs.append(_run(spool, held))
            held, free = [], memory
    order(held)
    if spool is None:
        yield from held
        return
    try:
        runs.append(_run(spool, held))
        held = []
        while len(runs) > FAN_IN:
            groups = [runs[start : start + FAN_IN] for start in range(0, len(runs), FAN_IN)]
            runs = [_run(spool, _merge(spool, group, key)) for group in groups]
        yield from _merge(spool, runs, key)
    finally:
        spool.close()


def _run(spool: Spool, rows: Iterable[Record]) -> list[tuple[int, int]]:
    for row in rows:
        spool.add(pack(row), weight(row))
    return spool.end_run()


def _merge(spool: Spool, runs: list[list[tuple[int, int]]], key: Key) -> Iterator[Record]:
    """Rows of sorted runs in one order; of equal ones those of the earlier run come first."""
    return heapq.merge(*(map(unpack, spool.read(run)) for run in runs), key=key)
