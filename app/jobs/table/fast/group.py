"""Step `group` over blocks: counts and sums of a block at once, the rest cell by cell into the step's own states.

Must not know files or other steps. Raises Unfit where groups outgrow the memory budget: the law leaves rows on the
drive for another pass then.
"""

from collections.abc import Iterable, Iterator, Sequence
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

_KEEP = np.array([(1 << 8 * n) - 1 for n in range(9)], np.uint64)
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
        groups, which = self._groups_of(block)
        events.remove(self._name, len(block))
        for index, measure in enumerate(self._measures):
            number = None if measure.position is None else numbers.get(measure.position)
            self._add(index, measure, block, groups, which, number)

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

    def _groups_of(self, block: Block) -> tuple[list[int], Ints]:
        """The groups of which the block has rows, and which of these each row belongs to."""
        keys, first, which = _distinct(block, self._by)
        places, found = self._places, [0] * len(keys)
        for at in np.argsort(first).tolist():  # in the order in which they come
            key = keys[at]
            if key not in places:
                places[key] = len(places)
                self._begin(block, int(first[at]), len(key))
            found[at] = places[key]
        if self._most < 0:
            raise Unfit("more groups than the memory budget holds")
        return found, which

    def _begin(self, block: Block, row: int, length: int) -> None:
        cells = block.cells(row)
        first = block.record(row, cells)
        group = Record(first.number, first.line, [cells[place] for place in self._by], "", 1, None, first.source)
        self._groups.append((group, [measure.aggregate.start() for measure in self._measures]))
        self._most -= _GROUP_BYTES + MARK_BYTES + length + STATE_BYTES * len(self._measures)

    def _add(
        self, index: int, measure: Measure, block: Block, groups: list[int], which: Ints, number: Fixed | None
    ) -> None:
        states = [self._groups[group][1][index] for group in groups]
        place = measure.position
        if place is None:
            for state, count in zip(states, np.bincount(which, minlength=len(groups)).tolist(), strict=True):
                state[0] += count
            return
        unsure: Iterable[int] = range(len(block))
        if measure.aggregate.number and number is not None and number.bound * len(block) < 1 << 62:
            unsure = np.flatnonzero(~number.known).tolist()
            _add_sums(states, number, which)
            if not unsure:
                return
        cells, nulls, add = block.slices(place), self._nulls, measure.aggregate.add
        for row in unsure:
            cell = block.value(cells[row])
            if cell.strip() and cell not in nulls:
                add(states[int(which[row])], cell)


def _distinct(block: Block, places: Sequence[int]) -> tuple[Cells, Ints, Ints]:
    """The keys of a block, each once; the first row of each; which of them each row has."""
    column = block.columns[places[0]]
    if len(places) == 1 and isinstance(column, int):
        begin, end = block.bounds(column)
        length = end - begin
        if int(length.max()) <= len(_KEEP) - 1:
            # Short cells are numbers: their bytes, and zeros, which no text holds.
            text = np.frombuffer(block.body + bytes(8), np.uint8)
            windows: Any = np.ndarray((len(text) - 7,), "<u8", text, 0, (1,))
            numbers, first, which = np.unique(
                windows[begin] & _KEEP.take(length), return_index=True, return_inverse=True
            )
            return [number.to_bytes(8, "little").rstrip(b"\0") for number in numbers.tolist()], first, which
    columns = [block.slices(place) for place in places]
    keys = columns[0] if len(columns) == 1 else list(map(block.delimiter.join, zip(*columns, strict=True)))
    seen: dict[bytes, int] = {}
    which = np.fromiter((seen.setdefault(key, len(seen)) for key in keys), np.int64, len(keys))
    _, first = np.unique(which, return_index=True)
    return list(seen), first, which


def _add_sums(states: Sequence[list[Any]], number: Fixed, which: Ints) -> None:
    sure = which.take(np.flatnonzero(number.known))
    sums = np.zeros(len(states), np.int64)
    np.add.at(sums, sure, number.values.take(np.flatnonzero(number.known)))
    counts = np.bincount(sure, minlength=len(states))
    for state, total, count in zip(states, sums.tolist(), counts.tolist(), strict=True):
        if count:
            value = Decimal(total).scaleb(-number.scale)
            state[0] = value if state[0] is None else calculate("+", state[0], value)
            state[1] += count


def _only(number: Fixed | None, rows: list[int]) -> Fixed | None:
    if number is None:
        return None
    known: Bools = number.known.take(rows)
    return Fixed(number.values.take(rows), number.scale, known, number.bound)
