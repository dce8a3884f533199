"""What the writers share, and which one a format needs."""

from dataclasses import dataclass
from typing import IO, Protocol

from app.jobs.base import JobError
from app.jobs.table.columns import Columns


@dataclass(frozen=True, slots=True)
class Style:
    """How an output is written, with nothing left open. `newline` is the text itself; `quote` "" = never quoted.
    `guard`: cells that a spreadsheet would run get an apostrophe. `scratch`: folder for temporary files, or None."""

    format: str = "csv"
    encoding: str = "utf-8"
    bom: bool = False
    delimiter: str = ","
    quote: str = '"'
    newline: str = "\n"
    header: bool = True
    guard: bool = False
    scratch: str | None = None


class TableWriter(Protocol):
    """Takes rows and writes them to the binary file it was opened on."""

    guarded: int  # cells that got an apostrophe

    def write(self, cells: list[str]) -> None:
        """One row. Raises RowReject for a row that the format cannot hold; nothing of it is written then."""
        ...

    def close(self) -> None:
        """Write what is left. The file itself stays open."""
        ...

    def abandon(self) -> None:
        """Let go of temporary files; harmless after `close`. The output itself is the caller's to throw away."""
        ...


def open_writer(file: IO[bytes], style: Style, columns: Columns, name: str) -> TableWriter:
    """A writer of `style.format` on `file`, the header already written. `name`: the output's, for messages.

    Raises JobError ENCODING when the header does not fit the encoding, TOO_MANY_COLUMNS, UNSUPPORTED.
    """
    from app.jobs.table.row import RowReject

    try:
        if style.format == "xlsx":
            from app.jobs.table.write.workbook import WorkbookWriter

            return WorkbookWriter(file, style, columns, name)
        if style.format == "json":
            from app.jobs.table.write.jsontext import JsonWriter

            return JsonWriter(file, columns)
        if style.format == "ndjson":
            from app.jobs.table.write.jsontext import JsonWriter

            return JsonWriter(file, columns, lines=True)
        if style.format == "sqlite":
            from app.jobs.table.write.database import DatabaseWriter

            return DatabaseWriter(file, style, columns, name)
        if style.format == "parquet":
            from app.jobs.table.write.parquet import ParquetWriter

            return ParquetWriter(file, columns, name)
        from app.jobs.table.write.text import TextWriter

        return TextWriter(file, style, columns)
    except RowReject as reject:
        problem = reject.problem
        raise JobError("ENCODING", f"The header of {name} cannot be written: {problem.reason}.") from reject
