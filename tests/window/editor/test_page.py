"""The editor as people use it: by keyboard, with what is wrong said where it is, and nothing lost by leaving."""

import json

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.window.editor.adding import StepList
from app.window.editor.cards import Card, CardHead
from app.window.editor.controls import NumberBox
from app.window.editor.form import Group
from app.window.editor.page import EditorPage
from app.window.editor.pills import Pill
from app.window.looks.choice import Choice
from app.window.widgets import Button, Look
from tests.window.editor.conftest import MAIL, PHOTO, TABLE, Editing

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
STEP = ("steps", 0)


def card(page: EditorPage, *path: str | int) -> Card:
    found = page.view.card(path)
    assert found is not None, path
    return found


def control(page: EditorPage, path: tuple[str | int, ...], key: str) -> QWidget:
    form = card(page, *path).form
    assert form is not None
    proxy = form.boxes[key].control.focusProxy()
    assert proxy is not None
    return proxy


def replace(field: QWidget, text: str) -> None:
    """Type `text` in the place of what is there."""
    field.setFocus()
    if isinstance(field, QLineEdit | QPlainTextEdit):
        field.selectAll()
    QTest.keyClicks(field, text)


def order(page: EditorPage) -> list[str]:
    return [step["do"] for step in page.draft.data["steps"]]


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_nothing_is_saved_before_something_changes(quiet: Editing) -> None:
    page = quiet.open(PHOTO, "Mine")
    assert not page.save.isEnabled()
    assert page.save.look is Look.BORDERED
    assert "Nothing was changed" in page.save.toolTip()
    box = control(page, STEP, "size")
    assert isinstance(box, NumberBox)
    box.lineEdit().selectAll()
    QTest.keyClicks(box, "2000")
    assert page.save.isEnabled()
    assert page.save.look is Look.FILLED
    assert card(page, *STEP).spec.summary == "Long edge 2000 px"
    QTest.keyClick(page, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    quiet.settle()
    assert json.loads(quiet.shelf.load("Mine").text)["steps"][0]["size"] == 2000
    assert not page.save.isEnabled()
    assert quiet.said == ["Mine is saved."]


def test_one_card_is_open_at_a_time_and_enter_opens_the_next(quiet: Editing) -> None:
    page = quiet.open(PHOTO, "Mine")
    assert [c.spec.path for c in page.view.cards() if c.opened] == [STEP]
    head = card(page, "steps", 1).head
    head.setFocus()
    QTest.keyClick(head, Key.Key_Return)
    assert [c.spec.path for c in page.view.cards() if c.opened] == [("steps", 1)]
    assert focused() is card(page, "steps", 1).head
    QTest.keyClick(focused(), Key.Key_Space)
    assert not any(c.opened for c in page.view.cards())


def test_the_steps_of_an_output_open_inside_its_card(quiet: Editing) -> None:
    page = quiet.open(PHOTO, "Mine")
    card(page, "outputs", 1).head.click()
    card(page, "outputs", 1, "steps", 0).head.click()
    assert [c.spec.path for c in page.view.cards() if c.opened] == [("outputs", 1), ("outputs", 1, "steps", 0)]
    replace(control(page, ("outputs", 1), "name"), "{name}-small")
    assert page.draft.data["outputs"][1]["name"] == "{name}-small"
    card(page, "outputs", 1, "steps", 0).head.click()
    assert [c.spec.path for c in page.view.cards() if c.opened] == [("outputs", 1)]


def test_alt_and_arrows_move_a_step_and_the_focus_goes_with_it(quiet: Editing) -> None:
    page = quiet.open(TABLE, "Mine")
    head = card(page, "steps", 1).head
    head.setFocus()
    QTest.keyClick(head, Key.Key_Up, ALT)
    assert order(page) == ["compute", "filter", "dedupe", "select"]
    assert isinstance(focused(), CardHead)
    QTest.keyClick(focused(), Key.Key_Up, ALT)
    assert order(page) == ["compute", "filter", "dedupe", "select"], "it is the first already"
    for _ in range(5):
        QTest.keyClick(focused(), Key.Key_Down, ALT)
    assert order(page) == ["filter", "dedupe", "select", "compute"]
    assert page.save.isEnabled()


def test_the_card_for_the_camera_stays_first(quiet: Editing) -> None:
    page = quiet.open(PHOTO, "Mine")
    head = card(page, "orient").head
    head.setFocus()
    QTest.keyClick(head, Key.Key_Down, ALT)
    QTest.keyClick(head, Key.Key_Delete)
    assert order(page) == ["resize", "adjust"]
    assert card(page, "orient").more.isHidden()
    QTest.keyClick(card(page, *STEP).head, Key.Key_Up, ALT)
    assert order(page) == ["resize", "adjust"]


def test_a_step_is_dragged_by_its_grip(quiet: Editing) -> None:
    page = quiet.open(TABLE, "Mine")
    page.view.opened = None
    page.view.rebuild()
    quiet.settle()
    head, last = card(page, *STEP).head, card(page, "steps", 3).head
    grip = QPoint(12, 20)
    QTest.mousePress(head, Qt.MouseButton.LeftButton, pos=grip)
    below = head.mapFrom(last.window(), last.mapTo(last.window(), QPoint(12, 49)))
    QTest.mouseMove(head, below)
    QTest.mouseRelease(head, Qt.MouseButton.LeftButton, pos=below)
    assert order(page) == ["compute", "dedupe", "select", "filter"]


def test_a_press_beside_the_grip_opens_and_does_not_drag(quiet: Editing) -> None:
    page = quiet.open(TABLE, "Mine")
    QTest.mouseClick(card(page, "steps", 3).head, Qt.MouseButton.LeftButton, pos=QPoint(120, 20))
    assert card(page, "steps", 3).opened
    assert order(page) == ["filter", "compute", "dedupe", "select"]


def pick(page: EditorPage, path: tuple[str | int, ...], words: str) -> None:
    """Take a line of a card's ⋯ menu."""
    shown = card(page, *path)
    menu = shown._menu(shown)
    action = next(action for action in menu.actions() if action.text() == words)
    assert action.isEnabled()
    action.trigger()
    menu.deleteLater()


def test_the_menu_of_a_step_copies_turns_off_and_removes(quiet: Editing) -> None:
    page = quiet.open(TABLE, "Mine")
    pick(page, STEP, "Duplicate")
    assert order(page) == ["filter", "filter", "compute", "dedupe", "select"]
    assert card(page, "steps", 1).opened
    pick(page, STEP, "Turn off")
    assert page.draft.data["steps"][0]["off"] is True
    assert card(page, *STEP).spec.summary.startswith("Turned off. ")
    pick(page, STEP, "Turn on")
    assert "off" not in page.draft.data["steps"][0]
    pick(page, STEP, "Remove")
    assert order(page) == ["filter", "compute", "dedupe", "select"]
    assert not page.draft.changed
    pick(page, ("steps", 0), "Move down")
    assert order(page)[:2] == ["compute", "filter"]


def test_the_last_output_stays(quiet: Editing) -> None:
    page = quiet.open('{"dropmill": 1, "kind": "image"}', "Mine")
    QTest.keyClick(card(page, "outputs", 0).head, Key.Key_Delete)
    assert page.view.card(("outputs", 0)) is not None
    assert page.draft.problems() == []


def test_a_step_is_found_by_typing_and_added_with_the_cursor_in_its_form(quiet: Editing) -> None:
    page = quiet.open(TABLE, "Mine")
    button = next(button for button in page.findChildren(Button) if button.text() == "Add step")
    button.setFocus()
    QTest.keyClick(button, Key.Key_Return)
    (shown,) = page.findChildren(StepList)
    assert len(shown.shown()) == 26
    QTest.keyClicks(shown.search, "dupli")
    assert shown.shown() == ["dedupe"]
    shown.search.selectAll()
    QTest.keyClicks(shown.search, "dates")
    assert shown.shown()[0] == "date"
    QTest.keyClick(shown.search, Key.Key_Return)
    quiet.settle()
    assert order(page) == ["filter", "date", "compute", "dedupe", "select"], "behind the open one"
    assert card(page, "steps", 1).opened
    assert page.window().focusWidget() is control(page, ("steps", 1), "columns")
    assert not page.findChildren(StepList)


def test_what_is_wrong_is_said_below_its_field_and_keeps_from_saving(quiet: Editing) -> None:
    page = quiet.open(TABLE, "Mine")
    field = control(page, STEP, "where")
    replace(field, "num(amount")
    box = card(page, *STEP).form.boxes["where"]
    assert not box._message.isHidden()
    assert box._message.text().startswith("The formula")
    assert field.accessibleDescription() == box._message.text()
    assert not page.save.isEnabled()
    assert "another value" in page.save.toolTip()
    replace(field, "num(amount) > 5")
    assert box._message.isHidden()
    assert page.save.isEnabled()


def test_a_closed_card_says_what_is_wrong_with_it(quiet: Editing) -> None:
    page = quiet.open(TABLE, "Mine")
    replace(control(page, STEP, "where"), "num(")
    card(page, "steps", 1).head.click()
    assert "formula" in card(page, *STEP).trouble.text()
    assert card(page, "steps", 1).trouble.isHidden()


def test_another_mode_of_resize_brings_its_fields(quiet: Editing) -> None:
    page = quiet.open(PHOTO, "Mine")
    form = card(page, *STEP).form
    shown = {key for key, box in form.boxes.items() if not box.isHidden()}
    assert shown == {"mode", "size", "enlarge"}
    choice = control(page, STEP, "mode")
    assert isinstance(choice, Choice)
    choice.setFocus()
    QTest.keyClick(choice, Key.Key_End)
    for _ in range(3):
        QTest.keyClick(choice, Key.Key_Up)
    assert page.draft.part(STEP)["mode"] == "fill"
    assert {key for key, box in form.boxes.items() if not box.isHidden()} == {
        "mode", "width", "height", "gravity", "enlarge",
    }  # fmt: skip
    assert page.draft.problems() == []
    assert page.draft.part(STEP) == {"do": "resize", "mode": "fill", "width": 1600, "height": 1600}


def test_a_column_that_is_computed_gets_a_second_one(quiet: Editing) -> None:
    page = quiet.open(TABLE, "Mine")
    card(page, "steps", 1).head.click()
    form = card(page, "steps", 1).form
    add = next(b for b in form.findChildren(QPushButton) if b.accessibleName() == "Add a line to New columns")
    add.click()
    assert focused().accessibleName() == "New columns, line 2: name"
    QTest.keyClicks(focused(), "net")
    QTest.keyClick(focused(), Key.Key_Tab)
    assert focused().accessibleName() == "New columns, line 2: value"
    QTest.keyClicks(focused(), "num(amount)")
    assert page.draft.part(("steps", 1))["columns"] == {
        "gross": "round(num(amount) * 1.19, 2)", "net": "num(amount)",
    }  # fmt: skip
    remove = next(b for b in form.findChildren(QPushButton) if b.accessibleName() == "Remove line 1 of New columns")
    remove.click()
    assert page.draft.part(("steps", 1))["columns"] == {"net": "num(amount)"}


def test_rules_of_columns_are_small_forms(quiet: Editing) -> None:
    page = quiet.open('{"dropmill": 1, "kind": "table", "steps": [{"do": "validate"}]}')
    form = card(page, *STEP).form
    add = next(b for b in form.findChildren(QPushButton) if b.accessibleName() == "Add to Rules of columns")
    add.click()
    QTest.keyClicks(focused(), "email")
    needed = next(
        box for box in form.findChildren(QWidget) if box.accessibleName() == "No empty cell" and box.focusPolicy()
    )
    needed.click()
    assert page.draft.part(STEP)["columns"] == {"email": {"required": True}}
    assert page.draft.problems() == []


def test_keys_inside_a_key_unfold_and_are_kept_in_their_place(quiet: Editing) -> None:
    page = quiet.open(MAIL, "Mine")
    card(page, "recipients").head.click()
    (group,) = card(page, "recipients").findChildren(Group)
    assert group.form.isHidden()
    group.head.click()
    delimiter = group.form.boxes["delimiter"].control.focusProxy()
    replace(delimiter, ";")
    assert page.draft.data["recipients"] == {"read": {"delimiter": ";"}}
    replace(delimiter, "auto")
    assert "delimiter" not in page.draft.data.get("recipients", {}).get("read", {})


def test_rarely_wanted_fields_wait_behind_more(quiet: Editing) -> None:
    page = quiet.open(MAIL, "Mine")
    form = card(page, "message").form
    assert form.boxes["cc"].isHidden()
    form.more.click()
    assert not form.boxes["cc"].isHidden()
    replace(control(page, ("message",), "cc"), "boss@example.org")
    assert page.draft.data["message"]["cc"] == "boss@example.org"


def test_json_is_the_same_recipe_with_the_same_checks(quiet: Editing) -> None:
    page = quiet.open(PHOTO, "Mine")
    page.as_json.click()
    text = page.view.json.toPlainText()
    assert json.loads(text)["steps"][0]["size"] == 1600
    page.view.json.setPlainText(text.replace('"long-edge"', '"long"'))
    assert "unknown value" in page.view._json_trouble.text()
    assert not page.save.isEnabled()
    page.view.json.setPlainText(text.replace("1600", "900").replace('"Mine"', '"Yours"'))
    assert page.view._json_trouble.isHidden()
    assert page.title.text() == "Yours"
    page.as_json.click()
    assert control(page, STEP, "size").value() == 900
    page.save.click()
    quiet.settle()
    assert quiet.shelf.find("Mine") is None
    assert '"size": 900' in quiet.shelf.load("Yours").text


def test_wrong_json_is_not_taken_into_the_cards(quiet: Editing) -> None:
    page = quiet.open(PHOTO, "Mine")
    page.as_json.click()
    page.view.json.setPlainText("{")
    assert not page.may_leave(lambda: None)
    page.as_json.click()
    assert page.draft.problems() == []
    assert not page.draft.changed
    assert page.may_leave(lambda: None)


def test_revert_takes_everything_back(quiet: Editing) -> None:
    page = quiet.open(TABLE, "Mine")
    replace(page.title, "Other")
    pick(page, STEP, "Remove")
    assert page.revert.isEnabled()
    page.revert.click()
    assert page.title.text() == "Mine"
    assert order(page) == ["filter", "compute", "dedupe", "select"]
    assert not page.save.isEnabled()


def test_a_name_that_is_taken_is_refused_in_words_and_nothing_is_lost(quiet: Editing) -> None:
    quiet.shelf.save(PHOTO, name="Taken")
    page = quiet.open(PHOTO, "Mine")
    replace(page.title, "taken")
    page.save.click()
    quiet.settle()
    assert page._trouble.text() == "A recipe called Taken is there already."
    assert page.draft.changed
    assert quiet.shelf.find("Mine") is not None
    replace(page.title, "")
    QTest.keyClick(page.title, Key.Key_Backspace)
    assert page._trouble.text() == "The recipe needs a name."
    assert not page.save.isEnabled()


def test_leaving_with_changes_asks_and_each_answer_does_what_it_says(quiet: Editing) -> None:
    page = quiet.open(TABLE, "Mine")
    left: list[str] = []

    def go() -> None:
        left.append("gone")

    assert page.may_leave(go), "nothing was changed"
    pick(page, STEP, "Remove")
    assert not page.may_leave(go)
    assert page.banner.accessibleName() == "Mine has unsaved changes."
    save, discard, stay = page.banner.buttons
    assert focused() is save
    stay.click()
    assert page.banner.isHidden()
    assert left == []
    assert not page.may_leave(go)
    save.click()
    quiet.settle()
    assert left == ["gone"]
    assert [step["do"] for step in json.loads(quiet.shelf.load("Mine").text)["steps"]] == [
        "compute", "dedupe", "select",
    ]  # fmt: skip
    pick(page, STEP, "Remove")
    assert not page.may_leave(go)
    discard.click()
    assert left == ["gone", "gone"]
    assert len(json.loads(quiet.shelf.load("Mine").text)["steps"]) == 3


def test_changes_that_cannot_be_saved_can_be_discarded_or_kept(quiet: Editing) -> None:
    page = quiet.open(TABLE, "Mine")
    replace(control(page, STEP, "where"), "num(")
    assert not page.may_leave(lambda: None)
    save, _discard, stay = page.banner.buttons
    assert not save.isEnabled()
    assert focused() is stay


def test_one_side_at_a_time_where_there_is_little_room(quiet: Editing) -> None:
    page = quiet.open(PHOTO, "Mine", width=672, height=398)
    assert page.width() == 672, "it fits"
    assert page.view.isVisible()
    assert not page.pane.isVisible()
    page.sides.choose(1)
    assert not page.view.isVisible()
    assert page.pane.isVisible()
    quiet.window.resize(1100, 700)
    quiet.settle()
    assert page.view.isVisible()
    assert page.pane.isVisible()


def test_the_whole_page_can_be_walked_by_tab(quiet: Editing) -> None:
    page = quiet.open(MAIL, "Mine")
    page.title.setFocus()
    seen: list[QWidget] = []
    for _ in range(60):
        QTest.keyClick(focused(), Key.Key_Tab)
        if focused() in seen:
            break
        seen.append(focused())
    names = [widget.accessibleName() for widget in seen]
    assert all(names), names
    wanted = ["Save recipe", "To", "Subject", "Message", "Attach", page.view.card(("send",)).head.accessibleName()]
    wanted.append("Choose a list…")
    assert [name for name in names if name in wanted] == wanted[1:], "from the head through the cards to the preview"


def test_tab_goes_on_in_order_when_cards_were_made_again(quiet: Editing) -> None:
    page = quiet.open(TABLE, "Mine")
    card(page, "steps", 1).head.click()
    quiet.settle()
    page.as_json.setFocus()
    names = []
    for _ in range(16):
        QTest.keyClick(focused(), Key.Key_Tab)
        names.append(focused().accessibleName())
    start = names.index("New columns, line 1: name")
    assert "More for Compute" in names[start - 2 : start], names
    assert names[start : start + 5] == [
        "New columns, line 1: name", "New columns, line 1: value", "Remove line 1 of New columns",
        "Add a line to New columns", "Remove duplicates. id",
    ]  # fmt: skip


def test_columns_are_put_in_where_the_cursor_is(editing: Editing, people: str) -> None:
    page = editing.open(MAIL, "Mine", people)
    pills = {pill.text(): pill for pill in page.findChildren(Pill)}
    assert list(pills) == ["name", "email", "number", "First Name"]
    text = control(page, ("message",), "text")
    assert isinstance(text, QPlainTextEdit)
    text.setFocus()
    text.selectAll()
    QTest.mouseClick(pills["name"], Qt.MouseButton.LeftButton)
    assert text.toPlainText() == "{{ name }}"
    pills["First Name"].setFocus()
    QTest.keyClick(pills["First Name"], Key.Key_Return)
    assert page.draft.data["message"]["text"] == "{{ name }}{{ row['First Name'] }}"
    subject = control(page, ("message",), "subject")
    subject.setFocus()
    subject.end(False)
    QTest.mouseClick(pills["email"], Qt.MouseButton.LeftButton)
    assert page.draft.data["message"]["subject"] == "Invoice {{ number }}{{ email }}"
