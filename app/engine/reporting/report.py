"""A report on one batch in one of the formats.

Owns: which parts make which format, and that all of a report is of one moment. Must not know: where it is kept.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from app.core.model import Job
from app.engine.reporting.columns import COLUMNS, cells_of, columns_of
from app.engine.reporting.page import page_lines
from app.engine.reporting.spreadsheet import csv_lines
from app.engine.reporting.summary import Summary, summary_of
from app.engine.reporting.words import heading, lines_of
from app.engine.reporting.workbook import write_workbook
from app.store.reader import JobView, Reader


class Format(StrEnum):
    """How a report is written. Values are the endings of its files."""

    CSV = "csv"
    XLSX = "xlsx"
    HTML = "html"


def write(reader: Reader, batch: int, wanted: Format, path: Path) -> Summary:
    """Write the report on `batch` to `path`, which is replaced. Raises OSError, StoreError; KeyError when there is no
    such batch. The caller gives the file its final name when this returns."""
    with reader.snapshot():
        found = reader.batch(batch)
        if found is None:
            raise KeyError(batch)
        view = JobView(batch=batch)
        summary = summary_of(found, reader.iter_jobs(view))
        rows = map(cells_of, reader.iter_jobs(view))
        columns, lines = columns_of(found.kind), lines_of(summary)
        if wanted is Format.XLSX:
            write_workbook(path, lines, columns, rows)
            return summary
        with path.open("wb") as file:
            if wanted is Format.CSV:
                file.writelines(csv_lines(columns, rows))
            else:
                file.writelines(page_lines(heading(summary), lines, columns, rows))
    return summary


def table_of(jobs: Iterable[Job]) -> Iterator[bytes]:
    """CSV of jobs of any kinds and batches, with the columns that all kinds have."""
    return csv_lines(COLUMNS, (cells_of(job)[: len(COLUMNS)] for job in jobs))
