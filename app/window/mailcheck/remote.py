"""Whether a message in HTML counts on something from the internet, which the window never loads.

Owns: where HTML and its styles name such things. Pure. Must not know: widgets, how a message is shown. A link that a
person would have to follow is none of them, nor is a picture that travels inside the message (`cid:`, `data:`).
"""

import re
from html.parser import HTMLParser

_FAR = re.compile(r"\s*(https?:)?//", re.IGNORECASE)
_STYLE = re.compile(r"""(url\(|@import)\s*['"]?\s*(https?:)?//""", re.IGNORECASE)
_LOADED = frozenset({"src", "srcset", "background", "poster"})


class _Reader(HTMLParser):
    """Notes whether anything far away is named."""

    def __init__(self) -> None:
        super().__init__()
        self.found = False
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        for name, value in attrs:
            loads = name in _LOADED or (tag == "link" and name == "href")
            if value and (_FAR.match(value) if loads else name == "style" and _STYLE.search(value)):
                self.found = True

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style and _STYLE.search(data):
            self.found = True


def loads_from_afar(html: str) -> bool:
    """Whether a mail program would load pictures, styles or the like for `html` from the internet."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found
