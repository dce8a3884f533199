"""The functions of formulas: one table, name -> what it takes, what it gives, how it works. Pure; must not know rows.

Every function gets checked Python values: str, Decimal, bool, datetime, list, dict. An empty cell is "" and stays empty
through `num`, `date` and arithmetic.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from app.jobs.table.expression import dates, numbers
from app.jobs.table.expression.tree import ValueKind
from app.jobs.table.row import RowReject
from app.jobs.tabular.values import MAX_CELL

Value = Any  # str | Decimal | bool | datetime.datetime | list[Value] | dict[str, Value]
_K = ValueKind
_SHOWN = 80  # characters of a value in a reason


@dataclass(frozen=True, slots=True)
class FunctionInfo:
    """`takes`: kinds of the arguments, the last one for all that follow; `usage` says so in words."""

    call: Callable[..., Value]
    gives: ValueKind
    takes: tuple[ValueKind, ...]
    least: int
    most: int
    usage: str


def to_text(value: Value) -> str:
    """A value as the text of a cell. Raises RowReject for a list or a map."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return numbers.write_number(value)
    if isinstance(value, datetime.datetime):
        return dates.iso_text(value)
    raise RowReject("EXPRESSION", "a list cannot stand in a cell")


def to_number(value: Value) -> Decimal | str:
    """A number, or "" for an empty text. Raises RowReject `not a number: …`."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str):
        if not value.strip():
            return ""
        number = numbers.read_number(value)
        if number is not None:
            return number
        raise RowReject("EXPRESSION", f"not a number: {value[:_SHOWN]}", value=value)
    raise RowReject("EXPRESSION", f"not a number: {to_text(value)[:_SHOWN]}")


def to_date(value: Value, *forms: Value) -> datetime.datetime | str:
    """A date by one of `forms` (ISO without any), or "" for an empty text. Raises RowReject `not a date: …`."""
    if isinstance(value, datetime.datetime):
        return value
    text = to_text(value)
    if not text.strip():
        return ""
    formats = [form for item in forms for form in (item if isinstance(item, list) else [item])]
    if not formats:
        found = dates.read_iso(text)
    else:
        found = next((d for form in formats if (d := _read_date(text, to_text(form))) is not None), None)
    if found is None:
        raise RowReject("EXPRESSION", f"not a date: {text[:_SHOWN]}", value=text)
    return found


def _read_date(text: str, form: str) -> datetime.datetime | None:
    try:
        return dates.read_date(text, form)
    except ValueError as error:
        raise RowReject("EXPRESSION", str(error)) from error


def _format_date(value: Value, form: Value) -> str:
    found = to_date(value)
    if isinstance(found, str):
        return ""
    try:
        return dates.write_date(found, to_text(form))
    except ValueError as error:
        raise RowReject("EXPRESSION", str(error)) from error


def _part(name: str) -> Callable[[Value], Value]:
    def call(value: Value) -> Value:
        found = to_date(value)
        return "" if isinstance(found, str) else Decimal(getattr(found, name))

    return call


def _whole(value: Value, what: str) -> int:
    number = to_number(value)
    if isinstance(number, str) or number != number.to_integral_value() or abs(number) > MAX_CELL:
        raise RowReject("EXPRESSION", f"{what} is not a whole number: {to_text(value)[:_SHOWN]}")
    return int(number)


def _round(value: Value, places: Value = Decimal(0)) -> Value:
    number = to_number(value)
    digits = _whole(places, "the number of decimals")
    if abs(digits) > 100:
        raise RowReject("EXPRESSION", "more than 100 decimals")
    return "" if isinstance(number, str) else numbers.round_half_up(number, digits)


def _abs(value: Value) -> Value:
    number = to_number(value)
    return "" if isinstance(number, str) else number.copy_abs()


def _extreme(pick: Callable[[list[Decimal]], Decimal]) -> Callable[..., Value]:
    def call(*values: Value) -> Value:
        flat = [v for value in values for v in (value if isinstance(value, list) else [value])]
        found = [n for n in map(to_number, flat) if not isinstance(n, str)]
        return pick(found) if found else ""

    return call


def _long(size: int) -> None:
    if size > MAX_CELL:
        raise RowReject("EXPRESSION", "the text is longer than 16 MB")


def _concat(*values: Value) -> str:
    texts = [to_text(value) for value in values]
    _long(sum(map(len, texts)))
    return "".join(texts)


def _replace(value: Value, old: Value, new: Value) -> str:
    text, find, put = to_text(value), to_text(old), to_text(new)
    if not find:
        return text
    _long(len(text) + text.count(find) * (len(put) - len(find)))
    return text.replace(find, put)


def _split(value: Value, separator: Value, number: Value = None) -> Value:
    text, mark = to_text(value), to_text(separator)
    parts = text.split(mark) if mark else [text]
    if number is None:
        return parts
    at = _whole(number, "the number of the part")
    return parts[at - 1 if at > 0 else at] if at and -len(parts) <= at <= len(parts) else ""


def _left(value: Value, count: Value) -> str:
    return to_text(value)[: max(0, _whole(count, "the length"))]


def _right(value: Value, count: Value) -> str:
    size = max(0, _whole(count, "the length"))
    return to_text(value)[-size:] if size else ""


def _mid(value: Value, start: Value, count: Value = None) -> str:
    text = to_text(value)
    first = max(1, _whole(start, "the start")) - 1
    return text[first:] if count is None else text[first : first + max(0, _whole(count, "the length"))]


@lru_cache(maxsize=64)
def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _matches(value: Value, pattern: Value) -> bool:
    try:
        return _regex(to_text(pattern)).search(to_text(value)) is not None
    except re.error as error:
        raise RowReject("EXPRESSION", f"this regular expression cannot be used: {error.msg}") from error


def is_empty(value: Value) -> bool:
    """Whether a value is nothing: "" or an empty list. Spaces are something: `trim` takes them away."""
    return isinstance(value, (str, list, dict)) and not value


def _coalesce(*values: Value) -> Value:
    return next((value for value in values if not is_empty(value)), "")


def _lookup(key: Value, table: Value, default: Value = "") -> Value:
    if not isinstance(table, dict):
        raise RowReject("EXPRESSION", "lookup() needs a map")
    return table.get(to_text(key), default)


def _len(value: Value) -> Decimal:
    return Decimal(len(value) if isinstance(value, list) else len(to_text(value)))


_T, _N, _A = _K.TEXT, _K.NUMBER, _K.ANY
_MANY = 100

FUNCTIONS: dict[str, FunctionInfo] = {
    "num": FunctionInfo(to_number, _N, (_A,), 1, 1, "one value: num(amount)"),
    "round": FunctionInfo(_round, _N, (_N,), 1, 2, "a number and how many decimals: round(x, 2)"),
    "abs": FunctionInfo(_abs, _N, (_N,), 1, 1, "one number"),
    "min": FunctionInfo(_extreme(min), _N, (_N,), 1, _MANY, "one number or more"),
    "max": FunctionInfo(_extreme(max), _N, (_N,), 1, _MANY, "one number or more"),
    "text": FunctionInfo(to_text, _T, (_A,), 1, 1, "one value"),
    "lower": FunctionInfo(lambda v: to_text(v).lower(), _T, (_A,), 1, 1, "one text"),
    "upper": FunctionInfo(lambda v: to_text(v).upper(), _T, (_A,), 1, 1, "one text"),
    "trim": FunctionInfo(lambda v: to_text(v).strip(), _T, (_A,), 1, 1, "one text"),
    "len": FunctionInfo(_len, _N, (_A,), 1, 1, "one text"),
    "left": FunctionInfo(_left, _T, (_A, _N), 2, 2, "a text and a length: left(x, 3)"),
    "right": FunctionInfo(_right, _T, (_A, _N), 2, 2, "a text and a length: right(x, 3)"),
    "mid": FunctionInfo(_mid, _T, (_A, _N), 2, 3, "a text, a start from 1 and a length: mid(x, 2, 3)"),
    "replace": FunctionInfo(_replace, _T, (_A,), 3, 3, "a text, what to find and what to put: replace(x, 'a', 'b')"),
    "concat": FunctionInfo(_concat, _T, (_A,), 1, _MANY, "one value or more"),
    "split": FunctionInfo(_split, _A, (_A, _T, _N), 2, 3, "a text, a separator and which part: split(x, ' ', 1)"),
    "matches": FunctionInfo(_matches, _K.BOOL, (_A, _T), 2, 2, "a text and a regular expression"),
    "contains": FunctionInfo(lambda v, p: to_text(p) in to_text(v), _K.BOOL, (_A,), 2, 2, "a text and a part of it"),
    "startswith": FunctionInfo(
        lambda v, p: to_text(v).startswith(to_text(p)), _K.BOOL, (_A,), 2, 2, "a text and a beginning"
    ),
    "endswith": FunctionInfo(
        lambda v, p: to_text(v).endswith(to_text(p)), _K.BOOL, (_A,), 2, 2, "a text and an ending"
    ),
    "empty": FunctionInfo(is_empty, _K.BOOL, (_A,), 1, 1, "one value"),
    "coalesce": FunctionInfo(_coalesce, _A, (_A,), 1, _MANY, "one value or more"),
    "date": FunctionInfo(to_date, _K.DATE, (_A,), 1, _MANY, "a text and its formats: date(x, '%d.%m.%Y')"),
    "format_date": FunctionInfo(
        _format_date, _T, (_K.DATE, _T), 2, 2, "a date and a format: format_date(date(x), '%d.%m.%Y')"
    ),
    "year": FunctionInfo(_part("year"), _N, (_K.DATE,), 1, 1, "a date: year(date(x))"),
    "month": FunctionInfo(_part("month"), _N, (_K.DATE,), 1, 1, "a date: month(date(x))"),
    "day": FunctionInfo(_part("day"), _N, (_K.DATE,), 1, 1, "a date: day(date(x))"),
    "today": FunctionInfo(lambda: "", _K.DATE, (_A,), 0, 0, "nothing: today()"),  # bound to the day of the run
    "lookup": FunctionInfo(
        _lookup, _A, (_A, _K.MAP, _A), 2, 3, "a key, a map and what else: lookup(x, {'a': 'b'}, 'c')"
    ),
}
