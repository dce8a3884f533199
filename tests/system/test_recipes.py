"""The shelf of recipes: built-in and saved ones, found by name or as files."""

import json
from pathlib import Path

import pytest

from app.jobs.recipe import RecipeError
from app.system.files import write_whole
from app.system.recipes import Shelf, load_file
from app.system.resources import resource

TEXT = '{"dropmill": 1, "kind": "image", "name": "Mine"}'


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "recipes")


def test_every_recipe_that_ships_can_be_used(shelf: Shelf) -> None:
    names = {entry.name for entry in shelf.entries()}
    assert names >= {"Web photos", "Thumbnails", "Convert to JPEG", "Clean table", "Remove duplicates", "Mail merge"}
    for entry in shelf.entries():
        loaded = shelf.load(entry.name)
        assert (loaded.name, loaded.kind) == (entry.name, entry.kind)
    assert len(list(resource("recipes").glob("*.json"))) == len(shelf.entries())


def test_names_are_found_whatever_their_case(shelf: Shelf) -> None:
    assert shelf.load("  web PHOTOS ").name == "Web photos"


def test_a_saved_recipe_is_listed_loaded_and_keeps_its_words(shelf: Shelf) -> None:
    entry = shelf.save(TEXT)
    assert (entry.name, entry.built_in) == ("Mine", False)
    assert shelf.load("mine").recipe == load_file(entry.path).recipe
    assert shelf.entries()[-1] == entry


def test_a_saved_recipe_hides_a_built_in_one_and_never_changes_it(shelf: Shelf) -> None:
    before = shelf.find("Thumbnails")
    assert before is not None
    shelf.save(TEXT, name="thumbnails")
    assert [e.built_in for e in shelf.entries() if e.name.casefold() == "thumbnails"] == [False]
    assert load_file(before.path).name == "Thumbnails"


def test_a_name_is_not_taken_twice_unless_asked_for(shelf: Shelf) -> None:
    first = shelf.save(TEXT)
    with pytest.raises(RecipeError, match="saved already"):
        shelf.save(TEXT, name="MINE")
    replaced = shelf.save(TEXT.replace("}", ', "speed": "fast"}'), replace=True)
    assert replaced.path == first.path
    assert json.loads(first.path.read_text(encoding="utf-8"))["speed"] == "fast"


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "CON", "…", "x" * 300, "Ünïcode – 東京"])
def test_no_name_leads_out_of_the_folder(shelf: Shelf, tmp_path: Path, name: str) -> None:
    entry = shelf.save(TEXT, name=name)
    assert entry.path.parent == tmp_path / "recipes"
    assert shelf.load(name).name == name


def test_two_names_that_make_the_same_file_name_are_both_kept(shelf: Shelf) -> None:
    paths = {shelf.save(TEXT, name=name).path for name in ("a b", "a-b", "a.b")}
    assert len(paths) == 3


def test_a_recipe_that_cannot_be_used_is_not_saved(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match="colour: unknown key"):
        shelf.save('{"dropmill": 1, "kind": "image", "colour": 1}')
    assert not (tmp_path / "recipes").exists()


def test_one_broken_file_does_not_hide_the_others(shelf: Shelf, tmp_path: Path) -> None:
    shelf.save(TEXT)
    write_whole(tmp_path / "recipes" / "broken.json", b"{")
    assert shelf.find("Mine") is not None
    with pytest.raises(RecipeError, match="not JSON"):
        load_file(tmp_path / "recipes" / "broken.json")


@pytest.mark.parametrize(
    "content", [None, b"\xff\xfe", b"[]", b'{"kind": "image"}', b'{"dropmill": 2, "kind": "image"}']
)
def test_files_that_are_no_recipes_are_refused_in_words(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RecipeError) as caught:
        load_file(path)
    assert caught.value.problems


def test_an_unknown_name_says_which_there_are(shelf: Shelf) -> None:
    with pytest.raises(RecipeError, match="Web photos"):
        shelf.load("Web fotos")


def test_an_export_does_not_write_over_a_file(shelf: Shelf, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    shelf.export("Web photos", target)
    assert load_file(target).name == "Web photos"
    with pytest.raises(FileExistsError):
        shelf.export("Thumbnails", target)
    assert load_file(target).name == "Web photos"


def test_a_changed_recipe_keeps_its_file_and_may_have_a_new_name(shelf: Shelf) -> None:
    first = shelf.save(TEXT)
    changed = shelf.change("Mine", TEXT.replace("}", ', "speed": "fast"}'), "Ours")
    assert (changed.path, changed.name) == (first.path, "Ours")
    assert shelf.find("Mine") is None
    assert '"speed": "fast"' in shelf.load("ours").text


def test_a_built_in_recipe_is_changed_by_a_saved_one_that_hides_it(shelf: Shelf) -> None:
    text = shelf.load("Thumbnails").text
    assert not shelf.hides("Thumbnails")
    assert shelf.change("Thumbnails", text, "Thumbnails").built_in is False
    assert shelf.hides("thumbnails")
    assert shelf.remove("Thumbnails")
    assert shelf.load("Thumbnails").text == text
    assert not shelf.remove("Thumbnails"), "what ships stays"
    assert shelf.find("Thumbnails") is not None


@pytest.mark.parametrize("name", ["web PHOTOS", "Other", "  "])
def test_a_recipe_cannot_take_the_name_of_another(shelf: Shelf, name: str) -> None:
    shelf.save(TEXT)
    shelf.save(TEXT, name="Other")
    with pytest.raises(RecipeError) as caught:
        shelf.change("Mine", TEXT, name)
    assert caught.value.problems[0].startswith("name")
    assert shelf.find("Mine") is not None


def test_what_cannot_be_used_is_not_saved_over_what_can(shelf: Shelf) -> None:
    shelf.save(TEXT)
    with pytest.raises(RecipeError):
        shelf.change("Mine", '{"dropmill": 1, "kind": "image", "colour": 1}', "Mine")
    assert shelf.load("Mine").text != ""
    assert "colour" not in shelf.load("Mine").text


def test_copies_are_numbered(shelf: Shelf) -> None:
    assert shelf.duplicate("Web photos").name == "Web photos 2"
    assert shelf.duplicate("Web photos 2").name == "Web photos 3"
    assert shelf.free_name("Web photos") == "Web photos 4"
    assert shelf.free_name("Area 51") == "Area 51"
    assert shelf.load("web photos 3").recipe.fingerprint() == shelf.load("Web photos").recipe.fingerprint()


def test_a_handed_on_recipe_is_found_by_its_file(shelf: Shelf, tmp_path: Path) -> None:
    shelf.save(TEXT)
    shelf.export("Mine", tmp_path / "mine.dropmill")
    assert shelf.load(str(tmp_path / "mine.dropmill")).name == "Mine"
    with pytest.raises(RecipeError, match="no such file"):
        shelf.load(str(tmp_path / "gone.dropmill"))
