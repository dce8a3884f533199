"""What a picture file says besides its pixels, and which of it an output keeps.

Owns: reading metadata from an opened file and the four modes of the recipe. Must not know: how formats store it
(`encode.py`), colour profiles (they belong to the pixels).

A thumbnail inside EXIF is dropped in every mode: it shows the picture as it was before this program changed it.
Metadata that cannot be read never stops a job: it is left out, and said so.
"""

import struct
from dataclasses import dataclass, field, replace
from typing import Any

from PIL import Image, PngImagePlugin, TiffImagePlugin

from app.core.failures import Warn
from app.jobs.image import exif, iptc, xmp
from app.jobs.image.recipe import MetadataMode

# What Pillow's own readers raise on metadata that does not hold together.
READ_ERRORS = (ValueError, TypeError, KeyError, IndexError, AttributeError, SyntaxError, OSError, struct.error)

# Of a TIFF's first directory, the tags that describe the picture and not the storage of its pixels.
_TIFF_KEPT = (270, 271, 272, 305, 306, 315, 316, 33432)
_ARTIST, _COPYRIGHT = 315, 33432
_DATES = (0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292)  # EXIF: taken, digitised, offsets, fractions
_PACKED_TEXT = ("raw profile type", "xml:com.adobe.xmp")  # PNG texts that carry EXIF, IPTC or XMP
_PLACE_WORDS = ("gps", "location", "latitude", "longitude", "geo")


@dataclass(frozen=True, slots=True)
class Metadata:
    """`exif` with its prefix; `xmp` a packet; `iptc` the payload of a JPEG's APP13; `text` of a PNG; `dpi` x, y."""

    exif: bytes = b""
    xmp: bytes = b""
    iptc: bytes = b""
    text: tuple[tuple[str, str], ...] = ()
    comment: bytes = b""
    dpi: tuple[float, float] | None = None
    hidden: bool = False  # there is more, in a form that is never carried over

    @property
    def orientation(self) -> int:
        """How the camera was held, 1 to 8: EXIF says it, else XMP."""
        said = exif.orientation(self.exif) if self.exif else None
        return said or (xmp.orientation(self.xmp) if self.xmp else 1)


@dataclass(frozen=True, slots=True)
class Selected:
    """What an output keeps, and what had to be left out."""

    metadata: Metadata
    notes: tuple[Warn, ...] = field(default=())


def read(image: Image.Image, loaded: bool) -> Metadata:
    """The metadata of an opened file, as it is there. What cannot be read counts as not there.

    In a PNG, texts and EXIF may lie behind the pixels: they are found only when it is `loaded`.
    """
    info = image.info
    return Metadata(
        exif=_exif(image),
        xmp=_bytes(info.get("xmp") or info.get("XML:com.adobe.xmp")),
        iptc=_iptc(image),
        text=_text(image) if loaded else (),
        comment=_bytes(info.get("comment")),
        dpi=_dpi(info.get("dpi")),
        hidden=_hidden(image),
    )


def select(metadata: Metadata, mode: MetadataMode, upright: bool, size: tuple[int, int]) -> Selected:
    """What `mode` keeps of `metadata` for an output of `size` whose pixels are `upright` already (or not)."""
    if mode == "none":
        return Selected(Metadata(dpi=metadata.dpi, hidden=metadata.hidden))
    notes: list[Warn] = []
    location = mode == "all"
    kept = replace(metadata, text=_kept_text(metadata.text, location))
    if kept.exif:
        try:
            kept = replace(kept, exif=_clean_exif(kept.exif, location, upright, size))
        except exif.ExifProblem as problem:
            kept = replace(kept, exif=b"")
            notes.append(_unreadable("EXIF", problem))
    if mode == "copyright":
        return Selected(Metadata(exif=_copyright(kept.exif), dpi=metadata.dpi), tuple(notes))
    if kept.xmp:
        try:
            kept = replace(kept, xmp=xmp.clean(kept.xmp, location=location, upright=upright))
        except xmp.XmpProblem as problem:
            kept = replace(kept, xmp=b"")
            notes.append(_unreadable("XMP", problem))
    if kept.iptc:
        try:
            kept = replace(kept, iptc=iptc.clean(kept.iptc, location=location))
        except iptc.IptcProblem as problem:
            kept = replace(kept, iptc=b"")
            notes.append(_unreadable("IPTC", problem))
    return Selected(kept, tuple(notes))


def _unreadable(what: str, problem: ValueError) -> Warn:
    return Warn("META_UNREADABLE", f"The {what} data could not be read ({problem}) and was left out.")


def _clean_exif(blob: bytes, location: bool, upright: bool, size: tuple[int, int]) -> bytes:
    block = exif.Block(blob)
    if not location:
        block.remove_location()
    block.remove_thumbnail()
    if upright:
        block.set_orientation(1)
        block.set_size(*size)
    return block.tobytes()


def _copyright(blob: bytes) -> bytes:
    """A new block with artist, copyright and the dates of `blob`; b"" when it has none of them."""
    if not blob:
        return b""
    old, new = Image.Exif(), Image.Exif()
    try:
        old.load(blob)
        for tag in (_ARTIST, _COPYRIGHT, exif.DATE_TIME):
            if tag in old:
                new[tag] = old[tag]
        inner = old.get_ifd(exif.EXIF_IFD)
        dates = {tag: inner[tag] for tag in _DATES if tag in inner}
        if dates:
            new[exif.EXIF_IFD] = dates
        return new.tobytes() if len(new) else b""
    except READ_ERRORS:
        return b""


def _exif(image: Image.Image) -> bytes:
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        return _tiff_exif(image)
    blob = image.info.get("exif")
    if not blob and "Raw profile type exif" in image.info:
        try:
            blob = image.getexif().tobytes()
        except READ_ERRORS:
            return b""
    if not isinstance(blob, bytes) or not blob:
        return b""
    return blob if blob.startswith(exif.PREFIX) else exif.PREFIX + blob


def _tiff_exif(image: TiffImagePlugin.TiffImageFile) -> bytes:
    """In a TIFF the tags of the pixels and of the picture share one directory: a new block of the latter."""
    new = Image.Exif()
    try:
        old = image.getexif()
        for tag in _TIFF_KEPT:
            if tag in old:
                new[tag] = old[tag]
        for directory in (exif.EXIF_IFD, exif.GPS_IFD):
            values = old.get_ifd(directory)
            if values:
                new[directory] = dict(values)
        return new.tobytes() if len(new) else b""
    except READ_ERRORS:
        return b""


def _iptc(image: Image.Image) -> bytes:
    segments: list[tuple[str, bytes]] = getattr(image, "applist", [])
    return next((data for name, data in segments if name == "APP13" and data.startswith(iptc.PREFIX)), b"")


def _text(image: Image.Image) -> tuple[tuple[str, str], ...]:
    """The texts of a PNG. (Asking for them decodes it.)"""
    if not isinstance(image, PngImagePlugin.PngImageFile):
        return ()
    try:
        texts = image.text
    except READ_ERRORS:
        return ()
    return tuple((key, str(value)) for key, value in texts.items() if not key.lower().startswith(_PACKED_TEXT))


def _kept_text(text: tuple[tuple[str, str], ...], location: bool) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in text if location or not any(word in pair[0].lower() for word in _PLACE_WORDS))


def _hidden(image: Image.Image) -> bool:
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        return any(tag in image.tag_v2 for tag in (exif.IPTC, exif.PHOTOSHOP))
    return any(str(key).lower().startswith("raw profile type") for key in image.info)


def _bytes(value: Any) -> bytes:
    return (
        value.encode("utf-8", "surrogateescape")
        if isinstance(value, str)
        else value
        if isinstance(value, bytes)
        else b""
    )


def _dpi(value: Any) -> tuple[float, float] | None:
    try:
        x, y = float(value[0]), float(value[1])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return None
    return (x, y) if 1 <= x <= 65_535 and 1 <= y <= 65_535 else None
