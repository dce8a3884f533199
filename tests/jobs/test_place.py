"""Output folders, planned paths and collisions."""

import os
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs import place
from app.jobs.base import Source
from app.jobs.place import Exists, Resolver
from app.jobs.recipe import Place


def source(path: str, root: str | None = None, mtime: int = 0, number: int = 1) -> Source:
    return Source(path, root or os.path.dirname(path), 1, mtime, number)


@pytest.mark.parametrize(
    ("folder", "keep", "out", "expected"),
    [
        ("{source}/Dropmill", True, None, "/in/2026/May/Dropmill"),
        ("{source}", True, None, "/in/2026/May"),
        ("web", True, None, "/in/2026/May/web"),
        ("/fixed", True, None, "/fixed/2026/May"),
        ("/fixed", False, None, "/fixed"),
        ("{source}/Dropmill", True, "/out/", "/out/2026/May"),
        ("{source}/Dropmill", False, "/out", "/out"),
    ],
)
def test_output_folder(folder: str, keep: bool, out: str | None, expected: str) -> None:
    given_ = source("/in/2026/May/a.jpg", "/in")
    assert place.output_folder(given_, Place(folder=folder, keep_tree=keep), out) == os.path.normpath(expected)


def test_a_dropped_file_has_no_tree_to_keep() -> None:
    assert place.output_folder(source("/in/2026/a.jpg"), Place(), "/out") == "/out"
    assert place.relative_folders(source("/in2/x/a.jpg", "/in")) == ()
    assert place.relative_folders(source("/x/a.jpg", "/")) == ("x",)


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{name}", "a.b.webp"),
        ("{name}.{ext}", "a.b.webp"),
        ("{name}.WEBP", "a.b.webp"),
        ("{name}_{ext}", "a.b_png.webp"),
        ("{rel}/{n:03}", "sub/001.webp"),
        ("{output}/{name}", "0/a.b.webp"),
    ],
)
def test_planned_names(template: str, name: str) -> None:
    given_ = source("/in/sub/a.b.png", "/in")
    tokens = place.tokens(given_, "R", "0")
    output, warnings = place.planned(given_, Place(keep_tree=False), "/out", template, ".webp", tokens, "0")
    assert (output.name, output.path, warnings) == ("0", f"/out/{name}", ())


def test_a_repaired_name_is_reported() -> None:
    given_ = source("/in/a:b\n.png")
    output, warnings = place.planned(given_, Place(), "/out", "{name}", ".png", place.tokens(given_, "", "0"), "0")
    assert output.path == "/out/a_b_.png"
    (warning,) = warnings
    assert warning.code == "RENAMED"
    assert "a_b_.png" in warning.message


def test_a_name_of_dots_stays_in_the_folder() -> None:
    given_ = source("/in/...png")
    tokens = place.tokens(given_, "", "0")
    output, _ = place.planned(given_, Place(), "/out", "{name}/../..", "", tokens, "0")
    assert os.path.normpath(output.path).startswith("/out/")


def test_collisions_in_a_batch_are_numbered_without_case_and_normalised(tmp_path: Path) -> None:
    resolver = Resolver("replace")
    wanted = ["é.jpg", unicodedata.normalize("NFD", "É.JPG"), "é.jpg", "STRASSE.png", "straße.png"]
    got = [resolver.resolve(str(tmp_path / name), source("/in/x")) for name in wanted]
    assert [os.path.basename(path or "") for path in got] == [
        "é.jpg", unicodedata.normalize("NFD", "É (2).JPG"), "é (3).jpg", "STRASSE.png", "straße (2).png",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("exists", "mtime", "expected"),
    [
        ("number", 0, "a (2).jpg"),
        ("skip", 0, None),
        ("replace", 0, "a.jpg"),
        ("newer", 5, None),
        ("newer", 2**62, "a.jpg"),
    ],
)
def test_what_is_on_disk(tmp_path: Path, exists: Exists, mtime: int, expected: str | None) -> None:
    (tmp_path / "A.jpg" if exists == "number" else tmp_path / "a.jpg").write_bytes(b"x")
    got = Resolver(exists).resolve(str(tmp_path / "a.jpg"), source("/in/a.png", mtime=mtime))
    assert got == (None if expected is None else str(tmp_path / expected))


def test_a_skipped_output_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    resolver = Resolver("skip")
    assert resolver.resolve(str(tmp_path / "a.jpg"), source("/in/1/a.png")) is None
    assert resolver.resolve(str(tmp_path / "a.jpg"), source("/in/2/a.png")) == str(tmp_path / "a (2).jpg")


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").mkdir()
    assert Resolver("replace").resolve(str(tmp_path / "a.jpg"), source("/in/a")) == str(tmp_path / "a (2).jpg")


@pytest.mark.parametrize("exists", ["number", "skip", "replace", "newer"])
def test_inputs_of_the_batch_are_safe(tmp_path: Path, exists: Exists) -> None:
    one, two = tmp_path / "a.jpg", tmp_path / "b.jpg"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    resolver = Resolver(exists, [str(one), str(two).upper()])
    assert resolver.resolve(str(two), source(str(one))) == str(tmp_path / "b (2).jpg")
    own = resolver.resolve(str(one), source(str(one), mtime=2**62))
    assert own == str(one if exists == "replace" else tmp_path / "a (2).jpg")


def test_claimed_paths_are_taken(tmp_path: Path) -> None:
    resolver = Resolver("number")
    resolver.claim(str(tmp_path / "A.jpg"))
    assert resolver.resolve(str(tmp_path / "a.jpg"), source("/in/a")) == str(tmp_path / "a (2).jpg")


NAMES = st.lists(st.sampled_from(["a.jpg", "A.jpg", "a (2).jpg", "b", "é.png", "é.png", "ſ.x", "s.x"]), max_size=12)


@given(NAMES, NAMES, NAMES, st.sampled_from(["number", "skip", "replace", "newer"]))
def test_every_path_is_given_once_and_no_input_is_overwritten(
    tmp_path_factory: pytest.TempPathFactory, wanted: list[str], there: list[str], inputs: list[str], exists: Exists
) -> None:
    folder = tmp_path_factory.mktemp("out")
    for name in [*there, *inputs]:
        (folder / name).write_bytes(b"x")
    resolver = Resolver(exists, [str(folder / name) for name in inputs])
    given_ = source("/elsewhere/x", mtime=5)
    got = [resolver.resolve(str(folder / name), given_) for name in wanted]
    keys = [place.fold(os.path.basename(path)) for path in got if path is not None]
    assert len(keys) == len(set(keys))
    assert not set(keys) & {place.fold(name) for name in inputs}
    if exists == "number":
        assert None not in got
        assert not set(keys) & {place.fold(name) for name in there}
    again = Resolver(exists, [str(folder / name) for name in inputs])
    assert [again.resolve(str(folder / name), given_) for name in wanted] == got


def test_ten_thousand_outputs_take_less_than_a_second(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.jpg").write_bytes(b"")
    inputs = [f"/in/{number}.jpg" for number in range(10_000)]
    begin = time.process_time()
    resolver = Resolver("number", inputs)
    paths = {resolver.resolve(str(tmp_path / f"{number // 2}.jpg"), source("/in/x")) for number in range(5000)}
    paths |= {resolver.resolve(str(tmp_path / "same.jpg"), source("/in/x")) for number in range(5000)}
    assert time.process_time() - begin < 1.0
    assert len(paths) == 10_000
