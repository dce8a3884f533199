"""XMP packets without location and embedded previews, and with the orientation reset.

Owns: which XMP properties say where a picture was taken. Must not know: the container that the packet lies in.
"""

import re
from xml.etree import ElementTree

_GEO = "www.w3.org/2003/01/geo/"  # geo:lat, geo:long
_TIFF = "http://ns.adobe.com/tiff/1.0/"
_NOTE = "http://ns.adobe.com/xmp/note/"
_PREVIEWS = frozenset(
    {"{http://ns.adobe.com/xap/1.0/}Thumbnails", "{http://ns.adobe.com/photoshop/1.0/}DocumentAncestors"}
)
_PLACES = frozenset(
    f"{{{space}}}{name}"
    for space, names in (
        ("http://ns.adobe.com/photoshop/1.0/", ("City", "State", "Country")),
        ("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", ("Location", "CountryCode")),
        ("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", ("LocationCreated", "LocationShown")),
    )
    for name in names
)
_ORIENTATION = f"{{{_TIFF}}}Orientation"
_EXTENDED = f"{{{_NOTE}}}HasExtendedXMP"  # points to a second packet, which is never carried over
_DECLARED = re.compile(rb"""xmlns:([A-Za-z_][\w.-]*)\s*=\s*["']([^"'<>]+)["']""")
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
    if not changed:
        return packet
    for prefix, space in _DECLARED.findall(packet):
        if not re.fullmatch(rb"ns\d+", prefix):  # ElementTree keeps these for itself
            ElementTree.register_namespace(prefix.decode(), space.decode("utf-8", "replace"))
    body: bytes = ElementTree.tostring(root, encoding="utf-8")
    return _HEAD + body + _TAIL


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
    body = packet.strip(b"\0 \r\n\t")
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise XmpProblem("declares entities")
    try:
        return ElementTree.fromstring(body)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise XmpProblem(str(error)) from error


def _goes(name: object, location: bool) -> bool:
    if not isinstance(name, str):  # a comment
        return False
    if name in _PREVIEWS or name == _EXTENDED:
        return True
    space, _, local = name.rpartition("}")
    return not location and (
        name in _PLACES or _GEO in space or any(word in local.lower() for word in ("gps", "latitude", "longitude"))
    )
