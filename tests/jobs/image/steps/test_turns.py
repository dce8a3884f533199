"""Rotate and flip: where each corner goes, and clean edges at odd angles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.jobs.image.picture import Turn, turned
from tests.jobs.image.pictures import BLUE, GREEN, RED, WHITE, at_corners, corners, done, of, pixels, step
from tests.jobs.image.samples import difference, photo


@pytest.mark.parametrize(
    ("degrees", "expected"),
    [
        (0, [RED, GREEN, BLUE, WHITE]),
        (90, [BLUE, RED, WHITE, GREEN]),  # clockwise: the bottom left comes to the top left
        (180, [WHITE, BLUE, GREEN, RED]),
        (270, [GREEN, WHITE, RED, BLUE]),
        (-90, [GREEN, WHITE, RED, BLUE]),
        (360, [RED, GREEN, BLUE, WHITE]),
    ],
)
def test_quarter_turns_are_exact_and_clockwise(degrees: int, expected: list[tuple[int, int, int]]) -> None:
    image = photo(61, 40)
    assert at_corners(done(corners(), "rotate", degrees=degrees)) == expected
    back = done(done(image, "rotate", degrees=degrees), "rotate", degrees=-degrees)
    assert back.tobytes() == image.tobytes()


@pytest.mark.parametrize(
    ("axis", "expected"), [("horizontal", [GREEN, RED, WHITE, BLUE]), ("vertical", [BLUE, WHITE, RED, GREEN])]
)
def test_flip(axis: str, expected: list[tuple[int, int, int]]) -> None:
    assert at_corners(done(corners(), "flip", axis=axis)) == expected


def test_no_turn_is_no_touch() -> None:
    assert not step("rotate", degrees=0).apply(of(corners())).touched


def test_an_odd_angle_keeps_the_whole_picture_and_fills_the_corners() -> None:
    result = done(corners(), "rotate", degrees=30, fill="#0080ff")
    assert result.size == (72, 65)  # 60·cos + 40·sin, 60·sin + 40·cos
    assert at_corners(result) == [(0, 128, 255)] * 4
    assert result.getpixel((36, 32))[0] > 60  # type: ignore[index] # the middle is picture
    # Clockwise: the middle of the red quarter goes up and to the right, that of the blue one to the left.
    assert result.getpixel((28, 16)) == RED
    assert result.getpixel((18, 33)) == BLUE


def test_an_odd_angle_there_and_back_is_the_same_picture() -> None:
    image = photo(200, 150)
    there = done(image, "rotate", degrees=17.3)
    back = done(there, "rotate", degrees=-17.3)
    left, top = (back.width - 200) // 2, (back.height - 150) // 2
    inner = (20, 20, 180, 130)
    assert difference(back.crop((left, top, left + 200, top + 150)).crop(inner), image.crop(inner)) < 4


def test_edges_are_blended_not_stairs() -> None:
    turned_square = done(Image.new("L", (80, 80), 0), "rotate", degrees=10)
    column = pixels(turned_square.crop((40, 0, 41, 40)))
    assert column[0] == 255
    assert column[-1] == 0
    assert any(0 < value < 255 for value in column)
    assert column == sorted(column, reverse=True)  # no ring of another shade between fill and picture


def test_transparency_is_weighted_and_stays() -> None:
    image = Image.new("RGBA", (60, 60), (0, 0, 0, 0))  # black under the transparency: it must not be seen at edges
    image.paste((255, 0, 0, 255), (20, 20, 40, 40))
    result = done(image, "rotate", degrees=45, fill="#ffffff00")
    assert result.mode == "RGBA"
    assert at_corners(result) == [(0, 0, 0, 0)] * 4
    seen = [pixel for pixel in pixels(result) if pixel[3] > 40]
    assert seen
    assert all(red > 240 and green < 12 for red, green, _, _ in seen)


def test_a_see_through_fill_gives_a_picture_transparency_and_grey_stays_grey() -> None:
    clear = done(corners(), "rotate", degrees=20, fill="#00000000")
    assert (clear.mode, clear.getpixel((0, 0))[3], clear.getpixel((36, 30))[3]) == ("RGBA", 0, 255)  # type: ignore[index]
    assert done(Image.new("L", (20, 20), 9), "rotate", degrees=20).mode == "L"
    assert done(Image.new("L", (20, 20), 9), "rotate", degrees=20, fill="#ff0000").mode == "RGB"


@given(st.sampled_from(list(Turn)), st.integers(1, 9), st.integers(1, 9), st.data())
def test_a_box_turns_with_its_picture(turn: Turn, width: int, height: int, data: st.DataObject) -> None:
    left, top = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
    right, bottom = data.draw(st.integers(left + 1, width)), data.draw(st.integers(top + 1, height))
    image = Image.frombytes("L", (width, height), bytes(range(width * height)))
    box = turned((left, top, right, bottom), image.size, turn)
    inside = image.transpose(turn).crop(tuple(int(side) for side in box))
    assert inside.tobytes() == image.crop((left, top, right, bottom)).transpose(turn).tobytes()
