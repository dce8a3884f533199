"""The files that `split` makes. Must not know how rows were made.

Rows are kept apart on the drive while they come, then written one file after the other, so that any number of parts
needs one open file.
"""

import os
from collections.abc import Iterator
from typing import IO

from app.jobs.base import JobContext, JobError
from app.jobs.names import safe
from app.jobs.place import fold
from app.jobs.table.columns import Columns
from app.jobs.table.ledger import Ledger
from app.jobs.table.row import BindContext, RowReject
from app.jobs.table.spill import Item, Spool, pack, unpack, weight
from app.jobs.table.steps.split import Split
from app.jobs.table.write import Style, TableWriter, open_writer
from app.jobs.tabular.values import Record

EMPTY = "_empty"  # in the place of an empty value
MAX_NAME = 100  # characters of a value in a name
_SHARE = 8  # of the memory budget: rows that wait to be put on the drive


class Parts:
    """Takes rows and writes them to files beside `path` (which itself is not written).

    `paths` and `size` (bytes) are there when `publish` has returned.
    """

    def __init__(self, step: Split, columns: Columns, path: str, style: Style, context: BindContext) -> None:
        self.paths: list[str] = []
        self.size = 0
        self.guarded = 0
        self._step = step
        self._columns = columns
        self._stem, self._suffix = os.path.splitext(path)
        self._style = style
        self._position = columns.index(step.by) if step.by is not None else -1
        self._spool = Spool(context.scratch)
        self._most = self._free = context.memory // _SHARE
        self._waiting: dict[str, list[Item]] = {}  # rows by part, in memory
        self._stored: dict[str, list[tuple[int, int]]] = {}  # rows by part, on the drive; parts in order
        self._taken: set[str] = set()
        self._count = 0

    def add(self, record: Record) -> None:
        """One row. Raises JobError TOO_MANY_PARTS."""
        if self._step.rows is not None:
            part = f"{self._count // self._step.rows + 1:03}"
        else:
            part = record.cells[self._position]
        self._count += 1
        self._wait(part, pack(record), weight(record))

    def _wait(self, part: str, item: Item, weighs: int) -> None:
        """Keep what belongs to `part`, on the drive once there is much."""
        if part not in self._stored:
            self._stored[part] = []
            if len(self._stored) > self._step.limit:
                raise JobError(
                    "TOO_MANY_PARTS",
                    f"{self._columns.where} would be split into more than {self._step.limit:,} files. "
                    "Choose another column, or raise the limit in the recipe.",
                )
        self._waiting.setdefault(part, []).append(item)
        self._free -= weighs
        if self._free < 0:
            self._store()

    def publish(self, context: JobContext, ledger: Ledger, step: str) -> None:
        """Write the files. A row that one cannot hold is rejected; `step` is what the rejects file calls that."""
        folder = os.path.dirname(self._stem)
        for number, (part, stored) in enumerate(self._stored.items(), 1):
            name = self._name(part)
            with context.extra_output(f"part {number}", os.path.join(folder, name)) as output:
                writer = open_writer(output.file, self._style, self._columns, name)
                try:
                    self._fill(writer, output.file, part, stored, ledger, step)
                    writer.close()
                finally:
                    writer.abandon()
                self.guarded += writer.guarded
                self.size += output.file.seek(0, os.SEEK_END)
            self.paths.append(output.path)

    def close(self) -> None:
        """Give the room on the drive back."""
        self._spool.close()

    def _fill(
        self, writer: TableWriter, file: IO[bytes], part: str, stored: list[tuple[int, int]], ledger: Ledger, step: str
    ) -> None:
        """Write the rows of one part through `writer`, which writes to `file`."""
        for record in self._rows(part, stored):
            try:
                writer.write(record.cells)
            except RowReject as reject:
                ledger.written -= 1
                ledger.reject(record, step, reject.problem)

    def _rows(self, part: str, stored: list[tuple[int, int]]) -> Iterator[Record]:
        yield from map(unpack, self._spool.read(stored))
        yield from map(unpack, self._waiting.pop(part, ()))

    def _store(self) -> None:
        for part, items in self._waiting.items():
            self._stored[part].append(self._spool.store(items))
        self._waiting.clear()
        self._free = self._most

    def _name(self, part: str) -> str:
        """A name for the part that every system takes and that no other part has, whatever the case."""
        value = part.strip()[:MAX_NAME].strip() or EMPTY
        stem = os.path.basename(self._stem)
        name, number = safe(f"{stem}-{value}{self._suffix}".replace("/", "_"))[0], 2
        while fold(name) in self._taken:
            name, number = safe(f"{stem}-{value} ({number}){self._suffix}".replace("/", "_"))[0], number + 1
        self._taken.add(fold(name))
        return name
