"""Which folders may be watched: everything that would go round in a circle is refused in words."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.model import Watch, WatchMode
from app.engine.watching.rules import REFUSED, check, is_temporary
from app.jobs import registry
from app.store.errors import StoreError

Try = Callable[..., str | None]


def recipe(folder: str = "{source}/Dropmill", write: bool = True) -> str:
    return json.dumps({"dropmill": 1, "kind": "test", "write": write, "place": {"folder": folder}})


def watch(folder: Path, text: str | None = None, out: Path | None = None) -> Watch:
    into = str(out) if out else None
    return Watch(1, str(folder), "test", "Test", text or recipe(), into, WatchMode.POLLED, True, 0)


@pytest.fixture
def refusal(tmp_path: Path) -> Try:
    """The words with which a folder is refused, or None."""

    def ask(folder: Path, *watched: Watch, text: str | None = None, out: Path | None = None) -> str | None:
        parsed = registry.parse_recipe(text or recipe())
        try:
            check(str(folder), parsed, str(out) if out else None, watched, str(tmp_path / "data"))
        except StoreError as error:
            assert error.code == REFUSED
            assert error.message.endswith(".")
            return error.message
        return None

    return ask


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    made = [tmp_path / name for name in ("one", "two", "three")]
    for folder in made:
        (folder / "deep").mkdir(parents=True)
    return made


def test_folders_side_by_side_may_be_watched(refusal: Try, folders: list[Path], tmp_path: Path) -> None:
    one, two, three = folders
    assert refusal(one, watch(two), watch(three)) is None
    assert refusal(one, out=tmp_path / "out") is None
    assert refusal(one, out=one / "out") is None, "it is passed over"
    assert refusal(one, text=recipe(str(tmp_path / "out"))) is None
    assert refusal(one, watch(two, out=tmp_path / "out"), out=tmp_path / "out") is None


def test_what_is_no_folder_is_refused(refusal: Try, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "not a folder" in str(refusal(tmp_path / "file"))
    assert "not a folder" in str(refusal(tmp_path / "nothing"))


def test_a_folder_is_watched_once_by_whatever_name(refusal: Try, folders: list[Path], tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folders[0])
    assert "watched already, with Test" in str(refusal(folders[0], watch(folders[0])))
    assert "watched already" in str(refusal(tmp_path / "link", watch(folders[0])))
    assert "is inside" in str(refusal(folders[0] / "deep", watch(folders[0])))
    assert "is inside" in str(refusal(folders[0], watch(folders[0] / "deep")))
    assert "is inside" in str(refusal(tmp_path / "link" / "deep", watch(folders[0])))


def test_our_own_folder_is_not_watched(refusal: Try, tmp_path: Path) -> None:
    (tmp_path / "data" / "kept").mkdir(parents=True)
    assert "belongs to Dropmill" in str(refusal(tmp_path / "data" / "kept"))
    assert refusal(tmp_path) is None, "inside a watched folder it is passed over"


@pytest.mark.parametrize("folder", ["{source}", "{source}/.", ".", ".."])
def test_results_beside_their_inputs_are_refused(refusal: Try, folders: list[Path], folder: str) -> None:
    assert "as new files" in str(refusal(folders[0], text=recipe(folder)))


def test_an_output_folder_around_the_watched_one_is_refused(refusal: Try, folders: list[Path], tmp_path: Path) -> None:
    assert "as new files" in str(refusal(folders[0], out=folders[0]))
    assert "as new files" in str(refusal(folders[0], out=tmp_path))
    (tmp_path / "link").symlink_to(folders[0])
    assert "as new files" in str(refusal(folders[0], out=tmp_path / "link"))


def test_results_in_a_folder_with_the_same_recipe_are_refused_from_both_sides(
    refusal: Try, folders: list[Path]
) -> None:
    one, two, _three = folders
    named = recipe().replace('"kind"', '"name": "Another name", "kind"')
    assert "done twice" in str(refusal(one, watch(two), out=two / "deep"))
    assert "done twice" in str(refusal(two, watch(one, out=two)))
    assert "done twice" in str(refusal(one, watch(two, named), out=two))
    assert refusal(one, watch(two, recipe(write=False)), out=two) is None, "one recipe after the other"


def test_a_circle_of_folders_is_refused_however_long(refusal: Try, folders: list[Path]) -> None:
    one, two, three = folders
    a, b, c = recipe(), recipe(write=False), recipe("{source}/web")
    assert "without an end" in str(refusal(one, watch(two, b, out=one), text=a, out=two))
    chain = (watch(two, b, out=three), watch(three, c, out=one / "deep"))
    assert "without an end" in str(refusal(one, *chain, text=a, out=two))
    assert refusal(one, *chain, text=a) is None
    beside = recipe("{source}/../two")
    assert "without an end" in str(refusal(one, watch(two, b, out=one), text=beside))


@pytest.mark.parametrize(
    "name",
    [".hidden", "~$Book.xlsx", "movie.mkv.part", "a.crdownload", "a.TMP", "a.tmp", "x.csv~", "~WRL0001.tmp", "a.swp"],
)
def test_work_in_progress_is_known_by_its_name(name: str) -> None:
    assert is_temporary(name)


@pytest.mark.parametrize("name", ["a.jpg", "partner.csv", "tmp", "~home.csv", "a.tmp.csv", "part"])
def test_other_names_are_files(name: str) -> None:
    assert not is_temporary(name)


@given(st.text(min_size=1, max_size=20).filter(lambda name: "/" not in name and "\0" not in name))
def test_any_name_can_be_asked(name: str) -> None:
    assert is_temporary(name) in (True, False)
    assert is_temporary(f".{name}")
    assert os.sep not in name
