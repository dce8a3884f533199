"""What one number or text stands for many rows: count, sum, mean and their like, over the cells of one column.

Owns: the names of the functions, their arithmetic (exact), their state as plain values that can wait on the drive. Must
not know groups or steps. Empty cells count for `count` alone (without a column).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.jobs.table.expression.numbers import calculate, read_number, write_number
from app.jobs.table.keys import marker
from app.jobs.table.row import Outlet
from app.jobs.tabular.values import Record, RowProblem

FUNCTIONS = ("count", "sum", "min", "max", "mean", "first", "last", "distinct")
STATE_BYTES = 200  # about what the state of one function takes
_SHOWN = 80  # characters of a value in a reason
_SPEC = re.compile(r"\s*(\w+)\s*(?:\(\s*(.*?)\s*\))?\s*", re.DOTALL)
_MARK = marker([0])


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One function. `start` makes a state, `add(state, cell)` takes a cell that is not empty (any, for `count` without
    a column), `end` gives the text of the result. `number`: cells must be numbers."""

    start: Callable[[], list[Any]]
    add: Callable[[list[Any], str], None]
    end: Callable[[list[Any]], str]
    number: bool = False


def parse_aggregate(text: str) -> tuple[str, str | None]:
    """(function, column or None) of `sum(amount)` or `count`. Raises ValueError in words."""
    match = _SPEC.fullmatch(text)
    name = match[1] if match else ""
    if match is None or name not in FUNCTIONS:
        raise ValueError(f'"{text}" is no aggregate; expected one of {", ".join(FUNCTIONS)} with a column: sum(amount)')
    column = match[2] or None
    if column is None and name != "count":
        raise ValueError(f'"{text}" needs a column: {name}(amount)')
    if column is not None and len(column) > 1 and column[0] == column[-1] and column[0] in "\"'":
        column = column[1:-1]
    return name, column


def _plus(state: list[Any], cell: str) -> None:
    value = read_number(cell)
    assert value is not None  # `countable` let it pass
    state[0] = value if state[0] is None else calculate("+", state[0], value)
    state[1] += 1


def _sum(state: list[Any]) -> str:
    return "" if state[0] is None else write_number(state[0])


def _mean(state: list[Any]) -> str:
    return "" if state[0] is None else write_number(calculate("/", state[0], Decimal(state[1])))


def _extreme(better: Callable[[Any, Any], bool]) -> Aggregate:
    """State: best text, best number, its text, whether all were numbers. Numbers are compared as such if all are."""

    def add(state: list[Any], cell: str) -> None:
        if state[0] is None or better(cell, state[0]):
            state[0] = cell
        if state[3]:
            value = read_number(cell)
            if value is None:
                state[3] = False
            elif state[1] is None or better(value, state[1]):
                state[1], state[2] = value, cell

    def end(state: list[Any]) -> str:
        return state[2] or "" if state[3] else state[0]

    return Aggregate(lambda: [None, None, None, True], add, end)


def _count(state: list[Any], cell: str) -> None:
    state[0] += 1


def _first(state: list[Any], cell: str) -> None:
    if state[0] is None:
        state[0] = cell


def _last(state: list[Any], cell: str) -> None:
    state[0] = cell


def _distinct(state: list[Any], cell: str) -> None:
    state[0].add(_MARK([cell]))


AGGREGATES: dict[str, Aggregate] = {
    "count": Aggregate(lambda: [0], _count, lambda state: str(state[0])),
    "sum": Aggregate(lambda: [None, 0], _plus, _sum, number=True),
    "mean": Aggregate(lambda: [None, 0], _plus, _mean, number=True),
    "min": _extreme(lambda one, two: one < two),
    "max": _extreme(lambda one, two: one > two),
    "first": Aggregate(lambda: [None], _first, lambda state: state[0] or ""),
    "last": Aggregate(lambda: [None], _last, lambda state: state[0] or ""),
    "distinct": Aggregate(lambda: [set()], _distinct, lambda state: str(len(state[0]))),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A function over the cells at `position` (None: over rows) of the column `name`."""

    aggregate: Aggregate
    position: int | None
    name: str

    def add(self, state: list[Any], cells: list[str], nulls: frozenset[str]) -> None:
        """Take a row's cells into `state`."""
        if self.position is None:
            self.aggregate.add(state, "")
            return
        cell = cells[self.position]
        if cell.strip() and cell not in nulls:
            self.aggregate.add(state, cell)


def not_summable(cell: str, name: str, nulls: frozenset[str]) -> RowProblem | None:
    """Why a `cell` of the column `name` cannot be summed, if it cannot. Empty ones are left out of sums."""
    if cell.strip() and cell not in nulls and read_number(cell) is None:
        return RowProblem("SCHEMA", f"not a number: {cell[:_SHOWN]}", name, cell)
    return None


def countable(
    rows: Iterable[Record], measures: Sequence[Measure], outlet: Outlet, nulls: frozenset[str]
) -> Iterator[Record]:
    """The rows whose cells can be summed where they must; a row that is rejected counts nowhere."""
    summed = [(m.position, m.name) for m in measures if m.aggregate.number and m.position is not None]
    for row in rows:
        for position, name in summed:
            cell = row.cells[position]
            problem = not_summable(cell, name, nulls)
            if problem is not None:
                outlet.reject(row, problem)
                break
        else:
            yield row
