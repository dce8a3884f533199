"""Steps on blocks: what each does with many rows at once, and which steps can.

Owns: the list of these steps. Must not know files or how blocks are made. Rows of which a step is not certain go
through the step's own function, one by one, with nothing but the cells that it looks at: one rule for each step.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

import numpy as np

from app.jobs.table.columns import Columns
from app.jobs.table.expression import parse, tree
from app.jobs.table.fast import Unfit, fixed, formula
from app.jobs.table.fast.block import Block, Cells, Column
from app.jobs.table.row import BindContext, Bound, Each, RowReject
from app.jobs.table.steps.base import Step
from app.jobs.table.steps.case import Case
from app.jobs.table.steps.compute import Compute
from app.jobs.table.steps.dedupe import Dedupe
from app.jobs.table.steps.fill import Fill
from app.jobs.table.steps.filter import Filter
from app.jobs.table.steps.map import Map
from app.jobs.table.steps.number import Number
from app.jobs.table.steps.rename import Rename
from app.jobs.table.steps.replace import Replace
from app.jobs.table.steps.select import Drop, Select
from app.jobs.table.steps.split import Split
from app.jobs.table.steps.trim import Trim
from app.jobs.tabular.values import Record

_KEY_BYTES = 130  # about what a key takes in a set, besides its own bytes (measured: 96 to 128)
_LONGEST_KEY = 32  # bytes; what is longer is told by its digest


@dataclass(slots=True)
class Events:
    """What steps do with the rows of one block besides handing them on."""

    rejected: list[tuple[Record, str]] = field(default_factory=list)
    removed: dict[str, int] = field(default_factory=dict)

    def remove(self, step: str, count: int) -> None:
        """`count` rows are taken out by `step`."""
        if count:
            self.removed[step] = self.removed.get(step, 0) + count


Stage = Callable[[Block, Events], Block]


def stage_of(step: Step, name: str, bound: Bound, columns: Columns, context: BindContext) -> Stage | None:
    """`step`, bound to `columns`, for blocks; None where it goes row by row."""
    if isinstance(step, (Select, Drop)):
        places = _picked(step, columns)
        return lambda block, events: replace(block, columns=tuple(block.columns[i] for i in places))
    if isinstance(step, (Rename, Split)):
        return lambda block, events: block
    if isinstance(step, Dedupe):
        return _Dedupe(step, name, columns, context) if step.keep == "first" and step.duplicates is None else None
    if bound.each is None:
        return None
    if isinstance(step, Filter):
        return _Filter(step, name, bound.each, columns, context)
    if isinstance(step, Compute):
        return _Compute(step, name, bound.each, columns, bound.columns, context)
    if isinstance(step, (Trim, Case, Replace, Fill, Map, Number)):
        places = columns.indexes(step.columns)
        return _Cellwise(name, bound.each, places) if len(places) == 1 else _Rowwise(name, bound.each, places, places)
    return None


def _picked(step: Select | Drop, columns: Columns) -> list[int]:
    named = columns.indexes(step.columns)
    return named if isinstance(step, Select) else [i for i in range(len(columns.names)) if i not in set(named)]


class _Filter:
    """Rows that meet a condition."""

    def __init__(self, step: Filter, name: str, each: Each, columns: Columns, context: BindContext) -> None:
        self._name = name
        self._each = each
        self._columns = columns
        self._tree = parse(step.where) if step.where is not None and not context.nulls else None
        self._list = (step.column, step.in_ if step.in_ is not None else step.not_in, step.in_ is not None)
        names = [c.name for c in tree.columns(parse(step.where))] if step.where is not None else [step.column or ""]
        self._places = sorted({columns.index(c) for c in names})

    def __call__(self, block: Block, events: Events) -> Block:
        truth = self._truth(block)
        if truth is None:
            return _each_row(block, self._name, self._each, self._places, range(len(block)), events)
        holds = truth.holds & truth.known
        unsure = np.flatnonzero(~truth.known).tolist()
        rejected = len(events.rejected)
        for row in unsure:
            holds[row] = _passes(block, row, self._name, self._each, events)
        kept = np.flatnonzero(holds)
        events.remove(self._name, len(block) - len(kept) - (len(events.rejected) - rejected))
        return block.take(kept)

    def _truth(self, block: Block) -> formula.Truth | None:
        column, values, wanted = self._list
        if column is not None and values is not None:
            return formula.listed(column, values, wanted, block, self._columns)
        return formula.condition(self._tree, block, self._columns) if self._tree is not None else None


def _passes(block: Block, row: int, name: str, each: Each, events: Events) -> bool:
    try:
        return each(block.cells(row)) is not None
    except RowReject as reject:
        events.rejected.append((block.record(row, [], reject.problem), name))
        return False


class _Compute:
    """Columns by formula: numbers all at once, the rest by the step's own function."""

    def __init__(
        self, step: Compute, name: str, each: Each, before: Columns, after: Columns, context: BindContext
    ) -> None:
        self._name = name
        self._each = each
        self._columns = before
        self._width = len(before.names)
        trees = {title: parse(source) for title, source in step.columns.items()}
        self._targets = [after.names.index(title) for title in trees]
        named = {c.name for node in trees.values() for c in tree.columns(node)}
        self._places = sorted(before.index(c) for c in named if c in before.names)
        earlier = [set(list(trees)[:i]) & {c.name for c in tree.columns(node)} for i, node in enumerate(trees.values())]
        plain = not context.nulls and not any(earlier)  # what sees an earlier formula's result is left to the step
        self._trees = list(trees.values()) if plain else None

    def __call__(self, block: Block, events: Events) -> Block:
        if self._trees is None or not len(block):
            return self._by_rows(block, events)
        found = []
        for node in self._trees:
            number = formula.numbers(node, block, self._columns)
            if number is None:
                return self._by_rows(block, events)
            found.append(number)
        known = np.logical_and.reduce([number.known for number in found])
        gone: set[int] = set()
        special: list[dict[int, bytes]] = [{} for _ in found]
        for row in np.flatnonzero(~known).tolist():
            cells = _result(block, row, self._name, self._each, block.cells(row), events)
            if cells is None:
                gone.add(row)
                continue
            for texts, target in zip(special, self._targets, strict=True):
                texts[row] = block.written(cells[target])
        made = [fixed.written(number, texts) for number, texts in zip(found, special, strict=True)]
        return _without(_with_columns(block, self._targets, made), gone)

    def _by_rows(self, block: Block, events: Events) -> Block:
        return _rowwise(block, self._name, self._each, self._places, self._targets, events)


class _Cellwise:
    """A function of the cells of one column: rows whose cell it leaves alone are not touched."""

    def __init__(self, name: str, each: Each, places: list[int]) -> None:
        self._name = name
        self._each = each
        (self._place,) = places

    def __call__(self, block: Block, events: Events) -> Block:
        place = self._place
        cells = block.slices(place)
        row_cells = [""] * len(block.columns)
        made: Cells = []
        gone: set[int] = set()
        each, value, written = self._each, block.value, block.written
        for row, cell in enumerate(cells):
            text = row_cells[place] = value(cell)
            try:
                changed = each(row_cells)
            except RowReject as reject:
                events.rejected.append((block.record(row, [], reject.problem), self._name))
                gone.add(row)
                made.append(b"")
                continue
            new = changed[place] if changed is not None else text
            made.append(cell if new == text else written(new))
        return _without(_with_columns(block, [place], [made]), gone)


class _Rowwise:
    """A function of the cells at `places`, which writes those at `targets`."""

    def __init__(self, name: str, each: Each, places: list[int], targets: list[int]) -> None:
        self._name = name
        self._each = each
        self._places = places
        self._targets = targets

    def __call__(self, block: Block, events: Events) -> Block:
        return _rowwise(block, self._name, self._each, self._places, self._targets, events)


def _rowwise(
    block: Block, name: str, each: Each, places: Sequence[int], targets: Sequence[int], events: Events
) -> Block:
    width = len(block.columns)
    values = [block.texts(place) for place in places]
    made: list[Cells] = [[] for _ in targets]
    gone: set[int] = set()
    written = block.written
    for row in range(len(block)):
        cells = [""] * width
        for place, texts in zip(places, values, strict=True):
            cells[place] = texts[row]
        changed = _result(block, row, name, each, cells, events)
        if changed is None:
            gone.add(row)
        for column, target in zip(made, targets, strict=True):
            column.append(b"" if changed is None else written(changed[target]))
    return _without(_with_columns(block, targets, made), gone)


def _result(block: Block, row: int, name: str, each: Each, cells: list[str], events: Events) -> list[str] | None:
    """What the step makes of a row; None and an event where it goes."""
    try:
        changed = each(cells)
    except RowReject as reject:
        events.rejected.append((block.record(row, [], reject.problem), name))
        return None
    if changed is None:
        events.remove(name, 1)
    return changed


def _each_row(block: Block, name: str, each: Each, places: Sequence[int], rows: Sequence[int], events: Events) -> Block:
    """The rows that the step keeps as they are."""
    cells = [""] * len(block.columns)
    values = [block.texts(place) for place in places]
    kept: list[int] = []
    for row in rows:
        for place, texts in zip(places, values, strict=True):
            cells[place] = texts[row]
        try:
            if each(cells) is not None:
                kept.append(row)
            else:
                events.remove(name, 1)
        except RowReject as reject:
            events.rejected.append((block.record(row, [], reject.problem), name))
    return block.take(kept)


def _with_columns(block: Block, targets: Sequence[int], made: Sequence[Column]) -> Block:
    columns: list[Column] = list(block.columns)
    for target, cells in zip(targets, made, strict=True):
        if target < len(columns):
            columns[target] = cells
        else:
            columns.append(cells)
    return replace(block, columns=tuple(columns))


def _without(block: Block, gone: set[int]) -> Block:
    return block.take([row for row in range(len(block)) if row not in gone]) if gone else block


class _Dedupe:
    """The first row of each key. Raises Unfit when the keys outgrow the memory budget."""

    def __init__(self, step: Dedupe, name: str, columns: Columns, context: BindContext) -> None:
        self._name = name
        self._places = columns.indexes("*" if step.by is None else step.by)
        self._seen: set[bytes] = set()
        self._free = context.memory
        trim, fold = "trim" in step.normalise, "casefold" in step.normalise
        self._change: Callable[[str], str] | None = None
        if trim or fold:
            self._change = lambda cell: (cell.strip() if trim else cell).casefold() if fold else cell.strip()

    def __call__(self, block: Block, events: Events) -> Block:
        keys = self._keys(block)
        seen, before = self._seen, len(self._seen)
        kept = []
        for row, key in enumerate(keys):
            if key not in seen:
                seen.add(key)
                kept.append(row)
        grown = len(seen) - before
        self._free -= grown * (_KEY_BYTES + (len(keys[kept[0]]) if kept else 0))
        if self._free < 0:
            raise Unfit("more keys than the memory budget holds")
        events.remove(self._name, len(block) - len(kept))
        return block.take(kept)

    def _keys(self, block: Block) -> Cells:
        """A key for each row. Written cells can be joined by the delimiter: no two rows give the same text."""
        columns = [self._cells(block, place) for place in self._places]
        keys = columns[0] if len(columns) == 1 else list(map(block.delimiter.join, zip(*columns, strict=True)))
        if max(map(len, keys), default=0) <= _LONGEST_KEY:
            return keys
        # A digest begins with a byte that no text begins with, so that it is no other row's text.
        return [k if len(k) <= _LONGEST_KEY else b"\xff" + blake2b(k, digest_size=16).digest() for k in keys]

    def _cells(self, block: Block, place: int) -> Cells:
        if self._change is None:
            return block.slices(place)
        return [block.written(self._change(text)) for text in block.texts(place)]
