"""Shortcuts: which keys may be used, and the editor over the window's own actions."""

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.window.shortcuts.keys import refusal
from app.window.shortcuts.panel import ShortcutsPanel

CTRL, NONE, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.mark.parametrize(
    ("modifiers", "key", "allowed"),
    [
        (CTRL, Qt.Key.Key_J, True), (NONE, Qt.Key.Key_F7, True), (SHIFT, Qt.Key.Key_F7, True),
        (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_J, True), (NONE, Qt.Key.Key_J, False),
        (SHIFT, Qt.Key.Key_J, False), (CTRL, Qt.Key.Key_Tab, False), (NONE, Qt.Key.Key_Return, False),
        (CTRL, Qt.Key.Key_Escape, False), (NONE, Qt.Key.Key_Space, False),
    ],
)  # fmt: skip
def test_which_keys_may_be_used(modifiers, key, allowed):
    assert (refusal(QKeyCombination(modifiers, key)) == "") is allowed


@pytest.fixture
def view(open_window):
    window = open_window()
    window.desk.act("shortcuts")
    window.settle()
    window.panel = window.shell.shown_page.panel
    assert isinstance(window.panel, ShortcutsPanel)
    return window


def press(view, action, key, modifiers=NONE):
    keys = view.panel.rows[action].keys
    keys.setFocus()
    QTest.keyClick(keys, Qt.Key.Key_Return)
    assert keys.catching
    QTest.keyClick(keys, key, modifiers)
    assert not keys.catching


def keys_of(view, action) -> str:
    return view.shell.actions_of[action].shortcut().toString()


def test_other_keys_are_taken_at_once_and_remembered(view, qapp):
    asked = []
    view.shell.actions_of.asked.connect(asked.append)
    press(view, "watches", Qt.Key.Key_J, CTRL)
    assert keys_of(view, "watches") == "Ctrl+J"
    assert view.memory.chosen_keys() == {"watches": "Ctrl+J"}
    row = view.panel.rows["watches"]
    assert row.keys.text() == "Ctrl+J"
    assert row.keys.accessibleName() == "Watched folders: Ctrl+J. Change these keys"
    assert not asked, "keys that are caught do nothing else"
    row.back.click()
    assert (keys_of(view, "watches"), view.memory.chosen_keys()) == ("", {})
    assert QApplication.focusWidget() is row.keys


def test_a_conflict_is_shown_and_settled_by_a_click(view):
    press(view, "watches", Qt.Key.Key_R, CTRL)
    assert keys_of(view, "watches") == ""
    assert view.panel.words.text() == "Ctrl+R is used by Run."
    view.panel.take.click()
    assert (keys_of(view, "watches"), keys_of(view, "run")) == ("Ctrl+R", "")
    assert not view.panel.take.isVisible()
    view.panel.rows["run"].back.click()
    assert (keys_of(view, "watches"), keys_of(view, "run")) == ("", "Ctrl+R"), "no keys do two things"


def test_keys_of_the_table_and_bare_letters_are_refused(view):
    press(view, "watches", Qt.Key.Key_Home, CTRL)
    assert "is used in the table" in view.panel.words.text()
    assert not view.panel.take.isVisible()
    press(view, "watches", Qt.Key.Key_J)
    assert "needed for typing" in view.panel.words.text()
    press(view, "watches", Qt.Key.Key_Escape)
    assert keys_of(view, "watches") == ""
    assert view.panel.rows["watches"].keys.text() == "None"


def test_buttons_follow_and_all_can_be_reset(view):
    press(view, "find", Qt.Key.Key_F7)
    assert "F7" in view.shell.header.glass.toolTip()
    assert view.panel.reset_all.isEnabled()
    view.panel.reset_all.click()
    assert keys_of(view, "find") == "Ctrl+F"
    assert "Ctrl+F" in view.shell.header.glass.toolTip()
    assert not view.panel.reset_all.isEnabled()


def test_the_list_is_searched(view):
    view.panel.search.setText("retry all")
    shown = [name for name, line in view.panel._lines.items() if not line.isHidden()]
    assert shown == ["retry-all"]
    view.panel.search.setText("ctrl+shift+r")
    assert [name for name, line in view.panel._lines.items() if not line.isHidden()] == ["retry-all"]


def test_chosen_keys_are_there_at_the_next_start(qapp, tmp_path):
    from PySide6.QtWidgets import QWidget

    from app.window.actions import Actions
    from app.window.memory import Memory

    memory = Memory(tmp_path)
    memory.choose_keys("run", "Ctrl+J")
    memory.choose_keys("pause", "")
    memory.choose_keys("open-output", "Ctrl+L")  # a key of the table: it handles these itself
    memory.save()
    window = QWidget()
    actions = Actions(window)
    actions.use_keys(Memory(tmp_path).chosen_keys())
    assert actions["run"].shortcut() == QKeySequence("Ctrl+J")
    assert actions["pause"].shortcut().isEmpty()
    assert actions["open-output"].shortcut() == QKeySequence("Return")
    window.deleteLater()
