"""Recipe files that the desktop opens the program with."""

import json
from pathlib import Path

import pytest

from app.cli.main import run
from app.system.recipes import Shelf


def recipe(path: Path, name: str, quality: int) -> str:
    outputs = [{"name": "{name}", "format": "jpeg", "quality": quality}]
    path.write_text(json.dumps({"dropmill": 1, "kind": "image", "name": name, "outputs": outputs}), encoding="utf-8")
    return str(path)


def opened(data: Path, *paths: str) -> list[str]:
    """Start the program with `paths`; gives back those that the window was opened with."""
    seen: list[str] = []

    def window(_data: Path, files: list[str], _workers: int | None) -> int:
        seen.extend(files)
        return 0

    assert run(["--data-dir", str(data), *paths], window) == 0
    return seen


def saved(data: Path) -> list[str]:
    return [entry.name for entry in Shelf(data / "recipes").entries() if not entry.built_in]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_a_recipe_goes_on_the_shelf_and_the_other_files_to_the_window(data: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    mine = recipe(tmp_path / "mine.dropmill", "Mine", 70)
    assert opened(data, mine, str(tmp_path / "a.jpg")) == [str(tmp_path / "a.jpg")]
    assert saved(data) == ["Mine"]


def test_the_same_recipe_again_is_kept_once(data: Path, tmp_path: Path) -> None:
    mine = recipe(tmp_path / "mine.dropmill", "Mine", 70)
    assert opened(data, mine) == opened(data, mine) == []
    assert saved(data) == ["Mine"]


def test_another_recipe_of_the_same_name_gets_a_number(data: Path, tmp_path: Path) -> None:
    for number, quality in enumerate((70, 80, 90)):
        assert opened(data, recipe(tmp_path / f"{number}.dropmill", "Web photos", quality)) == []
    assert sorted(saved(data)) == ["Web photos (2)", "Web photos (3)", "Web photos (4)"]


def test_what_is_no_recipe_is_left_to_the_window(data: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.dropmill"
    broken.write_text("{", encoding="utf-8")
    assert opened(data, str(broken)) == [str(broken)]
    assert saved(data) == []
