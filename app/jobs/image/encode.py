"""From a picture to the bytes of one format.

Owns: what each encoder is asked for, transparency and modes that a format has not, its largest side, and how it
stores metadata. Must not know: files on disk (bytes come back whole: Pillow can cut a file short on a full disk without
saying so, and empties an existing one when it fails), which metadata is kept.
"""

import io
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

from PIL import Image, PngImagePlugin, TiffImagePlugin

from app.jobs.base import JobError
from app.jobs.image import exif, iptc, pdf, rawprofile
from app.jobs.image.color import manage
from app.jobs.image.cutout import cut_out
from app.jobs.image.depth import shallow
from app.jobs.image.formats import FULL_COLOR_QUALITY, Format
from app.jobs.image.jpeg_buffer import room_for
from app.jobs.image.metadata import Metadata
from app.jobs.image.picture import Picture
from app.jobs.image.recipe import Output
from app.jobs.image.tiff import with_metadata

MAX_JPEG_SEGMENT = 65_533  # bytes of EXIF, IPTC or a comment in a JPEG
MAX_JPEG_XMP = 65_504
_PNG_XMP = "XML:com.adobe.xmp"


def fit(picture: Picture, output: Output, format_: Format, name: str) -> Picture:
    """`picture` in the colours, mode and number of frames that `output` in `format_` can hold. Raises ENCODE_LIMIT."""
    picture = _frames(picture.upright(), output, format_)
    picture = picture if format_.deep else shallow(picture)
    picture = manage(picture, output.color, "CMYK" in format_.modes)
    picture = _mode(picture, output.background, format_)
    if format_.name == "gif" and picture.mode == "RGBA":
        picture = cut_out(picture, output.background)
    check_side(max(max(frame.size) for frame in picture.frames), format_, name)
    return replace(picture, frames=tuple(_loose(frame) for frame in picture.frames))


def check_side(side: int, format_: Format, name: str) -> None:
    """Raise JobError ENCODE_LIMIT when a picture with `side` pixels is too long for the format."""
    if side > format_.max_side:
        raise JobError(
            "ENCODE_LIMIT",
            f"{name}: {format_.label} holds at most {format_.max_side} pixels a side; the picture has {side}.",
        )


def encode(picture: Picture, output: Output, format_: Format, metadata: Metadata) -> bytes:
    """The file for a picture that went through `fit` and metadata that went through `shorten`."""
    if format_.name == "pdf":
        return pdf.document(picture, output, metadata.dpi)
    options = _OPTIONS[format_.name](output, metadata, output.quality or format_.quality or 0)
    if picture.icc is not None and format_.name not in ("gif", "bmp"):
        options["icc_profile"] = picture.icc
    if len(picture.frames) > 1:
        options |= {"save_all": True, "append_images": list(picture.frames[1:])}
    if picture.durations:
        options["duration"] = list(picture.durations)
        loop = picture.loop if picture.loop is not None or format_.name == "gif" else 1
        options |= {"loop": loop} if loop is not None else {}
        options |= {"disposal": 2} if format_.name == "gif" and picture.mode == "RGBA" else {}
    buffer = io.BytesIO()
    with room_for(picture.first) if format_.name == "jpeg" else nullcontext():
        picture.first.save(buffer, format_.label, **options)
    return with_metadata(buffer.getvalue(), metadata) if format_.name == "tiff" else buffer.getvalue()


def shorten(metadata: Metadata, format_: Format) -> tuple[Metadata, str]:
    """`metadata` without what is too long for the format, and what that was ("" = nothing)."""
    if format_.name != "jpeg":
        return metadata, ""
    lost: list[str] = []
    if len(metadata.exif) > MAX_JPEG_SEGMENT:
        short = exif.shortened(metadata.exif)
        metadata, lost = replace(metadata, exif=short if len(short) <= MAX_JPEG_SEGMENT else b""), [*lost, "EXIF"]
    if len(metadata.iptc) > MAX_JPEG_SEGMENT:
        metadata, lost = replace(metadata, iptc=b""), [*lost, "IPTC"]
    if len(metadata.xmp) > MAX_JPEG_XMP:
        metadata, lost = replace(metadata, xmp=b""), [*lost, "XMP"]
    if len(metadata.comment) > MAX_JPEG_SEGMENT:
        metadata, lost = replace(metadata, comment=b""), [*lost, "comment"]
    return metadata, " and ".join(lost)


def app13(iptc: bytes) -> bytes:
    """The JPEG segment around an IPTC payload."""
    return b"\xff\xed" + (len(iptc) + 2).to_bytes(2) + iptc if iptc else b""


def _loose(frame: Image.Image) -> Image.Image:
    """A frame without the file it came from, where that matters: Pillow copies tags of an opened TIFF into a new one
    unasked, and looks for further frames in the file of an animation. Other frames are not copied for nothing."""
    tied = isinstance(frame, TiffImagePlugin.TiffImageFile) or getattr(frame, "n_frames", 1) > 1
    return frame.copy() if tied else frame


def wants_all(output: Output, format_: Format, animated: bool) -> bool:
    """Whether `output` is to hold every frame of an animation (or every page) and its format can; or whether each of
    them becomes an output."""
    if output.frames == "all":
        return format_.animation if animated else format_.pages
    return output.frames == "split"


def _frames(picture: Picture, output: Output, format_: Format) -> Picture:
    if picture.total == 1 or (len(picture.frames) > 1 and wants_all(output, format_, picture.animated)):
        return picture
    first = replace(picture, frames=picture.frames[:1], durations=(), touched=True)
    if output.frames == "first":
        return first
    what = f"{picture.total} frames of an animation" if picture.animated else f"{picture.total} pages"
    return first.noted("FRAMES_DROPPED", f"{format_.label} cannot hold {what}: the first one was written.")


def _mode(picture: Picture, background: str, format_: Format) -> Picture:
    if picture.mode in ("LA", "RGBA") and not format_.alpha:
        picture = _flatten(picture, background)
    if picture.mode in format_.modes:
        return picture
    mode = "RGBA" if picture.mode == "LA" else "RGB"
    # The same colours in another mode: to the eye nothing was touched.
    return replace(picture, frames=tuple(frame.convert(mode) for frame in picture.frames))


def _flatten(picture: Picture, background: str) -> Picture:
    """Transparency over the background colour. Says so only where something was transparent."""
    solid = all(frame.getchannel("A").getextrema() == (255, 255) for frame in picture.frames)
    plain = "L" if picture.mode == "LA" else "RGB"
    if solid:
        return replace(picture, frames=tuple(frame.convert(plain) for frame in picture.frames))
    red, green, blue = bytes.fromhex(background[1:])
    grey = picture.mode == "LA" and red == green == blue

    def over(frame: Image.Image) -> Image.Image:
        base = Image.new("L", frame.size, red) if grey else Image.new("RGB", frame.size, (red, green, blue))
        base.paste(frame, mask=frame)  # by its own opacity; as quick again as with both taken out before
        return base

    return picture.each(over).noted("ALPHA_FLATTENED", f"Transparent parts were filled with {background}.")


def _jpeg(output: Output, metadata: Metadata, quality: int) -> dict[str, Any]:
    options: dict[str, Any] = {
        "quality": quality,
        "subsampling": "4:4:4" if quality >= FULL_COLOR_QUALITY else "4:2:0",
        "optimize": True,
        "exif": metadata.exif,
        "extra": app13(metadata.iptc),
        "comment": metadata.comment,
    }
    return options | _when(xmp=metadata.xmp, dpi=metadata.dpi)


def _png(output: Output, metadata: Metadata, quality: int) -> dict[str, Any]:
    texts = PngImagePlugin.PngInfo()
    for key, value in metadata.text:
        texts.add_itxt(key, value) if not value.isascii() else texts.add_text(key, value)
    if metadata.xmp:
        texts.add_itxt(_PNG_XMP, metadata.xmp.decode("utf-8", "replace"))
    if metadata.iptc:
        texts.add_text(*rawprofile.encode("iptc", metadata.iptc.removeprefix(iptc.PREFIX)), zip=True)
    return {"compress_level": 6, "pnginfo": texts} | _when(exif=metadata.exif, dpi=metadata.dpi)


def _webp(output: Output, metadata: Metadata, quality: int) -> dict[str, Any]:
    options: dict[str, Any] = {"quality": quality, "method": 4, "lossless": output.lossless}
    if output.lossless:
        options |= {"quality": 75, "exact": True}  # here quality is effort; exact keeps colour under transparency
    return options | _when(exif=metadata.exif, xmp=metadata.xmp)


def _avif(output: Output, metadata: Metadata, quality: int) -> dict[str, Any]:
    options: dict[str, Any] = {"quality": quality, "speed": 8, "max_threads": 1}
    return options | _when(exif=exif.upright_without_tag(metadata.exif), xmp=metadata.xmp)


def _tiff(output: Output, metadata: Metadata, quality: int) -> dict[str, Any]:
    return {"compression": "tiff_adobe_deflate"} | _when(dpi=metadata.dpi)


def _gif(output: Output, metadata: Metadata, quality: int) -> dict[str, Any]:
    return _when(comment=metadata.comment)


def _bmp(output: Output, metadata: Metadata, quality: int) -> dict[str, Any]:
    return _when(dpi=metadata.dpi)


def _when(**options: Any) -> dict[str, Any]:
    return {key: value for key, value in options.items() if value}


_OPTIONS = {"jpeg": _jpeg, "png": _png, "webp": _webp, "avif": _avif, "tiff": _tiff, "gif": _gif, "bmp": _bmp}
