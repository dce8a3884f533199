"""How near a written picture is to the best that can be made: PSNR and SSIM against full decode + Lanczos.

Owns: the two measures. So that nobody is quick by being worse.
"""

from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

_SIGMA, _RADIUS = 1.5, 5  # Wang, Bovik, Sheikh, Simoncelli: Image quality assessment, 2004
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def reference(path: Path, edge: int | None) -> Image.Image:
    """The picture in `path`, upright, without transparency, on its long edge `edge`; scaled in floating point, so that
    the order of rows and columns, which differs between programs, favours nobody."""
    with Image.open(path) as image:
        image.load()
        turned = ImageOps.exif_transpose(image)
    if turned.mode == "RGBA":
        base = Image.new("RGB", turned.size, "white")
        base.paste(turned, mask=turned.getchannel("A"))
        turned = base
    turned = turned.convert("RGB")
    if edge is None:
        return turned
    factor = edge / max(turned.size)
    size = round(turned.width * factor), round(turned.height * factor)
    planes = [band.convert("F").resize(size, Image.Resampling.LANCZOS) for band in turned.split()]
    levels = np.clip(np.rint(np.stack([np.asarray(plane) for plane in planes], axis=-1)), 0, 255)
    return Image.fromarray(levels.astype(np.uint8))


def psnr(one: Image.Image, two: Image.Image) -> float:
    """In dB over all three bands."""
    gap = np.asarray(one.convert("RGB"), dtype=float) - np.asarray(two.convert("RGB"), dtype=float)
    return float(10 * np.log10(255**2 / (gap**2).mean()))


def ssim(one: Image.Image, two: Image.Image) -> float:
    """Structural similarity of the brightness, 1 = the same."""
    a, b = (np.asarray(image.convert("L"), dtype=float) for image in (one, two))
    mean_a, mean_b = _blur(a), _blur(b)
    var_a, var_b = _blur(a * a) - mean_a**2, _blur(b * b) - mean_b**2
    both = _blur(a * b) - mean_a * mean_b
    share = (2 * mean_a * mean_b + _C1) * (2 * both + _C2)
    return float((share / ((mean_a**2 + mean_b**2 + _C1) * (var_a + var_b + _C2))).mean())


def _blur(plane: np.ndarray) -> np.ndarray:
    """Gaussian window, where it lies wholly inside."""
    steps = np.arange(-_RADIUS, _RADIUS + 1)
    weights = np.exp(-(steps**2) / (2 * _SIGMA**2))
    weights /= weights.sum()
    for axis in (0, 1):
        length = plane.shape[axis] - 2 * _RADIUS
        parts = (weight * np.take(plane, range(k, k + length), axis) for k, weight in enumerate(weights))
        plane = sum(parts)
    return plane
