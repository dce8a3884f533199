"""Step concat, on real files."""

import os
from pathlib import Path
from typing import Any

import pytest

from app.jobs.base import JobError, PlanRequest
from app.jobs.recipe import RecipeError
from app.jobs.registry import kind
from tests.jobs.context import Context, source_of
from tests.jobs.table.helpers import recipe, rejects, run_together

FILES = {"a.csv": b"id,n\n1,x\n2,y\n", "b.csv": b"n;id;extra\nz;3;!\nw;4\n", "sub/a.csv": b"id\n5\n"}
READ = {"header": True, "skip": 0}


def concat(tmp_path: Path, files: dict[str, bytes] = FILES, *more: dict[str, Any], **keys: Any) -> bytes:
    result, _ = run_together(tmp_path, files, [{"do": "concat", **keys}, *more], read=READ, name="Merged: all")
    return Path(result.outputs[0]).read_bytes()


def test_union(tmp_path: Path) -> None:
    result, context = run_together(tmp_path, FILES, [{"do": "concat"}], read=READ, name="Merged: all")
    assert os.path.basename(result.outputs[0]) == "Merged_ all.csv"
    assert Path(result.outputs[0]).read_bytes() == b"id,n,extra\n1,x,\n2,y,\n3,z,!\n5,,\n"
    table = result.extra["table"]
    assert (table["read"], table["written"], table["rejected"]) == (5, 4, 1)
    (bad,) = rejects(result)
    assert [bad[key] for key in ("source", "record", "line", "code", "raw")] == [
        "b.csv",
        "2",
        "3",
        "COLUMNS_DIFFER",
        "w;4",
    ]
    assert (
        "COLUMNS_DIFFER",
        "Some files have no column: a.csv (extra), a.csv (extra, n). Their cells are empty there.",
    ) in (context.warnings)


def test_common_and_the_name_of_the_file(tmp_path: Path) -> None:
    expected = f"id,from\n1,{tmp_path}/a.csv\n2,{tmp_path}/a.csv\n3,b.csv\n5,{tmp_path}/sub/a.csv\n"
    assert concat(tmp_path, mode="common", source_column="from").decode() == expected.replace("/", os.sep)


def test_strict(tmp_path: Path) -> None:
    with pytest.raises(JobError, match=r"The columns of b\.csv are not those of a\.csv: extra\.") as caught:
        concat(tmp_path, mode="strict")
    assert caught.value.failure.code == "COLUMNS_DIFFER"
    assert concat(tmp_path, {"a.csv": b"x,y\n1,2\n", "b.csv": b"y,x\n2,1\n"}, mode="strict") == b"x,y\n1,2\n1,2\n"


def test_later_steps_see_one_table(tmp_path: Path) -> None:
    sort = {"do": "sort", "by": [{"column": "id", "as": "number", "descending": True}]}
    drop = {"do": "select", "columns": ["id"]}
    assert concat(tmp_path, FILES, sort, drop) == b"id\n5\n3\n2\n1\n"


def test_files_that_cannot_go_together(tmp_path: Path) -> None:
    with pytest.raises(JobError, match="no column in common"):
        concat(tmp_path, {"a.csv": b"x,y\n1,2\n", "b.csv": b"v,w\n2,1\n"}, mode="common")
    with pytest.raises(JobError, match='has a column "id" already'):
        concat(tmp_path, FILES, source_column="id")
    with pytest.raises(JobError, match=r"nothing\.csv is empty"):
        concat(tmp_path, FILES | {"nothing.csv": b""})


def test_one_job_of_all_inputs(tmp_path: Path) -> None:
    together = recipe([{"do": "concat"}])
    assert not kind("table").whole(recipe())
    assert list(kind("table").plan([], together, PlanRequest())) == []
    paths = [tmp_path / "b.tsv", tmp_path / "a.csv"]
    for path in paths:
        path.write_bytes(b"a\n1\n")
    (plan,) = kind("table").plan([source_of(p, number=i) for i, p in enumerate(paths, 1)], together, PlanRequest())
    (job,) = plan.jobs
    assert (job.source.path, job.weight, job.title) == (str(paths[0]), 8, "All together")
    assert job.outputs[0].path == str(tmp_path / "Dropmill" / "All together.tsv")
    assert job.payload is not None
    assert [item[0] for item in job.payload["inputs"]] == [str(path) for path in paths]


def test_it_stands_first() -> None:
    with pytest.raises(RecipeError, match="concat stands first"):
        recipe([{"do": "trim", "columns": "*"}, {"do": "concat"}])


def test_an_input_that_changed(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a\n1\n")
    (tmp_path / "b.csv").write_bytes(b"a\n1\n")
    sources = [source_of(tmp_path / "a.csv"), source_of(tmp_path / "b.csv", number=2)]
    together = recipe([{"do": "concat"}])
    (plan,) = kind("table").plan(sources, together, PlanRequest())
    (tmp_path / "b.csv").write_bytes(b"a\n1\n2\n")
    job = plan.jobs[0]
    outputs = {o.name: o for o in job.outputs}
    with pytest.raises(JobError, match=r"b\.csv was saved again"):
        kind("table").run(Context(job.source, together, outputs, job.payload))
    again = kind("table").run(Context(job.source, together, outputs, job.payload, attempt=2))
    assert Path(again.outputs[0]).read_bytes() == b"a\n1\n1\n2\n"
