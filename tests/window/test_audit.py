"""Every page of the window, in every language and theme, large and small: named, whole, reachable, translated."""

import ast
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from app.system.recipes import Shelf
from app.system.resources import resource
from app.window import text
from app.window.ask import Question
from app.window.recipes import read_recipes
from app.window.theme import Appearance
from app.window.widgets import icon_button, label
from tests.waiting import until
from tests.window import audit
from tests.window.conftest import Window
from tests.window.pseudo import PseudoTranslator, speaking, translator_of
from tests.window.scenes import SCENES, SMALL, WIDE

WINDOW = Path(text.__file__).parent
# How the window is looked at: language, from right to left, theme, sizes. Accents and length of the pseudo-language
# stand for every other language; German and French are looked at where there is least room.
LOOKS = {
    "english": ("", False, Appearance.LIGHT, (WIDE,)),
    "dark": ("", False, Appearance.DARK, (SMALL,)),
    "contrast": ("", False, Appearance.CONTRAST, (WIDE,)),
    "german": ("de", False, Appearance.LIGHT, (SMALL,)),
    "french": ("fr", False, Appearance.DARK, (SMALL,)),
    "pseudo": ("pseudo", False, Appearance.LIGHT, (WIDE, SMALL)),
    "mirrored": ("pseudo", True, Appearance.LIGHT, (WIDE, SMALL)),
}


Speak = Callable[[str, bool], None]


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Speak]:
    """Makes the window speak a language until the end of the test."""
    before = QLocale()
    with ExitStack() as stack:

        def speak(language: str, mirrored: bool) -> None:
            if language == "pseudo":
                stack.enter_context(speaking(qapp, PseudoTranslator(), mirrored))
            elif language:
                QLocale.setDefault(QLocale(language))
                texts = translator_of(str(resource("translations", f"{language}.qm")))
                stack.enter_context(speaking(qapp, texts, mirrored))

        yield speak
    QLocale.setDefault(before)


def said_as_it_is(window: Window) -> list[str]:
    """Names and messages that are shown as they are: of batches, files, recipes, keys and units."""
    now = window.desk.state.now
    batches = [words for batch in now.batches for words in (batch.title, batch.recipe_name, str(batch.options))]
    recipes = [words for recipe in window.shell.recipes for words in (recipe.name, " ".join(recipe.suffixes))]
    rows = [window.model.job(row) for row in range(window.model.rowCount())]
    jobs = [words for job in rows if job for words in (job.title, job.input, job.message or "", job.note or "")]
    watches = [f"{watch.folder} {watch.message}" for watch in now.watches]
    lanes = [f"{lane.name} {lane.message}" for lane in now.lanes]
    keys = [
        "Ctrl Shift Alt Return Enter Home End Del Esc Up Down",
        "Gmail Microsoft Fastmail Yahoo iCloud GMX Outlook private STARTTLS TLS SMTP IMAP",
        "Jane Cole Anna Northwind Billing Invoice northwind.example",
        "Gmail Microsoft 365 Fastmail GMX WEB.DE Yahoo Mail iCloud work private anna.berg@gmail.com gmail.com harbour",
        "Dropmill UTF JPEG PNG WebP AVIF TIFF PDF",
    ]
    return [*batches, *recipes, *jobs, *watches, *lanes, *keys]


def walk(window: Window) -> Iterator[str]:
    """Shows every scene in turn, over one queue that fills up, and takes down what stood over the window."""
    for name, fill in SCENES.items():
        window.shell.resize(*WIDE)
        fill(window)
        window.settle()
        yield name
        for question in window.shell.findChildren(Question):
            question.reject()
        window.shell.overlay.end()
        window.desk.pages.leave()
        window.settle()


def roots(window: Window) -> list[QWidget]:
    """The window and the questions over it."""
    return [window.shell, *(question for question in window.shell.findChildren(Question) if question.isVisible())]


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_wrong_on_any_page(
    look: str, spoken: Speak, open_window: Callable[[], Window], tmp_path: Path
) -> None:
    language, mirrored, appearance, sizes = LOOKS[look]
    spoken(language, mirrored)
    window = open_window()
    window.desk.show_recipes(read_recipes(Shelf(tmp_path)))  # their summaries speak the language, too
    window.desk.act(f"appearance-{appearance.value}")
    found = []
    for scene in walk(window):
        for size in sizes:
            window.shell.resize(*size)
            window.desk.state.refresh()  # numbers are shortened when they are shown the next time
            window.settle()
            for root in roots(window):
                found += [f"{scene}, {size[0]}: {finding}" for finding in audit.findings(root)]
                if language == "pseudo":
                    bare = audit.untranslated(root, said_as_it_is(window))
                    found += [f"{scene}: {finding}" for finding in bare]
    assert not found, "\n".join(sorted(set(found)))


def turn_to(root: QWidget) -> None:
    """Make `root` the active window, as a window manager does when a dialog has closed."""
    root.activateWindow()
    until(lambda: QApplication.processEvents() or QApplication.activeWindow() is root)


def by_tab(widget: QWidget) -> bool:
    """Whether Tab must come to `widget` itself: of buttons of which one is chosen, to any (arrows do the rest)."""
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is None or not group.exclusive()


def test_tab_comes_to_every_control(open_window: Callable[[], Window]) -> None:
    window = open_window()
    found = []
    for scene in walk(window):
        root = roots(window)[-1]
        turn_to(root)
        wanted = {widget for widget in audit.visible(root) if by_tab(widget)}
        seen: set[QWidget] = set()
        (QApplication.focusWidget() or next(iter(wanted))).setFocus()
        for _ in range(3 * len(wanted) + 30):  # a text goes from link to link first
            focus = QApplication.focusWidget() or root
            seen.add(focus)
            if wanted <= seen:
                break
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        found += [f"{scene}: {audit.describe(widget)}" for widget in wanted - seen]
    assert not found, "\n".join(found)


def test_the_rules_find_what_they_are_for(qtbot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    nameless = QPushButton()
    nameless.setFixedSize(20, 20)
    clipped = label("A sentence that is longer than its place")
    clipped.setFixedWidth(60)
    high = QLabel("Words that would need many lines of this width")
    high.setWordWrap(True)
    high.setFixedSize(60, 20)
    unreachable = icon_button("add", "Add")
    unreachable.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for widget in (nameless, clipped, high, unreachable, icon_button("close", "Close")):
        row.addWidget(widget)
    outside = label("Outside")
    outside.setParent(page)
    page.resize(400, 100)
    outside.move(390, 10)
    page.show()
    found = audit.findings(page)
    kinds = sorted(finding.partition(":")[0].partition(",")[0].partition(" (")[0] for finding in found)
    assert kinds == ["clipped", "clipped", "cut off", "no name", "not reached by Tab", "too small"], found
    assert list(audit.untranslated(page, ["Outside", "Add Close"]))
    assert all("Outside" not in finding for finding in audit.untranslated(page, ["Outside"]))


COLOUR = re.compile(
    r"^#[0-9A-Fa-f]{3,8}$|rgba?\(|\b(color|background|border-color)\s*:(?!\s*(palette|transparent|none))"
)
# Where a colour may stand: the theme, and the white that senders of HTML messages take for granted.
COLOURED = {"theme.py", "mailcheck/message.py", "looks/mail.py"}


def _colours(path: Path) -> Iterator[str]:
    """Colours written out in the strings and calls of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and COLOUR.search(node.value):
            yield f"line {node.lineno}: {node.value[:60]!r}"
        elif isinstance(node, ast.Attribute) and ast.unparse(node).startswith("Qt.GlobalColor."):
            if node.attr != "transparent":
                yield f"line {node.lineno}: {ast.unparse(node)}"
        elif isinstance(node, ast.Call) and re.match(r"QColor\([\d'\"]", ast.unparse(node)):
            yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize("path", sorted(WINDOW.rglob("*.py")), ids=lambda path: path.relative_to(WINDOW).as_posix())
def test_no_colour_is_fixed_outside_of_the_theme(path: Path) -> None:
    if path.relative_to(WINDOW).as_posix() not in COLOURED:
        assert list(_colours(path)) == []


def test_the_theme_is_where_colours_are_found() -> None:
    assert len(list(_colours(WINDOW / "theme.py"))) > 50
