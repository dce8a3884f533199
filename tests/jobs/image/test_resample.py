"""Scaling: the same picture by every way, in every mode, at every size."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from app.jobs.image import resample
from app.jobs.image.fast import lanczos
from tests.jobs.image.samples import difference, photo

SIZES = st.tuples(st.integers(1, 70), st.integers(1, 70))
FOUR_WAYS = sorted(lanczos.MODES)


def noise(mode: str, size: tuple[int, int], seed: int = 1) -> Image.Image:
    """Random bytes: what no filter handles kindly."""
    count = size[0] * size[1] * Image.getmodebands(mode)
    return Image.frombytes(mode, size, np.random.default_rng(seed).bytes(count))


def worst(one: Image.Image, two: Image.Image) -> int:
    """The largest difference of one level; colours weighted by their opacity."""
    assert (one.mode, one.size) == (two.mode, two.size)
    if one.mode == "RGBA":
        one, two = one.convert("RGBa"), two.convert("RGBa")
    bands = ImageChops.difference(one, two).getextrema()
    return max(high for _, high in (bands if isinstance(bands[0], tuple) else (bands,)))


def pillows(image: Image.Image, size: tuple[int, int], box: tuple[float, float, float, float]) -> Image.Image:
    """Pillow's picture, columns first."""
    if image.mode == "RGBA":
        return lanczos.columns_first(image.convert("RGBa"), size, box).convert("RGBA")
    return lanczos.columns_first(image, size, box)


@st.composite
def jobs(draw: st.DrawFn) -> tuple[str, tuple[int, int], tuple[int, int], tuple[float, float, float, float], int]:
    size = draw(SIZES)
    width, height = size
    shares = draw(st.tuples(*[st.floats(0, 0.4)] * 4))
    box = (shares[0] * width, shares[1] * height, width - shares[2] * width, height - shares[3] * height)
    whole = (0.0, 0.0, float(width), float(height))
    return (
        draw(st.sampled_from(FOUR_WAYS)),
        size,
        draw(SIZES),
        draw(st.sampled_from([whole, box])),
        draw(st.integers(0, 9)),
    )


@settings(max_examples=150, deadline=None)
@given(jobs())
def test_the_quick_way_makes_pillows_picture(
    job: tuple[str, tuple[int, int], tuple[int, int], tuple[float, float, float, float], int],
) -> None:
    mode, size, target, box, seed = job
    package = pytest.importorskip("cykooz_resizer")
    image = noise(mode, size, seed)
    wanted = pillows(image, target, box)
    # One level more where opacity is divided out and multiplied in again.
    most = lanczos.TOLERANCE + (mode == "RGBA")
    for way in (lanczos.InPlace(package), lanczos.ByBytes(package)):
        assert worst(way(image, target, box), wanted) <= most


def test_both_ways_into_the_package_make_the_same_picture() -> None:
    package = pytest.importorskip("cykooz_resizer")
    for mode in FOUR_WAYS:
        image = noise(mode, (83, 61))
        one = lanczos.InPlace(package)(image, (40, 90), (0.5, 1.0, 80.0, 60.0))
        two = lanczos.ByBytes(package)(image, (40, 90), (0.5, 1.0, 80.0, 60.0))
        assert one.tobytes() == two.tobytes()


def test_the_package_is_used_where_it_is_installed() -> None:
    pytest.importorskip("cykooz_resizer")
    way = lanczos.resampler()
    assert isinstance(way, lanczos.InPlace), "this Pillow is new: run these tests, then add it to KNOWN_PILLOW"


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA", "CMYK", "I;16"])
@pytest.mark.parametrize(
    ("size", "target"),
    [
        ((1, 1), (300, 200)), ((1, 700), (3, 7)), ((700, 1), (1, 1)), ((20_000, 1), (1600, 1)),
        ((1, 20_000), (1, 3)), ((9_000, 2), (2, 4_000)), ((3, 3), (1, 1)), ((2, 5_000), (5_000, 2)),
    ],
)  # fmt: skip
def test_flat_colour_stays_what_it_is_at_any_ratio(mode: str, size: tuple[int, int], target: tuple[int, int]) -> None:
    color = {"L": 200, "LA": (9, 77), "RGB": (1, 128, 254), "RGBA": (250, 100, 3, 255), "CMYK": (0, 9, 200, 255)}
    image = Image.new(mode, size, color.get(mode, 40_000))
    scaled = resample.resize(image, target)
    assert (scaled.mode, scaled.size) == (mode, target)
    wanted = Image.new(mode, target, color.get(mode, 40_000))
    if mode == "LA":  # 9 at this opacity is 2.7 of 255: it comes back as 9 or 10
        assert np.abs(np.asarray(scaled).astype(int) - np.asarray(wanted)).max() <= 1
    else:
        assert scaled.tobytes() == wanted.tobytes()


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_what_is_not_seen_does_not_bleed(mode: str) -> None:
    """Black under full transparency beside opaque white: the edge is half white, not grey."""
    image = Image.new(mode, (64, 64), (0,) * len(mode))
    image.paste(Image.new(mode, (32, 64), (255,) * len(mode)), (0, 0))
    scaled = resample.resize(image, (21, 64))
    seen = np.asarray(scaled).reshape(-1, len(mode))
    assert seen[seen[:, -1] > 8][:, :-1].min() >= 250
    assert 0 < np.median(np.asarray(scaled.getchannel("A"))[:, 10]) < 255


def test_a_palette_is_not_scaled_as_numbers() -> None:
    image = photo(300, 200).quantize(32)
    scaled = resample.resize(image, (60, 40))
    assert scaled.mode == "RGB"
    colors = image.convert("RGB")
    assert difference(scaled, colors.resize((60, 40), Image.Resampling.LANCZOS)) < 0.2
    assert difference(scaled, colors.resize((60, 40), Image.Resampling.NEAREST)) > 1


def test_a_transparent_palette_keeps_its_holes() -> None:
    image = photo(300, 200).quantize(32)
    image.info["transparency"] = image.getpixel((5, 5))
    scaled = resample.resize(image, (60, 40))
    assert scaled.mode == "RGBA"
    assert scaled.getpixel((2, 2))[3] == 0
    assert scaled.getpixel((45, 20))[3] == 255


def test_black_and_white_gets_shades() -> None:
    image = Image.new("1", (64, 64))
    image.putdata([(x + y) % 2 * 255 for y in range(64) for x in range(64)])
    scaled = resample.resize(image, (16, 16))
    assert scaled.mode == "L"
    assert abs(scaled.getpixel((8, 8)) - 127) < 8


@pytest.mark.parametrize("mode", ["I;16", "I;16B", "I;16L", "I"])
@pytest.mark.parametrize("target", [(20, 33), (150, 90)])
def test_deep_grey_keeps_its_depth_and_its_range(mode: str, target: tuple[int, int]) -> None:
    ramp = np.linspace(0, 65_535, 60 * 50).reshape(50, 60)
    ramp[20:30, 20:40] = [[0, 65_535] * 10] * 10  # an edge that Lanczos overshoots
    image = Image.fromarray(ramp.astype(np.uint16))
    image = image if mode == "I;16" else image.convert("I") if mode == "I" else image.convert("I").convert(mode)
    scaled = resample.resize(image, target)
    assert scaled.mode == ("I" if mode == "I" else "I;16")
    values = np.asarray(scaled).astype(float)
    assert len(np.unique(values)) > 500
    assert values.min() >= 0 and values.max() <= 65_535
    rows = Image.fromarray(ramp.astype(np.float32)).resize((target[0], 50), Image.Resampling.LANCZOS)
    rows = Image.fromarray(np.clip(np.asarray(rows), 0, 65_535))
    wanted = np.clip(np.asarray(rows.resize(target, Image.Resampling.LANCZOS)), 0, 65_535)
    assert np.abs(values - wanted).max() <= 2


def test_numbers_beyond_16_bits_are_scaled_as_they_are() -> None:
    image = Image.new("I", (30, 30), 1_000_000)
    assert resample.resize(image, (7, 9)).getextrema() == (1_000_000, 1_000_000)


def test_nothing_to_do_costs_nothing() -> None:
    image = photo(40, 30)
    assert resample.resize(image, (40, 30)) is image
    assert resample.resize(image, (40, 30), (0, 0, 40, 30)) is image
    assert resample.resize(image, (40, 30), (0, 0, 39.5, 30)) is not image


def test_the_source_is_left_as_it_was() -> None:
    for mode in FOUR_WAYS:
        image = noise(mode, (50, 40))
        before = image.tobytes()
        resample.resize(image, (20, 30))
        assert (image.mode, image.tobytes()) == (mode, before)


def test_without_the_package_pillow_makes_the_same_picture(tmp_path: Path) -> None:
    """In a process that cannot import it. Rows first there: the last levels differ, more on hard edges."""
    photo(640, 480).save(tmp_path / "in.png")
    code = """
import sys
sys.modules["cykooz_resizer"] = None
from PIL import Image
from app.jobs.image import resample
from app.jobs.image.fast import lanczos
assert lanczos.resampler() is None
for name in sys.argv[2:]:
    image = Image.open(sys.argv[1] + "/in.png").convert(name)
    resample.resize(image, (233, 171), (3.5, 0, 640, 470.25)).save(f"{sys.argv[1]}/{name}.tif")
"""
    call = [sys.executable, "-c", code, str(tmp_path), *FOUR_WAYS]
    subprocess.run(call, check=True, cwd=Path(__file__).parents[3], timeout=60)
    for mode in FOUR_WAYS:
        image = photo(640, 480).convert(mode)
        quick = resample.resize(image, (233, 171), (3.5, 0, 640, 470.25))
        with Image.open(tmp_path / f"{mode}.tif") as plain:
            assert plain.size == (233, 171)
            assert difference(quick, plain) < 0.2
            assert worst(quick, plain) <= 30
