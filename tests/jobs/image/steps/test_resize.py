"""Resize: which pixels come out, at every mode."""

from typing import Any

import pytest
from PIL import Image

from app.jobs.image.picture import Turn
from app.jobs.image.steps.resize import Resize
from tests.jobs.image.pictures import BLUE, GREEN, RED, WHITE, at_corners, corners, done, of, pixels, step
from tests.jobs.image.samples import difference, photo


@pytest.mark.parametrize(
    ("keys", "size"),
    [
        ({"mode": "long-edge", "size": 200}, (200, 150)),
        ({"mode": "short-edge", "size": 90}, (120, 90)),
        ({"mode": "fit", "width": 100, "height": 100}, (100, 75)),
        ({"mode": "exact", "width": 50, "height": 200}, (50, 200)),
        ({"mode": "percent", "size": 25}, (80, 60)),
        ({"mode": "megapixels", "size": 0.0192}, (160, 120)),
        ({"mode": "long-edge", "size": 640, "enlarge": True}, (640, 480)),
    ],
)
def test_the_whole_picture_is_there(keys: dict[str, Any], size: tuple[int, int]) -> None:
    result = done(photo(), "resize", **keys)
    assert result.size == size
    assert difference(result.resize((32, 24), Image.Resampling.BOX), photo().resize((32, 24), Image.Resampling.BOX)) < 4


@pytest.mark.parametrize(
    ("size", "gravity", "expected"),
    [
        ((20, 40), "west", [RED, RED, BLUE, BLUE]),
        ((20, 40), "east", [GREEN, GREEN, WHITE, WHITE]),
        ((60, 10), "north", [RED, GREEN, RED, GREEN]),
        ((60, 10), "south-west", [BLUE, WHITE, BLUE, WHITE]),
        ((60, 40), "center", [RED, GREEN, BLUE, WHITE]),
    ],
)
def test_fill_keeps_the_part_that_gravity_names(size: tuple[int, int], gravity: str, expected: list[Any]) -> None:
    large = corners().resize((240, 160), Image.Resampling.NEAREST)
    filled = done(large, "resize", mode="fill", width=size[0], height=size[1], gravity=gravity)
    assert filled.size == size
    assert at_corners(filled) == expected


def test_a_turn_put_off_comes_out_the_same() -> None:
    made = step("resize", mode="fill", width=60, height=100)
    late = made.apply(of(photo(), turn=Turn.ROTATE_270)).upright().first
    early = made.apply(of(photo().transpose(Turn.ROTATE_270))).first
    assert late.size == early.size == (60, 100)
    assert difference(late, early) < 1.5


def test_never_larger_unless_asked_and_then_it_is_said() -> None:
    picture = step("resize", mode="long-edge", size=999).apply(of(photo()))
    assert picture.first.size == (320, 240)
    assert [note.code for note in picture.notes] == ["NOT_ENLARGED"]
    assert not picture.touched


def test_colour_under_transparency_does_not_bleed() -> None:
    image = Image.new("RGBA", (64, 64), (255, 0, 0, 0))
    image.paste((0, 0, 255, 255), (0, 0, 33, 64))
    for red, green, _, alpha in pixels(done(image, "resize", mode="percent", size=25)):
        assert alpha < 8 or (red < 8 and green == 0)


def test_deep_grey_is_scaled_deep() -> None:
    ramp = Image.new("I;16", (64, 2))
    for x in range(64):
        for y in range(2):
            ramp.putpixel((x, y), x * 1000)
    result = done(ramp, "resize", mode="exact", width=32, height=2)
    assert result.mode == "I;16"
    assert result.getpixel((16, 0)) == pytest.approx(32_500, abs=200)


def test_pages_are_scaled_each_by_its_own_and_say_things_once() -> None:
    made = Resize(do="resize", mode="long-edge", size=100)
    picture = made.apply(of(photo(200, 100), photo(50, 300), photo(40, 40), photo(40, 40)))
    assert [frame.size for frame in picture.frames] == [(100, 50), (17, 100), (40, 40), (40, 40)]
    assert [note.code for note in picture.notes] == ["NOT_ENLARGED"]
