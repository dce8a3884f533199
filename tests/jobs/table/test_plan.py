"""Names and places of outputs, the kind itself."""

import os
from pathlib import Path

import pytest

from app.jobs.base import JobKind
from app.jobs.registry import kind
from tests.jobs.context import plan_one
from tests.jobs.table.helpers import recipe


@pytest.mark.parametrize(
    ("name", "format_", "output"),
    [
        ("a.csv", "same", "a.csv"),
        ("a.TSV", "same", "a.TSV"),
        ("a.csv.gz", "same", "a.csv"),
        ("a.b.xlsx", "same", "a.b.xlsx"),
        ("a.csv", "xlsx", "a.xlsx"),
        ("a.xlsm", "same", "a.xlsx"),
        ("a.csv.gz", "json", "a.json"),
        ("a.ods", "same", "a.xlsx"),
        ("a.XLS", "same", "a.xlsx"),
        ("a.jsonl", "same", "a.jsonl"),
        ("a.csv", "sqlite", "a.sqlite"),
        ("a.txt", "csv", "a.csv"),
        ("table", "same", "table.csv"),
    ],
)
def test_names(tmp_path: Path, name: str, format_: str, output: str) -> None:
    (tmp_path / name).write_text("a,b\n")
    job = plan_one(kind("table"), tmp_path / name, recipe(write={"format": format_}))
    assert [os.path.relpath(o.path, tmp_path) for o in job.outputs] == [os.path.join("Dropmill", output)]
    assert (job.weight, job.state) == (4, "ready")


def test_the_kind(tmp_path: Path) -> None:
    table = kind("table")
    assert isinstance(table.name, str)
    checked: JobKind = table
    assert checked.lane_name(recipe()) == "cpu"
    text, picture, empty = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv"
    text.write_text("a,b\n")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    empty.touch()
    assert [table.accepts(path) for path in (text, picture, empty, tmp_path / "gone.csv", tmp_path)] == [True] + [
        False
    ] * 4


def test_what_holds_much_says_so_before_it_runs(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.touch()
    os.truncate(path, 100 * 1024**2)
    small = tmp_path / "b.csv"
    small.write_bytes(b"a\n1\n")
    sort = recipe([{"do": "trim", "columns": "*"}, {"do": "sort", "by": [{"column": "a"}]}])
    large = plan_one(kind("table"), path, sort)
    assert large.memory == 256 * 1024**2
    assert [(w.code, w.message) for w in large.warnings] == [
        (
            "LARGE",
            "a.csv may not fit into memory for sort; the work is then done on the drive, with about 300 MB of room.",
        )
    ]
    assert (plan_one(kind("table"), small, sort).memory, plan_one(kind("table"), small, sort).warnings) == (52, ())
    plain = plan_one(kind("table"), path, recipe([{"do": "trim", "columns": "*"}]))
    assert (plain.memory, plain.warnings) == (0, ())
