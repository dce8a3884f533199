"""EXIF blocks changed in place: location out, thumbnail out, orientation reset, sizes corrected.

Owns: the TIFF structure of an EXIF block, byte by byte. Must not know: Pillow, formats, which mode a recipe asks for.

Why in place: writing a block anew moves maker notes, whose inner offsets count from its start, and changes types (a
camera's 11 KB come out as 4 KB with warnings). Nothing here moves a value; entries are removed inside their directory.
"""

import struct
from dataclasses import dataclass
from datetime import datetime

PREFIX = b"Exif\0\0"

ORIENTATION = 0x0112
DATE_TIME = 0x0132
XMP_PACKET = 0x02BC
IPTC = 0x83BB
PHOTOSHOP = 0x8649
EXIF_IFD = 0x8769
GPS_IFD = 0x8825
DATE_TIME_ORIGINAL = 0x9003
_WIDTHS, _HEIGHTS = (0x0100, 0xA002), (0x0101, 0xA003)
_THUMBNAIL = ((0x0201, 0x0202), (0x0111, 0x0117))  # offsets and lengths of the embedded preview
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_SHORT, _LONG = 3, 4
_MAX_CHAIN = 8  # directories after the first; real files have one


class ExifProblem(ValueError):
    """A block that does not hold together. The caller leaves it out and says so."""


@dataclass(frozen=True, slots=True)
class _Entry:
    at: int  # of the 12 bytes
    tag: int
    type: int
    count: int
    value_at: int
    length: int


class Block:
    """An EXIF block (with or without its prefix) to look at and to change. Positions count from the TIFF header."""

    def __init__(self, blob: bytes) -> None:
        self.data = bytearray(blob.removeprefix(PREFIX))
        order = {b"II": "<", b"MM": ">"}.get(bytes(self.data[:2]))
        if order is None or len(self.data) < 14:
            raise ExifProblem("no TIFF header")
        self._order = order
        if self._u16(2) != 42:
            raise ExifProblem("no TIFF header")
        self.first = self._u32(4)
        self._entries(self.first)

    def tobytes(self) -> bytes:
        return PREFIX + bytes(self.data)

    def number(self, tag: int) -> int | None:
        """The value of a short or long in the first directory."""
        entry = self._find(self.first, tag)
        return None if entry is None else self._number(entry)

    def text(self, tag: int) -> str:
        """An ASCII value of the first or the EXIF directory; "" when there is none."""
        for directory in self._directories():
            entry = self._find(directory, tag)
            if entry is not None and entry.type == 2:
                raw = bytes(self.data[entry.value_at : entry.value_at + entry.length])
                return raw.split(b"\0")[0].decode("latin-1").strip()
        return ""

    def has_location(self) -> bool:
        return any(self._find(self.first, tag) for tag in (GPS_IFD, XMP_PACKET, IPTC, PHOTOSHOP))

    def set_orientation(self, value: int) -> None:
        entry = self._find(self.first, ORIENTATION)
        if entry is not None and entry.type == _SHORT:
            self._put16(entry.at + 8, value)

    def set_size(self, width: int, height: int) -> None:
        """Correct the sizes that the block says, where it says any."""
        for directory in self._directories():
            for tags, value in ((_WIDTHS, width), (_HEIGHTS, height)):
                for tag in tags:
                    entry = self._find(directory, tag)
                    if entry is None or entry.count != 1:
                        continue
                    if entry.type == _LONG:
                        self._put32(entry.at + 8, value)
                    elif entry.type == _SHORT and value < 65536:
                        self._put16(entry.at + 8, value)

    def remove_location(self) -> None:
        """Zero the GPS directory with its values, and packets that can repeat it; remove their entries."""
        gps = self._find(self.first, GPS_IFD)
        if gps is not None:
            self._wipe_directory(self._u32(gps.at + 8))
        for tag in (GPS_IFD, XMP_PACKET, IPTC, PHOTOSHOP):
            while (entry := self._find(self.first, tag)) is not None:
                if entry.length > 4:
                    self._wipe(entry.value_at, entry.length)
                self._remove(self.first, entry)

    def remove_thumbnail(self) -> None:
        """Zero the second directory and its preview (often of the picture before it was cropped); end the chain."""
        pointer = self.first + 2 + 12 * self._u16(self.first)
        following, tail = self._u32(pointer), len(self.data)
        self._put32(pointer, 0)
        for _ in range(_MAX_CHAIN):
            if following == 0:
                break
            for offset_tag, length_tag in _THUMBNAIL:
                at, length = self._find(following, offset_tag), self._find(following, length_tag)
                if at is None or length is None or at.count != 1:
                    continue
                begin, size = self._number(at), self._number(length)
                if size and begin < len(self.data):
                    size = min(size, len(self.data) - begin)
                    self._wipe(begin, size)
                    if begin + size == len(self.data):
                        tail = min(tail, begin)
            after = self._u32(following + 2 + 12 * self._u16(following))
            self._wipe_directory(following)
            following = after
        del self.data[tail:]

    # The structure.

    def _u16(self, at: int) -> int:
        return int(self._unpack("H", at, 2))

    def _u32(self, at: int) -> int:
        return int(self._unpack("I", at, 4))

    def _unpack(self, code: str, at: int, size: int) -> int:
        if at < 0 or at + size > len(self.data):
            raise ExifProblem(f"points outside itself (at {at})")
        return int(struct.unpack_from(self._order + code, self.data, at)[0])

    def _put16(self, at: int, value: int) -> None:
        struct.pack_into(self._order + "H", self.data, at, value)

    def _put32(self, at: int, value: int) -> None:
        struct.pack_into(self._order + "I", self.data, at, value)

    def _entries(self, directory: int) -> list[_Entry]:
        count = self._u16(directory)
        if directory < 8 or directory + 2 + 12 * count + 4 > len(self.data):
            raise ExifProblem(f"a directory of {count} entries does not fit")
        return [self._entry(directory + 2 + 12 * index) for index in range(count)]

    def _entry(self, at: int) -> _Entry:
        tag, kind, count = self._u16(at), self._u16(at + 2), self._u32(at + 4)
        length = _SIZES.get(kind, 1) * count
        return _Entry(at, tag, kind, count, at + 8 if length <= 4 else self._u32(at + 8), length)

    def _find(self, directory: int, tag: int) -> _Entry | None:
        return next((entry for entry in self._entries(directory) if entry.tag == tag), None)

    def _directories(self) -> list[int]:
        inner = self._find(self.first, EXIF_IFD)
        return [self.first] if inner is None else [self.first, self._u32(inner.at + 8)]

    def _number(self, entry: _Entry) -> int:
        return self._u16(entry.at + 8) if entry.type == _SHORT else self._u32(entry.at + 8)

    def _remove(self, directory: int, entry: _Entry) -> None:
        count = self._u16(directory)
        end = directory + 2 + 12 * count + 4
        self.data[entry.at : end - 12] = self.data[entry.at + 12 : end]
        self.data[end - 12 : end] = bytes(12)
        self._put16(directory, count - 1)

    def _wipe_directory(self, directory: int) -> None:
        for entry in self._entries(directory):
            if entry.length > 4:
                self._wipe(entry.value_at, entry.length)
        self._wipe(directory, 2 + 12 * self._u16(directory) + 4)

    def _wipe(self, at: int, length: int) -> None:
        """Zero bytes, but never those that hold the block together: then it is not one that we understand."""
        end = at + length
        if at < 0 or end > len(self.data):
            raise ExifProblem(f"points outside itself (at {at})")
        for directory in self._directories():
            if at < directory + 2 + 12 * self._u16(directory) + 4 and directory < end:
                raise ExifProblem("directories overlap")
        if at < 8:
            raise ExifProblem("a value lies in the header")
        self.data[at:end] = bytes(length)


def orientation(blob: bytes) -> int | None:
    """1 to 8; None where the block says nothing usable."""
    try:
        value = Block(blob).number(ORIENTATION)
    except ExifProblem:
        return None
    return value if value is not None and 1 <= value <= 8 else None


def date_taken(blob: bytes) -> datetime | None:
    """When the picture was taken (local time of the camera), else when it was last changed, else None."""
    try:
        block = Block(blob)
        texts = [block.text(DATE_TIME_ORIGINAL), block.text(DATE_TIME)]
    except ExifProblem:
        return None
    for text in texts:
        try:
            return datetime.strptime(text[:19], "%Y:%m:%d %H:%M:%S")
        except ValueError:
            continue
    return None
