"""Where the data folder is, and in which order the choices count."""

import sys
from pathlib import Path

import pytest

from app.system import folders
from app.system.resources import resource


def test_a_given_folder_wins_over_the_environment(tmp_path: Path) -> None:
    found = folders.find(tmp_path / "given", {"DROPMILL_DATA_DIR": str(tmp_path / "named")})
    assert found.data == tmp_path / "given"


def test_the_environment_wins_over_the_system(tmp_path: Path) -> None:
    assert folders.find(None, {"DROPMILL_DATA_DIR": str(tmp_path)}).data == tmp_path


def test_without_either_the_systems_own_folder_is_used() -> None:
    assert folders.find(None, {}).data.name.lower() == "dropmill"


def test_a_relative_folder_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert folders.find(Path("here"), {}).data == tmp_path / "here"


def test_a_folder_beside_the_packaged_program_makes_it_portable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "dropmill"))
    assert folders.portable_folder() is None
    (tmp_path / folders.PORTABLE).mkdir()
    assert folders.find(None, {}).data == tmp_path / folders.PORTABLE


def test_make_creates_a_private_folder_and_is_repeatable(tmp_path: Path) -> None:
    found = folders.find(tmp_path / "a" / "b", {})
    found.make()
    found.make()
    assert found.data.is_dir()
    if sys.platform != "win32":
        assert found.data.stat().st_mode & 0o077 == 0


def test_everything_lies_inside_the_data_folder(tmp_path: Path) -> None:
    found = folders.Folders(tmp_path)
    assert [p.parent for p in (found.database, found.settings, found.recipes, found.logs)] == [tmp_path] * 4
    assert found.database.name == "queue.db"


def test_resources_are_found_in_a_checkout_and_in_a_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert resource("recipes").is_dir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("samples", "x.csv") == tmp_path / "resources" / "samples" / "x.csv"
