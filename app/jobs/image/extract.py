"""What a picture file says besides its pixels, from wherever its format puts it.

Owns: reading metadata from an opened file. Must not know: which of it an output keeps (`metadata.py`), how outputs
store it, colour profiles (they belong to the pixels).

What cannot be read counts as not there: bad metadata never stops a picture.
"""

import struct
from collections.abc import Mapping
from typing import IO, Any

from PIL import Image, PngImagePlugin, TiffImagePlugin

from app.jobs.image import exif, iptc, rawprofile
from app.jobs.image.ifd import Directories, FileView, StructureProblem
from app.jobs.image.metadata import Metadata

# What Pillow's own readers raise on metadata that does not hold together.
READ_ERRORS = (ValueError, TypeError, KeyError, IndexError, AttributeError, SyntaxError, OSError, struct.error)

_XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"  # before a packet in APP1, and in raw profiles made from one
_PACKED_TEXT = (rawprofile.KEY.lower(), "xml:com.adobe.xmp")  # PNG texts that carry EXIF, IPTC or XMP


def read(image: Image.Image, file: IO[bytes], loaded: bool) -> Metadata:
    """The metadata of `image`, which was opened from `file`, as it is there.

    In a PNG, texts and EXIF may lie behind the pixels: they are found only when it is `loaded`.
    """
    info = image.info
    dpi = _dpi(info.get("dpi"))
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        return _of_tiff(file, dpi)
    texts: Mapping[Any, Any] = info if isinstance(image, PngImagePlugin.PngImageFile) else {}
    packed = rawprofile.decode(texts, "APP1")
    packed_xmp = packed.removeprefix(_XMP_HEAD) if packed.startswith(_XMP_HEAD) else b""
    return Metadata(
        exif=_exif(info.get("exif") or rawprofile.decode(texts, "exif") or (b"" if packed_xmp else packed)),
        xmp=_bytes(info.get("xmp") or info.get("XML:com.adobe.xmp")) or rawprofile.decode(texts, "xmp") or packed_xmp,
        iptc=iptc.of_profile(rawprofile.decode(texts, "iptc", "8bim")) or _app13(image),
        text=_text(image) if loaded else (),
        comment=_bytes(info.get("comment")),
        dpi=dpi,
    )


def read_block(file: IO[bytes]) -> bytes:
    """An EXIF block of what the TIFF in `file` (or a camera's RAW, which is one) says of the picture."""
    at = file.tell()
    try:
        return exif.of_tiff(Directories(FileView(file)))
    except StructureProblem:
        return b""
    finally:
        file.seek(at)


def _of_tiff(file: IO[bytes], dpi: tuple[float, float] | None) -> Metadata:
    """In a TIFF the tags of the pixels and of the picture share one directory."""
    at = file.tell()
    try:
        directories = Directories(FileView(file))
        blob = exif.of_tiff(directories)
        packets = {
            tag: directories.value(entry).data
            for tag in (exif.XMP_PACKET, exif.IPTC, exif.PHOTOSHOP)
            if (entry := directories.find(directories.first, tag)) is not None
        }
    except StructureProblem:
        return Metadata(dpi=dpi)
    finally:
        file.seek(at)
    records = iptc.of_profile(packets.get(exif.IPTC, b""))
    return Metadata(
        exif=blob,
        xmp=packets.get(exif.XMP_PACKET, b"").strip(b"\0"),
        iptc=records or iptc.of_profile(packets.get(exif.PHOTOSHOP, b"")),
        dpi=dpi,
    )


def _exif(blob: object) -> bytes:
    if not isinstance(blob, bytes) or not blob:
        return b""
    return blob if blob.startswith(exif.PREFIX) else exif.PREFIX + blob


def _app13(image: Image.Image) -> bytes:
    """The Photoshop segments of a JPEG: long ones come in several."""
    segments: list[tuple[str, bytes]] = getattr(image, "applist", [])
    parts = [data for name, data in segments if name == "APP13" and data.startswith(iptc.PREFIX)]
    return iptc.PREFIX + b"".join(part.removeprefix(iptc.PREFIX) for part in parts) if parts else b""


def _text(image: Image.Image) -> tuple[tuple[str, str], ...]:
    """The texts of a PNG. (Asking for them decodes it.)"""
    if not isinstance(image, PngImagePlugin.PngImageFile):
        return ()
    try:
        texts = image.text
    except READ_ERRORS:
        return ()
    return tuple((key, str(value)) for key, value in texts.items() if not key.lower().startswith(_PACKED_TEXT))


def _bytes(value: Any) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8", "surrogateescape")
    return value if isinstance(value, bytes) else b""


def _dpi(value: Any) -> tuple[float, float] | None:
    try:
        x, y = float(value[0]), float(value[1])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return None
    return (x, y) if 1 <= x <= 65_535 and 1 <= y <= 65_535 else None
