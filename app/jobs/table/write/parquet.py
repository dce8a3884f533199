"""A Parquet file whose columns are all text. Needs the add-on pyarrow."""

from typing import IO, Any

from app.jobs.base import JobError
from app.jobs.table.columns import Columns
from app.jobs.table.row import RowReject
from app.jobs.tabular.parquet import need_pyarrow

_ROWS = 20_000  # rows of one row group: enough for readers to be quick, little enough to hold
_BYTES = 32 * 1024**2  # characters of one row group, for wide tables


class ParquetWriter:
    """See `TableWriter`. The same rows give the same file (with the same version of pyarrow)."""

    def __init__(self, file: IO[bytes], columns: Columns, name: str) -> None:
        pyarrow = need_pyarrow(name)
        self.guarded = 0
        self._columns = columns
        self._pyarrow = pyarrow
        try:
            self._schema = pyarrow.schema([(title, pyarrow.string()) for title in columns.names])
        except UnicodeEncodeError as error:
            raise RowReject("ENCODING", "encoding: half a character in a column name") from error
        self._writer: Any = pyarrow.parquet.ParquetWriter(file, self._schema)
        self._rows: list[list[str]] = []
        self._size = 0
        self._name = name

    def write(self, cells: list[str]) -> None:
        """See `TableWriter`."""
        for name, cell in zip(self._columns.names, cells, strict=True):
            if not cell.isascii():
                try:
                    cell.encode("utf-8")
                except UnicodeEncodeError as error:
                    reason = "encoding: half a character cannot be written as utf-8"
                    raise RowReject("ENCODING", reason, name, cell) from error
        self._rows.append(cells)
        self._size += sum(map(len, cells))
        if len(self._rows) >= _ROWS or self._size >= _BYTES:
            self._flush()

    def close(self) -> None:
        """See `TableWriter`."""
        self._flush()
        self._writer.close()

    def abandon(self) -> None:
        """See `TableWriter`."""

    def _flush(self) -> None:
        if not self._rows:
            return
        columns = list(zip(*self._rows, strict=True))
        self._rows, self._size = [], 0
        arrays = [self._pyarrow.array(column, self._pyarrow.string()) for column in columns]
        try:
            self._writer.write_table(self._pyarrow.Table.from_arrays(arrays, schema=self._schema))
        except self._pyarrow.ArrowException as error:
            raise JobError("IO_ERROR", f"{self._name} could not be written: {error}.") from error
