"""The checked tree of a formula, and what kind of value each node gives. Plain values; must not know evaluation."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ValueKind(StrEnum):
    """What is known of a value before any row is seen."""

    TEXT = "text"
    NUMBER = "number"
    BOOL = "yes or no"
    DATE = "a date"
    LIST = "a list"
    MAP = "a map"
    ANY = "anything"


@dataclass(frozen=True, slots=True)
class Node:
    """Base of all nodes. `at`: position in the source, from 0; `kind`: what it gives."""

    at: int
    kind: ValueKind


@dataclass(frozen=True, slots=True)
class Literal(Node):
    """A text, number or truth value."""

    value: str | Decimal | bool


@dataclass(frozen=True, slots=True)
class Column(Node):
    """A column's cell: text."""

    name: str


@dataclass(frozen=True, slots=True)
class ListOf(Node):
    """`[a, b]` or `(a, b)`."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class MapOf(Node):
    """`{"a": "b"}`; keys and values are literals."""

    pairs: tuple[tuple[str, str | Decimal], ...]


@dataclass(frozen=True, slots=True)
class Unary(Node):
    """`-x` or `not x`."""

    operator: str
    operand: Node


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    """`a + b` and its like."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """`a < b <= c`; operators also `in` and `not in`."""

    first: Node
    rest: tuple[tuple[str, Node], ...]


@dataclass(frozen=True, slots=True)
class Logic(Node):
    """`a and b`, `a or b`: the second is looked at only if it matters."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Choose(Node):
    """`a if condition else b`."""

    condition: Node
    then: Node
    otherwise: Node


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A function with its arguments."""

    name: str
    arguments: tuple[Node, ...]


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below `node`."""
    match node:
        case ListOf(items=items):
            return items
        case Unary(operand=operand):
            return (operand,)
        case Arithmetic(left=left, right=right) | Logic(left=left, right=right):
            return (left, right)
        case Compare(first=first, rest=rest):
            return (first, *(other for _, other in rest))
        case Choose(condition=condition, then=then, otherwise=otherwise):
            return (condition, then, otherwise)
        case Call(arguments=arguments):
            return arguments
    return ()


def columns(node: Node) -> list[Column]:
    """Every column that the formula names, from left to right."""
    if isinstance(node, Column):
        return [node]
    return [column for child in children(node) for column in columns(child)]
