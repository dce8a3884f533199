"""Target size: as good as it fits, and honest where it does not."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.jobs.base import JobError
from app.jobs.image import target
from app.jobs.image.formats import FORMATS
from app.jobs.image.picture import Picture
from app.jobs.image.produce import Made
from app.jobs.image.recipe import Output
from tests.jobs.context import run_one
from tests.jobs.image.pictures import of
from tests.jobs.image.samples import exif_block, noisy, recipe, saved
from tests.jobs.image.test_run import KIND, work


@pytest.mark.parametrize("form", ["jpeg", "webp", "avif"])
def test_less_quality_first(tmp_path: Path, form: str) -> None:
    path = saved(tmp_path / "a.png", noisy(200, 150))
    sizes = {}
    for kb in (6, 9):
        result, context = run_one(KIND, path, recipe(outputs=[{"format": form, "target_kb": kb}]), tmp_path / str(kb))
        sizes[kb] = Path(result.outputs[0]).stat().st_size
        assert context.codes == []
        with Image.open(result.outputs[0]) as image:
            assert image.size == (200, 150)
    assert 3000 < sizes[6] <= 6000 < sizes[9] <= 9000


def test_then_fewer_pixels_and_it_is_said(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", noisy(300, 200), quality=95, exif=exif_block(1, size=(300, 200)))
    made, codes = work(path, tmp_path / "out", outputs=[{"target_kb": 5}])
    assert codes == ["RESIZED_TO_TARGET"]
    assert (tmp_path / "out" / "a.jpg").stat().st_size <= 5000
    assert 150 <= made.width < 300
    assert made.width * 2 == made.height * 3
    assert made.getexif().get_ifd(0x8769)[0xA002] == made.width  # the size that metadata tells is the new one


@pytest.mark.parametrize("form", ["png", "gif", "bmp"])
def test_formats_without_quality_lose_pixels_only(tmp_path: Path, form: str) -> None:
    path = saved(tmp_path / "a.png", noisy(100, 80))
    full = run_one(KIND, path, recipe(outputs=[{"format": form}]), tmp_path / "1")[0].bytes_out
    made, codes = work(path, tmp_path / "2", outputs=[{"format": form, "target_kb": full * 6 // 10_000}])
    assert codes == ["RESIZED_TO_TARGET"]
    assert made.width < 100
    assert (tmp_path / "2" / f"a.{form}").stat().st_size <= full * 0.6


def test_out_of_reach_names_the_best_size_and_writes_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", noisy(320, 240))
    with pytest.raises(
        JobError, match=r"a\.png cannot be brought to 1 kB: the smallest is \d\.\d kB, at 160 × 120"
    ) as caught:
        run_one(KIND, path, recipe(outputs=[{"format": "jpeg", "target_kb": 1}]), tmp_path / "out")
    assert caught.value.failure.code == "TARGET_UNREACHABLE"
    assert not (tmp_path / "out").exists()


def test_an_original_that_fits_is_kept_rather_than_failed(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", noisy(320, 240), quality=5)
    kb = path.stat().st_size // 1000 + 1
    result, context = run_one(KIND, path, recipe(outputs=[{"target_kb": kb}]), tmp_path / "out")
    assert Path(result.outputs[0]).read_bytes() == path.read_bytes()
    assert context.codes == ["KEPT_ORIGINAL"]


def search(sizes: Any, **keys: Any) -> tuple[Made, list[int]]:
    """Search with an encoder whose file has `sizes(quality, width)` bytes; also the qualities that were tried."""
    tried: list[int] = []

    def attempt(picture: Picture, quality: int) -> Made:
        tried.append(quality)
        return Made(bytes(sizes(quality, picture.first.width)), FORMATS["jpeg"], picture.first.size, ())

    picture = of(Image.new("L", (100, 100)))
    return target.search(picture, Output(target_kb=10, **keys), FORMATS["jpeg"], attempt), tried


@pytest.mark.parametrize("edge", [30, 31, 55, 82, 94, 95])
def test_the_highest_quality_that_fits_in_seven_files(edge: int) -> None:
    made, tried = search(lambda quality, _: 10_000 if quality <= edge else 10_001)
    assert len(made.data) == 10_000
    assert max(quality for quality in tried if quality <= edge) == edge
    assert len(tried) <= 7


def test_the_quality_of_the_recipe_is_the_most() -> None:
    _, tried = search(lambda quality, _: 10, quality=60)
    assert max(tried) == 60
    _, tried = search(lambda quality, _: 10, quality=20)
    assert set(tried) == {20}


def test_the_largest_size_that_fits() -> None:
    made, _ = search(lambda _, width: width * 140)
    assert made.size == (70, 70)
    with pytest.raises(target.Unreachable, match=r"the smallest is 10\.1 kB, at 50 × 50"):
        search(lambda _, width: width * 201)
