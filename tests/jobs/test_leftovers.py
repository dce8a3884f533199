"""Temporary names, and what killed attempts left under them."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.jobs.leftovers import Writing, job_mark, remove_leftovers, temporary_name

names = st.text(st.characters(blacklist_characters="\0/", blacklist_categories=("Cs",)), min_size=1, max_size=300)


@given(names, st.integers(0, 0xFFFF_FFFF))
def test_a_temporary_name_fits(name: str, attempt: int) -> None:
    one = temporary_name(f"/folder/{name}", Writing("0123abcd", attempt))
    assert os.path.dirname(one) == "/folder"
    assert len(os.fsencode(os.path.basename(one))) <= 255
    assert one.endswith(".part")


def test_marks_tell_jobs_and_batches_apart() -> None:
    marks = {job_mark(token, job) for token in ("a", "b", "") for job in range(1000)}
    assert len(marks) == 3000


def test_only_what_ended_attempts_left_goes(tmp_path: Path) -> None:
    mark, other = job_mark("batch", 7), job_mark("batch", 8)
    left = [
        temporary_name(str(tmp_path / name), Writing(mark, attempt)) for name in ("a", "b\nc.csv") for attempt in (1, 2)
    ]
    at_work = temporary_name(str(tmp_path / "a"), Writing(mark, 3))
    others = [temporary_name(str(tmp_path / "a"), Writing(other, 1)), temporary_name(str(tmp_path / "a"))]
    theirs = [
        str(tmp_path / name) for name in ("a.part", f".a.{mark}-1-0000.party", f"{mark}-1-0000.part", f".{mark}.part")
    ]
    for path in (*left, at_work, *others, *theirs):
        Path(path).write_bytes(b"x")
    assert remove_leftovers(str(tmp_path), {mark: 2}) == 4
    assert {str(path) for path in tmp_path.iterdir()} == {at_work, *others, *theirs}


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert remove_leftovers(str(tmp_path / "no"), {job_mark("", 1): 1}) == 0
