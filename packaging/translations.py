"""Texts for translators: `python packaging/translations.py` brings `resources/translations/*.ts` up to date, and the
`.qm` files that the window loads.

Owns: where texts are found (`tr` and `trn` in `app/window`, the table of failures), how a text file is merged, and how
it is compiled. Must not know a language. Texts are found in the syntax tree instead of by lupdate, which knows neither
`trn` nor a function `tr` with one context. The `.ts` files are Qt's own format: Qt Linguist opens them. Both kinds of
file are committed, so that a checkout speaks every language without a build.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
WINDOW = ROOT / "app" / "window"
CONTEXT = "Window"
PLURAL_FORMS = {"de": 2, "fr": 2}  # forms that Qt asks for in each language that the window speaks
TRANSLATORS = ("app/window/text.py", "app/window/told.py")  # where the functions themselves are


class NotLiteral(Exception):
    """A text to translate is not written out where it is used. The message says where."""


@dataclass(frozen=True, slots=True)
class Text:
    """A source text: where it stands (relative to the project), and whether it has plural forms."""

    source: str
    plural: bool
    file: str


def texts() -> list[Text]:
    """Every source text once, sorted. Raises NotLiteral."""
    found: dict[str, Text] = {}
    for path in sorted(WINDOW.rglob("*.py")):
        for text in _texts_of(path):
            if text.plural or text.source not in found:  # the plural's first form serves where there is no number
                found[text.source] = text
    for source in _failure_texts():
        found.setdefault(source, Text(source, False, "app/core/failures.py"))
    return [found[source] for source in sorted(found)]


def _texts_of(path: Path) -> Iterator[Text]:
    file = path.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "trn")):
            continue
        plural = node.func.id == "trn"
        literals = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if len(literals) < 1 + plural:
            if file in TRANSLATORS:
                continue
            raise NotLiteral(f"{file}:{node.lineno}: {ast.unparse(node)[:60]} is not a literal")
        yield Text(literals[plural], plural, file)


def _failure_texts() -> set[str]:
    sys.path.insert(0, str(ROOT))
    from app.core.failures import FAILURES

    return {words for row in FAILURES.values() for words in (row.title, row.meaning, row.advice)}


def merge(language: str, found: list[Text]) -> ElementTree.Element:
    """The text file of `language` with every text of `found` and no other; translations that are there stay."""
    known = {(m.findtext("source"), m.get("numerus") == "yes"): m.find("translation") for m in messages(language)}
    top = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(top, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text in found:
        message = ElementTree.SubElement(context, "message", {"numerus": "yes"} if text.plural else {})
        ElementTree.SubElement(message, "location", filename=f"../../{text.file}")
        ElementTree.SubElement(message, "source").text = text.source
        kept = known.get((text.source, text.plural))
        if kept is not None:
            message.append(kept)
            continue
        empty = ElementTree.SubElement(message, "translation", type="unfinished")
        for _ in range(PLURAL_FORMS[language] if text.plural else 0):
            ElementTree.SubElement(empty, "numerusform")
    ElementTree.indent(top, "    ")
    return top


def messages(language: str) -> list[ElementTree.Element]:
    """The messages in the text file of `language`; none when there is no file yet."""
    path = FOLDER / f"{language}.ts"
    return list(ElementTree.parse(path).iter("message")) if path.exists() else []


def write(language: str, top: ElementTree.Element) -> None:
    """Write the text file of `language` the way Qt Linguist does."""
    body = ElementTree.tostring(top, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    (FOLDER / f"{language}.ts").write_text(f"{head}{body}\n", encoding="utf-8", newline="\n")


def compile_file(language: str) -> None:
    """Make the file that the window loads. Raises CalledProcessError with lrelease's words on standard error."""
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    target = FOLDER / f"{language}.qm"
    call = [str(lrelease), "-silent", "-nounfinished", str(FOLDER / f"{language}.ts"), "-qm", str(target)]
    subprocess.run(call, check=True)


def main() -> int:
    """Bring all text files up to date; returns 1 while a language lacks a text."""
    found, missing = texts(), 0
    for language in sorted(PLURAL_FORMS):
        top = merge(language, found)
        write(language, top)
        compile_file(language)
        left = sum(1 for t in top.iter("translation") if t.get("type") == "unfinished")
        missing += left
        print(f"{language}: {len(found)} texts, {left} without a translation")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
