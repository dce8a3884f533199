"""A table without steps: the source's own bytes, less the lines of rejected rows. Must not know dialects or steps."""

from collections.abc import Iterator, Sequence
from typing import IO

from app.jobs.tabular import Table
from app.jobs.tabular.lines import physical_lines
from app.jobs.tabular.text import TextFile, open_bytes, unpacking

_CHUNK = 1 << 20


def copy_lines(table: Table, rejected: Sequence[tuple[int, int]], out: IO[bytes]) -> None:
    """Write the text of `table` to `out`, byte by byte, without the (first line, lines) in `rejected`, in order.

    Blank lines, preamble and comments are kept: they are no rows, and nobody asked to leave them out.
    """
    source = table.source
    if source is None or not rejected:
        pieces = _all(table.path, source is not None and source.packed)
    else:
        pieces = _without(source, rejected)
    for piece in pieces:  # written out here, so that a full drive is not taken for a fault of the source
        out.write(piece)


def _all(path: str, packed: bool) -> Iterator[bytes]:
    with unpacking(path), open_bytes(path, packed) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _without(source: TextFile, rejected: Sequence[tuple[int, int]]) -> Iterator[bytes]:
    encoding = source.encoding
    errors = "surrogateescape" if encoding.escape_bad else "strict"
    waiting = iter(rejected)
    first, count = next(waiting)
    with unpacking(source.path):
        with open_bytes(source.path, source.packed) as head:
            yield head.read(encoding.bom)
        stream, below = source.open()
        with below, stream:
            for number, line in enumerate(physical_lines(stream, source.name), 1):
                if number >= first + count:
                    first, count = next(waiting, (1 << 62, 0))
                if not first <= number < first + count:
                    yield line.encode(encoding.name, errors)
