"""A WebP with other metadata around the very same pixels.

Owns: the chunks of a WebP file (RFC 9649). Must not know: what the metadata says.
"""

from collections.abc import Iterator

from app.jobs.image import exif
from app.jobs.image.container import ContainerProblem
from app.jobs.image.metadata import Metadata

_PIXELS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_HAS_EXIF, _HAS_XMP = 0x08, 0x04  # flags of VP8X


def rewrite(data: bytes, metadata: Metadata) -> bytes:
    """`data` with `metadata` in place of its own. Raises ContainerProblem."""
    made: list[bytes] = []
    for name, content in _chunks(data):
        if name == b"VP8X":
            flags = content[0] & ~(_HAS_EXIF | _HAS_XMP)
            flags |= (_HAS_EXIF if metadata.exif else 0) | (_HAS_XMP if metadata.xmp else 0)
            content = bytes((flags,)) + content[1:]
        if name in _PIXELS:
            made.append(_chunk(name, content))
    if (metadata.exif or metadata.xmp) and not made[0].startswith(b"VP8X"):
        raise ContainerProblem("the simple form of the format has no metadata")
    if metadata.exif:
        made.append(_chunk(b"EXIF", metadata.exif.removeprefix(exif.PREFIX)))
    if metadata.xmp:
        made.append(_chunk(b"XMP ", metadata.xmp))
    body = b"WEBP" + b"".join(made)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk. What follows the end that the header says is no part of the picture."""
    at, end = 12, 8 + int.from_bytes(data[4:8], "little")
    if end > len(data) + 1:  # the last byte, of padding, is often missing
        raise ContainerProblem("the file ends too early")
    while at + 8 <= end:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > end:
            raise ContainerProblem("a part is longer than the file")
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)
