"""A sheet of a workbook (XLSX, XLS, ODS) as rows of text, by each cell's own type. Must not know headers or recipes.

Text stays text; whole numbers lose the `.0` that the format stores, and keep the leading zeros that their number format
shows; dates and times become ISO; a failed formula is the words that stand there (#DIV/0!).
"""

import datetime
import io
import os
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from typing import IO, TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from app.core.failures import Warn
from app.jobs.base import JobError
from app.jobs.tabular.faults import damaged
from app.jobs.tabular.memory import bounded_memory
from app.jobs.tabular.sheethead import beginning
from app.jobs.tabular.sheetxml import Overrides, extent, overrides

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MAX_UNPACKED = 2 * 1024**3  # bytes of XML; a sheet is read whole, so an archive that swells beyond this is refused
MAX_CELLS = 100_000_000  # of the rectangle that a sheet fills, 32 bytes each; as many as 2 GB of XML can hold


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows`, top row first, all of one width. `warnings`: what a person sees in the sheet and not in its cells.
    `cut`: there are more rows."""

    rows: list[list[str]]
    warnings: tuple[Warn, ...]
    cut: bool


def read_sheet(path: str, sheet: str | None, limit: int | None = None) -> Sheet:
    """The rows of `sheet` (None = the first one), or the first ones of a sheet of more than `limit` bytes.

    Raises JobError NOT_TABULAR, HEADER (no such sheet), TOO_LARGE.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    name = os.path.basename(path)
    with damaged(path, "a workbook", CalamineError, ParseError), bounded_memory():
        _check_size(path, name)
        head = None if limit is None else beginning(path, sheet, limit)
        try:
            book = CalamineWorkbook.from_object(path if head is None else io.BytesIO(head))
        except PasswordError as error:
            raise JobError(
                "NOT_TABULAR", f"{name} is protected by a password. Save it without one, then add it again."
            ) from error
        with book:
            names = book.sheet_names
            if not names:
                raise JobError("EMPTY", f"{name} has no sheet.")
            if sheet is not None and sheet not in names:
                raise JobError("HEADER", f'{name} has no sheet "{sheet}"; it has {", ".join(names)}.')
            chosen = sheet if sheet is not None else names[0]
            _check_extent(path if head is None else io.BytesIO(head), chosen, name)
            found = book.get_sheet_by_name(chosen)
            rows = [[cell_text(cell) for cell in row] for row in found.iter_rows()]
            warnings = _left(book, sheet, chosen, name) + _merged(found, name)
        shown, errors = _shown(path if head is None else io.BytesIO(head), chosen)
    first = found.start[1] if found.start is not None else 0
    for (row, column), text in shown.items():
        if row < len(rows) and first <= column < first + len(rows[row]):
            rows[row][column - first] = text
    if errors:
        warnings.append(Warn("ERROR_CELLS", f"{errors:,} cells of {name} hold formulas that failed, such as #N/A."))
    return Sheet(rows, tuple(warnings), head is not None)


def _check_size(path: str, name: str) -> None:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    else:
        size = os.stat(path).st_size
    if size > MAX_UNPACKED:
        raise JobError("TOO_LARGE", f"{name} unpacks to more than 2 GB. Save it as CSV, then add it again.")


def _check_extent(file: str | IO[bytes], sheet: str, name: str) -> None:
    """A sheet is read as the rectangle of its cells: two of them in opposite corners would take half a terabyte."""
    if not zipfile.is_zipfile(file):
        return
    with zipfile.ZipFile(file) as archive:
        cells = extent(archive, sheet)
    if cells > MAX_CELLS:
        raise JobError(
            "TOO_LARGE",
            f'The sheet "{sheet}" of {name} spans {cells:,} cells; {MAX_CELLS:,} is the most. Delete stray cells far '
            "from the table, then retry.",
        )


def _shown(file: str | IO[bytes], sheet: str) -> tuple[Overrides, int]:
    if not zipfile.is_zipfile(file):
        return {}, 0
    with zipfile.ZipFile(file) as archive:
        return overrides(archive, sheet)


def _left(book: "CalamineWorkbook", wanted: str | None, chosen: str, name: str) -> list[Warn]:
    """Other sheets that can be seen, when nobody said which one is meant."""
    from python_calamine import SheetVisibleEnum

    others = [m.name for m in book.sheets_metadata if m.visible is SheetVisibleEnum.Visible and m.name != chosen]
    if wanted is not None or not others:
        return []
    more = ", ".join(others[:5]) + (", …" if len(others) > 5 else "")
    return [Warn("SHEETS_LEFT", f'Of {name} the sheet "{chosen}" was read, not {more}. Name another in the recipe.')]


def _merged(found: "CalamineSheet", name: str) -> list[Warn]:
    """Merged cells hold their value once, in the first of them."""
    ranges = found.merged_cell_ranges or []
    if not ranges:
        return []
    text = f"{name} has {len(ranges):,} merged cells; the value stands in the first cell of each, the others are empty."
    return [Warn("MERGED_CELLS", text)]


def cell_text(cell: object) -> str:
    """One cell as text."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return number_text(cell)
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(sep=" ") if cell.time() != datetime.time() else cell.date().isoformat()
    if isinstance(cell, datetime.timedelta):
        return _duration(cell)
    if isinstance(cell, (datetime.date, datetime.time)):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def number_text(value: float) -> str:
    """The shortest decimal that is this number, never in exponent form."""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return format(Decimal(repr(value)), "f").removesuffix(".0")


def _duration(value: datetime.timedelta) -> str:
    """`30:15:00`: hours may pass 24."""
    seconds = value.total_seconds()
    sign, whole = ("-" if seconds < 0 else ""), round(abs(seconds))
    return f"{sign}{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
