"""SQLite's file format, read page by page, for a file that SQLite itself does not read any more.

Owns: pages, the write-ahead log over them, cells and records; which pages are certainly in use. Must not know: the
queue's tables, SQL. A page is used whole or not at all: one whose cells do not fill it exactly, as SQLite's own check
demands, is left out, for a stray pointer could bring back a row as it was long ago. Nothing here writes.
The format: https://www.sqlite.org/fileformat2.html
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType

from app.store.records import decode, varint

MAGIC = b"SQLite format 3\0"
USUAL_PAGE = 4_096  # bytes; SQLite's own choice since 2016, for files whose header is lost
LOG_MAGIC = (0x377F0682, 0x377F0683)  # checksums of little-endian and of big-endian words
LOG_VERSION = 3_007_000
MOST_VERSIONS = 1_000  # a larger number of the format is damage
PENDING_BYTE = 0x40000000  # the page that holds it is never used

INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF = 2, 5, 10, 13
ROOT, FREE, OVERFLOW_FIRST, OVERFLOW_NEXT, BTREE = 1, 2, 3, 4, 5  # what the pointer map says of a page


@dataclass(frozen=True, slots=True)
class Cell:
    """A row (or a child and a key) of a page. `payload` None: it goes on over pages that cannot be read."""

    child: int
    rowid: int | None
    payload: bytes | None


@dataclass(frozen=True, slots=True)
class Node:
    """A page of a table or index that is whole."""

    kind: int
    cells: tuple[Cell, ...]
    last_child: int

    @property
    def children(self) -> tuple[int, ...]:
        if self.kind in (TABLE_LEAF, INDEX_LEAF):
            return ()
        return (*(cell.child for cell in self.cells), self.last_child)


class PageFile:
    """The database at `path` with the log beside it. Raises OSError. Use as a context manager.

    `doubtful`: commits may be missing (the log is damaged), so what is read may be older than what was.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._size = path.stat().st_size
        head = self._file.read(100)
        self.header = _header(head)
        self.page_size = self.header.page_size if self.header else USUAL_PAGE
        log_path = path.with_name(f"{path.name}-wal")
        self._log = _Log(log_path, self.page_size)
        self.has_log = log_path.exists()
        self.doubtful = self._log.damaged
        pages = self._size // self.page_size
        if self._log.pages:
            self.count = self._log.count
        else:
            claimed = self.header.count if self.header else 0
            self.count = claimed if 0 < claimed <= pages else max(pages, claimed if claimed < pages * 2 else 0)

    def __enter__(self) -> "PageFile":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _t: TracebackType | None
    ) -> None:
        self._file.close()
        self._log.close()

    @property
    def version(self) -> int | None:
        """The number that its program gave the format; None when the header is lost."""
        page = self.page(1)
        header = _header(page[:100]) if page else None
        return header.user_version if header and header.user_version <= MOST_VERSIONS else None

    def page(self, number: int) -> bytes | None:
        """The content of a page as the last commit left it; None when the file ends before it."""
        if not 1 <= number <= self.count:
            return None
        logged = self._log.page(number)
        if logged is not None:
            return logged
        try:
            self._file.seek((number - 1) * self.page_size)
            content = self._file.read(self.page_size)
        except OSError:  # the drive does not read this place: that is the kind of file that is looked at here
            return None
        return content if len(content) == self.page_size else None

    def node(self, number: int) -> Node | None:
        """The page `number` as part of a table or index; None when it is none, or not whole."""
        page = self.page(number)
        return None if page is None else _Parser(self, number, page).node()

    def overflow(self, owner: int, first: int, size: int) -> bytes | None:
        """`size` bytes of a row of page `owner`, from the chain of pages that begins at `first`."""
        parts: list[bytes] = []
        before, number = owner, first
        while size > 0:
            page = self.page(number)
            kind, parent = self.map.get(number, (OVERFLOW_FIRST if before == owner else OVERFLOW_NEXT, before))
            wanted = OVERFLOW_FIRST if before == owner else OVERFLOW_NEXT
            if page is None or kind != wanted or parent != before:
                return None
            parts.append(page[4 : 4 + size])
            size -= len(parts[-1])
            before, number = number, int.from_bytes(page[:4], "big")
        return b"".join(parts) if number == 0 else None

    @cached_property
    def map(self) -> dict[int, tuple[int, int]]:
        """What each page is and to whom it belongs: (ROOT … BTREE, parent). Pages whose entry is lost are absent."""
        found: dict[int, tuple[int, int]] = {}
        each = self.page_size // 5
        pending = PENDING_BYTE // self.page_size + 1
        start = 2
        while start <= self.count:
            place = start + (start == pending)
            page = self.page(place)
            numbers = [n for n in range(place + 1, min(place + each, self.count) + 1) if n != pending]
            entries = {n: struct.unpack_from(">BI", page, (n - place - 1) * 5) for n in numbers} if page else {}
            if all(self._plausible(*entry) for entry in entries.values()):
                found.update(entries)
            start += each + 1
        return found

    def _plausible(self, kind: int, parent: int) -> bool:
        if kind in (ROOT, FREE):
            return parent == 0
        return kind in (OVERFLOW_FIRST, OVERFLOW_NEXT, BTREE) and 0 < parent <= self.count

    @cached_property
    def certain(self) -> frozenset[int]:
        """The pages of tables and indexes that are certainly in use: so says the pointer map, or a page in use that
        leads there. Free pages hold rows of long ago."""
        found = {number for number, (kind, _parent) in self.map.items() if kind in (ROOT, BTREE)} | {1}
        if self._unmapped:
            waiting = [*found, *self._roots()]
            while waiting:
                number = waiting.pop()
                found.add(number)
                node = self.node(number)
                waiting += [child for child in node.children if child in self._unmapped - found] if node else ()
        return frozenset(found)

    @cached_property
    def uncertain(self) -> frozenset[int]:
        """The pages of which nothing says whether they are in use."""
        return self._unmapped - self.certain

    @cached_property
    def _unmapped(self) -> frozenset[int]:
        each = self.page_size // 5 + 1
        return frozenset(n for n in range(3, self.count + 1) if n not in self.map and (n - 2) % each)

    def _roots(self) -> Iterator[int]:
        """Where the tables and indexes begin, by the schema that page 1 leads to."""
        waiting, seen = [1], {1}
        while waiting:
            node = self.node(waiting.pop())
            if node is None:
                continue
            waiting += [child for child in node.children if child not in seen]
            seen.update(node.children)
            if node.kind == TABLE_LEAF:
                rows = (decode(cell.payload) for cell in node.cells if cell.payload)
                yield from (row[3] for row in rows if row and len(row) == 5 and isinstance(row[3], int) and row[3])


@dataclass(frozen=True, slots=True)
class _Header:
    page_size: int
    count: int
    user_version: int


def _header(head: bytes) -> _Header | None:
    """What the first 100 bytes say; None when they are not what SQLite writes."""
    if len(head) < 100 or not head.startswith(MAGIC) or head[20:24] != b"\0\x40\x20\x20":
        return None
    size = int.from_bytes(head[16:18], "big")
    size = 65_536 if size == 1 else size
    if size < 512 or size & (size - 1):
        return None
    changed, count, version, valid_for = (int.from_bytes(head[at : at + 4], "big") for at in (24, 28, 60, 92))
    return _Header(size, count if changed == valid_for else 0, version)


class _Log:
    """The write-ahead log: the last committed content of pages, as far as its checksums hold."""

    def __init__(self, path: Path, page_size: int) -> None:
        self.pages: dict[int, int] = {}
        self.count = 0
        self.damaged = False
        self._size = page_size
        self._file = path.open("rb") if path.exists() else None
        if self._file is not None and path.stat().st_size > 0:
            self._read()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def page(self, number: int) -> bytes | None:
        if self._file is None or number not in self.pages:
            return None
        self._file.seek(self.pages[number])
        return self._file.read(self._size)

    def _read(self) -> None:
        assert self._file is not None
        head = self._file.read(32)
        if len(head) < 32:
            self.damaged = True
            return
        magic, version, size, _sequence, *rest = struct.unpack(">8I", head)
        order = ">" if magic == LOG_MAGIC[1] else "<"
        sums = _checksum(head[:24], 0, 0, order)
        if magic not in LOG_MAGIC or version != LOG_VERSION or size != self._size or sums != tuple(rest[2:]):
            self.damaged = True
            return
        self._read_frames(order, tuple(rest[:2]), sums)

    def _read_frames(self, order: str, salts: tuple[int, ...], sums: tuple[int, int]) -> None:
        """Take over commits up to the first frame that is not whole. What comes after it is left over from before the
        log was begun anew and bears other salts; anything else means that commits are missing."""
        assert self._file is not None
        size, waiting = self._size, dict[int, int]()
        whole = True
        while head := self._file.read(24):
            content = self._file.read(size)
            number, commit, *marks = struct.unpack(">6I", head.ljust(24, b"\0"))
            ours = tuple(marks[:2]) == salts or len(head) < 24
            if whole and ours and len(content) == size:
                sums = _checksum(content, *_checksum(head[:8], *sums, order), order)
            whole = whole and ours and len(content) == size and tuple(marks[2:]) == sums
            if whole:
                waiting[number] = self._file.tell() - size
                if commit:
                    self.pages.update(waiting)
                    self.count = commit
                    waiting = {}
            elif ours:
                self.damaged = True
        self.damaged = self.damaged or bool(waiting)


def _checksum(data: bytes, first: int, second: int, order: str) -> tuple[int, int]:
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for word, following in zip(words, words, strict=True):
        first = (first + word + second) & 0xFFFFFFFF
        second = (second + following + first) & 0xFFFFFFFF
    return first, second


class _Parser:
    """One page taken apart."""

    def __init__(self, file: PageFile, number: int, page: bytes) -> None:
        self._file = file
        self._number = number
        self._page = page
        self._usable = len(page)

    def node(self) -> Node | None:
        page, start = self._page, 100 if self._number == 1 else 0
        kind, free, count, content, fragments = struct.unpack_from(">BHHHB", page, start)
        if kind not in (INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF):
            return None
        inner = kind in (INDEX_INNER, TABLE_INNER)
        pointers = start + (12 if inner else 8)
        content = content or 65_536
        if pointers + 2 * count > content or content > self._usable:
            return None
        taken: list[tuple[int, int]] = []
        cells: list[Cell] = []
        try:
            for (at,) in struct.iter_unpack(">H", page[pointers : pointers + 2 * count]):
                cell, end = self._cell(kind, at)
                taken.append((at, end))
                cells.append(cell)
            taken += self._free_blocks(free)
        except (IndexError, ValueError):
            return None
        if not _fills(taken, content, self._usable, fragments):
            return None
        return Node(kind, tuple(cells), int.from_bytes(page[start + 8 : start + 12], "big") if inner else 0)

    def _cell(self, kind: int, at: int) -> tuple[Cell, int]:
        """The cell at `at` and where it ends. Raises IndexError and ValueError."""
        page, child = self._page, 0
        start = at
        if kind in (INDEX_INNER, TABLE_INNER):
            child = int.from_bytes(page[at : at + 4], "big")
            at += 4
        if kind == TABLE_INNER:
            key, at = varint(page, at)
            return Cell(child, key, b""), max(at, start + 4)
        size, at = varint(page, at)
        rowid: int | None = None
        if kind == TABLE_LEAF:
            rowid, at = varint(page, at)
        local = self._local(kind, size)
        end = at + local + (4 if local < size else 0)
        if end > self._usable:
            raise ValueError("the cell goes beyond its page")
        payload: bytes | None = page[at : at + local]
        if local < size:
            first = int.from_bytes(page[end - 4 : end], "big")
            rest = self._file.overflow(self._number, first, size - local) if size < 1 << 31 else None
            payload = None if rest is None or payload is None else payload + rest
        return Cell(child, rowid, payload), max(end, start + 4)

    def _local(self, kind: int, size: int) -> int:
        """How many bytes of a row of `size` bytes lie in the page itself."""
        usable = self._usable
        most = usable - 35 if kind == TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        if size <= most:
            return size
        least = (usable - 12) * 32 // 255 - 23
        fitting = least + (size - least) % (usable - 4)
        return fitting if fitting <= most else least

    def _free_blocks(self, at: int) -> Iterator[tuple[int, int]]:
        before = 0
        while at:
            if at <= before:
                raise ValueError("the list of free blocks goes back")
            following, size = struct.unpack_from(">HH", self._page, at) if at + 4 <= self._usable else (0, 0)
            if size < 4:
                raise ValueError("a free block is too small")
            yield at, at + size
            before, at = at, following


def _fills(taken: list[tuple[int, int]], start: int, end: int, fragments: int) -> bool:
    """Whether `taken` fills `start` to `end` without overlap and with no more gaps than the page says."""
    gaps, at = 0, start
    for begin, stop in sorted(taken):
        if begin < at:
            return False
        gaps += begin - at
        at = stop
    return at <= end and gaps + end - at == fragments
