"""Metadata of TIFF files, whose tags of the pixels and of the picture share one directory.

Owns: which tags of a TIFF hold its pixels together, hanging metadata into a finished file, taking it out of one. Must
not know: Pillow, what the metadata says. Needed because libtiff, through which Pillow compresses, writes no directories
inside a directory, and Pillow itself changes types and letters of what it writes.
"""

import struct
from collections.abc import Sequence
from dataclasses import replace

from app.jobs.image import exif, iptc
from app.jobs.image.container import ContainerProblem
from app.jobs.image.ifd import (
    BYTE,
    ENTRY,
    HEADER,
    LONG,
    SHORT,
    UNDEFINED,
    Directories,
    Entry,
    Patch,
    Range,
    StructureProblem,
    Value,
    directory,
    merged,
    number,
    turned,
)
from app.jobs.image.metadata import Metadata
from app.jobs.image.recipe import MetadataMode

# How pixels are stored, TIFF 6.0 and its supplements; in an EXIF block they speak of the file it came from.
STORAGE = frozenset(
    {
        *range(254, 270), 273, *range(275, 285), *range(286, 302), *range(317, 348), 351,
        *range(512, 522), *range(529, 533), 559, *range(32995, 32999), 34675, 37393, 50674, 50784,
    }
)  # fmt: skip
_INTEROP_IFD = 0xA005
_PACKETS = frozenset({exif.XMP_PACKET, exif.IPTC, exif.PHOTOSHOP})
_OTHERWISE = STORAGE | _PACKETS | {exif.EXIF_IFD, exif.GPS_IFD}  # not carried over as it stands in an EXIF block
_OFFSETS, _BITS = frozenset({273, 324}), 258
_PRIVATE = 32_768  # tags from here on belong to whoever registered them, and say whatever they like
_SUB_IFDS = 330
_OLD_JPEG = 513  # TIFF 6.0 section 22, given up in 1995: offsets to pieces of a JPEG, whose lengths nobody says
_PIXEL_DATA = ((273, 279), (324, 325))  # offsets and lengths of strips and tiles


class _File(Patch):
    """A TIFF file whose pixels and directories are safe from being zeroed."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.pages = self._pages()
        self._inner = [at for page in self.pages if (at := self.inner(page, exif.EXIF_IFD)) is not None]
        self._pixels = merged((at, at + size) for page in self.pages for at, size in self._parts(page))

    def holding(self) -> list[int]:
        return [*self.pages, *self._inner]

    def remove_exif(self, page: int) -> None:
        inner = self.inner(page, exif.EXIF_IFD)
        if inner is not None:
            self._inner = [at for at in self._inner if at != inner]
            self.wipe_directory(inner)
        self.remove(page, (exif.EXIF_IFD,))

    def forget(self) -> None:
        """Zero every byte that no directory speaks of; cut off those behind the last one that does."""
        spoken = self.protected()
        for at in [*self.holding(), *self._below()]:
            entries = self.entries(at)
            spoken.append((at, at + 2 + ENTRY * len(entries) + 4))
            spoken += [(entry.value_at, entry.value_at + entry.length) for entry in entries if entry.length > 4]
        end = 0
        for begin, after in merged(spoken):
            if begin >= len(self.bytes):
                break
            self.bytes[end:begin] = bytes(begin - end)
            end = min(after, len(self.bytes))
        del self.bytes[end:]

    def protected(self) -> list[Range]:
        return [*super().protected(), *self._pixels]

    def _pages(self) -> list[int]:
        """All directories with pixels: the chain, and those that a page keeps for itself."""
        found: list[int] = []
        for page in self.chain():
            entry = self.find(page, _SUB_IFDS)
            found += [page] if entry is None else [page, *self._numbers(entry)]
        return list(dict.fromkeys(found))

    def _below(self) -> list[int]:
        """The directory that an EXIF directory may have below it."""
        return [at for inner in self._inner if (at := self.inner(inner, _INTEROP_IFD)) is not None]

    def _parts(self, page: int) -> list[tuple[int, int]]:
        parts: list[tuple[int, int]] = []
        for offset_tag, length_tag in _PIXEL_DATA:
            offsets, lengths = self.find(page, offset_tag), self.find(page, length_tag)
            if offsets is not None and lengths is not None:
                parts += zip(self._numbers(offsets), self._numbers(lengths), strict=False)
        return parts

    def _numbers(self, entry: Entry) -> list[int]:
        code = {3: "H", 4: "I", 13: "I"}.get(entry.type)
        if code is None:
            raise StructureProblem("offsets of an odd type")
        return list(struct.unpack(f"{self.order}{entry.count}{code}", self.value(entry).data))


def rewrite(data: bytes, metadata: Metadata, mode: MetadataMode) -> bytes:
    """`data` with the metadata that `mode` keeps, the pixels of all pages where they are. Raises ContainerProblem.

    `metadata`: what `mode` keeps of the first page. EXIF stays where it is, so that maker notes stay readable, unless
    only rights are kept. What no directory speaks of is zeroed.
    """
    try:
        file = _File(data)
        in_place = mode == "all-but-location"
        for page in file.pages:
            if file.find(page, _OLD_JPEG) is not None:
                raise ContainerProblem("its pixels are stored in an outdated way")
            exif.remove_gps(file, page)
            if not in_place:
                file.remove_exif(page)
            file.remove(page, {entry.tag for entry in file.entries(page) if not _stays(entry.tag, in_place)})
        file.forget()
        return with_metadata(bytes(file.bytes), replace(metadata, exif=b"") if in_place else metadata)
    except (StructureProblem, struct.error) as problem:
        raise ContainerProblem(str(problem)) from problem


def _stays(tag: int, in_place: bool) -> bool:
    """Whether an entry of a page stays where it is; `in_place`: descriptions and EXIF do."""
    if tag in STORAGE or tag in (_SUB_IFDS, exif.ORIENTATION):
        return True
    described = tag < _PRIVATE or tag in exif.DESCRIBING or tag == exif.EXIF_IFD
    return in_place and described and tag not in _PACKETS


def with_metadata(data: bytes, metadata: Metadata) -> bytes:
    """`data` (a classic TIFF) with EXIF, XMP and IPTC in its first directory. Raises StructureProblem.

    Everything stays where it is but the first directory: it is written again at the end, behind what is new. Only for
    maker notes, which count their offsets from the start of the file, the picture makes room: see `_behind`.
    """
    file = Directories(data)
    if metadata.exif:
        block = exif.Block(metadata.exif)
        if block.has_notes() and (block.order == file.order or not _is_deep(file)):
            return _behind(block, file, data, _packets(metadata))
    held = [file.data[entry.at : entry.at + ENTRY] for entry in file.entries(file.first)]
    known = {entry.tag for entry in file.entries(file.first)}
    values, inner = _of_block(metadata.exif, file.order)
    values = [value for value in [*values, *_packets(metadata)] if value.tag not in known]
    if not values and not inner:
        return data
    result = bytearray(data)
    result[file.first : file.first + 2 + ENTRY * len(held) + 4] = bytes(2 + ENTRY * len(held) + 4)
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


def _behind(block: exif.Block, file: Directories, data: bytes, packets: list[Value]) -> bytes:
    """The EXIF block as it is, the picture `data` moved behind it, and new directories of its pages in the block's byte
    order. (That order is no matter to pixels of 8 bits.)"""
    result = bytearray(block.bytes)
    result += b"\0" * (len(result) % 2)
    shift = len(result) - HEADER
    result += data[HEADER:]
    pointers = [(tag, block.inner(block.first, tag)) for tag in (exif.EXIF_IFD, exif.GPS_IFD)]
    more = [number(tag, at, block.order) for tag, at in pointers if at is not None]
    more += [*block.values(block.first, lambda tag: tag not in _OTHERWISE), *packets]
    link = 4  # where it is said where the next directory is
    for page in file.chain():
        values = [turned(value, file.order, block.order) for value in file.values(page, lambda tag: True)]
        values = [_moved(value, shift, block.order) if value.tag in _OFFSETS else value for value in values]
        values += [value for value in more if value.tag not in {known.tag for known in values}]
        result += b"\0" * (len(result) % 2)
        struct.pack_into(block.order + "I", result, link, len(result))
        link = len(result) + 2 + ENTRY * len(values)
        result += directory(values, block.order, len(result))
        more = []  # the first page speaks for all
    return bytes(result)


def _moved(offsets: Value, shift: int, order: str) -> Value:
    code = {SHORT: "H", LONG: "I"}.get(offsets.type)
    if code is None:
        raise StructureProblem("offsets of an odd type")
    places = [place + shift for place in struct.unpack(f"{order}{offsets.count}{code}", offsets.data)]
    return Value(offsets.tag, LONG, offsets.count, struct.pack(f"{order}{len(places)}I", *places))


def _is_deep(file: Directories) -> bool:
    """Whether pixels have samples of several bytes."""
    bits = (file.find(page, _BITS) for page in file.chain())
    return any(max(file.value(entry).data) > 8 for entry in bits if entry is not None)


def _packets(metadata: Metadata) -> list[Value]:
    """XMP and IPTC as tags; bytes have no order."""
    records = iptc.records_of(metadata.iptc)
    found = [Value(exif.XMP_PACKET, BYTE, len(metadata.xmp), metadata.xmp)] if metadata.xmp else []
    return [*found, Value(exif.IPTC, UNDEFINED, len(records), records)] if records else found


def _of_block(blob: bytes, order: str) -> tuple[list[Value], Sequence[tuple[int, list[Value]]]]:
    """The first directory of an EXIF block without what is storage, and its EXIF and GPS directories, in `order`."""
    if not blob:
        return [], []
    block = exif.Block(blob)

    def values(at: int | None, without: frozenset[int]) -> list[Value]:
        found = [] if at is None else block.values(at, lambda tag: tag not in without)
        return [turned(value, block.order, order) for value in found]

    inner = [
        (tag, values(block.inner(block.first, tag), frozenset({_INTEROP_IFD}))) for tag in (exif.EXIF_IFD, exif.GPS_IFD)
    ]
    return values(block.first, _OTHERWISE), [(tag, contents) for tag, contents in inner if contents]
