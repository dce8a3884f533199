"""Readers for formats that Dropmill does not ship: used when their package is installed beside it.

Owns: which package reads what, and how it is asked. Must not know: limits, sentences. These packages bring codecs under
licences of their own (x265 is GPL), so the user installs them; nothing here is imported before a file needs it.
"""

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any

from PIL import Image

from app.jobs.image.extract import read_block
from app.jobs.image.formats import HEIC, JXL, RAW, RAW_SUFFIXES, AddOn, Format

_NO_MODES: frozenset[str] = frozenset()  # these formats are read, never written


@dataclass(frozen=True, slots=True)
class Reader:
    """How an add-on is asked. `open(file, max_pixels)` raises what Pillow's own readers raise."""

    module: str
    format: Format
    open: Callable[[IO[bytes], int], Image.Image]


def reader(add_on: AddOn) -> Reader | None:
    """The reader of `add_on`, None where its package is not installed."""
    known = _READERS.get(add_on)
    return known if known is not None and importlib.util.find_spec(known.module) is not None else None


def _heif(file: IO[bytes], max_pixels: int) -> Image.Image:
    module: Any = importlib.import_module("pillow_heif")
    module.register_heif_opener()
    return Image.open(file, formats=["HEIF"])  # it stands upright already, and its EXIF block says so


def _jxl(file: IO[bytes], max_pixels: int) -> Image.Image:
    importlib.import_module("pillow_jxl")  # which registers itself
    return Image.open(file, formats=["JXL"])


def _raw(file: IO[bytes], max_pixels: int) -> Image.Image:
    """The developed picture, upright, in sRGB, with the camera's own white balance and EXIF block."""
    rawpy: Any = importlib.import_module("rawpy")
    try:
        with rawpy.imread(file) as raw:
            if raw.sizes.width * raw.sizes.height > max_pixels:
                raise Image.DecompressionBombError(f"{raw.sizes.width} x {raw.sizes.height}")
            pixels = raw.postprocess(use_camera_wb=True)
    except rawpy.LibRawError as error:
        raise OSError(str(error)) from error
    image = Image.fromarray(pixels)
    image.info["exif"] = read_block(file)
    return image


_READERS: dict[AddOn, Reader] = {
    HEIC: Reader("pillow_heif", Format("heic", "HEIC", (".heic", ".heif", ".hif"), _NO_MODES, 0, pages=True), _heif),
    JXL: Reader("pillow_jxl", Format("jxl", "JPEG XL", (".jxl",), _NO_MODES, 0), _jxl),
    RAW: Reader("rawpy", Format("raw", "camera RAW", tuple(sorted(RAW_SUFFIXES)), _NO_MODES, 0), _raw),
}
