"""Scaling of pixels: the one function that does it, so that it is right everywhere.

Owns: which modes can be scaled as they are, and Lanczos as the filter. Must not know: recipes, geometry, files.
"""

from PIL import Image

from app.jobs.image.fast import lanczos
from app.jobs.image.picture import Box, Size

_WIDE = frozenset({"I;16", "I;16L", "I;16B", "I;16N"})
_TOP_16 = 65_535


def resize(image: Image.Image, size: Size, box: Box | None = None) -> Image.Image:
    """`box` (left, top, right, bottom; all when None) of `image`, scaled to `size` with Lanczos, three lobes.

    Colour is weighted by its opacity. A palette or black and white becomes RGB, RGBA or L; 16-bit grey comes back as
    "I;16" or "I", never beyond its range. Returns `image` itself when there is nothing to do. The same picture with and
    without the quick resampler, but for the last levels.
    """
    image = _scalable(image)
    whole = (0.0, 0.0, float(image.width), float(image.height))
    part = whole if box is None else box
    if size == image.size and part == whole:
        return image
    if image.mode in lanczos.MODES and (quick := lanczos.resampler()) is not None:
        return quick(image, size, part)
    if image.mode == "I" and _is_16_bit(image):
        # Lanczos swings beyond black and white; only here does Pillow cut that off.
        return image.convert("I;16").resize(size, Image.Resampling.LANCZOS, part).convert("I")
    return image.resize(size, Image.Resampling.LANCZOS, part)


def _scalable(image: Image.Image) -> Image.Image:
    """Pillow takes the nearest pixel of a palette or of black and white, without a word."""
    mode = image.mode
    if mode == "1":
        return image.convert("L")
    if mode in ("P", "PA"):
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    if mode in _WIDE and mode != "I;16":
        return image.convert("I").convert("I;16")
    return image


def _is_16_bit(image: Image.Image) -> bool:
    low, high = image.getextrema()
    return low >= 0 and high <= _TOP_16  # type: ignore[operator] # one band: two numbers
