"""Before and after of the first records."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from app.jobs.base import JobError, PlanRequest
from app.jobs.registry import kind
from app.jobs.table import preview as module
from tests.jobs.context import source_of
from tests.jobs.table.helpers import recipe


def look(path: Path, steps: list[dict[str, Any]] | None = None, **parts: Any) -> dict[str, Any]:
    data = kind("table").preview(source_of(path), recipe(steps, **parts), PlanRequest()).data
    assert json.loads(json.dumps(data)) == data
    counts = data["counts"]
    gone = counts["written"] + sum(counts["removed"].values()) + counts["rejected"]
    assert counts["read"] + counts["created"] == gone
    return data


def test_rows_with_their_fate(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,n\n1,5\n1,5\n2,x\n3\n4,1\n5,10\n")
    steps = [
        {"do": "dedupe"},
        {"do": "filter", "where": "num(n) > 1"},
        {"do": "sort", "by": [{"column": "id", "descending": True}]},
        {"do": "replace", "columns": ["n"], "find": "5", "with": "five"},
    ]
    data = look(path, steps)
    assert [(r["number"], r["status"], r["step"], r["after"], r["changed"]) for r in data["rows"]] == [
        (1, "changed", "", ["1", "five"], [1]),
        (2, "removed", "dedupe", None, []),
        (3, "rejected", "filter", None, []),
        (4, "rejected", "read", None, []),
        (5, "removed", "filter", None, []),
        (6, "kept", "", ["5", "10"], []),
    ]
    assert data["rows"][0]["before"] == ["1", "5"]
    assert (data["before"], data["after"], data["cut"], data["whole"]) == (["id", "n"], ["id", "n"], False, [])
    assert (data["delimiter"], data["header"], data["sure"]) == (",", True, True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.csv"]


def test_changed_cells_are_told_by_the_columns_name(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,n\n1,5\n2,6\n")
    steps = [{"do": "select", "columns": ["n", "id"]}, {"do": "compute", "columns": {"m": "num(n) + 1", "id": "id"}}]
    data = look(path, steps)
    assert [(r["after"], r["changed"], r["status"]) for r in data["rows"]] == [
        (["5", "1", "6"], [2], "changed"),
        (["6", "2", "7"], [2], "changed"),
    ]


def test_created_rows_stand_after_the_one_they_came_from(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,x,y\n1,a,b\n2,c,d\n")
    data = look(path, [{"do": "unpivot", "keep": ["id"]}])
    assert [(r["number"], r["status"], r["after"]) for r in data["rows"]] == [
        (1, "changed", ["1", "x", "a"]),
        (1, "created", ["1", "y", "b"]),
        (2, "changed", ["2", "x", "c"]),
        (2, "created", ["2", "y", "d"]),
    ]
    group = look(path, [{"do": "pivot", "index": ["id"], "columns": "x", "values": "y", "agg": "first"}])
    assert [(r["status"], r["before"], r["after"]) for r in group["rows"]][:2] == [
        ("removed", ["1", "a", "b"], None),
        ("created", None, ["1", "b", ""]),
    ]
    assert group["after"] == ["id", "a", "c"]


def test_other_tables_keys_and_columns_of_files(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,x\n1,a\n2,c\n")
    (tmp_path / "b.csv").write_bytes(b"id,z\n1,26\n")
    steps = [
        {"do": "concat", "source_column": "file"},
        {"do": "join", "with": "b.csv", "on": ["id"]},
        {"do": "hash", "columns": ["x"], "key_name": "secret", "length": 8},
    ]
    rows = look(path, steps)["rows"]
    assert [(r["after"][0], len(r["after"][1]), r["after"][2:]) for r in rows] == [
        ("1", 8, ["a.csv", "26"]),
        ("2", 8, ["a.csv", ""]),
    ]


def test_of_a_long_table_to_join_the_beginning_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMIT", 2000)
    (tmp_path / "a.csv").write_bytes(b"id,n\n1,2\n999,3\n")
    (tmp_path / "b.csv").write_bytes(b"id,z\n" + b"".join(b"%d,x\n" % i for i in range(1000)))
    data = look(tmp_path / "a.csv", [{"do": "join", "with": "b.csv", "on": ["id"]}])
    assert [row["after"] for row in data["rows"]] == [["1", "2", "x"], ["999", "3", ""]]
    assert data["warnings"] == [
        {"code": "LOOKED_AT_PART", "message": "Only the beginning of b.csv was looked at here."}
    ]


def test_only_the_first_records_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,n\n" + b"1,2\n" * 5000 + b'3,"never closed\n')
    data = look(path, [{"do": "sort", "by": [{"column": "n"}]}])
    assert (len(data["rows"]), data["cut"], data["whole"]) == (200, True, ["sort"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252"])
def test_the_beginning_of_a_long_file_in_any_encoding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setattr(module, "LIMIT", 997)
    path = tmp_path / "a.csv"
    path.write_bytes(("name,ort\r\n" + "Müller,Köln\r\n" * 300).encode(encoding))
    data = look(path)
    assert data["cut"]
    assert 10 < len(data["rows"]) < 200
    assert {tuple(r["after"]) for r in data["rows"]} == {("Müller", "Köln")}


def test_the_beginning_of_other_long_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMIT", 1000)
    objects = [{"id": str(i), "x": "y" * 20} for i in range(300)]
    files = {
        "a.json": json.dumps(objects).encode(),
        "b.json": json.dumps(objects, indent=1).encode(),
        "c.ndjson": "\n".join(map(json.dumps, objects)).encode(),
        "d.csv.gz": gzip.compress(b"id,x\n" + b"1,yyyyyyyyyyyyy\n" * 300),
        "e.csv": b'id,x\n1,y\n2,"' + b"long\n" * 1000,
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        data = look(tmp_path / name, read={"delimiter": ","})
        assert (data["before"], data["cut"]) == (["id", "x"], True)
        assert 1 <= len(data["rows"]) < 200


@pytest.mark.parametrize("texts", [True, False])
def test_the_beginning_of_a_long_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, texts: bool) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path), {"constant_memory": not texts})
    sheet, other = book.add_worksheet("Data"), book.add_worksheet("Other")
    code = book.add_format({"num_format": "00000"})
    for row in range(2000):
        sheet.write(row, 0, f"text {row}" if row else "name")
        sheet.write(row, 1, row if row else "n", code if row else None)
    other.write(0, 0, "x")
    book.close()
    whole = look(path)
    monkeypatch.setattr(module, "LIMIT", 20_000)
    read: list[int | None] = []
    beginning = module.open_table
    monkeypatch.setattr(
        module, "open_table", lambda *a, limit, **k: read.append(limit) or beginning(*a, limit=limit, **k)
    )
    cut = look(path)
    assert read == [20_000]
    assert cut["rows"] == whole["rows"]
    assert cut["rows"][199]["before"] == ["text 200", "00200"]
    assert (cut["cut"], [w["code"] for w in cut["warnings"]]) == (True, ["SHEETS_LEFT"])
    assert look(path, read={"sheet": "Other", "header": False})["rows"][0]["before"] == ["x"]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"")
    with pytest.raises(JobError, match=r"a\.csv is empty"):
        look(tmp_path / "a.csv")
