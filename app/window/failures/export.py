"""The list of failures as a CSV file for a spreadsheet.

Owns: its columns, and the guard against cells that a spreadsheet would take for a formula. Must not know: Qt, widgets,
where the rows come from. Runs on a background thread: the list may have a million lines.
"""

import csv
import os
from collections.abc import Iterable
from pathlib import Path

from app.core.model import Job

COLUMNS = ("state", "name", "file", "code", "message", "tries", "job", "batch")

# Spreadsheets run a cell that begins with one of these (OWASP, "CSV injection"); some strip leading blanks first.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def guarded(cell: str) -> str:
    """`cell` as plain text for a spreadsheet: an apostrophe before what would be taken for a formula."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA_STARTS) or cell.startswith("\t") else cell


def row(job: Job) -> tuple[str, ...]:
    """The cells of one job, in the order of `COLUMNS`, guarded."""
    cells = (job.state.value, job.title, job.input, job.code or "", job.message or "", str(job.tries), str(job.id))
    return (*map(guarded, cells), str(job.batch))


def write_list(target: Path, jobs: Iterable[Job]) -> int:
    """Write `jobs` to `target` and return how many. Raises OSError; the old file stays whole when it does.

    UTF-8 with a byte order mark, because Excel takes the file for the local code page without one.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    count = 0
    try:
        with temporary.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as out:
            lines = csv.writer(out)
            lines.writerow(COLUMNS)
            for job in jobs:
                lines.writerow(row(job))
                count += 1
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    return count
