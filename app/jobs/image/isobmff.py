"""An AVIF or HEIC with other metadata around the very same pixels.

Owns: the boxes of the ISO base media file format that hold EXIF and XMP (ISO/IEC 14496-12, 8.11; 23008-12, annex A).
Must not know: what the metadata says.

Offsets in such a file count from its start, so nothing moves: new data is written over the old, or, where it is longer,
behind the end of the file; what has to go becomes free space.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from app.jobs.image import exif
from app.jobs.image.container import ContainerProblem
from app.jobs.image.metadata import Metadata

_TOP = frozenset({b"ftyp", b"meta", b"mdat", b"moov", b"free"})
_IN_META = frozenset({b"hdlr", b"pitm", b"iloc", b"iinf", b"iref", b"iprp", b"idat", b"grpl", b"dinf", b"free"})
_TRACKS = {b"moov": (b"trak",), b"trak": (b"meta",)}  # where a sequence of pictures has more metadata
_XMP_TYPE = b"application/rdf+xml"
_NO_EXIF = bytes(4) + b"II*\0\x08\0\0\0" + bytes(6)  # an item cannot be empty: a directory without entries
_NO_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'


@dataclass(frozen=True, slots=True)
class _Box:
    name: bytes
    at: int
    begin: int  # of its content
    end: int


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a meta box: where its one piece of data is, and where that is said."""

    offset_at: int
    offset_size: int
    length_at: int
    length_size: int
    base: int
    begin: int
    length: int
    movable: bool


def rewrite(data: bytes, metadata: Metadata) -> bytes:
    """`data` with `metadata` in place of its own, as far as it has any. Raises ContainerProblem."""
    made = bytearray(data)
    try:
        end = 0
        for box in _boxes(made, 0, len(made), whole=False):
            if box.name not in _TOP:
                _free(made, box)
            end = box.end
        if bytes(made[end + 4 : end + 8]) in _TOP:
            raise ContainerProblem("the file ends too early")
        del made[end:]  # no part of the picture
        for meta in _metas(made, 0, len(made)):
            _exchange(made, meta, metadata)
    except (IndexError, struct.error) as error:
        raise ContainerProblem("the file ends too early") from error
    return bytes(made)


def properties(head: bytes) -> dict[bytes, bytes]:
    """The properties that the pictures of a file have, by name: how they are coded, their colours. Of several of one
    name the first that is not a colour profile. `head`: the start of the file."""
    data, found = bytearray(head), dict[bytes, bytes]()
    for box in _below(data, (b"meta", b"iprp", b"ipco")):
        content = bytes(data[box.begin : box.end])
        if not (box.name == b"colr" and content[:4] != b"nclx"):
            found.setdefault(box.name, content)
    return found


def _below(data: bytearray, path: tuple[bytes, ...]) -> list[_Box]:
    """The boxes inside the box that `path` leads to; none where there is no such box."""
    begin, end = 0, len(data)
    for name in path:
        box = next((box for box in _boxes(data, begin, end, whole=False) if box.name == name), None)
        if box is None:
            return []
        begin, end = box.begin + (4 if name == b"meta" else 0), box.end  # four bytes of version and flags
    return list(_boxes(data, begin, end))


def _boxes(data: bytearray, at: int, end: int, whole: bool = True) -> Iterator[_Box]:
    """The boxes from `at` to `end`. Not `whole`: the data may break off, and so may the boxes."""
    while at + 8 <= end:
        size, begin = int.from_bytes(data[at : at + 4]), at + 8
        if size == 1:
            size, begin = int.from_bytes(data[at + 8 : at + 16]), at + 16
        elif size == 0:
            size = end - at
        if size < begin - at or at + size > end:
            if not whole:
                return
            raise ContainerProblem("a part is longer than the file")
        yield _Box(bytes(data[at + 4 : at + 8]), at, begin, at + size)
        at += size


def _metas(data: bytearray, begin: int, end: int) -> Iterator[_Box]:
    for box in list(_boxes(data, begin, end)):
        if box.name == b"meta":
            yield box
        elif box.name in _TRACKS:
            yield from _metas(data, box.begin, box.end)


def _free(data: bytearray, box: _Box) -> None:
    data[box.at + 4 : box.at + 8] = b"free"
    data[box.begin : box.end] = bytes(box.end - box.begin)


def _exchange(data: bytearray, meta: _Box, metadata: Metadata) -> None:
    parts = {box.name: box for box in _boxes(data, meta.begin + 4, meta.end)}
    for box in parts.values():
        if box.name not in _IN_META:
            _free(data, box)
    if b"iinf" not in parts or b"iloc" not in parts:
        return
    items = _locations(data, parts[b"iloc"], parts.get(b"idat"))
    tiff = metadata.exif.removeprefix(exif.PREFIX)
    for number, kind in _kinds(data, parts[b"iinf"]):
        if kind == "exif":
            _put(data, items.get(number), bytes(4) + tiff if tiff else _NO_EXIF)
        elif kind == "xmp":
            _put(data, items.get(number), metadata.xmp or _NO_XMP)
        elif kind == "other":
            _put(data, items.get(number), b"\0")


def _kinds(data: bytearray, box: _Box) -> Iterator[tuple[int, str]]:
    """Id and kind of the items that are no pictures: "exif", "xmp", or "other" data."""
    begin = box.begin + 4 + (2 if data[box.begin] == 0 else 4)
    for entry in _boxes(data, begin, box.end):
        version, at = data[entry.begin], entry.begin + 4
        if version < 2:
            raise ContainerProblem("an old list of items")
        size = 2 if version == 2 else 4
        number, kind = int.from_bytes(data[at : at + size]), bytes(data[at + size + 2 : at + size + 6])
        name = data[at + size + 6 : entry.end].split(b"\0")
        if kind == b"Exif":
            yield number, "exif"
        elif kind == b"mime":
            yield number, "xmp" if len(name) > 1 and name[1] == _XMP_TYPE else "other"
        elif kind == b"uri ":
            yield number, "other"


def _locations(data: bytearray, box: _Box, idat: _Box | None) -> dict[int, _Item]:
    """Where each item's data is. Items in several pieces are left out: only pictures are so large."""
    version, at = data[box.begin], box.begin + 4
    offset_size, length_size = data[at] >> 4, data[at] & 15
    base_size, index_size = data[at + 1] >> 4, data[at + 1] & 15 if version in (1, 2) else 0
    wide = 4 if version == 2 else 2
    count, at = int.from_bytes(data[at + 2 : at + 2 + wide]), at + 2 + wide
    found: dict[int, _Item] = {}
    for _ in range(count):
        number, at = int.from_bytes(data[at : at + wide]), at + wide
        method = 0
        if version in (1, 2):
            method, at = data[at + 1] & 15, at + 2
        at += 2  # which file: this one
        base, at = int.from_bytes(data[at : at + base_size]), at + base_size
        pieces, at = int.from_bytes(data[at : at + 2]), at + 2
        for _ in range(pieces):
            at += index_size
            offset = int.from_bytes(data[at : at + offset_size])
            length_at = at + offset_size
            length = int.from_bytes(data[length_at : length_at + length_size])
            start = base + offset + (idat.begin if method == 1 and idat is not None else 0)
            if pieces == 1 and method in (0, 1):
                found[number] = _Item(
                    at, offset_size, length_at, length_size, base, start, length, method == 0 and offset_size >= 4
                )
            at = length_at + length_size
    return found


def _put(data: bytearray, item: _Item | None, content: bytes) -> None:
    if item is None or not item.length_size or item.begin + item.length > len(data):
        raise ContainerProblem("metadata that cannot be found")
    data[item.begin : item.begin + item.length] = bytes(item.length)
    if len(content) <= item.length:
        data[item.begin : item.begin + len(content)] = content
    elif item.movable:
        begin = len(data) + 8
        data += (len(content) + 8).to_bytes(4) + b"mdat" + content
        data[item.offset_at : item.offset_at + item.offset_size] = (begin - item.base).to_bytes(item.offset_size)
    else:
        raise ContainerProblem("no room for the metadata")
    data[item.length_at : item.length_at + item.length_size] = len(content).to_bytes(item.length_size)
