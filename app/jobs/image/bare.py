"""Whether a file that is kept as it is holds nothing that the metadata rules have not seen.

Owns: the outer structure of PNG, WebP, GIF and AVIF: every part must be of a known kind and the file must end with the
last one. Must not know: what the parts say (`metadata.py` has read those), pixels. A TIFF may hide anything anywhere
(tags of other pages, private directories), so it is never bare; a JPEG is taken apart by `jpeg.py` instead.
"""

from collections.abc import Iterator

_PNG_HEAD = 8
_PNG_PARTS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs tIME acTL fcTL fdAT tEXt zTXt iTXt eXIf".split()
)
_WEBP_PARTS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP", b"EXIF", b"XMP "})
_AVIF_PARTS = frozenset({b"ftyp", b"meta", b"mdat", b"moov"})
_GIF_LOOPS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")
_GIF_CONTROL, _GIF_APPLICATION, _GIF_EXTENSION, _GIF_IMAGE, _GIF_END = 0xF9, 0xFF, 0x21, 0x2C, 0x3B


def is_bare(data: bytes, format_name: str) -> bool:
    """Whether `data` consists of known parts only. False also for what cannot be taken apart."""
    try:
        match format_name:
            case "png":
                return set(_png(data)) <= _PNG_PARTS
            case "webp":
                return int.from_bytes(data[4:8], "little") + 8 == len(data) and set(_webp(data)) <= _WEBP_PARTS
            case "avif":
                return set(_avif(data)) <= _AVIF_PARTS
            case "gif":
                return _gif(data)
    except (IndexError, ValueError):
        return False
    return False


def _png(data: bytes) -> Iterator[bytes]:
    at, name = _PNG_HEAD, b""
    while at < len(data):
        if name == b"IEND":
            raise ValueError("something follows the end")
        name = data[at + 4 : at + 8]
        yield name
        at += 12 + int.from_bytes(data[at : at + 4])


def _webp(data: bytes) -> Iterator[bytes]:
    at = 12
    while at < len(data):
        yield data[at : at + 4]
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + size + size % 2


def _avif(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 4])
        if size < 8:  # "to the end" and sizes of 8 bytes: of no picture that is small
            raise ValueError("an odd size")
        yield data[at + 4 : at + 8]
        at += size
    if at != len(data):
        raise ValueError("the last part is cut short")


def _gif(data: bytes) -> bool:
    at = 13 + _palette(data[10])
    while data[at] != _GIF_END:
        if data[at] == _GIF_IMAGE:
            at = _behind_blocks(data, at + 11 + _palette(data[at + 9]))
        elif data[at] == _GIF_EXTENSION:
            loop = data[at + 1] == _GIF_APPLICATION and data[at + 2 : at + 14] in _GIF_LOOPS
            if data[at + 1] != _GIF_CONTROL and not loop:
                return False  # comments and XMP too: of several, only some are read
            at = _behind_blocks(data, at + 2)
        else:
            return False
    return at + 1 == len(data)


def _palette(flags: int) -> int:
    """Bytes of the palette that `flags` announce."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _behind_blocks(data: bytes, at: int) -> int:
    while size := data[at]:
        at += 1 + size
    return at + 1
