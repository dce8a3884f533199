"""A sheet of an XLSX workbook as rows of text, by each cell's own type. Must not know headers or recipes.

Text stays text; whole numbers lose the `.0` that the format stores; dates and times become ISO.
"""

import datetime
import os
import zipfile
from collections.abc import Iterator
from decimal import Decimal

from app.jobs.base import JobError
from app.jobs.output import reading

MAX_UNPACKED = 2 * 1024**3  # bytes of XML; a sheet is read whole, so an archive that swells beyond this is refused


def sheet_rows(path: str, sheet: str | None) -> Iterator[list[str]]:
    """The rows of `sheet` (None = the first one), top row first, all of one width.

    Raises JobError NOT_TABULAR, HEADER (no such sheet), TOO_LARGE.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    name = os.path.basename(path)
    with reading(path), zipfile.ZipFile(path) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
            raise JobError("TOO_LARGE", f"{name} unpacks to more than 2 GB. Save it as CSV, then add it again.")
    try:
        with reading(path), CalamineWorkbook.from_path(path) as book:
            names = book.sheet_names
            if not names:
                raise JobError("EMPTY", f"{name} has no sheet.")
            if sheet is not None and sheet not in names:
                raise JobError("HEADER", f'{name} has no sheet "{sheet}"; it has {", ".join(names)}.')
            found = book.get_sheet_by_name(sheet if sheet is not None else names[0])
            for row in found.iter_rows():
                yield [cell_text(cell) for cell in row]
    except PasswordError as error:
        raise JobError(
            "NOT_TABULAR", f"{name} is protected by a password. Save it without one, then add it again."
        ) from error
    except CalamineError as error:
        raise JobError(
            "NOT_TABULAR", f"{name} is a damaged workbook. Save it again, then retry.", str(error)
        ) from error


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
