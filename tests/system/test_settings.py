"""The settings file: strict, whole, and polite to keys of a newer program."""

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system.files import write_whole
from app.system.settings import SettingsError, SettingsFile


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "data" / "settings.json")


def test_a_missing_file_means_defaults(file: SettingsFile) -> None:
    assert file.read().workers is None
    assert file.read().accounts == {}


def test_what_was_changed_is_read_back(file: SettingsFile) -> None:
    file.change(workers=3, suppressed=["a@example.org"])
    assert SettingsFile(file.path).read().workers == 3
    assert file.read().suppressed == ["a@example.org"]
    if sys.platform != "win32":
        assert file.path.stat().st_mode & 0o077 == 0


def test_unknown_keys_survive_a_change(file: SettingsFile) -> None:
    file.path.parent.mkdir()
    file.path.write_text('{"theme": "dark", "nested": {"a": [1, 2]}}', encoding="utf-8")
    file.change(workers=2)
    assert json.loads(file.path.read_text(encoding="utf-8"))["theme"] == "dark"
    assert json.loads(file.path.read_text(encoding="utf-8"))["nested"] == {"a": [1, 2]}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "cannot be used"),
        ('{"workers": "two"}', "workers"),
        ('{"workers": 0}', "workers"),
        ("[]", "cannot be used"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_place(file: SettingsFile, text: str, says: str) -> None:
    file.path.parent.mkdir()
    file.path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=says) as caught:
        file.read()
    assert str(file.path) in str(caught.value)
    with pytest.raises(SettingsError):
        file.change(workers=1)
    assert file.path.read_text(encoding="utf-8") == text


def test_a_file_that_is_not_text_is_refused(file: SettingsFile) -> None:
    file.path.parent.mkdir()
    file.path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="UTF-8"):
        file.read()


@given(st.lists(st.text(max_size=20), max_size=5))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    file = SettingsFile(tmp_path_factory.mktemp("settings") / "settings.json")
    file.change(suppressed=words)
    assert file.read().suppressed == words


def test_write_whole_leaves_an_existing_file_when_told_so(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_whole(path, b"new", replace=False)
    assert path.read_bytes() == b"old"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]
