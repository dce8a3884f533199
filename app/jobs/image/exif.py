"""EXIF blocks: changed in place (location out, thumbnail out, orientation reset, sizes corrected), or made anew.

Owns: which tags of an EXIF block say what. Must not know: Pillow, formats, which mode a recipe asks for.

Why in place: writing a block anew moves maker notes, whose inner offsets count from its start, and changes types (a
camera's 11 KB come out as 4 KB with warnings). Nothing here moves a value; entries are removed inside their directory.
A block is made anew only where that cannot be helped: from a TIFF, whose pixels share the directory, when only the
rights are kept, and when it is too long for its container.
"""

import struct
from collections.abc import Callable
from datetime import datetime

from app.jobs.image import ifd
from app.jobs.image.ifd import ASCII, SHORT, Directories, Patch, StructureProblem, Value
from app.jobs.image.rights import Rights

PREFIX = b"Exif\0\0"

ORIENTATION = 0x0112
DATE_TIME = 0x0132
ARTIST = 0x013B
XMP_PACKET = 0x02BC
COPYRIGHT = 0x8298
IPTC = 0x83BB
PHOTOSHOP = 0x8649
EXIF_IFD = ifd.EXIF_IFD
GPS_IFD = 0x8825
DATE_TIME_ORIGINAL = 0x9003
# Of a TIFF's first directory, the tags that describe the picture and not the storage of its pixels: description,
# maker, model, software, artist, host, rating, and what Windows writes.
DESCRIBING = frozenset(
    {0x010E, 0x010F, 0x0110, 0x0131, DATE_TIME, ARTIST, 0x013C, 0x4746, 0x4749, COPYRIGHT, *range(0x9C9B, 0x9CA0)}
)
# Taken, digitised, their offsets from UTC and fractions of a second.
_DATES = frozenset({DATE_TIME_ORIGINAL, 0x9004, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292})
_MAKER_NOTE = 0x927C
_INTEROP_IFD, _SUB_IFDS = 0xA005, 0x014A
_LOCATION = (XMP_PACKET, IPTC, PHOTOSHOP)  # besides the GPS directory: packets that may repeat it
_WIDTHS, _HEIGHTS = (0x0100, 0xA002), (0x0101, 0xA003)
_THUMBNAIL = ((0x0201, 0x0202), (0x0111, 0x0117))  # offsets and lengths of the embedded preview
# How the pixels are stored, and pointers: nobody misses these where the pixels are stored in another way.
_STORAGE = frozenset(
    {0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0115, 0x011A, 0x011B, 0x011C, 0x0128, 0x0213, EXIF_IFD, GPS_IFD}
    | {0x9000, 0x9101, 0xA000, 0xA001, 0xA002, 0xA003, _INTEROP_IFD}
)
_LONG_VALUE = 1024  # bytes; of a block that is too long the values beyond go: maker notes, packets of editors


class Block(Patch):
    """An EXIF block (with or without its prefix) to look at and to change. Everything raises StructureProblem."""

    def __init__(self, blob: bytes) -> None:
        super().__init__(blob.removeprefix(PREFIX))

    def tobytes(self) -> bytes:
        return PREFIX + bytes(self.bytes)

    def first_number(self, tag: int) -> int | None:
        """The value of a short or long in the first directory."""
        entry = self.find(self.first, tag)
        return None if entry is None else self.number(entry)

    def text(self, tag: int) -> str:
        """A text of the first or the EXIF directory; "" when there is none."""
        for directory in self.holding():
            entry = self.find(directory, tag)
            if entry is not None and entry.type == ASCII:
                return _decoded(self.value(entry).data)
        return ""

    def rights(self) -> Rights:
        """Who made the picture and when, as far as the block says."""
        date = self.text(DATE_TIME_ORIGINAL) or self.text(DATE_TIME)
        return Rights(self.text(COPYRIGHT), self.text(ARTIST), date if _date(date) else "")

    def has_notes(self) -> bool:
        """Whether the maker of the camera says things whose offsets nobody else can correct."""
        inner = self.inner(self.first, EXIF_IFD)
        return inner is not None and self.find(inner, _MAKER_NOTE) is not None

    def has_location(self) -> bool:
        return any(self.find(self.first, tag) for tag in (GPS_IFD, *_LOCATION))

    def set_orientation(self, value: int) -> None:
        entry = self.find(self.first, ORIENTATION)
        if entry is not None and entry.type == SHORT:
            self.put16(entry.at + 8, value)

    def set_size(self, width: int, height: int) -> None:
        """Correct the sizes that the block says, where it says any."""
        for directory in self.holding():
            for tags, value in ((_WIDTHS, width), (_HEIGHTS, height)):
                for tag in tags:
                    entry = self.find(directory, tag)
                    if entry is not None and entry.count == 1:
                        self.put_number(entry, value)

    def remove_location(self) -> None:
        """Zero the GPS directory with its values, and packets that can repeat it; remove their entries."""
        remove_gps(self, self.first)
        self.remove(self.first, _LOCATION)

    def remove_thumbnail(self) -> None:
        """Zero the second directory and its preview (often of the picture before it was cropped); end the chain."""
        tail = len(self.bytes)
        chain = self.chain()
        self.put32(self.first + 2 + ifd.ENTRY * self.u16(self.first), 0)
        for directory in chain[1:]:
            for offset_tag, length_tag in _THUMBNAIL:
                at, length = self.find(directory, offset_tag), self.find(directory, length_tag)
                if at is None or length is None or at.count != 1:
                    continue
                begin, size = self.number(at), self.number(length)
                if size and begin < len(self.bytes):
                    size = min(size, len(self.bytes) - begin)
                    self.wipe(begin, size)
                    if begin + size == len(self.bytes):
                        tail = min(tail, begin)
            self.wipe_directory(directory)
        del self.bytes[tail:]


def remove_gps(patch: Patch, directory: int) -> None:
    """Zero the GPS directory that `directory` points to, with its values, and remove the pointer."""
    gps = patch.inner(directory, GPS_IFD)
    if gps is not None:
        patch.wipe_directory(gps)
    patch.remove(directory, (GPS_IFD,))


def orientation(blob: bytes) -> int | None:
    """1 to 8; None where the block says nothing usable."""
    try:
        value = Block(blob).first_number(ORIENTATION)
    except StructureProblem:
        return None
    return value if value is not None and 1 <= value <= 8 else None


def date_taken(blob: bytes) -> datetime | None:
    """When the picture was taken (local time of the camera), else when it was last changed, else None."""
    try:
        block = Block(blob)
        texts = [block.text(DATE_TIME_ORIGINAL), block.text(DATE_TIME)]
    except StructureProblem:
        return None
    return next((date for date in map(_date, texts) if date is not None), None)


def says_something(blob: bytes) -> bool:
    """Whether anything would be missed without `blob`: it says more than how the pixels are stored."""
    try:
        block = Block(blob)
        directories = (*block.holding(), block.inner(block.first, GPS_IFD))
        tags = [entry.tag for at in directories if at is not None for entry in block.entries(at)]
        upright = orientation(blob) in (None, 1)
    except StructureProblem:
        return False
    return any(tag not in _STORAGE and not (tag == ORIENTATION and upright) for tag in tags)


def upright_without_tag(blob: bytes) -> bytes:
    """`blob` without an orientation of 1, which says nothing: Pillow's AVIF writer makes blocks that have one anew."""
    if orientation(blob) != 1:
        return blob
    block = Block(blob)
    block.remove(block.first, (ORIENTATION,))
    return block.tobytes()


def of_tiff(directories: Directories) -> bytes:
    """A new block of what the first directory of a TIFF says of the picture; b"" when that is nothing."""
    return _rebuilt(directories, DESCRIBING.__contains__, lambda value: True)


def shortened(blob: bytes) -> bytes:
    """A new block without the values that make `blob` long."""
    kept = Block(blob)
    return _rebuilt(kept, lambda tag: tag != _SUB_IFDS, lambda value: len(value.data) <= _LONG_VALUE)


def salvaged(blob: bytes, location: bool) -> bytes:
    """A new block of what can be read of one that does not hold together: both directories, and with `location` that
    of GPS. Packets and whatever points to more directories are left out."""
    return _rebuilt(Block(blob), _is_plain, lambda value: True, location=location, lenient=True)


def with_rights_only(blob: bytes, rights: Rights, turned: int = 1) -> bytes:
    """A new block of artist, copyright and dates: those of `blob` as they are, else those of `rights`; and of the
    orientation `turned`, unless that is upright."""
    order, first, dates = "<", dict[int, Value](), list[Value]()
    if blob:
        block = Block(blob)
        order = block.order
        first = {value.tag: value for value in block.values(block.first, {ARTIST, COPYRIGHT, DATE_TIME}.__contains__)}
        inner = block.inner(block.first, EXIF_IFD)
        dates = [] if inner is None else block.values(inner, _DATES.__contains__)
    for tag, said in ((ARTIST, rights.creator), (COPYRIGHT, rights.copyright)):
        if said and (tag not in first or not _decoded(first[tag].data)):
            first[tag] = ifd.text(tag, said)
    if rights.date and not dates and DATE_TIME not in first:
        dates = [ifd.text(DATE_TIME_ORIGINAL, rights.date)]
    if turned != 1:
        first[ORIENTATION] = Value(ORIENTATION, SHORT, 1, struct.pack(order + "H", turned))
    if not first and not dates:
        return b""
    return PREFIX + ifd.block(list(first.values()), [(EXIF_IFD, dates)], order)


def _rebuilt(
    directories: Directories,
    describing: Callable[[int], bool],
    wanted: Callable[[Value], bool],
    location: bool = True,
    lenient: bool = False,
) -> bytes:
    """A new block of the tags that are `describing` and the values that are `wanted`. `lenient`: what cannot be read is
    left out instead of raising StructureProblem."""

    def values(at: int, chosen: Callable[[int], bool]) -> list[Value]:
        try:
            return [value for value in directories.values(at, chosen, lenient) if wanted(value)]
        except StructureProblem:
            if not lenient:
                raise
            return []

    pointers = (EXIF_IFD, GPS_IFD) if location else (EXIF_IFD,)
    first = values(directories.first, lambda tag: describing(tag) and tag not in (EXIF_IFD, GPS_IFD))
    inner: list[tuple[int, list[Value]]] = []
    for tag in pointers:
        at = directories.inner(directories.first, tag)
        # What points to a directory of its own would point anywhere in a new block.
        inner.append((tag, [] if at is None else values(at, lambda tag: tag != _INTEROP_IFD)))
    if not first and not any(contents for _, contents in inner):
        return b""
    return PREFIX + ifd.block(first, inner, directories.order)


def _is_plain(tag: int) -> bool:
    return tag not in (_SUB_IFDS, *_LOCATION) and not any(tag in pair for pair in _THUMBNAIL)


def _decoded(data: bytes) -> str:
    """Text up to its end mark: UTF-8, as written today, else Latin-1."""
    raw = data.split(b"\0")[0]
    try:
        return raw.decode().strip()
    except UnicodeDecodeError:
        return raw.decode("latin-1").strip()


def _date(text: str) -> datetime | None:
    try:
        return datetime.strptime(text[:19], "%Y:%m:%d %H:%M:%S")
    except ValueError:
        return None
