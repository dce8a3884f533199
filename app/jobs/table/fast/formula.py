"""Formulas over all rows of a block at once: comparisons and arithmetic of numbers, comparisons of texts.

Must not know steps. What is not proved here (a spelling, an operator, a function) is left to the law: a formula of
another kind gives None, a row that is not known is worked out by the step's own function.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from app.jobs.table.columns import Columns
from app.jobs.table.expression import tree
from app.jobs.table.fast import fixed
from app.jobs.table.fast.block import Block
from app.jobs.table.fast.fixed import Bools, Fixed

_COMPARISONS = frozenset({"<", "<=", ">", ">=", "==", "!="})


@dataclass(frozen=True, slots=True)
class Truth:
    """What a condition gives for each row, where `known`."""

    holds: Bools
    known: Bools


def numbers(node: tree.Node, block: Block, columns: Columns) -> Fixed | None:
    """A formula that gives numbers."""
    match node:
        case tree.Literal(value=value) if isinstance(value, Decimal):
            return fixed.constant(value, len(block))
        case tree.Call(name="num", arguments=(tree.Column(name=name),)):
            return cells(block, columns.index(name))
        case tree.Call(name="round", arguments=(inner, *rest)):
            places = _places(tuple(rest))
            number = numbers(inner, block, columns) if places is not None else None
            return None if number is None or places is None else fixed.round_half_up(number, places)
        case tree.Unary(operator="-", operand=operand):
            number = numbers(operand, block, columns)
            return None if number is None else fixed.negated(number)
        case tree.Arithmetic(operator=sign, left=left, right=right) if sign in "+-*":
            one = numbers(left, block, columns)
            two = numbers(right, block, columns) if one is not None else None
            return None if one is None or two is None else fixed.calculate(sign, one, two)
    return None


def condition(node: tree.Node, block: Block, columns: Columns) -> Truth | None:
    """A formula that holds or does not."""
    match node:
        case tree.Compare(first=first, rest=((sign, other),)) if sign in _COMPARISONS:
            return _compared(first, sign, other, block, columns)
        case tree.Compare(first=tree.Column(name=name), rest=((("in" | "not in") as sign, tree.ListOf(items=items)),)):
            return _listed(name, items, sign == "in", block, columns)
        case tree.Logic(operator=word, left=left, right=right):
            one = condition(left, block, columns)
            two = condition(right, block, columns) if one is not None else None
            if one is None or two is None:
                return None
            holds = one.holds & two.holds if word == "and" else one.holds | two.holds
            return Truth(holds, one.known & two.known)
        case tree.Unary(operator="not", operand=operand):
            found = condition(operand, block, columns)
            return None if found is None else Truth(~found.holds, found.known)
    return None


def _compared(first: tree.Node, sign: str, other: tree.Node, block: Block, columns: Columns) -> Truth | None:
    if isinstance(first, tree.Column) and isinstance(other, tree.Literal) and isinstance(other.value, str):
        if sign not in ("==", "!="):
            return None
        return _listed(first.name, (other,), sign == "==", block, columns)
    one = numbers(first, block, columns)
    two = numbers(other, block, columns) if one is not None else None
    if one is None or two is None:
        return None
    found = fixed.compare(sign, one, two)
    return None if found is None else Truth(*found)


def _listed(name: str, items: tuple[tree.Node, ...], wanted: bool, block: Block, columns: Columns) -> Truth | None:
    texts = [item.value for item in items if isinstance(item, tree.Literal) and isinstance(item.value, str)]
    return listed(name, texts, wanted, block, columns) if len(texts) == len(items) else None


def listed(name: str, texts: Sequence[str], wanted: bool, block: Block, columns: Columns) -> Truth:
    """Whether a column's text is one of `texts` (`wanted`) or none of them: texts are equal where written alike."""
    written = block.slices(columns.index(name))
    values = frozenset(map(block.written, texts))
    if len(values) == 1:
        (only,) = values
        found = np.array([cell == only for cell in written], np.bool_)
    else:
        found = np.array([cell in values for cell in written], np.bool_)
    return Truth(found if wanted else ~found, np.ones(len(written), np.bool_))


def _places(arguments: tuple[tree.Node, ...]) -> int | None:
    """The second argument of `round`."""
    if not arguments:
        return 0
    node = arguments[0]
    if not isinstance(node, tree.Literal) or not isinstance(node.value, Decimal):
        return None
    places = node.value
    return int(places) if places == places.to_integral_value() and 0 <= places <= 9 else None


def cells(block: Block, position: int) -> Fixed | None:
    """The cells of a column of the text as numbers."""
    column = block.columns[position]
    if not isinstance(column, int) or not len(block):
        return None
    if column not in block.memo:
        ends = block.ends[:, column]
        block.memo[column] = fixed.read(block.body, block.ends[:, column - 1] + 1 if column else block.begin, ends)
    number: Fixed | None = block.memo[column]
    if number is None or len(block) == len(block.begin):
        return number
    return Fixed(number.values.take(block.rows), number.scale, number.known.take(block.rows), number.bound)
