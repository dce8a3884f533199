"""Rows as slices of one text: what steps on blocks work on. Must not know files or steps.

Every cell is held as it is written: in quotes where it needs them, and only there. So equal cells are equal slices.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from app.jobs.table.fast import Unfit
from app.jobs.table.fast.index import Ints
from app.jobs.tabular.values import Record, RowProblem

Cells = list[bytes]
Characters = npt.NDArray[np.uint8]  # a row for each row; NOTHING stands for no character
Column = int | Cells | Characters  # a column of the text, or cells that a step made, one a row
NOTHING = 0xFF  # no byte of UTF-8
_NEWLINE = 10
_BYTE = 255
_LOOSE = 4  # times the room that characters take: a matrix with more of it empty is slower than a list


class Origin(Protocol):
    """Where rows come from, by their position in the block as it was read."""

    def record(self, row: int, cells: list[str], problem: RowProblem | None = None) -> Record:
        """The row as a record."""
        ...

    def number(self, row: int) -> int:
        """Its record number."""
        ...


@dataclass(frozen=True, slots=True)
class _Piece:
    """A slice of the text for each row."""

    begin: Ints
    end: Ints


def _is(column: Column, number: int) -> bool:
    return isinstance(column, int) and column == number


def _taken(column: Cells | Characters, places: Ints) -> Cells | Characters:
    if isinstance(column, list):
        return [column[place] for place in places.tolist()]
    return column.take(places, axis=0)


def from_matrix(cells: Characters) -> Cells:
    """The cells of a matrix, one by one."""
    width, text, nothing = cells.shape[1], cells.tobytes(), bytes([NOTHING])
    return [text[at : at + width].translate(None, nothing) for at in range(0, len(text), width)]


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
    memo: dict[int, Any] = field(default_factory=dict)  # of the text's columns: what was worked out of all their cells

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def whole(self) -> bool:
        """Whether rows consist of all columns of the text, in order."""
        return len(self.columns) == self.ends.shape[1] and all(map(_is, self.columns, range(len(self.columns))))

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
            return column if isinstance(column, list) else from_matrix(column)
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

    def take(self, keep: Ints | list[int]) -> "Block":
        """The rows at the positions `keep`, which ascend."""
        if len(keep) == len(self):
            return self
        places = np.asarray(keep, np.int64)
        columns = tuple(c if isinstance(c, int) else _taken(c, places) for c in self.columns)
        return replace(self, rows=self.rows.take(places), columns=columns)

    def cells(self, row: int) -> list[str]:
        """The values of the row at position `row`."""
        at = int(self.rows[row])
        found = []
        for column in self.columns:
            if isinstance(column, int):
                begin = int(self.begin[at]) if column == 0 else int(self.ends[at, column - 1]) + 1
                found.append(self.value(self.body[begin : int(self.ends[at, column])]))
            elif isinstance(column, list):
                found.append(self.value(column[row]))
            else:
                found.append(self.value(from_matrix(column[row : row + 1])[0]))
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

    def lengths(self) -> Ints:
        """Of the text of each row of a whole block, without line ends."""
        return self.bounds(self.ends.shape[1] - 1)[1] - self.bounds(0)[0]

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
        """Rows of chosen and made columns. Columns that are neighbours in the text are one piece, with the delimiter or
        line end that stands behind them there where it is the one that is wanted."""
        pieces: list[_Piece | Column] = []
        position, width = 0, self.ends.shape[1]
        while position < len(self.columns):
            column = self.columns[position]
            follows = position + 1
            if isinstance(column, int):
                last = column
                while follows < len(self.columns) and _is(self.columns[follows], last + 1):
                    last, follows = last + 1, follows + 1
                ended = (follows == len(self.columns)) == (last == width - 1)
                pieces.append(_Piece(self.bounds(column)[0], self.bounds(last)[1] + ended))
            else:
                pieces.append(column)
                ended = False
            if not ended:
                pieces.append(-1 if follows == len(self.columns) else -2)
            position = follows
        return self._as_matrix(pieces) or self._as_list(pieces)

    def _as_matrix(self, pieces: "Sequence[_Piece | Column]") -> bytes | None:
        """The pieces side by side in a matrix of characters, a row a line, less what stands behind each one's end: the
        quickest way as long as they are about equally long. None where they are not."""
        count, widths, used = len(self), [], 0
        for piece in pieces:
            if isinstance(piece, list):
                return None
            if isinstance(piece, _Piece):
                length = piece.end - piece.begin
                widths.append(int(length.max()))
                used += int(length.sum())
            else:
                widths.append(1 if isinstance(piece, int) else piece.shape[1])
        if max(widths) > _BYTE or sum(widths) * count > _LOOSE * (used + count * len(pieces)):
            return None
        lines = np.empty((count, sum(widths)), np.uint8)
        body = np.frombuffer(self.body + bytes(max(widths)), np.uint8)  # a window may reach beyond the last cell
        at = 0
        for piece, width in zip(pieces, widths, strict=True):
            target = lines[:, at : at + width]
            if isinstance(piece, _Piece) and width:
                windows: Any = np.ndarray((len(body) - width + 1,), f"V{width}", body, 0, (1,))
                # Indexing is a hundred times quicker here than `take`, which cannot do with windows that overlap.
                found = windows[piece.begin].view(np.uint8).reshape(count, width)
                length = np.minimum(piece.end - piece.begin, _BYTE).astype(np.uint8)
                behind = np.arange(width, dtype=np.uint8) >= length[:, None]
                np.bitwise_or(found, np.negative(behind.view(np.uint8)), out=target)
            elif isinstance(piece, np.ndarray):
                target[:] = piece
            elif isinstance(piece, int):
                target[:] = _NEWLINE if piece == -1 else self.delimiter[0]
            at += width
        return lines.tobytes().translate(None, bytes([NOTHING]))

    def _as_list(self, pieces: "Sequence[_Piece | Column]") -> bytes:
        """The pieces as they come, in one list."""
        body, count = self.body, len(self)
        out: Cells = [b""] * (len(pieces) * count)
        for offset, piece in enumerate(pieces):
            if isinstance(piece, _Piece):
                places = zip(piece.begin.tolist(), piece.end.tolist(), strict=True)
                out[offset :: len(pieces)] = [body[a:b] for a, b in places]
            elif isinstance(piece, int):
                out[offset :: len(pieces)] = [b"\n" if piece == -1 else self.delimiter] * count
            else:
                out[offset :: len(pieces)] = piece if isinstance(piece, list) else from_matrix(piece)
        return b"".join(out)

    def rows_of_cells(self) -> Iterator[list[str]]:
        """The values of each row."""
        text = io.StringIO(self.render().decode("utf-8"), newline="")
        return csv.reader(text, delimiter=self.delimiter.decode(), quotechar=self.quote.decode(), strict=True)
