"""Paths become batches of the right recipe; nothing is lost without a word."""

import os

import pytest
from PySide6.QtCore import QMimeData, QUrl

from app.window import intake
from app.window.counting import Counting
from app.window.drop import drop_second, drop_title, left_out
from app.window.intake import Drop, NothingToAdd


def named(recipes, name):
    return next(recipe for recipe in recipes if recipe.name == name)


@pytest.fixture
def photos(recipes):
    return named(recipes, "Web photos")


@pytest.fixture
def others(recipes):
    return (named(recipes, "Mail merge"), named(recipes, "Clean table"))


def touch(folder, *names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(b"12345")
    return [str(folder / name) for name in names]


def test_a_mixed_drop_becomes_one_batch_a_kind_and_never_e_mail(tmp_path, photos, others):
    a, b, c, d = touch(tmp_path, "a.jpg", "b.CSV", "c.pdf", "noending")
    parts, out, missing = intake.sort_out(Drop((a, b, c, d, str(tmp_path), str(tmp_path / "gone.jpg")), photos, others))
    assert [(recipe.name, paths) for recipe, paths in parts] == [
        ("Web photos", [a, d, str(tmp_path)]),
        ("Clean table", [b]),
    ]
    assert out == {".pdf": 1}
    assert missing == [str(tmp_path / "gone.jpg")]


def test_a_folder_goes_to_the_recipe_that_reads_what_is_in_it(tmp_path, photos, others):
    touch(tmp_path / "tables" / "deep", "a.csv")
    touch(tmp_path / "mixed", "a.csv", "b.jpg")
    touch(tmp_path / "papers", "a.pdf")
    folders = tuple(str(tmp_path / name) for name in ("tables", "mixed", "papers"))
    parts, out, missing = intake.sort_out(Drop(folders, photos, others))
    assert [(recipe.name, paths) for recipe, paths in parts] == [
        ("Clean table", [folders[0]]),
        ("Web photos", [folders[1], folders[2]]),
    ]
    assert (out, missing) == ({}, [])


def test_the_same_path_twice_is_added_once(tmp_path, photos):
    (a,) = touch(tmp_path, "a.jpg")
    assert intake.sort_out(Drop((a, a), photos))[0][0][1] == [a]


def test_taking_in_submits_and_does_not_start(tmp_path, staged, photos, others):
    a, b = touch(tmp_path / "Lisbon", "a.jpg", "b.jpg")
    added = intake.take_in(staged, Drop((a, b), photos, others))
    with staged.reader() as reader:
        (batch,) = reader.batches()
    assert added.batches == (batch.id,)
    assert (batch.title, batch.state.value, batch.counts.ready) == ("Lisbon", "paused", 2)


def test_nothing_usable_is_said_with_a_way_out(tmp_path, staged, photos):
    (pdf,) = touch(tmp_path, "a.pdf")
    with pytest.raises(NothingToAdd, match=r"“Web photos” cannot read .pdf files. Choose another recipe."):
        intake.take_in(staged, Drop((pdf,), photos))
    with pytest.raises(NothingToAdd, match="is not there any more"):
        intake.take_in(staged, Drop((str(tmp_path / "x.jpg"),), photos))


@pytest.mark.parametrize(
    ("paths", "title"),
    [
        (["/p/a.jpg"], "a.jpg"),
        (["/p/Lisbon"], "Lisbon"),
        (["/p/q/a.jpg", "/p/q/b.jpg"], "q"),
        (["/a/x", "/b/y"], "2 files"),
    ],
)
def test_titles(paths, title):
    assert intake.title_of(paths) == title


def test_clipboard_files_and_lines_of_paths():
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(os.path.abspath("a b.jpg")), QUrl("https://example.org/x.jpg")])
    assert intake.paths_of(mime) == (os.path.abspath("a b.jpg"),)
    assert intake.has_files(mime)
    lines = QMimeData()
    first, second = os.path.abspath("one.jpg"), os.path.abspath("two.jpg")
    lines.setText(f'"{first}"\n\nnot a path\n{QUrl.fromLocalFile(second).toString()}\n')
    assert intake.paths_of(lines) == (first, second)
    assert intake.paths_of(QMimeData()) == ()


def test_a_message_dragged_out_of_a_mail_program_is_told_apart():
    mime = QMimeData()
    mime.setData('application/x-qt-windows-mime;value="FileGroupDescriptorW"', b"x")
    assert intake.is_virtual(mime)
    assert not intake.has_files(mime)


def test_a_list_file_is_read_relative_to_itself(tmp_path):
    path = tmp_path / "list.txt"
    path.write_bytes('\ufeff# comment\na.jpg\r\n"sub/b.jpg"\n\n/abs/c.jpg\n'.encode())
    assert intake.read_list(str(path)) == (
        str(tmp_path / "a.jpg"),
        str(tmp_path / "sub" / "b.jpg"),
        os.path.abspath("/abs/c.jpg"),
    )
    path.write_text("# nothing\n")
    with pytest.raises(NothingToAdd, match=r"list.txt holds no paths"):
        intake.read_list(str(path))


def test_counting_a_drag(tmp_path, photos):
    touch(tmp_path / "in" / "deep", "a.jpg", "b.PNG", "c.pdf", ".hidden.jpg")
    (d,) = touch(tmp_path, "d.jpg")
    counting = Counting([str(tmp_path / "in"), d, str(tmp_path / "gone.jpg")])
    counting.join(10)
    tally = counting.tally
    assert tally.done
    assert (tally.dropped_folders, tally.dropped_files, tally.files, tally.bytes) == (1, 2, 5, 20)
    assert drop_title(photos, tally) == "Drop to add 4 files with Web photos"
    assert drop_second(tally).replace("\u00a0", " ") == "1 folder and 2 files  ·  20 B"
    assert left_out(photos, tally) == "1 file cannot be read by this recipe and will be left out: 1 .pdf"


def test_an_unknown_count_promises_nothing(tmp_path, photos):
    counting = Counting([str(tmp_path)])
    counting.join(10)
    assert drop_title(photos, counting.tally) == "Drop to add with Web photos"
    counting.stop()


def test_shipped_recipes_are_summed_up(recipes):
    assert named(recipes, "Web photos").summary == "Long edge 1600 px, JPEG 82, plus a thumbnail. Location removed."
    assert all(recipe.summary and recipe.suffixes for recipe in recipes)
    assert named(recipes, "Web photos").reads(".JPG")
