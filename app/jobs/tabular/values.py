"""What reading a table gives: records, their problems, the dialect. Plain values; must not know files."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

MAX_CELL = 16 * 1024 * 1024  # characters; a longer cell is a broken quote or not a table
MAX_COLUMNS = 16_384  # the widest sheet that spreadsheets open
# The columns of a rejects file, in their order.
REJECT_COLUMNS = ("source", "record", "line", "step", "column", "value", "code", "reason", "raw")


class JsonLiteral(str):
    """A cell that stands in JSON without quotes: a number, true, false, null (an empty cell), an array or object.

    Steps see its text. As long as none changes it, JSON that is written has it without quotes again.
    """

    __slots__ = ()

    @property
    def json(self) -> str:
        """What JSON says."""
        return str(self) or "null"


NULL = JsonLiteral()


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a record cannot be used. `code` as in core.failures; `reason` is what the rejects file says."""

    code: str
    reason: str
    column: str = ""
    value: str = ""


@dataclass(slots=True)
class Record:
    """One data row.

    `number` counts data rows from 1; `line` is the first physical line (a sheet's row, for a workbook) from 1; `lines`
    how many physical lines it takes. `cells` has the header's width unless `problem` is set. `raw` is the source text
    with its line end ("" for a workbook). `source`: the file's name, in a table that is made of several files.
    """

    number: int
    line: int
    cells: list[str]
    raw: str = ""
    lines: int = 1
    problem: RowProblem | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the table is written, and how that is known.

    `quote`: "" = none. `newline`: LF, CRLF or CR itself. `header_rows`: 0 =
    no header. `skipped`: rows of preamble before the header. `sure`: False when another reading is possible;
    `why` says in words what the choice rests on.
    """

    format: str = "csv"  # csv, json, ndjson, sqlite, parquet; xlsx, xlsm, xlsb, xls, ods
    encoding: str = "utf-8"
    bom: bool = False
    delimiter: str = ","
    quote: str = '"'
    escape: str = "doubled"
    newline: str = "\n"
    header_rows: int = 1
    skipped: int = 0
    sure: bool = True
    why: str = ""
    whole: bool = True  # False: the file is not the table itself, so that its bytes are no copy of it

    @property
    def header(self) -> bool:
        """Whether the table has a header."""
        return self.header_rows > 0


def unique_names(header: Sequence[str]) -> list[str]:
    """Names that steps can use, one a column: an empty name becomes `c3`, a repeated one gets ` (2)`."""
    names: list[str] = []
    taken = set(header)
    seen: set[str] = set()
    counts: Counter[str] = Counter()  # where to go on counting: thousands of equal names are common in wide tables
    for position, title in enumerate(header, 1):
        name = base = title or f"c{position}"
        while name in seen or (name != title and name in taken):
            counts[base] += 1
            name = f"{base} ({counts[base] + 1})"
        seen.add(name)
        names.append(name)
    return names
