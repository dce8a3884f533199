"""Recipes in the window: the way there and back, and that changes are not lost on the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.states import JobState
from app.window.editor.listing import RecipesPage
from app.window.editor.page import EditorPage
from app.window.widgets import Button
from tests.window.conftest import Window
from tests.window.staged import job


def editor(window: Window) -> EditorPage:
    """The editor of "Web photos", with another size."""
    window.desk.act("recipes")
    window.settle()
    page = window.shell.shown_page
    assert isinstance(page, RecipesPage)
    next(tile for tile in page.tiles if tile.listed.name == "Web photos").click()
    window.settle()
    page = window.shell.shown_page
    assert isinstance(page, EditorPage)
    form = page.view.card(("steps", 0)).form
    form.boxes["size"].control.focusProxy().setValue(2000)
    return page


def test_escape_asks_and_discard_leads_back(open_window: Callable[..., Window]) -> None:
    window = open_window()
    page = editor(window)
    QTest.keyClick(window.shell, Qt.Key.Key_Escape)
    assert window.shell.shown_page is page
    assert page.banner.isVisible()
    page.banner.buttons[1].click()
    assert window.shell.shown_page is None


def test_another_page_and_the_rail_ask_too(open_window: Callable[..., Window]) -> None:
    window = open_window()
    page = editor(window)
    window.desk.act("watches")
    assert window.shell.shown_page is page
    page.banner.buttons[2].click()
    window.desk.act("view-done")
    assert window.shell.shown_page is page
    page.banner.buttons[1].click()
    assert window.shell.shown_page is None


def test_closing_the_window_asks_and_saving_lets_it_close(open_window: Callable[..., Window]) -> None:
    window = open_window()
    page = editor(window)
    window.shell.close()
    assert window.shell.isVisible()
    page.banner.buttons[0].click()
    window.settle()
    assert not window.shell.isVisible()
    assert window.backend.shelf is not None
    assert '"size": 2000' in window.backend.shelf.load("Web photos").text


def test_what_is_saved_is_offered_at_once_under_its_new_name(open_window: Callable[..., Window]) -> None:
    window = open_window()
    window.memory.recipe = "Web photos"
    page = editor(window)
    page.title.selectAll()
    QTest.keyClicks(page.title, "Holiday")
    page.save.click()
    window.settle()
    assert "Holiday" in [recipe.name for recipe in window.shell.recipes]
    assert window.shell.header.picker.currentText() == "Holiday"
    QTest.keyClick(window.shell, Qt.Key.Key_Escape)
    assert window.shell.shown_page is None


def test_the_recipe_of_a_cause_is_opened_as_a_copy_with_a_file_that_failed(open_window: Callable[..., Window]) -> None:
    window = open_window()
    text = next(recipe.text for recipe in window.shell.recipes if recipe.name == "Web photos")
    batch = window.staged.batch([job("IMG_1.jpg", 1)], text=text)
    failed = window.staged.claim(batch, 1)[0]
    window.staged.end(failed, JobState.FAILED, "TARGET_UNREACHABLE", "The smallest possible is 260 KB")
    window.settle()
    window.desk.drawer.set_open(True)
    (button,) = [one for one in window.desk.drawer.findChildren(Button) if one.text() == "Change recipe for these…"]
    button.click()
    window.settle()
    page = window.shell.shown_page
    assert isinstance(page, EditorPage)
    assert page.title.text() == "Web photos 2"
    assert page.pane.files[0] == "/photos/Lisbon/IMG_1.jpg"


def test_the_last_line_of_the_picker_opens_all_recipes_and_chooses_nothing(open_window: Callable[..., Window]) -> None:
    window = open_window()
    picker = window.shell.header.picker
    picker.choose("Clean table")
    picker.showPopup()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Return):
        QTest.keyClick(picker.view(), key)
    window.settle()
    assert isinstance(window.shell.shown_page, RecipesPage)
    assert picker.currentText() == "Clean table"
    assert window.memory.recipe in ("", "Clean table")


def test_arrow_keys_on_the_closed_picker_end_at_the_last_recipe(open_window: Callable[..., Window]) -> None:
    window = open_window()
    picker = window.shell.header.picker
    picker.choose(window.shell.recipes[-1].name)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End):
        QTest.keyClick(picker, key)
        window.settle()
        assert window.shell.shown_page is None
        assert picker.recipe() == window.shell.recipes[-1]


def test_a_copy_of_a_batch_s_recipe_has_a_free_name(open_window: Callable[..., Window]) -> None:
    window = open_window()
    text = next(recipe.text for recipe in window.shell.recipes if recipe.name == "Clean table")
    window.desk.pages.recipes.edit_copy(text, "Clean table", "/data/orders.csv")
    window.settle()
    page = window.shell.shown_page
    assert isinstance(page, EditorPage)
    assert page.title.text() == "Clean table 2"
    assert page.pane.files[0] == "/data/orders.csv"
