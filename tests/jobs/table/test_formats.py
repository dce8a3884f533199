"""From every format into every other: what comes back is what went in."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.jobs.base import JobError
from app.jobs.registry import kind
from app.jobs.table.columns import Columns
from app.jobs.table.row import RowReject
from app.jobs.table.scratch import scratch_folder
from app.jobs.table.write import Style, open_writer
from app.jobs.table.write.database import distinct
from tests.jobs.context import run_one
from tests.jobs.table.helpers import recipe, rejects, run

FORMATS = ["csv", "xlsx", "json", "ndjson", "sqlite", "parquet"]
DATA = 'id,n,text\n007,1.50,"a,""b""\nc"\n,,\n12345678901234567,-2,=ü😀\n'.encode()


@pytest.mark.parametrize("form", FORMATS)
def test_there_and_back(tmp_path: Path, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    there, _ = run(tmp_path, DATA, write={"format": form})
    assert there.outputs[0].endswith(f"a.{form}")
    made = Path(there.outputs[0]).read_bytes()
    again, _ = run(tmp_path, DATA, name="b.csv", write={"format": form})
    if form != "sqlite":  # there the table bears the file's name
        assert Path(again.outputs[0]).read_bytes() == made
    back, _ = run(tmp_path, made, name=f"c.{form}", write={"format": "csv"})
    expected = DATA.replace(b"1.50", b"1.5").replace(b",,\n", b"") if form == "xlsx" else DATA
    assert Path(back.outputs[0]).read_bytes() == expected
    copy, _ = run(tmp_path, made, name=f"d.{form}")
    assert Path(copy.outputs[0]).read_bytes() == made
    changed, _ = run(tmp_path, made, [{"do": "select", "columns": ["id"]}], name=f"e.{form}")
    assert changed.outputs[0].endswith(f"e.{form}")
    assert changed.extra["table"]["written"] == (2 if form == "xlsx" else 3)


CELL = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(
    st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=5),
    st.sampled_from(["ndjson", "sqlite", "parquet"]),
)
def test_any_text_comes_back(tmp_path: Path, rows: list[list[str]], form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    source = json.dumps([{"a": a, "b": b} for a, b in rows]).encode()
    there, _ = run(tmp_path, source, name="a.json", write={"format": form}, place={"exists": "replace"})
    made = Path(there.outputs[0]).read_bytes()
    back, _ = run(tmp_path, made, name=f"b.{form}", write={"format": "json"}, place={"exists": "replace"})
    assert [list(row.values()) for row in json.loads(Path(back.outputs[0]).read_bytes())] == rows


@pytest.mark.parametrize("form", ["ndjson", "sqlite", "parquet"])
def test_half_a_character_rejects_its_row(tmp_path: Path, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    result, _ = run(
        tmp_path, b'[{"a": "\\ud800", "b": "1"}, {"a": "x", "b": "2"}]', name="a.json", write={"format": form}
    )
    assert [(r["step"], r["column"], r["code"]) for r in rejects(result)] == [("write", "a", "ENCODING")]
    assert result.extra["table"]["written"] == 1


def test_ndjson_bytes(tmp_path: Path) -> None:
    result, _ = run(tmp_path, b"a,b\n1,\xc3\xbc\n", write={"format": "ndjson"})
    assert Path(result.outputs[0]).read_bytes() == '{"a": "1", "b": "ü"}\n'.encode()


def test_ndjson_lines_that_are_rejected_are_left_out_of_a_copy(tmp_path: Path) -> None:
    result, _ = run(tmp_path, b'{"a": 1}\n[2]\n\n{"a": 3}\n', name="a.ndjson")
    assert Path(result.outputs[0]).read_bytes() == b'{"a": 1}\n\n{"a": 3}\n'
    assert [(r["line"], r["code"], r["raw"]) for r in rejects(result)] == [("2", "NOT_TABULAR", "[2]")]


def test_a_database_of_text_with_names_that_differ_in_more_than_case(tmp_path: Path) -> None:
    result, _ = run(
        tmp_path, b"id,ID,\n007,2,3\n", [], name='my "t.csv', read={"header": True}, write={"format": "sqlite"}
    )
    with closing(sqlite3.connect(result.outputs[0])) as connection:
        (statement,) = connection.execute("SELECT sql FROM sqlite_master").fetchone()
        rows = connection.execute('SELECT *, typeof("ID (2)") FROM "my _t"').fetchall()
    assert statement == 'CREATE TABLE "my _t" ("id" TEXT, "ID (2)" TEXT, "c3" TEXT)'
    assert rows == [("007", "2", "3", "text")]
    assert distinct(("a", "A", "a (2)", "Ä", "ä")) == ["a", "A (3)", "a (2)", "Ä", "ä (2)"]


def test_too_many_columns_for_a_database(tmp_path: Path) -> None:
    names = tuple(f"c{i}" for i in range(2001))
    with pytest.raises(JobError, match="SQLite takes 2,000"), (tmp_path / "a").open("wb") as file:
        open_writer(file, Style(format="sqlite"), Columns(names, names), "a.sqlite")


def test_a_writer_that_is_abandoned_leaves_nothing(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with (tmp_path / "a").open("wb") as file:
        style = Style(format="sqlite", scratch=str(scratch))
        writer = open_writer(file, style, Columns(("a",), ("a",)), "a.sqlite")
        with pytest.raises(RowReject):
            writer.write(["\ud800"])
        assert list(scratch.iterdir())
        writer.abandon()
    assert not list(scratch.iterdir())


def test_folders_of_dead_processes_go(tmp_path: Path) -> None:
    with scratch_folder(str(tmp_path)) as first:
        ours = Path(first).name
    home = tmp_path / "other"
    home.mkdir()
    before, number, _ = ours.rsplit("-", 2)
    dead, alive = home / f"{before}-4194305-abc", home / f"{before}-{number}-abc"
    stranger = home / "dropmill-tables-elsewhere-4194305-abc"
    for folder in (dead, alive, stranger):
        folder.mkdir()
        (folder / "rows").touch()
    with scratch_folder(str(home)) as made:
        assert Path(made).is_dir()
    assert sorted(home.iterdir()) == sorted([alive, stranger])


TYPED = '[\n{"id": 7, "n": 1.50, "t": "x", "ok": true, "z": null, "l": [1, {"a": 1e5}]},\n{"id": 6, "t": "5"}\n]\n'


@pytest.mark.parametrize("memory", [1 << 20, 0])
def test_what_has_no_quotes_in_json_gets_none(tmp_path: Path, memory: int) -> None:
    (tmp_path / "a.json").write_text(TYPED)
    steps = [
        {"do": "trim", "columns": "*"},
        {"do": "dedupe", "by": ["id"], "keep": "last"},
        {"do": "sort", "by": [{"column": "id", "as": "number"}]},
        {"do": "filter", "where": "id >= '6' and t != 'y'"},
        {"do": "compute", "columns": {"m": "num(n) * 2", "copy": "id"}},
        {"do": "drop", "columns": ["z"]},
    ]
    result, _ = run_one(kind("table"), tmp_path / "a.json", recipe(steps), tmp_path / "out", {"memory_budget": memory})
    assert Path(result.outputs[0]).read_text() == (
        '[\n{"id": 6, "n": null, "t": "5", "ok": null, "l": null, "m": "", "copy": 6},\n'
        '{"id": 7, "n": 1.50, "t": "x", "ok": true, "l": [1,{"a":1e5}], "m": "3.00", "copy": 7}\n]\n'
    )
