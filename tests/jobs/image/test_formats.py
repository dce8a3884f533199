"""Recognition by content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.image import formats
from app.jobs.image.formats import FORMATS, AddOn, Format, sniff


@pytest.mark.parametrize(
    ("head", "suffix", "found"),
    [
        (b"\xff\xd8\xff\xe0", "", FORMATS["jpeg"]),
        (b"\x89PNG\r\n\x1a\n", ".jpg", FORMATS["png"]),
        (b"RIFF\0\0\0\0WEBPVP8 ", "", FORMATS["webp"]),
        (b"RIFF\0\0\0\0WAVEfmt ", "", None),
        (b"II*\0\x08\0\0\0", ".tif", FORMATS["tiff"]),
        (b"II*\0\x08\0\0\0", ".nef", formats.RAW),
        (b"II*\0\x10\0\0\0CR\x02\0", ".tif", formats.RAW),
        (b"\0\0\0\x1cftypavif\0\0\0\0mif1", "", FORMATS["avif"]),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avif", "", FORMATS["avif"]),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "", formats.HEIC),
        (b"\0\0\0\x18ftypmif1\0\0\0\0miaf", "", formats.HEIC),
        (b"\0\0\0\x18ftypisom\0\0\0\0mp42", "", None),
        (b"\0\0\0\x18ftypcrx \0\0\0\0", ".cr3", formats.RAW),
        (b"\xff\x0a\xfa", "", formats.JXL),
        (b"8BPS\0\x01", "", formats.PSD),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->\n<svg ", "", formats.SVG),
        (b"<?xml version='1.0'?><html/>", "", None),
        (b"%!PS-Adobe-3.0 EPSF", ".eps", None),
        (b"", ".jpg", None),
    ],
)
def test_sniff(head: bytes, suffix: str, found: Format | AddOn | None) -> None:
    assert sniff(head, suffix) is found


@given(st.binary(max_size=64))
def test_sniff_takes_anything(head: bytes) -> None:
    sniff(head)


def test_what_is_written() -> None:
    assert formats.written("same", FORMATS["png"]).name == "png"
    assert formats.written("same", FORMATS["bmp"]).name == "jpeg"
    assert formats.written("bmp", FORMATS["bmp"]).name == "bmp"
    assert formats.written("same", None).name == "jpeg"
