"""Who made a picture and when, in each vocabulary."""

import pytest

from app.jobs.image import iptc, xmp
from app.jobs.image.metadata import Metadata, select
from app.jobs.image.rights import Rights
from tests.jobs.image.samples import XMP, exif_block

RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
NAMES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"'
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
)
LISTS = f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {RDF}><rdf:Description rdf:about="" {NAMES}
 xmp:CreateDate="2025-01-02T03:04:05+01:00" xmp:CreatorTool="Tool" photoshop:City="Berlin">
<dc:creator><rdf:Seq><rdf:li>Anna</rdf:li><rdf:li>Björn</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Anna</rdf:li></rdf:Alt></dc:rights>
<xmpRights:Marked>True</xmpRights:Marked><dc:title>Harbour</dc:title></rdf:Description>
<rdf:Description rdf:about="" {NAMES}><photoshop:Headline>News</photoshop:Headline></rdf:Description>
</rdf:RDF></x:xmpmeta>""".encode()


def record(number: tuple[int, int], text: str, encoding: str = "utf-8") -> bytes:
    raw = text.encode(encoding)
    return bytes((0x1C, *number)) + len(raw).to_bytes(2) + raw


UTF8 = b"\x1c\x01\x5a\0\x03\x1b%G"
RECORDS = (
    record((2, 80), "Björn") + record((2, 116), "© Anna") + record((2, 55), "20250102") + record((2, 60), "030405+0100")
    + record((2, 5), "Harbour") + record((2, 90), "Berlin")
)  # fmt: skip


def test_xmp_says_rights_in_lists() -> None:
    assert xmp.rights(LISTS) == Rights("© Anna", "Anna; Björn", "2025:01:02 03:04:05")
    assert xmp.rights(b"<a") == xmp.rights(XMP) == Rights()


def test_xmp_keeps_nothing_but_rights() -> None:
    kept = xmp.rights_only(LISTS)
    assert xmp.rights(kept) == xmp.rights(LISTS)
    assert b"Marked" in kept
    for word in (b"Harbour", b"Berlin", b"Tool", b"News", b"Headline"):
        assert word not in kept
    assert xmp.rights_only(kept) == kept
    assert xmp.rights_only(XMP) == b""


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-01-02T03:04:05", "2025:01:02 03:04:05"),
        ("2025-01-02T03:04Z", "2025:01:02 03:04:00"),
        ("2025-01-02", ""),
        ("yesterday", ""),
    ],
)
def test_xmp_dates(date: str, said: str) -> None:
    packet = f'<r xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreateDate="{date}"/>'.encode()
    assert xmp.rights(packet).date == said


def test_iptc_says_rights_in_its_own_character_set() -> None:
    assert iptc.rights(iptc.of_records(UTF8 + RECORDS)) == Rights("© Anna", "Björn", "2025:01:02 03:04:05")
    latin = record((2, 80), "Björn", "latin-1")
    assert iptc.rights(iptc.of_records(latin)) == Rights("", "Björn", "")
    assert iptc.rights(iptc.PREFIX + b"8BIM\x04\x04\0\0\0\0\0\5\x1c\2") == Rights()


def test_iptc_keeps_nothing_but_rights() -> None:
    kept = iptc.rights_only(iptc.of_records(UTF8 + RECORDS))
    assert iptc.rights(kept) == Rights("© Anna", "Björn", "2025:01:02 03:04:05")
    assert b"Harbour" not in kept
    assert b"Berlin" not in kept
    assert iptc.rights_only(kept) == kept
    assert iptc.rights_only(iptc.of_records(UTF8 + record((2, 90), "Berlin"))) == b""


@pytest.mark.parametrize(
    "profile", [RECORDS, iptc.of_records(RECORDS), iptc.of_records(RECORDS).removeprefix(iptc.PREFIX)]
)
def test_profiles_of_every_kind_are_the_same_records(profile: bytes) -> None:
    assert iptc.records_of(iptc.of_profile(profile)) == RECORDS


def test_nothing_is_no_profile() -> None:
    assert iptc.of_profile(b"") == iptc.of_records(b"") == b""


def test_exif_counts_before_xmp_before_iptc_before_text() -> None:
    text = (("Copyright", "text"), ("Author", "Carl"), ("Comment", "x"))
    all_of_them = Metadata(exif_block(1), LISTS, iptc.of_records(UTF8 + RECORDS), text)
    assert all_of_them.rights == Rights("(c) Someone", "Anna; Björn", "2025:01:02 03:04:05")
    assert Metadata(text=text).rights == Rights("text", "Carl", "")
    kept = select(Metadata(text=text), "copyright", True, (1, 1)).metadata
    assert kept.text == text[:2]
    assert Metadata(exif=kept.exif).rights == Rights("text", "Carl", "")


def test_resolution_turns_with_the_picture() -> None:
    lying = Metadata(exif=exif_block(6), dpi=(200.0, 100.0))
    assert select(lying, "all", True, (1, 1)).metadata.dpi == (100.0, 200.0)
    assert select(lying, "none", False, (1, 1)).metadata.dpi == (200.0, 100.0)


@pytest.mark.parametrize("pair", [("GPSLatitude", "52"), ("Comment", "taken at latitude 52"), ("Location", "Berlin")])
def test_texts_that_say_a_place_go(pair: tuple[str, str]) -> None:
    told = Metadata(text=(pair, ("Title", "Harbour")), comment=b"GPS 52 N")
    kept = select(told, "all-but-location", True, (1, 1)).metadata
    assert (kept.text, kept.comment) == ((("Title", "Harbour"),), b"")
    assert select(told, "all", True, (1, 1)).metadata == told
