"""JPEGs by libjpeg-turbo in its strict mode: the optional package simplejpeg.

Owns: that package, which JPEGs it is given, and what it says of damage. Pillow decodes with the same library to the
same pixels, but overhears its warnings: a JPEG with garbage in the middle loads without a word.
"""

import io
import logging
from dataclasses import dataclass
from functools import cache
from typing import Any

from PIL import Image, JpegImagePlugin

from app.jobs.image import resample
from app.jobs.image.fast import lanczos
from app.jobs.image.picture import Box, Size

# Pillow's mode -> the colours that the file must hold for both to mean the same, and what is asked for.
_SPACES = {"RGB": "YCbCr", "L": "Gray"}
# A refusal, no damage: odd sampling or coding that the package will not read, and Pillow may.
_REFUSALS = ("subsampling", "colorspace", "support")
_TEST_SIZE = (40, 24)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Strict:
    """What came of strict decoding. `image`: L or RGB; None = Pillow has to decode. `damage`: what is wrong with the
    data in the library's words, "" = nothing or not known."""

    image: Image.Image | None = None
    damage: str = ""


def decode(data: bytes, header: Image.Image, scale: int, shrink: tuple[Size, Box] | None) -> Strict:
    """The picture in `data` at 1/`scale` (1, 2, 4 or 8) of its size, then scaled by `shrink` (size and box) if given.

    `header`: `data` as Pillow opened it, not decoded. Its size was checked by the caller: here is no limit.
    """
    package = trusted()
    if package is None or not _is_ordinary(header):
        return Strict()
    try:
        height, width, space, _ = package.decode_jpeg_header(data)
        if (width, height) != header.size:
            return Strict()
        if space != _SPACES.get(header.mode):
            return _checked(package, data, space)
        size = -(-width // scale), -(-height // scale)
        colors = "GRAY" if header.mode == "L" else "RGBX" if shrink else "RGB"
        pixels = package.decode_jpeg(data, colors, min_width=size[0], min_height=size[1], strict=True)
    except KeyError:
        return Strict()  # sampling that its table of names does not have
    except ValueError as error:
        return Strict(damage=_damage(error))
    if pixels.shape[:2] != (size[1], size[0]):
        return Strict()
    return Strict(_image(pixels, header.mode, size, shrink))


def _is_ordinary(header: Image.Image) -> bool:
    """One of Pillow's JPEGs with 8 bits a colour."""
    return isinstance(header, JpegImagePlugin.JpegImageFile) and getattr(header, "bits", 8) == 8


def _checked(package: Any, data: bytes, space: str) -> Strict:
    """Colours that are Pillow's to decode: strictly read all the same, for the damage, at an eighth, which passes over
    all of the data and makes the fewest pixels. Raises ValueError, KeyError."""
    if space in ("CMYK", "YCCK"):
        package.decode_jpeg(data, "CMYK", min_width=1, min_height=1, strict=True)
    return Strict()


def _damage(error: ValueError) -> str:
    text = " ".join(str(error).split())
    return "" if any(word in text.lower() for word in _REFUSALS) else text


def _image(pixels: Any, mode: str, size: Size, shrink: tuple[Size, Box] | None) -> Image.Image:
    if mode == "L":
        # Over the same memory, without a copy: nobody changes a frame in place.
        grey = Image.frombuffer("L", size, pixels, "raw", "L", 0, 1)
        return resample.resize(grey, *shrink) if shrink else grey
    if shrink is None:
        return Image.frombytes("RGB", size, pixels, "raw", "RGB")
    quick = lanczos.resampler()
    if quick is None:
        return resample.resize(Image.frombytes("RGB", size, pixels, "raw", "RGBX"), *shrink)
    # "CMYK" is only a name for four bytes a pixel, which Pillow takes without a copy; it does not leave this function.
    four = Image.frombuffer("CMYK", size, pixels, "raw", "CMYK", 0, 1)
    small = quick(four, *shrink)
    return Image.frombytes("RGB", small.size, small.tobytes(), "raw", "RGBX")


@cache
def trusted() -> Any:
    """simplejpeg, or None when it is missing or does not decode a small picture as Pillow does."""
    try:
        import simplejpeg
    except ImportError:
        return None
    file = io.BytesIO()
    across = Image.linear_gradient("L").resize(_TEST_SIZE)
    Image.merge("RGB", (across, across.transpose(Image.Transpose.ROTATE_180), across)).save(file, "JPEG")
    with Image.open(file) as image:
        wanted = image.convert("RGB").tobytes()
    try:
        fit = simplejpeg.decode_jpeg(file.getvalue(), "RGB", strict=True).tobytes() == wanted
    except ValueError:
        fit = False
    if not fit:
        log.warning("simplejpeg makes other pictures than Pillow here and is not used")
        return None
    return simplejpeg
