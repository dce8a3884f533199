"""Which way rows go, what sends a table back to the law, and what a person sees of it."""

import gzip
import io
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.jobs.base import JobError, Result
from app.jobs.registry import kind
from app.jobs.table.fast import LEAST
from tests.jobs.context import Context, run_one
from tests.jobs.table.fast.tables import READ
from tests.jobs.table.helpers import recipe, rejects

ROWS = [f"{n:04},name {n},{n}.25,{'x' * (n % 7)}" for n in range(2000)]
CLEAN = ("id,name,amount,note\n" + "\n".join(ROWS) + "\n").encode()
SELECT = [{"do": "select", "columns": ["id", "note"]}]


def go(
    tmp_path: Path, data: bytes, steps: list[dict[str, Any]], name: str = "a.csv", block: int = 4096, **parts: Any
) -> tuple[Result, Context]:
    path = tmp_path / name
    path.write_bytes(data)
    parts = {"read": READ, **parts}
    return run_one(kind("table"), path, recipe(steps, **parts), tmp_path / "out", {"table_block": block})


def ways(result: Result) -> tuple[int, int]:
    return result.extra["table"]["by_index"], result.extra["table"]["by_law"]


def test_clean_rows_go_by_the_index(tmp_path: Path) -> None:
    result, _ = go(tmp_path, CLEAN, SELECT)
    assert ways(result) == (2000, 0)
    assert Path(result.outputs[0]).read_bytes().splitlines()[1:3] == [b"0000,", b"0001,x"]


def test_a_copy_is_proved_too(tmp_path: Path) -> None:
    result, _ = go(tmp_path, CLEAN, [])
    assert ways(result) == (2000, 0)
    assert Path(result.outputs[0]).read_bytes() == CLEAN


def test_few_rows_around_a_stray_quote_go_by_the_law(tmp_path: Path) -> None:
    data = CLEAN.replace(b"name 1000,", b'name "1000",')
    result, _ = go(tmp_path, data, SELECT, block=1 << 16)
    by_index, by_law = ways(result)
    assert by_index + by_law == 2000 and 1 <= by_law < 400
    (row,) = rejects(result)
    assert (row["record"], row["line"], row["code"]) == ("1001", "1002", "SUSPECT_QUOTE")
    assert row["raw"] == '1000,name "1000",1000.25,xxxxxx'


def test_stray_quotes_in_all_rows_do_not_make_the_index_look_again_and_again(tmp_path: Path) -> None:
    data = CLEAN.replace(b"name ", b'5" ')
    result, _ = go(tmp_path, data, SELECT, block=1 << 14)
    assert ways(result)[1] > 1900
    assert result.extra["table"]["rejected"] == 2000


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_other_encodings_go_by_the_index(tmp_path: Path, encoding: str) -> None:
    data = CLEAN.decode().replace("name", "näme").encode(encoding)
    result, _ = go(tmp_path, data, SELECT, read=READ | {"encoding": encoding})
    assert ways(result) == (2000, 0)


def test_packed_tables_go_by_the_index(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as file:
        file.write(CLEAN)
    result, _ = go(tmp_path, packed.getvalue(), SELECT, "a.csv.gz")
    assert ways(result) == (2000, 0)


@pytest.mark.parametrize(
    "read",
    [{"delimiter": "::"}, {"quote": ""}, {"escape": "backslash"}, {"comment": "#"}, {"initial_space": "drop"}],
    ids=str,
)
def test_forms_that_the_index_does_not_know_go_by_the_law(tmp_path: Path, read: dict[str, Any]) -> None:
    data = CLEAN.replace(b",", b"::") if "delimiter" in read else CLEAN
    result, _ = go(tmp_path, data, SELECT, read=READ | read)
    assert ways(result) == (0, 2000)


def test_one_column_goes_by_the_law(tmp_path: Path) -> None:
    result, _ = go(tmp_path, b"a\n" + b"x\n\n" * 500, [{"do": "rename", "columns": {"a": "b"}}])
    assert ways(result) == (0, 1000)


def test_a_zero_byte_sends_the_table_back(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    data = CLEAN.replace(b"name 1500", b"name \0")
    with caplog.at_level(logging.INFO, "app.jobs.table.run"):
        result, _ = go(tmp_path, data, SELECT, read=READ | {"encoding": "utf-8"})
    assert ways(result) == (0, 2000)
    assert "NUL" in caplog.text


def test_the_law_says_why_a_table_fails_and_nothing_is_left(tmp_path: Path) -> None:
    data = CLEAN.replace(b"1500,name", b'1500,"name')
    with pytest.raises(JobError) as failed:
        go(tmp_path, data, SELECT)
    assert failed.value.failure.code in ("UNCLOSED_QUOTE", "SUSPECT_QUOTE")
    assert list((tmp_path / "out").glob("*")) == []


def test_warnings_are_said_once_though_the_work_begins_anew(tmp_path: Path) -> None:
    # The first rows guard a formula, the last is not for blocks.
    data = b"a,b,c\n" + b"=1,2,3\n" * 500 + b"1,\0,3\n"
    result, context = go(
        tmp_path, data, [{"do": "trim", "columns": ["a"]}, {"do": "guard"}], read=READ | {"encoding": "utf-8"}
    )
    assert ways(result) == (0, 501)
    assert len(context.codes) == len(set(context.warnings))
    assert "FORMULA_GUARDED" in context.codes


def test_short_tables_live_without_numpy(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(CLEAN)
    assert len(CLEAN) < LEAST
    script = (
        "import sys\nfrom pathlib import Path\nfrom tests.jobs.context import run_one\n"
        "from tests.jobs.table.helpers import recipe\nfrom app.jobs.registry import kind\n"
        f"run_one(kind('table'), Path({str(path)!r}), recipe({SELECT!r}), Path({str(tmp_path / 'out')!r}))\n"
        "assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[4])
    assert (tmp_path / "out" / "a.csv").is_file()


def test_a_long_table_goes_in_blocks_unasked(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(CLEAN.partition(b"\n")[0] + b"\n" + CLEAN.partition(b"\n")[2] * 20)
    assert path.stat().st_size > LEAST
    result, context = run_one(kind("table"), path, recipe(SELECT), tmp_path / "out")
    assert ways(result) == (40_000, 0)
    shares = [done / total for done, total, _ in context.posts]
    assert shares == sorted(shares) and shares[-1] == 1
