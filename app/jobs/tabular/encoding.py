"""Which encoding a text has, proved over the whole stream. Must not know delimiters or rows.

Order: a BOM; strict UTF-8; UTF-16 by its zero bytes; text that is nearly all UTF-8 (the reader rejects single bad
cells); then `guess.py`. Only the last is a guess, and it is reported or refused.
"""

import codecs
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO

from app.core.failures import Warn
from app.jobs.base import JobError
from app.jobs.tabular.guess import Guess, guess

CHUNK = 1 << 20
_PIECE = 1 << 15
_SMALL = bytes(range(8))  # the upper halves of characters of Greek, Cyrillic, Hebrew, Arabic and what is between
_SAMPLE_LINES = 500
_SAMPLE_LINE = 400  # bytes kept of one line
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

Opener = Callable[[], IO[bytes]]


@dataclass(frozen=True, slots=True)
class Encoding:
    """`name` without BOM variants; `bom` in bytes (0 = none); `escape_bad`: some bytes do not fit and become lone
    surrogates, whose rows the reader rejects; `warnings` for the job."""

    name: str
    bom: int = 0
    sure: bool = True
    why: str = ""
    escape_bad: bool = False
    warnings: tuple[Warn, ...] = ()


@dataclass(slots=True)
class _Scan:
    """One pass over the bytes: NULs, lines beyond ASCII."""

    size: int = 0
    first_nul: int = -1
    lines: int = 0
    first_high: int = 0
    sample: list[bytes] = field(default_factory=list)


def find_encoding(path: str, wanted: str, opener: Opener) -> Encoding:
    """The encoding of the stream that `opener` gives. `wanted`: "auto" or a codec's name.

    Raises JobError ENCODING (no certain reading), NUL (binary data).
    """
    name = os.path.basename(path)
    with opener() as stream:
        head = stream.read(4096)
    bom, bom_name = next(((len(b), n) for b, n in _BOMS if head.startswith(b)), (0, ""))
    if wanted != "auto":
        if not bom and _one_byte(wanted) and utf16_pattern(head):
            raise JobError("ENCODING", f"{name} is not {wanted.upper()} as the recipe says, but UTF-16. Name that.")
        return _explicit(name, wanted, bom, bom_name, opener)
    if bom:
        bad = _first_bad(opener, bom_name)
        if bad is not None and bom_name != "utf-8":
            raise JobError("ENCODING", f"{name} is cut short or damaged: {bad} cannot be read as {bom_name.upper()}.")
        return Encoding(bom_name, bom, why="a byte order mark", escape_bad=bad is not None)
    wide = utf16_pattern(head)
    if wide and _first_bad(opener, wide) is None:
        return Encoding(wide, why="every second byte is zero")
    if _is_plain_utf8(opener):
        return Encoding("utf-8", why="all of it is valid UTF-8")
    scan = _scan(opener)
    if scan.first_nul >= 0:
        raise JobError("NUL", f"{name} holds binary data (a zero byte at offset {scan.first_nul}), not a table.")
    if _mostly_utf8(scan.sample):
        return Encoding("utf-8", why="nearly all of it is valid UTF-8", escape_bad=True)
    return _guessed(name, scan, opener)


def _explicit(name: str, wanted: str, bom: int, bom_name: str, opener: Opener) -> Encoding:
    family = wanted.replace("_", "-").removesuffix("-sig")
    if bom and (bom_name == family or (family in ("utf-16", "utf-32") and bom_name.startswith(family))):
        family = bom_name
    else:
        bom = 0
        family = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(family, family)
    bad = _first_bad(opener, family)
    if bad is None:
        return Encoding(family, bom, why="named in the recipe")
    if family == "utf-8" or _one_byte(family):
        return Encoding(family, bom, why="named in the recipe", escape_bad=True)
    raise JobError(
        "ENCODING", f"{name} is not {wanted.upper()} as the recipe says: {bad} cannot be read. Name another encoding."
    )


def _one_byte(encoding: str) -> bool:
    """Whether every byte is one character, so that a bad byte can be told from its neighbours."""
    try:
        high = bytes(range(128, 256)).decode(encoding, "surrogateescape")
        return len(b"aaaa".decode(encoding)) == 4 and len(high) == 128
    except (UnicodeError, ValueError):
        return False


def _first_bad(opener: Opener, encoding: str) -> str | None:
    """`line 12 (bytes E4 72)` for the first place that `encoding` cannot decode strictly; None = all of it can be."""
    if encoding == "utf-8":
        return _first_bad_utf8(opener)
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    with opener() as stream:
        while True:
            chunk = stream.read(CHUNK)
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                before = error.object[: error.start].decode(encoding, "ignore")
                shown = bytes(error.object[error.start : error.start + 4]).hex(" ").upper()
                return f"line {line + before.count(chr(10))} (bytes {shown})"
            if not chunk:
                return None
            line += text.count("\n")


def _is_plain_utf8(opener: Opener) -> bool:
    """Whether all of the stream is UTF-8 without a NUL, in one pass."""
    return _bad_utf8_at(opener, nul=True) < 0


def _first_bad_utf8(opener: Opener) -> str | None:
    """As `_first_bad`."""
    at = _bad_utf8_at(opener, nul=False)
    return None if at < 0 else _place(opener, at)


def _bad_utf8_at(opener: Opener, nul: bool) -> int:
    """Where about the stream is no UTF-8, or (`nul`) holds a NUL; -1: nowhere. Plain ASCII is not decoded, and what is
    decoded comes in pieces that fit a processor's cache: a third of the time."""
    before = 0  # bytes before `data`
    rest = b""
    with opener() as stream:
        while chunk := stream.read(CHUNK):
            data = rest + chunk if rest else chunk
            if nul and b"\0" in chunk:
                return before
            at = 0
            if data.isascii():
                at = len(data)
            while at < len(data):
                try:
                    _, used = codecs.utf_8_decode(data[at : at + _PIECE], "strict", False)
                except UnicodeDecodeError as error:
                    return before + at + error.start
                if not used:
                    break  # a character that goes on in the next chunk
                at += used
            before += at
            rest = data[at:]
    return before if rest else -1


def _place(opener: Opener, offset: int) -> str:
    """`line 12 (bytes E4 72)` for the byte at `offset`."""
    line = 1
    with opener() as stream:
        while offset > 0 and (chunk := stream.read(min(CHUNK, offset))):
            offset -= len(chunk)
            line += chunk.count(b"\n")
        return f"line {line} (bytes {stream.read(4).hex(' ').upper()})"


def utf16_pattern(head: bytes) -> str | None:
    """UTF-16 without a BOM: of each two bytes one, always the same, is zero (western text), or zero to seven (Greek,
    Cyrillic, Hebrew, Arabic beside delimiters and line ends)."""
    even, odd = head[0::2], head[1::2]
    for high, low, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        zeros, small = high.count(0), len(high) - len(high.translate(None, _SMALL))
        alphabet = zeros > 0.4 * len(high) or (zeros > 0 and small > 0.9 * len(high))
        if alphabet and low.count(0) < 0.05 * max(1, len(low)):
            return name
    return None


def is_wide(head: bytes, wanted: str) -> bool:
    """Whether a text that begins with `head` has characters of several bytes each, by its mark, its look or the codec
    `wanted`: then bytes that no text holds are halves of characters."""
    marked = any(head.startswith(bom) for bom, name in _BOMS if name != "utf-8")
    return marked or wanted.startswith(("utf-16", "utf-32")) or utf16_pattern(head) is not None


def _scan(opener: Opener) -> _Scan:
    scan = _Scan()
    rest = b""
    with opener() as stream:
        while chunk := stream.read(CHUNK):
            if scan.first_nul < 0 and (at := chunk.find(b"\0")) >= 0:
                scan.first_nul = scan.size + at
            scan.size += len(chunk)
            if len(scan.sample) >= _SAMPLE_LINES:
                rest = b""  # nothing more is wanted of the lines
            elif not chunk.isascii():
                lines = (rest + chunk).split(b"\n")
                rest = lines.pop()[-CHUNK:]
                _collect(scan, lines)
            else:
                rest = chunk[chunk.rfind(b"\n") + 1 :]
                scan.lines += chunk.count(b"\n")
    _collect(scan, [rest])
    return scan


def _collect(scan: _Scan, lines: list[bytes]) -> None:
    for line in lines:
        scan.lines += 1
        if not line.isascii() and len(scan.sample) < _SAMPLE_LINES:
            scan.first_high = scan.first_high or scan.lines
            scan.sample.append(_around(line))


def _around(line: bytes) -> bytes:
    """At most `_SAMPLE_LINE` bytes of `line`, around its first byte above 127."""
    first = next(i for i, byte in enumerate(line) if byte > 127)
    start = max(0, first - 40)
    piece = line[start : start + _SAMPLE_LINE]
    return piece if start + _SAMPLE_LINE >= len(line) else piece[: max(piece.rfind(b","), piece.rfind(b" "), 80)]


def _mostly_utf8(sample: list[bytes]) -> bool:
    """Whether most lines beyond ASCII are valid UTF-8: other encodings hardly ever make one such line by accident."""
    good = 0
    for line in sample:
        try:
            line.decode("utf-8")
            good += 1
        except UnicodeDecodeError:
            continue
    return good * 2 > len(sample)


def _guessed(name: str, scan: _Scan, opener: Opener) -> Encoding:
    found = guess(scan.sample)
    at = scan.first_high
    if found is None:
        raise JobError(
            "ENCODING",
            f"{name} is in no encoding that Dropmill knows (first at line {at}). Name the encoding in the recipe.",
        )
    cells = _cells(scan.sample, found.encoding)
    if not found.sure:
        raise JobError("ENCODING", _unsure(name, at, found, scan.sample))
    if (bad := _first_bad(opener, found.encoding)) is not None:
        raise JobError(
            "ENCODING", f"{name} looks like {found.encoding}, but {bad} does not fit. Name the encoding in the recipe."
        )
    text = f"{name} is not UTF-8; it was read as {found.encoding}: {', '.join(cells)}"
    return Encoding(
        found.encoding, sure=False, why=f"reads best as {found.encoding}", warnings=(Warn("ENCODING_GUESSED", text),)
    )


def _unsure(name: str, line: int, found: Guess, sample: list[bytes]) -> str:
    """The sentence that shows the readings side by side."""
    rivals = [found.encoding, *(encoding for encoding, _ in found.rivals[:1])]
    shown = " or ".join(f"{encoding} ({', '.join(_cells(sample, encoding)[:3])})" for encoding in rivals)
    return f"{name} is not UTF-8 (first at line {line}). It may be {shown}. Name the encoding in the recipe."


def _cells(sample: list[bytes], encoding: str) -> list[str]:
    """Up to five different cells beyond ASCII, as `encoding` reads them."""
    cells: list[str] = []
    for line in sample:
        for part in line.decode(encoding, "replace").replace(";", ",").replace("\t", ",").replace("|", ",").split(","):
            cell = part.strip(" \"'\r")
            if not cell.isascii() and cell not in cells:
                cells.append(cell[:40])
                if len(cells) == 5:
                    return cells
    return cells
