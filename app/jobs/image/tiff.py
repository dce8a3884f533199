"""Metadata of TIFF files, whose tags of the pixels and of the picture share one directory.

Owns: which tags of a TIFF hold its pixels together, hanging metadata into a finished file. Must not know: Pillow, which
metadata is kept. Needed because libtiff, through which Pillow compresses, writes no directories inside a directory, and
Pillow itself changes types and letters of what it writes.
"""

import struct
from collections.abc import Sequence

from app.jobs.image import exif, iptc
from app.jobs.image.ifd import BYTE, ENTRY, UNDEFINED, Directories, Value, directory, number, turned
from app.jobs.image.metadata import Metadata

# How pixels are stored, TIFF 6.0 and its supplements; in an EXIF block they speak of the file it came from.
STORAGE = frozenset(
    {
        *range(254, 270), 273, *range(275, 285), *range(286, 302), *range(317, 348), 351,
        *range(512, 522), *range(529, 533), 559, *range(32995, 32999), 34675, 37393, 50674, 50784,
    }
)  # fmt: skip
_INTEROP_IFD = 0xA005


def with_metadata(data: bytes, metadata: Metadata) -> bytes:
    """`data` (a classic TIFF) with EXIF, XMP and IPTC in its first directory. Raises StructureProblem.

    Everything stays where it is; the first directory is written again at the end, with what is new behind it.
    """
    file = Directories(data)
    held = [file.data[entry.at : entry.at + ENTRY] for entry in file.entries(file.first)]
    known = {entry.tag for entry in file.entries(file.first)}
    values, inner = _of_block(metadata.exif, file.order)
    if metadata.xmp:
        values.append(Value(exif.XMP_PACKET, BYTE, len(metadata.xmp), metadata.xmp))
    if records := iptc.records_of(metadata.iptc):
        values.append(Value(exif.IPTC, UNDEFINED, len(records), records))
    values = [value for value in values if value.tag not in known]
    if not values and not inner:
        return data
    result = bytearray(data)
    for tag, contents in inner:
        result += b"\0" * (len(result) % 2)
        values.append(number(tag, len(result), file.order))
        result += directory(contents, file.order, len(result))
    for value in values:
        place = value.data.ljust(4, b"\0")
        if len(value.data) > 4:
            result += b"\0" * (len(result) % 2)
            place = struct.pack(file.order + "I", len(result))
            result += value.data
        held.append(struct.pack(file.order + "HHI", value.tag, value.type, value.count) + place)
    result += b"\0" * (len(result) % 2)
    struct.pack_into(file.order + "I", result, 4, len(result))
    held.sort(key=lambda entry: struct.unpack_from(file.order + "H", entry))
    following = struct.pack(file.order + "I", file.following(file.first))
    return bytes(result) + struct.pack(file.order + "H", len(held)) + b"".join(held) + following


def _of_block(blob: bytes, order: str) -> tuple[list[Value], Sequence[tuple[int, list[Value]]]]:
    """The first directory of an EXIF block without what is storage, and its EXIF and GPS directories, in `order`."""
    if not blob:
        return [], []
    block = exif.Block(blob)

    def values(at: int | None, without: frozenset[int]) -> list[Value]:
        entries = [] if at is None else [entry for entry in block.entries(at) if entry.tag not in without]
        return [turned(block.value(entry), block.order, order) for entry in entries]

    otherwise = STORAGE | {exif.EXIF_IFD, exif.GPS_IFD, exif.XMP_PACKET, exif.IPTC, exif.PHOTOSHOP}
    inner = [
        (tag, values(block.inner(block.first, tag), frozenset({_INTEROP_IFD}))) for tag in (exif.EXIF_IFD, exif.GPS_IFD)
    ]
    return values(block.first, otherwise), [(tag, contents) for tag, contents in inner if contents]
