"""A text file as blocks of rows: what the index proves comes as it is, the rest goes through the law.

Owns: reading ahead, the way to the law and back, numbers of records and lines. Must not know steps or outputs.
"""

import io
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TextIO, cast

import numpy as np

from app.jobs.table.fast import Unfit, Way
from app.jobs.table.fast.block import Block
from app.jobs.table.fast.index import Form, Ints, Scan, lines_in, scan
from app.jobs.table.write.text import row_format
from app.jobs.tabular import Table
from app.jobs.tabular.lines import RawRecord, physical_lines, read_records
from app.jobs.tabular.text import Layout, TextFile, unpacking
from app.jobs.tabular.values import Record, RowProblem

Read = Callable[[int], bytes]
_LONGEST = 16  # blocks that a record may take before it is left to the law
_SPAN = 4096  # bytes that the law reads at least once it is called
_WIDER = 8  # how much more when it is called again at once …
_WIDEST = 1 << 22  # … up to this many bytes
_CHECKED = 256  # every so many blocks one is read by the law as well
_AHEAD = 1 << 16  # bytes that the law reads at once
_LINE_END = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows as they come, and records among them that cannot be used. All of its records come before the next one's."""

    block: Block
    rejected: list[Record]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Rows that were proved. `raw`: the text as it was read; `first` and `line`: number and line of its first record;
    the rest as in `Scan`."""

    raw: bytes
    begin: Ints
    end: Ints
    order: Ints
    first: int
    line: int

    def number(self, row: int) -> int:
        """See `Origin`."""
        return self.first + int(self.order[row])

    def record(self, row: int, cells: list[str], problem: RowProblem | None = None) -> Record:
        """See `Origin`."""
        begin = int(self.begin[row])
        raw = self.raw[begin : int(self.end[row])]
        line = self.line + lines_in(self.raw, begin)
        return Record(self.number(row), line, cells, raw.decode("utf-8"), max(1, lines_in(raw)), problem)


@dataclass(frozen=True, slots=True)
class _ByLaw:
    """Rows that the law read."""

    records: list[Record]

    def number(self, row: int) -> int:
        """See `Origin`."""
        return self.records[row].number

    def record(self, row: int, cells: list[str], problem: RowProblem | None = None) -> Record:
        """See `Origin`."""
        found = self.records[row]
        return Record(found.number, found.line, cells, found.raw, found.lines, problem)


class Pump:
    """One pass over the records of `table`, which counts them as if it were iterated itself.

    How many records go each way is counted in `way`. Raises Unfit, and JobError as iterating the table does.
    """

    def __init__(self, table: Table, layout: Layout, source: TextFile, way: Way) -> None:
        self._way = way
        self._table = table
        self._layout = layout
        self._file = source
        self._block = self._look = way.block
        self._form = form_of(table, layout, source)
        self._line_of = row_format(layout.syntax.delimiter, layout.syntax.quote, "\n")
        self._read: Read = lambda size: b""
        self._buffer = b""
        self._ended = False
        self._lines = 0  # physical lines before the buffer
        self._width = 0  # cells of the record before it
        self._count = 0  # blocks

    def __iter__(self) -> Iterator[Chunk]:
        self._way.taken = True
        with unpacking(self._file.path):
            stream, below = self._file.open()
            with below, stream:
                self._table.position = below.tell
                self._read = _reader(stream, self._file.encoding.name)
                self._skip(self._layout.first_line - 1)
                yield from self._chunks()
        self._table.position = lambda: self._table.size
        self._table.tell()

    def _chunks(self) -> Iterator[Chunk]:
        span = _SPAN
        while True:
            self._fill(self._look)
            if not self._buffer:
                return
            block, final = self._next()
            found = scan(block, self._form, final)
            if found.size:
                self._buffer = self._buffer[found.size :]
                yield self._proved(block[: found.size], found)
            if found.broken >= 0:
                span = min(span * _WIDER, _WIDEST) if found.size < span else _SPAN
                self._look = min(self._block, max(_SPAN, 2 * found.size))
                yield from self._by_law(found.broken - found.size + span)
            elif not found.size:
                if self._ended or len(block) >= _LONGEST * self._block:
                    yield from self._by_law(0)
                else:
                    self._look = 2 * max(self._look, len(block))
            else:
                self._look = min(self._block, 4 * self._look)

    def _next(self) -> tuple[bytes, bool]:
        """What is looked at next, and whether nothing follows. A last line without an end gets one; an end mark of DOS
        and a lone CR are the law's."""
        block = self._buffer[: self._look] if len(self._buffer) > self._look else self._buffer
        if not self._ended or len(block) < len(self._buffer):
            return block, False
        if block.endswith((b"\x1a", b"\r")):
            return block, False
        return (block, True) if block.endswith(b"\n") else (block + b"\n", True)

    def _fill(self, size: int) -> None:
        while not self._ended and len(self._buffer) < size:
            more = self._read(max(self._block, size - len(self._buffer)))
            self._ended = not more
            self._buffer += more

    def _skip(self, lines: int) -> None:
        """Leave out preamble and header."""
        size = self._block
        while lines:
            self._fill(size)
            ends = itertools.islice(_LINE_END.finditer(self._buffer), lines - 1, lines)
            end = next((found.end() for found in ends), len(self._buffer))
            if end < len(self._buffer) or self._ended:
                self._buffer = self._buffer[end:]
                self._lines = lines
                return
            size *= 2

    def _proved(self, raw: bytes, found: Scan) -> Chunk:
        table, first = self._table, self._table.read + 1
        origin = _Stretch(raw, found.raw_begin, found.raw_end, found.order, first, self._lines + 1)
        rejected = [self._odd(raw, begin, end, first + order) for order, begin, end in found.odd]
        table.read += found.count
        table.blank += found.blank
        self._way.by_index += found.count
        self._lines += found.lines
        self._width = found.last_width or self._width
        table.tell()
        block = self._made(found, origin)
        self._count += 1
        if self._count % _CHECKED == _CHECKED // 8:
            self._check(raw, block, len(rejected))
        return Chunk(block, rejected)

    def _made(self, found: Scan, origin: _Stretch | _ByLaw) -> Block:
        form, rows = self._form, len(found.begin)
        return Block(
            found.body, found.begin, found.ends, origin, form.delimiter, form.quote,
            np.arange(rows), tuple(range(form.width)),
        )  # fmt: skip

    def _odd(self, block: bytes, begin: int, end: int, number: int) -> Record:
        """A record of another width, as the law says it."""
        text = io.StringIO(block[begin:end].decode("utf-8"), newline="")
        raw = next(read_records(text, self._layout.syntax, self._table.name))
        raw.line += self._lines + lines_in(block, begin)
        return self._table.fitted(raw, number)

    def _check(self, raw: bytes, block: Block, odd: int) -> None:
        """Let the law read a block too, so that a fault of the index is found where it happens."""
        text = io.StringIO(raw.decode("utf-8"), newline="")
        width = self._form.width
        records = [r for r in read_records(text, self._layout.syntax, self._table.name) if r.cells or r.problem]
        good = [r for r in records if r.problem is None and len(r.cells) == width]
        if (
            len(records) - len(good) != odd
            or "".join([self._line_of(r.cells) for r in good]).encode() != block.render()
        ):
            raise Unfit(f"index and law differ before line {self._lines + 1}")

    def _by_law(self, until: int) -> Iterator[Chunk]:
        """Records by the law: those that begin in the first `until` bytes of the buffer, one at least."""
        table, form = self._table, self._form
        errors = "strict" if form.proved_text else "surrogateescape"
        tail = _Tail(self._buffer, self._read)
        text = io.TextIOWrapper(io.BufferedReader(tail), "utf-8", errors, newline="")
        good: list[Record] = []
        rejected: list[Record] = []
        used = given = lines = 0
        for raw in read_records(physical_lines(text, table.name), self._layout.syntax, table.name, self._width):
            used += len(raw.raw) if raw.raw.isascii() else len(raw.raw.encode("utf-8", errors))
            lines += raw.lines
            raw.line += self._lines
            self._count_in(raw, good, rejected)
            if used > until:
                self._buffer = tail.rest(used)
                self._lines += lines
                yield self._told(good, rejected)
                return
            if used - given > self._block:
                given = used
                yield self._told(good, rejected)
                good, rejected = [], []
        self._buffer = b""
        self._ended = True
        yield self._told(good, rejected)

    def _count_in(self, raw: RawRecord, good: list[Record], rejected: list[Record]) -> None:
        if "\0" in raw.raw:
            raise Unfit(f"NUL in line {raw.line}")
        if not raw.cells and raw.problem is None:
            self._table.blank += 1
            return
        if raw.problem is None:
            self._width = len(raw.cells)
        self._table.read += 1
        self._way.by_law += 1
        record = self._table.fitted(raw, self._table.read)
        (good if record.problem is None else rejected).append(record)

    def _told(self, good: list[Record], rejected: list[Record]) -> Chunk:
        """Records of the law as a block: written anew, they are clean."""
        self._table.tell()
        text = "".join([self._line_of(record.cells) for record in good]).encode("utf-8")
        found = scan(text, replace(self._form, proved_text=True, trusted=True), final=True)
        if len(found.begin) != len(good):
            raise Unfit(f"records of the law before line {self._lines + 1} are not found in what was written of them")
        return Chunk(self._made(found, _ByLaw(good)), rejected)


def form_of(table: Table, layout: Layout, source: TextFile) -> Form:
    """What the index has to know of a table."""
    return Form(
        len(table.names),
        layout.syntax.delimiter.encode(),
        layout.syntax.quote.encode(),
        ragged=table.rejects_ragged,
        proved_text=not source.encoding.escape_bad,
    )


class _Tail(io.RawIOBase):
    """Bytes that were read ahead and all that follow, for the law; `rest` gives back what it did not use."""

    def __init__(self, ahead: bytes, read: Read) -> None:
        super().__init__()
        self._data = bytearray(ahead)
        self._at = 0
        self._source = read

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any) -> int:
        if self._at == len(self._data):
            self._data += self._source(_AHEAD)
        size = min(len(target), len(self._data) - self._at)
        target[:size] = self._data[self._at : self._at + size]
        self._at += size
        return size

    def rest(self, used: int) -> bytes:
        """What stands behind the first `used` bytes, as far as it was read."""
        return bytes(self._data[used:])


def _reader(stream: TextIO, encoding: str) -> Read:
    """A function that gives about so many bytes of UTF-8, none at the end."""
    if encoding in ("utf-8", "ascii"):
        return cast(Read, cast(io.TextIOWrapper, stream).buffer.read)
    return lambda size: stream.read(size).encode("utf-8")
