"""A small reader for the PDF files of the tests: objects by their offsets in the table, streams unpacked."""

import io
import re
import zlib
from dataclasses import dataclass
from typing import Any

from PIL import Image


@dataclass(frozen=True)
class PdfPage:
    """`box`: width and height of the page in points; `image`: its one picture; `icc`: the profile of that."""

    box: tuple[float, float]
    image: Image.Image
    filter: str
    icc: bytes | None


def read(data: bytes) -> list[PdfPage]:
    """The pages of a PDF, each with one picture that fills it."""
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", data)[1])  # type: ignore[index]
    head, count = re.match(rb"xref\n0 (\d+)\n", data[start:]), 0
    assert head is not None
    count = int(head[1])
    table = data[start + head.end() :]
    offsets = [int(table[20 * n : 20 * n + 10]) for n in range(count)]
    objects = {n: _object(data, n, offsets[n]) for n in range(1, count)}
    trailer = data[start + head.end() + 20 * count :]
    assert f"/Size {count}".encode() in trailer
    root = objects[_reference(trailer, b"Root")][0]
    pages = objects[_reference(root, b"Pages")][0]
    kids = [int(number) for number in re.findall(rb"(\d+) 0 R", re.search(rb"/Kids \[(.*?)\]", pages)[1])]  # type: ignore[index]
    assert f"/Count {len(kids)} ".encode() in pages
    return [_page(objects, kid) for kid in kids]


def _object(data: bytes, number: int, offset: int) -> tuple[bytes, bytes]:
    """Dictionary and stream of an object."""
    assert data[offset:].startswith(f"{number} 0 obj\n".encode())
    end = data.index(b"\nendobj\n", offset)
    body = data[offset:end]
    about, has_stream, _ = body.partition(b"\nstream\n")
    if not has_stream:
        return body, b""
    length = int(re.search(rb"/Length (\d+)", about)[1])  # type: ignore[index]
    at = offset + len(about) + len(b"\nstream\n")
    assert data[at + length :].startswith(b"\nendstream\nendobj\n")
    return about, data[at : at + length]


def _reference(text: bytes, key: bytes) -> int:
    return int(re.search(rb"/" + key + rb" (\d+) 0 R", text)[1])  # type: ignore[index]


def _page(objects: dict[int, tuple[bytes, bytes]], number: int) -> PdfPage:
    about = objects[number][0]
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", about)
    assert box is not None
    width, height = float(box[1]), float(box[2])
    drawing = objects[_reference(about, b"Contents")][1]
    assert drawing == b"q %s 0 0 %s 0 0 cm /P Do Q" % (box[1], box[2])
    head, stream = objects[_reference(about, b"P")]
    size = tuple(int(re.search(rb"/" + key + rb" (\d+)", head)[1]) for key in (b"Width", b"Height"))  # type: ignore[index]
    named = re.search(rb"/Filter /(\w+)", head)[1].decode()  # type: ignore[index]
    profile: bytes | None = None
    grey = b"/DeviceGray" in head
    if b"ICCBased" in head:
        about_icc, packed = objects[_reference(head.replace(b"[/ICCBased ", b"/ICCBased "), b"ICCBased")]
        profile, grey = zlib.decompress(packed), b"/N 1" in about_icc
    image: Any
    if named == "DCTDecode":
        image = Image.open(io.BytesIO(stream))
        image.load()
    else:
        image = Image.frombytes("L" if grey else "RGB", size, zlib.decompress(stream))
    assert (image.size, image.mode) == (size, "L" if grey else "RGB")
    return PdfPage((width, height), image, named, profile)
