"""Pictures like photos, from a seed: the same on every machine with the same numpy and Pillow.

Owns: what they look like. Noise in octaves like the spectrum of landscapes, hard edges, a gradient, grain of a sensor;
metadata as a phone writes it. A 12-megapixel JPEG of them takes about 3 MB, as from a phone.
"""

import io
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, ImageDraw

JPEG_SIZE = (4000, 3000)
PNG_SIZE = (2304, 1728)
_OCTAVES = 9  # of 4, 8 … 1024 cells across
_AMPLITUDE, _FALL = 38.0, 0.70  # levels of the coarsest octave; how much of it each finer one has
_CHROMA_OCTAVES = 2
_SHAPES = 40
_GRAIN = 4.0  # standard deviation, in levels
_TURNED = 6  # every sixth photo was taken with the camera held upright
_TRANSPARENT = 4  # every fourth PNG has an alpha channel


def photo(size: tuple[int, int], seed: int) -> Image.Image:
    """One picture, RGB."""
    chance = np.random.default_rng(seed)
    light = _octaves(chance, size, _OCTAVES) + np.linspace(-30, 30, size[0], dtype=np.float32)[None, :]
    red, blue = (_octaves(chance, size, _CHROMA_OCTAVES) for _ in range(2))
    planes = (light + red, light - 0.4 * (red + blue), light + blue)
    image = Image.merge("RGB", [_plane(128 + plane) for plane in planes])
    _draw(image, chance)
    grain = np.asarray(image, dtype=np.int16) + chance.normal(0, _GRAIN, (size[1], size[0], 1)).round().astype(np.int16)
    return Image.fromarray(np.clip(grain, 0, 255).astype(np.uint8))


def jpegs(folder: Path, count: int, size: tuple[int, int] = JPEG_SIZE) -> list[Path]:
    """`count` photos in `folder`: quality 92, 4:2:0, with EXIF, location and profile."""
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    paths = []
    for number in range(count):
        path = folder / f"photo{number:03}.jpg"
        exif = _exif(6 if number % _TURNED == _TURNED - 1 else 1)
        photo(size, number).save(path, "JPEG", quality=92, subsampling="4:2:0", exif=exif, icc_profile=icc)
        paths.append(path)
    return paths


def pngs(folder: Path, count: int, size: tuple[int, int] = PNG_SIZE) -> list[Path]:
    """`count` pictures in `folder`, some with transparent parts."""
    paths = []
    for number in range(count):
        image = photo(size, 1000 + number)
        if number % _TRANSPARENT == _TRANSPARENT - 1:
            hole = Image.new("L", size, 255)
            ImageDraw.Draw(hole).ellipse((size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2), fill=60)
            image.putalpha(hole)
        path = folder / f"picture{number:03}.png"
        image.save(path, "PNG", compress_level=6)
        paths.append(path)
    return paths


def _octaves(chance: np.random.Generator, size: tuple[int, int], count: int) -> np.ndarray:
    total = np.zeros((size[1], size[0]), dtype=np.float32)
    for octave in range(count):
        cells = 4 << octave
        rows = max(2, cells * size[1] // size[0])
        coarse = chance.normal(0, _AMPLITUDE * _FALL**octave, (rows, cells)).astype(np.float32)
        total += np.asarray(Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC))
    return total


def _plane(values: np.ndarray) -> Image.Image:
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def _draw(image: Image.Image, chance: np.random.Generator) -> None:
    draw = ImageDraw.Draw(image)
    width, height = image.size
    for number in range(_SHAPES):
        x, y = int(chance.integers(width)), int(chance.integers(height))
        side = int(chance.integers(20, max(21, width // 12)))
        color = tuple(int(value) for value in chance.integers(0, 256, 3))
        shape = (draw.rectangle, draw.ellipse)[number % 2]
        shape((x, y, x + side, y + side * 2 // 3), fill=color)


def _exif(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "Maker", "Model", orientation
    exif.get_ifd(0x8769)[0x9003] = "2026:05:04 13:02:01"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 36.0)})
    file = io.BytesIO()
    Image.new("RGB", (1, 1)).save(file, "JPEG", exif=exif)
    with Image.open(file) as image:
        return image.info["exif"]
