"""Raw profiles in the texts of a PNG."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.image import rawprofile


@given(profile=st.binary(min_size=1, max_size=300), kind=st.sampled_from(["exif", "iptc", "APP1"]))
def test_there_and_back(profile: bytes, kind: str) -> None:
    key, text = rawprofile.encode(kind, profile)
    assert rawprofile.decode({key: text}, "other", kind) == profile


@pytest.mark.parametrize(
    "text", ["", "\nx\n", "\nx\n   3\nzz", "\nx\n   9\n6162", "\nx\nlong\n6162", b"\nx\n   2\n6162", None]
)
def test_what_is_broken_counts_as_not_there(text: object) -> None:
    assert rawprofile.decode({"Raw profile type iptc": text}, "iptc") == b""


def test_the_name_is_for_people() -> None:
    assert rawprofile.decode({"Raw profile type iptc": "\nIPTC profile\n       2\n61\n62\n"}, "iptc") == b"ab"


@given(st.text(max_size=60))
def test_anything_is_answered(text: str) -> None:
    rawprofile.decode({"Raw profile type exif": text}, "exif")
