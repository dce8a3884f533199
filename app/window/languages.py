"""The languages of the window: which there are, which one is meant, and the texts of it loaded into Qt.

Owns: the choice (`Memory.language`, a code or "" for the system's) and how it is met at start-up. Must not know: texts.
The language is that of the start: widgets hold their words, so another choice is seen when Dropmill starts again.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.system.resources import resource
from app.window.memory import Memory
from app.window.text import tr

log = logging.getLogger(__name__)

SOURCE = "en"  # the language of the texts in the code


@dataclass(frozen=True, slots=True)
class Language:
    """A language to choose: its code ("" = the system's) and its name in itself."""

    code: str
    name: str


_spoken = [SOURCE]  # the process has one QApplication, and this is its language

LANGUAGES = (Language(SOURCE, "English"), Language("de", "Deutsch"), Language("fr", "Français"))


def available() -> list[Language]:
    """What can be chosen: the system's language first, then each one by its own name."""
    return [Language("", tr("As the system")), *LANGUAGES]


def choose(memory: Memory, code: str) -> None:
    """Remember the language for the next start. Raises ValueError for one that does not exist."""
    if code and code not in {language.code for language in LANGUAGES}:
        raise ValueError(f"{code} is not a language of the window")
    memory.language = code


def meant(choice: str, wanted: Sequence[str]) -> str:
    """The code of the language to speak: the choice, else the first of the system's (like "de-AT") that there is."""
    codes = {language.code for language in LANGUAGES}
    for name in (choice, *wanted):
        code = name.replace("_", "-").partition("-")[0].casefold()
        if code in codes:
            return code
    return SOURCE


def spoken_code() -> str:
    """The code of the language that the window speaks now."""
    return _spoken[0]


def speak(app: QApplication, choice: str) -> str:
    """Load the texts of the language that is meant and set numbers and dates to it; returns its code.

    Call it before the first widget is made. The system's own variant of the language ("de-CH") decides on numbers.
    """
    system = QLocale.system()
    code = _spoken[0] = meant(choice, system.uiLanguages())
    if QLocale.languageToCode(system.language()) != code:  # "C", too, which would write 4812 without its comma
        QLocale.setDefault(QLocale(code))
    if code != SOURCE:
        _load(app, str(resource("translations", f"{code}.qm")))
        _load(app, f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{code}.qm")
    return code


def _load(app: QApplication, path: str) -> None:
    translator = QTranslator(app)
    if translator.load(path):
        app.installTranslator(translator)
    else:  # the window works in English; a broken installation is no reason not to start
        log.warning("the texts %s cannot be loaded", path)
