"""Pad and border: the picture untouched, the canvas of the right size and colour around it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.jobs.image.pictures import at_corners, done, of, pixels, step
from tests.jobs.image.samples import photo


def has_at(canvas: Image.Image, image: Image.Image, at: tuple[int, int]) -> bool:
    return canvas.crop((*at, at[0] + image.width, at[1] + image.height)).tobytes() == image.tobytes()


@pytest.mark.parametrize(
    ("keys", "size", "at"),
    [
        ({"ratio": "1:1"}, (60, 60), (0, 10)),
        ({"ratio": "3:1"}, (120, 40), (30, 0)),
        ({"ratio": "1:1", "gravity": "north"}, (60, 60), (0, 0)),
        ({"width": 100, "height": 100}, (100, 100), (20, 30)),
        ({"width": 100, "height": 100, "gravity": "south-east"}, (100, 100), (40, 60)),
        ({"width": 100}, (100, 40), (20, 0)),
        ({"width": 10, "height": 100}, (60, 100), (0, 30)),  # never cut
    ],
)
def test_pad(keys: dict[str, Any], size: tuple[int, int], at: tuple[int, int]) -> None:
    image = photo(60, 40)
    canvas = done(image, "pad", color="#102030", **keys)
    assert canvas.size == size
    assert has_at(canvas, image, at)
    outside = list(set(pixels(canvas)) - set(pixels(image)))
    assert outside == [(16, 32, 48)]


@pytest.mark.parametrize(("size", "width"), [(3, 3), ("5%", 2), ("0.1%", 1), ("100%", 40), ("0%", 0)])
def test_border(size: int | str, width: int) -> None:
    image = photo(60, 40)
    framed = done(image, "border", size=size, color="#ff8000")
    assert framed.size == (60 + 2 * width, 40 + 2 * width)
    assert has_at(framed, image, (width, width))
    assert width == 0 or at_corners(framed) == [(255, 128, 0)] * 4


def test_what_needs_no_padding_is_not_touched() -> None:
    assert not step("pad", ratio="3:2").apply(of(photo(60, 40))).touched


@pytest.mark.parametrize(
    ("mode", "color", "expected"),
    [
        ("L", "#808080", "L"), ("L", "#ff0000", "RGB"), ("L", "#80808080", "LA"), ("LA", "#ff0000", "RGBA"),
        ("RGB", "#ff000000", "RGBA"), ("RGBA", "#ff0000", "RGBA"),
    ],
)  # fmt: skip
def test_the_plainest_mode_that_holds_both(mode: str, color: str, expected: str) -> None:
    image = photo(20, 20).convert(mode)
    result = done(image, "border", size=2, color=color)
    assert result.mode == expected
    value = Image.new("RGBA", (1, 1), color).convert(expected).getpixel((0, 0))
    assert result.getpixel((0, 0)) == value


def test_a_transparent_picture_stays_so_on_its_canvas() -> None:
    result = done(Image.new("RGBA", (10, 10), (1, 2, 3, 0)), "pad", width=20)
    assert result.getpixel((10, 5)) == (1, 2, 3, 0)
    assert result.getpixel((0, 0)) == (255, 255, 255, 255)


def test_every_frame_gets_its_frame() -> None:
    frames = [Image.new("RGB", (10, 10), (value, 0, 0)) for value in (10, 20, 30)]
    result = step("border", size=1).apply(of(*frames, durations=(1, 2, 3), animated=True))
    assert [frame.getpixel((5, 5)) for frame in result.frames] == [(10, 0, 0), (20, 0, 0), (30, 0, 0)]
    assert (result.durations, {frame.size for frame in result.frames}) == ((1, 2, 3), {(12, 12)})


@given(st.integers(1, 2000), st.integers(1, 2000), st.integers(1, 30), st.integers(1, 30))
def test_a_padded_picture_has_its_ratio_and_all_its_pixels(width: int, height: int, a: int, b: int) -> None:
    new = step("pad", ratio=f"{a}:{b}").after((width, height))
    assert new[0] >= width
    assert new[1] >= height
    assert new[0] == width or new[1] == height
    assert abs(new[0] - new[1] * a / b) <= max(1, a / b)
