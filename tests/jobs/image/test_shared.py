"""Several outputs of one decode look like each of them made by itself."""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.jobs.registry import kind
from tests.jobs.context import run_one
from tests.jobs.image.samples import difference, exif_block, photo, recipe, saved
from tests.jobs.image.test_decode import psnr

LARGE = [{"do": "resize", "mode": "long-edge", "size": 640}]
OTHERS: dict[str, list[dict[str, Any]]] = {
    "smaller": [{"do": "resize", "mode": "fit", "width": 128, "height": 128}],
    "filled": [{"do": "resize", "mode": "fill", "width": 90, "height": 120, "gravity": "north-west"}],
    "stretched": [{"do": "resize", "mode": "exact", "width": 200, "height": 40}],
    "cropped": [{"do": "crop", "ratio": "1:1", "gravity": "east"}, {"do": "resize", "mode": "long-edge", "size": 100}],
    "turned": [{"do": "rotate", "degrees": 90}, {"do": "resize", "mode": "long-edge", "size": 150}],
    "mirrored": [{"do": "flip", "axis": "horizontal"}, {"do": "resize", "mode": "short-edge", "size": 99}],
    "near": [{"do": "resize", "mode": "long-edge", "size": 600}],
    "whole": [],
    "enlarged": [{"do": "resize", "mode": "percent", "size": 110, "enlarge": True}],
}


def made(path: Path, out: Path, *steps: list[dict[str, Any]], speed: str = "best") -> list[Image.Image]:
    """The outputs of one job, one for each of `steps`."""
    outputs = [{"name": f"{{name}}-{index}", "format": "bmp", "steps": each} for index, each in enumerate(steps)]
    result, context = run_one(kind("image"), path, recipe(outputs=outputs, speed=speed), out)
    assert [code for code in context.codes if code not in ("NOT_ENLARGED", "META_DROPPED")] == []
    return [Image.open(io.BytesIO(Path(each).read_bytes())) for each in result.outputs]


@pytest.mark.parametrize("speed", ["best", "fast"])
@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("other", OTHERS)
def test_together_and_alone(tmp_path: Path, other: str, orientation: int, speed: str) -> None:
    image = photo(1280, 961)
    path = saved(tmp_path / "a.jpg", image, quality=95, exif=exif_block(orientation))
    together = made(path, tmp_path / "1", OTHERS[other], LARGE, speed=speed)
    alone = [
        made(path, tmp_path / f"{index}x", steps, speed=speed)[0] for index, steps in enumerate((OTHERS[other], LARGE))
    ]
    for one, two in zip(together, alone, strict=True):
        assert one.size == two.size
        assert difference(one, two) < 1.0
        assert psnr(one, two) > (34 if speed == "best" else 30)


def test_all_at_once(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photo(1280, 961), quality=95)
    scaled = [steps for name, steps in OTHERS.items() if name not in ("near", "whole", "enlarged")]
    together = made(path, tmp_path / "1", LARGE, *scaled)[1:]
    for index, (one, steps) in enumerate(zip(together, scaled, strict=True)):
        two = made(path, tmp_path / f"{index}x", steps)[0]
        assert one.size == two.size
        assert difference(one, two) < 1.0
