"""The message before it is sent, and the place of a look: waits are quiet, the newest question wins, troubles speak."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from app.core.failures import Failure
from app.window.looks.mail import MailLook, head_lines
from app.window.looks.pane import LookPane
from app.window.looks.picture import PictureLook
from app.window.looks.seen import Seen
from app.window.looks.table import TableLook
from tests.window.looks.previews import CLEAN, WEB, Previews, orders, picture, row


def test_a_list_is_walked_row_by_row(qtbot) -> None:
    look = MailLook()
    qtbot.addWidget(look)
    blocked = row(state="blocked", to="bob@", code="PRE_BAD_ADDRESS", message="bob@ cannot be right.", text=None)
    look.show_seen(Seen("mail", {"rows": [row(), blocked], "more": True}))
    assert look.where.text() == "Row 1 of the first 2"
    assert look.body.toPlainText() == "Hello Jane"
    assert not look.back.isEnabled()
    look.forward.click()
    assert (look.state.text(), look.trouble.text()) == ("Blocked", "bob@ cannot be right.")
    assert look.body.isHidden()
    assert not look.forward.isEnabled()
    look.show_seen(Seen("mail", {"rows": [row(), blocked], "more": False}))
    assert look.where.text() == "Row 2 of 2", "a changed recipe leaves the row in view"


def test_html_is_shown_and_nothing_of_it_is_loaded(qtbot, tmp_path: Path) -> None:
    look = MailLook()
    qtbot.addWidget(look)
    local = picture(tmp_path / "local.jpg")
    html = f'<p>Hello</p><img src="{local.as_uri()}"><img src="http://127.0.0.1:9/x.png">'
    look.show_row(row(html=html, attachments=[{"name": "a.pdf", "size": 118_000}]))
    look.ways.choose(1)
    assert "Hello" in look.body.toPlainText()
    assert look.body.loadResource(2, QUrl.fromLocalFile(str(local))) == b""
    assert dict(head_lines(row(attachments=[{"name": "a.pdf", "size": 118_000}])))["Attached"] == "a.pdf, 118\u00a0KB"


@pytest.fixture
def pane(qtbot):
    previews = Previews()
    made = LookPane(previews)
    made.previews = previews
    qtbot.addWidget(made)
    made.resize(380, 500)
    made.show()
    return made


def test_only_the_newest_answer_is_shown(pane: LookPane, tmp_path: Path) -> None:
    first, second = picture(tmp_path / "a.jpg"), orders(tmp_path / "b.csv")
    pane.ask("image", WEB, str(first))
    pane.ask("table", CLEAN, str(second))
    assert pane.previews.waiting[0].cancelled()
    pane.previews.answer()
    QApplication.processEvents()
    assert isinstance(pane.look, TableLook)
    assert not pane.waiting


def test_an_answer_that_nobody_waits_for_any_more_is_dropped(pane: LookPane, tmp_path: Path) -> None:
    pane.ask("image", WEB, str(picture(tmp_path / "a.jpg")))
    number = pane._asker._number
    pane.clear()
    pane._asker._answered.emit(number, Seen("image", {}), None)
    QApplication.processEvents()
    assert pane.look is None


def test_a_wait_shows_late_and_the_look_before_stays_meanwhile(qtbot, pane: LookPane, tmp_path: Path) -> None:
    path = str(picture(tmp_path / "a.jpg"))
    pane.ask("image", WEB, path)
    assert pane._wait.isHidden()
    qtbot.waitUntil(pane._wait.isVisible)
    pane.previews.answer()
    qtbot.waitUntil(lambda: isinstance(pane.look, PictureLook))
    assert pane._wait.isHidden()
    look = pane.look
    pane.ask("image", WEB, path)
    qtbot.waitUntil(pane._updating.isVisible)
    assert pane.look is look
    assert look.isVisible()
    pane.ask("image", WEB, path, keep=False)
    assert pane.look is None


def test_a_file_that_cannot_be_shown_says_why(pane: LookPane) -> None:
    pane.ask("image", WEB, "/photos/huge.tif")
    pane.previews.refuse(Failure("TOO_LARGE", "huge.tif has 412 megapixels."))
    QApplication.processEvents()
    assert pane._none.isVisible()
    assert pane._none.accessibleName() == "huge.tif has 412 megapixels."
    pane.ask("image", WEB, "/photos/other.tif")
    assert pane._none.isHidden()


def test_without_an_engine_nothing_is_waited_for(qtbot) -> None:
    pane = LookPane(None)
    qtbot.addWidget(pane)
    pane.ask("image", WEB, "/a.jpg")
    assert not pane.waiting
    assert not pane._late.isActive()
