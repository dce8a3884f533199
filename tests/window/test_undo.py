"""Undo from the window over real files: asked once with counts, told with what was left, listed on request."""

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.core.states import JobState
from app.window.ask import Question
from app.window.banners import BannerAction
from app.window.left import LeftPage
from app.window.widgets import Button, Look
from tests.window.staged import job, written_batch


@pytest.fixture
def view(open_window, staged, tmp_path):
    """The window with a batch in view that wrote three files."""
    batch = written_batch(staged, tmp_path / "out", ["a.jpg", "b.jpg", "c.jpg"])
    window = open_window()
    window.rail.choose(("batch", batch))
    window.settle()
    return window


def question(window):
    (found,) = (one for one in window.shell.findChildren(Question) if one.isVisible())
    return found


def answer(window, name):
    next(b for b in question(window).findChildren(Button) if b.property("answer") == name).click()
    window.settle()


def banner_button(window, action):
    shown = window.page.banner.shown
    return next(b for b in shown.findChildren(Button) if b.property("action") == action)


def test_undo_is_asked_with_counts_and_the_default_keeps_everything(view, tmp_path):
    banner_button(view, BannerAction.UNDO).click()
    view.settle()
    buttons = {b.property("answer"): b for b in question(view).findChildren(Button)}
    assert buttons["undo"].text() == "Remove 3 files"
    assert buttons["keep"].look is Look.FILLED
    answer(view, "keep")
    assert len(list((tmp_path / "out").iterdir())) == 3
    assert not view.desk.deeds.undoing.busy
    view.desk.act("undo-batch")
    view.settle()
    question(view).reject()
    assert not view.desk.deeds.undoing.busy, "Esc answers, too"


def test_undone_files_are_gone_and_the_banner_the_rail_and_the_menu_say_so(view, tmp_path):
    assert view.shell.actions_of["undo-batch"].shortcut().toString() == "Ctrl+Z"
    QTest.keySequence(view.shell, QKeySequence("Ctrl+Z"))
    view.settle()
    answer(view, "undo")
    assert list((tmp_path / "out").iterdir()) == []
    assert view.desk.notices.spec.title == "Lisbon trip: 3 files removed"
    assert view.rail.entry().second == "Undone"
    assert not view.shell.actions_of["undo-batch"].isEnabled()
    assert view.shell.actions_of["undo-batch"].statusTip() == "This batch was undone already"
    view.page.banner.shown.closed.emit(view.desk.notices.spec)
    assert view.page.banner.shown is None


def test_what_was_left_is_listed_on_request_and_tried_again(view, tmp_path):
    changed = tmp_path / "out" / "b.jpg"
    changed.write_bytes(b"edited by hand")
    view.desk.act("undo-batch")
    view.settle()
    words = " ".join(label.text() for label in question(view).findChildren(QLabel))
    assert "1 file would be left alone." in words
    answer(view, "undo")
    assert view.desk.notices.spec.title == "Lisbon trip: 2 files removed"
    banner_button(view, BannerAction.SHOW_LEFT).click()
    page = view.shell.shown_page
    assert isinstance(page, LeftPage)
    model = page.table.model()
    assert [model.index(0, column).data() for column in (0, 1)] == [
        str(changed), "It was changed after Dropmill wrote it.",
    ]  # fmt: skip
    next(b for b in page.findChildren(Button) if b.text() == "Copy list").click()
    assert QGuiApplication.clipboard().text() == f"{changed}\tIt was changed after Dropmill wrote it."
    view.desk.pages.leave()
    changed.unlink()
    banner_button(view, BannerAction.UNDO_AGAIN).click()
    view.settle()
    assert "1 file was left as it is. It is no longer there." in view.page.banner.shown.accessibleName()


def test_without_a_batch_in_view_the_last_one_is_meant(open_window, staged, tmp_path):
    written_batch(staged, tmp_path / "out", ["a.jpg"])
    window = open_window()
    window.desk.act("undo-batch")
    window.settle()
    assert question(window).windowTitle() == "Undo “Lisbon trip”?"
    answer(window, "undo")
    assert not (tmp_path / "out" / "a.jpg").exists()


def test_nothing_left_to_undo_is_told_without_a_question(view, tmp_path):
    for path in (tmp_path / "out").iterdir():
        path.write_bytes(b"edited by hand")
    view.desk.act("undo-batch")
    view.settle()
    assert [one for one in view.shell.findChildren(Question) if one.isVisible()] == []
    assert view.desk.notices.spec is not None
    assert "3 files were left as they are." in view.page.banner.shown.accessibleName()


def test_a_batch_at_work_cannot_be_undone(open_window, staged):
    batch = staged.batch([job("a.jpg", 1), job("b.jpg", 2), job("c.jpg", 3)])
    first, _second = staged.claim(batch, 2)
    staged.end(first, JobState.DONE, outputs=("/x",))
    window = open_window()
    window.rail.choose(("batch", batch))
    window.settle()
    assert not window.shell.actions_of["undo-batch"].isEnabled()
    assert window.shell.actions_of["undo-batch"].statusTip() == "It is at work: pause or cancel it first"
