"""JSON with an object on each line."""

from pathlib import Path

import pytest

from app.jobs.base import JobError
from app.jobs.tabular import ReadOptions, open_table


def load(
    tmp_path: Path, data: bytes, name: str = "a.ndjson"
) -> tuple[list[str], list[tuple[int, list[str], str]], str]:
    path = tmp_path / name
    path.write_bytes(data)
    with open_table(str(path), ReadOptions()) as table:
        rows = [(row.line, row.cells, row.problem.reason if row.problem else "") for row in table]
        return table.header, rows, table.dialect.format


def test_objects_and_lines_that_are_none(tmp_path: Path) -> None:
    data = b'{"id": "007", "n": 1.50}\r\n\n{"n": null, "x": {"a": [1, "b"]}}\n[1]\n{"id": }\n{"id": 1, "id": 2}\n'
    header, rows, form = load(tmp_path, data)
    assert (header, form) == (["id", "n", "x"], "ndjson")
    assert rows == [
        (1, ["007", "1.50", ""], ""),
        (3, ["", "", '{"a":[1,"b"]}'], ""),
        (4, [], "not JSON: no object"),
        (5, [], "not JSON: expecting value (character 8)"),
        (6, [], 'not JSON: the key "id" is there twice'),
    ]


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.json", b'{"a": 1}\n{"a": 2}\n', "ndjson"),
        ("a.json", b'[{"a": 1},\n{"a": 2}]', "json"),
        ("a.jsonl", b'{"a": 1}', "ndjson"),
        ("a.txt", b'{"a": 1}\n{"a": 2}', "ndjson"),
    ],
)
def test_which_of_the_two(tmp_path: Path, name: str, data: bytes, form: str) -> None:
    assert load(tmp_path, data, name)[2] == form


@pytest.mark.parametrize(("name", "data"), [("a.ndjson", b"x,y\n1,2\n"), ("a.json", b'{"a": 1}')])
def test_no_table(tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(JobError):
        load(tmp_path, data, name)
