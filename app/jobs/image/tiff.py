"""EXIF and GPS directories added to a finished TIFF.

Owns: the first directory of a TIFF file. Must not know: what the values mean. Needed because libtiff, through which
Pillow compresses, writes no directories inside a directory.
"""

import struct
from collections.abc import Mapping
from typing import Any

from PIL import TiffImagePlugin

_LONG = 4
_ENTRY = 12


def with_directories(data: bytes, directories: Mapping[int, Mapping[int, Any]]) -> bytes:
    """`data` (a classic TIFF) with `directories` (pointer tag → values) hung into its first directory.

    Everything stays where it is; the first directory is written again at the end, with the pointers in it.
    """
    order = "<" if data[:2] == b"II" else ">"
    (first,) = struct.unpack_from(order + "I", data, 4)
    (count,) = struct.unpack_from(order + "H", data, first)
    begin = first + 2
    entries = [data[begin + _ENTRY * index : begin + _ENTRY * (index + 1)] for index in range(count)]
    following = data[begin + _ENTRY * count : begin + _ENTRY * count + 4]
    result = bytearray(data)
    for tag, values in directories.items():
        result += b"\0" * (len(result) % 2)
        entries.append(struct.pack(order + "HHII", tag, _LONG, 1, len(result)))
        result += _directory(values, order, len(result))
    result += b"\0" * (len(result) % 2)
    struct.pack_into(order + "I", result, 4, len(result))
    entries.sort(key=lambda entry: struct.unpack_from(order + "H", entry))
    return bytes(result) + struct.pack(order + "H", len(entries)) + b"".join(entries) + following


def _directory(values: Mapping[int, Any], order: str, at: int) -> bytes:
    made = TiffImagePlugin.ImageFileDirectory_v2(b"II*\0\0\0\0\0" if order == "<" else b"MM\0*\0\0\0\0")
    for tag, value in values.items():
        made[tag] = value
    return made.tobytes(at)
