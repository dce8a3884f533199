"""Delimited text. Owns the quoting rule (minimal, a lone CR included, whatever the Python version does)."""

import codecs
import re
from collections.abc import Callable
from typing import IO

from app.jobs.table.columns import Columns
from app.jobs.table.row import RowReject
from app.jobs.table.write.base import Style
from app.jobs.table.write.guard import guarded

_BOMS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def row_format(delimiter: str, quote: str, newline: str) -> Callable[[list[str]], str]:
    """How a row becomes a line. A cell with the delimiter, the quote, CR or LF is quoted, no other.

    A row that is one empty cell is written as two quotes, for a blank line is no row. Without a quote the function
    raises RowReject for a cell that would need one.
    """
    # Of a delimiter of several characters a cell may end with the first ones: what follows would be torn apart.
    special = [re.escape(part) for part in (delimiter, quote, "\r", "\n") if part]
    needs = re.compile(
        "|".join([*special, *(rf"{re.escape(delimiter[:n])}\Z" for n in range(1, len(delimiter)))])
    ).search
    short = len(delimiter) == 1

    def line(cells: list[str]) -> str:
        text = delimiter.join(cells)
        # Looked for in the whole row: a tenth of the time of asking each cell.
        if (
            short
            and text.count(delimiter) == len(cells) - 1
            and "\n" not in text
            and "\r" not in text
            and not (quote and quote in text)
        ):
            return text + newline if text or len(cells) != 1 else quote * 2 + newline
        if not text and len(cells) == 1:
            return quote * 2 + newline
        if not quote and any(map(needs, cells)):
            raise RowReject("ENCODING", "a cell would need quotes, and the recipe allows none")
        return delimiter.join([_quoted(cell, quote) if needs(cell) else cell for cell in cells]) + newline

    return line


def _quoted(cell: str, quote: str) -> str:
    return quote + cell.replace(quote, quote * 2) + quote


class TextWriter:
    """Writes rows as encoded lines."""

    def __init__(self, file: IO[bytes], style: Style, columns: Columns) -> None:
        self.guarded = 0
        self._file = file
        self._style = style
        self._columns = columns
        self._format = row_format(style.delimiter, style.quote, style.newline)
        self._first = True
        if style.bom:
            file.write(_BOMS.get(style.encoding, b""))
        if style.header:
            self.write(list(columns.titles) if any(columns.titles) else list(columns.names))

    def write(self, cells: list[str]) -> None:
        """See `TableWriter`."""
        if self._style.guard:
            safe = [guarded(cell) for cell in cells]
            self.guarded += sum(1 for old, new in zip(cells, safe, strict=True) if old is not new)
            cells = safe
        line = self._format(cells)
        if self._first:
            line = self._first_line(line, cells)
        try:
            data = line.encode(self._style.encoding)
        except UnicodeEncodeError as error:
            raise self._unwritable(cells, line[error.start]) from error
        if "\0" in line:
            raise self._unwritable(cells, "\0")
        self._first = False
        self._file.write(data)

    def close(self) -> None:
        """See `TableWriter`."""

    def abandon(self) -> None:
        """See `TableWriter`."""

    def _first_line(self, line: str, cells: list[str]) -> str:
        """The file must not begin with what readers take for a byte order mark or a note to the spreadsheet."""
        quote = self._style.quote
        if quote and cells and cells[0][:4].lower().startswith(("\ufeff", "sep=")) and not line.startswith(quote):
            return _quoted(cells[0], quote) + line[len(cells[0]) :]
        return line

    def _unwritable(self, cells: list[str], char: str) -> RowReject:
        position = next((i for i, cell in enumerate(cells) if char in cell), 0)
        names = self._columns.names
        shown = f"U+{ord(char):04X}" if not char.isprintable() else f"{char} (U+{ord(char):04X})"
        return RowReject(
            "ENCODING",
            f"encoding: the character {shown} cannot be written as {self._style.encoding}",
            names[position] if position < len(names) else "",
            cells[position],
        )
