"""Whether a picture has more bits a colour, or more light, than outputs can show: from its header, since decoders bring
both down to 8 ordinary bits without a word.

Owns: the places where AVIF, HEIC and PNG say so (AV1-ISOBMFF 2.3, ISO/IEC 14496-15 8.3, ITU-T H.273 8.2, PNG 11.3.2.6).
Must not know: Pillow, pixels.
"""

from dataclasses import dataclass
from typing import IO

from app.jobs.image.container import ContainerProblem
from app.jobs.image.isobmff import properties
from app.jobs.image.png import first_chunks

_HEAD = 1 << 20  # bytes; headers of these formats stand at the start
_HDR_TRANSFERS = frozenset({16, 18})  # perceptual quantiser, hybrid log-gamma
_ORDINARY_BITS = 8


@dataclass(frozen=True, slots=True)
class Light:
    """`bits` a colour, and whether they mean more than ordinary brightness."""

    bits: int = _ORDINARY_BITS
    hdr: bool = False


def of(file: IO[bytes], format_name: str) -> Light:
    """What the header of `file` says; ordinary where it says nothing. The place in the file is left as it was."""
    if format_name not in _READERS:
        return Light()
    at = file.tell()
    try:
        file.seek(0)
        head = file.read(_HEAD)
    finally:
        file.seek(at)
    try:
        return _READERS[format_name](head)
    except (ContainerProblem, IndexError):
        return Light()


def _png(head: bytes) -> Light:
    return Light(hdr=first_chunks(head).get(b"cICP", b"\0\0")[1] in _HDR_TRANSFERS)


def _isobmff(head: bytes) -> Light:
    found = properties(head)
    bits, color = _ORDINARY_BITS, found.get(b"colr", b"")
    if (av1 := found.get(b"av1C", b"")) and av1[2] & 0x40:
        bits = 12 if av1[2] & 0x20 else 10
    elif hevc := found.get(b"hvcC", b""):
        bits = _ORDINARY_BITS + (hevc[17] & 7)
    return Light(bits, color[:4] == b"nclx" and int.from_bytes(color[6:8]) in _HDR_TRANSFERS)


_READERS = {"avif": _isobmff, "heic": _isobmff, "png": _png}
