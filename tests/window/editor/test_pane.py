"""The preview that follows: real ones, from a process of their own."""

from PySide6.QtWidgets import QApplication

from app.window.editor.pane import recent_files
from app.window.looks import MailLook, PictureLook, TableLook
from tests.window.editor.conftest import MAIL, PHOTO, TABLE, Editing
from tests.window.editor.test_page import card, control, replace
from tests.window.staged import Staged, job
from tests.window.test_leaks import live as count_live


def test_cards_of_outputs_show_the_names_the_sample_would_get(editing: Editing, photo: str) -> None:
    page = editing.open(PHOTO, "Mine", photo)
    assert isinstance(page.pane.look.look, PictureLook)
    assert [card(page, "outputs", n).spec.title for n in (0, 1)] == ["IMG_2035.jpg", "IMG_2035-thumb.webp"]
    assert "IMG_2035.jpg" in page.pane.notes.text()
    card(page, "outputs", 1).head.click()
    editing.settle()
    assert "IMG_2035-thumb.webp" in page.pane.notes.text()


def test_a_table_is_shown_up_to_the_open_step(editing: Editing, orders: str) -> None:
    page = editing.open(TABLE, "Mine", orders)
    look = page.pane.look.look
    assert isinstance(look, TableLook)
    assert page.pane.about.text() == "after step 1 of 4"
    assert look.model.columnCount() >= 3
    before = look.model.columnCount()
    card(page, "steps", 1).head.click()
    editing.settle()
    assert page.pane.about.text() == "after step 2 of 4"
    assert look.model.columnCount() == before + 1, "the computed column"


def test_a_message_is_shown_as_it_would_be_and_follows_the_keys(editing: Editing, people: str) -> None:
    page = editing.open(MAIL, "Mine", people)
    look = page.pane.look.look
    assert isinstance(look, MailLook)
    assert "Dear Ola" in look.body.toPlainText()
    text = control(page, ("message",), "text")
    replace(text, "Hello {{ name }}")
    assert "Dear Ola" in look.body.toPlainText(), "the old one stays until the new one is there"
    editing.settle()
    assert look.body.toPlainText() == "Hello Ola"


def test_what_cannot_be_used_is_not_asked_about(editing: Editing, orders: str) -> None:
    page = editing.open(TABLE, "Mine", orders)
    asked = page.pane._question
    replace(control(page, ("steps", 0), "where"), "num(")
    assert page.pane._question == asked
    assert page.pane.about.text().startswith("as it was before")


def test_a_file_that_is_gone_says_so(editing: Editing, tmp_path) -> None:
    page = editing.open(PHOTO, "Mine", str(tmp_path / "gone.jpg"))
    assert page.pane.look.look is None
    assert "gone.jpg" in page.pane.look._none.accessibleName()


def test_files_to_try_are_the_last_ones_of_this_kind(staged: Staged) -> None:
    for number, names in enumerate((["a.jpg", "b.jpg"], ["c.jpg"])):
        staged.batch([job(name, n) for n, name in enumerate(names, 1)], f"drop {number}")
    staged.batch([job("t.csv", 1)], "tables", "table", "Clean table")
    with staged.reader() as reader:
        found = recent_files(reader, "image")
        assert [path.rsplit("/", 1)[-1] for path in found] in (["c.jpg", "a.jpg", "b.jpg"], ["a.jpg", "b.jpg", "c.jpg"])
        assert len(recent_files(reader, "table")) == 1
        assert recent_files(reader, "mail") == []


def test_two_hundred_previews_leave_nothing_behind(editing: Editing, orders: str) -> None:
    page = editing.open(TABLE, "Mine", orders)

    def turn(number: int) -> None:
        where = card(page, "steps", 0).form.boxes["where"].control
        where.line.selectAll()
        where.insert(f"num(amount) > {number}")
        page.pane._ask()
        editing.settle()
        if number % 20 == 0:
            card(page, "steps", 1).head.click()
            card(page, "steps", 0).head.click()

    def live() -> int:
        return count_live().total()

    for number in range(1, 42):
        turn(number)
    before, top = live(), len(QApplication.topLevelWidgets())
    for number in range(42, 242):
        turn(number)
    assert live() - before < 30, "nothing a preview"
    assert len(QApplication.topLevelWidgets()) <= top
