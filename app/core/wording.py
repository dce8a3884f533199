"""Text and times on their way to people and scripts, the same everywhere. Pure."""

import unicodedata
from datetime import UTC, datetime

# Characters that make a terminal or a table show something else than what is there: directions and invisible joints.
_HIDDEN = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")


def visible(text: str) -> str:
    """`text` on one line with control characters, direction marks and lone surrogates written as escapes."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        char.encode("unicode_escape").decode("ascii")
        if char in _HIDDEN or unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")
        else char
        for char in text
    )


def iso(ms: int | None) -> str | None:
    """Milliseconds UTC as ISO 8601 with a Z, or None."""
    if ms is None:
        return None
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
