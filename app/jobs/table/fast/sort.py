"""Step `sort` over blocks: the text of all rows waits in a temporary file, their keys in memory.

Must not know files of jobs or other steps. Keys are ranked by the step's own rule, once a distinct value; rows are then
ordered by small numbers. Raises Unfit where the keys outgrow the memory budget: the law merges sorted runs then.
"""

import itertools
import mmap
import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import IO, Any

import numpy as np

from app.jobs.output import error_for
from app.jobs.table.columns import Columns
from app.jobs.table.fast import Unfit
from app.jobs.table.fast.block import Block
from app.jobs.table.fast.index import Ints
from app.jobs.table.row import BindContext
from app.jobs.table.steps.sort import Sort, ranker

_KEY_BYTES = 190  # about what a distinct value takes: its text, a number, a place in a dictionary, its rank
_ROW_BYTES = 40  # about what a row takes: where it lies, ranks, its place in the order
_AT_ONCE = 8192  # rows that are written at once


class Sorted:
    """Takes blocks, then gives their lines in order."""

    def __init__(self, step: Sort, columns: Columns, context: BindContext) -> None:
        self._context = context
        self._keys = [
            (columns.index(key.column), ranker(key.as_, key.descending, context.nulls), key.descending)
            for key in step.by
        ]
        self._codes: list[defaultdict[bytes, int]] = [defaultdict(itertools.count().__next__) for _ in self._keys]
        self._ranked: list[list[Ints]] = [[] for _ in self._keys]
        self._ends: list[Ints] = []
        self._values: list[Any] = [None] * len(self._keys)
        self._size = 0
        self._used = 0

    def run(self, blocks: Iterable[Block], newline: bytes) -> Iterator[bytes]:
        """The text of all rows, in pieces. Raises Unfit, JobError DISK_FULL and what `blocks` raise."""
        scratch = self._context.scratch
        try:
            # Without a name: not even a kill leaves it behind.
            with tempfile.TemporaryFile(prefix="dropmill-", dir=scratch) as spool:
                for block in blocks:
                    self._take(block, spool, newline)
                spool.flush()
                yield from self._given(spool)
        except OSError as error:
            folder = scratch or tempfile.gettempdir()
            raise error_for(error, os.path.join(folder, "a temporary file"), writing=True) from error

    def _take(self, block: Block, spool: IO[bytes], newline: bytes) -> None:
        if not len(block):
            return
        if block.whole and newline == b"\n":
            lengths = block.lengths()
            spool.write(block.render())
        else:
            lines = block.lines()
            lengths = np.fromiter(map(len, lines), np.int64, len(lines))
            spool.write(newline.join(lines) + newline)
        ends = np.cumsum(lengths + len(newline)) + self._size
        self._ends.append(ends)
        if self._size <= self._context.memory < int(ends[-1]):
            self._context.spilled()
        self._size = int(ends[-1])
        self._used += _ROW_BYTES * len(block)
        for (position, _, _), codes, ranked in zip(self._keys, self._codes, self._ranked, strict=True):
            before, cells = len(codes), block.slices(position)
            ranked.append(np.fromiter(map(codes.__getitem__, cells), np.int64, len(cells)).astype(np.int32))
            self._used += (len(codes) - before) * (_KEY_BYTES + len(cells[0]))
        if self._used > self._context.memory:
            raise Unfit("more keys to sort than the memory budget holds")
        self._value = block.value

    def _given(self, spool: IO[bytes]) -> Iterator[bytes]:
        if not self._size:
            return
        order = self._order()
        ends = np.concatenate(self._ends)
        self._ends.clear()
        begins = np.concatenate((np.zeros(1, np.int64), ends[:-1]))
        with mmap.mmap(spool.fileno(), 0, access=mmap.ACCESS_READ) as text:
            for start in range(0, len(order), _AT_ONCE):
                rows = order[start : start + _AT_ONCE]
                places = zip(begins.take(rows).tolist(), ends.take(rows).tolist(), strict=True)
                yield b"".join([text[a:b] for a, b in places])
                if hasattr(mmap, "MADV_DONTNEED"):
                    text.madvise(mmap.MADV_DONTNEED)  # or all of it would count as this process's memory

    def _order(self) -> Ints:
        """The rows, in order; equal ones as they came."""
        ranks = []
        for (_, rank, descending), codes, ranked in zip(self._keys, self._codes, self._ranked, strict=True):
            found = [rank(self._value(cell)) for cell in codes]
            distinct = sorted(range(len(found)), key=found.__getitem__)
            places = np.empty(len(found), np.int32)
            place = 0
            for at, code in enumerate(distinct):
                if at and found[code] != found[distinct[at - 1]]:
                    place += 1
                places[code] = -place if descending else place
            codes.clear()
            ranks.append(places.take(np.concatenate(ranked)))
            ranked.clear()
        return np.argsort(ranks[0], kind="stable") if len(ranks) == 1 else np.lexsort(ranks[::-1])
