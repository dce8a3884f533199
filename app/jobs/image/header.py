"""The size of a picture and how many frames it has, from its first bytes, without Pillow: for planning thousands.

Owns: as much of each format's structure as that takes. Must not know: recipes, paths. A guess for reckoning memory, not
a check: what cannot be told is None, what lies is found out when the picture is opened.
"""

import re
import struct
from dataclasses import dataclass
from typing import IO

Size = tuple[int, int]

# Start-of-frame markers of JPEG (ITU T.81, table B.1); the others in their range are tables.
_FRAME_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_MAX_SEGMENTS = 200  # of a JPEG before its size, chunks of a PNG before its pixels
_MAX_PAGES = 10_000  # of a TIFF that are followed
_GIF_LOOK = 1 << 19  # bytes of a GIF in which frames are counted; the rest is taken to be like them
_GIF_FRAME = re.compile(rb"\x21\xf9\x04.{4}\x00\x2c", re.DOTALL)  # a control block and the frame behind it


@dataclass(frozen=True, slots=True)
class Header:
    """`size`: stored, in pixels, of the largest page; `frames`: frames or pages, at least 1, about right."""

    size: Size
    frames: int = 1


def read(file: IO[bytes], format_: str, length: int) -> Header | None:
    """What `file` (open at any place, `length` bytes long) of the format called `format_` says of itself."""
    reader = _READERS.get(format_)
    if reader is None:
        return None
    try:
        file.seek(0)
        found = reader(file, length)
    except (struct.error, IndexError, ValueError, OSError):
        return None
    return found if found is not None and min(found.size) > 0 else None


def _jpeg(file: IO[bytes], length: int) -> Header | None:
    at = 2
    for _ in range(_MAX_SEGMENTS):
        file.seek(at)
        head = file.read(9)
        if head[0] != 0xFF:
            return None
        if head[1] in _FRAME_MARKERS:
            height, width = struct.unpack(">HH", head[5:9])
            return Header((width, height))
        # Fill bytes before a marker are allowed.
        at += 1 if head[1] == 0xFF else 2 + int.from_bytes(head[2:4])
    return None


def _png(file: IO[bytes], length: int) -> Header:
    size = struct.unpack(">II", file.read(24)[16:])
    at, frames = 33, 1
    for _ in range(_MAX_SEGMENTS):
        file.seek(at)
        head = file.read(12)
        if head[4:8] == b"acTL":
            frames = max(1, int.from_bytes(head[8:12]))
        if head[4:8] in (b"acTL", b"IDAT", b""):
            break
        at += 12 + int.from_bytes(head[:4])
    return Header(size, frames)


def _gif(file: IO[bytes], length: int) -> Header:
    data = file.read(_GIF_LOOK)
    seen = len(_GIF_FRAME.findall(data))
    return Header(struct.unpack("<HH", data[6:10]), max(1, seen * max(length, len(data)) // len(data)))


def _bmp(file: IO[bytes], length: int) -> Header:
    head = file.read(26)
    if int.from_bytes(head[14:18], "little") == 12:  # the oldest kind
        return Header(struct.unpack("<HH", head[18:22]))
    width, height = struct.unpack("<ii", head[18:26])
    return Header((width, abs(height)))


def _webp(file: IO[bytes], length: int) -> Header | None:
    head = file.read(30)
    kind = head[12:16]
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return Header((width & 0x3FFF, height & 0x3FFF))
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return Header(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
    if kind != b"VP8X":
        return None
    size = int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    return Header(size, _webp_frames(file) if head[20] & 2 else 1)


def _webp_frames(file: IO[bytes]) -> int:
    at, frames = 12, 0
    while True:
        file.seek(at)
        head = file.read(8)
        if len(head) < 8:
            return max(1, frames)
        frames += head[:4] == b"ANMF"
        size = int.from_bytes(head[4:], "little")
        at += 8 + size + size % 2


def _avif(file: IO[bytes], length: int) -> Header | None:
    """The largest of the sizes that the file's boxes name: tiles and previews have one each too."""
    head = file.read(1 << 14)
    sizes = [struct.unpack(">II", head[m.end() + 4 : m.end() + 12]) for m in re.finditer(b"ispe", head)]
    return Header(max(sizes, key=lambda size: size[0] * size[1])) if sizes else None


def _tiff(file: IO[bytes], length: int) -> Header | None:
    order = "<" if file.read(2) == b"II" else ">"
    if struct.unpack(order + "H", file.read(2)) != (42,):
        return None  # BigTIFF
    (at,) = struct.unpack(order + "I", file.read(4))
    largest, pages, seen = (1, 1), 0, set[int]()
    while at and at not in seen and pages < _MAX_PAGES:
        seen.add(at)
        file.seek(at)
        (count,) = struct.unpack(order + "H", file.read(2))
        entries = file.read(12 * count)
        sides = [_tiff_side(entries, order, tag) for tag in (256, 257)]
        largest = max(largest, (sides[0], sides[1]), key=lambda size: size[0] * size[1])
        pages += 1
        (at,) = struct.unpack(order + "I", file.read(4))
    return Header(largest, max(1, pages))


def _tiff_side(entries: bytes, order: str, tag: int) -> int:
    for at in range(0, len(entries), 12):
        found, kind = struct.unpack_from(order + "HH", entries, at)
        if found == tag:
            return int(struct.unpack_from(order + ("H" if kind == 3 else "I"), entries, at + 8)[0])
    return 1


_READERS = {"jpeg": _jpeg, "png": _png, "gif": _gif, "bmp": _bmp, "webp": _webp, "tiff": _tiff, "avif": _avif}
