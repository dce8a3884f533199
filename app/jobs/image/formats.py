"""The picture formats: what each can hold, and how content is recognised by its first bytes.

Owns: the table of formats, the magic numbers, which formats need an add-on. Must not know: Pillow (this is imported
by planning and by start-up paths), recipes.
"""

from dataclasses import dataclass

HEAD = 32  # bytes that `sniff` looks at; SVG may need more, see `SVG_HEAD`
SVG_HEAD = 1024
FULL_COLOR_QUALITY = 92  # from here JPEG data keeps colour at full resolution (4:4:4)


@dataclass(frozen=True, slots=True)
class Format:
    """One format that is read and written.

    `modes`: the Pillow modes it takes from us; `max_side` in pixels; `quality`: the default, None = has no quality;
    `holds`: the parts of `Metadata` that have a place in it.
    """

    name: str  # as in recipes
    label: str  # as in sentences
    suffixes: tuple[str, ...]  # the first one is ours
    modes: frozenset[str]
    max_side: int
    quality: int | None = None
    animation: bool = False
    pages: bool = False
    holds: frozenset[str] = frozenset({"exif", "xmp"})

    @property
    def suffix(self) -> str:
        return self.suffixes[0]

    @property
    def alpha(self) -> bool:
        return "RGBA" in self.modes

    @property
    def deep(self) -> bool:
        return "I;16" in self.modes


@dataclass(frozen=True, slots=True)
class AddOn:
    """A known kind of picture that cannot be read (`package`: the add-on that could, or "")."""

    label: str
    package: str = ""


_FORMATS = (
    Format(
        "jpeg", "JPEG", (".jpg", ".jpeg", ".jpe", ".jfif"), frozenset({"L", "RGB", "CMYK"}), 65_500, quality=82,
        holds=frozenset({"exif", "xmp", "iptc", "comment"}),
    ),
    Format(
        "png", "PNG", (".png", ".apng"), frozenset({"L", "LA", "RGB", "RGBA", "I;16"}), 2**31 - 1, animation=True,
        holds=frozenset({"exif", "xmp", "iptc", "text"}),
    ),
    Format("webp", "WebP", (".webp",), frozenset({"RGB", "RGBA"}), 16_383, quality=80, animation=True),
    Format(
        "tiff", "TIFF", (".tif", ".tiff"), frozenset({"L", "LA", "RGB", "RGBA", "CMYK", "I;16"}), 2**31 - 1, pages=True,
        holds=frozenset({"exif", "xmp", "iptc"}),
    ),
    Format(
        "gif", "GIF", (".gif",), frozenset({"L", "RGB", "RGBA"}), 65_535, animation=True, holds=frozenset({"comment"})
    ),
    Format("avif", "AVIF", (".avif", ".avifs"), frozenset({"RGB", "RGBA"}), 65_536, quality=60, animation=True),
    Format("bmp", "BMP", (".bmp", ".dib"), frozenset({"L", "RGB"}), 2**31 - 1, holds=frozenset()),
)  # fmt: skip
# Written, never read.
PDF = Format("pdf", "PDF", (".pdf",), frozenset({"L", "RGB"}), 65_500, quality=82, pages=True, holds=frozenset())
FORMATS: dict[str, Format] = {format_.name: format_ for format_ in (*_FORMATS, PDF)}

HEIC = AddOn("HEIC", "pillow-heif")
JXL = AddOn("JPEG XL", "pillow-jxl-plugin")
RAW = AddOn("camera RAW", "rawpy")
JPEG2000 = AddOn("JPEG 2000")
PSD = AddOn("Photoshop")
SVG = AddOn("SVG")

RAW_SUFFIXES = frozenset(
    {".cr2", ".cr3", ".nef", ".nrw", ".arw", ".srf", ".sr2", ".dng", ".orf", ".rw2", ".raf", ".pef", ".srw", ".3fr"}
)
ADD_ON_SUFFIXES = RAW_SUFFIXES | {".heic", ".heif", ".hif", ".jxl", ".psd"}
# What a folder scan offers. Pictures that need an add-on are offered too: they fail with a reason instead of missing.
SUFFIXES = frozenset(suffix for format_ in _FORMATS for suffix in format_.suffixes) | ADD_ON_SUFFIXES

_STARTS: tuple[tuple[bytes, Format | AddOn], ...] = (
    (b"\xff\xd8\xff", FORMATS["jpeg"]),
    (b"\x89PNG\r\n\x1a\n", FORMATS["png"]),
    (b"GIF87a", FORMATS["gif"]),
    (b"GIF89a", FORMATS["gif"]),
    (b"FUJIFILMCCD-RAW", RAW),
    (b"IIU\0", RAW),  # Panasonic
    (b"IIRO", RAW),  # Olympus
    (b"II*\0\x10\0\0\0CR", RAW),  # Canon, inside a TIFF
    (b"II*\0", FORMATS["tiff"]),
    (b"MM\0*", FORMATS["tiff"]),
    (b"II+\0", FORMATS["tiff"]),
    (b"MM\0+", FORMATS["tiff"]),
    (b"BM", FORMATS["bmp"]),
    (b"\xff\x0a", JXL),
    (b"\0\0\0\x0cJXL \r\n\x87\n", JXL),
    (b"\0\0\0\x0cjP  \r\n\x87\n", JPEG2000),
    (b"8BPS", PSD),
)
_BRANDS: dict[bytes, Format | AddOn] = {
    b"avif": FORMATS["avif"],
    b"avis": FORMATS["avif"],
    b"crx ": RAW,
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis"), HEIC),
}


def sniff(head: bytes, suffix: str = "") -> Format | AddOn | None:
    """What the first bytes of a file say it is; None = no picture that is known.

    `suffix` (lower case, with the dot) decides one thing: many camera RAW files are TIFFs in all but name.
    """
    found = _sniff(head)
    return RAW if found is FORMATS["tiff"] and suffix in RAW_SUFFIXES else found


def _sniff(head: bytes) -> Format | AddOn | None:
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return FORMATS["webp"]
    if head[4:8] == b"ftyp":
        # "mif1" and "msf1" say only "some still picture": the compatible brands after them say which.
        brands = [head[8:12], *(head[at : at + 4] for at in range(16, min(len(head), int.from_bytes(head[:4])), 4))]
        known = [_BRANDS[brand] for brand in brands if brand in _BRANDS]
        return known[0] if known else HEIC if head[8:12] in (b"mif1", b"msf1") else None
    for start, what in _STARTS:
        if head.startswith(start):
            return what
    text = head[:SVG_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(b"<svg") or (text.startswith((b"<?xml", b"<!")) and b"<svg" in text):
        return SVG
    return None


def written(wish: str, source: Format | None) -> Format:
    """The format of an output. `wish`: of the recipe; `source`: what the input is, None = not known.

    "same" means JPEG for BMP, since nobody who has a BMP wants the size of one, and for what add-ons read.
    """
    if wish != "same":
        return FORMATS[wish]
    if source is None or source.name == "bmp" or source.name not in FORMATS:
        return FORMATS["jpeg"]
    return source
