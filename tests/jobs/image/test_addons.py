"""Formats that packages beside Dropmill read, where these are installed."""

import struct
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.jobs.base import JobError
from app.jobs.image import exif, ifd
from app.jobs.image.addons import reader
from app.jobs.image.formats import HEIC, JXL, PSD, RAW, AddOn
from app.jobs.image.probe import opened
from app.jobs.registry import kind
from tests.jobs.context import run_one, source_of
from tests.jobs.image.samples import difference, exif_block, photo, recipe

KIND = kind("image")


def work(path: Path, out: Path, **keys: Any) -> tuple[Image.Image, list[str]]:
    result, context = run_one(KIND, path, recipe(outputs=[{"format": "png", **keys}]), out)
    with Image.open(result.outputs[0]) as image:
        image.load()
        return image, context.codes


def test_what_nothing_reads_has_no_reader() -> None:
    assert reader(PSD) is None


def test_heic(tmp_path: Path) -> None:
    module = pytest.importorskip("pillow_heif")
    module.register_heif_opener()
    path = tmp_path / "a.heic"
    photo().rotate(90, expand=True).save(path, "HEIF", quality=90, exif=exif_block(6))
    made, codes = work(path, tmp_path / "out")
    assert (made.size, codes) == ((320, 240), [])
    assert difference(made, photo()) < 4
    info = made.getexif()
    assert info[0x8298] == "(c) Someone"
    assert info.get_ifd(exif.GPS_IFD) == {}
    assert info.get(exif.ORIENTATION, 1) == 1
    same, _ = run_one(KIND, path, recipe(), tmp_path / "same")
    assert same.outputs[0].endswith("a.jpg")
    rewritten, _ = run_one(
        KIND, path, recipe(steps=[{"do": "metadata-only"}], outputs=[{"metadata": "copyright"}]), tmp_path / "copyright"
    )
    with Image.open(path) as old, Image.open(rewritten.outputs[0]) as new:
        assert difference(old, new) == 0
        assert new.getexif()[0x8298] == "(c) Someone"
        assert 0x010F not in new.getexif()
    path.write_bytes(path.read_bytes()[:900])
    with pytest.raises(JobError) as caught:
        work(path, tmp_path / "out")
    assert caught.value.failure.code == "CORRUPT"


def test_jpeg_xl(tmp_path: Path) -> None:
    pytest.importorskip("pillow_jxl")
    path = tmp_path / "a.jxl"
    photo().save(path, "JXL", quality=90)
    made, codes = work(path, tmp_path / "out")
    assert (made.size, codes) == ((320, 240), [])
    assert difference(made, photo()) < 4


def negative(width: int = 320, height: int = 240) -> bytes:
    """The smallest DNG: uncompressed 16-bit sensor values behind a Bayer filter, brighter to the right."""

    def value(tag: int, kind_: int, *numbers: int) -> ifd.Value:
        code = {1: "B", 3: "H", 4: "I", 5: "I", 10: "i"}[kind_]
        count = len(numbers) // 2 if kind_ in (5, 10) else len(numbers)
        return ifd.Value(tag, kind_, count, struct.pack(f"<{len(numbers)}{code}", *numbers))

    one = (1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1)
    values = [
        value(254, 4, 0), value(256, 4, width), value(257, 4, height), value(258, 3, 16), value(259, 3, 1),
        value(262, 3, 32803), ifd.text(271, "Camera"), ifd.text(272, "One"), value(274, 3, 1), value(277, 3, 1),
        value(278, 4, height), value(279, 4, width * height * 2), ifd.text(exif.COPYRIGHT, "(c) Someone"),
        value(33421, 3, 2, 2), value(33422, 1, 0, 1, 1, 2), value(50706, 1, 1, 4, 0, 0), ifd.text(50708, "Camera One"),
        value(50717, 4, 65_535), value(50721, 10, *one), value(50728, 5, 1, 1, 1, 1, 1, 1), value(50778, 3, 21),
    ]  # fmt: skip
    length = 8 + len(ifd.directory([*values, value(273, 4, 0)], "<", 8))
    row = struct.pack(f"<{width}H", *(x * 65_535 // width for x in range(width)))
    return b"II*\0\x08\0\0\0" + ifd.directory([*values, value(273, 4, length)], "<", 8) + row * height


def test_camera_raw(tmp_path: Path) -> None:
    pytest.importorskip("rawpy")
    path = tmp_path / "a.dng"
    path.write_bytes(negative())
    made, _ = work(path, tmp_path / "out")
    assert abs(made.width - 320) <= 8
    grey = made.convert("L")
    assert grey.getpixel((30, 100)) < grey.getpixel((280, 100))  # type: ignore[operator]
    assert made.getexif()[0x8298] == "(c) Someone"
    with pytest.raises(JobError) as caught, opened(source_of(path), {"max_pixels": 1000}):
        pass
    assert caught.value.failure.code == "TOO_LARGE"
    path.write_bytes(negative()[:300])
    with pytest.raises(JobError) as caught:
        work(path, tmp_path / "out")
    assert caught.value.failure.code == "CORRUPT"


def test_an_add_on_that_does_not_start_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pillow_heif.py").write_text("raise ImportError('libheif is of another age')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "pillow_heif", raising=False)
    path = tmp_path / "a.heic"
    path.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    with pytest.raises(JobError, match="does not start") as caught:
        work(path, tmp_path / "out")
    assert caught.value.failure.code == "UNSUPPORTED"
    assert "another age" in caught.value.failure.detail


@pytest.mark.parametrize(
    ("add_on", "name", "head", "package"),
    [
        (HEIC, "a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "pillow-heif"),
        (JXL, "a.jxl", b"\xff\x0a" + bytes(40), "pillow-jxl-plugin"),
        (RAW, "a.nef", b"II*\0\x08\0\0\0", "rawpy"),
    ],
)
def test_what_is_not_installed_is_named(tmp_path: Path, add_on: AddOn, name: str, head: bytes, package: str) -> None:
    path = tmp_path / name
    path.write_bytes(head)
    with pytest.raises(JobError) as caught:
        work(path, tmp_path / "out")
    failure = caught.value.failure
    assert failure.code == ("UNSUPPORTED" if reader(add_on) is None else "CORRUPT")
    assert name in failure.message
    assert add_on.label in failure.message
    assert (package in failure.message) == (reader(add_on) is None)
