"""What a picture says besides its pixels, and which of it an output keeps.

Owns: the value `Metadata` and the four modes of the recipe. Must not know: how formats store it (`extract.py` reads it,
`encode.py` and `rewrite.py` write it), colour profiles (they belong to the pixels).

A thumbnail inside EXIF is dropped whenever pixels are written anew: it shows the picture as it was before this program
changed it. Metadata that cannot be read never stops a job: it is left out, and said so.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.core.failures import Warn
from app.jobs.image import exif, iptc, xmp
from app.jobs.image.formats import Format
from app.jobs.image.ifd import StructureProblem
from app.jobs.image.recipe import MetadataMode
from app.jobs.image.rights import Rights

# PNG texts (and comments) are free: those go whose key or words say a place.
_PLACE_KEYS = ("gps", "location", "latitude", "longitude", "geo")
_PLACE_WORDS = ("gps", "latitude", "longitude")
_TEXT_COPYRIGHT, _TEXT_CREATOR, _TEXT_DATE = "Copyright", "Author", "Creation Time"  # PNG 1.2, 11.3.4.2
_RIGHTS_TEXTS = frozenset({_TEXT_COPYRIGHT, _TEXT_CREATOR, _TEXT_DATE})
_WORDS = {"exif": "EXIF", "xmp": "XMP", "iptc": "IPTC", "text": "texts", "comment": "a comment"}
_LIES = frozenset({5, 6, 7, 8})  # orientations that exchange width and height


@dataclass(frozen=True, slots=True)
class Metadata:
    """`exif` with its prefix; `xmp` a packet; `iptc` the payload of a JPEG's APP13; `text` of a PNG; `dpi` x, y."""

    exif: bytes = b""
    xmp: bytes = b""
    iptc: bytes = b""
    text: tuple[tuple[str, str], ...] = ()
    comment: bytes = b""
    dpi: tuple[float, float] | None = None

    @property
    def orientation(self) -> int:
        """How the camera was held, 1 to 8: EXIF says it, else XMP."""
        said = exif.orientation(self.exif) if self.exif else None
        return said or (xmp.orientation(self.xmp) if self.xmp else 1)

    @property
    def rights(self) -> Rights:
        """Who made the picture and when: EXIF says it, else XMP, else IPTC, else the texts of a PNG."""
        try:
            said = exif.Block(self.exif).rights() if self.exif else Rights()
        except StructureProblem:
            said = Rights()
        texts = dict(self.text)
        of_text = Rights(texts.get(_TEXT_COPYRIGHT, ""), texts.get(_TEXT_CREATOR, ""))
        return said.or_else(xmp.rights(self.xmp)).or_else(iptc.rights(self.iptc)).or_else(of_text)


@dataclass(frozen=True, slots=True)
class Selected:
    """What an output keeps, and what had to be left out."""

    metadata: Metadata
    notes: tuple[Warn, ...] = field(default=())


def select(metadata: Metadata, mode: MetadataMode, upright: bool, size: tuple[int, int]) -> Selected:
    """What `mode` keeps of `metadata` for an output of `size` whose pixels are `upright` already (or not). How pixels
    that are not are to be turned is kept in every mode: without it they would be another picture."""
    dpi = metadata.dpi
    if dpi is not None and upright and metadata.orientation in _LIES:
        dpi = (dpi[1], dpi[0])
    turned = 1 if upright else metadata.orientation
    if mode == "none":
        return Selected(Metadata(exif=exif.with_rights_only(b"", Rights(), turned), dpi=dpi))
    if mode == "copyright":
        return _rights_only(metadata, dpi, turned)
    location, notes = mode == "all", list[Warn]()
    return Selected(
        Metadata(
            exif=_tried(lambda blob: _exif(blob, location, upright, size, notes), metadata.exif, "EXIF", notes),
            xmp=_tried(
                lambda packet: xmp.clean(packet, location=location, upright=upright), metadata.xmp, "XMP", notes
            ),
            iptc=_tried(lambda segment: iptc.clean(segment, location=location), metadata.iptc, "IPTC", notes),
            text=metadata.text if location else tuple(pair for pair in metadata.text if not _is_place(*pair)),
            comment=b"" if not location and _says_place(metadata.comment.decode("latin-1")) else metadata.comment,
            dpi=dpi,
        ),
        tuple(notes),
    )


def dropped(metadata: Metadata, mode: MetadataMode, format_: Format) -> tuple[Warn, ...]:
    """What `mode` kept of a picture and `format_` has no place for, as a warning. Comments and the texts of a PNG,
    which programs leave in every file, count only where all is to be kept."""
    said = {
        "exif": bool(metadata.exif) and exif.says_something(metadata.exif), "xmp": metadata.xmp, "iptc": metadata.iptc,
        "text": mode == "all" and metadata.text, "comment": mode == "all" and metadata.comment,
    }  # fmt: skip
    lost = [_WORDS[part] for part, there in said.items() if there and part not in format_.holds]
    if not lost:
        return ()
    listed = " and ".join(part for part in (", ".join(lost[:-1]), lost[-1]) if part)
    text = f"{format_.label} has no place for metadata of this kind ({listed}); the output is without it."
    return (Warn("META_DROPPED", text),)


def _rights_only(metadata: Metadata, dpi: tuple[float, float] | None, turned: int) -> Selected:
    """Each vocabulary's own rights; EXIF, which most formats can hold, also gets those that only another says."""
    notes: list[Warn] = []
    rights = metadata.rights
    blob = _tried(lambda blob: exif.with_rights_only(blob, rights, turned), metadata.exif, "EXIF", notes)
    return Selected(
        Metadata(
            exif=blob or exif.with_rights_only(b"", rights, turned),
            xmp=_tried(xmp.rights_only, metadata.xmp, "XMP", notes),
            iptc=_tried(iptc.rights_only, metadata.iptc, "IPTC", notes),
            text=tuple(pair for pair in metadata.text if pair[0] in _RIGHTS_TEXTS),
            dpi=dpi,
        ),
        tuple(notes),
    )


def _tried(change: Callable[[bytes], bytes], data: bytes, what: str, notes: list[Warn]) -> bytes:
    """`data` after `change`, or nothing and a note when it cannot be read."""
    if not data:
        return b""
    try:
        return change(data)
    except (StructureProblem, xmp.XmpProblem, iptc.IptcProblem) as problem:
        notes.append(Warn("META_UNREADABLE", f"The {what} data could not be read ({problem}) and was left out."))
        return b""


def _exif(blob: bytes, location: bool, upright: bool, size: tuple[int, int], notes: list[Warn]) -> bytes:
    """`blob` cleaned in place, or, where it does not hold together, what can be read of it."""
    try:
        return _clean_exif(blob, location, upright, size)
    except StructureProblem as problem:
        readable = exif.salvaged(blob, location)
        if not readable:
            raise
        text = f"Parts of the EXIF data could not be read ({problem}) and were left out."
        notes.append(Warn("META_UNREADABLE", text))
        return _clean_exif(readable, location, upright, size)


def _clean_exif(blob: bytes, location: bool, upright: bool, size: tuple[int, int]) -> bytes:
    block = exif.Block(blob)
    if not location:
        block.remove_location()
    block.remove_thumbnail()
    if upright:
        block.set_orientation(1)
    block.set_size(*size)
    return block.tobytes()


def _is_place(key: str, text: str) -> bool:
    return any(word in key.lower() for word in _PLACE_KEYS) or _says_place(text)


def _says_place(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _PLACE_WORDS)
