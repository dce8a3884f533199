"""The compressed stream of a PNG, unpacked by ISA-L: the optional package isal.

Owns: that package, and how it is put between a PNG's data and Pillow: the stream is unpacked and handed on as one that
is merely stored, so that Pillow goes on to do everything else. Piece by piece: it takes no memory.
"""

import io
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from PIL import Image, PngImagePlugin

MIN_PIXELS = 10_000  # below, there is nothing to win
_PIECE = 0xFFFF  # the most that a stored block holds (RFC 1951, 3.2.4)
_ZLIB_HEADER = b"\x78\x01"
_TEST_SIZE = (150, 120)

log = logging.getLogger(__name__)


@contextmanager
def quick(image: Image.Image) -> Iterator[bool]:
    """While the block runs, `image` (opened, not decoded) is unpacked by the package when it is loaded. False = it is
    not, for it is no still PNG of some size.

    A load may then raise OSError on data that Pillow by itself reads in part or calls damaged in its own words: open
    the file again without this.
    """
    package = trusted()
    if package is None or not _is_still(image) or image.width * image.height < MIN_PIXELS:
        yield False
        return
    with _between(package, image):
        yield True


def _is_still(image: Image.Image) -> bool:
    """An animation has a stream a frame."""
    return isinstance(image, PngImagePlugin.PngImageFile) and not getattr(image, "is_animated", False)


@contextmanager
def _between(package: Any, image: Any) -> Iterator[None]:
    # The hook by which Pillow's own PNG reader gives its decoder the data of chunk after chunk.
    image.load_read = _Stored(package, image.load_read)
    try:
        yield
    finally:
        del image.load_read  # it knows the image: together they would outlive their last user


class _Stored:
    """`read` is asked for packed bytes, gives unpacked ones in stored blocks. The stream never ends by itself: Pillow
    stops asking when it has the last row."""

    def __init__(self, package: Any, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._unpacker = package.IgzipDecompressor(package.DECOMP_ZLIB)
        self._error = package.IsalError
        self._head = _ZLIB_HEADER

    def __call__(self, length: int) -> bytes:
        """The next block. `length`: how much packed data to ask for at once. Raises OSError."""
        data = b""
        while not data:
            if self._unpacker.eof:
                raise OSError("the stream ends before the picture")
            packed = self._read(length) if self._unpacker.needs_input else b""
            if self._unpacker.needs_input and not packed:
                raise OSError("the data ends before the picture")
            try:
                data = self._unpacker.decompress(packed, _PIECE)
            except self._error as error:
                raise OSError("the stream cannot be unpacked") from error
        head, self._head = self._head, b""
        size = len(data)
        return head + b"\0" + size.to_bytes(2, "little") + (size ^ 0xFFFF).to_bytes(2, "little") + data


@cache
def trusted() -> Any:
    """isal's module, or None when it is missing or does not unpack a small picture as Pillow does."""
    try:
        from isal import igzip_lib
    except ImportError:
        return None
    file = io.BytesIO()
    wanted = Image.effect_mandelbrot(_TEST_SIZE, (-2.0, -1.0, 1.0, 1.0), 40)
    wanted.save(file, "PNG")
    try:
        with Image.open(file, formats=["PNG"]) as image, _between(igzip_lib, image):
            fit = image.tobytes() == wanted.tobytes()
    except OSError:
        fit = False
    if not fit:
        log.warning("isal makes other pictures than Pillow here and is not used")
        return None
    return igzip_lib
