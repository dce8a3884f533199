"""A table without steps: the source's own bytes, less the lines of rejected rows. Must not know dialects or steps."""

import shutil
from collections.abc import Sequence
from typing import IO

from app.jobs.tabular import Table
from app.jobs.tabular.lines import physical_lines
from app.jobs.tabular.text import open_bytes, unpacking


def copy_lines(table: Table, rejected: Sequence[tuple[int, int]], out: IO[bytes]) -> None:
    """Write the text of `table` to `out`, byte by byte, without the (first line, lines) in `rejected`, in order.

    Blank lines, preamble and comments are kept: they are no rows, and nobody asked to leave them out.
    """
    source = table.source
    packed = source is not None and source.packed
    with unpacking(table.path):
        if source is None or not rejected:
            with open_bytes(table.path, packed) as bytes_in:
                shutil.copyfileobj(bytes_in, out, 1 << 20)
            return
        with open_bytes(table.path, packed) as head:
            out.write(head.read(source.encoding.bom))
        errors = "surrogateescape" if source.encoding.escape_bad else "strict"
        stream, below = source.open()
        with below, stream:
            waiting = iter(rejected)
            first, count = next(waiting)
            for number, line in enumerate(physical_lines(stream, source.name), 1):
                if number >= first + count:
                    first, count = next(waiting, (1 << 62, 0))
                if not first <= number < first + count:
                    out.write(line.encode(source.encoding.name, errors))
