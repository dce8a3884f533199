"""Which way is up: orientation tags of every format, and ink that is stored inverted."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps

from app.jobs.image import exif
from app.jobs.image.picture import TURNS
from tests.jobs.image.samples import XMP, difference, exif_block, photo, saved
from tests.jobs.image.test_run import SMALL, work

UNDO = {2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}  # the turn that a camera held so has done


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("steps", [[], [SMALL], [{"do": "resize", "mode": "fill", "width": 60, "height": 60}]])
def test_all_orientations_come_out_alike(tmp_path: Path, orientation: int, steps: list[dict[str, Any]]) -> None:
    upright = photo()
    stored = upright.transpose(TURNS[UNDO[orientation]]) if orientation > 1 else upright
    path = saved(tmp_path / "a.jpg", stored, quality=95, exif=exif_block(orientation))
    plain = saved(tmp_path / "b.jpg", upright, quality=95)
    turned, _ = work(path, tmp_path / "1", steps=steps)
    expected, _ = work(plain, tmp_path / "2", steps=steps)
    assert difference(turned, expected) < 2.0
    assert exif.orientation(turned.info["exif"]) == 1
    assert difference(ImageOps.exif_transpose(turned), turned) == 0


@pytest.mark.parametrize("orientation", range(2, 9))
@pytest.mark.parametrize(("name", "most"), [("a.png", 0.0), ("a.webp", 0.0), ("a.tif", 0.0), ("a.avif", 3.0)])
def test_every_format_with_a_tag_comes_out_upright_and_once(
    tmp_path: Path, orientation: int, name: str, most: float
) -> None:
    upright = photo(64, 48)
    tag = Image.Exif()
    tag[0x112] = orientation
    by_suffix: dict[str, dict[str, Any]] = {".webp": {"lossless": True}, ".avif": {"quality": 95}}
    options = by_suffix.get(Path(name).suffix, {})
    path = saved(tmp_path / name, upright.transpose(TURNS[UNDO[orientation]]), exif=tag.tobytes(), **options)
    turned, _ = work(path, tmp_path / "1", outputs=[{"format": "png"}])
    assert turned.size == (64, 48)
    assert difference(turned.convert("RGB"), upright) <= most
    same, _ = work(path, tmp_path / "2", outputs=[{"lossless": True}] if name == "a.webp" else [{}])
    assert same.size == (64, 48)
    assert same.getexif().get(0x112, 1) == 1


def test_ink_of_an_inverted_cmyk_jpeg_is_read_the_right_way_round(tmp_path: Path) -> None:
    upright = photo(64, 48)
    path = tmp_path / "print.jpg"
    upright.convert("CMYK").save(path, quality=95)  # Pillow writes them as Adobe does: inverted, with its marker
    assert b"Adobe" in path.read_bytes()[:200]
    read, _ = work(path, tmp_path / "out", outputs=[{"format": "png"}])
    assert difference(read.convert("RGB"), upright) < 2.0


def test_orientation_in_xmp_counts_when_exif_says_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", xmp=XMP.replace(b"ORIENT", b"6"))
    turned, _ = work(path, tmp_path / "out")
    assert turned.size == (240, 320)
    assert ImageOps.exif_transpose(turned).size == (240, 320)
