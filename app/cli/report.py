"""Tables that are safe to open in a spreadsheet.

Owns: CSV text with a byte order mark (so that Excel reads UTF-8) and the formula guard. Pure.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from app.cli.out import visible

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?[\d .,()/-]+$")  # signed numbers and phone numbers are no formulas


def safe_cell(value: object) -> str:
    """`value` as text that no spreadsheet runs as a formula; lone surrogates are written as escapes."""
    text = value if isinstance(value, str) else str(value)
    if text.startswith(_FORMULA) and not _NUMBER.match(text):
        text = "'" + text
    return "\n".join(visible(line) for line in text.split("\n"))


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A whole table: BOM, header, rows, CRLF."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")
