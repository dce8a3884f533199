"""Decoding as far as is needed: sizes, the same picture by every decoder, damage named."""

import io
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from app.jobs.base import JobError
from app.jobs.image import decode
from app.jobs.image.metadata import Metadata
from app.jobs.image.picture import TURNS, Picture
from app.jobs.image.probe import opened
from app.jobs.image.reach import Need
from tests.jobs.context import source_of
from tests.jobs.image.fast.test_jpeg import with_garbage
from tests.jobs.image.samples import difference, exif_block, noisy, photo, saved

ROOT = Path(__file__).parents[3]


def load(
    path: Path, *sizes: tuple[int, int], speed: str = "best", exact: bool = True, **options: Any
) -> tuple[Picture, Metadata]:
    """`path` decoded for outputs of `sizes`; all of it when there are none."""
    needs: Sequence[Need | None] = [Need(size, exact) for size in sizes] or [None]
    with opened(source_of(path), options) as file:
        return decode.load(file, needs, speed, all_frames=False)


def psnr(one: Image.Image, two: Image.Image) -> float:
    """In dB, over all bands."""
    assert one.size == two.size
    gap = np.asarray(one.convert("RGB"), float) - np.asarray(two.convert("RGB"), float)
    mean = float((gap**2).mean())
    return 99.0 if mean == 0 else 10 * float(np.log10(255**2 / mean))


@pytest.fixture
def big(tmp_path: Path) -> Path:
    return saved(tmp_path / "big.jpg", photo(1607, 1203), quality=92, exif=exif_block(6))


def test_all_of_a_jpeg(tmp_path: Path) -> None:
    for mode in ("RGB", "L", "CMYK"):
        path = saved(tmp_path / f"{mode}.jpg", noisy(321, 203).convert(mode), quality=90)
        picture, _ = load(path)
        assert (picture.mode, picture.size, picture.box, picture.touched) == (mode, (321, 203), None, False)
        with Image.open(path) as image:
            assert picture.first.tobytes() == image.tobytes()


@pytest.mark.parametrize("speed", ["best", "fast"])
@pytest.mark.parametrize("size", [(900, 1202), (400, 534), (100, 134), (3, 4)])
def test_a_jpeg_shrinks_to_what_its_output_wants(big: Path, size: tuple[int, int], speed: str) -> None:
    picture, metadata = load(big, size, speed=speed)
    assert picture.size == picture.full == (1203, 1607)  # upright, and what steps reckon with
    assert picture.turn == TURNS[6]
    assert picture.first.size == (size[1], size[0])
    assert picture.box == (0, 0, size[1], size[0])
    assert metadata.orientation == 6
    with Image.open(big) as image:
        wanted = image.resize((size[1], size[0]), Image.Resampling.LANCZOS)
    assert psnr(picture.first, wanted) > (40 if speed == "best" else 30)


def test_a_cropped_output_gets_a_fraction_and_the_box_that_is_picture(big: Path) -> None:
    picture, _ = load(big, (160, 214), exact=False)
    assert picture.first.size == (402, 301)
    assert picture.box == (0, 0, 1607 / 4, 1203 / 4)
    assert picture.size == (1203, 1607)


def test_several_outputs_share_the_largest(big: Path) -> None:
    picture, _ = load(big, (240, 320), (600, 801))
    assert picture.first.size == (801, 600)
    near, _ = load(big, (600, 801), (590, 788))
    assert near.first.size == (1607, 1203)


@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.tif", "a.gif", "a.bmp"])
def test_other_formats_shrink_too(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path / name, photo(400, 300))
    picture, _ = load(path, (100, 75), (20, 15))
    assert (picture.first.size, picture.size, picture.box) == ((100, 75), (400, 300), (0, 0, 100, 75))
    with Image.open(path) as image:
        assert psnr(picture.first, image.convert("RGB").resize((100, 75), Image.Resampling.LANCZOS)) > 40


def test_a_larger_output_decodes_all_and_no_more(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photo(100, 75), quality=90)
    assert load(path, (200, 150))[0].first.size == (100, 75)
    assert load(path, (100, 75))[0].box is None


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.tuples(st.integers(1, 200), st.integers(1, 200)),
    st.tuples(st.integers(1, 200), st.integers(1, 200)),
    st.sampled_from(["RGB", "L", "CMYK"]),
    st.sampled_from(["best", "fast"]),
)
def test_any_size_to_any_size(
    tmp_path: Path, size: tuple[int, int], target: tuple[int, int], mode: str, speed: str
) -> None:
    path = saved(tmp_path / "a.jpg", photo(*size).convert(mode), quality=90)
    picture, _ = load(path, target, speed=speed)
    assert picture.mode == mode
    assert picture.size == size
    shrunk = target != size and target[0] <= size[0] and target[1] <= size[1]
    assert picture.first.size == (target if shrunk else size)


@pytest.mark.parametrize(("size", "target"), [((20_000, 1), (1600, 1)), ((1, 20_000), (1, 100)), ((9_000, 3), (1, 1))])
def test_strips(tmp_path: Path, size: tuple[int, int], target: tuple[int, int]) -> None:
    for suffix in ("jpg", "png"):
        path = saved(tmp_path / f"a.{suffix}", Image.new("RGB", size, (9, 90, 200)))
        picture, _ = load(path, target)
        assert picture.first.size == target
        assert difference(picture.first, Image.new("RGB", target, (9, 90, 200))) <= 2


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("sizes", [[], [(60, 40)]])
def test_damage_inside_is_named_and_the_rest_is_used(tmp_path: Path, mode: str, sizes: list[tuple[int, int]]) -> None:
    pytest.importorskip("simplejpeg")
    path = saved(tmp_path / "a.jpg", noisy(600, 400).convert(mode), quality=90)
    sound, _ = load(path)
    path.write_bytes(with_garbage(path.read_bytes()))
    picture, _ = load(path, *sizes)
    assert [note.code for note in picture.notes] == ["DATA_DAMAGED"]
    assert "a.jpg is damaged inside (" in picture.notes[0].message
    assert picture.first.size == (sizes[0] if sizes else (600, 400))
    if not sizes:
        above = (0, 0, 600, 160)
        assert picture.first.crop(above).tobytes() == sound.first.crop(above).tobytes()


def test_a_jpeg_that_ends_early_fails_as_before(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", noisy(600, 400), quality=90)
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(JobError) as caught:
        load(path)
    assert caught.value.failure.code == "CORRUPT"


def test_a_whole_jpeg_has_no_note(big: Path) -> None:
    assert load(big)[0].notes == ()


def test_a_png_that_the_quick_way_gives_up_on_is_read_by_pillow(tmp_path: Path) -> None:
    """Wrong header of the stream: both complain. A check sum that is wrong: Pillow does not mind, so neither do we."""
    path = saved(tmp_path / "a.png", noisy(300, 200))
    data = bytearray(path.read_bytes())
    start = data.index(b"IDAT") + 4
    length = int.from_bytes(data[start - 8 : start - 4])
    data[start + length] ^= 0xFF  # the chunk's check sum
    path.write_bytes(data)
    assert load(path)[0].first.tobytes() == noisy(300, 200).tobytes()
    data[start] = 0x99
    path.write_bytes(data)
    with pytest.raises(JobError) as caught:
        load(path)
    assert caught.value.failure.code == "CORRUPT"


def test_an_orientation_behind_the_pixels_of_a_png_is_followed(tmp_path: Path) -> None:
    file = io.BytesIO()
    photo(400, 300).save(file, "PNG")
    data = file.getvalue()
    plain = exif_block(6, gps=False, thumbnail=False)[6:]
    tagged = io.BytesIO()
    photo(8, 8).save(tagged, "PNG", exif=plain)
    start = tagged.getvalue().index(b"eXIf") - 4
    chunk = tagged.getvalue()[start : start + len(plain) + 12]
    path = tmp_path / "a.png"
    path.write_bytes(data[:-12] + chunk + data[-12:])
    picture, _ = load(path, (100, 75))
    assert picture.turn == TURNS[6]
    assert picture.first.size == (400, 300)
    assert picture.box is None


def test_too_much_for_the_memory_is_refused_before_decoding(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photo(1600, 1200), quality=80)
    budget = 5_000_000
    with pytest.raises(JobError) as caught:
        load(path, memory_budget=budget)
    assert caught.value.failure.code == "TOO_LARGE"
    assert load(path, (200, 150), memory_budget=budget)[0].first.size == (200, 150)  # an eighth fits


def test_without_the_packages_pillow_makes_the_same_picture(tmp_path: Path) -> None:
    paths = [
        saved(tmp_path / "a.jpg", photo(1601, 1203), quality=92),
        saved(tmp_path / "b.jpg", photo(1601, 1203).convert("L"), quality=92),
        saved(tmp_path / "c.png", photo(800, 601).convert("RGBA")),
    ]
    code = """
import sys
for name in ("cykooz_resizer", "simplejpeg", "isal"):
    sys.modules[name] = None
from pathlib import Path
from tests.jobs.image.test_decode import load
for name in sys.argv[1:]:
    path = Path(name)
    load(path)[0].first.save(path.with_suffix(".full.tif"))
    load(path, (400, 300))[0].first.save(path.with_suffix(".small.tif"))
"""
    call = [sys.executable, "-W", "ignore", "-c", code, *map(str, paths)]
    subprocess.run(call, check=True, cwd=ROOT, timeout=120)
    for path in paths:
        with Image.open(path.with_suffix(".full.tif")) as full:
            assert full.tobytes() == load(path)[0].first.tobytes()
        with Image.open(path.with_suffix(".small.tif")) as small:
            quick = load(path, (400, 300))[0].first
            assert (small.mode, small.size) == (quick.mode, quick.size)
            assert psnr(small, quick) > 45
