"""Rows as slices of one text: what steps on blocks work on. Must not know files or steps.

Every cell is held as it is written: in quotes where it needs them, and only there. So equal cells are equal slices.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from app.jobs.table.fast import Unfit
from app.jobs.table.fast.index import Ints
from app.jobs.tabular.values import Record, RowProblem

Cells = list[bytes]
Column = int | Cells  # a column of the text, or cells that a step made, one a row


class Origin(Protocol):
    """Where rows come from, by their position in the block as it was read."""

    def record(self, row: int, cells: list[str], problem: RowProblem | None = None) -> Record:
        """The row as a record."""
        ...

    def number(self, row: int) -> int:
        """Its record number."""
        ...


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of a table. `rows`: which of the records of the text they are, in order; `columns`: what they consist of."""

    body: bytes
    begin: Ints
    ends: Ints
    origin: Origin
    delimiter: bytes
    quote: bytes
    rows: Ints
    columns: tuple[Column, ...]

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def whole(self) -> bool:
        """Whether rows consist of all columns of the text, in order."""
        return self.columns == tuple(range(self.ends.shape[1]))

    def bounds(self, column: int) -> tuple[Ints, Ints]:
        """Where the cells of a `column` of the text begin and end."""
        begin = self.begin if column == 0 else self.ends[:, column - 1]
        end = self.ends[:, column]
        if len(self.rows) < len(self.begin):
            return begin.take(self.rows) + (column > 0), end.take(self.rows)
        return begin + (column > 0), end

    def slices(self, position: int) -> Cells:
        """The cells of the column at `position`, as they are written."""
        column = self.columns[position]
        if not isinstance(column, int):
            return column
        begin, end = self.bounds(column)
        body = self.body
        return [body[a:b] for a, b in zip(begin.tolist(), end.tolist(), strict=True)]

    def texts(self, position: int) -> list[str]:
        """The values of the column at `position`."""
        return [self.value(cell) for cell in self.slices(position)]

    def value(self, cell: bytes) -> str:
        """What a written `cell` says."""
        if cell[:1] == self.quote:
            cell = cell[1:-1].replace(self.quote * 2, self.quote)
        return cell.decode("utf-8")

    def written(self, text: str) -> bytes:
        """How a cell with the value `text` is written. Raises Unfit for one that cannot be."""
        try:
            cell = text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise Unfit("a text that is no Unicode") from error
        if b"\0" in cell:
            raise Unfit("a text with NUL")
        quote = self.quote
        if quote in cell or self.delimiter in cell or b"\n" in cell or b"\r" in cell:
            return quote + cell.replace(quote, quote * 2) + quote
        return cell

    def take(self, keep: Sequence[int]) -> "Block":
        """The rows at the positions `keep`."""
        if len(keep) == len(self):
            return self
        columns = tuple(c if isinstance(c, int) else [c[i] for i in keep] for c in self.columns)
        return replace(self, rows=self.rows.take(np.asarray(keep, np.int64)), columns=columns)

    def cells(self, row: int) -> list[str]:
        """The values of the row at position `row`."""
        at = int(self.rows[row])
        found = []
        for column in self.columns:
            if isinstance(column, int):
                begin = int(self.begin[at]) if column == 0 else int(self.ends[at, column - 1]) + 1
                found.append(self.value(self.body[begin : int(self.ends[at, column])]))
            else:
                found.append(self.value(column[row]))
        return found

    def number(self, row: int) -> int:
        """The record number of the row at position `row`."""
        return self.origin.number(int(self.rows[row]))

    def record(self, row: int, cells: list[str], problem: RowProblem | None = None) -> Record:
        """The row at position `row` as a record with `cells`."""
        return self.origin.record(int(self.rows[row]), cells, problem)

    def lines(self) -> Cells:
        """The text of each row, without line ends."""
        delimiter, last = self.delimiter, self.ends.shape[1] - 1
        if self.whole:
            begin, end = self.bounds(0)[0], self.bounds(last)[1]
            body = self.body
            return [body[a:b] for a, b in zip(begin.tolist(), end.tolist(), strict=True)]
        if len(self.columns) == 1:
            return [cell or self.quote * 2 for cell in self.slices(0)]
        return [
            delimiter.join(cells) for cells in zip(*(self.slices(i) for i in range(len(self.columns))), strict=True)
        ]

    def render(self, newline: bytes = b"\n") -> bytes:
        """The text of all rows, each ended with `newline`."""
        if not len(self):
            return b""
        if newline != b"\n" or len(self.columns) == 1:
            return newline.join(self.lines()) + newline
        return self._runs() if self.whole else self._joined()

    def _runs(self) -> bytes:
        """Rows as they stand in the text, neighbours in one slice."""
        if len(self.rows) == len(self.begin) and int(self.begin[0]) == 0 and self._close():
            return self.body
        begin = self.begin.take(self.rows)
        end = self.ends[:, -1].take(self.rows) + 1
        breaks = np.flatnonzero(begin[1:] != end[:-1])
        first = [int(begin[0]), *begin.take(breaks + 1).tolist()]
        last = [*end.take(breaks).tolist(), int(end[-1])]
        body = self.body
        return b"".join([body[a:b] for a, b in zip(first, last, strict=True)])

    def _close(self) -> bool:
        """Whether the text consists of the records and nothing else."""
        last = self.ends[:, -1]
        return int(last[-1]) + 1 == len(self.body) and bool((self.begin[1:] == last[:-1] + 1).all())

    def _joined(self) -> bytes:
        """Rows of chosen and made columns. Columns that are neighbours in the text are one slice, with the delimiter
        or line end that stands behind them there where it is the one that is wanted."""
        body, count, width = self.body, len(self), self.ends.shape[1]
        pieces: list[Cells] = []
        position = 0
        while position < len(self.columns):
            column = self.columns[position]
            follows = position + 1
            if isinstance(column, int):
                last = column
                while follows < len(self.columns) and self.columns[follows] == last + 1:
                    last, follows = last + 1, follows + 1
                begin, end = self.bounds(column)[0], self.bounds(last)[1]
                ended = (follows == len(self.columns)) == (last == width - 1)
                if ended:
                    end = end + 1
                pieces.append([body[a:b] for a, b in zip(begin.tolist(), end.tolist(), strict=True)])
            else:
                pieces.append(column)
                ended = False
            if not ended:
                pieces.append([b"\n" if follows == len(self.columns) else self.delimiter] * count)
            position = follows
        out: Cells = [b""] * (len(pieces) * count)
        for offset, cells in enumerate(pieces):
            out[offset :: len(pieces)] = cells
        return b"".join(out)

    def rows_of_cells(self) -> Iterator[list[str]]:
        """The values of each row."""
        text = io.StringIO(self.render().decode("utf-8"), newline="")
        return csv.reader(text, delimiter=self.delimiter.decode(), quotechar=self.quote.decode(), strict=True)
