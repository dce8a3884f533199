"""The help page in the window: opened where it is needed, searched, linked, left."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from app.window.help.page import HelpPage
from tests.window.conftest import Window


@pytest.fixture
def window(open_window) -> Window:
    return open_window()


def shown(window: Window) -> HelpPage:
    page = window.shell.shown_page
    assert isinstance(page, HelpPage)
    return page


def listed(page: HelpPage) -> list[str]:
    rows = (page.list.item(row) for row in range(page.list.count()))
    return [item.text().strip() for item in rows if not item.isHidden()]


def test_f1_opens_help_and_esc_leaves_it(window: Window) -> None:
    QTest.keyClick(window.shell, Qt.Key.Key_F1)
    page = shown(window)
    assert page.shown == "first-steps"
    assert "Choose a recipe" in page.text.toPlainText()
    QTest.keyClick(page.text, Qt.Key.Key_Escape)
    assert window.shell.shown_page is None


def test_the_link_of_the_empty_window_tells_of_originals(window: Window) -> None:
    window.shell.empty.area.link.click()
    assert shown(window).shown == "originals"


def test_help_over_a_page_is_about_that_page(window: Window) -> None:
    window.desk.act("watches")
    window.desk.act("help")
    assert shown(window).shown == "watched-folders"


def test_a_link_leads_to_its_topic_and_nothing_else_is_opened(window: Window) -> None:
    window.desk.act("help")
    page = shown(window)
    page.text.anchorClicked.emit(QUrl("undo.md"))
    assert page.shown == "undo"
    assert page.text.toPlainText().startswith("Undo")
    page.text.anchorClicked.emit(QUrl("https://example.org/"))
    assert page.shown == "undo"


def test_search_lists_the_topics_that_hold_the_words_and_shows_the_first(window: Window) -> None:
    window.desk.act("help")
    page = shown(window)
    everything = listed(page)
    QTest.keyClicks(page.search, "microsoft passwords")
    assert listed(page) == ["Mail accounts and app passwords"]
    assert page.found.text() == "1 topic found"
    assert page.shown == "accounts"
    assert page.text.textCursor().selectedText().casefold() == "microsoft"
    page.search.clear()
    assert listed(page) == everything
    QTest.keyClicks(page.search, "zebra")
    assert listed(page) == []
    assert page.found.text() == "0 topics found"
    page.show_topic("privacy")
    assert page.shown == "privacy", "a link is followed whatever was searched for"
