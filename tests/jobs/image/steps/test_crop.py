"""Crop: which pixels stay."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.jobs.image.pictures import BLUE, GREEN, RED, WHITE, at_corners, corners, done, of, step
from tests.jobs.image.samples import photo


@pytest.mark.parametrize(
    ("keys", "box"),
    [
        ({"ratio": "1:1"}, (10, 0, 50, 40)),
        ({"ratio": "1:1", "gravity": "west"}, (0, 0, 40, 40)),
        ({"ratio": "3:1", "gravity": "south"}, (0, 20, 60, 40)),
        ({"ratio": "3:2"}, (0, 0, 60, 40)),
        ({"width": 20, "height": 10}, (20, 15, 40, 25)),
        ({"width": 20, "height": 10, "gravity": "south-east"}, (40, 30, 60, 40)),
        ({"width": 20}, (20, 0, 40, 40)),
        ({"height": 10, "gravity": "north"}, (0, 0, 60, 10)),
        ({"width": 900, "height": 10, "gravity": "north"}, (0, 0, 60, 10)),
        ({"ratio": "1.5:0.5"}, (0, 10, 60, 30)),
    ],
)
def test_the_right_part_stays(keys: dict[str, Any], box: tuple[int, int, int, int]) -> None:
    image = photo(60, 40)
    assert done(image, "crop", **keys).tobytes() == image.crop(box).tobytes()


def test_what_is_not_cut_is_not_touched() -> None:
    assert not step("crop", ratio="3:2").apply(of(corners())).touched
    assert step("crop", ratio="1:1").apply(of(corners())).touched


def test_gravity_names_the_corner_that_stays() -> None:
    for gravity, color in (("north-west", RED), ("north-east", GREEN), ("south-west", BLUE), ("south-east", WHITE)):
        assert at_corners(done(corners(), "crop", width=30, height=20, gravity=gravity)) == [color] * 4


def test_pages_of_several_sizes_are_cut_each_by_its_own() -> None:
    result = step("crop", ratio="1:1").apply(of(photo(60, 40), photo(30, 90)))
    assert [frame.size for frame in result.frames] == [(40, 40), (30, 30)]


def test_deep_grey_stays_deep() -> None:
    assert done(Image.new("I;16", (60, 40), 40_000), "crop", ratio="1:1").getextrema() == (40_000, 40_000)


@given(st.integers(1, 3000), st.integers(1, 3000), st.integers(1, 40), st.integers(1, 40))
def test_a_ratio_is_kept_to_a_pixel_and_one_side_stays_whole(width: int, height: int, a: int, b: int) -> None:
    new = step("crop", ratio=f"{a}:{b}").after((width, height))
    assert new[0] == width or new[1] == height
    assert 1 <= new[0] <= width
    assert 1 <= new[1] <= height
    assert abs(new[0] - new[1] * a / b) <= max(1, a / b)
