"""A folder of odd picture files, each with the end that is known for it: every mode, format, orientation and depth.

Owns: files that are unusual but whole, and odd names. Damaged and hostile ones are in `odd_damage.py`. Everything is
made on the spot from a fixed seed, so the same name is always the same bytes (up to the encoders' versions).
"""

import io
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageCms

from app.jobs.image import exif
from app.jobs.image.picture import TURNS
from tests.jobs.image.samples import XMP, exif_block, photo

WIDTH, HEIGHT = 96, 64
FORBIDDEN = frozenset('<>:"/\\|?*') | frozenset(map(chr, range(32)))  # in names, on Windows
GAIN_MAP = b'<x xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0"/>'
UNDO = {2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}  # the turn that a camera held so has done


@dataclass(frozen=True, slots=True)
class Odd:
    """One file. `ends`: "done", or the code of its failure. `warnings`: the codes that it gets, all of them. `shows`:
    how far its output may be from `base()` (mean difference, 0 to 255); None = it shows something else."""

    name: str
    data: bytes
    ends: str = "done"
    warnings: frozenset[str] = frozenset()
    shows: float | None = None


def odd(name: str, data: bytes, *warnings: str, ends: str = "done", shows: float | None = None) -> Odd:
    return Odd(name, data, ends, frozenset(warnings), shows)


def base() -> Image.Image:
    return photo(WIDTH, HEIGHT)


def saved(image: Image.Image, label: str, **options: Any) -> bytes:
    made = io.BytesIO()
    image.save(made, label, **options)
    return made.getvalue()


def png(size: tuple[int, int], depth: int, color: int, rows: bytes, *chunks: bytes, interlaced: int = 0) -> bytes:
    """A PNG from its raw rows (each with its filter byte)."""
    head = struct.pack(">IIBBBBB", *size, depth, color, 0, 0, interlaced)
    parts = [chunk(b"IHDR", head), *chunks, chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def deep_rows(image: Image.Image) -> bytes:
    """Rows of 16-bit samples: the 8-bit ones, each twice."""
    width = image.width * len(image.getbands())
    raw = image.tobytes()
    rows = (raw[at : at + width] for at in range(0, len(raw), width))
    return b"".join(b"\0" + bytes(value for value in row for _ in range(2)) for row in rows)


def adam7(image: Image.Image) -> bytes:
    """An interlaced PNG: seven passes over every 8 × 8 square."""
    rows = b""
    for left, top, right, down in (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ):
        for y in range(top, image.height, down):
            row = bytes(value for x in range(left, image.width, right) for value in image.getpixel((x, y)))  # type: ignore[union-attr]
            rows += b"\0" + row
    return png(image.size, 8, 2, rows, interlaced=1)


def modes() -> Iterator[Odd]:
    """Every mode that each format can store."""
    rgb, grey = base(), base().convert("L")
    seen = rgb.convert("RGBA")
    seen.putalpha(Image.linear_gradient("L").resize(rgb.size))
    clear = "ALPHA_FLATTENED"
    deep = grey.convert("I").point(lambda value: value * 257)
    deep16 = deep.convert("I;16")
    for mode in ("L", "RGB"):
        for name, options in {
            "plain": {}, "progressive": {"progressive": True}, "444": {"subsampling": 0}, "422": {"subsampling": 1},
            "restarts": {"restart_marker_blocks": 2}, "optimised": {"optimize": True},
        }.items():  # fmt: skip
            yield odd(
                f"{mode}-{name}.jpg",
                saved(rgb.convert(mode), "JPEG", quality=95, **options),
                shows=None if mode == "L" else 4,
            )
    yield odd("CMYK.jpg", saved(rgb.convert("CMYK"), "JPEG", quality=95), "CMYK_WITHOUT_PROFILE", shows=4)
    yield odd("rgb-adobe.jpg", saved(rgb, "JPEG", quality=95, keep_rgb=True), shows=4)
    for mode in ("1", "L", "P", "RGB"):
        yield odd(f"{mode}.png", saved(rgb.convert(mode), "PNG"), shows=3 if mode == "RGB" else None)
        yield odd(f"{mode}.bmp", saved(rgb.convert(mode), "BMP"), shows=3 if mode == "RGB" else None)
        yield odd(f"{mode}.tif", saved(rgb.convert(mode), "TIFF"), shows=3 if mode == "RGB" else None)
    yield odd("LA.png", saved(seen.convert("LA"), "PNG"), clear)
    yield odd("RGBA.png", saved(seen, "PNG"), clear)
    yield odd("opaque.png", saved(rgb.convert("RGBA"), "PNG"), shows=3)
    yield odd("P-transparent.png", saved(rgb.quantize(16), "PNG", transparency=3), clear)
    yield odd("RGB-keyed.png", saved(rgb, "PNG", transparency=rgb.getpixel((0, 0))), clear)
    yield odd("L-keyed.png", saved(grey, "PNG", transparency=grey.getpixel((0, 0))), clear)
    yield odd("2-bit.png", saved(rgb.quantize(4), "PNG", bits=2))
    yield odd("interlaced.png", adam7(rgb), shows=3)
    yield odd("16-grey.png", saved(deep16, "PNG"), "DEPTH_REDUCED")
    yield odd("16-grey-alpha.png", png(rgb.size, 16, 4, deep_rows(seen.convert("LA"))), "DEPTH_REDUCED", clear)
    yield odd("16-rgb.png", png(rgb.size, 16, 2, deep_rows(rgb)), "DEPTH_REDUCED", shows=3)
    yield odd("16-rgba.png", png(rgb.size, 16, 6, deep_rows(seen)), "DEPTH_REDUCED", clear)
    yield odd("32-bit.bmp", saved(seen, "BMP"))
    yield odd("RGBA.webp", saved(seen, "WEBP", quality=95), clear)
    yield odd("RGB.webp", saved(rgb, "WEBP", quality=95), shows=4)
    yield odd("lossless.webp", saved(rgb, "WEBP", lossless=True), shows=3)
    yield odd("RGB.avif", saved(rgb, "AVIF", quality=95), shows=4)
    yield odd("RGBA.avif", saved(seen, "AVIF", quality=95), clear)
    yield odd("L.avif", saved(grey, "AVIF", quality=95))
    yield odd("L.gif", saved(grey, "GIF"))
    yield odd("P.gif", saved(rgb.quantize(64), "GIF"), shows=8)
    yield odd("interlaced.gif", saved(rgb.quantize(64), "GIF", interlace=True), shows=8)
    yield odd("transparent.gif", saved(rgb.quantize(16), "GIF", transparency=2), clear)
    yield odd("LA.tif", saved(seen.convert("LA"), "TIFF"), clear)
    yield odd("RGBA.tif", saved(seen, "TIFF"), clear)
    yield odd("CMYK.tif", saved(rgb.convert("CMYK"), "TIFF"), "CMYK_WITHOUT_PROFILE", shows=4)
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    yield odd("LAB.tif", saved(ImageCms.profileToProfile(rgb, srgb, lab, outputMode="LAB") or rgb, "TIFF"), shows=4)
    yield odd("16-grey.tif", saved(deep16, "TIFF"), "DEPTH_REDUCED")
    yield odd("32-grey.tif", saved(deep, "TIFF"), "DEPTH_REDUCED")
    yield odd("float.tif", saved(grey.convert("F").point(lambda value: value / 255 + 0), "TIFF"), "DEPTH_REDUCED")
    for compression in ("raw", "packbits", "tiff_lzw", "tiff_adobe_deflate", "jpeg", "lzma", "zstd"):
        yield odd(
            f"{compression}.tif",
            saved(rgb, "TIFF", compression=compression),
            shows=None if compression == "jpeg" else 3,
        )
    for compression in ("group3", "group4", "tiff_ccitt"):
        yield odd(f"{compression}.tif", saved(rgb.convert("1"), "TIFF", compression=compression))
    yield odd("big.tif", saved(rgb, "TIFF", big_tiff=True), shows=3)


def orientations() -> Iterator[Odd]:
    """Every orientation in every format that can say it, and values that mean nothing."""
    for value in range(1, 9):
        stored = base() if value == 1 else base().transpose(TURNS[UNDO[value]])
        block = exif_block(value)
        tag = Image.Exif()
        tag[exif.ORIENTATION] = value
        yield odd(f"turned-{value}.jpg", saved(stored, "JPEG", quality=95, exif=block), shows=5)
        yield odd(
            f"turned-{value}-big-endian.jpg",
            saved(stored, "JPEG", quality=95, exif=exif_block(value, order=">")),
            shows=5,
        )
        packet = XMP.replace(b"ORIENT", str(value).encode())
        yield odd(f"turned-{value}-xmp.jpg", saved(stored, "JPEG", quality=95, xmp=packet), shows=5)
        yield odd(f"turned-{value}.png", saved(stored, "PNG", exif=block), shows=3)
        yield odd(f"turned-{value}.webp", saved(stored, "WEBP", lossless=True, exif=block), shows=3)
        yield odd(f"turned-{value}.tif", saved(stored, "TIFF", exif=tag), shows=3)
        yield odd(f"turned-{value}.avif", saved(stored, "AVIF", quality=95, exif=tag.tobytes()), shows=5)
    for value in (0, 9, 65_535):
        yield odd(f"turned-{value}.jpg", saved(base(), "JPEG", quality=95, exif=exif_block(value)), shows=5)


def frames() -> Iterator[Odd]:
    """Animations, pages, and pictures behind the picture. The output is a JPEG: only the first is in it."""
    first = base()
    others = [base().point(lambda value, n=n: value // n) for n in (2, 3)]
    many = {"save_all": True, "append_images": others}
    for label, suffix in (("GIF", "gif"), ("WEBP", "webp"), ("PNG", "png"), ("AVIF", "avif"), ("TIFF", "tif")):
        options: dict[str, Any] = {} if label == "TIFF" else {"duration": 80}
        yield odd(f"moving.{suffix}", saved(first, label, **many, **options), "FRAMES_DROPPED", shows=12)
    yield odd("stand-in.png", saved(first, "PNG", **many, default_image=True), "FRAMES_DROPPED")
    for disposal in (0, 1, 2, 3):
        data = saved(first, "GIF", **many, duration=50, disposal=disposal, loop=0)
        yield odd(f"disposal-{disposal}.gif", data, "FRAMES_DROPPED", shows=12)
    yield odd("two.mpo.jpg", saved(first, "MPO", **many, quality=95), "FRAMES_DROPPED", shows=4)
    gain = saved(first, "MPO", save_all=True, append_images=[base().convert("L")], quality=95, xmp=GAIN_MAP)
    yield odd("gain-map.jpg", gain, "GAINMAP_DROPPED", shows=4)


def shapes() -> Iterator[Odd]:
    """The smallest pictures, and the longest."""
    for size in ((1, 1), (1, 2), (2, 1), (1, 400), (400, 1), (20_000, 1), (1, 20_000), (7, 9001)):
        image = photo(400, 300).resize(size)
        for label, suffix in (("JPEG", "jpg"), ("PNG", "png"), ("TIFF", "tif"), ("BMP", "bmp")):
            yield odd(f"{size[0]}x{size[1]}.{suffix}", saved(image, label))
        if max(size) <= 16_383:
            yield odd(f"{size[0]}x{size[1]}.webp", saved(image, "WEBP"))
            yield odd(f"{size[0]}x{size[1]}.gif", saved(image, "GIF"))


def names() -> Iterator[Odd]:
    """Whole pictures whose names are odd."""
    data = saved(base(), "JPEG", quality=95)
    wishes = [
        "😀 party 🎉.jpg", "\u202egnp.evil.jpg", "صورة.jpg", "写真.jpg", "Ä.jpg", "A\u0308.jpg", "-rf.jpg",
        "--help.jpg",
        "line\nbreak.jpg", "tab\there.jpg", "quote'\".jpg", "{name} {n:03} {nope}.jpg", "%s%n$(id)`id`.jpg",
        "a;b|c&d.jpg",
        "trailing .jpg", " leading.jpg", ".hidden.jpg", "CON.jpg", "aux.jpg", "dots...jpg", "no suffix", "UPPER.JPG",
        "two.suffixes.png.jpg", "x" * 246 + ".jpg", "ü" * 123 + ".jpg", "\x7f\x01.jpg", "a\\b.jpg", "a:b*c?.jpg",
    ]  # fmt: skip
    if sys.platform == "darwin":  # there a letter with its accent is one name, however it is written
        wishes.remove("A\u0308.jpg")
    if sys.platform == "win32":
        wishes = [name for name in wishes if not FORBIDDEN & set(name) and name not in ("CON.jpg", "aux.jpg")]
    if sys.platform == "linux":
        wishes.append(b"caf\xe9 \xff.jpg".decode("utf-8", "surrogateescape"))
    for name in wishes:
        mismatch = ("NAME_MISMATCH",) if name == "no suffix" else ()
        yield odd(name, data, *mismatch, shows=4)


WHOLE: tuple[Callable[[], Iterator[Odd]], ...] = (modes, orientations, frames, shapes, names)
