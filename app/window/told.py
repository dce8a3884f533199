"""Sentences that come from below the window, where there is no Qt: told in the language of the window.

Owns: how such a sentence finds its translation. Must not know: who wrote it. Titles, meanings and advice of failures
are in the text files (`packaging/translations.py` takes them from the table), so they are looked up as they stand. What
has no translation is told as it was written, in English.
"""

from app.window.text import tr


def told(sentence: str) -> str:
    """`sentence` in the language of the window."""
    return tr(sentence) if sentence else ""
