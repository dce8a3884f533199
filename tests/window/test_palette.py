"""The command palette: what is found by a few letters, what was used lately, why something cannot be done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.window.activity.page import ActivityPage
from app.window.fuzzy import fit
from app.window.palette import Palette

NAMES = ["Retry all failed", "Retry now", "Show Retrying", "Theme: Dark", "Pause here", "Add files", "Add folder"]


def best(wanted):
    found = [(fit(wanted, name), name) for name in NAMES]
    return [name for points, name in sorted(found, key=lambda p: -(p[0] or 0)) if points is not None]


def test_letters_find_names():
    assert best("ret")[:2] == ["Retry now", "Retry all failed"]
    assert best("raf") == ["Retry all failed"]
    assert best("dark") == ["Theme: Dark"]
    assert best("af")[0] == "Add files"
    assert best("xyz") == []


@given(st.text(max_size=12), st.text(max_size=40))
def test_a_name_fits_exactly_when_the_letters_come_in_order(wanted, name):
    letters, text = iter(name.casefold()), "".join(wanted.casefold().split())
    assert (fit(wanted, name) is not None) == all(letter in letters for letter in text)


@given(st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=3).map(" ".join))
def test_nothing_fits_a_name_better_than_itself(name):
    whole = fit(name, name)
    assert whole is not None
    for n in range(len(name)):
        part = fit(name[:n], name)
        assert part is not None
        assert not name[:n].strip() or part <= whole


@pytest.fixture
def view(open_window):
    window = open_window()

    def opened() -> Palette:
        window.desk.act("palette")
        window.settle()
        return next(p for p in window.shell.findChildren(Palette) if p.isVisible())

    window.opened = opened
    return window


def names(palette):
    return [entry.name for entry in palette.model.entries]


def test_a_command_is_found_and_done_by_keyboard(view):
    palette = view.opened()
    QTest.keyClicks(palette.line, "activ")
    assert names(palette)[0] == "Activity"
    assert "Activity" in palette.line.accessibleDescription()
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    view.settle()
    assert isinstance(view.shell.shown_page, ActivityPage)
    assert view.memory.recent == ["activity"]
    assert not any(p.isVisible() for p in view.shell.findChildren(Palette))


def test_what_was_used_lately_comes_first_and_what_cannot_be_done_last(view):
    view.memory.recent = ["about", "settings"]
    palette = view.opened()
    assert names(palette)[:2] == ["About Dropmill", "Settings"]
    enabled = [entry.enabled for entry in palette.model.entries]
    assert enabled == sorted(enabled, reverse=True)
    assert not enabled[-1], "an empty queue has something that cannot be done"
    assert all(entry.why for entry in palette.model.entries if not entry.enabled)
    assert len(names(palette)) > 40


def test_a_greyed_command_says_why_and_is_not_done(view):
    view.shell.actions_of.allow("retry-all", False, "Nothing failed")
    asked = []
    view.shell.actions_of.asked.connect(asked.append)
    palette = view.opened()
    QTest.keyClicks(palette.line, "retry all")
    entry = palette.model.entries[0]
    assert (entry.action, entry.enabled, entry.why) == ("retry-all", False, "Nothing failed")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert "Nothing failed" in palette.line.accessibleDescription()
    assert "retry-all" not in asked
    palette.line.clear()
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_arrows_walk_around_the_list(view):
    palette = view.opened()
    first = palette.list.currentIndex().row()
    QTest.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == len(names(palette)) - 1
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == first == 0
    QTest.keyClicks(palette.line, "zzzz")
    assert palette.line.accessibleDescription() == "No command fits"
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()


def test_views_and_themes_have_names_that_stand_alone(view):
    found = names(view.opened())
    assert "Show Failed" in found
    assert "Theme: Dark" in found
    assert len(set(found)) == len(found) - 2, "Hold and Run are there for the batch and for files"
