"""Metadata that a format has no place for: what is missed, and what nobody misses."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from tests.jobs.context import run_one
from tests.jobs.image.samples import XMP, exif_block, recipe, saved
from tests.jobs.image.test_run import KIND, SMALL, meta_source, tight


@pytest.mark.parametrize(
    ("target", "words"), [("gif", "EXIF, XMP and IPTC"), ("bmp", "EXIF, XMP and IPTC"), ("pdf", "EXIF, XMP and IPTC"),
                          ("webp", "IPTC"), ("avif", "IPTC"), ("jpeg", ""), ("png", ""), ("tiff", "")],
)  # fmt: skip
def test_metadata_that_a_format_cannot_hold_is_said(tmp_path: Path, target: str, words: str) -> None:
    path = meta_source(tmp_path, "a.jpg")
    _, context = run_one(KIND, path, recipe(steps=[SMALL], outputs=[{"format": target}]), tmp_path / "out")
    said = [text for code, text in context.warnings if code == "META_DROPPED"]
    assert [f"({words})" in text and target in text.lower() for text in said] == [True] * bool(words)


@pytest.mark.parametrize("target", ["gif", "bmp", "pdf"])
def test_metadata_that_is_not_wanted_is_not_missed(tmp_path: Path, target: str) -> None:
    path = meta_source(tmp_path, "a.jpg")
    _, context = run_one(KIND, path, recipe(outputs=[{"format": target, "metadata": "none"}]), tmp_path / "out")
    assert context.codes == []
    plain = saved(tmp_path / "plain.jpg", exif=exif_of({0x0112: 1, 0x011A: 72.0, 0x0213: 1}), dpi=(72, 72))
    _, context = run_one(KIND, plain, recipe(outputs=[{"format": target, "metadata": "all"}]), tmp_path / "out")
    assert context.codes == []


@pytest.mark.parametrize("mode", ["none", "copyright", "all"])
def test_a_turn_that_a_format_cannot_say_is_said(tmp_path: Path, mode: str) -> None:
    path = saved(tmp_path / "a.jpg", exif=exif_of({0x0112: 6}))
    keys = {"steps": [{"do": "orient", "auto": False}], "outputs": [{"format": "gif", "metadata": mode}]}
    _, context = run_one(KIND, path, recipe(**keys), tmp_path / "out")
    assert context.codes == ["META_DROPPED"]


def test_texts_are_missed_only_where_everything_is_asked_for(tmp_path: Path) -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Software", "a painter")
    png = saved(tmp_path / "a.png", pnginfo=texts)
    note = saved(tmp_path / "b.jpg", comment=b"a note")
    for path, target in ((png, "jpeg"), (note, "webp")):
        for mode, codes in (("all", ["META_DROPPED"]), ("all-but-location", []), ("none", [])):
            _, context = run_one(KIND, path, recipe(outputs=[{"format": target, "metadata": mode}]), tmp_path / mode)
            assert context.codes == codes


def test_an_original_that_is_kept_with_its_metadata_misses_none(tmp_path: Path) -> None:
    path = tight(tmp_path / "a.webp", exif=exif_block(1), xmp=XMP)
    _, context = run_one(KIND, path, recipe(outputs=[{"metadata": "all"}]), tmp_path / "out")
    assert "META_DROPPED" not in context.codes


def exif_of(tags: dict[int, Any]) -> Image.Exif:
    info = Image.Exif()
    for tag, value in tags.items():
        info[tag] = value
    return info
