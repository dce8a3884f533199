"""The rejects file: every row that could not be used, with why. Opened when the first one comes."""

import os
import re
from contextlib import ExitStack

from app.jobs.base import JobContext, Output
from app.jobs.table.write.text import row_format
from app.jobs.tabular.values import REJECT_COLUMNS, Record, RowProblem

OUTPUT = "rejects"
# Bytes that are no text in the source's encoding are shown as \\xNN, so that this file is always UTF-8.
_BAD_BYTE = re.compile("[\udc80-\udcff]")


def rejects_path(output: str) -> str:
    """`NAME.rejects.csv` beside `output`."""
    return f"{os.path.splitext(output)[0]}.rejects.csv"


class Rejects:
    """Writes rejected rows through the job's context."""

    def __init__(self, context: JobContext, stack: ExitStack, output: str) -> None:
        self._output: Output | None = None
        self._context = context
        self._stack = stack
        self._wanted = rejects_path(output)
        self._line = row_format(",", '"', "\n")
        self._source = os.path.basename(context.source.path)

    @property
    def path(self) -> str | None:
        """Where the rejects are (to be trusted when the job's files are closed), or None: there is none."""
        return self._output.path if self._output is not None else None

    def add(self, record: Record, step: str, problem: RowProblem) -> None:
        """One rejected row."""
        if self._output is None:
            self._output = self._stack.enter_context(self._context.extra_output(OUTPUT, self._wanted))
            self._write(self._output, list(REJECT_COLUMNS))
        raw = record.raw or self._line(record.cells)
        where = [record.source or self._source, str(record.number), str(record.line), step]
        self._write(
            self._output, [*where, problem.column, problem.value, problem.code, problem.reason, raw.rstrip("\r\n")]
        )

    def _write(self, output: Output, cells: list[str]) -> None:
        line = _BAD_BYTE.sub(lambda bad: f"\\x{ord(bad[0]) - 0xDC00:02X}", self._line(cells))
        output.file.write(line.encode("utf-8", "backslashreplace"))
