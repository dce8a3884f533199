"""Raw profiles: EXIF, IPTC and XMP as hexadecimal text in a PNG, as ImageMagick has written them since 1999.

Owns: that notation. Must not know: what the profiles say.
"""

from collections.abc import Mapping
from typing import Any

KEY = "Raw profile type "
_LINE = 72  # hexadecimal digits


def decode(texts: Mapping[Any, Any], *types: str) -> bytes:
    """The first profile of `types` ("exif", "APP1", …) in the texts of a PNG; b"" when there is none or it is broken.

    Written as: a line break, a name, the length in bytes, then lines of hexadecimal digits.
    """
    for kind in types:
        text = texts.get(KEY + kind)
        if not isinstance(text, str):
            continue
        lines = text.strip().splitlines()  # the first one is a name for people
        if len(lines) < 3 or not lines[1].strip().isdecimal():
            continue
        try:
            profile = bytes.fromhex("".join(lines[2:]))
        except ValueError:
            continue
        if len(profile) == int(lines[1]):
            return profile
    return b""


def encode(kind: str, profile: bytes) -> tuple[str, str]:
    """Key and text of a profile."""
    digits = profile.hex()
    lines = "\n".join(digits[at : at + _LINE] for at in range(0, len(digits), _LINE))
    return KEY + kind, f"\n{kind}\n{len(profile):8}\n{lines}\n"
