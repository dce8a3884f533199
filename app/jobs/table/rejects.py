"""The rejects file: every row that could not be used, with why. Opened when the first one comes."""

import os
import re
from contextlib import ExitStack

from app.jobs.base import JobContext
from app.jobs.table.write.text import row_format
from app.jobs.tabular.values import Record, RowProblem

HEADER = ["source", "record", "line", "step", "column", "value", "code", "reason", "raw"]
OUTPUT = "rejects"
# Bytes that are no text in the source's encoding are shown as \\xNN, so that this file is always UTF-8.
_BAD_BYTE = re.compile("[\udc80-\udcff]")


def rejects_path(output: str) -> str:
    """`NAME.rejects.csv` beside `output`."""
    return f"{os.path.splitext(output)[0]}.rejects.csv"


class Rejects:
    """Writes rejected rows through the job's context. `path` is None until there is one."""

    def __init__(self, context: JobContext, stack: ExitStack, output: str) -> None:
        self.path: str | None = None
        self._context = context
        self._stack = stack
        self._wanted = rejects_path(output)
        self._line = row_format(",", '"', "\n")
        self._source = os.path.basename(context.source.path)

    def add(self, record: Record, step: str, problem: RowProblem) -> None:
        """One rejected row."""
        if self.path is None:
            self._output = self._stack.enter_context(self._context.extra_output(OUTPUT, self._wanted))
            self.path = self._output.path
            self._write(HEADER)
        raw = record.raw or self._line(record.cells)
        where = [self._source, str(record.number), str(record.line), step]
        self._write([*where, problem.column, problem.value, problem.code, problem.reason, raw.rstrip("\r\n")])

    def _write(self, cells: list[str]) -> None:
        line = _BAD_BYTE.sub(lambda bad: f"\\x{ord(bad[0]) - 0xDC00:02X}", self._line(cells))
        self._output.file.write(line.encode("utf-8", "backslashreplace"))
