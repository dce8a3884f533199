"""A table without steps: the source's own bytes, less the lines of rejected rows. Must not know dialects or steps."""

import itertools
from collections.abc import Iterator, Sequence
from typing import IO

from app.jobs.tabular import Table
from app.jobs.tabular.lines import END_MARK, physical_lines
from app.jobs.tabular.text import TextFile, open_bytes, unpacking

_CHUNK = 1 << 20
_LINES = 4096  # that are put together at once
# Encodings in which no byte of LF or CR is part of another character.
_BYTEWISE = ("utf-8", "ascii", "iso8859-", "cp125")


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
    with unpacking(source.path), open_bytes(source.path, source.packed) as stream:
        yield stream.read(encoding.bom)
        if encoding.name.startswith(_BYTEWISE):
            yield from _kept(_byte_lines(stream), rejected)
            return
    errors = "surrogateescape" if encoding.escape_bad else "strict"
    with unpacking(source.path):
        text, below = source.open()
        with below, text:
            lines = (line.encode(encoding.name, errors) for line in physical_lines(text, source.name))
            yield from _kept(iter(lambda: list(itertools.islice(lines, _LINES)), []), rejected)


def _kept(batches: Iterator[list[bytes]], rejected: Sequence[tuple[int, int]]) -> Iterator[bytes]:
    """The text of the lines that are not rejected."""
    waiting = iter(rejected)
    first, count = next(waiting)
    before = 0  # lines before the batch
    for lines in batches:
        size, end = len(lines), before + len(lines)
        gone: list[slice] = []
        while first <= end:
            gone.append(slice(max(0, first - 1 - before), first - 1 - before + count))
            if first + count - 1 > end:
                break  # goes on in the next batch
            first, count = next(waiting, (1 << 62, 0))
        for part in reversed(gone):
            del lines[part]
        before += size
        yield b"".join(lines)


def _byte_lines(stream: IO[bytes]) -> Iterator[list[bytes]]:
    """Physical lines, many at once. As `physical_lines`, without decoding."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        data = rest + chunk
        # A CR that ends the data may be half of a line end.
        cut = max(data.rfind(b"\n"), data.rfind(b"\r", 0, len(data) - 1)) + 1
        rest = data[cut:]
        if cut:
            yield data[:cut].splitlines(keepends=True)
    if rest.strip(END_MARK.encode()):
        yield rest.splitlines(keepends=True)
