"""A PNG with other metadata around the very same pixels.

Owns: the chunks of a PNG file (PNG 3rd edition, section 11). Must not know: what the metadata says.
"""

import zlib
from collections.abc import Iterator

from app.jobs.image import exif, iptc, rawprofile
from app.jobs.image.container import ContainerProblem
from app.jobs.image.metadata import Metadata

XMP_KEY = "XML:com.adobe.xmp"
_HEAD = b"\x89PNG\r\n\x1a\n"
# What belongs to the pixels: their shape, colours, resolution and animation. Everything else may say anything.
_PIXELS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT".split()
)


def rewrite(data: bytes, metadata: Metadata) -> bytes:
    """`data` with `metadata` in place of its own. Raises ContainerProblem."""
    made = [_HEAD]
    placed = False
    for name, chunk in _chunks(data):
        if name == b"IDAT" and not placed:
            made.extend(_ours(metadata))
            placed = True
        if name in _PIXELS:
            made.append(chunk)
        elif not name[0] & 0x20:  # a capital letter: nobody may show the picture who does not know this chunk
            raise ContainerProblem(f"an unknown part {name!r}")
    return b"".join(made)


def first_chunks(head: bytes) -> dict[bytes, bytes]:
    """The contents of the chunks before the pixels, by name. `head`: the start of the file."""
    found: dict[bytes, bytes] = {}
    for name, chunk in _chunks(head):
        if name == b"IDAT":
            break
        found[name] = chunk[8:-4]
    return found


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and whole bytes of each chunk, up to the end mark. What follows it is no part of the picture."""
    at, name = len(_HEAD), b""
    while name != b"IEND":
        end = at + 12 + int.from_bytes(data[at : at + 4])
        if end > len(data):
            raise ContainerProblem("the file ends too early")
        name = data[at + 4 : at + 8]
        yield name, data[at:end]
        at = end


def _ours(metadata: Metadata) -> Iterator[bytes]:
    if metadata.exif:
        yield _chunk(b"eXIf", metadata.exif.removeprefix(exif.PREFIX))
    if metadata.xmp:
        yield _international(XMP_KEY, metadata.xmp)
    if metadata.iptc:
        key, text = rawprofile.encode("iptc", metadata.iptc.removeprefix(iptc.PREFIX))
        yield _chunk(b"zTXt", key.encode("latin-1") + b"\0\0" + zlib.compress(text.encode("latin-1")))
    for key, text in metadata.text:
        if text.isascii():
            yield _chunk(b"tEXt", key.encode("latin-1", "replace") + b"\0" + text.encode())
        else:
            yield _international(key, text.encode("utf-8", "replace"))


def _international(key: str, text: bytes) -> bytes:
    return _chunk(b"iTXt", key.encode("latin-1", "replace") + b"\0\0\0\0\0" + text)


def _chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + name + content + zlib.crc32(name + content).to_bytes(4)
