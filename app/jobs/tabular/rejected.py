"""A rejects file that was mended and added again: its rows are rows of the table that they were rejected from.

The file itself tells the rows (`raw`); columns and dialect are those of the table of that name in a folder above it or
beside it, if the rows stand there as the rejects file says, or much alike. Without that table a rejects file is a table
like any other. Must not know steps.
"""

import io
import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.jobs.base import JobError
from app.jobs.tabular import text
from app.jobs.tabular.lines import RawRecord, physical_lines, read_records
from app.jobs.tabular.magic import HEAD, Content, sniff
from app.jobs.tabular.options import ReadOptions
from app.jobs.tabular.values import REJECT_COLUMNS

ENDING = ".rejects.csv"
_COMPARED = 50  # rows that are looked for in the table
_ALIKE = 0.7  # of 1, as `difflib` measures it: a mended row is not the same any more
_SOURCE, _LINE, _RAW = (REJECT_COLUMNS.index(name) for name in ("source", "line", "raw"))
_MARKS = ReadOptions(
    encoding="utf-8", delimiter=",", quote='"', escape="doubled", header=True, skip=0
)  # as we write it


@dataclass(frozen=True, slots=True)
class Origin:
    """The table that rows were rejected from. `name`: its file's name."""

    name: str
    layout: text.Layout


def origin_of(path: str, read: ReadOptions) -> Origin | None:
    """The table that the rows of `path` belong to, read as `read` says; None when `path` is no rejects file, when its
    rows are of several tables, or when that table is not found."""
    if not path.lower().endswith(ENDING):
        return None
    try:
        file, layout = _rejects(path)
        rows = [record.cells for record in _records(file, layout) if len(record.cells) == len(REJECT_COLUMNS)]
    except JobError:
        return None  # it is read as a table like any other, which says what is wrong with it
    names = {cells[_SOURCE] for cells in rows}
    if len(names) != 1 or tuple(layout.header) != REJECT_COLUMNS:
        return None
    name = os.path.basename(names.pop())
    wanted = {int(cells[_LINE]): cells[_RAW] for cells in rows[:_COMPARED] if cells[_LINE].isdecimal()}
    own = os.path.dirname(os.path.abspath(path))
    above = os.path.dirname(own)
    # Beside the rejects file lies the output, which often has the source's name: it is looked at last, and closely.
    for folder, least in ((above, _ALIKE), (os.path.dirname(above), _ALIKE), (own, 1.0)):
        found = os.path.join(folder, name)
        if not name.lower().endswith(ENDING) and os.path.isfile(found):
            origin = _origin(found, read, wanted, least)
            if origin is not None:
                return origin
    return None


def mended_records(path: str, origin: Origin) -> Iterator[RawRecord]:
    """The rows in `raw`, read as rows of `origin`; `line` is where they stood there."""
    file, layout = _rejects(path)
    for record in _records(file, layout):
        if len(record.cells) != len(REJECT_COLUMNS):
            yield record
            continue
        cells = dict(zip(REJECT_COLUMNS, record.cells, strict=True))
        line = int(cells["line"]) if cells["line"].isdecimal() else record.line
        lines = physical_lines(io.StringIO(cells["raw"], newline=""), origin.name)
        for found in read_records(lines, origin.layout.syntax, origin.name):
            found.line += line - 1
            yield found


def _rejects(path: str) -> tuple[text.TextFile, text.Layout]:
    file = text.prepare(path, False, "utf-8")
    return file, text.find_layout(file, _MARKS)


def _records(file: text.TextFile, layout: text.Layout) -> Iterator[RawRecord]:
    with text.unpacking(file.path):
        stream, below = file.open()
        with below, stream:
            yield from (record for record in text.records_from(file, stream, layout) if record.cells)


def _origin(path: str, read: ReadOptions, wanted: dict[int, str], least: float) -> Origin | None:
    """The table at `path`, if a row of it is as alike as `least` to what is `wanted` there (line -> raw text)."""
    packed = path.lower().endswith(".gz")
    try:
        with text.unpacking(path), text.open_bytes(path, packed) as stream:
            head = stream.read(HEAD)
        if not head or sniff(path.removesuffix(".gz"), head) is not Content.TEXT:
            return None  # rows of workbooks and databases have no text of their own
        file = text.prepare(path, packed, read.encoding)
        if _alike(file, wanted) < least:
            return None
        return Origin(os.path.basename(path), text.find_layout(file, read))
    except JobError:
        return None


def _alike(file: text.TextFile, wanted: dict[int, str]) -> float:
    """How alike the row is that is most like the one that stands in its line of `file`: 1 = it is the same."""
    best = 0.0
    with text.unpacking(file.path):
        stream, below = file.open()
        with below, stream:
            lines = itertools.islice(physical_lines(stream, file.name), max(wanted, default=0))
            for number, line in enumerate(lines, 1):
                if number in wanted:
                    raw = wanted[number].splitlines()[0] if wanted[number] else ""
                    best = max(best, SequenceMatcher(None, raw, line.rstrip("\r\n"), False).ratio())
    return best
