"""The page of watched folders over a real queue, and the banner that leads to it."""

import pytest
from PySide6.QtWidgets import QCheckBox

from app.core.model import WatchMode
from app.store import watching
from app.window.ask import Question
from app.window.banners import BannerAction
from app.window.watching import WatchPage
from app.window.widgets import Button


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "scans"
    folder.mkdir()
    return folder


@pytest.fixture
def view(open_window):
    """The window with the page in its centre."""
    window = open_window()
    window.desk.act("watches")
    assert isinstance(window.shell.shown_page, WatchPage)
    return window


def page(window) -> WatchPage:
    return window.shell.shown_page


def watches(staged):
    with staged.reader() as reader:
        return reader.watches()


def test_the_menu_opens_it_and_without_folders_it_says_so(view):
    assert page(view).empty.isVisible()
    assert page(view).picker.recipe().name == view.shell.header.picker.recipe().name
    view.shell.escaped.emit()
    assert view.shell.shown_page is None


def test_a_folder_is_watched_with_the_chosen_recipe(view, staged, inbox):
    page(view).picker.choose("Clean table")
    page(view).network.setChecked(True)
    page(view).watch(str(inbox))
    view.settle()
    (watch,) = watches(staged)
    assert (watch.folder, watch.recipe_name, watch.mode) == (str(inbox), "Clean table", WatchMode.POLLED)
    (row,) = page(view).rows()
    assert row.title.text() == str(inbox)
    assert row.second.text() == "Watched  ·  Clean table  ·  network drive"
    assert not page(view).empty.isVisible()


def test_what_cannot_be_watched_is_said_on_the_page(view, staged, inbox):
    page(view).watch(str(inbox / "not there"))
    view.settle()
    assert page(view).trouble.isVisible()
    assert "is not a folder that can be looked through" in page(view).trouble.text()
    page(view).watch(str(inbox))
    view.settle()
    assert not page(view).trouble.isVisible()
    page(view).watch(str(inbox))
    view.settle()
    assert "is watched already" in page(view).trouble.text()
    assert len(watches(staged)) == 1


def test_a_folder_is_paused_resumed_and_removed_after_a_question(view, staged, inbox):
    page(view).watch(str(inbox))
    view.settle()
    (row,) = page(view).rows()
    row.pause.click()
    view.settle()
    assert not watches(staged)[0].enabled
    assert row.second.text().startswith("Paused by you")
    assert row.pause.text() == "Resume"
    row.pause.click()
    view.settle()
    assert watches(staged)[0].enabled
    for answer, left in (("keep", 1), ("remove", 0)):
        row.remove.click()
        (question,) = (one for one in page(view).findChildren(Question) if one.isVisible())
        next(b for b in question.findChildren(Button) if b.property("answer") == answer).click()
        view.settle()
        assert len(watches(staged)) == left
    assert page(view).rows() == []
    assert page(view).empty.isVisible()


def test_trouble_with_a_folder_is_a_banner_that_leads_to_the_page(open_window, staged, inbox):
    window = open_window()
    window.desk.act("watches")
    page(window).watch(str(inbox))
    window.settle()
    window.desk.pages.leave()
    words = f"The watched folder {inbox} is not there. Dropmill looks again by itself."
    (watch,) = watches(staged)
    staged.writer.call(lambda tx: watching.say(tx, watch.id, "DRIVE_MISSING", words))
    window.settle()
    banner = window.shell.empty.banner.shown
    assert window.desk.notices.spec.title == f"The watched folder {inbox} is not there"
    next(b for b in banner.findChildren(Button) if b.property("action") == BannerAction.SHOW_WATCHES).click()
    (row,) = page(window).rows()
    assert row.second.text().startswith(words)
    staged.writer.call(lambda tx: watching.say(tx, watch.id, None, None))
    window.settle()
    assert window.desk.notices.spec is None
    assert row.second.text().startswith("Watched")


def test_every_control_has_a_name_of_its_own(view, inbox):
    page(view).watch(str(inbox))
    view.settle()
    names = [button.accessibleName() for button in page(view).findChildren(Button)]
    assert f"Pause watching {inbox}" in names
    assert f"Watch {inbox} no longer" in names
    assert all(names)
    assert page(view).findChild(QCheckBox).text()
