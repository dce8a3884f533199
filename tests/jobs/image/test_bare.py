"""A file that is kept as it is: nothing hides in it."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, TiffImagePlugin

from app.jobs.image.bare import is_bare
from app.jobs.registry import kind
from tests.jobs.context import run_one
from tests.jobs.image.samples import photo, recipe

SECRET = b"GPS 52.5167 N 13.4000 E"
LABELS = {"png": "PNG", "webp": "WEBP", "gif": "GIF", "avif": "AVIF"}


def stored(label: str, **options: object) -> bytes:
    """A picture that no encoding of ours makes smaller."""
    image = photo(120, 90)
    made = io.BytesIO()
    few = image.quantize(16) if label in ("PNG", "GIF") else image
    few.save(made, label, **({"quality": 1} if label in ("WEBP", "AVIF") else {}), **options)
    return made.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def animation(label: str) -> bytes:
    made = io.BytesIO()
    frames = [photo(60 + 0 * n, 40).point(lambda value, n=n: value // (n + 1)) for n in range(3)]
    frames[0].save(made, label, save_all=True, append_images=frames[1:], duration=80, loop=0)
    return made.getvalue()


@pytest.mark.parametrize("name", LABELS)
def test_what_encoders_write_is_bare(name: str) -> None:
    assert is_bare(stored(LABELS[name]), name)
    assert is_bare(animation(LABELS[name]), name)


@pytest.mark.parametrize("name", LABELS)
def test_what_follows_the_end_is_seen(name: str) -> None:
    assert not is_bare(stored(LABELS[name]) + SECRET, name)


@pytest.mark.parametrize("name", ["tiff", "bmp", "jpeg"])
def test_other_formats_are_never_bare(name: str) -> None:
    assert not is_bare(stored("PNG"), name)


@given(data=st.binary(max_size=200), name=st.sampled_from(sorted(LABELS)))
def test_anything_is_answered(data: bytes, name: str) -> None:
    assert is_bare(data, name) in (True, False)


def hidden(place: Path) -> list[Path]:
    """Files with the secret where no reader of metadata looks."""
    png, gif, avif = stored("PNG"), stored("GIF"), stored("AVIF")
    table = 13 + (3 << (gif[10] & 7) + 1)
    files = {
        "behind.png": png + SECRET,
        "private.png": png[:33] + chunk(b"gpSx", SECRET) + png[33:],
        "behind.webp": stored("WEBP") + SECRET,
        "private.gif": gif[:table] + b"\x21\xff\x0bGPSDATA0001" + bytes([len(SECRET)]) + SECRET + b"\0" + gif[table:],
        "private.avif": avif + struct.pack(">I", 8 + len(SECRET)) + b"uuid" + SECRET,
    }
    for name, data in files.items():
        (place / name).write_bytes(data)
    made = [place / name for name in files]
    for tag in (34737, 65000):  # GeoTIFF, private
        tags = TiffImagePlugin.ImageFileDirectory_v2()
        tags[tag] = SECRET.decode()
        path = place / f"{tag}.tif"
        photo(120, 90).save(path, compression="tiff_lzw", tiffinfo=tags)
        made.append(path)
    second = photo(50, 40)
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[270] = SECRET.decode()
    second.encoderinfo = {"tiffinfo": tags}  # how Pillow takes tags of a later page
    path = place / "page 2.tif"
    photo(120, 90).save(path, compression="tiff_adobe_deflate", save_all=True, append_images=[second])
    return [*made, path]


@pytest.mark.parametrize("mode", ["all-but-location", "copyright", "none"])
def test_a_place_that_hides_outside_the_metadata_does_not_get_through(tmp_path: Path, mode: str) -> None:
    for path in hidden(tmp_path):
        assert SECRET in path.read_bytes(), path.name
        result, _ = run_one(kind("image"), path, recipe(outputs=[{"metadata": mode}]), tmp_path / "out")
        written = Path(result.outputs[0]).read_bytes()
        assert SECRET not in written, path.name
        with Image.open(io.BytesIO(written)) as image:
            image.load()
