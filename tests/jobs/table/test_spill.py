"""Rows beyond memory: the same rows in the same order, and nothing left on the drive."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.jobs.base import JobError
from app.jobs.registry import kind
from app.jobs.table import spill
from app.jobs.tabular.values import Record
from tests.jobs.context import run_one
from tests.jobs.table.helpers import apply, recipe

CELL = st.text(alphabet=st.sampled_from("aB1 0.,\n\ud800ü😀"), max_size=5)
KEYS = st.lists(
    st.fixed_dictionaries(
        {"column": st.sampled_from("xy"), "as": st.sampled_from(["text", "number", "natural", "date"])},
        optional={"descending": st.booleans()},
    ),
    min_size=1,
    max_size=2,
)


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spill, "BATCH", 1000)
    monkeypatch.setattr(spill, "FAN_IN", 3)


@settings(max_examples=60)
@given(st.lists(st.tuples(CELL, st.sampled_from(["", "1", "02", "2024-01-01"])), max_size=40), KEYS)
def test_sorting_with_and_without_memory(cells: list[tuple[str, str]], by: list[dict[str, Any]]) -> None:
    rows = [[x, y, str(i)] for i, (x, y) in enumerate(cells)]
    plain = apply([{"do": "sort", "by": by}], ["x", "y", "n"], rows)
    for memory in (0, 2500):
        tight = apply([{"do": "sort", "by": by}], ["x", "y", "n"], rows, memory=memory)
        assert tight.rows == plain.rows
    assert sorted(plain.rows) == sorted(rows)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("abcdef"), CELL), max_size=40), st.sampled_from(["first", "last"]))
def test_deduping_with_and_without_memory(cells: list[tuple[str, str]], keep: str) -> None:
    rows = [[x, y, str(i)] for i, (x, y) in enumerate(cells)]
    step = {"do": "dedupe", "by": ["x"], "keep": keep}
    plain = apply([step], ["x", "y", "n"], rows)
    for memory in (0, 700):
        tight = apply([step], ["x", "y", "n"], rows, memory=memory)
        assert (tight.rows, tight.removed) == (plain.rows, plain.removed)


def test_it_is_said() -> None:
    rows = [[str(i)] for i in range(50)]
    for step in ({"do": "sort", "by": [{"column": "n"}]}, {"do": "dedupe"}, {"do": "dedupe", "keep": "last"}):
        assert set(apply([step], ["n"], rows, memory=500).notes) == {"spilled"}
        assert apply([step], ["n"], rows).notes == []


def test_a_row_comes_back_as_it_was() -> None:
    row = Record(7, 9, ["a", "\ud800", ""], "raw\n", 2, None, "b.csv")
    assert spill.unpack(spill.pack(row)) == row


def test_no_file_is_left(tmp_path: Path) -> None:
    hoard = spill.Hoard(0, str(tmp_path), lambda: None)
    for number in range(100):
        hoard.add(Record(number, number, ["x" * 50]))
    assert list(tmp_path.iterdir()) == []  # it has no name from the start, so nothing is left by a kill either
    assert [row.number for row in hoard.take()] == list(range(100))
    assert list(tmp_path.iterdir()) == []


def test_a_full_drive_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(**_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    spool = spill.Spool(str(tmp_path))
    with pytest.raises(JobError) as caught:
        spool.add(("x",), 2000)
    assert caught.value.failure.code == "DISK_FULL"
    assert str(tmp_path) in caught.value.failure.message


def test_the_job_says_so_and_looks_for_room_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"n\n" + b"".join(b"%d\n" % (i * 7 % 1000) for i in range(1000)))
    parsed = recipe([{"do": "sort", "by": [{"column": "n", "as": "number"}]}])
    result, _ = run_one(kind("table"), path, parsed, tmp_path / "out", {"memory_budget": 10_000})
    assert result.note == "1,000 rows written, worked on the drive, with more rows than the memory budget holds"
    assert Path(result.outputs[0]).read_bytes() == b"n\n" + b"".join(b"%d\n" % i for i in range(1000))
    monkeypatch.setattr("shutil.disk_usage", lambda folder: SimpleNamespace(free=5000))
    with pytest.raises(JobError, match="no room") as caught:
        run_one(kind("table"), path, parsed, tmp_path / "more", {"memory_budget": 10_000})
    assert caught.value.failure.code == "DISK_FULL"


KILLED = """
import sys
from app.jobs.table import spill
from app.jobs.tabular.values import Record

hoard = spill.Hoard(0, sys.argv[1], lambda: None)
for number in range(20_000):
    hoard.add(Record(number, number, ["x" * 50]))
print("full", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="there the system removes the file when the process ends, in its own time")
def test_a_kill_leaves_nothing(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"full\n"
        process.kill()
    assert list(tmp_path.iterdir()) == []
