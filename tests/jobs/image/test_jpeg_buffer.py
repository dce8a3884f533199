"""JPEGs of pure noise, the largest that there are."""

import io
import random
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from app.jobs.image.jpeg_buffer import room_for
from app.jobs.registry import kind
from tests.jobs.context import run_one
from tests.jobs.image.samples import recipe, saved

SIZE = (300, 200)


@pytest.mark.parametrize(("mode", "bands"), [("L", 1), ("RGB", 3), ("CMYK", 4)])
def test_noise_fits_at_the_highest_quality(mode: str, bands: int) -> None:
    image = Image.frombytes(mode, SIZE, random.Random(5).randbytes(SIZE[0] * SIZE[1] * bands))
    before = ImageFile.MAXBLOCK
    for options in ({"optimize": True}, {"progressive": True}):
        with room_for(image):
            image.save(io.BytesIO(), "JPEG", quality=100, subsampling=0, **options)
    assert before == ImageFile.MAXBLOCK


@pytest.mark.parametrize("quality", [92, 94, 100])
@pytest.mark.parametrize("format_", ["jpeg", "pdf"])
def test_a_grainy_picture_is_written(tmp_path: Path, format_: str, quality: int) -> None:
    image = Image.frombytes("RGB", SIZE, random.Random(5).randbytes(SIZE[0] * SIZE[1] * 3))
    path = saved(tmp_path / "a.png", image)
    result, _ = run_one(
        kind("image"), path, recipe(outputs=[{"format": format_, "quality": quality}]), tmp_path / "out"
    )
    assert result.bytes_out > SIZE[0] * SIZE[1]
