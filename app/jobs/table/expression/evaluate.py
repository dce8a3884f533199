"""Binding a tree to the columns of a table: closures over a row's cells. Must not know steps, files or grammar."""

import datetime
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from app.jobs.base import JobError
from app.jobs.table.columns import Columns
from app.jobs.table.expression import dates, numbers, tree
from app.jobs.table.expression.functions import FUNCTIONS, Value, to_number, to_text
from app.jobs.table.row import BindContext, RowReject

Function = Callable[[list[str]], Value]
to_cell = to_text

_ORDER: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def bind(node: tree.Node, columns: Columns, context: BindContext) -> Function:
    """`node` as a function of a row's cells. Raises JobError HEADER for an unknown column; the function raises
    RowReject, which names the first column of the formula."""
    return _Binder(columns, context).bind(node)


class _Binder:
    def __init__(self, columns: Columns, context: BindContext) -> None:
        self._columns = columns
        self._context = context

    def bind(self, node: tree.Node) -> Function:
        """The closure for `node`."""
        match node:
            case tree.Literal(value=value):
                return lambda cells: value
            case tree.Column(name=name):
                return self._column(name)
            case tree.ListOf(items=items):
                parts = [self.bind(item) for item in items]
                return lambda cells: [part(cells) for part in parts]
            case tree.MapOf(pairs=pairs):
                table = dict(pairs)
                return lambda cells: table
            case tree.Unary(operator=sign, operand=operand):
                return _negate(self.bind(operand)) if sign == "-" else _invert(self.bind(operand))
            case tree.Arithmetic(operator=sign, left=left, right=right):
                return _arithmetic(sign, self.bind(left), self.bind(right))
            case tree.Compare(first=first, rest=rest):
                return _compare(self.bind(first), [(sign, self.bind(other)) for sign, other in rest])
            case tree.Logic(operator=word, left=left, right=right):
                return _logic(word, self.bind(left), self.bind(right))
            case tree.Choose(condition=condition, then=then, otherwise=otherwise):
                return _choose(self.bind(condition), self.bind(then), self.bind(otherwise))
            case tree.Call(name=name, arguments=arguments):
                return self._call(name, arguments)
        raise JobError("INTERNAL", f"A formula holds a part that cannot be worked out ({type(node).__name__}).")

    def _column(self, name: str) -> Function:
        position, nulls = self._columns.index(name), self._context.nulls
        if not nulls:
            return operator.itemgetter(position)

        def cell(cells: list[str]) -> str:
            value = cells[position]
            return "" if value in nulls else value

        return cell

    def _call(self, name: str, arguments: tuple[tree.Node, ...]) -> Function:
        if name == "today":
            now = datetime.datetime.combine(self._context.today, datetime.time())
            return lambda cells: now
        call = FUNCTIONS[name].call
        parts = [self.bind(argument) for argument in arguments]
        column = next((c.name for argument in arguments for c in tree.columns(argument)), "")

        first = parts[0] if len(parts) == 1 else None

        def function(cells: list[str]) -> Value:
            try:
                return call(first(cells)) if first is not None else call(*[part(cells) for part in parts])
            except RowReject as reject:
                if reject.problem.column or not column:
                    raise
                problem = reject.problem
                raise RowReject(problem.code, problem.reason, column, problem.value) from reject

        return function


def _truth(value: Value) -> bool:
    if isinstance(value, bool):
        return value
    raise RowReject("EXPRESSION", f"neither yes nor no: {to_text(value)[:80]}")


def _negate(part: Function) -> Function:
    def negate(cells: list[str]) -> Value:
        number = to_number(part(cells))
        return "" if isinstance(number, str) else number.copy_negate()

    return negate


def _invert(part: Function) -> Function:
    return lambda cells: not _truth(part(cells))


def _logic(word: str, left: Function, right: Function) -> Function:
    if word == "and":
        return lambda cells: _truth(left(cells)) and _truth(right(cells))
    return lambda cells: _truth(left(cells)) or _truth(right(cells))


def _choose(condition: Function, then: Function, otherwise: Function) -> Function:
    return lambda cells: then(cells) if _truth(condition(cells)) else otherwise(cells)


def _arithmetic(sign: str, left: Function, right: Function) -> Function:
    calculate = numbers.calculate

    def arithmetic(cells: list[str]) -> Value:
        one, two = to_number(left(cells)), to_number(right(cells))
        if isinstance(one, str) or isinstance(two, str):
            return ""  # empty stays empty
        return calculate(sign, one, two)

    return arithmetic


def _compare(first: Function, rest: list[tuple[str, Function]]) -> Function:
    if len(rest) == 1:
        ((sign, other),) = rest
        return lambda cells: _holds(first(cells), sign, other(cells))

    def chain(cells: list[str]) -> bool:
        left = first(cells)
        for sign, part in rest:
            right = part(cells)
            if not _holds(left, sign, right):
                return False
            left = right
        return True

    return chain


def _holds(left: Value, sign: str, right: Value) -> bool:
    """One comparison. Empty is never less or greater than a number or a date, and equals only empty."""
    if sign in ("in", "not in"):
        return _contains(left, right) is (sign == "in")
    if type(left) is not type(right):
        left, right = _alike(left, right)
    if sign == "==":
        return bool(left == right)
    if sign == "!=":
        return bool(left != right)
    if type(left) is not type(right) and not (isinstance(left, str) and isinstance(right, str)):
        if left == "" or right == "":
            return False
        raise RowReject("EXPRESSION", f"{to_text(left)[:40]} cannot be compared with {to_text(right)[:40]}")
    if isinstance(left, (list, dict)):
        raise RowReject("EXPRESSION", "lists have no order")
    return _ORDER[sign](left, right)


def _contains(left: Value, right: Value) -> bool:
    if isinstance(right, str):
        return to_text(left) in right
    if isinstance(right, list):
        return any(_holds(left, "==", item) for item in right)
    raise RowReject("EXPRESSION", "looking into neither a list nor a text")


def _alike(left: Value, right: Value) -> tuple[Value, Value]:
    """A date beside a text: the text is read as an ISO date, if it is one."""
    if isinstance(left, datetime.datetime) and isinstance(right, str):
        return left, dates.read_iso(right) or right
    if isinstance(right, datetime.datetime) and isinstance(left, str):
        return dates.read_iso(left) or left, right
    if isinstance(left, bool) is not isinstance(right, bool):
        return (to_text(left) if isinstance(left, bool) else left), (
            to_text(right) if isinstance(right, bool) else right
        )
    if isinstance(left, Decimal) and isinstance(right, str) and right:
        return left, numbers.read_number(right) or right
    return left, right
