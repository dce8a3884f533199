"""Decimals of a column as integers of one scale, all at once, where that is exact.

Owns: which spellings are read so, arithmetic and its limits, how results are written. Must not know formulas or steps.
Whatever is spelt otherwise (spaces, exponents, quotes, other numbers of decimals) is not known here and is worked out
one by one with `decimal`. Eight digits become a number by three multiplications (Johnny Lee's trick, as in simdjson).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
import numpy.typing as npt

from app.jobs.table.fast.block import NOTHING, Cells, Characters, from_matrix
from app.jobs.table.fast.index import Ints

Bools = npt.NDArray[np.bool_]

_LIMIT = 1 << 62  # of what an intermediate result may come to
_LONGEST = 64  # bytes of a number that is spelt unusually; for a longer one every cell would take that room
_MOST_PLACES = 6  # decimals that are read
_ZEROS = np.uint64(0x3030303030303030)
_HIGH = np.uint64(0xF0F0F0F0F0F0F0F0)
_SIX = np.uint64(0x0606060606060606)
_KEEP = np.array([0, *((((1 << 64) - 1) << (64 - 8 * n)) & ((1 << 64) - 1) for n in range(1, 9))], np.uint64)
_PAD = b"0" * 16  # before the first cell, so that a window never begins before the text


@dataclass(frozen=True, slots=True)
class Fixed:
    """`values` / 10 ** `scale`, right where `known`. `bound`: no value is further from zero."""

    values: Ints
    scale: int
    known: Bools
    bound: int


def constant(value: Decimal, count: int) -> Fixed | None:
    """The same number `count` times; None for one that is no short decimal."""
    if not value.is_finite():
        return None
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or exponent > 0 or exponent < -18 or len(digits) > 18:
        return None
    number = int("".join(map(str, digits)) or "0") * (-1 if sign else 1)
    return Fixed(np.full(count, number, np.int64), -exponent, np.ones(count, np.bool_), abs(number))


def read(body: bytes, begin: Ints, end: Ints) -> Fixed | None:
    """The cells of `body` between `begin` and `end` as numbers. None where most of them are not of one short form."""
    scale = _scale_of(body, begin, end)
    if scale is None:
        return None
    # A number takes eight bytes: where the text is too short for that at its beginning, zeros stand before it.
    text = np.frombuffer(_PAD + body[: int(end.max(initial=0))], np.uint8)
    windows: Any = np.ndarray((len(text) - 7,), "<u8", text, 0, (1,))
    start, stop = begin + len(_PAD), end + len(_PAD)
    negative = text.take(start, mode="clip") == ord("-")
    point = stop - (scale + 1 if scale else 0)  # where the integer part ends
    length = point - start - negative
    known = (length >= 1) & (length <= 8)
    whole, fine = _digits(windows[point - 8], np.clip(length, 0, 8))
    known &= fine
    values = whole
    if scale:
        parts, fine = _digits(windows[stop - 8], np.full(len(stop), scale))
        known &= fine & (text.take(point, mode="clip") == ord("."))
        values = whole * 10**scale + parts
    return Fixed(np.where(negative, -values, values), scale, known, 10 ** (8 + scale))


def _scale_of(body: bytes, begin: Ints, end: Ints) -> int | None:
    """How many decimals most of a few cells have."""
    count = len(begin)
    scales: dict[int, int] = {}
    for i in range(0, count, max(1, count // 15)):
        _, point, decimals = body[int(begin[i]) : int(end[i])].partition(b".")
        places = len(decimals) if point else 0
        scales[places] = scales.get(places, 0) + 1
    best = max(scales, key=lambda places: scales[places], default=None)
    return best if best is not None and best <= _MOST_PLACES else None


def _digits(windows: Any, count: Any) -> tuple[Ints, Bools]:
    """The last `count` of eight characters as a number, and whether they are digits."""
    keep = _KEEP.take(count)
    value = (windows & keep) | (_ZEROS & ~keep)
    fine = ((value & _HIGH) == _ZEROS) & (((value + _SIX) & _HIGH) == _ZEROS)
    value = (value & np.uint64(0x0F0F0F0F0F0F0F0F)) * np.uint64(2561) >> np.uint64(8)
    value = (value & np.uint64(0x00FF00FF00FF00FF)) * np.uint64(6553601) >> np.uint64(16)
    value = (value & np.uint64(0x0000FFFF0000FFFF)) * np.uint64(42949672960001) >> np.uint64(32)
    return value.astype(np.int64), fine


def rescaled(one: Fixed, scale: int) -> Fixed | None:
    """`one` with more decimals."""
    factor = 10 ** (scale - one.scale)
    if one.bound * factor >= _LIMIT:
        return None
    return one if factor == 1 else Fixed(one.values * factor, scale, one.known, one.bound * factor)


def calculate(operator: str, left: Fixed, right: Fixed) -> Fixed | None:
    """`left operator right` for + - *, of the scale that decimals give; None where it might not fit."""
    known = left.known & right.known
    if operator == "*":
        bound = left.bound * right.bound
        if bound >= _LIMIT:
            return None
        return Fixed(left.values * right.values, left.scale + right.scale, known, bound)
    scale = max(left.scale, right.scale)
    one, two = rescaled(left, scale), rescaled(right, scale)
    if one is None or two is None or operator not in "+-":
        return None
    values = one.values + two.values if operator == "+" else one.values - two.values
    return Fixed(values, scale, known, one.bound + two.bound)


def compare(operator: str, left: Fixed, right: Fixed) -> tuple[Bools, Bools] | None:
    """(whether it holds, where that is known)."""
    scale = max(left.scale, right.scale)
    one, two = rescaled(left, scale), rescaled(right, scale)
    if one is None or two is None:
        return None
    a, b = one.values, two.values
    holds = {
        "<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal, "==": np.equal, "!=": np.not_equal,
    }[operator](a, b)  # fmt: skip
    return holds, one.known & two.known


def round_half_up(one: Fixed, places: int) -> Fixed | None:
    """`one` with `places` decimals; a half goes away from zero."""
    if places >= one.scale:
        return rescaled(one, places)
    factor = 10 ** (one.scale - places)
    if one.bound + factor >= _LIMIT:
        return None
    size = (np.abs(one.values) + factor // 2) // factor
    return Fixed(np.where(one.values < 0, -size, size), places, one.known, one.bound // factor + 1)


def negated(one: Fixed) -> Fixed:
    """Minus `one`."""
    return Fixed(-one.values, one.scale, one.known, one.bound)


def written(one: Fixed, special: Mapping[int, bytes]) -> Characters | Cells:
    """Plain digits of every value, as `numbers.write_number` gives them; what `special` says for some rows."""
    size = np.abs(one.values)
    size[~one.known] = 0
    digits = max(len(str(int(size.max(initial=0)))), one.scale + 1)
    longest = max(map(len, special.values()), default=0)
    width = digits + (one.scale > 0) + 1
    width = max(width, longest) if longest <= _LONGEST else width
    cells = np.full((len(size), width), NOTHING, np.uint8)
    at = width - 1
    for place in range(digits):
        if place == one.scale and place:
            cells[:, at] = ord(".")
            at -= 1
        rest = size // 10
        digit = (size - rest * 10).astype(np.uint8) + ord("0")
        # Zeros before the number are left out, but for the one before the point.
        cells[:, at] = digit if place <= one.scale else np.where(size > 0, digit, NOTHING)
        size = rest
        at -= 1
    cells[:, 0] = np.where(one.values < 0, ord("-"), NOTHING)
    if longest > width:
        listed = from_matrix(cells)
        for row, cell in special.items():
            listed[row] = cell
        return listed
    for row, cell in special.items():
        cells[row] = NOTHING
        cells[row, : len(cell)] = np.frombuffer(cell, np.uint8)
    return cells
