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


def drawn(text: str, height: int, color: str, room: int, outlined: bool = True) -> tuple[Image.Image, str]:
    """`text` in RGBA, cut to its ink, and the letters in it that no font here has.

    `height`: of the letters (the font's size) in pixels; less where `text` would be wider than `room`. `outlined`: so
    that they can be read on anything.
    """
    font, missing = _font(text, height)
    width = _box(text, font, _stroke(height) if outlined else 0)[2]
    if width > room:
        height = max(1, int(height * room / width))
        font = font.font_variant(size=height)
    stroke = _stroke(height) if outlined else 0
    left, top, right, bottom = _box(text, font, stroke)
    image = Image.new("RGBA", (max(1, right - left), max(1, bottom - top)))
    fill = rgba(color)
    ImageDraw.Draw(image).multiline_text(
        (-left, -top), text, fill=fill, font=font, stroke_width=stroke, stroke_fill=_contrast(fill)
    )
    return image, missing


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
    found = [(font, _missing(name, wanted)) for name in (*FONTS, "") if (font := _opened(name)) is not None]
    font, missing = min(found, key=lambda pair: len(pair[1]))
    return font.font_variant(size=height), missing


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
