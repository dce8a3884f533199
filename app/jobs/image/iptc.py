"""IPTC records inside a JPEG's Photoshop segment, without location and embedded previews.

Owns: the resource blocks of an APP13 segment and the record ids that name places. Must not know: the segment's marker.
"""

PREFIX = b"Photoshop 3.0\0"
_SIGNATURE = b"8BIM"
_IPTC = 0x0404
# Previews show the picture before it was cropped; XMP, EXIF and the digest repeat what is cleaned elsewhere.
_DROPPED = frozenset({0x0409, 0x040C, 0x0422, 0x0423, 0x0424, 0x0425})
# IIM 4.2: content location code and name, city, sublocation, province, country code and name.
_PLACES = frozenset({(2, 26), (2, 27), (2, 90), (2, 92), (2, 95), (2, 100), (2, 101)})


class IptcProblem(ValueError):
    """A segment that does not hold together. The caller leaves it out and says so."""


def clean(segment: bytes, *, location: bool) -> bytes:
    """`segment` (an APP13 payload) without previews, and without places unless `location`; b"" when nothing is left."""
    kept = b""
    for kind, name, data in _resources(segment.removeprefix(PREFIX)):
        if kind in _DROPPED:
            continue
        if kind == _IPTC and not location:
            data = _without_places(data)
        kept += _SIGNATURE + kind.to_bytes(2) + name + len(data).to_bytes(4) + data + b"\0" * (len(data) % 2)
    return PREFIX + kept if kept else b""


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


def _without_places(records: bytes) -> bytes:
    kept = b""
    at = 0
    while at < len(records):
        if records[at] != 0x1C:
            if not records[at:].strip(b"\0"):
                break
            raise IptcProblem("a record without its marker")
        size = int.from_bytes(records[at + 3 : at + 5])
        end = at + 5 + size
        if size & 0x8000 or end > len(records):
            raise IptcProblem("a record longer than its block")
        if (records[at + 1], records[at + 2]) not in _PLACES:
            kept += records[at:end]
        at = end
    return kept
