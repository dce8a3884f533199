"""More bits and more light than outputs can show, told by headers."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.image import light
from app.jobs.image.isobmff import properties
from app.jobs.image.light import Light
from app.jobs.image.png import first_chunks
from tests.jobs.image.odd import base, chunk, png, saved
from tests.jobs.image.samples import photo
from tests.jobs.image.test_run import work


def avif(depth: int = 0, transfer: int = 13) -> bytes:
    """An AVIF that says so of itself. (Pillow writes 8 bits only; the header is all that is asked here.)"""
    data = bytearray(saved(base(), "AVIF"))
    at = data.index(b"av1C") + 4
    data[at + 2] |= depth
    color = data.index(b"colrnclx") + 8
    data[color + 2 : color + 4] = transfer.to_bytes(2)
    return bytes(data)


@pytest.mark.parametrize(
    ("depth", "transfer", "said"),
    [
        (0, 13, Light()),
        (0x40, 13, Light(10)),
        (0x60, 1, Light(12)),
        (0x40, 16, Light(10, True)),
        (0, 18, Light(8, True)),
    ],
)
def test_avif(depth: int, transfer: int, said: Light) -> None:
    file = io.BytesIO(avif(depth, transfer))
    file.seek(5)
    assert light.of(file, "avif") == said
    assert file.tell() == 5


def test_heic_says_it_with_the_same_boxes() -> None:
    data = bytearray(avif())
    at = data.index(b"av1C")
    data[at : at + 4] = b"hvcC"
    assert light.of(io.BytesIO(bytes(data)), "heic") == Light()


@pytest.mark.parametrize(("transfer", "hdr"), [(16, True), (18, True), (13, False)])
def test_png(transfer: int, hdr: bool) -> None:
    rows = b"\0\0\0\0" * 2
    data = png((1, 2), 8, 2, rows, chunk(b"cICP", bytes((9, transfer, 0, 1))))
    assert light.of(io.BytesIO(data), "png") == Light(hdr=hdr)
    assert first_chunks(data)[b"IHDR"][:8] == b"\0\0\0\1\0\0\0\2"


def test_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.avif").write_bytes(avif(transfer=16))
    _, codes = work(tmp_path / "a.avif", tmp_path / "1", outputs=[{"format": "jpeg"}])
    assert codes == ["HDR_FLATTENED"]
    _, codes = work(tmp_path / "a.avif", tmp_path / "2")
    assert codes == ["KEPT_ORIGINAL"], "its own pixels are as bright as before"
    photo().save(tmp_path / "b.avif")
    _, codes = work(tmp_path / "b.avif", tmp_path / "3", outputs=[{"format": "jpeg"}])
    assert codes == []


def test_the_start_of_a_file_is_enough() -> None:
    data = avif()
    assert properties(data)[b"ispe"] == properties(data[: data.index(b"mdat") + 50])[b"ispe"]


@given(st.binary(max_size=120), st.sampled_from(["avif", "heic", "png", "jpeg"]))
def test_anything_is_answered(data: bytes, name: str) -> None:
    for head in (b"", b"\0\0\0\x08ftyp", b"\x89PNG\r\n\x1a\n"):
        assert light.of(io.BytesIO(head + data), name).bits >= 8
