"""Templates: Jinja2 in its sandbox, over one row of a list.

Owns: what a template may do and how much it may produce, which fields it uses, what an empty cell means. Must not know:
messages, lists, files. Preflight renders in a worker process that can be stopped; what the sandbox does not stop (long
loops) ends there.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, nodes, pass_environment
from jinja2.exceptions import FilterArgumentError, SecurityError
from jinja2.filters import make_attrgetter
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.jobs.base import JobError
from app.jobs.mail.problem import Blocked

MAX_OUTPUT = 2_000_000  # characters of one rendered text; no letter is that long
_MAX_RANGE = 10_000
_MAX_POWER = 64
# Methods that make any length of text out of nothing; the sandbox of Jinja2 lets them pass.
_PADDING = frozenset({"ljust", "rjust", "center", "zfill", "expandtabs", "format", "format_map"})
_ARTICLES = ("The ", "A ", "An ")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SIGNS = frozenset(("{{", "{%", "{#"))  # a text without them is not changed by any row
_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?", re.ASCII)
ROW, ROWS = "row", "rows"  # what all cells of a row, and all rows of a group, are called
# What a template can do wrong while it runs: its own faults and those of the values in it.
_RUN_FAULTS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


class FieldEmpty(UndefinedError):
    """An empty cell was written out without a default. The message is the field's name."""


class EmptyCell(StrictUndefined):
    """An empty cell: false, equal to "", taken by `default` and `or`, but never written out by itself."""

    __slots__ = ()

    def __init__(self, field: str) -> None:
        super().__init__(hint=field, name=field, exc=FieldEmpty)

    def __bool__(self) -> bool:  # type: ignore[override]
        return False

    def __len__(self) -> int:  # type: ignore[override]
        return 0

    def __eq__(self, other: object) -> bool:  # type: ignore[override]
        return other == "" or isinstance(other, EmptyCell)

    def __ne__(self, other: object) -> bool:  # type: ignore[override]
        return not self == other

    def __hash__(self) -> int:  # type: ignore[override]
        return hash("")


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, with a limit on what can blow up a text."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" and (abs(right) > _MAX_POWER or abs(left) > MAX_OUTPUT):
            raise SecurityError("the power is too large")
        if operator == "*":
            for text, count in ((left, right), (right, left)):
                if hasattr(text, "__len__") and isinstance(count, int) and len(text) * count > MAX_OUTPUT:
                    raise SecurityError("the text is too long")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return attr not in _PADDING and super().is_safe_attribute(obj, attr, value)


def _range(*arguments: int) -> range:
    numbers = range(*arguments)
    if len(numbers) > _MAX_RANGE:
        raise SecurityError(f"range gives more than {_MAX_RANGE} numbers")
    return numbers


def _center(value: str, width: int = 80) -> str:
    return str(value).center(min(width, 1000))


def _number(value: Any, decimal: str = ".", thousands: str = "") -> Decimal:
    """`value` as an exact number, for sums: cells are text. `{{ amount | num(',', '.') }}` reads 1.234,50."""
    if isinstance(value, int | Decimal):
        return Decimal(value)
    if isinstance(value, float):
        return Decimal(repr(value))
    text = str(value).strip()
    if thousands:
        text = text.replace(thousands, "")
    if decimal != ".":
        text = text.replace(".", "?").replace(decimal, ".")
    if not _DECIMAL.fullmatch(text):
        raise FilterArgumentError(f"not a number: {str(value)[:40]}")
    return Decimal(text)


@pass_environment
def _sum(environment: _Sandbox, items: Iterable[Any], attribute: str | int | None = None, start: Any = 0) -> Decimal:
    """Jinja's `sum`, exact, and over cells that hold numbers as text."""
    if attribute is not None:
        items = map(make_attrgetter(environment, attribute), items)
    return sum((_number(item) for item in items), _number(start))


@cache
def _environment(html: bool) -> _Sandbox:
    environment = _Sandbox(
        autoescape=html, undefined=StrictUndefined, finalize=lambda value: "" if value is None else value, cache_size=0
    )
    environment.globals = {"range": _range}
    environment.filters |= {"center": _center, "num": _number, "sum": _sum}
    del environment.filters["format"]  # "%0100000000d"|format(1)
    return environment


class Template:
    """One compiled template. `fields`: the names it looks up; `where` names it in messages ("subject")."""

    def __init__(self, source: str, where: str, html: bool = False) -> None:
        """Raises JobError (PRE_TEMPLATE) naming line and mistake."""
        self.where = where
        self._same: str | None = None  # the text, where no row can change it
        self._within = where[0].lower() + where[1:] if where.startswith(_ARTICLES) else where  # not "To", a field
        environment = _environment(html)
        try:
            tree = environment.parse(source)
            self._template = environment.from_string(tree)
        except (TemplateError, RecursionError) as error:
            line = f" (line {error.lineno})" if isinstance(error, TemplateSyntaxError) else ""
            message = f"The template of {self._within} cannot be used{line}: {error}."
            raise JobError("PRE_TEMPLATE", message) from error
        self.fields = frozenset(find_undeclared_variables(tree) - {"range", ROW}) | _row_fields(tree)
        self._same = None if any(sign in source for sign in _SIGNS) else self.render({})

    def render(self, values: Mapping[str, Any]) -> str:
        """The text for one row. Raises Blocked: PRE_FIELD_EMPTY, PRE_FIELD_MISSING, PRE_TEMPLATE."""
        if self._same is not None:
            return self._same
        pieces, size = [], 0
        try:
            for piece in self._template.generate(values):
                size += len(piece)
                if size > MAX_OUTPUT:
                    raise SecurityError("the text is too long")
                pieces.append(piece)
        except FieldEmpty as error:
            message = (
                f'The field "{error.message}" is empty, and {self._within} uses it. Fill it in, or give a default.'
            )
            raise Blocked("PRE_FIELD_EMPTY", message) from error
        except UndefinedError as error:
            raise Blocked("PRE_FIELD_MISSING", f"{self.where}: {error.message}. Correct the name.") from error
        except _RUN_FAULTS as error:
            text = str(error) or type(error).__name__
            raise Blocked("PRE_TEMPLATE", f"The template of {self._within} stops at this row: {text}.") from error
        return "".join(pieces)


def _row_fields(tree: nodes.Template) -> frozenset[str]:
    """Columns named as `row['First Name']` or `row.city`."""
    names = set()
    for item in tree.find_all(nodes.Getitem):
        if _is_row(item.node) and isinstance(item.arg, nodes.Const) and isinstance(item.arg.value, str):
            names.add(item.arg.value)
    for attribute in tree.find_all(nodes.Getattr):
        if _is_row(attribute.node) and not hasattr(dict, attribute.attr):
            names.add(attribute.attr)
    return frozenset(names)


def _is_row(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == ROW


def check_fields(templates: Iterable[Template], names: Iterable[str], list_name: str, grouped: bool = False) -> None:
    """Raise JobError (PRE_FIELD_MISSING) for the first field that the list `list_name` does not have. `grouped`: there
    is `rows` besides."""
    known = set(names)
    for template in templates:
        missing = sorted(template.fields - known - ({ROWS} if grouped else set()))
        if missing:
            have = ", ".join(sorted(known)) or "none"
            message = (
                f'{template.where} uses the field "{missing[0]}", which {list_name} does not have. Its fields: {have}.'
            )
            raise JobError("PRE_FIELD_MISSING", message)


def values_of(names: Iterable[str], cells: Iterable[str], empty: Callable[[str], Any] = EmptyCell) -> dict[str, Any]:
    """What templates see of one row: each column by name where that is a name, and all of them in `row`."""
    row = {name: cell if cell.strip() else empty(name) for name, cell in zip(names, cells, strict=True)}
    values = {name: value for name, value in row.items() if _NAME.fullmatch(name)}
    values[ROW] = row
    return values


def values_of_group(
    names: Iterable[str], rows: Iterable[Iterable[str]], empty: Callable[[str], Any] = EmptyCell
) -> dict[str, Any]:
    """What templates see of a group: its first row as `values_of` gives it, and every row in the list `rows`."""
    every = [values_of(names, cells, empty) for cells in rows]
    return {**every[0], ROWS: [values[ROW] for values in every]}


def as_text(_: str) -> str:
    """The value of an empty cell for a row that a person lets go all the same."""
    return ""
