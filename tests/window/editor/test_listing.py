"""The page of recipes: what is there, and what can be done with each."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.system.recipes import Shelf
from app.window.ask import Question
from app.window.bridge import Bridge
from app.window.editor.listing import RecipesPage, Tile, when_words
from app.window.editor.page import Start
from tests.waiting import until
from tests.window.editor.conftest import PHOTO
from tests.window.staged import Staged, job

DAY = 86_400_000


class Listing:
    """The page over a shelf of its own."""

    def __init__(self, staged: Staged, folder: Path) -> None:
        self.shelf = Shelf(folder / "recipes")
        self.reads = Bridge(staged.reader, "reads").owning()
        self.edits: list[Start] = []
        self.used: list[str] = []
        self.said: list[str] = []
        self.changes = 0

    def open(self, width: int = 1068) -> RecipesPage:
        self.page = RecipesPage(self.shelf, self.reads)
        self.page.edit.connect(self.edits.append)
        self.page.use.connect(self.used.append)
        self.page.said.connect(self.said.append)
        self.page.changed.connect(self._changed)
        self.page.resize(width, 700)
        self.page.show()
        self.settle()
        return self.page

    def _changed(self) -> None:
        self.changes += 1

    def settle(self) -> None:
        until(lambda: QApplication.processEvents() or self.reads.idle)
        QApplication.processEvents()

    def tile(self, name: str) -> Tile:
        return next(tile for tile in self.page.tiles if tile.listed.name == name)

    def pick(self, name: str, words: str) -> None:
        menu = self.page.menu(self.tile(name))
        next(action for action in menu.actions() if action.text() == words).trigger()
        menu.deleteLater()
        self.settle()

    def offered(self, name: str) -> list[str]:
        menu = self.page.menu(self.tile(name))
        menu.deleteLater()
        return [action.text() for action in menu.actions() if not action.isSeparator()]

    def close(self) -> None:
        self.page.close()
        self.page.deleteLater()
        self.reads.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def listing(qapp: QApplication, staged: Staged, tmp_path: Path) -> Iterator[Listing]:
    made = Listing(staged, tmp_path)
    yield made
    made.close()


def test_recipes_stand_by_kind_and_say_when_they_were_used(listing: Listing, staged: Staged) -> None:
    staged.batch([job("a.jpg", 1)])
    listing.shelf.save(PHOTO, name="Zoo")
    page = listing.open()
    kinds = [tile.listed.kind for tile in page.tiles]
    assert kinds == sorted(kinds, key=["image", "table", "mail"].index)
    assert listing.tile("Web photos").last.startswith("Last used ")
    assert listing.tile("Thumbnails").last == "Never used"
    assert listing.tile("Zoo").last == "Never used, yours"
    assert all(tile.accessibleName() for tile in page.tiles)


def test_built_in_recipes_cannot_be_deleted_and_changed_ones_go_back(listing: Listing) -> None:
    listing.shelf.save(PHOTO, name="Thumbnails")
    listing.shelf.save(PHOTO, name="Zoo")
    listing.open()
    common = ["Use for what I add next", "Change…", "Duplicate", "Export…"]
    assert listing.offered("Web photos") == common
    assert listing.offered("Zoo") == [*common, "Delete…"]
    assert listing.offered("Thumbnails") == [*common, "Back to the built-in recipe…"]
    for name, answer in (("Zoo", "Keep it"), ("Zoo", "Delete the recipe"), ("Thumbnails", "Lose my changes")):
        listing.pick(name, "Delete…" if name == "Zoo" else "Back to the built-in recipe…")
        (question,) = listing.page.findChildren(Question)
        next(b for b in question.findChildren(type(listing.page.new)) if b.text() == answer).click()
        listing.settle()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert (listing.shelf.find("Zoo") is not None) == (answer == "Keep it")
    assert not listing.shelf.hides("Thumbnails")
    assert listing.changes == 2


def test_a_tile_opens_the_editor_by_key_and_a_new_recipe_has_a_free_name(listing: Listing) -> None:
    page = listing.open()
    QTest.keyClick(listing.tile("Clean table"), Qt.Key.Key_Return)
    assert [(start.name, start.was) for start in listing.edits] == [("Clean table", "Clean table")]
    next(action for action in page.new.menu().actions() if action.text() == "For tables").trigger()
    listing.settle()
    new = listing.edits[-1]
    assert (new.name, new.was) == ("New table recipe", "")
    assert json.loads(new.text)["kind"] == "table"
    listing.pick("Clean table", "Use for what I add next")
    assert listing.used == ["Clean table"]


def test_a_copy_is_there_and_has_the_focus(listing: Listing) -> None:
    listing.open()
    listing.pick("Web photos", "Duplicate")
    listing.settle()
    assert listing.shelf.find("Web photos 2") is not None
    assert listing.page.focusWidget() is listing.tile("Web photos 2")
    assert listing.changes == 1


def test_a_recipe_file_is_brought_in_or_refused_in_words(listing: Listing, tmp_path: Path) -> None:
    listing.open()
    good, bad = tmp_path / "web.dropmill", tmp_path / "bad.dropmill"
    good.write_text(PHOTO, encoding="utf-8")
    bad.write_text('{"dropmill": 1, "kind": "image", "colour": 1}', encoding="utf-8")
    listing.page.bring(bad)
    listing.settle()
    assert listing.said == ["bad.dropmill was not imported. Colour: unknown key."]
    listing.page.bring(good)
    listing.settle()
    assert listing.shelf.find("Web photos 2") is not None, "the name was taken"


def test_a_recipe_that_cannot_be_used_is_listed_with_the_reason(listing: Listing, tmp_path: Path) -> None:
    folder = tmp_path / "recipes"
    folder.mkdir()
    (folder / "old.json").write_text('{"dropmill": 1, "kind": "image", "name": "Old", "colour": 1}', encoding="utf-8")
    listing.open()
    assert listing.tile("Old").listed.wrong == "Colour: unknown key."
    assert listing.offered("Old") == ["Delete…"]
    listing.tile("Old").click()
    assert listing.edits == []
    assert listing.said == ["Colour: unknown key."]


@pytest.mark.parametrize(("width", "columns"), [(1068, 3), (672, 2), (320, 1)])
def test_tiles_use_the_width_there_is(listing: Listing, width: int, columns: int) -> None:
    page = listing.open(width)
    tops = [tile.mapTo(page, tile.rect().topLeft()).y() for tile in page.tiles[:4]]
    assert tops.count(tops[0]) == columns


def test_days_are_told_as_people_do() -> None:
    noon = 1_795_000_000_000 // DAY * DAY + DAY // 2
    assert ":" in when_words(noon - 1000, noon)
    assert when_words(noon - DAY, noon) == "yesterday"
    assert when_words(noon - 30 * DAY, noon)[-1].isalpha()
    assert when_words(noon - 800 * DAY, noon)[-1].isdigit()
