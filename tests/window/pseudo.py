"""A language that nobody speaks, made at run time: every translated text is longer, accented and marked.

What is not marked on screen was never translated; what is longer than its place is clipped. For tests and pictures.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

OPEN, CLOSE = "\u27e6", "\u27e7"  # mathematical white square brackets
_ACCENTS = str.maketrans("aeiouAEIOUcny", "àéîöûÀÉÎÖÛçñý")
LONGER = 0.4


def pseudo(text: str) -> str:
    """`text` with accents, 40 % longer, in marks. Placeholders stay as they are."""
    words, inside = [], 0
    for at, sign in enumerate(text):
        inside += (sign == "{") - (text[at - 1] == "}" if at else False)
        after_percent = (at > 0 and text[at - 1] == "%") or (at > 1 and text[at - 2 : at] == "%L")
        words.append(sign if inside or after_percent else sign.translate(_ACCENTS))
    more = round(len(text) * LONGER)
    return f"{OPEN}{''.join(words)}{('~~~~~~~~~ ' * (more // 10 + 1))[:more]}{CLOSE}"  # words that can wrap


class PseudoTranslator(QTranslator):
    """Answers for every text of the window."""

    def translate(self, context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return pseudo(text) if context == "Window" and text else text  # "" would be an answer, too

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        return False


@contextmanager
def speaking(app: QApplication, translator: QTranslator, mirrored: bool = False) -> Iterator[None]:
    """Speak the language of `translator` meanwhile, from right to left when `mirrored`."""
    app.installTranslator(translator)
    if mirrored:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        app.removeTranslator(translator)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def translator_of(path: str, parent: QObject | None = None) -> QTranslator:
    """The shipped texts in the file `path`."""
    made = QTranslator(parent)
    assert made.load(path), path
    return made
