"""Opening a picture: what it is, whether it is still the file that was queued, whether it is within the limits.

Owns: recognition by content, the limits on pixels and memory, and the sentences for what cannot be opened or decoded.
Must not know: steps, outputs. Only formats of our own table are ever handed to Pillow: its readers for EPS and WMF run
other programs.
"""

import os
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any

from PIL import Image, ImageChops, ImageFile, PngImagePlugin, TiffImagePlugin

from app.core.failures import Warn
from app.jobs.base import JobError, Source
from app.jobs.image import depth, light
from app.jobs.image.addons import Reader, reader
from app.jobs.image.extract import read
from app.jobs.image.formats import SVG_HEAD, AddOn, Format, sniff
from app.jobs.image.metadata import Metadata
from app.jobs.image.picture import TURNS, Size, Turn, swapped
from app.jobs.output import open_source, reading

MAX_PIXELS = 300_000_000  # the setting's default: above the 200-megapixel phones, below what 8 GB can work on
BYTES_A_PIXEL = 4 * 2.2  # RGBA, and the copy that a step makes of it

# How the first picture says that another one is its gain map: Adobe's and Google's words, and those of ISO 21496-1.
_GAIN_MAPS = (b"http://ns.adobe.com/hdr-gain-map/", b"urn:iso:std:iso:ts:21496:-1")

# What Pillow's decoders raise on damaged data. An OSError that carries an errno is the drive's, not the picture's.
DECODER_ERRORS = (
    OSError, SyntaxError, ValueError, TypeError, EOFError, IndexError, KeyError, AttributeError, OverflowError,
    ZeroDivisionError, AssertionError, RuntimeError, struct.error, zlib.error,
)  # fmt: skip

# What codecs say that got too little memory, where Python knows no MemoryError of it: Pillow's own words, those of
# libjpeg and of the palette's search, of libavif. None of them is said of damaged data.
_STARVED = (
    "out of memory", "broken data stream when writing", "quantization error",
    "encoding of color planes failed", "encoding of alpha plane failed",
)  # fmt: skip


def is_of_memory(error: BaseException) -> bool:
    """Whether `error` of a codec means that there was not enough memory."""
    return isinstance(error, MemoryError) or any(words in str(error).lower() for words in _STARVED)


def no_memory(name: str, error: BaseException) -> JobError:
    """The failure of the picture called `name`."""
    return JobError("OUT_OF_MEMORY", f"There is not enough memory for {name}.", f"{type(error).__name__}: {error}")


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture whose header was read. `size`: upright. `turn`: what the stored pixels need. `frames`: >= 1.

    `metadata`: as far as it lies before the pixels; `decode.load` returns all of it. `upright`: turning is wanted.
    """

    source: Source
    file: IO[bytes]
    image: Image.Image
    format: Format
    size: Size
    turn: Turn | None
    frames: int
    metadata: Metadata
    upright: bool
    options: Mapping[str, Any]
    notes: tuple[Warn, ...] = field(default=())

    @property
    def name(self) -> str:
        return os.path.basename(self.source.path)


@contextmanager
def opened(source: Source, options: Mapping[str, Any], upright: bool = True) -> Iterator[Opened]:
    """The picture at `source`, open while the block runs. Raises JobError; so do errors of decoding inside the block.

    `options`: "max_pixels" (default 300 million) and "memory_budget" (bytes; no limit when it is not there).
    """
    name = os.path.basename(source.path)
    with open_source(source.path) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of odd metadata; what matters is noted by ourselves
        check_unchanged(source, file)
        format_, add_on = _recognise(file, name)
        limit = int(options.get("max_pixels") or MAX_PIXELS)
        Image.MAX_IMAGE_PIXELS = limit
        with decoding(file, format_, name):
            image = open_as(file, format_) if add_on is None else _opened_by(add_on, file, limit, name)
            frames = 1 if image.format == "MPO" else int(getattr(image, "n_frames", 1))
            metadata = read(image, file, loaded=False)
        turn = turn_of(image, metadata, upright)
        size = swapped(image.size, turn)
        _check_pixels(name, size, frames, limit)
        notes = (
            *_mismatch(name, format_),
            *_depth(image, name),
            *_light(file, format_, name),
            *_second_picture(image, name),
        )
        yield Opened(source, file, image, format_, size, turn, frames, metadata, upright, options, notes)


def turn_of(image: Image.Image, metadata: Metadata, upright: bool) -> Turn | None:
    """What the stored pixels need to stand upright. (Pillow turns a TIFF by itself while it decodes.)"""
    if not upright or isinstance(image, TiffImagePlugin.TiffImageFile):
        return None
    return TURNS.get(metadata.orientation)


def open_as(file: IO[bytes], format_: Format) -> Image.Image:
    """Open with the reader of `format_` and no other. (Pillow's JPEG reader calls some of them MPO.)"""
    return Image.open(file, formats=[format_.label.upper()])


def check_unchanged(source: Source, file: IO[bytes]) -> None:
    """Raise SOURCE_CHANGED when the open file is not the one that was queued, EMPTY_FILE when it holds nothing."""
    name = os.path.basename(source.path)
    with reading(source.path):
        stat = os.fstat(file.fileno())
    if stat.st_size != source.size or stat.st_mtime_ns != source.mtime_ns:
        raise JobError(
            "SOURCE_CHANGED",
            f"{name} was saved again after it was added. Retry to work on its new content.",
            f"queued {source.size} bytes, mtime {source.mtime_ns}; now {stat.st_size}, {stat.st_mtime_ns}",
        )
    if stat.st_size == 0:
        raise JobError("EMPTY_FILE", f"{name} is empty (0 bytes). Copy it again, then retry.")


def check_made(opened: Opened, size: Size, frames: int) -> None:
    """Raise TOO_LARGE when the steps of a recipe make more pixels than a picture may have: a strip that is padded to a
    square has as many as its long side squared."""
    limit = int(opened.options.get("max_pixels") or MAX_PIXELS)
    pixels = size[0] * size[1] * frames
    if pixels > limit:
        many = f" in {frames} frames" if frames > 1 else ""
        raise JobError(
            "TOO_LARGE",
            f"The recipe would make {opened.name} {size[0]} × {size[1]} pixels large{many} "
            f"({pixels / 1e6:,.0f} megapixels); the limit in Settings is {limit / 1e6:,.0f}.",
        )


def check_memory(opened: Opened, decoded: Size, frames: int) -> None:
    """Raise TOO_LARGE when decoding to `decoded` needs more than the memory allowed to a worker."""
    budget = opened.options.get("memory_budget")
    needed = decoded[0] * decoded[1] * frames * BYTES_A_PIXEL
    if budget and needed > budget:
        raise JobError(
            "TOO_LARGE",
            f"{opened.name} needs about {needed / 1e6:,.0f} MB of memory; {budget / 1e6:,.0f} MB are allowed.",
        )


@contextmanager
def decoding(file: IO[bytes], format_: Format, name: str) -> Iterator[None]:
    """Turn what Pillow raises on damaged pictures into coded failures."""
    try:
        yield
    except Image.DecompressionBombError as error:
        raise JobError(
            "TOO_LARGE", f"{name} says it has more pixels than the limit in Settings.", str(error)
        ) from error
    except MemoryError as error:
        raise no_memory(name, error) from error
    except DECODER_ERRORS as error:
        if is_of_memory(error):
            raise no_memory(name, error) from error
        if isinstance(error, OSError) and error.errno is not None:
            with reading(name):
                raise
        detail = f"{type(error).__name__}: {error}"
        raise JobError("CORRUPT", _damage(file, format_, name), detail) from error


def _recognise(file: IO[bytes], name: str) -> tuple[Format, Reader | None]:
    """The format by content, and the add-on that reads it where Dropmill itself does not."""
    with reading(name):
        head = file.read(SVG_HEAD)
        file.seek(0)
    found = sniff(head, os.path.splitext(name)[1].lower())
    if isinstance(found, Format):
        return found, None
    if isinstance(found, AddOn):
        add_on = reader(found)
        if add_on is None:
            raise JobError("UNSUPPORTED", _unsupported(name, found))
        return add_on.format, add_on
    raise JobError("NOT_AN_IMAGE", f"{name} is not a picture that Dropmill knows. The original was not changed.")


def _opened_by(add_on: Reader, file: IO[bytes], limit: int, name: str) -> Image.Image:
    try:
        return add_on.open(file, limit)
    except ImportError as error:
        raise JobError(
            "UNSUPPORTED",
            f"{name} is a {add_on.format.label} picture. The add-on that reads it is installed but does not start.",
            f"{type(error).__name__}: {error}",
        ) from error


def _unsupported(name: str, add_on: AddOn) -> str:
    if add_on.package:
        return f"{name} is a {add_on.label} picture. Reading it needs the add-on {add_on.package}."
    return f"{name} is a {add_on.label} picture, which Dropmill cannot read. Save it as PNG or TIFF first."


def _damage(file: IO[bytes], format_: Format, name: str) -> str:
    share = _complete(file, format_)
    if share is None:
        return f"{name} is not a complete {format_.label} or is damaged inside. The original was not changed."
    return (
        f"{name} is not a complete {format_.label} (it ends after {share:.0%}). The original was not changed.".replace(
            "%)", " %)"
        )
    )


def _complete(file: IO[bytes], format_: Format) -> float | None:
    """How much of a picture can be decoded from the top (0 to 1, less than 1), or None when that cannot be told.

    What was never decoded has one colour down to the last pixel: black, or the last one that a JPEG got to. Lenient
    decoding is a switch of the whole process, so it is put back.
    """
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        file.seek(0)
        with open_as(file, format_) as image:
            image.draft(image.mode, (image.width // 8 or 1, image.height // 8 or 1))
            image.load()
            pixels = image.convert("RGB")
            last = pixels.getpixel((pixels.width - 1, pixels.height - 1))
            box = ImageChops.difference(pixels, Image.new("RGB", pixels.size, last)).getbbox()
            share = box[3] / image.height if box else 0.0
    except (*DECODER_ERRORS, Image.DecompressionBombError):
        return None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
    return share if 0.0 < share < 1.0 else None


def _check_pixels(name: str, size: Size, frames: int, limit: int) -> None:
    pixels = size[0] * size[1] * frames
    if pixels <= limit:
        return
    many = f" in {frames} frames" if frames > 1 else ""
    raise JobError(
        "TOO_LARGE",
        f"{name} has {pixels / 1e6:,.0f} megapixels{many} ({size[0]} × {size[1]}); "
        f"the limit in Settings is {limit / 1e6:,.0f}.",
    )


def _mismatch(name: str, format_: Format) -> tuple[Warn, ...]:
    suffix = os.path.splitext(name)[1]
    if suffix.lower() in format_.suffixes:
        return ()
    return (Warn("NAME_MISMATCH", f"{name} is really a {format_.label} picture."),)


def _depth(image: Image.Image, name: str) -> tuple[Warn, ...]:
    """Deeper colour that Pillow cuts to 8 bits while it decodes, without a sign."""
    bits = 8
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        said = image.tag_v2.get(258, (8,))
        bits = max(said) if isinstance(said, tuple) and said else 8
    elif isinstance(image, PngImagePlugin.PngImageFile) and image.tile and "16" in str(image.tile[0].args):
        bits = 16
    if bits <= 8 or image.mode not in ("RGB", "RGBA", "LA", "CMYK"):
        return ()
    return (depth.note(name, bits),)


def _light(file: IO[bytes], format_: Format, name: str) -> tuple[Warn, ...]:
    """Depth and brightness that decoders flatten."""
    found = light.of(file, format_.name)
    notes = (depth.note(name, found.bits),) if found.bits > 8 else ()
    if found.hdr:
        notes = (*notes, Warn("HDR_FLATTENED", f"{name} is an HDR picture; outputs show it in ordinary brightness."))
    return notes


def _second_picture(image: Image.Image, name: str) -> tuple[Warn, ...]:
    """A second picture inside a JPEG: the gain map of an HDR photo, or a preview."""
    if "mp" not in image.info:  # the index of pictures; Pillow calls a file with a gain map JPEG all the same
        return ()
    segments: list[tuple[str, bytes]] = getattr(image, "applist", [])
    if any(word in data for _, data in segments for word in _GAIN_MAPS):
        return (Warn("GAINMAP_DROPPED", f"The HDR gain map of {name} is not carried over."),)
    return (Warn("FRAMES_DROPPED", f"{name} holds a second picture, which is not carried over."),)
