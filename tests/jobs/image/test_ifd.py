"""Directories of tagged values: there and back, and what does not hold together."""

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.image import exif, ifd
from app.jobs.image.ifd import Directories, FileView, Patch, StructureProblem, Value
from app.jobs.image.rights import Rights
from tests.jobs.image.samples import exif_block

ORDERS = st.sampled_from(["<", ">"])
UNITS = {1: "B", 3: "H", 4: "I", 7: "B", 9: "i", 11: "f", 12: "d"}


@st.composite
def values(draw: st.DrawFn, order: str) -> list[Value]:
    found = []
    for tag in draw(st.lists(st.integers(1, 0x7FFF), unique=True, max_size=8)):
        kind = draw(st.sampled_from(sorted(UNITS)))
        count = draw(st.integers(1, 5))
        raw = draw(st.binary(min_size=8 * count, max_size=8 * count))
        found.append(Value(tag, kind, count, raw[: count * struct.calcsize(order + UNITS[kind])]))
    return sorted(found, key=lambda value: value.tag)


@given(st.data(), ORDERS)
def test_what_is_built_is_read_back(data: st.DataObject, order: str) -> None:
    first, inner = data.draw(values(order)), data.draw(values(order))
    block = ifd.block(first, [(exif.EXIF_IFD, inner)], order)
    for found in (Directories(block), Directories(FileView(io.BytesIO(block)))):
        assert found.order == order
        assert found.values(found.first, lambda tag: tag != exif.EXIF_IFD) == first
        at = found.inner(found.first, exif.EXIF_IFD)
        assert (at is None) == (not inner)
        assert at is None or found.values(at, lambda tag: True) == inner
        assert found.chain() == [found.first]


@given(st.data(), ORDERS, ORDERS)
def test_byte_order_turns_there_and_back(data: st.DataObject, order: str, wanted: str) -> None:
    for value in data.draw(values(order)):
        turned = ifd.turned(value, order, wanted)
        code = f"{value.count}{UNITS[value.type]}"
        assert str(struct.unpack(order + code, value.data)) == str(struct.unpack(wanted + code, turned.data))
        assert ifd.turned(turned, wanted, order) == value


@given(st.data(), ORDERS)
def test_what_is_removed_is_gone_and_the_rest_stays_where_it_is(data: st.DataObject, order: str) -> None:
    first = data.draw(values(order))
    gone = set(data.draw(st.lists(st.sampled_from([value.tag for value in first])))) if first else set()
    patch = Patch(ifd.block(first, [], order))
    places = {entry.tag: entry.value_at for entry in patch.entries(patch.first) if entry.length > 4}
    patch.remove(patch.first, gone)
    assert patch.values(patch.first, lambda tag: True) == [value for value in first if value.tag not in gone]
    for entry in patch.entries(patch.first):
        assert entry.length <= 4 or entry.value_at == places[entry.tag]
    for value in first:
        if value.tag in gone and len(value.data) > 4:
            begin = places[value.tag]
            assert not any(patch.bytes[begin : begin + len(value.data)])


def test_directories_that_were_made_to_keep_somebody_busy() -> None:
    many = b"II*\0\x08\0\0\0" + struct.pack("<H", 5000) + bytes(12 * 5000 + 4)
    with pytest.raises(StructureProblem, match="5000 entries"):
        Directories(many)
    entry = struct.pack("<HHII", 0x9000, 7, 60 << 20, 8)
    greedy = b"II*\0\x08\0\0\0" + struct.pack("<H", 900) + entry * 900 + bytes(60 << 20)
    found = Directories(greedy)
    with pytest.raises(StructureProblem, match="more values"):
        found.values(found.first, lambda tag: True)


def test_a_chain_that_bites_its_tail_ends() -> None:
    block = bytearray(ifd.block([ifd.text(1, "a long enough text")], [], "<"))
    struct.pack_into("<I", block, 8 + 2 + 12, 8)
    assert Directories(bytes(block)).chain() == [8]


@given(st.binary(max_size=200))
def test_anything_is_answered(data: bytes) -> None:
    for head in (b"", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"):
        try:
            found = Patch(head + data)
            found.chain()
            found.values(found.first, lambda tag: True)
            found.remove(found.first, {0, 1})
            found.wipe_directory(found.first)
        except StructureProblem:
            continue


def test_a_block_that_is_too_long_keeps_what_is_short() -> None:
    note = Value(0x927C, 7, 70_000, bytes(70_000))
    first = [ifd.text(exif.COPYRIGHT, "© Someone"), Value(exif.ORIENTATION, 3, 1, b"\6\0")]
    dates = [ifd.text(exif.DATE_TIME_ORIGINAL, "2025:01:02 03:04:05"), note]
    short = exif.shortened(exif.PREFIX + ifd.block(first, [(exif.EXIF_IFD, dates)], "<"))
    assert len(short) < 300
    block = exif.Block(short)
    assert block.rights() == Rights("© Someone", "", "2025:01:02 03:04:05")
    assert exif.orientation(short) == 6


@pytest.mark.parametrize("order", ["<", ">"])
def test_rights_alone(order: str) -> None:
    blob = exif_block(6, order=order)
    made = exif.with_rights_only(blob, Rights("not needed", "Anna Müller", "1999:01:01 00:00:00"))
    assert exif.Block(made).rights() == Rights("(c) Someone", "Anna Müller", "2025:01:02 03:04:05")
    assert b"Camera" not in made
    assert exif.orientation(made) is None
    assert exif.with_rights_only(b"", Rights()) == b""
    assert exif.Block(exif.with_rights_only(b"", Rights(date="1999:01:01 00:00:00"))).rights().date[:4] == "1999"


def test_an_orientation_of_one_goes_where_it_would_cost_the_block() -> None:
    assert exif.orientation(exif.upright_without_tag(exif_block(1))) is None
    assert exif.upright_without_tag(exif_block(6)) == exif_block(6)
    assert exif.upright_without_tag(b"") == b""
