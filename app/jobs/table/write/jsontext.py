"""A JSON array of objects, one a line, UTF-8. Every value is text: a cell is text, and a guess would change data."""

import json
from typing import IO

from app.jobs.table.columns import Columns
from app.jobs.table.row import RowReject


class JsonWriter:
    """Writes rows as objects with the columns' unique names."""

    def __init__(self, file: IO[bytes], columns: Columns) -> None:
        self.guarded = 0
        self._file = file
        self._names = columns.names
        self._separator = b"\n"
        file.write(b"[")

    def write(self, cells: list[str]) -> None:
        """See `TableWriter`."""
        text = json.dumps(dict(zip(self._names, cells, strict=True)), ensure_ascii=False)
        try:
            data = text.encode()
        except UnicodeEncodeError as error:
            name, cell = next((n, c) for n, c in zip(self._names, cells, strict=True) if text[error.start] in c)
            raise RowReject("ENCODING", "encoding: half a character cannot be written as utf-8", name, cell) from error
        self._file.write(self._separator + data)
        self._separator = b",\n"

    def close(self) -> None:
        """See `TableWriter`."""
        self._file.write(b"\n]\n")

    def abandon(self) -> None:
        """See `TableWriter`."""
