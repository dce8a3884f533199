"""A report as an Excel workbook: a sheet that adds up, a sheet of all rows.

Owns: the sheets. Every cell is written as text, so nothing in it can be a formula, a link or a date. Must not know:
jobs. XlsxWriter keeps finished rows in files of its own, so that any number of rows fits into memory.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from app.core.wording import visible
from app.engine.reporting.words import Lines

MAX_ROWS = 1_048_576  # of a sheet; what does not fit goes on in another one
MAX_CELL = 32_767  # characters
_WIDTHS = {"message": 60, "title": 30, "input": 30, "to": 30, "reply": 40, "message_id": 30}
_WIDTH = 12


def write_workbook(path: Path, summary: Lines, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write the workbook to `path`, which is a new file. Raises OSError."""
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent)})
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    _write_summary(book.add_worksheet("Summary"), summary, bold)
    sheet: Any = None
    number, sheets = MAX_ROWS, 0
    for row in rows:
        if number >= MAX_ROWS:
            sheets += 1
            sheet = _new_sheet(book, "Rows" if sheets == 1 else f"Rows {sheets}", columns, bold)
            number = 1
        for column, cell in enumerate(row):
            if cell:
                sheet.write_string(number, column, _text(cell), wrapped)
        number += 1
    if sheet is None:
        _new_sheet(book, "Rows", columns, bold)
    try:
        book.close()
    except FileCreateError as error:
        cause = error.args[0] if error.args and isinstance(error.args[0], OSError) else None
        raise cause or OSError(str(error)) from error


def _new_sheet(book: Any, name: str, columns: Sequence[str], bold: Any) -> Any:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for column, title in enumerate(columns):
        sheet.set_column(column, column, _WIDTHS.get(title, _WIDTH))
        sheet.write_string(0, column, title, bold)
    return sheet


def _write_summary(sheet: Any, lines: Lines, bold: Any) -> None:
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 1, 50)
    for row, (name, value, strong) in enumerate(lines):
        style = bold if strong else None
        sheet.write_string(row, 0, _text(name), style)
        if isinstance(value, int):
            sheet.write_number(row, 1, value, style)
        else:
            sheet.write_string(row, 1, _text(value), style)


def _text(cell: str) -> str:
    """`cell` as a sheet can hold it."""
    text = "\n".join(visible(line) for line in cell.split("\n"))
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - 1] + "…"
