"""A JPEG with other metadata around the very same pixels.

Owns: the segments of a JPEG file. Must not know: what the metadata says. Everything behind the end of the picture is
left out: second pictures and videos that phones append carry metadata of their own.
"""

from app.jobs.image.container import ContainerProblem
from app.jobs.image.encode import app13
from app.jobs.image.metadata import Metadata

_SOI, _EOI, _SOS, _COM = 0xD8, 0xD9, 0xDA, 0xFE
_APP0, _APP1, _APP2, _APP13, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xEF
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_ICC = b"ICC_PROFILE\0"
_JFIF_UNIT = 11  # where its segment says the unit of its resolution: none, inches, centimetres
_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})  # TEM and the restart markers stand alone


def rewrite(data: bytes, metadata: Metadata) -> bytes:
    """`data` with `metadata` in place of its own, and no other application data than JFIF, colour and Adobe's.

    Raises ContainerProblem.
    """
    kept: list[bytes] = []
    at = 2
    while True:
        marker, end = _segment(data, at)
        if marker == _SOS:
            break
        if marker == _EOI:
            raise ContainerProblem("no picture")
        if _stays(marker, data[at + 4 : end]):
            kept.append(data[at:end])
        at = end
    jfif = [_resolved(segment, metadata) for segment in kept if segment[1] == _APP0]
    rest = [segment for segment in kept if segment[1] != _APP0]
    return b"".join([data[:2], *jfif, *_ours(metadata), *rest, data[at : _end_of_picture(data, at)]])


def _ours(metadata: Metadata) -> list[bytes]:
    payloads = [(_APP1, metadata.exif), (_APP1, metadata.xmp and _XMP + metadata.xmp), (_COM, metadata.comment)]
    segments = [bytes((0xFF, marker)) + (len(load) + 2).to_bytes(2) + load for marker, load in payloads if load]
    return [*segments, app13(metadata.iptc)]


def _resolved(jfif: bytes, metadata: Metadata) -> bytes:
    """A JFIF segment that says the resolution where it has said none and the EXIF data that did is gone."""
    if metadata.dpi is None or metadata.exif or jfif[_JFIF_UNIT] != 0:
        return jfif
    x, y = (round(dots).to_bytes(2) for dots in metadata.dpi)
    return jfif[:_JFIF_UNIT] + b"\1" + x + y + jfif[_JFIF_UNIT + 5 :]


def _stays(marker: int, payload: bytes) -> bool:
    if marker == _APP0:
        return payload.startswith(b"JFIF\0") and len(payload) >= 14  # its extension holds a thumbnail
    if marker == _APP2:
        return payload.startswith(_ICC)
    return marker == _APP14 or not (_APP0 <= marker <= _APP15 or marker == _COM)


def _segment(data: bytes, at: int) -> tuple[int, int]:
    """The marker at `at` and where its segment ends."""
    if at + 4 > len(data) or data[at] != 0xFF:
        raise ContainerProblem(f"no marker at {at}")
    marker = data[at + 1]
    if marker in _NO_LENGTH or marker == _EOI:
        return marker, at + 2
    end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
    if end > len(data) or end < at + 4:
        raise ContainerProblem(f"a segment at {at} does not fit")
    return marker, end


def _end_of_picture(data: bytes, at: int) -> int:
    """Behind the first EOI at or after the scan that begins at `at`. Scans hold no marker but restarts and 0xFF00."""
    while True:
        marker, end = _segment(data, at) if data[at + 1 : at + 2] != bytes((_EOI,)) else (_EOI, at + 2)
        if marker == _EOI:
            return end
        if marker != _SOS:
            at = end
            continue
        at = end
        while True:
            at = data.find(b"\xff", at)
            if at < 0 or at + 1 >= len(data):
                raise ContainerProblem("no end")
            if data[at + 1] == 0 or data[at + 1] in _NO_LENGTH:
                at += 2
            elif data[at + 1] == 0xFF:
                at += 1
            else:
                break
