"""Sizes from headers without Pillow, and the memory that is reckoned from them."""

import io
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.jobs.image import header
from app.jobs.image.formats import FORMATS
from app.jobs.image.header import Header
from app.jobs.image.reckon import BYTES_A_PIXEL, of_header
from tests.jobs.context import plan_one
from tests.jobs.image.samples import exif_block, photo, recipe, saved
from tests.jobs.image.test_run import KIND, animation

LABELS = {"jpeg": "JPEG", "png": "PNG", "gif": "GIF", "bmp": "BMP", "webp": "WEBP", "tiff": "TIFF", "avif": "AVIF"}


def read(data: bytes, name: str) -> Header | None:
    return header.read(io.BytesIO(data), name, len(data))


def stored(name: str, image: Image.Image, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, LABELS[name], **options)
    return buffer.getvalue()


@cache
def small(name: str) -> bytes:
    return stored(name, photo(30, 20))


@pytest.mark.parametrize("name", list(LABELS))
@pytest.mark.parametrize("size", [(1, 1), (7, 300), (1023, 66)])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
def test_sizes_are_those_of_the_file(name: str, size: tuple[int, int], mode: str) -> None:
    mode = "RGB" if mode == "RGBA" and name in ("jpeg", "bmp") else mode
    assert read(stored(name, photo(*size).convert(mode)), name) == Header(size)


def test_variants() -> None:
    assert read(stored("jpeg", photo(), exif=exif_block(6), progressive=True, comment=b"x" * 60_000), "jpeg") == Header(
        (320, 240)
    )
    assert read(stored("webp", photo(), lossless=True), "webp") == Header((320, 240))
    assert read(stored("webp", photo(), exif=exif_block(1)), "webp") == Header((320, 240))
    old = b"BM" + bytes(12) + b"\x0c\0\0\0" + b"\x40\x01\xf0\0" + b"\1\0\x18\0"
    assert read(old, "bmp") == Header((320, 240))


@pytest.mark.parametrize("name", ["gif", "png", "webp"])
def test_frames(tmp_path: Path, name: str) -> None:
    path = animation(tmp_path / f"a.{name}", duration=100)
    assert read(path.read_bytes(), name) == Header((60, 40), 4)


def test_pages_and_the_largest_of_them(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    photo(50, 40).save(path, save_all=True, append_images=[photo(200, 100), photo(10, 10)])
    assert read(path.read_bytes(), "tiff") == Header((200, 100), 3)


@pytest.mark.parametrize("name", list(LABELS))
@given(cut=st.integers(0, 400), noise=st.binary(max_size=60))
def test_damage_is_no_error(name: str, cut: int, noise: bytes) -> None:
    data = small(name)[:cut] + noise
    found = read(data, name)
    assert found is None or found.frames >= 1


def reckoned(size: tuple[int, int], frames: int = 1, source: str = "jpeg", **keys: Any) -> float:
    """Megapixels that the memory is reckoned for."""
    return of_header(Header(size, frames), FORMATS[source], 0, recipe(**keys)) / BYTES_A_PIXEL / 1e6


def shrink(size: int) -> dict[str, Any]:
    return {"do": "resize", "mode": "long-edge", "size": size}


@pytest.mark.parametrize(
    ("given_", "megapixels"),
    [
        (dict(size=(4000, 3000)), 12),
        (dict(size=(12_000, 9000)), 108),
        (dict(size=(12_000, 9000), steps=[shrink(1600)]), 6.75),  # at a quarter
        (dict(size=(12_000, 9000), steps=[shrink(1600)], source="png"), 108),
        (dict(size=(12_000, 9000), outputs=[{}, {"steps": [shrink(1600)]}]), 108),
        (dict(size=(4000, 3000), steps=[{"do": "border", "size": 1000}]), 30),
        (dict(size=(4000, 3000), steps=[{"do": "resize", "mode": "percent", "size": 200, "enlarge": True}]), 48),
        (dict(size=(1000, 1000), frames=20, source="gif"), 20),
        (dict(size=(4000, 3000), frames=20, source="gif", outputs=[{"frames": "first"}]), 12),
        (dict(size=(4000, 3000), frames=20, source="gif", outputs=[{"format": "jpeg"}]), 12),
        (dict(size=(4000, 3000), frames=3, source="tiff", outputs=[{"frames": "split", "format": "jpeg"}]), 36),
        (dict(size=(4000, 3000), frames=3, source="tiff", outputs=[{"format": "pdf"}]), 36),
        (dict(size=(4000, 3000), outputs=[{"format": "avif"}]), 12 * 30 / BYTES_A_PIXEL),
        (dict(size=(4000, 3000), steps=[{"do": "adjust", "sharpen": 1}]), 12 * 22 / BYTES_A_PIXEL),
        (dict(size=(4000, 3000), steps=[{"do": "rotate", "degrees": 90}]), 12),
        (dict(size=(4000, 4000), steps=[{"do": "rotate", "degrees": 45}]), 5657**2 / 1e6 * 26 / BYTES_A_PIXEL),
    ],
)  # fmt: skip
def test_memory_follows_what_is_decoded_and_made(given_: dict[str, Any], megapixels: float) -> None:
    assert reckoned(**given_) == pytest.approx(megapixels, rel=0.001)


def test_the_plan_tells_it(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", Image.new("L", (3000, 2000)))
    assert plan_one(KIND, path, recipe(), tmp_path).memory == round(6e6 * BYTES_A_PIXEL) + path.stat().st_size
    assert plan_one(KIND, saved(tmp_path / "b.png"), recipe(), tmp_path).memory == 0
    (tmp_path / "c.png").write_bytes(b"what")
    assert plan_one(KIND, tmp_path / "c.png", recipe(), tmp_path).memory == 0
