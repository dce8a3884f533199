"""The eight ways to hold a camera: outputs of one set look alike, in every format, however they are made."""

import io
import math
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from app.jobs.image.picture import TURNS
from app.jobs.registry import kind
from tests.jobs.context import run_one
from tests.jobs.image.odd import UNDO
from tests.jobs.image.samples import exif_block, photo, recipe

KIND = kind("image")
SIZE = (640, 480)
FORMATS = ["jpeg", "png", "webp", "tiff", "gif", "avif", "bmp"]
# The sources are JPEGs each of its own, so outputs differ by what that costs: 31 dB and more. Turned wrong it is 10.
ALIKE, UNLIKE = 30.0, 20.0
WAYS: dict[str, dict[str, Any]] = {
    "as it is": {},
    "resized": {"steps": [{"do": "resize", "mode": "long-edge", "size": 450}]},
    "reduced while decoding": {"steps": [{"do": "resize", "mode": "fit", "width": 120, "height": 100}]},
    "reduced, fast": {"speed": "fast", "steps": [{"do": "resize", "mode": "short-edge", "size": 200}]},
    "cropped": {"steps": [{"do": "crop", "ratio": "1:1", "gravity": "west"}]},
    "filled": {"steps": [{"do": "resize", "mode": "fill", "width": 150, "height": 200, "gravity": "north-east"}]},
    "turned": {"steps": [{"do": "rotate", "degrees": 90}, {"do": "resize", "mode": "percent", "size": 25}]},
}


def psnr(one: Image.Image, two: Image.Image) -> float:
    """Decibels; pictures of different sizes have nothing in common."""
    if one.size != two.size:
        return 0.0
    squares = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), two.convert("RGB"))).sum2
    error = sum(squares) / (3 * one.width * one.height)
    return 99.0 if error == 0 else 10 * math.log10(255 * 255 / error)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folder = tmp_path_factory.mktemp("turned")
    upright, found = photo(*SIZE), {}
    for value in range(1, 9):
        stored = upright.transpose(TURNS[UNDO[value]]) if value > 1 else upright
        found[value] = folder / f"{value}.jpg"
        stored.save(found[value], quality=92, exif=exif_block(value, size=stored.size))
    return found


def outputs(path: Path, out: Path, way: str) -> dict[str, Image.Image]:
    wanted = [{"name": f"{{name}}-{name}", "format": name, "quality": 92} for name in FORMATS[:3] + FORMATS[5:6]]
    wanted += [{"name": f"{{name}}-{name}", "format": name} for name in ("tiff", "gif", "bmp")]
    result, _ = run_one(KIND, path, recipe(outputs=wanted, **WAYS[way]), out)
    found = {}
    for written, output in zip(result.outputs, wanted, strict=True):
        with Image.open(io.BytesIO(Path(written).read_bytes())) as image:
            image.load()
            assert image.getexif().get(0x112, 1) == 1
            found[output["format"]] = image.convert("RGB")
    return found


@pytest.mark.parametrize("way", WAYS)
def test_outputs_of_one_set_are_alike(tmp_path: Path, sources: dict[int, Path], way: str) -> None:
    sets = {value: outputs(path, tmp_path, way) for value, path in sources.items()}
    for name in FORMATS:
        upright = sets[1][name]
        for value in range(2, 9):
            assert psnr(upright, sets[value][name]) > ALIKE, (name, value)
        assert psnr(upright, upright.transpose(Image.Transpose.ROTATE_180)) < UNLIKE
        assert psnr(upright, sets[1]["png"]) > (20 if name == "gif" else ALIKE), name
