"""Adjust: what each value becomes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageStat

from app.jobs.image.steps.adjust import Adjust
from tests.jobs.image.pictures import done, of, step
from tests.jobs.image.samples import photo


def ramp(mode: str = "L") -> Image.Image:
    return Image.frombytes("L", (256, 1), bytes(range(256))).convert(mode)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"brightness": 2}, {0: 0, 50: 100, 127: 254, 200: 255}),
        ({"brightness": 0}, {255: 0}),
        ({"contrast": 2}, {0: 0, 100: 73, 127: 127, 155: 183, 255: 255}),
        ({"contrast": 0}, {0: 128, 255: 128}),
        ({"gamma": 2}, {0: 0, 64: 128, 255: 255}),
        ({"gamma": 0.5}, {128: 64}),
        ({"brightness": 0.5, "gamma": 2}, {255: 180}),  # brightness first
    ],
)
def test_values(keys: dict[str, Any], expected: dict[int, int]) -> None:
    result = done(ramp(), "adjust", **keys)
    assert {x: result.getpixel((x, 0)) for x in expected} == expected
    colored = done(ramp("RGB"), "adjust", **keys)
    assert {x: colored.getpixel((x, 0)) for x in expected} == {x: (v, v, v) for x, v in expected.items()}


def test_nothing_asked_nothing_touched() -> None:
    picture = step("adjust").apply(of(photo()))
    assert not picture.touched


def test_transparency_is_left_alone() -> None:
    image = Image.new("RGBA", (4, 4), (10, 20, 30, 77))
    assert done(image, "adjust", brightness=2, contrast=1.2, sharpen=1, saturation=0.5).getpixel((1, 1))[3] == 77  # type: ignore[index]
    assert done(image, "adjust", grayscale=True).mode == "LA"


def test_saturation_and_grayscale() -> None:
    image = Image.new("RGB", (1, 1), (200, 100, 50))
    grey = image.convert("L").getpixel((0, 0))
    assert done(image, "adjust", saturation=0).getpixel((0, 0)) == (grey, grey, grey)
    assert done(image, "adjust", saturation=1.5).getpixel((0, 0))[0] > 230  # type: ignore[index]
    plain = done(image, "adjust", grayscale=True)
    assert (plain.mode, plain.getpixel((0, 0))) == ("L", grey)


def test_autocontrast_stretches_without_a_tint() -> None:
    image = Image.linear_gradient("L").point(lambda value: 90 + value // 4).convert("RGB")
    image.paste((150, 120, 100), (0, 100, 9, 109))
    stretched = done(image, "adjust", autocontrast=True)
    assert stretched.convert("L").getextrema() == (0, 255)
    red, green, blue = stretched.getpixel((100, 150))  # type: ignore[misc]
    assert red == green == blue
    red, green, blue = stretched.getpixel((4, 104))  # type: ignore[misc]
    assert (abs(red - green - 122) <= 4, abs(green - blue - 81) <= 4) == (True, True)  # four times as far apart
    flat = Image.new("RGB", (5, 5), (70, 80, 90))
    assert done(flat, "adjust", autocontrast=True).getpixel((0, 0)) == (70, 80, 90)


def test_stray_pixels_and_hidden_ones_do_not_count_for_the_stretch() -> None:
    image = Image.linear_gradient("L").resize((200, 200)).point(lambda value: 100 + value // 4).convert("LA")
    image.putpixel((3, 3), (0, 255))
    image.paste((255, 0), (0, 0, 50, 50))
    assert done(image, "adjust", autocontrast=True).getpixel((100, 199))[0] > 245  # type: ignore[index]


def test_an_animation_is_stretched_as_one() -> None:
    dark, light = Image.new("L", (9, 9), 60), Image.new("L", (9, 9), 120)
    result = step("adjust", autocontrast=True).apply(of(dark, light, animated=True))
    assert [frame.getpixel((0, 0)) for frame in result.frames] == [0, 255]


def test_sharpening_steepens_an_edge_and_leaves_flat_parts() -> None:
    image = Image.new("L", (40, 40), 90)
    image.paste(160, (20, 0, 40, 40))
    soft = image.resize((20, 20), Image.Resampling.BILINEAR).resize((40, 40), Image.Resampling.BICUBIC)
    spread = [ImageStat.Stat(done(soft, "adjust", sharpen=amount)).stddev[0] for amount in (0.0, 0.3, 1.0)]
    assert spread == sorted(spread)
    assert spread[0] < spread[2]
    assert done(soft, "adjust", sharpen=1).getpixel((3, 20)) == 90


@given(
    st.builds(
        Adjust, do=st.just("adjust"), brightness=st.floats(0, 10), contrast=st.floats(0, 10), gamma=st.floats(0.1, 10)
    ),
    st.integers(0, 255),
    st.integers(0, 255),
)
def test_a_table_never_turns_light_and_dark_around(made: Adjust, low: int, high: int) -> None:
    table = made.table((min(low, high), max(low, high)))
    assert table == sorted(table)
    assert 0 <= table[0] <= table[-1] <= 255
