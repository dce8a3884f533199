"""A text file as a source of raw records: opening, unpacking, decoding, finding the dialect. Must not know steps."""

import gzip
import io
import itertools
import os
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import IO, TextIO, cast

from app.core.failures import Warn
from app.jobs.base import JobError
from app.jobs.output import reading
from app.jobs.tabular import dialect as detection
from app.jobs.tabular.encoding import Encoding, find_encoding
from app.jobs.tabular.kinds import has_header
from app.jobs.tabular.lines import RawRecord, Syntax, physical_lines, read_records
from app.jobs.tabular.options import ReadOptions
from app.jobs.tabular.values import Dialect

_SAMPLE_LINES = 1000
_SAMPLE_CHARS = 512 * 1024


@contextmanager
def unpacking(path: str) -> Iterator[None]:
    """Turn faults of reading and unpacking `path` into coded failures."""
    with reading(path):
        try:
            yield
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:  # the last one is an OSError, too
            message = f"{os.path.basename(path)} is a damaged gzip file. Copy it again, then retry."
            raise JobError("COMPRESSED", message, str(error)) from error


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text file whose encoding is known; every `open` starts a fresh pass over it.

    `head`: its first lines as bytes, where no more of it is looked at.
    """

    path: str
    packed: bool
    encoding: Encoding
    head: bytes | None = None

    @property
    def name(self) -> str:
        """The file's name, for messages."""
        return os.path.basename(self.path)

    def open(self) -> tuple[TextIO, IO[bytes]]:
        """The decoded text after any BOM, and the file below it, whose `tell` says how far reading is."""
        # The caller closes both.
        below: IO[bytes] = open(self.path, "rb") if self.head is None else io.BytesIO(self.head)  # noqa: SIM115
        packed = gzip.GzipFile(fileobj=below) if self.packed and self.head is None else below
        packed.read(self.encoding.bom)
        errors = "surrogateescape" if self.encoding.escape_bad else "strict"
        text = io.TextIOWrapper(cast(IO[bytes], packed), encoding=self.encoding.name, errors=errors, newline="")
        return text, below


def open_bytes(path: str, packed: bool) -> IO[bytes]:
    """The unpacked bytes of `path`."""
    return cast(IO[bytes], gzip.open(path, "rb")) if packed else open(path, "rb")


def prepare(path: str, packed: bool, wanted: str, limit: int | None = None) -> TextFile:
    """Prove the encoding of `path`, or of its lines within the first `limit` bytes.

    Raises JobError (ENCODING, NUL, COMPRESSED, READ_DENIED, …).
    """
    with unpacking(path):
        head = None if limit is None else _head(path, packed, limit)
        opener = (lambda: open_bytes(path, packed)) if head is None else lambda: cast(IO[bytes], io.BytesIO(head))
        return TextFile(path, packed, find_encoding(path, wanted, opener), head)


def _head(path: str, packed: bool, limit: int) -> bytes | None:
    """The whole lines within the first `limit` bytes; None when that is all there is."""
    with open_bytes(path, packed) as stream:
        data = stream.read(limit + 1)
    if len(data) <= limit:
        return None
    end = max(data.rfind(b"\n"), data.rfind(b"\r"))
    unit = 1 if b"\0" not in data[:4096] else 4 if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")) else 2
    end = limit if end < 0 else end
    return data[: end - end % unit + unit]  # the line end with its zero bytes, in UTF-16 and UTF-32


@dataclass(frozen=True, slots=True)
class Layout:
    """A file's dialect, its syntax, the header's cells and the physical line where data begins."""

    dialect: Dialect
    syntax: Syntax
    header: list[str]
    first_line: int
    warnings: tuple[Warn, ...] = ()


def find_layout(file: TextFile, read: ReadOptions) -> Layout:
    """Look at the first records. Raises JobError EMPTY, DIALECT_AMBIGUOUS, ENCODING and what `read_records` raises."""
    with unpacking(file.path):
        stream, below = file.open()
        with below, stream:
            head = list(_limited(physical_lines(stream, file.name)))
    if not any(line.strip() for line in head):
        raise JobError("EMPTY", f"{file.name} holds blank lines only.")
    base = Syntax(
        initial_space=read.initial_space == "drop", comment=read.comment, keep_stray=read.stray_quotes == "keep"
    )
    sep = detection.sep_line(head[0]) if read.delimiter == "auto" and read.skip == "auto" else None
    body = head[1:] if sep else head
    if not any(line.strip() for line in body):
        raise JobError("EMPTY", f"{file.name} holds no row.")
    choice = detection.detect(body, base, sep or read.delimiter, read.quote, read.escape, file.name)
    if sep:
        choice = replace(choice, why=f"{detection.shown(sep)} named in its first line")
    records = _sample_records(file, choice.syntax, 1 if sep else 0)
    if not records:
        raise JobError("EMPTY", f"{file.name} holds no row.")
    skip = detection.preamble(records, choice.width) if read.skip == "auto" else min(read.skip, len(records))
    table = records[skip:]
    if not table:
        raise JobError("EMPTY", f"{file.name} holds no row after the {skip} rows that are skipped.")
    if not sep and read.delimiter == "auto" and read.skip == "auto":
        detection.check_sure(choice, [r.cells for r in table], file.name)
    rows, why = header_rows(read, [r.cells for r in table])
    header = join_header([r.cells for r in table[:rows]], len(table[0].cells))
    _check_header(file, table[:rows], header)
    first = table[rows].line if rows < len(table) else table[-1].line + table[-1].lines
    style = Dialect(
        format="csv",
        encoding=file.encoding.name,
        bom=file.encoding.bom > 0,
        delimiter=choice.syntax.delimiter,
        quote=choice.syntax.quote,
        escape=choice.syntax.escape,
        newline=_newline(records),
        header_rows=rows,
        skipped=skip + (1 if sep else 0),
        sure=file.encoding.sure,
        why="; ".join(part for part in (file.encoding.why, choice.why, why) if part),
    )
    return Layout(style, choice.syntax, header, first, file.encoding.warnings)


def records_from(file: TextFile, stream: TextIO, layout: Layout) -> Iterator[RawRecord]:
    """The data records of an open `stream`, blank lines included."""
    lines = physical_lines(stream, file.name)
    skipped = layout.first_line - 1
    for _ in itertools.islice(lines, skipped):
        pass
    for record in read_records(lines, layout.syntax, file.name):
        record.line += skipped
        yield record


def header_rows(read: ReadOptions, rows: list[list[str]]) -> tuple[int, str]:
    """How many rows of header there are, and why."""
    if read.header == "auto":
        found, why = has_header(rows)
        return int(found), why
    return min(int(read.header), len(rows)), "header named in the recipe"


def join_header(rows: list[list[str]], width: int) -> list[str]:
    """Column names as in the file; several rows of header are joined with a space. No header: `width` empty names."""
    if not rows:
        return [""] * width
    if len(rows) == 1:
        return list(rows[0])
    width = max(len(row) for row in rows)
    return [" ".join(row[i] for row in rows if i < len(row) and row[i]) for i in range(width)]


def _limited(lines: Iterator[str]) -> Iterator[str]:
    size = 0
    for line in itertools.islice(lines, _SAMPLE_LINES):
        yield line
        size += len(line)
        if size > _SAMPLE_CHARS:
            return


def _sample_records(file: TextFile, syntax: Syntax, skip_lines: int) -> list[RawRecord]:
    """The first records, read by the chosen syntax from a fresh pass (so that none is cut)."""
    found: list[RawRecord] = []
    with unpacking(file.path):
        stream, below = file.open()
        with below, stream:
            lines = physical_lines(stream, file.name)
            for _ in itertools.islice(lines, skip_lines):
                pass
            try:
                for record in read_records(lines, syntax, file.name):
                    record.line += skip_lines
                    if record.cells or record.problem:
                        found.append(record)
                    if len(found) >= detection.SAMPLE_ROWS or record.line > _SAMPLE_LINES:
                        break
            except JobError:
                if file.head is None or not found:
                    raise  # where only the beginning is looked at, it may end inside a cell
    return found


def _check_header(file: TextFile, rows: list[RawRecord], header: list[str]) -> None:
    for row in rows:
        if row.problem is not None:
            raise JobError(
                "HEADER", f"The header in line {row.line} of {file.name} cannot be read: {row.problem.reason}."
            )
    if any("\udc80" <= char <= "\udcff" for cell in header for char in cell):
        raise JobError(
            "ENCODING",
            f"The header of {file.name} holds bytes that are not {file.encoding.name}. Name the encoding.",
        )


def _newline(records: list[RawRecord]) -> str:
    """The line end that most records have; line breaks inside cells are of another program."""
    ends = Counter("\r\n" if r.raw.endswith("\r\n") else r.raw[-1:] for r in records if r.raw[-1:] in ("\r", "\n"))
    return ends.most_common(1)[0][0] if ends else "\n"
