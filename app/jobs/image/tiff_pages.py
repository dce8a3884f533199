"""A TIFF of many pages, each of which was encoded for itself: pages go to the file one by one.

Owns: moving a page to another place in a file (offsets of TIFF 6.0). Must not know: pixels, recipes. Pillow's own way
wants all pages in memory and walks through all of them again for each new one.
"""

import struct
from typing import IO

MOST_BYTES = 2**32 - 1  # what the offsets of a classic TIFF reach
_OFFSETS = frozenset({273, 324})  # where the strips or tiles of the pixels are
_SHORT, _LONG = 3, 4
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}  # bytes of each type of value


class TooLongError(Exception):
    """The file would be longer than a TIFF can be."""


class Writer:
    """A TIFF in the making. All pages have the byte order of the first one."""

    def __init__(self, file: IO[bytes]) -> None:
        """`file`: open for writing and seeking, empty."""
        self._file = file
        self._end = 0
        self._link = 4  # where the place of the next page's directory is to be written

    def add(self, data: bytes) -> None:
        """Append the one page of the TIFF `data`, which holds no directories but its first. Raises TooLongError."""
        base = self._end + self._end % 2
        page, directory, link = _moved(data, base)
        if base + len(page) > MOST_BYTES:
            raise TooLongError
        self._file.seek(self._end)
        self._file.write(b"\0" * (base - self._end) + page)
        self._end = base + len(page)
        if base:
            order = "<" if data[:2] == b"II" else ">"
            self._file.seek(self._link)
            self._file.write(struct.pack(order + "I", directory))
        self._link = link


def _moved(data: bytes, base: int) -> tuple[bytes, int, int]:
    """`data` as it must be to stand at `base`; where its directory is then, and where the link behind it is."""
    order = "<" if data[:2] == b"II" else ">"
    page = bytearray(data)
    (first,) = struct.unpack_from(order + "I", page, 4)
    (count,) = struct.unpack_from(order + "H", page, first)
    for at in range(first + 2, first + 2 + 12 * count, 12):
        tag, kind, many = struct.unpack_from(order + "HHI", page, at)
        (place,) = struct.unpack_from(order + "I", page, at + 8)
        outside = _SIZES[kind] * many > 4
        if tag in _OFFSETS:
            code = order + str(many) + ("H" if kind == _SHORT else "I")
            values = [value + base for value in struct.unpack_from(code, page, place if outside else at + 8)]
            struct.pack_into(order + "HH", page, at, tag, _LONG)
            if many == 1:
                struct.pack_into(order + "I", page, at + 8, values[0])
            else:  # a new list: short numbers may not be enough for the new place
                page += b"\0" * (len(page) % 2)
                struct.pack_into(order + "I", page, at + 8, base + len(page))
                page += struct.pack(order + f"{many}I", *values)
        elif outside:
            struct.pack_into(order + "I", page, at + 8, place + base)
    struct.pack_into(order + "I", page, 4, first + base)
    return bytes(page), first + base, first + 2 + 12 * count + base
