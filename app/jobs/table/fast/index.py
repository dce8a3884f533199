"""Where the cells of a block of text lie, found by array arithmetic, as far as it can be proved.

Owns: the only decision of what is clean. Pure; must not know files, steps or what is done with what is not clean.

A block is UTF-8 and begins where a record begins. Its quotes are taken to open and close in turn; that is what `csv` in
strict mode does too, as long as each opening quote stands directly behind a delimiter, a line end or a closing quote
and each closing one directly before such a character. The first place where that does not hold ends what is proved.
The method is that of Langdale and Lemire (Parsing Gigabytes of JSON per Second, 2019), with arrays for registers.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from app.jobs.tabular.lines import SWALLOWED_LINES
from app.jobs.tabular.values import MAX_COLUMNS

Ints = npt.NDArray[np.int64]

_LF, _CR = 10, 13
_GONE = b"\xff"  # no byte of UTF-8: marks what is taken out


@dataclass(frozen=True, slots=True)
class Form:
    """What a block is looked at for. `width`: cells of a record; `delimiter` and `quote`: one ASCII character each.

    `ragged`: records of another width are counted out, not the end of what is proved. `proved_text`: the block is known
    to be UTF-8. `trusted`: records over any number of lines are what they look like.
    """

    width: int
    delimiter: bytes
    quote: bytes
    ragged: bool = True
    proved_text: bool = True
    trusted: bool = False


@dataclass(slots=True)
class Scan:
    """The proved records at the beginning of a block, `size` bytes of it.

    `body`: their text with LF for every line end and without needless quotes, so that the slice of a cell is what is
    written for it. `begin` (records): where each record begins in `body`; `ends` (records × width): where each of its
    cells ends. `raw_begin`, `raw_end` (records): the same records in the block. `order` (records): which of the records
    that are not blank each one is, from 0. `odd`: (order, begin, end in the block) of records of another width.
    `count`: records, blank lines not counted; `lines`: physical lines. `last_width`: cells of the last record (0: there
    is none). `broken`:
    where in the block something is that is not proved, or -1.
    """

    size: int
    body: bytes
    begin: Ints
    ends: Ints
    raw_begin: Ints
    raw_end: Ints
    order: Ints
    odd: list[tuple[int, int, int]]
    count: int
    blank: int
    lines: int
    last_width: int
    broken: int


def scan(block: bytes, form: Form, final: bool) -> Scan:
    """Look at `block`. `final`: nothing follows it, and it ends with LF."""
    quote, has_cr = form.quote[0], b"\r" in block
    characters = np.frombuffer(block, np.uint8)
    found = characters == form.delimiter[0]
    found |= characters == _LF
    found |= characters == quote
    if has_cr:
        found |= characters == _CR
    pos = np.flatnonzero(found)
    kinds = characters.take(pos)
    limit = _first_bad_byte(block, form)
    quotes = kinds == quote
    places = np.flatnonzero(quotes)
    drop = np.zeros(0, np.int64)  # of `pos`: what is taken out
    inner_lines = drop
    if len(places):
        inside = np.bitwise_xor.accumulate(quotes.view(np.uint8))
        limit, drop = _quotes(pos, places, len(block), limit)
        inner = np.flatnonzero(inside > quotes.view(np.uint8))
        held = kinds.take(inner)
        inner_lines = pos.take(inner.take(np.flatnonzero((held == _LF) | (held == _CR))))
        structural = np.flatnonzero((inside | quotes) == 0)
    else:
        structural = np.arange(len(pos))
    if has_cr:
        limit, structural, returns = _returns(pos, kinds, structural, len(block), final, limit)
        drop = np.concatenate((drop, returns))
    newlines = np.flatnonzero(kinds.take(structural) == _LF)
    ends = pos.take(structural.take(newlines))
    records = int(np.searchsorted(ends, limit))
    broken = limit if limit < len(block) else -1
    if final and broken < 0 and (not records or int(ends[-1]) + 1 < len(block)):
        broken = len(block) - 1  # a quote that is not closed
    if not records:
        return _nothing(form, broken)
    newlines, ends = newlines[:records], ends[:records]
    marks = _Marks(pos, structural[: int(newlines[-1]) + 1], newlines, ends, drop, inner_lines)
    return _measured(block, form, marks, has_cr, broken)


@dataclass(slots=True)
class _Marks:
    """`pos`: places of all special characters; the rest are indexes into `pos` (`structural`, `drop`), into
    `structural` (`newlines`), or places (`ends` of records, `inner_lines`: line ends inside quotes)."""

    pos: Ints
    structural: Ints
    newlines: Ints
    ends: Ints
    drop: Ints
    inner_lines: Ints


def _measured(block: bytes, form: Form, marks: _Marks, has_cr: bool, broken: int) -> Scan:
    width, records, newlines = form.width, len(marks.ends), marks.newlines
    size = int(marks.ends[-1]) + 1
    begin = np.empty(records, np.int64)
    begin[0] = 0
    begin[1:] = marks.ends[:-1] + 1
    if not form.trusted and len(marks.inner_lines) and (long := _first_long(marks)) >= 0:
        return _cut(block, form, int(begin[long]))
    even = len(marks.structural) == records * width and bool(
        (newlines == np.arange(width - 1, records * width, width)).all()
    )
    counts = None if even else np.diff(newlines, prepend=-1)
    fits = blank = None
    if counts is not None:
        fits = counts == width
        length = marks.ends - begin
        blank = (counts == 1) & ((length == 0) | ((length == 1) & (_bytes_at(block, begin) == _CR)))
        other = ~fits & ~blank
        bad = np.flatnonzero(counts > MAX_COLUMNS if form.ragged else other)
        if len(bad):
            return _cut(block, form, int(begin[bad[0]]))
    body, places, first = _normal(block[:size], marks, begin)
    lines = lines_in(block, size) if has_cr else records + int(np.searchsorted(marks.inner_lines, size))
    if counts is None or fits is None or blank is None:
        return Scan(
            size, body, first, places.reshape(records, width), begin, marks.ends + 1, np.arange(records), [],
            records, 0, lines, width, broken,
        )  # fmt: skip
    good = np.flatnonzero(fits)
    cells = places.take(newlines.take(good)[:, None] + np.arange(1 - width, 1))
    order = np.cumsum(~blank) - 1
    odd = [(int(order[i]), int(begin[i]), int(marks.ends[i]) + 1) for i in np.flatnonzero(~fits & ~blank).tolist()]
    filled = np.flatnonzero(~blank)
    return Scan(
        size, body, first.take(good), cells, begin.take(good), marks.ends.take(good) + 1, order.take(good), odd,
        len(filled), records - len(filled), lines, int(counts[filled[-1]]) if len(filled) else 0, broken,
    )  # fmt: skip


def lines_in(text: bytes, end: int | None = None) -> int:
    """Ends of physical lines in `text`, or in what stands before `end`: LF, CRLF, CR."""
    lines = text.count(b"\n", 0, end)
    if b"\r" in text:
        lines += text.count(b"\r", 0, end) - text.count(b"\r\n", 0, end)
    return lines


def _nothing(form: Form, broken: int) -> Scan:
    none = np.zeros(0, np.int64)
    return Scan(0, b"", none, none.reshape(0, form.width), none, none, none, [], 0, 0, 0, 0, broken)


def _cut(block: bytes, form: Form, at: int) -> Scan:
    """What stands before the record that begins `at`, which is not for arrays."""
    if not at:
        return _nothing(form, 0)
    found = scan(block[:at], form, final=False)
    if found.broken < 0:
        found.broken = at
    return found


def _bytes_at(block: bytes, places: Ints) -> npt.NDArray[np.uint8]:
    return np.frombuffer(block, np.uint8).take(places)


def _first_bad_byte(block: bytes, form: Form) -> int:
    """Where the first NUL is, or the first byte that is not UTF-8; the block's length without one."""
    nul = block.find(b"\0")
    limit = len(block) if nul < 0 else nul
    if not form.proved_text and not block.isascii():
        try:
            block.decode("utf-8")
        except UnicodeDecodeError as error:
            limit = min(limit, error.start)
    return limit


def _quotes(pos: Ints, places: Ints, size: int, limit: int) -> tuple[int, Ints]:
    """How far quotes are where they belong, and which of them (indexes into `pos`) are needless."""
    opening, closing = places[0::2], places[1::2]
    beside = np.empty(len(pos) + 1, np.bool_)  # whether nothing stands between a mark and the one before it
    beside[0], beside[-1] = pos[0] == 0, size - int(pos[-1]) == 1
    np.equal(pos[1:] - pos[:-1], 1, out=beside[1:-1])
    for marks, sides in ((opening, beside.take(opening)), (closing, beside.take(closing + 1))):
        if not sides.all():
            limit = min(limit, int(pos[marks[int(sides.argmin())]]))
    # A pair that touches another one is half of a doubled quote.
    touching = opening[1:] - closing[: len(opening) - 1] == 1
    opening = opening[: len(closing)]
    plain = closing - opening == 1
    if touching.any():
        plain[: len(touching)] &= ~touching
        plain[1:] &= ~touching[: len(plain) - 1]
    if not plain.all():
        alone = np.flatnonzero(plain)
        opening, closing = opening.take(alone), closing.take(alone)
    return limit, np.concatenate((opening, closing))


def _returns(pos: Ints, kinds: Any, structural: Ints, size: int, final: bool, limit: int) -> tuple[int, Ints, Ints]:
    """How far every CR outside quotes is followed by LF; the structural marks without CR; the CRs."""
    is_cr = kinds.take(structural) == _CR
    places = np.flatnonzero(is_cr)
    if not len(places):
        return limit, structural, places
    returns = structural.take(places)
    following = np.clip(returns + 1, 0, len(pos) - 1)
    paired = (pos.take(following) - pos.take(returns) == 1) & (kinds.take(following) == _LF)
    wrong = np.flatnonzero(~paired)
    if len(wrong):
        at = int(pos[returns[wrong[0]]])
        if final or at < size - 1:  # at the end of a block the LF may be still to come
            limit = min(limit, at)
    return limit, structural.take(np.flatnonzero(~is_cr)), returns


def _first_long(marks: _Marks) -> int:
    """The first record over more lines than a cell is trusted with, or -1."""
    inner = marks.inner_lines[: int(np.searchsorted(marks.inner_lines, marks.ends[-1]))]
    if len(inner) < SWALLOWED_LINES:
        return -1
    lines = np.bincount(np.searchsorted(marks.ends, inner))
    long = np.flatnonzero(lines >= SWALLOWED_LINES)
    return int(long[0]) if len(long) else -1


def _normal(block: bytes, marks: _Marks, begin: Ints) -> tuple[bytes, Ints, Ints]:
    """(text without what is to go, places of the structural marks in it, places where records begin)."""
    places = marks.pos.take(marks.structural)
    drop = marks.drop
    if len(drop):
        drop = drop.take(np.flatnonzero(drop <= marks.structural[-1]))
    if not len(drop):
        return block, places, begin
    characters = np.frombuffer(block, np.uint8).copy()
    characters[marks.pos.take(drop)] = _GONE[0]
    last = int(marks.structural[-1])
    if len(drop) + len(marks.structural) == last + 1:  # all other marks go: so many as there are before each
        places = places - (marks.structural - np.arange(len(marks.structural)))
    else:
        gone = np.zeros(last + 1, np.uint8)
        gone[drop] = 1
        places = places - gone.cumsum(dtype=np.int64).take(marks.structural)
    first = np.empty(len(begin), np.int64)
    first[0] = 0
    first[1:] = places.take(marks.newlines[:-1]) + 1
    return characters.tobytes().translate(None, _GONE), places, first
