"""Strict decoding: the same pixels as Pillow, and the damage that Pillow hides."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.jobs.image.fast import jpeg
from app.jobs.image.reach import LEAST
from tests.jobs.image.samples import difference, noisy, photo
from tests.jobs.image.test_resample import worst

SHAPES: list[dict[str, Any]] = [
    {"subsampling": "4:2:0"}, {"subsampling": "4:2:2"}, {"subsampling": "4:4:4"}, {"progressive": True},
    {"optimize": True}, {"restart_marker_blocks": 3},
]  # fmt: skip


def saved(image: Image.Image, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", **options)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=["JPEG"])


def drafted(data: bytes, scale: int) -> Image.Image:
    """Pillow's own picture at 1/`scale`."""
    image = opened(data)
    image.draft(None, (max(1, image.width // scale), max(1, image.height // scale)))
    image.load()
    return image


def with_garbage(data: bytes, at: float = 0.5, count: int = 400) -> bytes:
    """`data` with a stretch of it overwritten, which ends in a byte that no entropy coder writes."""
    start = int(len(data) * at)
    return data[:start] + b"\xff\xd3\x12\xff\xd1" * (count // 5) + data[start + count :]


@pytest.fixture(autouse=True)
def _installed() -> None:
    pytest.importorskip("simplejpeg")


@settings(max_examples=40, deadline=None)
@given(
    st.tuples(st.integers(1, 90), st.integers(1, 90)),
    st.sampled_from(SHAPES),
    st.sampled_from([1, 2, 4, 8]),
    st.sampled_from(["RGB", "L"]),
)
def test_pixels_are_pillows(size: tuple[int, int], shape: dict[str, Any], scale: int, mode: str) -> None:
    data = saved(noisy(*size).convert(mode), quality=90, **shape)
    result = jpeg.decode(data, opened(data), scale, None)
    assert result.damage == ""
    assert result.image is not None
    assert result.image.size == (-(-size[0] // scale), -(-size[1] // scale))
    if min(size) >= LEAST * scale:
        wanted = opened(data) if scale == 1 else drafted(data, scale)
        assert (result.image.mode, result.image.tobytes()) == (mode, wanted.tobytes())


@pytest.mark.parametrize("scale", [1, 2, 4])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_shrinking_on_the_way_makes_the_same_picture(mode: str, scale: int) -> None:
    data = saved(photo(801, 603).convert(mode), quality=92)
    box = (0.0, 0.0, 801 / scale, 603 / scale)
    result = jpeg.decode(data, opened(data), scale, ((100, 75), box))
    whole = jpeg.decode(data, opened(data), scale, None)
    assert result.image is not None and whole.image is not None
    assert (result.image.mode, result.image.size) == (mode, (100, 75))
    wanted = whole.image.resize((100, 75), Image.Resampling.LANCZOS, box=box)
    assert difference(result.image, wanted) < 0.3
    assert worst(result.image, wanted) <= 30


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("scale", [1, 4])
def test_damage_that_pillow_hides_is_named(mode: str, scale: int) -> None:
    data = with_garbage(saved(noisy(600, 400).convert(mode), quality=90))
    opened(data).load()  # not a word
    result = jpeg.decode(data, opened(data), scale, None)
    assert result.image is None
    assert "orrupt" in result.damage or "premature" in result.damage.lower()


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_whole_picture_has_no_damage(mode: str) -> None:
    data = saved(noisy(600, 400).convert(mode), quality=90, progressive=True)
    assert jpeg.decode(data, opened(data), 2, None).damage == ""


def test_a_picture_that_ends_early_is_pillows_to_judge() -> None:
    data = saved(noisy(600, 400), quality=90)
    result = jpeg.decode(data[: len(data) // 2], opened(data), 1, None)
    assert result.image is None
    assert result.damage


def test_colours_that_mean_something_else_are_pillows() -> None:
    for image in (noisy(64, 48).convert("CMYK"), noisy(64, 48)):
        data = saved(image, quality=90, **({"keep_rgb": True} if image.mode == "RGB" else {}))
        assert jpeg.decode(data, opened(data), 1, None) == jpeg.Strict()


@pytest.mark.parametrize("sampling", [0x11, 0x12, 0x14, 0x21, 0x22, 0x31, 0x33, 0x41, 0x42, 0x44])
def test_odd_sampling_is_decoded_or_left_to_pillow(sampling: int) -> None:
    """Every combination that the format has: decoded as Pillow does, or left to it."""
    data = bytearray(saved(Image.new("RGB", (64, 48), (9, 90, 200)), subsampling="4:2:0"))
    data[data.index(b"\xff\xc0") + 11] = sampling  # of brightness; the data is of other sampling then
    try:
        wanted = opened(bytes(data)).tobytes()
    except OSError:
        wanted = b""
    result = jpeg.decode(bytes(data), opened(bytes(data)), 1, None)
    if result.image is not None:
        assert result.image.tobytes() == wanted


def test_other_formats_are_pillows(tmp_path: Path) -> None:
    photo().save(tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as image:
        assert jpeg.decode((tmp_path / "a.png").read_bytes(), image, 1, None) == jpeg.Strict()


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_the_bytes_are_the_answer_is_a_picture_or_a_word(data: st.DataObject) -> None:
    whole = saved(noisy(64, 48), quality=80, progressive=data.draw(st.booleans()))
    at = data.draw(st.integers(2, len(whole) - 1))
    hurt = bytearray(whole)
    hurt[at : at + data.draw(st.integers(1, 8))] = data.draw(st.binary(min_size=0, max_size=8))
    result = jpeg.decode(bytes(hurt), opened(whole), data.draw(st.sampled_from([1, 2, 8])), None)
    if result.image is not None:
        assert result.damage == ""


def test_without_the_package_pillow_decodes() -> None:
    code = """
import sys
sys.modules["simplejpeg"] = None
import io
from PIL import Image
from app.jobs.image.fast import jpeg
from app.jobs.image.reach import LEAST
file = io.BytesIO()
Image.new("RGB", (9, 9)).save(file, "JPEG")
assert jpeg.decode(file.getvalue(), Image.open(file), 1, None) == jpeg.Strict()
assert "numpy" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[4], timeout=60)
