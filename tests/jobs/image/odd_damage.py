"""Odd picture files that are damaged, lie, or are no pictures, each with the end that is known for it.

Owns: damage of whole files, headers that lie, metadata that does not hold together, other content under a picture's
name. See `odd.py`.
"""

import importlib.util
import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from PIL import Image

from app.jobs.image.addons import reader
from app.jobs.image.formats import HEIC, JXL, RAW, AddOn
from tests.jobs.image.odd import Odd, base, chunk, odd, png, saved
from tests.jobs.image.samples import exif_block, iptc, noisy

# Damage that Pillow shows as grey without a word is seen where the strict decoder is installed.
SEEN = ("DATA_DAMAGED",) if importlib.util.find_spec("simplejpeg") is not None else ()
LABELS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "tif": "TIFF", "avif": "AVIF", "bmp": "BMP"}
MISFITS = {"jpg": "png", "png": "jpg", "webp": "jpg", "gif": "jpg", "tif": "jpg", "avif": "png", "bmp": "webp"}


def grainy(suffix: str) -> bytes:
    options = {"quality": 90} if suffix in ("jpg", "webp", "avif") else {}
    return saved(noisy(160, 120), LABELS[suffix], **options)


def garbled(data: bytes, share: float, length: int, seed: int = 7) -> bytes:
    """`data` with `length` bytes of noise at `share` of its length."""
    at = int(len(data) * share)
    return data[:at] + random.Random(seed).randbytes(length) + data[at + length :]


def damaged() -> Iterator[Odd]:
    """Each format cut short, overwritten, continued."""
    # What the decoders make of noise in the middle: named damage, a failure, or nothing that anybody could see.
    noise: dict[str, tuple[str, tuple[str, ...]]] = {
        "jpg": ("done", SEEN), "png": ("CORRUPT", ()), "webp": ("CORRUPT", ()), "gif": ("CORRUPT", ()),
        "tif": ("done", ()), "avif": ("done", ()), "bmp": ("done", ()),
    }  # fmt: skip
    for suffix in LABELS:
        data = grainy(suffix)
        yield odd(f"empty.{suffix}", b"", ends="EMPTY_FILE")
        yield odd(f"one byte.{suffix}", data[:1], ends="NOT_AN_IMAGE")
        yield odd(f"head only.{suffix}", data[:32], ends="CORRUPT")
        for percent in (30, 60, 95):
            yield odd(f"cut at {percent}.{suffix}", data[: len(data) * percent // 100], ends="CORRUPT")
        ends, warnings = noise[suffix]
        yield odd(f"noise.{suffix}", garbled(data, 0.6, 40), *warnings, ends=ends)
        yield odd(f"continued.{suffix}", data + b"and then some more" * 50)
        yield odd(f"twice.{suffix}", data + data)
        wrong = f"really {suffix}.{MISFITS[suffix]}"
        yield odd(wrong, data, "NAME_MISMATCH")


def lies() -> Iterator[Odd]:
    """Headers that promise what is not there: bombs, and pictures of no size."""
    nothing = bytes(200)
    yield odd("bomb.png", png((60_000, 60_000), 1, 0, nothing), ends="TOO_LARGE")
    yield odd(
        "bomb.gif",
        b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + b"\x80\0\0" + bytes(6) + b"\x2c" + nothing,
        ends="TOO_LARGE",
    )
    bmp = bytearray(saved(base(), "BMP"))
    bmp[18:26] = struct.pack("<ii", 50_000, 50_000)
    yield odd("bomb.bmp", bytes(bmp), ends="TOO_LARGE")
    jpeg = bytearray(saved(base(), "JPEG"))
    at = jpeg.index(b"\xff\xc0")
    jpeg[at + 5 : at + 9] = struct.pack(">HH", 65_000, 65_000)
    yield odd("bomb.jpg", bytes(jpeg), ends="TOO_LARGE")
    jpeg[at + 5 : at + 9] = struct.pack(">HH", 9_000, 9_000)
    yield odd("promises.jpg", bytes(jpeg), *SEEN)
    tiff = bytearray(saved(base(), "TIFF"))
    for tag in (256, 257):
        place = tiff.index(struct.pack("<HH", tag, 4))
        tiff[place + 8 : place + 12] = struct.pack("<I", 100_000)
    yield odd("bomb.tif", bytes(tiff), ends="TOO_LARGE")
    yield odd("no size.png", png((0, 0), 8, 2, b""), ends="CORRUPT")
    yield odd("no width.png", png((0, 10), 8, 2, b""), ends="CORRUPT")
    yield odd("no size.gif", b"GIF89a" + bytes(7) + b"\x2c" + bytes(9) + b"\x02\x02\x44\x01\0\x3b", ends="CORRUPT")
    bmp[18:26] = bytes(8)
    yield odd("no size.bmp", bytes(bmp), ends="CORRUPT")
    rows = b"".join(b"\0" + bytes(96 * 3) for _ in range(64))
    text = chunk(b"zTXt", b"Comment\0\0" + bomb(80_000_000))
    yield odd("text bomb.png", png((96, 64), 8, 2, rows, text), ends="CORRUPT")
    profile = chunk(b"iCCP", b"icc\0\0" + bomb(80_000_000))
    yield odd("profile bomb.png", png((96, 64), 8, 2, rows, profile), ends="CORRUPT")
    many = [Image.new("L", (3, 2), number % 256) for number in range(1500)]
    yield odd("1500 frames.gif", saved(many[0], "GIF", save_all=True, append_images=many[1:]), "FRAMES_DROPPED")


def bomb(size: int) -> bytes:
    """`size` bytes of nothing, packed."""
    packer = zlib.compressobj(9)
    parts = [packer.compress(bytes(1_000_000)) for _ in range(size // 1_000_000)]
    return b"".join(parts) + packer.flush()


def crowd(count: int, tag: int) -> bytes:
    """An EXIF block that says the same thing `count` times."""
    entry = struct.pack("<HHII", tag, 3, 1, 1)
    return b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", count) + entry * count + bytes(4)


def tales() -> Iterator[Odd]:
    """Metadata and profiles that do not hold together: never more than a warning."""
    head = b"Exif\0\0"
    blocks = {
        "no header": head + b"nonsense" * 9,
        "too many": head + b"II*\0\x08\0\0\0\xff\xff" + bytes(30),
        "outside": head + b"II*\0\xff\xff\xff\x00" + bytes(30),
        "loop": head + b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x8769, 4, 1, 8) + b"\x08\0\0\0",
        "gps outside": head + b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x8825, 4, 1, 0xFFFFFF) + bytes(4),
        "cut": exif_block(1)[:90],
        "crowd": crowd(5200, 0x8825),
    }
    for name, block in blocks.items():
        warning = () if name == "loop" else ("META_UNREADABLE",)
        yield odd(f"exif {name}.jpg", saved(base(), "JPEG", quality=95, exif=block), *warning, shows=4)
    for tag in (0x8825, 0x02BC, 0x0112):  # as many as are taken for real
        block = saved(base(), "JPEG", quality=95, exif=crowd(4000, tag))
        nowhere = ("META_UNREADABLE",) if tag == 0x8825 else ()  # it points to a place
        yield odd(f"exif {tag:x} 4000 times.jpg", block, *nowhere, shows=4)
    long = Image.Exif()
    long[0x010E] = "x" * 70_000
    yield odd("long exif.png", saved(base(), "PNG", exif=long), "META_TOO_LONG", shows=3)
    yield odd("long exif.webp", saved(base(), "WEBP", lossless=True, exif=long.tobytes()), "META_TOO_LONG", shows=3)
    packets = {
        "broken": b"<x:xmpmeta",
        "entities": b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>',
        "binary": bytes(range(256)),
        "deep": b'<a xmlns:e="http://ns.adobe.com/exif/1.0/" e:GPSLatitude="1">'
        + b"<b>" * 5000
        + b"</b>" * 5000
        + b"</a>",
    }
    for name, packet in packets.items():
        yield odd(f"xmp {name}.jpg", saved(base(), "JPEG", quality=95, xmp=packet), "META_UNREADABLE", shows=4)
    long_packet = b"<a>" + b"x" * 70_000 + b"</a>"
    yield odd("long xmp.webp", saved(base(), "WEBP", lossless=True, xmp=long_packet), "META_TOO_LONG", shows=3)
    broken = iptc()[:40]
    extra = b"\xff\xed" + (len(broken) + 2).to_bytes(2) + broken
    yield odd("iptc cut.jpg", saved(base(), "JPEG", quality=95, extra=extra), "META_UNREADABLE", shows=4)
    for suffix in ("jpg", "png", "tif", "webp"):
        options = {"quality": 95} if suffix == "jpg" else {"lossless": True} if suffix == "webp" else {}
        data = saved(base(), LABELS[suffix], icc_profile=b"noise" * 99, **options)
        yield odd(f"icc noise.{suffix}", data, "ICC_INVALID", shows=4)


def strangers() -> Iterator[Odd]:
    """What is no picture, under a picture's name."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("photo.jpg", saved(base(), "JPEG"))
    contents = {
        "text": b"Dear Sir or Madam,\n" * 20,
        "html": b"<!DOCTYPE html><html><body>404 Not Found</body></html>",
        "json": b'{"error": "no such picture"}',
        "zip": archive.getvalue(),
        "gzip": b"\x1f\x8b\x08" + bytes(40),
        "pdf": b"%PDF-1.7\n" + bytes(100),
        "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nquit\n",
        "wmf": b"\xd7\xcd\xc6\x9a" + bytes(60),
        "exe": b"MZ" + bytes(200),
        "elf": b"\x7fELF" + bytes(200),
        "mp4": b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + bytes(60),
        "webm": b"\x1aE\xdf\xa3" + bytes(60),
        "riff": b"RIFF\x24\0\0\0WAVEfmt " + bytes(40),
        "zeros": bytes(5000),
        "random": b"\x01" + random.Random(3).randbytes(5000),
    }
    for name, content in contents.items():
        for suffix in ("jpg", "png"):
            yield odd(f"{name}.{suffix}", content, ends="NOT_AN_IMAGE")
    yield odd("drawing.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", ends="UNSUPPORTED")
    yield odd("layers.jpg", b"8BPS\0\x01" + bytes(60), ends="UNSUPPORTED")
    yield odd("2000.jpg", b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(60), ends="UNSUPPORTED")
    yield odd("phone.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(60), ends=_missing(HEIC))
    yield odd("new.jpg", b"\xff\x0a" + bytes(60), ends=_missing(JXL))
    yield odd("camera.nef", b"II*\0\x08\0\0\0" + bytes(60), ends=_missing(RAW))
    yield odd("canon.jpg", b"II*\0\x10\0\0\0CR\x02\0" + bytes(60), ends=_missing(RAW))


def _missing(add_on: AddOn) -> str:
    return "UNSUPPORTED" if reader(add_on) is None else "CORRUPT"


BROKEN: tuple[Callable[[], Iterator[Odd]], ...] = (damaged, lies, tales, strangers)


def mutants(count: int, seed: int = 11) -> Iterator[tuple[str, bytes]]:
    """Whole files with all their metadata, changed at random: nobody knows how each ends, but all have to."""
    chance = random.Random(seed)
    for number in range(count):
        suffix = chance.choice(sorted(LABELS))
        options = {} if suffix in ("gif", "bmp") else {"exif": exif_block(6)}
        data = bytearray(saved(base(), LABELS[suffix], **options))
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(min(len(data), chance.choice((60, 600, 60_000))))
            match chance.randrange(4):
                case 0:
                    del data[at : at + chance.randint(1, 40)]
                case 1:
                    data[at:at] = chance.randbytes(chance.randint(1, 40))
                case _:
                    data[at] = chance.choice((0, 1, 127, 128, 255, chance.randrange(256)))
            if not data:
                break
        yield f"mutant {number}.{suffix}", bytes(data)
