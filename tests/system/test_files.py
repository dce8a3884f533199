"""Files of our own appear whole or not at all, and never in the place of a stranger's."""

from pathlib import Path

import pytest

from app.system.files import whole, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_when_its_block_ends(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    with whole(target) as part:
        part.write_text("new")
        assert not target.exists()
    assert (target.read_text(), names(tmp_path)) == ("new", ["a.csv"])


def test_a_block_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old")
    with pytest.raises(RuntimeError), whole(target) as part:
        part.write_text("half")
        raise RuntimeError
    assert (target.read_text(), names(tmp_path)) == ("old", ["a.csv"])


def test_a_file_that_is_there_stays_however_late_it_came(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    with pytest.raises(FileExistsError), whole(target, replace=False) as part:
        part.write_text("ours")
        target.write_text("theirs")
    assert (target.read_text(), names(tmp_path)) == ("theirs", ["a.csv"])
    with pytest.raises(FileExistsError), whole(target, replace=False):
        raise AssertionError("the work was done for nothing")
    with whole(target) as part:
        part.write_text("replaced")
    assert target.read_text() == "replaced"


def test_a_folder_that_is_not_there_is_the_callers_to_explain(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), whole(tmp_path / "gone" / "a.csv"):
        raise AssertionError
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "gone" / "a.csv", b"x")
