"""Whole table jobs over real files: bytes out, rows accounted for, nothing published when something is wrong."""

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.jobs.base import JobError
from app.jobs.registry import kind
from app.jobs.table import ledger
from app.jobs.tabular import ReadOptions, open_table
from tests.jobs.context import Context, plan_one
from tests.jobs.table.helpers import recipe, rejects, run

ORDERS = b"id,name,amount\n01,Anna,82.50\n02,Bob,x\n03,Cid,100\n03,Cid,100\n04,Eve\n"
STEPS = [
    {"do": "filter", "where": "num(amount) > 50"},
    {"do": "compute", "columns": {"gross": "round(num(amount) * 1.19, 2)"}},
    {"do": "dedupe", "by": ["id"]},
    {"do": "select", "columns": ["id", "amount", "gross"]},
]
per_example = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def out(
    tmp_path: Path, data: bytes, steps: list[dict[str, Any]] | None = None, name: str = "a.csv", **parts: Any
) -> bytes:
    return Path(run(tmp_path, data, steps, name, **parts)[0].outputs[0]).read_bytes()


def failure(tmp_path: Path, data: bytes, steps: list[dict[str, Any]] | None = None, **parts: Any) -> str:
    with pytest.raises(JobError) as caught:
        run(tmp_path, data, steps, **parts)
    assert not [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert "a.csv" in caught.value.failure.message
    return caught.value.failure.code


def test_every_row_is_accounted_for(tmp_path: Path) -> None:
    result, _ = run(tmp_path, ORDERS, STEPS)
    assert Path(result.outputs[0]).read_bytes() == b"id,amount,gross\n01,82.50,98.18\n03,100,119.00\n"
    assert result.extra["table"] == {
        "read": 5, "written": 2, "removed": {"dedupe": 1}, "rejected": 2, "created": 0, "rejects": result.outputs[1],
        "encoding": "utf-8", "delimiter": ",", "quote": '"', "newline": "\n", "header": True, "skipped": 0,
        "sure": True, "why": result.extra["table"]["why"], "by_index": 0, "by_law": 5,
    }  # fmt: skip
    assert "3 columns with comma" in result.extra["table"]["why"]
    assert result.note == "2 rows written, 1 removed, 2 rejected"
    assert result.outputs[1].endswith(os.path.join("out", "a.rejects.csv"))
    bad, short = rejects(result)
    assert bad == {
        "source": "a.csv", "record": "2", "line": "3", "step": "filter", "column": "amount", "value": "x",
        "code": "EXPRESSION", "reason": "not a number: x", "raw": "02,Bob,x",
    }  # fmt: skip
    found = [short[key] for key in ("record", "line", "step", "code", "raw")]
    assert tuple(found) == (
        "5",
        "6",
        "read",
        "COLUMNS_DIFFER",
        "04,Eve",
    )


def test_repeated_steps_are_counted_apart(tmp_path: Path) -> None:
    keep = {"do": "filter", "column": "id", "not_in": ["01"]}
    result, _ = run(tmp_path, ORDERS, [keep, {"do": "filter", "where": "name == 'Cid'"}])
    assert result.extra["table"]["removed"] == {"filter": 1, "filter 2": 1}


@pytest.mark.parametrize(
    "data",
    [
        b"a,b\n1,2\n", b"a,b\r\n1,2", b"a;b\n\n1;\"x\ny\"\n\n", b"\"a\",\"b\"\n\"1\",\"2\"\n", b"a,a,\n1,2,3\n",
        b"name\n", b"Report\n\nid,b,c\n1,2,3\n", "a,b\nü,\u2028\n".encode(), b"1,2\n3,4\n",
        b"sep=;\na;b\n1;2\n", b"a\tb\r1\t2\r",
    ],
)  # fmt: skip
def test_no_steps_copy_the_bytes(tmp_path: Path, data: bytes) -> None:
    assert out(tmp_path, data) == data


CELL = st.text(alphabet=st.sampled_from("ab1,;\"'\r\n \tü0."), max_size=6)


@per_example
@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=6))
def test_no_steps_copy_any_table(tmp_path: Path, rows: list[list[str]]) -> None:
    from app.jobs.table.write.text import row_format

    data = "".join(map(row_format(",", '"', "\n"), [["id", "name", "x"], *rows])).encode()
    for exists in (tmp_path / "out").glob("*"):
        exists.unlink()
    try:
        assert out(tmp_path, data, read={"delimiter": ",", "quote": '"'}) == data
    except JobError as error:
        assert error.failure.code == "SUSPECT_QUOTE"


@per_example
@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=6))
def test_what_is_written_is_read_again(tmp_path: Path, rows: list[list[str]]) -> None:
    for exists in (tmp_path / "out").glob("*"):
        exists.unlink()
    source = json.dumps([dict(zip(("id", "name"), row, strict=True)) for row in rows])
    result, _ = run(tmp_path, source.encode(), name="a.json", write={"format": "csv"})
    read = ReadOptions(delimiter=",", quote='"', header=True, skip=0, escape="doubled")
    with open_table(result.outputs[0], read) as table:
        assert [record.cells for record in table] == rows


def test_a_copy_leaves_out_rejected_lines_only(tmp_path: Path) -> None:
    data = b'a,b\r\n1,"x\r\ny"\r\n3\r\n\r\n4,"q"z\r\n5,6\r\n'
    result, _ = run(tmp_path, data)
    assert Path(result.outputs[0]).read_bytes() == b'a,b\r\n1,"x\r\ny"\r\n\r\n5,6\r\n'
    assert [r["line"] for r in rejects(result)] == ["4", "6"]


def test_bad_bytes_are_shown_in_the_rejects(tmp_path: Path) -> None:
    data = "a,b\nä,1\n?,2\nö,3\nü,4\n".encode().replace(b"?", b"\xff")
    result, _ = run(tmp_path, data)
    (row,) = rejects(result)
    assert (row["code"], row["value"], row["raw"]) == ("ENCODING", "\\xFF", "\\xFF,2")
    assert Path(result.outputs[0]).read_bytes() == "a,b\nä,1\nö,3\nü,4\n".encode()


def test_a_code_page_becomes_utf_8_with_a_warning(tmp_path: Path) -> None:
    result, context = run(tmp_path, "name;stadt\nMüller;Köln\n".encode("cp1252"))
    assert Path(result.outputs[0]).read_bytes() == "name;stadt\nMüller;Köln\n".encode()
    assert context.codes == ["ENCODING_GUESSED"]


def test_write_options(tmp_path: Path) -> None:
    data = "a,b\n1,ä\n=x,y;z\n".encode()
    write = {"excel": True, "delimiter": ";"}
    result, context = run(tmp_path, data, write=write)
    assert Path(result.outputs[0]).read_bytes() == '\ufeffa;b\r\n1;ä\r\n\'=x;"y;z"\r\n'.encode()
    assert context.codes == ["FORMULA_GUARDED"]
    assert out(tmp_path / "..", data, name="b.csv", write={"encoding": "utf-16", "header": False}) == (
        b"\xff\xfe" + "1,ä\n=x,y;z\n".encode("utf-16-le")
    )


def test_encoding_that_cannot_hold_a_row(tmp_path: Path) -> None:
    result, _ = run(tmp_path, "a;b\n1;Łódź\n2;x\n".encode(), write={"encoding": "cp1252"})
    assert Path(result.outputs[0]).read_bytes() == b"a;b\n2;x\n"
    (row,) = rejects(result)
    assert (row["step"], row["column"], row["value"]) == ("write", "b", "Łódź")


def test_header_names_are_kept(tmp_path: Path) -> None:
    assert out(tmp_path, b"a,a,,b\n1,2,3,4\n", [{"do": "drop", "columns": ["a (2)"]}]) == b"a,,b\n1,3,4\n"
    steps = [{"do": "compute", "columns": {"s": "num(c1) + num(c2)"}}]
    assert out(tmp_path, b"1,2\n3,4\n", steps, name="b.csv") == b"1,2,3\n3,4,7\n"


def test_formats(tmp_path: Path) -> None:
    data = b"id,n\n007,1.50\n8,2\n"
    book, _ = run(tmp_path, data, write={"format": "xlsx"})
    assert book.outputs[0].endswith("a.xlsx")
    content = Path(book.outputs[0]).read_bytes()
    assert out(tmp_path, content, name="b.xlsx", write={"format": "csv"}) == b"id,n\n007,1.5\n8,2\n"
    assert out(tmp_path, content, name="c.xlsx") == content
    text = out(tmp_path, data, name="d.csv", write={"format": "json"})
    assert json.loads(text) == [{"id": "007", "n": "1.50"}, {"id": "8", "n": "2"}]
    assert out(tmp_path, text, name="e.json") == text
    assert out(tmp_path, text, name="f.json", write={"format": "csv"}) == data
    assert out(tmp_path, gzip.compress(data), name="g.csv.gz") == data


def test_no_rows_and_empty_files(tmp_path: Path) -> None:
    result, _ = run(tmp_path, b"a,b\n", STEPS[:0] or [{"do": "trim", "columns": "*"}])
    assert Path(result.outputs[0]).read_bytes() == b"a,b\n"
    assert (result.note, result.extra["table"]["read"]) == ("0 rows written", 0)


def test_duplicates_go_to_their_own_file(tmp_path: Path) -> None:
    data = b"id,n\n1,a\n1,b\n2,c\n1,d\n"
    steps = [{"do": "dedupe", "by": ["id"], "duplicates": "twice"}, {"do": "drop", "columns": ["id"]}]
    result, _ = run(tmp_path, data, steps)
    assert [os.path.basename(path) for path in result.outputs] == ["a.csv", "twice.csv"]
    assert [Path(path).read_bytes() for path in result.outputs] == [b"n\na\nc\n", b"id,n\n1,b\n1,d\n"]
    assert result.extra["table"]["removed"] == {"dedupe": 2}
    assert len(run(tmp_path, b"id,n\n1,a\n", steps, name="b.csv")[0].outputs) == 1
    named = [{"do": "dedupe", "by": ["id"], "duplicates": "{name} again.csv"}]
    result, _ = run(tmp_path, data, named, name="c.csv")
    assert os.path.basename(result.outputs[1]) == "c again.csv"


def test_failures_publish_nothing(tmp_path: Path) -> None:
    assert failure(tmp_path, b"") == "EMPTY_FILE"
    assert failure(tmp_path, b"a,b\n1,2\n", [{"do": "drop", "columns": ["z"]}]) == "HEADER"
    assert failure(tmp_path, b'a,b\n1,2\n3,"4\n') == "UNCLOSED_QUOTE"
    assert failure(tmp_path, b"a,b\n1,2\n3\n4\n", read={"limit_rejects": 1, "delimiter": ","}) == "SCHEMA"
    assert failure(tmp_path, b"a,b\n1,2\n3\n", read={"ragged": "fail", "delimiter": ","}) == "COLUMNS_DIFFER"


def test_rows_that_do_not_add_up_fail_the_job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step that loses a row without saying so is caught by the counts, whatever the step."""
    monkeypatch.setattr(ledger.Ledger, "remove", lambda self, record, step: None)
    assert failure(tmp_path, ORDERS, [{"do": "dedupe"}]) == "RECONCILE"


def test_a_source_that_changes_is_noticed_before_and_during_the_run(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n" + b"1,2\n" * 2000)
    plain = recipe([{"do": "trim", "columns": "*"}])
    job = plan_one(kind("table"), path, plain, tmp_path / "out")

    class Writes(Context):
        def progress(self, done: float, total: float, phase: str = "") -> None:
            with path.open("ab") as file:
                file.write(b"x,y\n")

    for context in (Writes, Context):  # the second finds what the first left behind
        with pytest.raises(JobError) as caught:
            kind("table").run(context(job.source, plain, {o.name: o for o in job.outputs}))
        assert caught.value.failure.code == "SOURCE_CHANGED"
        assert not list((tmp_path / "out").glob("*"))
    path.unlink()
    with pytest.raises(JobError) as caught:
        kind("table").run(Context(job.source, plain, {o.name: o for o in job.outputs}))
    assert caught.value.failure.code == "SOURCE_GONE"


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    first = out(tmp_path, ORDERS, STEPS, write={"format": "xlsx"})
    assert out(tmp_path, ORDERS, STEPS, name="b.csv", write={"format": "xlsx"}) == first


def test_progress_only_goes_on(tmp_path: Path) -> None:
    data = b"n\n" + b"".join(b"%d\n" % (i * 7 % 10_000) for i in range(10_000))
    sort = {"do": "sort", "by": [{"column": "n", "as": "number"}]}
    for name, steps in (("a.csv", [{"do": "trim", "columns": "*"}]), ("b.csv", [sort]), ("c.csv", [])):
        _, context = run(tmp_path, data, steps, name=name)
        parts = [done / total for done, total, _ in context.posts]
        assert parts == sorted(parts)
        assert parts[-1] == 1
        half = [part for part, (_, _, phase) in zip(parts, context.posts, strict=True) if phase == "writing"]
        assert len(half) > 3 if steps == [sort] else len(half) == 1
