"""Metadata hung into finished TIFFs."""

import io

import pytest
from PIL import Image

from app.jobs.image import exif, iptc
from app.jobs.image.ifd import Directories
from app.jobs.image.metadata import Metadata
from app.jobs.image.tiff import with_metadata
from tests.jobs.image.samples import XMP, difference, exif_block, photo
from tests.jobs.image.samples import iptc as sample_iptc

TOLD = Metadata(exif=exif_block(1, thumbnail=False), xmp=XMP, iptc=sample_iptc())


def tiff(image: Image.Image, *more: Image.Image, **options: object) -> bytes:
    made = io.BytesIO()
    image.save(made, "TIFF", save_all=bool(more), append_images=list(more), **options)
    return made.getvalue()


def pages(data: bytes) -> list[Image.Image]:
    with Image.open(io.BytesIO(data)) as image:
        found = []
        for number in range(image.n_frames):
            image.seek(number)
            found.append(image.copy())
    return found


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("compression", ["raw", "tiff_adobe_deflate", "tiff_lzw"])
def test_pages_stay_and_maker_notes_keep_their_place(order: str, compression: str) -> None:
    first, second = photo(300, 200), photo(40, 30).convert("L")
    data = tiff(first, second, compression=compression)
    told = Metadata(exif=exif_block(1, order=order, thumbnail=False), xmp=XMP, iptc=sample_iptc())
    made = with_metadata(data, told)
    assert [difference(one, two) for one, two in zip(pages(made), (first, second), strict=True)] == [0, 0]
    assert made.index(b"MAKERNOTE123") == told.exif.removeprefix(exif.PREFIX).index(b"MAKERNOTE123")
    file = Directories(made)
    assert len(file.chain()) == 2
    entry = file.find(file.first, exif.IPTC)
    assert entry is not None
    assert file.value(entry).data == iptc.records_of(told.iptc)
    with Image.open(io.BytesIO(made)) as image:
        info = image.getexif()
        assert (info[0x8298], info[exif.XMP_PACKET]) == ("(c) Someone", XMP)
        assert info.get_ifd(exif.EXIF_IFD)[0x927C] == b"MAKERNOTE123"
        assert info.get_ifd(exif.GPS_IFD)[2] == (52.0, 31.0, 12.0)


@pytest.mark.parametrize("order", ["<", ">"])
def test_deep_pixels_keep_their_byte_order(order: str) -> None:
    grey = photo(64, 48).convert("L").convert("I").point(lambda value: value * 257).convert("I;16")
    made = with_metadata(tiff(grey), Metadata(exif=exif_block(1, order=order, thumbnail=False)))
    (shown,) = pages(made)
    assert shown.tobytes() == grey.tobytes()
    with Image.open(io.BytesIO(made)) as image:
        assert image.getexif().get_ifd(exif.EXIF_IFD)[exif.DATE_TIME_ORIGINAL] == "2025:01:02 03:04:05"


def test_nothing_to_say_changes_nothing() -> None:
    data = tiff(photo(20, 10))
    assert with_metadata(data, Metadata()) == data


def test_what_the_picture_says_of_itself_stands() -> None:
    made = with_metadata(tiff(photo(20, 10), dpi=(300, 300)), TOLD)
    with Image.open(io.BytesIO(made)) as image:
        assert image.info["dpi"] == (300, 300)
        assert image.size == (20, 10)
