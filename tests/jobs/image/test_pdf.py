"""PDF files: whole, the same every time, pages of the right size with the right pixels."""

from pathlib import Path

import pytest
from PIL import Image

from app.jobs.image.color import srgb
from app.jobs.image.pdf import points
from tests.jobs.context import run_one
from tests.jobs.image.pdfs import read
from tests.jobs.image.samples import difference, exif_block, photo, recipe, saved
from tests.jobs.image.test_run import KIND, animation, swapped_profile


def pages(path: Path, out: Path, **output: object) -> list[object]:
    return list(read(made(path, out, **output)))


def made(path: Path, out: Path, **output: object) -> bytes:
    result, _ = run_one(KIND, path, recipe(outputs=[{"format": "pdf", **output}]), out)
    assert Path(result.outputs[0]).suffix == ".pdf"
    return Path(result.outputs[0]).read_bytes()


def test_a_photo_becomes_a_page(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", quality=95, exif=exif_block(6))
    data = made(path, tmp_path / "out", quality=95)
    (page,) = read(data)
    assert difference(page.image, photo().transpose(Image.Transpose.ROTATE_270)) < 2.5
    assert (page.filter, page.icc) == ("DCTDecode", srgb())
    assert b"GPS" not in data
    assert b"Exif" not in data
    assert made(path, tmp_path / "2", quality=95) == data


def test_without_loss(tmp_path: Path) -> None:
    (page,) = read(made(saved(tmp_path / "a.png"), tmp_path / "out", lossless=True))
    assert difference(page.image, photo()) == 0
    assert page.filter == "FlateDecode"
    grey = saved(tmp_path / "b.png", photo().convert("L"))
    (page,) = read(made(grey, tmp_path / "out", lossless=True))
    assert (page.image.mode, page.icc) == ("L", None)
    assert page.image.tobytes() == photo().convert("L").tobytes()


def test_transparency_deep_grey_and_other_profiles(tmp_path: Path) -> None:
    clear = saved(tmp_path / "a.png", Image.new("RGBA", (20, 20), (0, 0, 0, 0)))
    (page,) = read(made(clear, tmp_path / "out", background="#00ff00", lossless=True))
    assert page.image.getpixel((5, 5)) == (0, 255, 0)
    deep = saved(tmp_path / "b.png", Image.new("I;16", (20, 20), 0x8080))
    (page,) = read(made(deep, tmp_path / "out", lossless=True))
    assert page.image.getpixel((5, 5)) == 128
    red = saved(tmp_path / "c.png", Image.new("RGB", (20, 20), (255, 0, 0)), icc_profile=swapped_profile())
    (page,) = read(made(red, tmp_path / "out", color="keep", lossless=True))
    assert (page.image.getpixel((5, 5)), page.icc) == ((255, 0, 0), swapped_profile())


def test_pages_of_a_tiff_become_pages_and_an_animation_one(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    photo().save(path, save_all=True, append_images=[photo(100, 300), photo(50, 50).convert("L")])
    found = read(made(path, tmp_path / "out", lossless=True))
    assert [page.image.size for page in found] == [(320, 240), (100, 300), (50, 50)]
    assert len(read(made(animation(tmp_path / "b.gif", duration=50), tmp_path / "out"))) == 1


@pytest.mark.parametrize(
    ("size", "dpi", "expected"),
    [
        ((2480, 3508), (300.0, 300.0), (595.2, 841.92)),  # a scan of A4
        ((4000, 3000), (72.0, 72.0), (842.0, 631.5)),  # a camera that says nothing of use
        ((4000, 3000), None, (842.0, 631.5)),
        ((600, 300), None, (288.0, 144.0)),
        ((1728, 1100), (204.0, 98.0), (609.88, 808.16)),  # a fax: other dots across than down
        ((1, 1), None, (3.0, 3.0)),
        ((10_000, 1), (72.0, 72.0), (842.0, 3.0)),
    ],
)
def test_the_size_of_a_page(
    size: tuple[int, int], dpi: tuple[float, float] | None, expected: tuple[float, float]
) -> None:
    assert points(size, dpi) == pytest.approx(expected, abs=0.01)
