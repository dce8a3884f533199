"""Opening a table: the one door for everybody who reads tables.

Owns: which reader a file needs (those of rarer formats are imported when such a file comes), numbering of records,
rows that do not fit the header. Must not know: steps, outputs.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TextIO

from app.core.failures import Warn
from app.jobs.base import JobError
from app.jobs.output import open_source, reading
from app.jobs.tabular import jsonrows, rejected, text
from app.jobs.tabular.dialect import preamble
from app.jobs.tabular.encoding import is_wide
from app.jobs.tabular.lines import RawRecord
from app.jobs.tabular.magic import HEAD, Content, check_text, sniff
from app.jobs.tabular.options import ReadOptions
from app.jobs.tabular.values import MAX_COLUMNS, Dialect, Record, RowProblem, unique_names

Progress = Callable[[int, int], None]
# ".gz" beside ".csv.gz": most callers see only the last part of a name.
SUFFIXES = frozenset(
    {".csv", ".tsv", ".txt", ".tab", ".csv.gz", ".gz", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".json", ".ndjson",
     ".jsonl", ".sqlite", ".sqlite3", ".parquet"}
)  # fmt: skip
_KINDS = {
    "xlsx": "an Excel workbook",
    "xlsm": "an Excel workbook with macros",
    "xlsb": "a binary Excel workbook",
    "xls": "an old Excel workbook",
    "ods": "an OpenDocument spreadsheet",
}
_TELL_EVERY = 512  # records between two progress calls


class Table:
    """An open table: iterate it once, inside `with`. Counts what it gives.

    `header`: names as in the file ("" without a header); `names`: unique names for steps; `warnings`: what had to be
    guessed; `cut`: only the beginning of the file is looked at. `read`, `blank`, `repaired` count records, blank lines
    and padded or cut rows so far.
    """

    def __init__(
        self,
        path: str,
        read: ReadOptions,
        dialect: Dialect,
        header: list[str],
        warnings: tuple[Warn, ...] = (),
        source: text.TextFile | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.path = path
        self.dialect = dialect
        self.header = header
        self.names = unique_names(header)
        self.warnings = warnings
        self.source = source  # the text file below; None for a workbook
        self.layout: text.Layout | None = None  # of delimited text
        self.cut = source is not None and source.head is not None
        self.origin = ""  # the file that the rows come from, where that is another one
        self.size = os.stat(path).st_size
        self.read = 0
        self.blank = 0
        self.repaired = 0
        self._options = read
        self._raw: Callable[[], Iterator[RawRecord]] = lambda: iter(())
        self._progress = progress
        self.position: Callable[[], int] = lambda: 0  # bytes read so far
        self._records: Iterator[RawRecord] | None = None

    def feed(self, raw: Callable[[], Iterator[RawRecord]]) -> None:
        """For the functions below: where each pass over the records comes from."""
        self._raw = raw

    @property
    def name(self) -> str:
        """The file's name, for messages."""
        return os.path.basename(self.path)

    @property
    def rejects_ragged(self) -> bool:
        """Whether rows of another width than the header are rejected."""
        return self._options.ragged == "reject"

    def __enter__(self) -> "Table":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Harmless when repeated."""
        records, self._records = self._records, None
        if records is not None and hasattr(records, "close"):
            records.close()

    def __iter__(self) -> Iterator[Record]:
        """The data records in order. Raises JobError as `open_table` does."""
        self.close()
        self._records = self._raw()
        one_column = len(self.names) == 1
        for raw in self._records:
            if not raw.cells and raw.problem is None:
                if not one_column:
                    self.blank += 1
                    continue
                raw.cells = [""]  # in a table of one column a blank line is an empty cell
            self.read += 1
            if self.read % _TELL_EVERY == 0:
                self.tell()
            yield self.fitted(raw, self.read)
        if self._progress is not None:
            self._progress(self.size, self.size)

    def tell(self) -> None:
        """Say how far reading is."""
        if self._progress is not None:
            self._progress(self.position(), self.size)

    def fitted(self, raw: RawRecord, number: int) -> Record:
        """The record `number` out of `raw`, which is not blank, made fit or with its problem."""
        problem = raw.problem
        if problem is None and self.source is not None and self.source.encoding.escape_bad:
            problem = self._bad_bytes(raw)
        if problem is None and len(raw.cells) != len(self.names):
            problem = self._shape(raw)
        return Record(number, raw.line, raw.cells, raw.raw, raw.lines, problem, self.origin)

    def _shape(self, raw: RawRecord) -> RowProblem | None:
        """Make a ragged row fit as the recipe allows, or say why it does not."""
        width, found, ragged = len(self.names), len(raw.cells), self._options.ragged
        if found < width and ragged in ("pad", "both"):
            raw.cells = raw.cells + [""] * (width - found)
            self.repaired += 1
            return None
        if found > width and ragged in ("truncate", "both"):
            raw.cells = raw.cells[:width]
            self.repaired += 1
            return None
        few = "few" if found < width else "many"
        if ragged == "fail":
            raise JobError(
                "COLUMNS_DIFFER",
                f"Line {raw.line:,} of {self.name} has {found} columns, the header {width}. Repair it, then retry.",
            )
        return RowProblem("COLUMNS_DIFFER", f"too {few} fields ({found} instead of {width})")

    def _bad_bytes(self, raw: RawRecord) -> RowProblem | None:
        if raw.raw.isascii():
            return None
        for name, cell in zip(self.names, raw.cells, strict=False):
            bad = [char for char in cell if "\udc80" <= char <= "\udcff"]
            if bad:
                shown = " ".join(f"{ord(char) - 0xDC00:02X}" for char in bad[:4])
                return RowProblem("ENCODING", f"encoding: bytes {shown} are not {self.dialect.encoding}", name, cell)
        return None


def open_table(path: str, read: ReadOptions, *, progress: Progress | None = None, limit: int | None = None) -> Table:
    """Open the table at `path`, find out how it is written, and return it ready to iterate.

    `limit`: bytes after which a long file is taken to end (at the end of a line), for a quick look at its beginning.
    `progress(bytes read, bytes in all)` is called now and then while iterating. Raises JobError with a sentence that
    names the file and, where there is one, the line: EMPTY_FILE, EMPTY, NOT_TEXT, NOT_TABULAR, COMPRESSED, ENCODING,
    DIALECT_AMBIGUOUS, UNCLOSED_QUOTE, SUSPECT_QUOTE, NUL, FIELD_TOO_LONG, TOO_MANY_COLUMNS, HEADER, TOO_LARGE,
    READ_DENIED, SOURCE_GONE, IO_ERROR; while iterating also COLUMNS_DIFFER (`ragged: fail`).
    """
    content, packed = _content(path, read.encoding)
    if content is Content.WORKBOOK:
        return _open_workbook(path, read, progress, limit)
    if content in (Content.JSON, Content.JSON_LINES):
        return _open_json(path, packed, read, progress, limit, content is Content.JSON_LINES)
    if content is Content.DATABASE:
        return _open_database(path, read, progress, limit)
    if content is Content.PARQUET:
        return _open_parquet(path, read, progress)
    return _open_text(path, packed, read, progress, limit)


def looks_readable(path: Path) -> bool:
    """Whether `open_table` would try this file, by its first bytes. Never raises."""
    try:
        content, _ = _content(str(path))
    except JobError:
        return False
    return content in set(Content)


def _content(path: str, encoding: str = "auto") -> tuple[Content, bool]:
    """What the file is, looking through gzip; `encoding`: as the recipe says."""
    name = os.path.basename(path)
    with open_source(path) as stream, reading(path):
        head = stream.read(HEAD)
    if not head:
        raise JobError("EMPTY_FILE", f"{name} is empty (0 bytes). Copy it again, then retry.")
    content = sniff(path, head)
    packed = content is Content.GZIP
    if packed:
        with text.unpacking(path), text.open_bytes(path, packed) as stream:
            head = stream.read(HEAD)
        if not head:
            raise JobError("EMPTY_FILE", f"{name} holds nothing (0 bytes unpacked).")
        content = sniff(path, head, packed)
        if content not in (Content.TEXT, Content.JSON, Content.JSON_LINES):
            raise JobError("COMPRESSED", f"{name} holds another packed file. Unpack it, then add what is inside.")
    if content is Content.TEXT and not is_wide(head, encoding):
        check_text(path, head)
    return content, packed


def _open_text(path: str, packed: bool, read: ReadOptions, progress: Progress | None, limit: int | None) -> Table:
    origin = rejected.origin_of(path, read) if path.lower().endswith(rejected.ENDING) else None
    if origin is not None:
        return _open_rejected(path, read, progress, origin)
    file = text.prepare(path, packed, read.encoding, limit)
    layout = text.find_layout(file, read)

    table = Table(path, read, layout.dialect, layout.header, layout.warnings, file, progress)
    table.layout = layout
    table.feed(lambda: _from_text(table, file, lambda stream: text.records_from(file, stream, layout)))
    return table


def _open_rejected(path: str, read: ReadOptions, progress: Progress | None, origin: rejected.Origin) -> Table:
    layout = origin.layout
    dialect = replace(layout.dialect, whole=False, why=f"rows that were rejected from {origin.name}")
    table = Table(path, read, dialect, layout.header, layout.warnings, None, progress)
    table.origin = origin.name
    table.feed(lambda: rejected.mended_records(path, origin))
    return table


def _open_json(
    path: str, packed: bool, read: ReadOptions, progress: Progress | None, limit: int | None, lines: bool
) -> Table:
    file = text.prepare(path, packed, "utf-8" if read.encoding == "auto" else read.encoding, limit)
    header_of = jsonrows.header_of_lines if lines else jsonrows.header_of
    records_of = jsonrows.records_of_lines if lines else jsonrows.records_of
    with text.unpacking(path):
        stream, below = file.open()
        with below, stream:
            header = header_of(stream, path, file.head is not None)
    if not header:
        raise JobError("EMPTY", f"{os.path.basename(path)} holds no object with a value.")
    _check_width(path, header)
    dialect = Dialect(
        "ndjson" if lines else "json",
        file.encoding.name,
        file.encoding.bom > 0,
        delimiter="",
        quote="",
        newline="\n",
        why="JSON, an object on each line" if lines else "JSON",
    )

    table = Table(path, read, dialect, header, (), file, progress)
    table.feed(lambda: _from_text(table, file, lambda stream: records_of(stream, path, header)))
    return table


def _open_database(path: str, read: ReadOptions, progress: Progress | None, limit: int | None) -> Table:
    from app.jobs.tabular import database

    name, header, count, warnings = database.find_table(path, read.sheet, count=limit is None)
    _check_width(path, header)
    dialect = Dialect("sqlite", newline="\n", why=f'a SQLite database, table "{name}"')
    table = Table(path, read, dialect, header, warnings, None, progress)
    table.position = lambda: table.size * table.read // max(1, count)
    table.feed(lambda: database.table_records(path, name, header))
    return table


def _open_parquet(path: str, read: ReadOptions, progress: Progress | None) -> Table:
    from app.jobs.tabular import parquet

    header, count = parquet.columns_of(path)
    if not header:
        raise JobError("EMPTY", f"{os.path.basename(path)} has no column.")
    _check_width(path, header)
    table = Table(path, read, Dialect("parquet", newline="\n", why="a Parquet file"), header, (), None, progress)
    table.position = lambda: table.size * table.read // max(1, count)
    table.feed(lambda: parquet.table_records(path, header))
    return table


def _from_text(
    table: Table, file: text.TextFile, records: Callable[[TextIO], Iterator[RawRecord]]
) -> Iterator[RawRecord]:
    """One pass over a text file, open as long as it is iterated."""
    with text.unpacking(file.path):
        stream, below = file.open()
        with below, stream:
            table.position = below.tell
            yield from records(stream)


def _open_workbook(path: str, read: ReadOptions, progress: Progress | None, limit: int | None) -> Table:
    from app.jobs.tabular import workbook

    sheet = workbook.read_sheet(path, read.sheet, limit)
    rows = [RawRecord(number, 1, cells, "") for number, cells in enumerate(sheet.rows, 1)]
    filled = [row for row in rows if any(row.cells)]
    if not filled:
        raise JobError("EMPTY", f"{os.path.basename(path)} has no row in this sheet.")
    width = len(filled[0].cells)
    _check_width(path, filled[0].cells)
    skip = preamble(filled[:200], width) if read.skip == "auto" else min(read.skip, len(filled))
    body = filled[skip:]
    if not body:
        raise JobError("EMPTY", f"{os.path.basename(path)} holds no row after the {skip} rows that are skipped.")
    count, why = text.header_rows(read, [row.cells for row in body[:200]])
    header = text.join_header([row.cells for row in body[:count]], width)
    kind = os.path.splitext(path)[1].lower()[1:]
    dialect = Dialect(kind, newline="\n", header_rows=count, skipped=skip, why=f"{_KINDS[kind]}; {why}")
    first = body[count].line if count < len(body) else len(rows) + 1

    def records() -> Iterator[RawRecord]:
        for row in rows[first - 1 :]:
            cells = row.cells if any(row.cells) else []
            yield RawRecord(row.line, 1, list(cells), "")

    table = Table(path, read, dialect, header, sheet.warnings, None, progress)
    table.cut = sheet.cut
    table.position = lambda: table.size * table.read // len(rows)
    table.feed(records)
    return table


def _check_width(path: str, header: list[str]) -> None:
    if len(header) > MAX_COLUMNS:
        raise JobError(
            "TOO_MANY_COLUMNS", f"{os.path.basename(path)} has {len(header):,} columns; {MAX_COLUMNS:,} is the most."
        )
