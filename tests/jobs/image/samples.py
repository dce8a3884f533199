"""Pictures and metadata blocks for the tests, made on the spot."""

import io
import json
import random
import struct
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageStat

from app.jobs.image.exif import PREFIX
from app.jobs.image.recipe import ImageRecipe
from app.jobs.registry import parse_recipe

XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    b' xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
    b' exif:GPSLatitude="52,31.2N" tiff:Orientation="ORIENT" photoshop:City="Berlin">'
    b"<exif:GPSLongitude>13,24.6E</exif:GPSLongitude><dc:title>Harbour</dc:title>"
    b'</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


def iptc() -> bytes:
    """An APP13 payload with a city, a title, and an embedded preview."""
    records = b"\x1c\x02\x5a\0\x06Berlin" + b"\x1c\x02\x05\0\x07Harbour"
    preview = b"PREVIEW-OF-OLD"
    return (
        b"Photoshop 3.0\0"
        + b"8BIM\x04\x04\0\0" + len(records).to_bytes(4) + records + b"\0" * (len(records) % 2)
        + b"8BIM\x04\x0c\0\0" + len(preview).to_bytes(4) + preview
    )  # fmt: skip


def recipe(**keys: Any) -> ImageRecipe:
    """A recipe from its JSON, as a person would write it."""
    made = parse_recipe(json.dumps({"dropmill": 1, "kind": "image", **keys}))
    assert isinstance(made, ImageRecipe)
    return made


def photo(width: int = 320, height: int = 240) -> Image.Image:
    """Something without symmetry: gradients, a red corner at the top left, a blue bar on the right."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    image = Image.merge("RGB", (across, down, Image.new("L", (width, height), 90)))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 4, height // 5), fill=(220, 20, 20))
    draw.rectangle((width * 7 // 8, height // 2, width, height), fill=(20, 20, 220))
    return image


def noisy(width: int = 320, height: int = 240) -> Image.Image:
    """The photo with grain: a picture whose size is in its pixels."""
    grain = Image.frombytes("RGB", (width, height), random.Random(5).randbytes(width * height * 3))
    return Image.blend(photo(width, height), grain, 0.3)


def exif_block(
    orientation: int = 1, gps: bool = True, thumbnail: bool = True, order: str = "<", size: tuple[int, int] = (320, 240)
) -> bytes:
    """An EXIF block as cameras write it, with a maker note that counts its offsets from the block's start."""
    head = b"II*\0" if order == "<" else b"MM\0*"
    thumb = io.BytesIO()
    photo(40, 30).save(thumb, "JPEG")
    data = bytearray(head + struct.pack(order + "I", 8))

    def directory(entries: list[tuple[int, int, int, bytes]], following: int, at: int) -> bytes:
        """(tag, type, count, value); values longer than four bytes go behind the directory."""
        body, extra = b"", b""
        behind = at + 2 + 12 * len(entries) + 4
        for tag, kind, count, value in entries:
            if len(value) > 4:
                place = struct.pack(order + "I", behind + len(extra))
                extra += value
            else:
                place = value.ljust(4, b"\0")
            body += struct.pack(order + "HHI", tag, kind, count) + place
        return struct.pack(order + "H", len(entries)) + body + struct.pack(order + "I", following) + extra

    def short(value: int) -> bytes:
        return struct.pack(order + "H", value)

    def long(value: int) -> bytes:
        return struct.pack(order + "I", value)

    def first(exif_at: int, gps_at: int, second_at: int) -> bytes:
        entries = [
            (0x010F, 2, 8, b"Camera\0\0"),
            (0x0112, 3, 1, short(orientation)),
            (0x0132, 2, 20, b"2026:05:04 13:02:01\0"),
            (0x8298, 2, 12, b"(c) Someone\0"),
            (0x8769, 4, 1, long(exif_at)),
        ]
        entries += [(0x8825, 4, 1, long(gps_at))] if gps else []
        return directory(entries, second_at, 8)

    length = len(first(0, 0, 0))
    inner = [
        (0x9003, 2, 20, b"2025:01:02 03:04:05\0"),
        (0x927C, 7, 12, b"MAKERNOTE123"),
        (0xA002, 4, 1, long(size[0])),
        (0xA003, 3, 1, short(size[1])),
    ]
    exif_at = 8 + length
    exif = directory(inner, 0, exif_at)
    gps_at = exif_at + len(exif)
    latitude = struct.pack(order + "6I", 52, 1, 31, 1, 12, 1)
    location = directory([(1, 2, 2, b"N\0"), (2, 5, 3, latitude)], 0, gps_at) if gps else b""
    second_at = gps_at + len(location)
    second = b""
    if thumbnail:
        preview = [(0x0201, 4, 1, long(second_at + 2 + 24 + 4)), (0x0202, 4, 1, long(len(thumb.getvalue())))]
        second = directory(preview, 0, second_at) + thumb.getvalue()
    data += first(exif_at, gps_at, second_at if thumbnail else 0) + exif + location + second
    return PREFIX + bytes(data)


def saved(path: Path, image: Image.Image | None = None, **options: Any) -> Path:
    """`image` (default: `photo()`) written to `path`."""
    (image or photo()).save(path, **options)
    return path


def difference(one: Image.Image, two: Image.Image) -> float:
    """Mean absolute difference of two pictures of the same size, 0 to 255."""
    assert one.size == two.size
    means = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), two.convert("RGB"))).mean
    return sum(means) / len(means)
