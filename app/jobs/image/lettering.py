"""Text as a small picture: a font that has its letters, and letters that can be read on light and on dark.

Owns: the choice of the font. Must not know: where the text goes. Fonts are those of the system, in a fixed order, so
that one computer always makes the same picture.
"""

from functools import lru_cache
from typing import cast

from PIL import Image, ImageDraw, ImageFont

from app.jobs.image.steps.base import Rgba, rgba

# Broad ones first (Linux, Windows, macOS), then those for the writings of Asia.
FONTS = (
    "DejaVuSans.ttf", "NotoSans-Regular.ttf", "LiberationSans-Regular.ttf", "segoeui.ttf", "arial.ttf", "Arial.ttf",
    "Arial Unicode.ttf", "Helvetica.ttc", "NotoSansCJK-Regular.ttc", "msyh.ttc", "YuGothR.ttc", "malgun.ttf",
    "Hiragino Sans GB.ttc", "PingFang.ttc", "AppleSDGothicNeo.ttc", "NotoSansArabic-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf", "Nirmala.ttc",
)  # fmt: skip
_PROBE = 20  # pixels: the size at which fonts are asked for letters
_NO_LETTER = "\U0010ffff"  # a character that there will never be: its picture is the font's sign for "missing"
_OUTLINE = 1 / 20  # of the letters' height
_DARK = 128  # letters lighter than this get a dark outline

Font = ImageFont.FreeTypeFont


def drawn(text: str, height: int, color: str, room: int) -> tuple[Image.Image, str]:
    """`text` in RGBA with an outline, cut to its ink, and the letters in it that no font here has.

    `height`: of the letters (the font's size) in pixels; less where `text` would be wider than `room`.
    """
    font, missing = _font(text, height)
    width = _box(text, font, _stroke(height))[2]
    if width > room:
        height = max(1, int(height * room / width))
        font = font.font_variant(size=height)
    left, top, right, bottom = _box(text, font, _stroke(height))
    image = Image.new("RGBA", (max(1, right - left), max(1, bottom - top)))
    fill = rgba(color)
    ImageDraw.Draw(image).multiline_text(
        (-left, -top), text, fill=fill, font=font, stroke_width=_stroke(height), stroke_fill=_contrast(fill)
    )
    return image, missing


def line(text: str, height: int, color: str, room: int) -> Image.Image:
    """`text` in RGBA on one line, without an outline; lines of one `height` lie on the same base, whatever their
    letters. See `drawn`."""
    text = text.replace("\n", " ")
    font, _ = _font(text, height)
    if font.getlength(text) > room:
        font = font.font_variant(size=max(1, int(height * room / font.getlength(text))))
    image = Image.new("RGBA", (max(1, int(font.getlength(text) + 0.999)), sum(font.getmetrics())))
    ImageDraw.Draw(image).text((0, 0), text, fill=rgba(color), font=font)
    return image


def _stroke(height: int) -> int:
    return round(height * _OUTLINE)


def _contrast(color: Rgba) -> Rgba:
    red, green, blue, alpha = color
    light = (299 * red + 587 * green + 114 * blue) / 1000
    return (0, 0, 0, alpha) if light >= _DARK else (255, 255, 255, alpha)


def _box(text: str, font: Font, stroke: int) -> tuple[int, int, int, int]:
    draw = ImageDraw.Draw(Image.new("RGBA", (1, 1)))
    left, top, right, bottom = draw.multiline_textbbox((0, 0), text, font, stroke_width=stroke)
    return int(left), int(top), int(right + 0.999), int(bottom + 0.999)


def _font(text: str, height: int) -> tuple[Font, str]:
    """The first font with every letter of `text`; else the one that misses least, and what it misses."""
    wanted = "".join(dict.fromkeys(letter for letter in text if not letter.isspace()))
    best, least = "", wanted
    for name in (*FONTS, ""):
        missing = _missing(name, wanted)
        if len(missing) < len(least) or not missing:
            best, least = name, missing
        if not missing:
            break
    font = _opened(best)
    assert font is not None  # the one inside Pillow is always there
    return font.font_variant(size=height), least


@lru_cache(maxsize=64)
def _opened(name: str) -> Font | None:
    """The font called `name`, "" = the one inside Pillow (few more letters than ASCII); None = not on this computer."""
    if not name:
        return cast(Font, ImageFont.load_default(_PROBE))
    try:
        return ImageFont.truetype(name, _PROBE)
    except OSError:
        return None


@lru_cache(maxsize=1024)
def _missing(name: str, letters: str) -> str:
    font = _opened(name)
    if font is None:
        return letters
    unknown = _shape(font, _NO_LETTER)
    return "".join(letter for letter in letters if _shape(font, letter) == unknown)


def _shape(font: Font, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(letter)
    return mask.size, bytes(mask)
