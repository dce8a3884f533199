"""Transparency in a GIF, whose pixels are there or not."""

from pathlib import Path

from PIL import Image, ImageOps

from tests.jobs.image.samples import difference, photo, saved
from tests.jobs.image.test_run import work


def test_a_gif_keeps_what_is_clear_and_fills_under_what_is_half_clear(tmp_path: Path) -> None:
    image = photo().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    path = saved(tmp_path / "a.png", image)
    made, codes = work(path, tmp_path / "out", outputs=[{"format": "gif", "background": "#00ff00"}])
    assert codes == ["ALPHA_FLATTENED"]
    written, clear = made.convert("RGBA"), image.getchannel("A").point(lambda value: 255 if value < 128 else 0)
    assert difference(ImageOps.invert(written.getchannel("A")), clear) == 0
    expected = Image.alpha_composite(Image.new("RGBA", image.size, "#00ff00"), image)
    for one in (written, expected):
        one.paste((0, 0, 0, 0), mask=clear)
    assert difference(written, expected) < 4


def test_a_gif_says_nothing_where_pixels_are_clear_or_not(tmp_path: Path) -> None:
    image = photo().convert("RGBA")
    image.paste((0, 0, 0, 0), (100, 100, 200, 200))
    made, codes = work(saved(tmp_path / "a.png", image), tmp_path / "out", outputs=[{"format": "gif"}])
    assert codes == []
    assert difference(made.convert("RGBA").getchannel("A"), image.getchannel("A")) == 0
    solid = photo().convert("RGBA")
    made, codes = work(saved(tmp_path / "b.png", solid), tmp_path / "out", outputs=[{"format": "gif"}])
    assert codes == []
    assert "transparency" not in made.info
    plain, _ = work(saved(tmp_path / "c.png"), tmp_path / "out", outputs=[{"format": "gif"}])
    assert difference(made, plain) == 0
