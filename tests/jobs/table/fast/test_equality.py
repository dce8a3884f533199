"""Both ways give the same: output, rejects, warnings, counts, failures; for any table, recipe and size of a block."""

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.jobs.base import JobError
from app.jobs.registry import kind
from tests.jobs.context import run_one
from tests.jobs.table.fast.tables import READ, READS, STEPS, WRITES, texts
from tests.jobs.table.helpers import recipe

_WAYS = ("by_index", "by_law", "rejects")  # what a result says that is another one each way, and a path
_LOAD = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome(folder: Path, data: bytes, parts: dict[str, Any], block: int, **options: Any) -> tuple[Any, ...]:
    """All that a run leaves."""
    folder.mkdir()
    path = folder / "a.csv"
    path.write_bytes(data)
    os.utime(path, (1, 1))
    try:
        result, context = run_one(
            kind("table"), path, recipe(**parts), folder / "out", {"table_block": block, **options}
        )
    except JobError as error:
        return "failed", error.failure.code, error.failure.message, sorted(p.name for p in (folder / "out").glob("*"))
    files = {p.name: p.read_bytes() for p in sorted((folder / "out").glob("*"))}
    counts = {key: value for key, value in result.extra["table"].items() if key not in _WAYS}
    names = [os.path.basename(output) for output in result.outputs]
    return "done", names, files, counts, result.note, sorted(context.warnings), result.bytes_out


def both_ways(data: bytes, parts: dict[str, Any], block: int, **options: Any) -> tuple[Any, ...]:
    """What comes out, after comparing."""
    with tempfile.TemporaryDirectory() as folder:
        law = outcome(Path(folder, "law"), data, parts, 0, **options)
        blocks = outcome(Path(folder, "blocks"), data, parts, block, **options)
    assert blocks == law
    return law


@_LOAD
@given(texts(damaged=False), STEPS, WRITES, st.sampled_from([1, 16, 100, 1 << 16]))
def test_clean_tables(data: bytes, steps: list[dict[str, Any]], write: dict[str, Any], block: int) -> None:
    both_ways(data, {"steps": steps, "read": READ, "write": write}, block)


@_LOAD
@given(texts(damaged=True), STEPS, READS, WRITES, st.sampled_from([1, 16, 100, 1 << 16]))
def test_damaged_tables(
    data: bytes, steps: list[dict[str, Any]], read: dict[str, Any], write: dict[str, Any], block: int
) -> None:
    both_ways(data, {"steps": steps, "read": READ | read, "write": write}, block)


@settings(max_examples=30, deadline=None)
@given(
    texts(damaged=True),
    st.sampled_from(["utf-16", "utf-16-le", "utf-32", "cp1252", "iso8859-15", "gb18030", "shift_jis", "utf-7"]),
    st.sampled_from([1, 40, 1 << 16]),
)
def test_other_encodings(data: bytes, encoding: str, block: int) -> None:
    text = data.decode("utf-8", "ignore").encode(encoding, "ignore")
    parts = {"steps": [{"do": "trim", "columns": ["c"]}], "read": READ | {"encoding": encoding}}
    both_ways(text, parts, block)


DIRTY = (
    b'a,b,c\n1,2,3\n"x","y\n1,2,3\n",z\n1,2\n\na"b,2,3\n"q"q,1,2\r\n4,"5,",6\n\xc3\xa4,\xff,1\n"7","8","9"\r\n1,2,3\r4,5,6\n'
    b'"""",",",""\nlast,1,2'
)


@pytest.mark.parametrize("block", range(1, len(DIRTY) + 2))
def test_a_block_may_end_anywhere(block: int) -> None:
    parts = {"steps": [{"do": "select", "columns": ["c", "a"]}], "read": READ | {"encoding": "utf-8"}}
    status, *_ = both_ways(DIRTY, parts, block)
    assert status == "done"


@pytest.mark.parametrize("delimiter", [";", "\t", "|", "é", "::"])
@pytest.mark.parametrize("quote", ['"', "'", ""])
def test_other_dialects(delimiter: str, quote: str) -> None:
    rows = [
        ["a", "b", "c"],
        ["1", f"{quote}x{delimiter}y{quote}" if quote else "x", "z"],
        ["", "2", ""],
        ["1", "2", "3"],
    ]
    data = "\n".join(delimiter.join(row) for row in rows).encode()
    read = {"delimiter": delimiter, "quote": quote, "header": True}
    both_ways(data, {"steps": [{"do": "dedupe", "by": ["a"]}], "read": read}, 16)


@pytest.mark.parametrize(
    "read",
    [
        {"escape": "backslash"},
        {"comment": "#"},
        {"initial_space": "drop"},
        {"skip": 2},
        {"header": False},
        {"header": 2},
    ],
    ids=str,
)
def test_keys_of_read(read: dict[str, Any]) -> None:
    data = b'a,b,c\n#n,1,2\n "x" , y,"z\\"w"\n1,2,3\n4,5,6\n7, "8",9\n'
    both_ways(data, {"steps": [], "read": READ | {"escape": "doubled"} | read}, 16)
    both_ways(data, {"steps": [], "read": READ | {"escape": "doubled"} | read, "write": {"bom": True}}, 16)


@pytest.mark.parametrize(
    "step",
    [
        {"do": "dedupe", "by": ["a"]},
        {"do": "sort", "by": [{"column": "b", "as": "number"}]},
        {"do": "group", "by": ["a"], "columns": {"s": "sum(b)"}},
        {"do": "split", "by": "c"},
    ],
    ids=lambda step: str(step["do"]),
)
def test_what_outgrows_memory_comes_out_the_same(step: dict[str, Any]) -> None:
    rows = b"".join(b"key %d,%d.%02d,%d\n" % (n * 7919 % 400, n, n % 100, n % 5) for n in range(1500))
    data, parts = b"a,b,c\n" + rows, {"steps": [step], "read": READ}
    with tempfile.TemporaryDirectory() as folder:
        law = outcome(Path(folder, "law"), data, parts, 0, memory_budget=20_000)
        blocks = outcome(Path(folder, "blocks"), data, parts, 4096, memory_budget=20_000)
        plenty = outcome(Path(folder, "plenty"), data, parts, 4096)
    assert blocks[:4] == law[:4] == plenty[:4]
