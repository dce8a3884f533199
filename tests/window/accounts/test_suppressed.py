"""The page of people who get no mail."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.window.accounts.suppressed import SuppressedPage
from tests.window.accounts.conftest import World


def test_addresses_are_added_found_and_taken_off(world: World, qtbot: QtBot) -> None:
    page = SuppressedPage(world.post)
    qtbot.addWidget(page)
    page.show()
    world.settle()
    assert page.count.text() == "Nobody is on the list."
    assert not page.remove.isEnabled()
    QTest.keyClicks(page.line, "a@example.org, B@example.org; c@example.org a@example.org")
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    world.settle()
    assert world.accounts.suppressed() == ["a@example.org", "B@example.org", "c@example.org"]
    assert page.words.text() == "3 addresses added"
    QTest.keyClicks(page.search, "b@")
    assert page.model.stringList() == ["B@example.org"]
    page.list.selectionModel().select(page.model.index(0), QItemSelectionModel.SelectionFlag.Select)
    page.remove.click()
    world.settle()
    assert world.accounts.suppressed() == ["a@example.org", "c@example.org"]
    assert page.count.text() == "2 addresses"


def test_what_is_no_address_is_named_and_nothing_is_added(world: World, qtbot: QtBot) -> None:
    page = SuppressedPage(world.post)
    qtbot.addWidget(page)
    page.show()
    QTest.keyClicks(page.line, "a@example.org, nobody")
    page.add.click()
    world.settle()
    assert page.words.text() == "nobody is not an address. Nothing was added."
    assert world.accounts.suppressed() == []
    assert page.line.text() == "a@example.org, nobody"
