"""Deep greyscale: 16 bits kept as they are, or scaled to 8 bits, never clipped.

Owns: the way from more than 8 bits a pixel to 8, and the warning that says so. Must not know: files, formats, steps.
"""

import math
from dataclasses import replace

from PIL import Image

from app.core.failures import Warn
from app.jobs.image.picture import Picture

DEEP = "I;16"  # Pillow's name of the one deep mode that pictures keep: 16-bit grey in this computer's byte order


def note(name: str, bits: int) -> Warn:
    """The warning that `name` had `bits` bits a colour."""
    return Warn("DEPTH_REDUCED", f"{name} has {bits} bits a colour; outputs have 8.")


def shallow(picture: Picture) -> Picture:
    """`picture` with 8 bits a colour, noted where it had more."""
    if picture.mode != DEEP:
        return picture
    frames = tuple(to_grey(frame) for frame in picture.frames)
    return replace(picture, frames=frames, touched=True, notes=(*picture.notes, note(picture.origin.name, 16)))


def to_deep(image: Image.Image) -> Image.Image:
    """16-bit grey of any byte order in `DEEP`. (Converting straight to it would clip at 255.)"""
    return image if image.mode == DEEP else image.convert("I").convert(DEEP)


def to_grey(image: Image.Image) -> Image.Image:
    """Deep grey scaled to 8 bits, never clipped: 16 bits by their full range, other numbers by their own."""
    numbers = image if image.mode in ("I", "F") else image.convert("I")
    low, high = _extrema(numbers)
    if low >= 0 and high <= 65_535 and not (image.mode == "F" and high <= 1.0):
        low, high = 0.0, 65_535.0 if high > 255 or image.mode.startswith("I;16") else 255.0
    factor = 255.0 / (high - low) if high > low else 0.0
    return numbers.point(lambda value: value * factor + (0.5 - low * factor)).convert("L")


def _extrema(image: Image.Image) -> tuple[float, float]:
    low, high = image.getextrema()
    low, high = float(low), float(high)  # type: ignore[arg-type] # one band: two numbers
    return (low, high) if math.isfinite(low) and math.isfinite(high) else (0.0, 255.0)
