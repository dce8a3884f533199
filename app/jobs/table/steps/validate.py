"""Step `validate`: rows that break a rule go to the rejects file, with what is wrong; the others are not changed."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, field_validator, model_validator

from app.jobs.recipe import Strict
from app.jobs.table.columns import Columns
from app.jobs.table.expression import bind, dates, parse
from app.jobs.table.expression.numbers import read_number
from app.jobs.table.keys import Mark, marker
from app.jobs.table.row import BindContext, Bound, Outlet, RowReject
from app.jobs.table.steps.base import Formula, Step
from app.jobs.table.steps.dedupe import firsts
from app.jobs.table.steps.pattern import check_regex
from app.jobs.tabular.values import Record, RowProblem

_SHOWN = 80  # characters of a value in a reason
_ADDRESS = re.compile(r"[^\s@,;<>\"]+@[^\s@,;<>\"]+\.[^\s@,;<>\".]{2,}")
_BOOLEANS = frozenset({"true", "false", "yes", "no", "1", "0"})

Type = Literal["text", "integer", "number", "date", "email", "boolean"]
Problem = Callable[[str], str | None]  # what is wrong with a cell, in words, or None


def _bound(value: str | int | float | None) -> str | int | float | None:
    if isinstance(value, bool):
        raise ValueError("a limit is a number or a text")
    return value


_Limit = Annotated[str | int | float | None, AfterValidator(_bound)]


class ColumnRules(Strict):
    """What the cells of one column must be. All but `required` let empty cells pass."""

    required: bool = Field(default=False, description="No empty cell")
    unique: bool = Field(default=False, description="No value twice; later rows with it are rejected")
    type: Type = Field(default="text", description="What a cell must read as")
    min: _Limit = Field(default=None, description="Smallest value: a number, an ISO date or a text")
    max: _Limit = Field(default=None, description="Largest value")
    length: int | tuple[int, int] | None = Field(default=None, description="Characters: exactly n, or [least, most]")
    regex: str | None = Field(default=None, description="Pattern of the whole cell")
    in_: list[str] | None = Field(default=None, alias="in", min_length=1, description="The values allowed")

    _regex = field_validator("regex")(check_regex)

    @model_validator(mode="after")
    def _limits_fit(self) -> "ColumnRules":
        for limit in (self.min, self.max):
            if limit is not None and _limit(limit, self.type) is None:
                raise ValueError(f'the limit "{limit}" is not {_WORDS.get(self.type, "a text")}')
        both = self.min is not None and self.max is not None
        if both and self.type == "text" and isinstance(self.min, str) is not isinstance(self.max, str):
            raise ValueError('"min" and "max" must be two numbers or two texts')
        if isinstance(self.length, tuple) and self.length[0] > self.length[1]:
            raise ValueError("the least length is above the most")
        return self


class Rule(Strict):
    """A named formula that must hold for every row."""

    name: str = Field(min_length=1, description="What the rejects file says")
    check: Formula = Field(description="Formula that holds for good rows")


class Validate(Step):
    """Check rows by `columns` {name: rules} and by `rules` across columns, in this order."""

    do: Literal["validate"]
    columns: dict[str, ColumnRules] = Field(default_factory=dict, description="{column: rules}")
    rules: list[Rule] = Field(default_factory=list, description="Rules across columns")

    @model_validator(mode="after")
    def _something(self) -> "Validate":
        if not self.columns and not self.rules:
            raise ValueError('validate needs "columns" or "rules"')
        return self

    @property
    def holds(self) -> bool:
        """See `Step.holds`."""
        return any(rules.unique for rules in self.columns.values())

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        each = self._each(columns, context)
        unique = [(columns.index(name), name) for name, rules in self.columns.items() if rules.unique]
        if not unique:
            return Bound(columns, each)

        def whole(rows: Iterable[Record], outlet: Outlet) -> Iterator[Record]:
            found = _passing(rows, each, outlet)
            for position, name in unique:
                found = firsts(found, _filled(position, context.nulls), _repeated(position, name, outlet), context)
            return found

        return Bound(columns, whole=whole)

    def _each(self, columns: Columns, context: BindContext) -> Callable[[list[str]], list[str]]:
        cells_rules = [
            (columns.index(name), name, _checks(rules), rules.required) for name, rules in self.columns.items()
        ]
        across = [(rule.name, bind(parse(rule.check), columns, context)) for rule in self.rules]
        nulls = context.nulls

        def each(cells: list[str]) -> list[str]:
            for position, name, checks, required in cells_rules:
                cell = cells[position]
                if not cell or cell in nulls:
                    if required:
                        raise RowReject("SCHEMA", "required and empty", name, cell)
                    continue
                for check in checks:
                    if (wrong := check(cell)) is not None:
                        raise RowReject("SCHEMA", wrong, name, cell)
            for title, holds in across:
                if holds(cells) is not True:
                    raise RowReject("SCHEMA", f"rule {title}")
            return cells

        return each


def _passing(rows: Iterable[Record], each: Callable[[list[str]], list[str]], outlet: Outlet) -> Iterator[Record]:
    for row in rows:
        try:
            each(row.cells)
        except RowReject as reject:
            outlet.reject(row, reject.problem)
        else:
            yield row


def _filled(position: int, nulls: frozenset[str]) -> Callable[[list[str]], Mark | None]:
    mark = marker([position])
    return lambda cells: mark(cells) if cells[position] and cells[position] not in nulls else None


def _repeated(position: int, name: str, outlet: Outlet) -> Callable[[Record], None]:
    return lambda row: outlet.reject(row, RowProblem("SCHEMA", "duplicate key", name, row.cells[position]))


_WORDS: dict[str, str] = {
    "integer": "a whole number",
    "number": "a number",
    "date": "a date",
    "email": "an e-mail address",
    "boolean": "yes or no",
}


def _checks(rules: ColumnRules) -> list[Problem]:
    found: list[Problem] = []
    if rules.type != "text":
        words, fits = _WORDS[rules.type], _FITS[rules.type]
        found.append(lambda cell: None if fits(cell) else f"not {words}: {cell[:_SHOWN]}")
    if rules.min is not None or rules.max is not None:
        found.append(_between(rules))
    if rules.length is not None:
        least, most = rules.length if isinstance(rules.length, tuple) else (rules.length, rules.length)
        wanted = f"{least}" if least == most else f"{least} to {most}"
        found.append(lambda cell: None if least <= len(cell) <= most else f"{len(cell)} characters instead of {wanted}")
    if rules.regex is not None:
        pattern = re.compile(rules.regex)
        found.append(
            lambda cell: None if pattern.fullmatch(cell) else f"not of the form {rules.regex}: {cell[:_SHOWN]}"
        )
    if rules.in_ is not None:
        allowed = frozenset(rules.in_)
        found.append(lambda cell: None if cell in allowed else f"not in the list: {cell[:_SHOWN]}")
    return found


_FITS: dict[str, Callable[[str], bool]] = {
    "integer": lambda cell: (value := read_number(cell)) is not None and value == value.to_integral_value(),
    "number": lambda cell: read_number(cell) is not None,
    "date": lambda cell: dates.read_iso(cell) is not None,
    "email": lambda cell: _ADDRESS.fullmatch(cell) is not None,
    "boolean": lambda cell: cell.casefold() in _BOOLEANS,
}


def _limit(limit: str | int | float, kind: Type) -> Any:
    """The limit as a value that cells of this type can be compared with; None when it is none."""
    if kind == "date":
        return dates.read_iso(str(limit))
    if isinstance(limit, (int, float)):
        return Decimal(repr(limit))
    return read_number(limit) if kind in ("integer", "number") else limit


def _between(rules: ColumnRules) -> Problem:
    low = None if rules.min is None else _limit(rules.min, rules.type)
    high = None if rules.max is None else _limit(rules.max, rules.type)
    numeric = isinstance(low, Decimal) or isinstance(high, Decimal)

    def check(cell: str) -> str | None:
        value: Any = cell
        if rules.type == "date":
            value = dates.read_iso(cell)
        elif numeric:
            value = read_number(cell)
            if value is None:
                return f"not a number: {cell[:_SHOWN]}"
        if low is not None and value < low:
            return f"below {rules.min}: {cell[:_SHOWN]}"
        if high is not None and value > high:
            return f"above {rules.max}: {cell[:_SHOWN]}"
        return None

    return check
