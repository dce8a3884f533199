"""The structure of TIFF: directories of tagged values, as EXIF blocks and TIFF files have them.

Owns: reading directories, changing them in place and building new ones, byte by byte (TIFF 6.0, section 2). Must not
know: what any tag means (but the pointer to the EXIF directory), Pillow.

Values travel as raw bytes together with their type, so nothing is lost that this program does not understand: text in
any encoding, wrong types, maker notes.
"""

import bisect
import io
import struct
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import IO, Protocol

EXIF_IFD = 0x8769
BYTE, ASCII, SHORT, LONG, UNDEFINED, IFD = 1, 2, 3, 4, 7, 13
ENTRY = 12  # bytes of an entry
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}  # of one value, by type
_UNITS = {3: 2, 4: 4, 5: 4, 8: 2, 9: 4, 10: 4, 11: 4, 12: 8, 13: 4}  # what turns round with the byte order
_MAX_VALUE = 64 << 20  # bytes; no metadata is longer, be it one value or all of a directory
_MAX_ENTRIES = 4096  # of a directory; real ones have some dozens
_MAX_CHAIN = 10_000  # directories; the pages of a scanned book
_MAX_CHAINED = 200_000  # entries of a whole chain; beyond, it was made to keep somebody busy
HEADER = 8
Range = tuple[int, int]  # begin, end


class StructureProblem(ValueError):
    """Directories that do not hold together. The caller leaves them out and says so."""


class Readable(Protocol):
    """Bytes, or a file that is looked at as if it were bytes."""

    def __len__(self) -> int: ...
    def __getitem__(self, part: slice, /) -> bytes | bytearray: ...


class FileView:
    """An open file as bytes of which only the parts that are asked for are read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._size = file.seek(0, io.SEEK_END)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice) -> bytes:
        begin, end, _ = part.indices(self._size)
        self._file.seek(begin)
        return self._file.read(max(0, end - begin))


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an entry and its value stand. Positions count from the TIFF header."""

    at: int  # of the 12 bytes
    tag: int
    type: int
    count: int
    value_at: int
    length: int  # of the value, in bytes


@dataclass(frozen=True, slots=True)
class Value:
    """A tagged value by itself: `data` in the byte order of where it came from."""

    tag: int
    type: int
    count: int
    data: bytes


class Directories:
    """The directories of a TIFF file or an EXIF block. Everything here raises StructureProblem."""

    def __init__(self, data: Readable) -> None:
        self.data = data
        order = {b"II": "<", b"MM": ">"}.get(bytes(data[0:2]))
        if order is None or len(data) < 14:
            raise StructureProblem("no TIFF header")
        self.order = order
        if (version := self.u16(2)) != 42:
            raise StructureProblem("a BigTIFF" if version == 43 else "no TIFF header")
        self.first = self.u32(4)
        self.entries(self.first)

    def entries(self, directory: int) -> list[Entry]:
        """All of the directory at `directory`."""
        count = self.u16(directory)
        if count > _MAX_ENTRIES:
            raise StructureProblem(f"a directory of {count} entries")
        if directory < HEADER or directory + 2 + ENTRY * count + 4 > len(self.data):
            raise StructureProblem(f"a directory of {count} entries does not fit")
        raw = bytes(self.data[directory + 2 : directory + 2 + ENTRY * count])
        found: list[Entry] = []
        for tag, kind, values, place in struct.iter_unpack(self.order + "HHII", raw):
            at, length = directory + 2 + ENTRY * len(found), _SIZES.get(kind, 1) * values
            found.append(Entry(at, tag, kind, values, at + 8 if length <= 4 else place, length))
        return found

    def find(self, directory: int, tag: int) -> Entry | None:
        return next((entry for entry in self.entries(directory) if entry.tag == tag), None)

    def inner(self, directory: int, tag: int) -> int | None:
        """Where the directory is that `tag` of `directory` points to; None when there is no such entry."""
        entry = self.find(directory, tag)
        return None if entry is None else self.u32(entry.at + 8)

    def following(self, directory: int) -> int:
        """Where the next directory of the chain is; 0 = this is the last."""
        return self.u32(directory + 2 + ENTRY * self.u16(directory))

    def chain(self) -> list[int]:
        """Where the first directory is and those that follow it, each once."""
        found: dict[int, None] = {}
        at, entries = self.first, 0
        while at and at not in found:
            found[at] = None
            entries += self.u16(at)
            if len(found) > _MAX_CHAIN or entries > _MAX_CHAINED:
                raise StructureProblem("too many directories")
            at = self.following(at)
        return list(found)

    def number(self, entry: Entry) -> int:
        """The value of an entry that is one short or long."""
        return self.u16(entry.at + 8) if entry.type == SHORT else self.u32(entry.at + 8)

    def value(self, entry: Entry) -> Value:
        """An entry with its value."""
        end = entry.value_at + entry.length
        if entry.length > _MAX_VALUE or entry.value_at < 0 or end > len(self.data):
            raise StructureProblem(f"points outside itself (at {entry.at})")
        return Value(entry.tag, entry.type, entry.count, bytes(self.data[entry.value_at : end]))

    def values(self, directory: int, wanted: Callable[[int], bool], lenient: bool = False) -> list[Value]:
        """The values of those entries of `directory` whose tags are `wanted`; `lenient`: as far as they can be read."""
        entries = [entry for entry in self.entries(directory) if wanted(entry.tag)]
        if lenient:
            entries = [entry for entry in entries if entry.value_at + entry.length <= len(self.data)]
        if sum(entry.length for entry in entries) > _MAX_VALUE:
            raise StructureProblem("more values than any file has")
        return [self.value(entry) for entry in entries]

    def u16(self, at: int) -> int:
        return int(self._unpack("H", at, 2))

    def u32(self, at: int) -> int:
        return int(self._unpack("I", at, 4))

    def _unpack(self, code: str, at: int, size: int) -> int:
        if at < 0 or at + size > len(self.data):
            raise StructureProblem(f"points outside itself (at {at})")
        return int(struct.unpack(self.order + code, self.data[at : at + size])[0])


class Patch(Directories):
    """Directories that are changed in place: nothing moves but entries inside their own directory."""

    def __init__(self, data: bytes) -> None:
        self.bytes = bytearray(data)
        super().__init__(self.bytes)

    def put16(self, at: int, value: int) -> None:
        struct.pack_into(self.order + "H", self.bytes, at, value)

    def put32(self, at: int, value: int) -> None:
        struct.pack_into(self.order + "I", self.bytes, at, value)

    def put_number(self, entry: Entry, value: int) -> None:
        """A new value for an entry that is one short or long; where it does not fit the old one stays."""
        if entry.type == LONG:
            self.put32(entry.at + 8, value)
        elif entry.type == SHORT and value < 65_536:
            self.put16(entry.at + 8, value)

    def remove(self, directory: int, tags: Container[int]) -> None:
        """Take all entries of `tags` out of `directory`; zero their values."""
        entries = self.entries(directory)
        gone = [entry for entry in entries if entry.tag in tags]
        self._wipe_values(gone)
        kept = b"".join(self.bytes[entry.at : entry.at + ENTRY] for entry in entries if entry.tag not in tags)
        begin, end = directory + 2, directory + 2 + ENTRY * len(entries)
        following = self.bytes[end : end + 4]
        self.bytes[begin : end + 4] = kept + following + bytes(ENTRY * len(gone))
        self.put16(directory, len(entries) - len(gone))

    def wipe_directory(self, directory: int) -> None:
        """Zero a directory that nothing points to any more, with its values."""
        entries = self.entries(directory)
        self._wipe_values(entries)
        self.wipe(directory, 2 + ENTRY * len(entries) + 4)

    def wipe(self, at: int, length: int) -> None:
        """Zero bytes, but never those that hold the structure together: then it is not one that we understand."""
        self._wipe(at, length, self._safe())

    def holding(self) -> list[int]:
        """The directories that stay."""
        inner = self.inner(self.first, EXIF_IFD)
        return [self.first] if inner is None else [self.first, inner]

    def protected(self) -> list[Range]:
        """What is never zeroed: the header, and the directories that stay."""
        return [(0, HEADER), *((at, at + 2 + ENTRY * self.u16(at) + 4) for at in self.holding())]

    def _safe(self) -> list[Range]:
        return merged(self.protected())

    def _wipe_values(self, entries: list[Entry]) -> None:
        safe = self._safe()
        for entry in entries:
            if entry.length > 4:
                self._wipe(entry.value_at, entry.length, safe)

    def _wipe(self, at: int, length: int, safe: list[Range]) -> None:
        end = at + length
        if at < 0 or end > len(self.bytes):
            raise StructureProblem(f"points outside itself (at {at})")
        index = bisect.bisect_left(safe, (end,))  # those before it begin before `end`
        if index and safe[index - 1][1] > at:
            raise StructureProblem("values lie over each other")
        self.bytes[at:end] = bytes(length)


def merged(ranges: Iterable[Range]) -> list[Range]:
    """`ranges` in order, those that touch made one."""
    found: list[Range] = []
    for begin, end in sorted(ranges):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found


def turned(value: Value, order: str, wanted: str) -> Value:
    """`value` from byte order `order` to `wanted` ("<" or ">")."""
    unit = _UNITS.get(value.type)
    if order == wanted or unit is None:
        return value
    data = b"".join(value.data[at : at + unit][::-1] for at in range(0, len(value.data), unit))
    return replace(value, data=data)


def number(tag: int, value: int, order: str) -> Value:
    """A LONG."""
    return Value(tag, LONG, 1, struct.pack(order + "I", value))


def text(tag: int, value: str) -> Value:
    """An ASCII value. (Other letters are stored as UTF-8, as today's readers take them.)"""
    data = value.encode("utf-8", "replace") + b"\0"
    return Value(tag, ASCII, len(data), data)


def directory(values: Iterable[Value], order: str, at: int, following: int = 0) -> bytes:
    """A directory that will stand at `at`, with its longer values behind it. Its length is even."""
    ordered = sorted(values, key=lambda value: value.tag)
    body, extra = bytearray(), bytearray()
    behind = at + 2 + ENTRY * len(ordered) + 4
    for value in ordered:
        if len(value.data) > 4:
            place = struct.pack(order + "I", behind + len(extra))
            extra += value.data + b"\0" * (len(value.data) % 2)
        else:
            place = value.data.ljust(4, b"\0")
        body += struct.pack(order + "HHI", value.tag, value.type, value.count) + place
    return struct.pack(order + "H", len(ordered)) + bytes(body) + struct.pack(order + "I", following) + bytes(extra)


def block(first: Sequence[Value], inner: Sequence[tuple[int, Sequence[Value]]], order: str) -> bytes:
    """A whole structure: the first directory, and the directories of `inner` under their pointer tags."""
    pointers = [(tag, values) for tag, values in inner if values]
    at = 8 + len(directory([*first, *(number(tag, 0, order) for tag, _ in pointers)], order, 8))
    tail, made = b"", list(first)
    for tag, values in pointers:
        made.append(number(tag, at + len(tail), order))
        tail += directory(values, order, at + len(tail))
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    return head + directory(made, order, 8) + tail
