"""Step `group` over blocks: counts and sums of a block at once, the rest cell by cell into the step's own states.

Must not know files or other steps. Raises Unfit where groups outgrow the memory budget: the law leaves rows on the
drive for another pass then.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import numpy as np

from app.jobs.table.aggregate import STATE_BYTES, Measure, not_summable
from app.jobs.table.columns import Columns
from app.jobs.table.expression.numbers import calculate
from app.jobs.table.fast import Unfit, formula
from app.jobs.table.fast.block import Block, Cells
from app.jobs.table.fast.fixed import Bools, Fixed
from app.jobs.table.fast.index import Ints
from app.jobs.table.fast.stages import Events
from app.jobs.table.keys import MARK_BYTES
from app.jobs.table.ledger import Ledger
from app.jobs.table.row import BindContext
from app.jobs.table.steps.group import Group
from app.jobs.tabular.values import Record

_GROUP_BYTES = 500  # about what the first row of a group takes


class Grouped:
    """Takes blocks, then gives a record for each group, in the order in which groups came."""

    def __init__(self, step: Group, name: str, columns: Columns, context: BindContext) -> None:
        self._name = name
        self._by = columns.indexes(step.by)
        self._measures = step.measures(columns)
        self._nulls = context.nulls
        self._places: dict[bytes, int] = {}
        self._groups: list[tuple[Record, list[list[Any]]]] = []
        self._most = context.memory

    def take(self, block: Block, events: Events) -> None:
        """All rows of a block."""
        numbers = self._numbers(block, events)
        rejected = {record.number for record, step in events.rejected if step == self._name}
        if rejected:
            kept = [row for row in range(len(block)) if block.number(row) not in rejected]
            numbers = {place: _only(number, kept) for place, number in numbers.items()}
            block = block.take(kept)
        if not len(block):
            return
        codes = self._codes(block)
        events.remove(self._name, len(block))
        for index, measure in enumerate(self._measures):
            self._add(index, measure, block, codes, numbers)

    def give(self, ledger: Ledger) -> Iterator[Record]:
        """One record for each group."""
        for first, states in self._groups:
            ledger.create(1)
            first.cells += [measure.aggregate.end(state) for measure, state in zip(self._measures, states, strict=True)]
            yield first

    def _numbers(self, block: Block, events: Events) -> dict[int, Fixed | None]:
        """The columns that are summed; a row with a cell that is no number there goes."""
        numbers: dict[int, Fixed | None] = {}
        gone: set[int] = set()
        for measure in self._measures:
            place = measure.position
            if place is None or not measure.aggregate.number or place in numbers:
                continue
            number = numbers[place] = None if self._nulls else formula.cells(block, place)
            unsure = range(len(block)) if number is None else np.flatnonzero(~number.known).tolist()
            cells = block.slices(place) if number is None or unsure else []
            for row in unsure:
                problem = None if row in gone else not_summable(block.value(cells[row]), measure.name, self._nulls)
                if problem is not None:
                    gone.add(row)
                    events.rejected.append((block.record(row, [], problem), self._name))
        return numbers

    def _codes(self, block: Block) -> Ints:
        """The group of each row."""
        columns = [block.slices(place) for place in self._by]
        keys = columns[0] if len(columns) == 1 else list(map(block.delimiter.join, zip(*columns, strict=True)))
        places = self._places
        new = [row for row, key in enumerate(keys) if key not in places and places.setdefault(key, len(places)) >= 0]
        for row in new:
            cells = [block.value(column[row]) for column in columns]
            first = block.record(row, cells)
            group = Record(first.number, first.line, cells, "", 1, None, first.source)
            self._groups.append((group, [measure.aggregate.start() for measure in self._measures]))
            self._most -= _GROUP_BYTES + MARK_BYTES + len(keys[row]) + STATE_BYTES * len(self._measures)
        if self._most < 0:
            raise Unfit("more groups than the memory budget holds")
        return np.fromiter(map(places.__getitem__, keys), np.int64, len(keys))

    def _add(self, index: int, measure: Measure, block: Block, codes: Ints, numbers: dict[int, Fixed | None]) -> None:
        groups, place = self._groups, measure.position
        if place is None:
            found, counts = np.unique(codes, return_counts=True)
            for group, count in zip(found.tolist(), counts.tolist(), strict=True):
                groups[group][1][index][0] += count
            return
        number = numbers.get(place) if measure.aggregate.number else None
        if number is None or number.bound * len(block) >= 1 << 62:
            self._add_cells(index, measure, block, block.slices(place), codes, range(len(block)))
            return
        unsure = np.flatnonzero(~number.known).tolist()
        self._add_sums(index, number, codes)
        if unsure:
            self._add_cells(index, measure, block, block.slices(place), codes, unsure)

    def _add_sums(self, index: int, number: Fixed, codes: Ints) -> None:
        sure = np.flatnonzero(number.known)
        found, inverse = np.unique(codes.take(sure), return_inverse=True)
        sums = np.zeros(len(found), np.int64)
        np.add.at(sums, inverse, number.values.take(sure))
        counts = np.bincount(inverse, minlength=len(found))
        for group, total, count in zip(found.tolist(), sums.tolist(), counts.tolist(), strict=True):
            state = self._groups[group][1][index]
            value = Decimal(total).scaleb(-number.scale)
            state[0] = value if state[0] is None else calculate("+", state[0], value)
            state[1] += count

    def _add_cells(
        self, index: int, measure: Measure, block: Block, cells: Cells, codes: Ints, rows: Iterable[int]
    ) -> None:
        nulls, add = self._nulls, measure.aggregate.add
        for row in rows:
            cell = block.value(cells[row])
            if cell.strip() and cell not in nulls:
                add(self._groups[int(codes[row])][1][index], cell)


def _only(number: Fixed | None, rows: list[int]) -> Fixed | None:
    if number is None:
        return None
    known: Bools = number.known.take(rows)
    return Fixed(number.values.take(rows), number.scale, known, number.bound)
