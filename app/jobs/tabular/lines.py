"""Records out of physical lines: the law of how text is read as a table (`csv` in strict mode).

Owns: record boundaries, line numbers, raw text, stray and unclosed quotes, limits.
Must not know: files, encodings, headers.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TextIO

from app.jobs.base import JobError
from app.jobs.tabular.values import MAX_CELL, MAX_COLUMNS, RowProblem

MAX_LINE = 4 * MAX_CELL  # characters; bounds the memory that one line without an end can take
# A record over this many lines that look like rows has a quote that was never meant. In a table of two columns prose
# looks like rows too (one comma a line), so it takes more.
SWALLOWED_LINES = 8
SWALLOWED_LINES_NARROW = 50
END_MARK = "\x1a"
_STAND_IN = "\ufdd0"  # a noncharacter that stands for a delimiter of several characters while csv splits


@dataclass(frozen=True, slots=True)
class Syntax:
    """How cells are told apart. `quote`: "" = never quoted."""

    delimiter: str = ","
    quote: str = '"'
    escape: str = "doubled"
    initial_space: bool = False
    comment: str | None = None
    keep_stray: bool = False


@dataclass(slots=True)
class RawRecord:
    """One record as it stands in the text. A blank line has no cells."""

    line: int
    lines: int
    cells: list[str]
    raw: str
    problem: RowProblem | None = None


def physical_lines(stream: TextIO, name: str) -> Iterator[str]:
    """The lines of a stream opened with `newline=""` (LF, CR and CRLF end a line), each with its end.

    The mark with which DOS ends a file (Ctrl-Z, alone in its last line) is no line.

    Raises JobError FIELD_TOO_LONG for a line above `MAX_LINE`.
    """
    number = 0
    while line := stream.readline(MAX_LINE):
        number += 1
        if len(line) >= MAX_LINE:
            raise JobError("FIELD_TOO_LONG", f"Line {number:,} of {name} is longer than {MAX_LINE // 2**20} MB.")
        if line[0] == END_MARK and not line.strip(END_MARK):
            return
        yield line


def read_records(lines: Iterable[str], syntax: Syntax, name: str, width: int = 0) -> Iterator[RawRecord]:
    """The records of `lines`, blank lines included. `name` is the file's, for messages; `width`: cells of the record
    before them, if there is one.

    Raises JobError UNCLOSED_QUOTE, SUSPECT_QUOTE, FIELD_TOO_LONG, TOO_MANY_COLUMNS.
    """
    csv.field_size_limit(MAX_CELL)
    taken: list[str] = []
    position = 0  # lines read; `width`: cells of the last good record
    long_delimiter = len(syntax.delimiter) > 1

    def feed() -> Iterator[str]:
        nonlocal position
        for line in lines:
            position += 1
            if syntax.comment is not None and not taken and line.startswith(syntax.comment):
                continue
            taken.append(line)
            yield line.replace(syntax.delimiter, _STAND_IN) if long_delimiter else line

    reader = csv.reader(feed(), **_csv_arguments(syntax))
    well_formed = _well_formed(syntax)
    while True:
        taken.clear()
        problem = None
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cells, problem = _after_error(str(error), taken, position, syntax, name)
        raw = taken[0] if len(taken) == 1 else "".join(taken)
        first = position - len(taken) + 1
        if long_delimiter:
            if _STAND_IN in raw:
                raise JobError(
                    "NOT_TABULAR", f"Line {first:,} of {name} holds a character that no text may hold (U+FDD0)."
                )
            cells = [cell.replace(_STAND_IN, syntax.delimiter) for cell in cells]
        if problem is None and well_formed is not None and syntax.quote in raw:
            cells, problem = _check_quotes(cells, raw, well_formed, syntax)
        if len(taken) > SWALLOWED_LINES:
            _check_swallowed(taken, width or len(cells), syntax, first, name)
        if len(cells) > MAX_COLUMNS:
            raise JobError(
                "TOO_MANY_COLUMNS", f"Line {first:,} of {name} has {len(cells):,} columns; {MAX_COLUMNS:,} is the most."
            )
        if problem is None and cells:
            width = len(cells)
        yield RawRecord(first, len(taken), cells, raw, problem)


def _csv_arguments(syntax: Syntax) -> dict[str, Any]:
    arguments: dict[str, Any] = {
        "delimiter": syntax.delimiter if len(syntax.delimiter) == 1 else _STAND_IN,
        "strict": True,
        "skipinitialspace": syntax.initial_space,
    }
    if not syntax.quote:
        return {**arguments, "quoting": csv.QUOTE_NONE, "quotechar": None}
    if syntax.escape == "backslash":
        return {**arguments, "quotechar": syntax.quote, "escapechar": "\\", "doublequote": False}
    return {**arguments, "quotechar": syntax.quote}


def _well_formed(syntax: Syntax) -> re.Pattern[str] | None:
    """A whole record whose quotes enclose whole cells. None where every quote is legal."""
    if not syntax.quote or syntax.escape == "backslash":
        return None
    quote, delimiter = re.escape(syntax.quote), re.escape(syntax.delimiter)
    plain = f"[^{quote}\r\n{delimiter if len(syntax.delimiter) == 1 else ''}]*+"
    if len(syntax.delimiter) > 1:
        plain = rf"(?:(?!{delimiter})[^{quote}\r\n])*+"
    space = " *+" if syntax.initial_space else ""
    cell = f"(?:{space}{quote}(?:[^{quote}]|{quote}{quote})*+{quote}|{plain})"
    return re.compile(f"{cell}(?:{delimiter}{cell})*+(?:\r\n|\n|\r)?")


def _check_quotes(
    cells: list[str], raw: str, well_formed: re.Pattern[str], syntax: Syntax
) -> tuple[list[str], RowProblem | None]:
    """csv takes a quote inside an unquoted cell as text; the recipe decides whether that is right."""
    if syntax.keep_stray or syntax.quote not in "".join(cells) or well_formed.fullmatch(raw):
        return cells, None
    column = next((i for i, cell in enumerate(cells, 1) if syntax.quote in cell), 0)
    value = cells[column - 1] if column else ""
    return cells, RowProblem("SUSPECT_QUOTE", "quote inside an unquoted cell", f"c{column}" if column else "", value)


def _after_error(
    message: str, taken: list[str], position: int, syntax: Syntax, name: str
) -> tuple[list[str], RowProblem | None]:
    """What to do about a csv.Error: reject this record, or give up the file."""
    first = position - len(taken) + 1
    if "field larger" in message:
        if len(taken) > 1:
            raise JobError(
                "SUSPECT_QUOTE",
                f"A quote that opens near line {first:,} of {name} does not close within 16 MB. Repair it, then retry.",
            )
        raise JobError("FIELD_TOO_LONG", f"Line {first:,} of {name} holds a cell longer than 16 MB.")
    if "unexpected end" in message:
        line = first + _opening_line("".join(taken), syntax)
        raise JobError(
            "UNCLOSED_QUOTE",
            f"A quote that opens in line {line:,} of {name} is never closed. Repair that line, then retry.",
        )
    if syntax.keep_stray and (cells := _lenient(taken, syntax)) is not None:
        return cells, None
    return [], RowProblem("SUSPECT_QUOTE", "text after closing quote")


def _opening_line(raw: str, syntax: Syntax) -> int:
    """How many lines into `raw` its last, never closed, cell begins."""
    quote, delimiter = re.escape(syntax.quote), re.escape(syntax.delimiter)
    cell = re.compile(f"(?:{quote}(?:[^{quote}]|{quote}{quote})*+{quote}|[^{quote}\r\n]*?){delimiter}")
    position = 0
    while match := cell.match(raw, position):
        position = match.end()
    head = raw[:position]
    return head.count("\n") + head.count("\r") - head.count("\r\n")


def _lenient(taken: list[str], syntax: Syntax) -> list[str] | None:
    """Cells of one physical line, where quotes that do not enclose a whole cell are text. None for several lines."""
    if len(taken) != 1 or len(syntax.delimiter) != 1:
        return None
    text = taken[0].rstrip("\r\n")
    quote, delimiter = re.escape(syntax.quote), re.escape(syntax.delimiter)
    cell = re.compile(f"{quote}((?:[^{quote}]|{quote}{quote})*+){quote}(?={delimiter}|$)|([^{delimiter}]*)")
    cells: list[str] = []
    position = 0
    while True:
        match = cell.match(text, position)
        if match is None:
            return None
        enclosed, plain = match.groups()
        cells.append(plain if enclosed is None else enclosed.replace(syntax.quote * 2, syntax.quote))
        position = match.end() + 1
        if position > len(text):
            return cells


def _check_swallowed(taken: list[str], width: int, syntax: Syntax, first: int, name: str) -> None:
    """Refuse a record whose inner lines look like rows of `width` cells: one quote would hide them all."""
    inner = taken[1:-1]
    if width < 2 or len(taken) <= (SWALLOWED_LINES if width > 2 else SWALLOWED_LINES_NARROW):
        return
    rows = sum(1 for line in inner if line.count(syntax.delimiter) == width - 1)
    if rows * 10 >= len(inner) * 8:
        raise JobError(
            "SUSPECT_QUOTE",
            f"A quote in line {first:,} of {name} swallows {len(taken):,} lines that look like rows. "
            "Repair that line, then retry.",
        )
