"""What the packaged program is fed with, made of bytes alone."""

import json
import struct
from pathlib import Path

RECIPE = {"dropmill": 1, "name": "Smoke"}


def bmp(target: Path, width: int, height: int, shade: int = 0) -> None:
    """A picture with a gradient: 24 bits a pixel, no compression. `shade` 0 to 255 makes it another picture."""
    row = bytearray()
    for x in range(width):
        row += bytes((x * 255 // width, shade, 255 - x * 255 // width))
    row += bytes(-len(row) % 4)
    pixels = bytes(row) * height
    head = struct.pack("<2sIHHI", b"BM", 54 + len(pixels), 0, 0, 54)
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(pixels), 2835, 2835, 0, 0)
    target.write_bytes(head + info + pixels)


def table(target: Path, rows: int) -> None:
    """A table `id,name,price` with a header."""
    lines = ["id,name,price", *(f"{n},Item {n},{n}.25" for n in range(1, rows + 1))]
    target.write_text("\n".join([*lines, ""]), encoding="utf-8")


def recipe(target: Path, kind: str, **parts: object) -> None:
    """A recipe of `kind` with these parts."""
    target.write_text(json.dumps({**RECIPE, "kind": kind, **parts}), encoding="utf-8")
