"""JSON, UTF-8: an array of objects, one a line, or an object on each line (NDJSON).

A value is text, for a cell is text and a guess would change data; but what came from JSON without quotes and was not
changed leaves without quotes.
"""

import json
from typing import IO

from app.jobs.table.columns import Columns
from app.jobs.table.row import RowReject
from app.jobs.tabular.values import JsonLiteral

_quoted = json.JSONEncoder(ensure_ascii=False).encode


class JsonWriter:
    """Writes rows as objects with the columns' unique names. `lines`: one object a line and nothing around them."""

    def __init__(self, file: IO[bytes], columns: Columns, lines: bool = False) -> None:
        self.guarded = 0
        self._file = file
        self._names = columns.names
        self._keys = [f"{_quoted(name)}: " for name in columns.names]
        self._before, self._after, self._last = (b"", b"\n", b"") if lines else (b"\n", b"", b"\n]\n")
        self._lines = lines
        if not lines:
            file.write(b"[")

    def write(self, cells: list[str]) -> None:
        """See `TableWriter`."""
        pairs = zip(self._keys, cells, strict=True)
        text = "{" + ", ".join([key + (c.json if type(c) is JsonLiteral else _quoted(c)) for key, c in pairs]) + "}"
        try:
            data = text.encode()
        except UnicodeEncodeError as error:
            name, cell = next((n, c) for n, c in zip(self._names, cells, strict=True) if text[error.start] in c)
            raise RowReject("ENCODING", "encoding: half a character cannot be written as utf-8", name, cell) from error
        self._file.write(self._before + data + self._after)
        if not self._lines:
            self._before = b",\n"

    def close(self) -> None:
        """See `TableWriter`."""
        self._file.write(self._last)

    def abandon(self) -> None:
        """See `TableWriter`."""
