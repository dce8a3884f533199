"""IPTC records inside Photoshop's resource blocks, without location and embedded previews; or with the rights only.

Owns: the resource blocks of an APP13 segment (Adobe's file format specification), the records of IIM 4.2, and which of
them say where, by whom and when. Must not know: the container: JPEG, PNG and TIFF each have their own.
"""

from collections.abc import Iterator

from app.jobs.image.rights import Rights

PREFIX = b"Photoshop 3.0\0"
_SIGNATURE = b"8BIM"
_IPTC = 0x0404
# Previews show the picture before it was cropped; XMP, EXIF and the digest repeat what is cleaned elsewhere.
_DROPPED = frozenset({0x0409, 0x040C, 0x0422, 0x0423, 0x0424, 0x0425})
# Content location code and name, city, sublocation, province, country code and name.
_PLACES = frozenset({(2, 26), (2, 27), (2, 90), (2, 92), (2, 95), (2, 100), (2, 101)})
_CHARSET, _VERSION = (1, 90), (2, 0)
_DATE, _TIME, _CREATOR, _CREDIT, _COPYRIGHT = (2, 55), (2, 60), (2, 80), (2, 110), (2, 116)
_DIGITISED = ((2, 62), (2, 63))
_RIGHTS = frozenset({_DATE, _TIME, _CREATOR, _CREDIT, _COPYRIGHT, *_DIGITISED})
_UTF8 = b"\x1b%G"  # the escape sequence by which the character set record says UTF-8

Record = tuple[tuple[int, int], bytes]  # record and data set number; content


class IptcProblem(ValueError):
    """A segment that does not hold together. The caller leaves it out and says so."""


def clean(segment: bytes, *, location: bool) -> bytes:
    """`segment` (an APP13 payload) without previews, and without places unless `location`; b"" when nothing is left."""
    kept: list[bytes] = []
    for kind, name, data in _resources(segment.removeprefix(PREFIX)):
        if kind in _DROPPED:
            continue
        if kind == _IPTC and not location:
            data = b"".join(_record(number, text) for number, text in _records(data) if number not in _PLACES)
        kept.append(_resource(kind, name, data))
    return PREFIX + b"".join(kept) if kept else b""


def rights_only(segment: bytes) -> bytes:
    """`segment` with nothing but who made the picture, whose it is and when it was made; b"" when it has none of it."""
    records = [record for record in _records(records_of(segment)) if record[0] in {_CHARSET, _VERSION, *_RIGHTS}]
    if not any(number in _RIGHTS for number, _ in records):
        return b""
    return of_records(b"".join(_record(number, text) for number, text in records))


def rights(segment: bytes) -> Rights:
    """Who made the picture and when, as far as the records say."""
    try:
        records = _records(records_of(segment))
    except IptcProblem:
        return Rights()
    utf8 = (_CHARSET, _UTF8) in records

    def said(number: tuple[int, int]) -> str:
        texts = [
            text.decode("utf-8" if utf8 else "latin-1", "replace").strip() for key, text in records if key == number
        ]
        return "; ".join(text for text in texts if text)

    date, time = said(_DATE), said(_TIME)[:6]
    taken = ""
    if len(date) == 8 and len(time) == 6 and (date + time).isdecimal():
        taken = f"{date[:4]}:{date[4:6]}:{date[6:]} {time[:2]}:{time[2:4]}:{time[4:]}"
    return Rights(said(_COPYRIGHT), said(_CREATOR), taken)


def records_of(segment: bytes) -> bytes:
    """The IPTC records of an APP13 payload."""
    return b"".join(data for kind, _, data in _resources(segment.removeprefix(PREFIX)) if kind == _IPTC)


def of_records(records: bytes) -> bytes:
    """The APP13 payload around IPTC records."""
    return PREFIX + _resource(_IPTC, b"\0\0", records) if records else b""


def of_profile(profile: bytes) -> bytes:
    """The APP13 payload of what other containers store: a payload, resource blocks or bare records."""
    if profile.startswith(PREFIX):
        return profile
    return PREFIX + profile if profile.startswith(_SIGNATURE) else of_records(profile.rstrip(b"\0"))


def _resource(kind: int, name: bytes, data: bytes) -> bytes:
    return _SIGNATURE + kind.to_bytes(2) + name + len(data).to_bytes(4) + data + b"\0" * (len(data) % 2)


def _resources(data: bytes) -> list[tuple[int, bytes, bytes]]:
    """(kind, padded Pascal name, content) of each resource block."""
    found = []
    at = 0
    while at + 12 <= len(data):
        if data[at : at + 4] != _SIGNATURE:
            raise IptcProblem("a resource block without its signature")
        kind = int.from_bytes(data[at + 4 : at + 6])
        name_end = at + 6 + 1 + data[at + 6]
        name_end += (name_end - at) % 2
        size = int.from_bytes(data[name_end : name_end + 4])
        begin = name_end + 4
        if begin + size > len(data):
            raise IptcProblem("a resource block longer than the segment")
        found.append((kind, data[at + 6 : name_end], data[begin : begin + size]))
        at = begin + size + size % 2
    return found


def _record(number: tuple[int, int], text: bytes) -> bytes:
    return bytes((0x1C, *number)) + len(text).to_bytes(2) + text


def _records(data: bytes) -> list[Record]:
    return list(_each_record(data))


def _each_record(data: bytes) -> Iterator[Record]:
    at = 0
    while at < len(data):
        if data[at] != 0x1C:
            if not data[at:].strip(b"\0"):
                break
            raise IptcProblem("a record without its marker")
        size = int.from_bytes(data[at + 3 : at + 5])
        end = at + 5 + size
        if size & 0x8000 or end > len(data):
            raise IptcProblem("a record longer than its block")
        yield (data[at + 1], data[at + 2]), data[at + 5 : end]
        at = end
