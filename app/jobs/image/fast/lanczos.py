"""Lanczos resampling with the processor's vector instructions: the optional package cykooz-resizer.

Owns: that package, and when it is trusted. Same filter as Pillow's (three lobes, widened for shrinking), ten times as
quick. It does the columns first where Pillow does the rows first; against Pillow in that order it differs by at most
TOLERANCE levels. Whoever scales calls `resample.resize`, not this.
"""

import logging
import random
from collections.abc import Callable
from functools import cache
from typing import Any

import PIL
from PIL import Image, ImageChops

from app.jobs.image.picture import Box, Size

Resampler = Callable[[Image.Image, Size, Box], Image.Image]

MODES = frozenset({"L", "RGB", "RGBA", "CMYK"})  # CMYK: any four bytes a pixel, each scaled for itself
TOLERANCE = 2  # levels of 255
# The package reads and writes inside Pillow's C structures, whose layout may change: a wrong one would end the process.
# With other versions of Pillow the pixels are handed over as bytes, which is as right, a tenth slower, and takes a copy
# of the picture. A version is added here when the tests have passed with it.
KNOWN_PILLOW = frozenset({"13.0"})
_RAW = {"L": "L", "RGB": "RGBX", "RGBA": "RGBA", "CMYK": "CMYK"}  # as bytes: one or four a pixel
_TEST_SIZE, _TEST_BOX, _TEST_TARGET = (47, 31), (1.5, 0.0, 44.0, 30.25), (13, 19)

log = logging.getLogger(__name__)


@cache
def resampler() -> Resampler | None:
    """The function (image in one of MODES, size, box) → scaled image; None = use Pillow's.

    The package is tried here once: anything but Pillow's picture, and it is not used in this process.
    """
    try:
        import cykooz_resizer as package  # type: ignore[import-untyped]
    except ImportError:
        return None
    minor = ".".join(PIL.__version__.split(".")[:2])
    resample: Resampler = InPlace(package) if minor in KNOWN_PILLOW else ByBytes(package)
    if any(_worst(resample, mode) > TOLERANCE for mode in sorted(MODES)):
        log.warning("cykooz-resizer makes other pictures than Pillow here and is not used")
        return None
    return resample


class InPlace:
    """From one Pillow image straight into another."""

    def __init__(self, package: Any) -> None:
        self._package = package
        self._resizer = package.Resizer()

    def __call__(self, image: Image.Image, size: Size, box: Box) -> Image.Image:
        scaled = Image.new(image.mode, size)
        self._resizer.resize_pil(image, scaled, _options(self._package, box))
        return scaled


class ByBytes:
    """Through bytes on both sides; needs to know nothing of Pillow's inside."""

    def __init__(self, package: Any) -> None:
        self._package = package
        self._resizer = package.Resizer()

    def __call__(self, image: Image.Image, size: Size, box: Box) -> Image.Image:
        raw = _RAW[image.mode]
        kind = self._package.PixelType.U8 if raw == "L" else self._package.PixelType.U8x4
        source = self._package.ImageData(*image.size, kind, image.tobytes("raw", raw))
        scaled = self._package.ImageData(*size, kind)
        options = _options(self._package, box)
        options.use_alpha = image.mode == "RGBA"
        self._resizer.resize(source, scaled, options)
        return Image.frombytes(image.mode, size, scaled.get_buffer(), "raw", raw)


def _options(package: Any, box: Box) -> Any:
    left, top, right, bottom = box
    return package.ResizeOptions(
        resize_alg=package.ResizeAlg.convolution(package.FilterType.lanczos3),
        crop_box=package.CropBox(left, top, right - left, bottom - top),
    )


def columns_first(image: Image.Image, size: Size, box: Box) -> Image.Image:
    """Pillow's own resampling in the package's order."""
    left, top, right, bottom = box
    low = image.resize((image.width, size[1]), Image.Resampling.LANCZOS, box=(0, top, image.width, bottom))
    return low.resize(size, Image.Resampling.LANCZOS, box=(left, 0, right, size[1]))


def _worst(resample: Resampler, mode: str) -> int:
    """The largest difference in levels between the package and Pillow, on a picture of noise."""
    raw = random.Random(_TEST_TARGET[0]).randbytes(_TEST_SIZE[0] * _TEST_SIZE[1] * Image.getmodebands(mode))
    image = Image.frombytes(mode, _TEST_SIZE, raw)
    got = resample(image, _TEST_TARGET, _TEST_BOX)
    if mode == "RGBA":  # weighted by opacity, as both do it inside: where nothing is seen, colours may be anything
        got, image = got.convert("RGBa"), image.convert("RGBa")
    wanted = columns_first(image, _TEST_TARGET, _TEST_BOX)
    bands = ImageChops.difference(got, wanted).getextrema()
    return int(max(high for _, high in (bands if isinstance(bands[0], tuple) else (bands,))))
