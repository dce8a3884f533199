"""EXIF, XMP and IPTC, cleaned in place."""

import io
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.jobs.image import exif, iptc, xmp
from app.jobs.image.ifd import StructureProblem
from app.jobs.image.metadata import Metadata, select
from tests.jobs.image import samples
from tests.jobs.image.samples import XMP, exif_block


def read(blob: bytes) -> Image.Exif:
    loaded = Image.Exif()
    loaded.load(blob)
    return loaded


@pytest.mark.parametrize("order", ["<", ">"])
def test_the_sample_is_what_other_readers_see(order: str) -> None:
    loaded = read(exif_block(6, order=order))
    assert loaded[exif.ORIENTATION] == 6
    assert loaded.get_ifd(exif.GPS_IFD)[2] == (52.0, 31.0, 12.0)
    assert exif.orientation(exif_block(6, order=order)) == 6


@pytest.mark.parametrize("order", ["<", ">"])
def test_location_goes_and_nothing_moves(order: str) -> None:
    blob = exif_block(order=order)
    block = exif.Block(blob)
    assert block.has_location()
    block.remove_location()
    cleaned = block.tobytes()
    assert len(cleaned) == len(blob)
    assert not exif.Block(cleaned).has_location()
    assert cleaned.index(b"MAKERNOTE123") == blob.index(b"MAKERNOTE123")
    assert read(cleaned).get_ifd(exif.GPS_IFD) == {}
    latitude = (52).to_bytes(4, "little" if order == "<" else "big") + (1).to_bytes(
        4, "little" if order == "<" else "big"
    )
    assert latitude in blob
    assert latitude not in cleaned
    inner = read(cleaned).get_ifd(exif.EXIF_IFD)
    assert inner[exif.DATE_TIME_ORIGINAL] == "2025:01:02 03:04:05"
    assert read(cleaned)[0x8298] == "(c) Someone"


def test_the_thumbnail_goes_with_its_bytes() -> None:
    blob = exif_block()
    block = exif.Block(blob)
    block.remove_thumbnail()
    cleaned = block.tobytes()
    assert b"\xff\xd8\xff" in blob
    assert b"\xff\xd8\xff" not in cleaned
    assert len(cleaned) < len(exif_block(thumbnail=False)) + 64
    assert read(cleaned).get_ifd(exif.GPS_IFD)[1] == "N"
    again = exif.Block(cleaned)
    again.remove_thumbnail()
    assert again.tobytes() == cleaned


def test_orientation_and_size_are_corrected() -> None:
    block = exif.Block(exif_block(8))
    block.set_orientation(1)
    block.set_size(1600, 1200)
    cleaned = block.tobytes()
    assert exif.orientation(cleaned) == 1
    inner = read(cleaned).get_ifd(exif.EXIF_IFD)
    assert (inner[0xA002], inner[0xA003]) == (1600, 1200)


def test_dates() -> None:
    assert exif.date_taken(exif_block()) == datetime(2025, 1, 2, 3, 4, 5)
    assert exif.date_taken(b"Exif\0\0nonsense") is None


@pytest.mark.parametrize("blob", [b"", b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"MM\0*" + b"\xff" * 40])
def test_blocks_that_do_not_hold_together(blob: bytes) -> None:
    with pytest.raises(StructureProblem):
        exif.Block(blob)
    assert exif.orientation(blob) is None


@given(st.data())
def test_damaged_blocks_give_one_kind_of_exception(data: st.DataObject) -> None:
    blob = bytearray(exif_block())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(len(exif.PREFIX), 250))
        blob[at] = data.draw(st.integers(0, 255))
    try:
        block = exif.Block(bytes(blob))
        block.remove_location()
        block.remove_thumbnail()
        block.set_orientation(1)
        block.set_size(5, 5)
        assert not exif.Block(block.tobytes()).has_location()
    except StructureProblem:
        pass


def cut(where: bytes, by: int) -> bytes:
    """A block that ends `by` bytes behind `where`."""
    blob = exif_block(6)
    return blob[: blob.index(where) + by]


@pytest.mark.parametrize("location", [True, False])
@pytest.mark.parametrize(
    ("blob", "lost"),
    [
        (cut(b"\xff\xd8\xff", 40), set()),  # in the middle of the preview
        (cut(b"\x01\x02\x04\0\x01\0\0\0", 4), set()),  # in the directory of the preview
        (cut(b"MAKERNOTE123", 5), {"note"}),
        (cut(b"2025:01:02", 8), {"note", "taken"}),
    ],
)
def test_what_is_readable_of_a_broken_block_is_kept(blob: bytes, lost: set[str], location: bool) -> None:
    chosen = select(Metadata(exif=blob), "all" if location else "all-but-location", True, (5, 5))
    assert [note.code for note in chosen.notes] in (["META_UNREADABLE"], [])
    kept = read(chosen.metadata.exif)
    assert kept[0x8298] == "(c) Someone"
    assert kept[exif.ORIENTATION] == 1
    inner = kept.get_ifd(exif.EXIF_IFD)
    assert (inner.get(exif.DATE_TIME_ORIGINAL) == "2025:01:02 03:04:05") == ("taken" not in lost)
    assert (inner.get(0x927C) == b"MAKERNOTE123") == ("note" not in lost)
    assert location or kept.get_ifd(exif.GPS_IFD) == {}


def test_a_broken_block_never_lets_its_place_through() -> None:
    blob = exif_block(1)
    latitude = b"\x34\0\0\0\x01\0\0\0\x1f\0\0\0"
    assert latitude in blob
    for end in range(len(exif.PREFIX), len(blob), 3):
        chosen = select(Metadata(exif=blob[:end]), "all-but-location", True, (5, 5))
        assert latitude not in chosen.metadata.exif, end


def test_xmp_loses_location_and_orientation_only() -> None:
    packet = XMP.replace(b"ORIENT", b"6")
    assert xmp.orientation(packet) == 6
    cleaned = xmp.clean(packet, location=False, upright=True)
    for word in (b"GPS", b"Berlin", b"13,24.6E"):
        assert word not in cleaned
    assert b"Harbour" in cleaned
    assert xmp.orientation(cleaned) == 1
    assert xmp.clean(cleaned, location=False, upright=True) == cleaned
    assert b"Berlin" in xmp.clean(packet, location=True, upright=True)


@pytest.mark.parametrize(
    "place",
    [
        'xmlns:d="http://www.dji.com/drone-dji/1.0/" d:GpsLatitude="52.5"',
        'xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" geo:lat="52.5"',
        'xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" e:LocationShown="52.5"',
    ],
)
def test_xmp_places_of_other_vocabularies_go(place: str) -> None:
    packet = f'<r xmlns:t="urn:t" t:a="kept" {place}/>'.encode()
    cleaned = xmp.clean(packet, location=False, upright=True)
    assert b"52.5" not in cleaned
    assert b'"kept"' in cleaned


def test_xmp_in_which_nothing_changes_stays_byte_for_byte() -> None:
    packet = XMP.replace(b"ORIENT", b"1")
    assert xmp.clean(packet, location=True, upright=True) is packet


@pytest.mark.parametrize("packet", [b"", b"<a", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"\xff\xfe"])
def test_xmp_that_cannot_be_read(packet: bytes) -> None:
    with pytest.raises(xmp.XmpProblem):
        xmp.clean(packet, location=False, upright=True)
    assert xmp.orientation(packet) == 1


def test_iptc_loses_places_and_previews() -> None:
    cleaned = iptc.clean(samples.iptc(), location=False)
    assert b"Berlin" not in cleaned
    assert b"PREVIEW" not in cleaned
    assert b"Harbour" in cleaned
    assert iptc.clean(cleaned, location=False) == cleaned
    assert b"Berlin" in iptc.clean(samples.iptc(), location=True)


@given(st.binary(max_size=80))
def test_iptc_takes_anything(data: bytes) -> None:
    try:
        iptc.clean(iptc.PREFIX + data, location=False)
    except iptc.IptcProblem:
        return


def test_the_sample_jpeg_shows_its_thumbnail_gone_to_pillow() -> None:
    block = exif.Block(exif_block())
    block.remove_thumbnail()
    buffer = io.BytesIO()
    samples.photo().save(buffer, "JPEG", exif=block.tobytes())
    with Image.open(buffer) as image:
        assert image.getexif().get_ifd(1) == {}
