"""Watermark: where the mark is, how large, how strong, and what it says."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from app.jobs.base import JobError
from app.jobs.image import lettering
from tests.jobs.image.pictures import ORIGIN, done, of, pixels, step
from tests.jobs.image.samples import photo, saved

GREY = (100, 100, 100)


def marked(image: Image.Image, /, **keys: Any) -> tuple[int, int, int, int]:
    """The box of what a watermark changed in a flat picture."""
    result = done(image, "watermark", **keys)
    box = ImageChops.difference(result.convert("RGB"), image.convert("RGB")).getbbox()
    assert box is not None
    return box


@pytest.fixture
def logo(tmp_path: Path) -> str:
    return str(saved(tmp_path / "logo.png", Image.new("RGB", (40, 40), (255, 0, 0))))


@pytest.mark.parametrize(
    ("anchor", "box"),
    [
        ("north-west", (0, 0, 20, 20)), ("north", (90, 0, 110, 20)), ("north-east", (180, 0, 200, 20)),
        ("west", (0, 40, 20, 60)), ("center", (90, 40, 110, 60)), ("east", (180, 40, 200, 60)),
        ("south-west", (0, 80, 20, 100)), ("south", (90, 80, 110, 100)), ("south-east", (180, 80, 200, 100)),
    ],
)  # fmt: skip
def test_nine_anchors_and_a_size_of_the_short_edge(logo: str, anchor: str, box: tuple[int, int, int, int]) -> None:
    flat = Image.new("RGB", (200, 100), GREY)
    assert marked(flat, image=logo, anchor=anchor, size=20, opacity=1, offset=[0, 0]) == box
    tall = Image.new("RGB", (100, 200), GREY)
    left, top, right, bottom = marked(tall, image=logo, anchor=anchor, size=20, opacity=1, offset=[0, 0])
    assert (right - left, bottom - top) == (20, 20)


@pytest.mark.parametrize(
    ("anchor", "box"),
    [("south-east", (170, 70, 190, 90)), ("north-west", (10, 10, 30, 30)), ("center", (100, 50, 120, 70))],
)
def test_offsets_lead_inwards(logo: str, anchor: str, box: tuple[int, int, int, int]) -> None:
    flat = Image.new("RGB", (200, 100), GREY)
    assert marked(flat, image=logo, anchor=anchor, size=20, opacity=1, offset=[5, 10]) == box


def test_what_sticks_out_is_cut_off(logo: str) -> None:
    flat = Image.new("RGB", (200, 100), GREY)
    assert marked(flat, image=logo, anchor="north-west", size=20, opacity=1, offset=[-5, 0]) == (0, 0, 10, 20)
    assert done(flat, "watermark", image=logo, anchor="west", offset=[-50, 0]).tobytes() == flat.tobytes()


def test_opacity_mixes(logo: str) -> None:
    flat = Image.new("RGB", (200, 100), GREY)
    result = done(flat, "watermark", image=logo, anchor="center", opacity=0.25)
    red, green, blue = result.getpixel((100, 50))  # type: ignore[misc]
    assert (abs(red - 139) <= 1, abs(green - 75) <= 1, abs(blue - 75) <= 1) == (True, True, True)
    assert done(flat, "watermark", image=logo, opacity=0).tobytes() == flat.tobytes()


def test_a_mark_on_nothing_is_seen_and_the_rest_stays_clear(logo: str) -> None:
    result = done(Image.new("RGBA", (100, 100)), "watermark", image=logo, anchor="center", size=20, opacity=1)
    assert result.getpixel((50, 50)) == (255, 0, 0, 255)
    assert result.getpixel((5, 5)) == (0, 0, 0, 0)


def test_grey_becomes_colour_only_for_a_mark_of_colour(logo: str, tmp_path: Path) -> None:
    grey = Image.new("L", (100, 100), 50)
    assert done(grey, "watermark", image=logo).mode == "RGB"
    plain = str(saved(tmp_path / "plain.png", Image.new("L", (9, 9), 200)))
    assert done(grey, "watermark", image=plain).mode == "L"
    assert done(grey, "watermark", text="a").mode == "L"


def test_tiles_cover_the_picture(logo: str) -> None:
    flat = Image.new("RGB", (400, 300), GREY)
    result = done(flat, "watermark", image=logo, size=10, tile=True, opacity=1)
    for box in ((0, 0, 100, 100), (150, 100, 250, 200), (300, 200, 400, 300)):
        part = ImageChops.difference(result, flat).crop(box)
        share = sum(1 for pixel in pixels(part) if any(pixel)) / 10_000
        assert 0.15 < share < 0.6


def test_a_relative_image_lies_beside_the_input(tmp_path: Path) -> None:
    saved(tmp_path / "logo.png", Image.new("RGB", (40, 40), (255, 0, 0)))
    origin = ORIGIN.__class__("a.jpg", str(tmp_path), {})
    for name in ("logo.png", "{source}/logo.png"):
        made = step("watermark", image=name, anchor="center", opacity=1)
        result = made.apply(of(Image.new("RGB", (99, 99), GREY), origin=origin)).first
        assert result.getpixel((50, 50)) == (255, 0, 0)


def test_an_image_that_cannot_be_used_says_so(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    for content, code in ((None, "SOURCE_GONE"), (b"", "EMPTY_FILE"), (b"no picture", "NOT_AN_IMAGE")):
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(JobError, match=r"The watermark cannot be used: logo\.png") as caught:
            done(photo(), "watermark", image=str(path))
        assert caught.value.failure.code == code


def test_a_changed_image_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    for color in ((255, 0, 0), (0, 0, 255)):
        saved(path, Image.new("RGB", (40 + color[2], 40), color))
        result = done(Image.new("RGB", (99, 99), GREY), "watermark", image=str(path), anchor="center", opacity=1)
        assert result.getpixel((50, 50)) == color


def test_text_is_as_high_as_asked_and_legible_on_both() -> None:
    for shade in (0, 255):
        flat = Image.new("RGB", (900, 300), (shade, shade, shade))
        left, top, right, bottom = marked(flat, text="Hxg", size=20, opacity=1)
        assert 40 <= bottom - top <= 80  # letters of 60 pixels, with what hangs down, without the air above
        assert right <= 900 * 0.98 + 1
        assert bottom <= 300 * 0.98 + 1
        assert left > 450


def test_long_text_is_made_to_fit() -> None:
    flat = Image.new("RGB", (300, 300), GREY)
    left, _, right, _ = marked(flat, text="A sentence that is far too long for its letters", size=20)
    assert left >= 0
    assert 200 < right - left <= 300


def test_tokens_are_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    real = lettering.drawn

    def listening(text: str, height: int, color: str, room: int) -> tuple[Image.Image, str]:
        said.append(text)
        return real(text, height, color, room)

    monkeypatch.setattr(lettering, "drawn", listening)
    done(photo(200, 100), "watermark", text="{name} {n:03} {w}×{h}")
    assert said == ["a 007 200×100"]


def test_letters_without_a_font_are_named() -> None:
    picture = step("watermark", text="a \U0010fffe").apply(of(photo()))
    assert [(note.code, "\U0010fffe" in note.message) for note in picture.notes] == [("LETTERS_MISSING", True)]
    assert step("watermark", text="Größe ©").apply(of(photo())).notes == ()


def test_all_frames_carry_the_mark(logo: str) -> None:
    frames = [Image.new("RGB", (50, 50), (value, value, value)) for value in (0, 100)]
    result = step("watermark", image=logo, anchor="center", opacity=1).apply(of(*frames, animated=True))
    assert [frame.getpixel((25, 25)) for frame in result.frames] == [(255, 0, 0)] * 2
    pages = step("watermark", image=logo, size=20, anchor="south-east", opacity=1, offset=[0, 0]).apply(
        of(Image.new("L", (100, 100)), Image.new("L", (50, 200)))
    )
    assert [frame.getpixel((frame.width - 11, frame.height - 11)) for frame in pages.frames] == [(255, 0, 0), (0, 0, 0)]
