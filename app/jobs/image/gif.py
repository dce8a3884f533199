"""A GIF with another comment around the very same pixels.

Owns: the blocks of a GIF file (GIF89a). Must not know: what the comment says. XMP is never written into a GIF.
"""

from app.jobs.image.container import ContainerProblem
from app.jobs.image.metadata import Metadata

_LOOPS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")
_CONTROL, _COMMENT, _APPLICATION = 0xF9, 0xFE, 0xFF  # extensions
_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_HEADER = 13  # bytes before the palette
_MAX_BLOCK = 255


def rewrite(data: bytes, metadata: Metadata) -> bytes:
    """`data` with the comment of `metadata` in place of its own, and without everything else that is no picture.

    Raises ContainerProblem.
    """
    try:
        at = _HEADER + _palette(data[10])
        made = [data[:at]]
        while data[at] != _END:
            end, stays = _block(data, at)
            if stays:
                made.append(data[at:end])
            at = end
    except IndexError as error:
        raise ContainerProblem("the file ends too early") from error
    if metadata.comment:
        made.append(bytes((_EXTENSION, _COMMENT)) + _pieces(metadata.comment))
    return b"".join(made) + bytes((_END,))


def _block(data: bytes, at: int) -> tuple[int, bool]:
    """Where the block at `at` ends, and whether it belongs to the picture."""
    if data[at] == _IMAGE:
        return _behind_pieces(data, at + 11 + _palette(data[at + 9])), True
    if data[at] != _EXTENSION:
        raise ContainerProblem(f"no block at {at}")
    loop = data[at + 1] == _APPLICATION and data[at + 2 : at + 14] in _LOOPS
    return _behind_pieces(data, at + 2), data[at + 1] == _CONTROL or loop


def _palette(flags: int) -> int:
    """Bytes of the palette that `flags` announce."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _behind_pieces(data: bytes, at: int) -> int:
    while size := data[at]:
        at += 1 + size
    return at + 1


def _pieces(content: bytes) -> bytes:
    parts = [content[at : at + _MAX_BLOCK] for at in range(0, len(content), _MAX_BLOCK)]
    return b"".join(bytes((len(part),)) + part for part in parts) + b"\0"
