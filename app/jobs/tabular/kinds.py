"""What a cell looks like (number, date, address, words), to tell a header from data. A look never changes a cell."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence

_NUMBER = re.compile(r"[+-]?[$€£¥]?\s?\d[\d .,'\u00a0\u202f]*\s?[%€$£]?")
_DATE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    r"|\d{1,2}:\d{2}(?::\d{2})?"
)
_ADDRESS = re.compile(r"[^\s@,;|]+@[^\s@,;|]+\.[^\s@,;|]+")
_LINK = re.compile(r"https?://\S+")
_LONG = 300  # characters; nothing longer is one value, and the patterns stay quick
_CELLS = 20_000  # looked at to tell a header: 200 rows of 100 columns; of wider tables fewer rows
_LEAST_ROWS = 4
_PROSE = 5000  # characters of a cell that are looked through for delimiters
_WORDS = {"number": "a number", "date": "a date", "address": "an e-mail address", "link": "a link"}


def look(cell: str) -> str:
    """`empty`, `number`, `date`, `address`, `link` or `text`."""
    value = cell.strip()
    if not value:
        return "empty"
    if len(value) > _LONG:
        return "text"
    for name, pattern in (("date", _DATE), ("number", _NUMBER), ("address", _ADDRESS), ("link", _LINK)):
        if pattern.fullmatch(value):
            return name
    return "text"


def is_typed(cell: str) -> bool:
    """Whether a cell looks like one value: no delimiter of another kind in it, unless it is a number or prose."""
    if look(cell) != "text":
        return True
    start = cell[:_PROSE]
    return not any(d in start for d in (";", "\t", "|")) and not re.search(r",\S", start)


def has_header(rows: Sequence[Sequence[str]]) -> tuple[bool, str]:
    """Whether the first of `rows` is a header, and why. Rule: a header is words above columns of something else."""
    first, body = _parts(rows)
    typed = [kind for kind in map(look, first) if kind not in ("text", "empty")]
    contrasts, agrees = _contrast(first, body)
    if _years(first):
        return True, "the first row counts years"
    if typed and (agrees >= contrasts or not contrasts):
        return False, f"the first row holds {_WORDS[typed[0]]}, like data"
    if contrasts:
        return True, "words stand above columns of values"
    if any(cell and cell in {row[column] for row in body} for column, cell in enumerate(first)):
        return False, "values of the first row come again below it"
    return True, "the first row holds words"


def words_above_values(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the cells below show that the first of `rows` is a header."""
    contrasts, agrees = _contrast(*_parts(rows))
    return contrasts > agrees


def _parts(rows: Sequence[Sequence[str]]) -> tuple[list[str], list[list[str]]]:
    first = list(rows[0])
    most = max(_LEAST_ROWS, _CELLS // max(1, len(first)))
    return first, [list(row) for row in itertools.islice(rows, 1, most) if len(row) == len(first)]


def _contrast(first: list[str], body: list[list[str]]) -> tuple[int, int]:
    """How many cells of `first` look otherwise than the values below them, and how many look alike."""
    contrasts = agrees = 0
    for column, cell in enumerate(first):
        below = Counter(look(row[column]) for row in body if row != first)  # a header may be repeated further down
        below.pop("empty", None)
        if not below:
            continue
        usual, count = below.most_common(1)[0]
        if usual != "text" and count * 10 >= below.total() * 7:
            contrasts += look(cell) != usual
            agrees += look(cell) == usual
    return contrasts, agrees


def _years(row: Sequence[str]) -> bool:
    """Whether a row names years (`country, 2019, 2020`): numbers, yet a header."""
    years = [int(cell) for cell in row if re.fullmatch(r"(?:19|20)\d\d", cell)]
    steps = {b - a for a, b in itertools.pairwise(years)}
    return len(years) >= 2 and len(steps) == 1 and steps.pop() in (1, 5, 10) and look(row[0]) != "number"
