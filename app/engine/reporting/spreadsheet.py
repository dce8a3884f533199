"""Tables as CSV text that is safe to open in a spreadsheet.

Owns: the byte order mark (so that Excel reads UTF-8), the formula guard. Must not know: what the rows are.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from app.core.wording import visible

# What spreadsheets begin a formula with; in East Asia the wide forms do as well (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_BLANKS = " \u00a0\u3000"  # some programs strip them before they look
_NUMBER = re.compile(r"[+-]?[\d .,()/-]+$", re.ASCII)  # signed numbers and phone numbers are no formulas
_AT_ONCE = 500  # rows


def safe_cell(value: object) -> str:
    """`value` as text that no spreadsheet runs as a formula; what cannot be seen is written as escapes."""
    text = value if isinstance(value, str) else str(value)
    if text.lstrip(_BLANKS).startswith(_FORMULA) and not _NUMBER.match(text):
        text = "'" + text
    return "\n".join(visible(line) for line in text.split("\n"))


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """A whole table, some rows at a time: byte order mark, header, rows; lines end in CRLF."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    buffer.write("\ufeff")
    writer.writerow(columns)
    for number, row in enumerate(rows, 1):
        writer.writerow([safe_cell(value) for value in row])
        if number % _AT_ONCE == 0:
            yield buffer.getvalue().encode("utf-8")
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode("utf-8")
