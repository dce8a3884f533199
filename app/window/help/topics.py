"""The help pages as texts: which there are, in which order, and which one explains what is on screen.

Owns: the topics and how their files are read. Must not know: how a page is drawn. A file is Markdown, starts with its
title and links to other topics as `undo.md`.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from app.system.resources import resource

FIRST = "first-steps"
TOPICS = (
    FIRST,
    "originals",
    "pictures",
    "tables",
    "e-mails",
    "failures",
    "undo",
    "watched-folders",
    "overnight",
    "accounts",
    "command-line",
    "keyboard",
    "privacy",
)

# The topic of a part of the window, by the package or module in `app.window` that its class comes from.
OF_PAGE = {
    "failures": "failures",
    "mailcheck": "e-mails",
    "watching": "watched-folders",
    "left": "undo",
    "accounts": "accounts",
    "shortcuts": "keyboard",
    "activity": "overnight",
}


@dataclass(frozen=True, slots=True)
class Topic:
    """One help page. `text`: its Markdown, title included."""

    id: str
    title: str
    text: str

    def holds(self, words: str) -> bool:
        """Whether every one of `words` is in it, in any case."""
        text = self.text.casefold()
        return all(word in text for word in words.casefold().split())


def read_topics(language: str, folder: Path | None = None) -> list[Topic]:
    """All topics of `language`, in their order; one without a translation is shown in English. Raises OSError."""
    place = folder or resource("help")
    found = []
    for name in TOPICS:
        path = place / language / f"{name}.md"
        text = (path if path.exists() else place / "en" / f"{name}.md").read_text(encoding="utf-8")
        found.append(Topic(name, text.partition("\n")[0].lstrip("# ").strip(), text))
    return found


def topic_of(shown: QObject | None) -> str:
    """The topic that explains `shown` (a page, or the widget with the focus), by it or what it stands in."""
    while shown is not None:
        parts = type(shown).__module__.split(".")
        if len(parts) > 2 and parts[2] in OF_PAGE:
            return OF_PAGE[parts[2]]
        shown = shown.parent()
    return FIRST
