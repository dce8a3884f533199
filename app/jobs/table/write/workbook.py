"""An XLSX workbook with one sheet, written row by row with constant memory; the same rows give the same bytes.

Plain numbers become numbers that show the same digits; what a spreadsheet would change (leading zeros, more than 15
digits, formulas, dates) stays text.
"""

import datetime
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import IO, Any

from app.jobs.base import JobError
from app.jobs.table.columns import Columns
from app.jobs.table.row import RowReject
from app.jobs.table.scratch import scratch_folder
from app.jobs.table.write.base import Style

MAX_ROWS = 1_048_576  # limits of the format
MAX_COLUMNS = 16_384
MAX_CELL = 32_767
_CREATED = datetime.datetime(2000, 1, 1)  # fixed, so that equal tables are equal files
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.(\d{1,14}))?", re.ASCII)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
MAX_DIGITS = 15  # of a double, exact


class WorkbookWriter:
    """See `TableWriter`."""

    def __init__(self, file: IO[bytes], style: Style, columns: Columns, name: str) -> None:
        import xlsxwriter

        if len(columns.names) > MAX_COLUMNS:
            raise JobError(
                "TOO_MANY_COLUMNS", f"{name} would have {len(columns.names):,} columns; Excel takes {MAX_COLUMNS:,}."
            )
        titles = list(columns.titles if any(columns.titles) else columns.names) if style.header else []
        self.guarded = 0
        self._name = name
        self._columns = columns
        self._check(titles)
        self._scratch = ExitStack()
        folder = self._scratch.enter_context(scratch_folder(style.scratch))
        options: dict[str, Any] = {"constant_memory": True, "in_memory": False, "tmpdir": folder}
        self._book = xlsxwriter.Workbook(_Target(file), options)
        self._book.set_properties({"created": _CREATED})
        self._sheet = self._book.add_worksheet()
        self._formats: dict[int, Any] = {}
        for column, title in enumerate(titles):
            self._sheet.write_string(0, column, title)
        self._row = 1 if style.header else 0

    def write(self, cells: list[str]) -> None:
        """See `TableWriter`."""
        if self._row >= MAX_ROWS:
            raise JobError(
                "TOO_LARGE",
                f"{self._name} would have more than {MAX_ROWS:,} rows; Excel takes no more. Write CSV instead.",
            )
        self._check(cells)
        for column, cell in enumerate(cells):
            if not cell:
                continue
            match = _NUMBER.fullmatch(cell)
            if match is None or not _exact(cell):
                self._sheet.write_string(self._row, column, cell)
            else:
                self._sheet.write_number(self._row, column, float(cell), self._digits(len(match[1] or "")))
        self._row += 1

    def close(self) -> None:
        """See `TableWriter`. Raises OSError when the drive does not take it."""
        from xlsxwriter.exceptions import FileCreateError

        try:
            self._book.close()
        except FileCreateError as error:
            cause = error.args[0] if error.args and isinstance(error.args[0], OSError) else None
            raise cause or OSError(str(error)) from error
        self._scratch.close()

    def abandon(self) -> None:
        """See `TableWriter`."""
        rows = self._sheet.row_data_fh  # open until the workbook is put together
        if rows is not None:
            rows.close()
        self._scratch.close()

    def _check(self, cells: list[str]) -> None:
        for position, cell in enumerate(cells):
            if len(cell) > MAX_CELL:
                raise RowReject(
                    "FIELD_TOO_LONG",
                    f"Excel takes {MAX_CELL:,} characters a cell",
                    self._columns.names[position],
                    cell[:80],
                )
            if _NOT_XML.search(cell):
                raise RowReject(
                    "ENCODING",
                    "encoding: a control character that Excel cannot hold",
                    self._columns.names[position],
                    cell,
                )

    def _digits(self, places: int) -> Any:
        """The number format that shows `places` decimals; none for whole numbers."""
        if not places:
            return None
        if places not in self._formats:
            self._formats[places] = self._book.add_format({"num_format": "0." + "0" * places})
        return self._formats[places]


class _Target:
    """The output as the library sees it. After a fault it takes everything and keeps nothing: the archive that was
    begun puts an end to itself whenever Python comes to it, be the file closed or the drive still full."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._broken = False
        self._place = 0  # after a fault: where the library believes to be

    def write(self, data: bytes) -> int:
        """As `IO.write`. Raises OSError once."""
        if self._broken:
            self._place += len(data)
            return len(data)
        with self._watched():
            return self._file.write(data)

    def flush(self) -> None:
        """As `IO.flush`. Raises OSError once."""
        if not self._broken:
            with self._watched():
                self._file.flush()

    def seek(self, offset: int, whence: int = 0) -> int:
        """As `IO.seek`. Raises OSError once."""
        if self._broken:
            self._place = offset
            return offset
        with self._watched():
            return self._file.seek(offset, whence)

    def tell(self) -> int:
        """As `IO.tell`."""
        return self._place if self._broken else self._file.tell()

    @contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except OSError:
            self._broken = True
            raise


def _exact(text: str) -> bool:
    """Whether a double holds and shows this number as it is written."""
    digits = text.lstrip("-").replace(".", "").lstrip("0")
    return len(digits) <= MAX_DIGITS and not (text.startswith("-") and not digits)
