"""XMP packets without location and embedded previews, and with the orientation reset; or with the rights only.

Owns: which XMP properties say where a picture was taken, and which say by whom and when (XMP specification part 2, IPTC
Photo Metadata). Must not know: the container that the packet lies in.
"""

import re
from xml.etree import ElementTree

from app.jobs.image.rights import Rights

_GEO = "www.w3.org/2003/01/geo/"  # geo:lat, geo:long
_TIFF = "http://ns.adobe.com/tiff/1.0/"
_NOTE = "http://ns.adobe.com/xmp/note/"
_PREVIEWS = frozenset(
    {"{http://ns.adobe.com/xap/1.0/}Thumbnails", "{http://ns.adobe.com/photoshop/1.0/}DocumentAncestors"}
)
_PLACE_WORDS = ("gps", "latitude", "longitude", "geotag", "geolocation", "shotlocation")
_PLACES = frozenset(
    f"{{{space}}}{name}"
    for space, names in (
        ("http://ns.adobe.com/photoshop/1.0/", ("City", "State", "Country")),
        ("http://purl.org/dc/elements/1.1/", ("coverage",)),  # "the extent or scope of the content"
        ("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", ("Location", "CountryCode")),
        ("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", ("LocationCreated", "LocationShown")),
    )
    for name in names
)
_DC, _XAP = "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/"
_PHOTOSHOP, _EXIF = "http://ns.adobe.com/photoshop/1.0/", "http://ns.adobe.com/exif/1.0/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_COPYRIGHT = (f"{{{_DC}}}rights", f"{{{_TIFF}}}Copyright")
_CREATOR = (f"{{{_DC}}}creator", f"{{{_TIFF}}}Artist")
_DATES = (f"{{{_EXIF}}}DateTimeOriginal", f"{{{_PHOTOSHOP}}}DateCreated", f"{{{_XAP}}}CreateDate")
_RIGHTS = frozenset({*_COPYRIGHT, *_CREATOR, *_DATES, f"{{{_PHOTOSHOP}}}Credit"})
_RIGHTS_SPACE = "{http://ns.adobe.com/xap/1.0/rights/}"  # owner, terms, web statement, marked
_DESCRIPTION = f"{{{_RDF}}}Description"
_ORIENTATION = f"{{{_TIFF}}}Orientation"
_EXTENDED = f"{{{_NOTE}}}HasExtendedXMP"  # points to a second packet, which is never carried over
_DECLARED = re.compile(rb"""xmlns:([A-Za-z_][\w.-]*)\s*=\s*["']([^"'<>]+)["']""")
_MAX_PACKET = 16 << 20  # bytes; real ones with previews inside have one or two million
_HEAD = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL = b'\n<?xpacket end="w"?>'


class XmpProblem(ValueError):
    """A packet that cannot be read as XML. The caller leaves it out and says so."""


def clean(packet: bytes, *, location: bool, upright: bool) -> bytes:
    """`packet` without previews, without location unless `location`, and with orientation 1 when `upright`.

    A packet in which nothing has to change comes back byte for byte.
    """
    root = _parse(packet)
    changed = False
    for element in list(root.iter()):
        for name in [name for name in element.attrib if _goes(name, location)]:
            del element.attrib[name]
            changed = True
        for child in [child for child in element if _goes(child.tag, location)]:
            element.remove(child)
            changed = True
        if upright and element.attrib.get(_ORIENTATION, "1") != "1":
            element.set(_ORIENTATION, "1")
            changed = True
        if upright and element.tag == _ORIENTATION and element.text != "1":
            element.text = "1"
            changed = True
    return _packet(root, packet) if changed else packet


def rights_only(packet: bytes) -> bytes:
    """`packet` with nothing but who made the picture, whose it is and when it was made; b"" when it says none of it."""
    root = _parse(packet)
    left = 0
    for element in list(root.iter(_DESCRIPTION)):
        for name in list(element.attrib):
            if name != f"{{{_RDF}}}about" and not _is_right(name):
                del element.attrib[name]
        for child in list(element):
            if not _is_right(child.tag):
                element.remove(child)
        left += len(element) + sum(_is_right(name) for name in element.attrib)
    if not left:
        return b""
    for element in list(root.iter()):  # descriptions inside those that went are gone; those that are left may be empty
        for child in [child for child in element if child.tag == _DESCRIPTION and not len(child)]:
            if not any(_is_right(name) for name in child.attrib):
                element.remove(child)
    return _packet(root, packet)


def rights(packet: bytes) -> Rights:
    """Who made the picture and when, as far as the packet says."""
    try:
        root = _parse(packet)
    except XmpProblem:
        return Rights()
    return Rights(
        "; ".join(_texts(root, _COPYRIGHT)),
        "; ".join(_texts(root, _CREATOR)),
        next((date for date in map(_exif_date, _texts(root, _DATES)) if date), ""),
    )


def orientation(packet: bytes) -> int:
    """1 to 8; 1 where the packet says nothing usable."""
    try:
        root = _parse(packet)
    except XmpProblem:
        return 1
    for element in root.iter():
        said = element.attrib.get(_ORIENTATION) or (element.text if element.tag == _ORIENTATION else None)
        if said and said.strip() in "12345678" and len(said.strip()) == 1:
            return int(said)
    return 1


def _parse(packet: bytes) -> ElementTree.Element:
    if len(packet) > _MAX_PACKET:
        raise XmpProblem(f"{len(packet)} bytes long")
    body = packet.strip(b"\0 \r\n\t")
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise XmpProblem("declares entities")
    try:
        return ElementTree.fromstring(body)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise XmpProblem(str(error)) from error


def _packet(root: ElementTree.Element, packet: bytes) -> bytes:
    """`root` as a packet, with the prefixes that `packet` declares."""
    for prefix, space in _DECLARED.findall(packet):
        if not re.fullmatch(rb"ns\d+", prefix):  # ElementTree keeps these for itself
            ElementTree.register_namespace(prefix.decode(), space.decode("utf-8", "replace"))
    try:
        body: bytes = ElementTree.tostring(root, encoding="utf-8")
    except RecursionError as error:
        raise XmpProblem("elements inside elements without end") from error
    return _HEAD + body + _TAIL


def _is_right(name: object) -> bool:
    return isinstance(name, str) and (name in _RIGHTS or name.startswith(_RIGHTS_SPACE))


def _texts(root: ElementTree.Element, names: tuple[str, ...]) -> list[str]:
    """The texts of the first of `names` that says any: attribute, text, or the items of a list."""
    for name in names:
        found: list[str] = []
        for element in root.iter():
            if name in element.attrib:
                found.append(element.attrib[name])
            if element.tag == name:
                found.extend(element.itertext())
        texts = [text.strip() for text in found if text.strip()]
        if texts:
            return list(dict.fromkeys(texts))
    return []


def _exif_date(text: str) -> str:
    """An ISO 8601 date and time as EXIF writes it; "" when it says no time of day."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(:\d\d)?", text)
    return "" if match is None else f"{match[1]}:{match[2]}:{match[3]} {match[4]}{match[5] or ':00'}"


def _goes(name: object, location: bool) -> bool:
    if not isinstance(name, str):  # a comment
        return False
    if name in _PREVIEWS or name == _EXTENDED:
        return True
    space, _, local = name.rpartition("}")
    return not location and (name in _PLACES or _GEO in space or any(word in local.lower() for word in _PLACE_WORDS))
