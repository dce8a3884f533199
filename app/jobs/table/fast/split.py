"""Step `split` over blocks: the text of rows is shared out as it is. Must not know how rows were made."""

from itertools import groupby
from typing import IO

from app.jobs.table.fast.block import Block
from app.jobs.table.ledger import Ledger
from app.jobs.table.parts import Parts
from app.jobs.table.write import TableWriter


class TextParts(Parts):
    """See `Parts`. What waits for a part is text, with the line ends of the output."""

    def add_block(self, block: Block) -> None:
        """The rows of a block. Raises JobError TOO_MANY_PARTS."""
        end = self._style.newline.encode()
        lines = block.lines()
        if self._step.rows is not None:
            size, before = self._step.rows, self._count
            for part, rows in groupby(range(len(lines)), lambda row: (before + row) // size + 1):
                self._count_in(f"{part:03}", [lines[row] for row in rows], end)
            return
        shared: dict[bytes, list[bytes]] = {}
        for cell, line in zip(block.slices(self._position), lines, strict=True):
            if cell in shared:
                shared[cell].append(line)
            else:
                shared[cell] = [line]
        for cell, some in shared.items():
            self._count_in(block.value(cell), some, end)

    def _count_in(self, part: str, lines: list[bytes], end: bytes) -> None:
        self._count += len(lines)
        text = end.join(lines) + end
        self._wait(part, (text,), len(text))

    def _fill(
        self, writer: TableWriter, file: IO[bytes], part: str, stored: list[tuple[int, int]], ledger: Ledger, step: str
    ) -> None:
        for (text,) in self._spool.read(stored):
            file.write(text)
        for (text,) in self._waiting.pop(part, ()):
            file.write(text)
