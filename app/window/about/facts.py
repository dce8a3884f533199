"""What there is to say about this program and its parts. No widgets.

Owns: where versions and licences are read: the list of parts (CycloneDX) and the texts in the folder `licences` beside
the packaged program, else the metadata of the installed packages. Must not know: how they are shown.
"""

import json
import platform
import re
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from PySide6 import __version__ as pyside
from PySide6.QtCore import qVersion

from app import __version__

PARTS_FILE = "sbom.cdx.json"
_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_TEXT = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """Something that is in the program. `texts`: files with its licence."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = ()


def bundle_folder() -> Path | None:
    """The folder `licences` beside the packaged program, when there is one."""
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).resolve().parent / "licences"
    return folder if folder.is_dir() else None


def parts(folder: Path | None) -> list[Part]:
    """Everything that is in the program, by name. `folder`: of the packaged program. What cannot be read is left out:
    a broken installation still says what it is."""
    found = list(_listed(folder)) if folder is not None else []
    return sorted(found or _installed(), key=lambda part: part.name.casefold())


def _listed(folder: Path) -> Iterator[Part]:
    try:
        components = json.loads((folder / PARTS_FILE).read_text(encoding="utf-8"))["components"]
    except (OSError, ValueError, KeyError, TypeError):
        return
    for row in components if isinstance(components, list) else []:
        if not isinstance(row, dict):
            continue
        name = str(row.get("name", ""))
        own = folder / name
        texts = tuple(sorted(path for path in own.rglob("*") if path.is_file())) if own.is_dir() else ()
        yield Part(name, str(row.get("version", "")), _licence_of(row), texts)


def _licence_of(row: dict[str, object]) -> str:
    licences = row.get("licenses")
    words = []
    for entry in licences if isinstance(licences, list) else []:
        inner = entry.get("license", {})
        words.append(str(entry.get("expression") or inner.get("id") or inner.get("name") or ""))
    return ", ".join(word for word in words if word)


def _installed() -> Iterator[Part]:
    """The packages that Dropmill needs, themselves and through others, as they are installed here."""
    waiting, seen = ["dropmill"], set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            one = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another system
        for text in one.requires or ():
            match = _NAME.match(text)
            if match and "extra ==" not in text:
                waiting.append(match.group().lower())
        if name != "dropmill":
            licence = _field(one, "License-Expression") or _short(_field(one, "License")) or _classified(one)
            texts = [Path(str(file.locate())) for file in one.files or () if _TEXT.search(file.name)]
            yield Part(one.name, one.version, licence, tuple(path for path in texts if path.is_file()))


def _field(one: metadata.Distribution, name: str) -> str:
    return next(iter(one.metadata.get_all(name) or ()), "")


def _short(text: str) -> str:
    """A licence's name; some packages put its whole text there."""
    return text if "\n" not in text and len(text) < 60 else ""


def _classified(one: metadata.Distribution) -> str:
    rows = one.metadata.get_all("Classifier") or []
    return ", ".join(row.rpartition(" :: ")[2] for row in rows if row.startswith("License ::"))


def versions() -> list[tuple[str, str]]:
    """(what, version) for a report of a problem."""
    return [
        ("Dropmill", __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", pyside),
        ("SQLite", sqlite3.sqlite_version),
        ("System", platform.platform()),
    ]


def text_of(part: Part, folder: Path | None) -> str:
    """The licence texts of a part, or "" when they are nowhere. `folder`: of the packaged program; Qt's notice and the
    texts that it names lie in it."""
    files = list(part.texts)
    if folder is not None and part.name.casefold().startswith(("pyside6", "shiboken6", "qt")):
        files += [path for path in sorted(folder.glob("*.txt")) if path.name != "CONTENTS.txt"]
    texts = []
    for file in dict.fromkeys(files):
        try:
            texts.append(file.read_text(encoding="utf-8", errors="replace").strip())
        except OSError:
            continue  # one text less; its licence is named in the list
    return "\n\n\n".join(texts)
