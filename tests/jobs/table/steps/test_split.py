"""Step split, on real files."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.jobs.base import JobError
from app.jobs.place import fold
from app.jobs.recipe import RecipeError
from app.jobs.registry import kind
from tests.jobs.context import Context, plan_one, run_one
from tests.jobs.table.helpers import recipe, rejects, run

DATA = b"c,n\nde,1\nat,2\nDE,3\n,4\nde,5\na/b:c,6\n"


def files(paths: tuple[str, ...]) -> dict[str, bytes]:
    return {os.path.basename(path): Path(path).read_bytes() for path in paths}


def test_by_a_column(tmp_path: Path) -> None:
    result, _ = run(tmp_path, DATA, [{"do": "split", "by": "c"}])
    assert files(result.outputs) == {
        "a-de.csv": b"c,n\nde,1\nde,5\n",
        "a-at.csv": b"c,n\nat,2\n",
        "a-DE (2).csv": b"c,n\nDE,3\n",
        "a-_empty.csv": b"c,n\n,4\n",
        "a-a_b_c.csv": b"c,n\na/b:c,6\n",
    }
    assert (result.note, result.extra["table"]["written"]) == ("6 rows written", 6)
    assert result.bytes_out == sum(len(data) for data in files(result.outputs).values())


def test_by_rows_and_memory_makes_no_difference(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(DATA)
    parts = recipe([{"do": "split", "rows": 4}])
    for folder, options in (("x", {}), ("y", {"memory_budget": 0})):
        result, _ = run_one(kind("table"), tmp_path / "a.csv", parts, tmp_path / folder, options)
        assert files(result.outputs) == {
            "a-001.csv": b"c,n\nde,1\nat,2\nDE,3\n,4\n",
            "a-002.csv": b"c,n\nde,5\na/b:c,6\n",
        }


def test_rejects_and_other_formats(tmp_path: Path) -> None:
    steps = [{"do": "filter", "where": "num(n) != 3"}, {"do": "split", "by": "c"}]
    result, _ = run(tmp_path, "c,n\nde,1\nde,x\nŁ,2\n".encode(), steps, write={"encoding": "cp1252"})
    assert files(result.outputs[:1]) == {"a-de.csv": b"c,n\nde,1\n"}
    assert [row["step"] for row in rejects(result)] == ["filter", "write"]
    assert result.extra["table"]["written"] == 1
    books, _ = run(tmp_path, DATA, [{"do": "split", "by": "c"}], name="b.csv", write={"format": "json"})
    assert files(books.outputs)["b-at.json"] == b'[\n{"c": "at", "n": "2"}\n]\n'


def test_no_row_makes_no_file(tmp_path: Path) -> None:
    result, _ = run(tmp_path, b"c,n\n", [{"do": "split", "by": "c"}])
    assert (result.outputs, result.note) == ((), "0 rows written")


def test_too_many_files_write_none(tmp_path: Path) -> None:
    with pytest.raises(JobError, match="more than 2 files") as caught:
        run(tmp_path, DATA, [{"do": "split", "by": "c", "limit": 2}])
    assert caught.value.failure.code == "TOO_MANY_PARTS"
    assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True


def test_a_source_that_changes_publishes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"c\n" + b"1\n" * 2000)
    parts = recipe([{"do": "split", "by": "c"}])
    job = plan_one(kind("table"), path, parts, tmp_path / "out")

    class Writes(Context):
        def progress(self, done: float, total: float, phase: str = "") -> None:
            with path.open("ab") as file:
                file.write(b"x\n")

    with pytest.raises(JobError, match="SOURCE_CHANGED"):
        kind("table").run(Writes(job.source, parts, {o.name: o for o in job.outputs}))
    assert not list((tmp_path / "out").glob("*"))


NAMES = st.lists(st.text(max_size=120).filter(lambda t: "\r" not in t and "\n" not in t and "\0" not in t), max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(NAMES)
def test_any_value_makes_a_name_of_its_own(tmp_path: Path, values: list[str]) -> None:
    import json
    import shutil

    shutil.rmtree(tmp_path / "out", ignore_errors=True)
    rows: list[dict[str, Any]] = [{"c": value.encode("utf-8", "replace").decode(), "n": "1"} for value in values]
    if not rows:
        return
    result, _ = run(tmp_path, json.dumps(rows).encode(), [{"do": "split", "by": "c"}], name="a.json")
    names = [fold(os.path.basename(path)) for path in result.outputs]
    assert len(set(names)) == len(names) == len({row["c"] for row in rows})
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(os.path.basename(p) for p in result.outputs)


@pytest.mark.parametrize("keys", [{}, {"by": "c", "rows": 1}, {"rows": 0}, {"by": "c", "limit": 0}])
def test_mistakes(keys: dict[str, Any]) -> None:
    with pytest.raises(RecipeError):
        recipe([{"do": "split", **keys}])
    with pytest.raises(RecipeError, match="split stands last"):
        recipe([{"do": "split", "by": "c"}, {"do": "trim", "columns": "*"}])
