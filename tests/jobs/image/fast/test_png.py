"""PNG streams unpacked by the quick package: the same picture, and Pillow's verdict on everything odd."""

import gc
import io
import random
import struct
import subprocess
import sys
import weakref
import zlib
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from app.jobs.image.fast import png
from app.jobs.image.probe import DECODER_ERRORS
from tests.jobs.image.samples import noisy

SIZE = (160, 90)  # above MIN_PIXELS


@pytest.fixture(autouse=True)
def _installed() -> None:
    pytest.importorskip("isal")


def saved(image: Image.Image, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", **options)
    return file.getvalue()


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    at, found = 8, []
    while at < len(data):
        length = int.from_bytes(data[at : at + 4])
        found.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += length + 12
    return found


def joined(parts: list[tuple[bytes, bytes]]) -> bytes:
    out = [b"\x89PNG\r\n\x1a\n"]
    for name, body in parts:
        out += [len(body).to_bytes(4), name, body, zlib.crc32(name + body).to_bytes(4)]
    return b"".join(out)


def split(data: bytes, sizes: list[int]) -> bytes:
    """The same picture with its stream in pieces of `sizes`, and the rest."""
    parts = chunks(data)
    stream = b"".join(body for name, body in parts if name == b"IDAT")
    pieces = []
    for size in sizes:
        pieces.append((b"IDAT", stream[:size]))
        stream = stream[size:]
    before = [part for part in parts if part[0] not in (b"IDAT", b"IEND")]
    return joined([*before, *pieces, (b"IDAT", stream), (b"IEND", b"")])


def interlaced(image: Image.Image) -> bytes:
    """Adam7, which Pillow reads and does not write (PNG specification, 8.2)."""
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    width, height = image.size
    raw = bytearray()
    for left, top, across, down in passes:
        for y in range(top, height, down):
            raw += b"\0" + b"".join(bytes(image.getpixel((x, y))) for x in range(left, width, across))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 1)
    return joined([(b"IHDR", header), (b"IDAT", zlib.compress(bytes(raw))), (b"IEND", b"")])


def both(data: bytes) -> tuple[Image.Image, Image.Image]:
    """Opened twice and decoded: Pillow's way, the quick way."""
    plain, quick = (Image.open(io.BytesIO(data), formats=["PNG"]) for _ in range(2))
    plain.load()
    with png.quick(quick) as really:
        assert really
        quick.load()
    return plain, quick


@pytest.mark.parametrize("mode", ["1", "L", "LA", "RGB", "RGBA", "P", "I;16"])
@pytest.mark.parametrize("level", [0, 1, 9])
def test_every_mode_is_the_same(mode: str, level: int) -> None:
    image = noisy(*SIZE)
    image = (
        image.quantize(40)
        if mode == "P"
        else image.convert("L").convert("I").convert(mode)
        if mode == "I;16"
        else image.convert(mode)
    )
    plain, quick = both(saved(image, compress_level=level))
    assert (quick.mode, quick.size, quick.info) == (plain.mode, plain.size, plain.info)
    assert quick.tobytes() == plain.tobytes() == image.tobytes()
    assert quick.getpalette() == plain.getpalette()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 3_000), max_size=6), st.booleans())
def test_however_the_stream_is_cut(sizes: list[int], packed: bool) -> None:
    image = noisy(*SIZE)
    plain, quick = both(split(saved(image, compress_level=9 if packed else 0), sizes))
    assert quick.tobytes() == plain.tobytes() == image.tobytes()


def test_interlaced() -> None:
    image = noisy(*SIZE)
    plain, quick = both(interlaced(image))
    assert quick.tobytes() == plain.tobytes() == image.tobytes()


def test_what_stands_behind_the_pixels_is_read() -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Title", "Harbour")
    data = saved(noisy(*SIZE), pnginfo=texts, exif=b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0")
    parts = chunks(data)
    plain, quick = both(joined([*parts[:-1], (b"tEXt", b"Comment\0behind"), parts[-1]]))
    assert quick.text == plain.text == {"Title": "Harbour", "Comment": "behind"}
    assert quick.info == plain.info


def test_animations_and_tiny_pictures_are_left_alone() -> None:
    file = io.BytesIO()
    noisy(*SIZE).save(file, "PNG", save_all=True, append_images=[noisy(*SIZE).rotate(180)])
    for image in (Image.open(file), Image.open(io.BytesIO(saved(noisy(20, 20)))), noisy(*SIZE)):
        with png.quick(image) as really:
            assert not really


def test_a_stream_of_another_size_than_the_header_says() -> None:
    """Too long: what is too much is not read. Too short: the quick way gives up, and Pillow judges."""
    parts = dict(chunks(saved(noisy(*SIZE))))
    for rows, reads in ((SIZE[1] - 10, True), (SIZE[1] + 10, False)):
        header = parts[b"IHDR"][:4] + rows.to_bytes(4) + parts[b"IHDR"][8:]
        stream = b"".join(body for name, body in chunks(saved(noisy(*SIZE))) if name == b"IDAT")
        data = joined([(b"IHDR", header), (b"IDAT", stream), (b"IEND", b"")])
        if reads:
            plain, quick = both(data)
            assert quick.tobytes() == plain.tobytes()
        else:
            image = Image.open(io.BytesIO(data))
            with png.quick(image), pytest.raises(OSError, match="ends before the picture"):
                image.load()


def test_a_bomb_stops_when_the_picture_is_full() -> None:
    stream = zlib.compress(bytes(60_000_000), 9)
    header = struct.pack(">IIBBBBB", 200, 200, 8, 2, 0, 0, 0)
    plain, quick = both(joined([(b"IHDR", header), (b"IDAT", stream), (b"IEND", b"")]))
    assert quick.tobytes() == plain.tobytes()


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 5))
def test_damage_ends_in_pillows_picture_or_in_a_known_complaint(seed: int, count: int) -> None:
    chance = random.Random(seed)
    data = bytearray(saved(noisy(*SIZE)))
    for _ in range(count):
        data[chance.randrange(33, len(data))] = chance.randrange(256)
    if chance.random() < 0.3:
        del data[chance.randrange(60, len(data)) :]
    results: list[bytes | None] = []
    for quick in (False, True):
        try:
            image = Image.open(io.BytesIO(data), formats=["PNG"])
            with png.quick(image) if quick else nullcontext():
                results.append(image.tobytes())
        except DECODER_ERRORS:
            results.append(None)
    # The quick way may give up where Pillow goes on; where it does not, it has the same picture.
    assert results[1] is None or results[0] == results[1]


def test_a_picture_goes_with_its_last_user() -> None:
    image = Image.open(io.BytesIO(saved(noisy(*SIZE))))
    gone = weakref.ref(image)
    gc.disable()
    try:
        with png.quick(image):
            image.load()
        del image
        assert gone() is None
    finally:
        gc.enable()


def test_without_the_package_pillow_unpacks() -> None:
    code = """
import sys
sys.modules["isal"] = None
import io
from PIL import Image
from app.jobs.image.fast import png
file = io.BytesIO()
Image.new("RGB", (200, 200)).save(file, "PNG")
with png.quick(Image.open(file)) as really:
    assert not really
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[4], timeout=60)
