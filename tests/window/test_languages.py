"""Languages: every text has a translation that fits, the compiled files are those of the texts, the choice is met."""

import ast
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from app.core.failures import FAILURES
from app.system.resources import resource
from app.window import languages, text
from app.window.memory import Memory
from app.window.told import told
from tests.window.pseudo import PseudoTranslator, pseudo, speaking, translator_of


def _script(name: str) -> ModuleType:
    """A script of the folder packaging/, which is no package (and whose name is that of a library)."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parents[2] / "packaging" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[name] = made  # dataclasses look their module up
    spec.loader.exec_module(made)
    return made


translations = _script("translations")
CODES = sorted(translations.PLURAL_FORMS)
PLACE = re.compile(r"\{[^}]*\}|%L?n")
WINDOW = Path(text.__file__).parent


def forms(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def test_the_languages_of_the_window_are_those_of_the_text_files() -> None:
    assert {language.code for language in languages.LANGUAGES} == {languages.SOURCE, *CODES}


@pytest.mark.parametrize("code", CODES)
def test_every_text_of_the_code_is_in_the_file_and_no_other(code: str) -> None:
    wanted = {(t.source, t.plural) for t in translations.texts()}
    there = {(m.findtext("source"), m.get("numerus") == "yes") for m in translations.messages(code)}
    assert sorted(wanted - there) == [], "python packaging/translations.py adds them"
    assert sorted(there - wanted) == [], "python packaging/translations.py removes them"


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_translated_and_keeps_its_placeholders(code: str) -> None:
    for message in translations.messages(code):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, f"{source!r} has no translation"
        made = forms(message)
        assert len(made) == (translations.PLURAL_FORMS[code] if message.get("numerus") == "yes" else 1), source
        for form in made:
            assert form.strip(), f"{source!r} has no translation"
            assert sorted(PLACE.findall(form)) == sorted(PLACE.findall(source)), f"{source!r} became {form!r}"
            edges = (source[:1].isspace(), source[-1:].isspace(), source.endswith("…"))
            assert (form[:1].isspace(), form[-1:].isspace(), form.endswith("…")) == edges, f"{source!r}: {form!r}"


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_file_says_what_the_text_file_says(code: str) -> None:
    translator = translator_of(str(resource("translations", f"{code}.qm")))
    for message in translations.messages(code):
        source = message.findtext("source") or ""
        numbers = (1, 2) if message.get("numerus") == "yes" else (-1,)
        for number, form in zip(numbers, forms(message), strict=True):
            assert translator.translate("Window", source, None, number) == form, "python packaging/translations.py"


def test_sentences_that_the_words_must_not_hold() -> None:
    """The words of the house: no shouting, no "please", no "error"."""
    unwanted = re.compile(
        r"!|\b(please|error|invalid|oops|successfully|bitte (?!t)|Fehler(?! hat)|ungültig|erreur)\b", re.I
    )
    found = [t.source for t in translations.texts() if unwanted.search(t.source)]
    assert found == []


LITERAL = re.compile(r"[A-Z“][a-zé’]+( [a-z“{]|[.…]?$)|^[a-z]+ [a-z]+ [a-z]")
SHOWN = {
    "setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setStatusTip",
    "setWindowTitle", "setTitle", "addItem", "addTab", "label", "title_label", "secondary_label", "section_label",
    "Button", "icon_button", "CheckBox", "ElidedLabel", "QLabel", "QAction", "QMenu", "QPushButton", "QCheckBox",
    "set_text", "set_why", "setHeaderLabels", "setInformativeText", "Spec", "Segments", "Segment", "show_words",
    "addRow", "setSuffix", "setPrefix", "setSpecialValueText", "insertItem", "addAction", "addMenu", "say", "emit",
}  # fmt: skip
NAMES = {"Del", "Return", "Dropmill", "WebP", "UTF-8", "HTML", "Cc", "Bcc", "Fusion"}  # the same in every language


def _bare(node: ast.AST) -> list[str]:
    """Words in `node` that stand outside of `tr` and `trn`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "trn", "told"):
        return []
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        keys = re.fullmatch(r"(Ctrl|Alt|Shift)\+.*", node.value)
        return [node.value] if LITERAL.search(node.value) and node.value not in NAMES and not keys else []
    if isinstance(node, ast.JoinedStr):
        parts = [part.value for part in node.values if isinstance(part, ast.Constant)]
        return [part for part in parts if re.search(r"(^|\s)[A-Za-z]{3,}(\s|[.,:]|$)", str(part))]
    if isinstance(node, ast.Call):  # what it hands on is looked at as a call of its own
        return []
    return [word for child in ast.iter_child_nodes(node) for word in _bare(child)]


def test_no_words_are_shown_without_a_translation() -> None:
    """Literals in calls that put words on screen, and English words in the format strings of any text."""
    found = []
    for path in sorted(WINDOW.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SHOWN:
                words = [w for arg in (*node.args, *(k.value for k in node.keywords)) for w in _bare(arg)]
                found += [f"{path.relative_to(WINDOW)}:{node.lineno}: {word!r}" for word in words]
    assert found == []


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ('b.setText("Add files")', ["Add files"]),
        ('b.setText(tr("Add files"))', []),
        ('b.setText(f"{n} files were added")', [" files were added"]),
        ('b.setText("Run" if n else tr("Stop"))', ["Run"]),
        ('b.setText("Ctrl+Home")', []),
        ('b.setText("edit-icon")', []),
    ],
)
def test_the_rule_above_finds_what_it_is_for(line: str, bare: list[str]) -> None:
    call = ast.parse(line).body[0].value  # type: ignore[attr-defined]
    assert [word for arg in call.args for word in _bare(arg)] == bare


@pytest.mark.parametrize(
    ("choice", "wanted", "code"),
    [
        ("", ["de-AT", "de"], "de"),
        ("", ["es-ES", "fr-FR"], "fr"),
        ("", ["ja-JP"], "en"),
        ("", ["C"], "en"),
        ("", [], "en"),
        ("fr", ["de-DE"], "fr"),
        ("", ["de_DE"], "de"),
        ("xx", ["de-DE"], "de"),
    ],
)
def test_the_language_that_is_meant(choice: str, wanted: list[str], code: str) -> None:
    assert languages.meant(choice, wanted) == code


def test_a_choice_is_remembered_and_one_that_is_none_is_refused(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    assert memory.language == ""
    for language in languages.available():
        languages.choose(memory, language.code)
        assert Memory(tmp_path).language == language.code
    with pytest.raises(ValueError, match="tlh"):
        languages.choose(memory, "tlh")


@pytest.fixture
def restored(qapp: QApplication):
    """What `speak` changes in the process is put back."""
    before = QLocale()
    yield qapp
    for translator in qapp.children():
        if translator.metaObject().className() == "QTranslator":
            qapp.removeTranslator(translator)
            translator.deleteLater()
    QLocale.setDefault(before)
    languages.speak(qapp, languages.SOURCE)
    QLocale.setDefault(before)


def test_german_is_spoken_with_its_numbers(restored: QApplication) -> None:
    assert languages.speak(restored, "de") == "de"
    assert languages.spoken_code() == "de"
    assert text.tr("Add files…") == "Dateien hinzufügen…"
    assert text.files(1) == "1 Datei"
    assert text.files(4812) == "4.812 Dateien"
    assert text.size(4_100_000) == "4,1\u00a0MB"
    assert text.moment(1_772_600_400_000, 0).startswith("am 4. März um")
    assert text.inside("Laufwerk fehlt") == "Laufwerk fehlt", "nouns keep their capitals"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen", "Qt's own dialogs, too"


def test_french_counts_zero_as_one(restored: QApplication) -> None:
    languages.speak(restored, "fr")
    assert text.files(0) == "0 fichier"
    assert text.files(2) == "2 fichiers"
    assert text.inside("Accès refusé") == "accès refusé"


def test_failures_are_told_in_the_language(restored: QApplication) -> None:
    languages.speak(restored, "de")
    for row in FAILURES.values():
        for words in (row.title, row.meaning, row.advice):
            assert told(words) != words, words
    assert told("") == ""
    assert told("What nobody has translated") == "What nobody has translated"


def test_english_needs_no_file(restored: QApplication) -> None:
    languages.speak(restored, "en")
    assert text.files(1) == "1 file"
    assert text.files(4812) == "4,812 files"


def test_the_pseudo_language_keeps_placeholders_and_is_longer(qapp: QApplication) -> None:
    for source in ("%Ln files in {where}", "{name} is not in {folder} any more.", "Add files…"):
        made = pseudo(source)
        assert PLACE.findall(made) == PLACE.findall(source)
        assert len(made) >= len(source) * 1.4
    translator = PseudoTranslator()
    with speaking(qapp, translator):
        assert text.tr("Add files…") == pseudo("Add files…")
        assert text.files(3) == pseudo("3 files").replace("~" * 3, "~" * round(9 * 0.4))
    assert text.tr("Add files…") == "Add files…"
