"""Before and after of the first records."""

import json
from pathlib import Path

from app.jobs.base import PlanRequest
from app.jobs.registry import kind
from tests.jobs.context import source_of
from tests.jobs.table.helpers import recipe


def test_rows_with_their_fate(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,n\n1,5\n1,5\n2,x\n3\n4,1\n5,10\n")
    steps = [
        {"do": "dedupe"},
        {"do": "filter", "where": "num(n) > 1"},
        {"do": "sort", "by": [{"column": "id", "descending": True}]},
        {"do": "replace", "columns": ["n"], "find": "5", "with": "five"},
    ]
    data = kind("table").preview(source_of(path), recipe(steps), PlanRequest()).data
    assert [(r["number"], r["status"], r["step"], r["after"]) for r in data["rows"]] == [
        (1, "changed", "", ["1", "five"]),
        (2, "removed", "dedupe", None),
        (3, "rejected", "filter", None),
        (4, "rejected", "read", None),
        (5, "removed", "filter", None),
        (6, "kept", "", ["5", "10"]),
    ]
    assert data["rows"][0]["before"] == ["1", "5"]
    assert (data["before"], data["after"]) == (["id", "n"], ["id", "n"])
    assert json.loads(json.dumps(data)) == data
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.csv"]


def test_only_the_first_records_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,n\n" + b"1,2\n" * 5000 + b'3,"never closed\n')
    data = kind("table").preview(source_of(path), recipe(), PlanRequest()).data
    assert len(data["rows"]) == 200
