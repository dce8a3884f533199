"""The exported list: complete, readable by a spreadsheet, and no cell that it would run."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.reader import JobView
from app.window.failures.export import COLUMNS, guarded, write_list
from tests.window.failures.real_queue import new_job

STARTS = "=+-@\t\r|%"


@given(st.text(alphabet=st.sampled_from([*STARTS, " ", "\n", "a", "1", "\u00a0"]), max_size=6))
def test_no_cell_begins_like_a_formula(cell):
    safe = guarded(cell)
    assert safe in (cell, f"'{cell}")
    assert not safe.lstrip(" \u00a0").startswith(tuple(STARTS))


@pytest.mark.parametrize("cell", ["", "photo.jpg", "3 files", "C:\\a", "'quoted'", "ä"])
def test_harmless_cells_stay_as_they_are(cell):
    assert guarded(cell) == cell


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_every_job_is_one_line_whatever_its_name(queue, tmp_path):
    names = ["a.jpg", "=cmd.jpg", 'say "hi", you.jpg', "two\nlines.jpg", "\u202egpj.exe", "umlaut-ä.jpg"]
    batch = queue.batch([new_job(f"/photos/{name}", i, title=name) for i, name in enumerate(names)])
    queue.end(batch, [("CORRUPT", f"-{i} is damaged; copy it again") for i in range(len(names))])
    target = tmp_path / "failures.csv"
    with queue.reader() as reader:
        jobs = list(reader.iter_jobs(JobView(batch=batch)))
        assert write_list(target, jobs) == len(names)
    lines = read(target)
    assert lines[0] == list(COLUMNS)
    assert [line[1] for line in lines[1:]] == [guarded(job.title) for job in jobs]
    assert [line[4] for line in lines[1:]] == [f"'-{i} is damaged; copy it again" for i in range(len(names))]
    assert {line[0] for line in lines[1:]} == {"failed"}


def test_a_list_that_cannot_be_finished_leaves_the_old_one(queue, tmp_path):
    target = tmp_path / "failures.csv"
    target.write_text("old", encoding="utf-8")

    def broken():
        yield from ()
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_list(target, broken())
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
