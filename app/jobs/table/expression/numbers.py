"""Exact decimals: reading, writing, arithmetic, rounding. Owns every number rule of formulas; must not know rows."""

import decimal
import re
from decimal import Decimal

from app.jobs.table.row import RowReject

MAX_DIGITS = 1000  # of one number; products stay exact up to twice that
QUOTIENT_DIGITS = 34  # of a quotient that never ends, as decimal128 has

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_EXACT = decimal.Context(prec=2 * MAX_DIGITS, rounding=decimal.ROUND_HALF_UP, Emax=9999, Emin=-9999)
_QUOTIENT = decimal.Context(prec=QUOTIENT_DIGITS, rounding=decimal.ROUND_HALF_UP, Emax=9999, Emin=-9999)
for _context in (_EXACT, _QUOTIENT):
    _context.traps[decimal.Inexact] = False


def read_number(text: str) -> Decimal | None:
    """The exact decimal that `text` is, spaces around it allowed; None when it is none."""
    stripped = text.strip()
    if len(stripped) > MAX_DIGITS or not _NUMBER.fullmatch(stripped):
        return None
    return Decimal(stripped)


def write_number(value: Decimal) -> str:
    """Plain digits, never an exponent; zero has no sign."""
    return format(value if value else abs(value), "f")


def calculate(operator: str, left: Decimal, right: Decimal) -> Decimal:
    """`left operator right`. Sums, differences and products are exact; `%` has the sign of its right side, as in
    Python. Raises RowReject for a zero divisor and for a result of too many digits."""
    if operator in "/%" and not right:
        raise RowReject("EXPRESSION", "division by zero")
    try:
        if operator == "+":
            result = _EXACT.add(left, right)
        elif operator == "-":
            result = _EXACT.subtract(left, right)
        elif operator == "*":
            result = _EXACT.multiply(left, right)
        elif operator == "/":
            return _QUOTIENT.divide(left, right)
        else:
            result = _EXACT.remainder(left, right)
            if result and (result < 0) != (right < 0):
                result = _EXACT.add(result, right)
    except decimal.DecimalException as error:
        raise RowReject("EXPRESSION", "the number has too many digits") from error
    return limited(result)


def limited(value: Decimal) -> Decimal:
    """`value`, unless it has more digits than can be kept exact. Raises RowReject."""
    if not value.is_finite() or len(value.as_tuple().digits) > MAX_DIGITS or abs(value.adjusted()) > MAX_DIGITS:
        raise RowReject("EXPRESSION", "the number has too many digits")
    return value


def round_half_up(value: Decimal, places: int) -> Decimal:
    """`value` with `places` decimals (negative: tens, hundreds); a half goes away from zero."""
    try:
        rounded = value.quantize(Decimal(1).scaleb(-places), context=_EXACT)
    except decimal.DecimalException as error:
        raise RowReject("EXPRESSION", "the number has too many digits") from error
    return rounded if places >= 0 else Decimal(write_number(rounded))
