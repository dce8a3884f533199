"""Every key of `read` through a whole job, on exact bytes."""

from pathlib import Path
from typing import Any

import pytest

from app.jobs.base import JobError
from tests.jobs.table.helpers import rejects, run

TRIM: list[dict[str, Any]] = [{"do": "trim", "columns": ["a"]}]


@pytest.mark.parametrize(
    ("read", "data", "out"),
    [
        ({"encoding": "cp1250"}, "a,b\nł,1\n".encode("cp1250"), "a,b\nł,1\n"),
        ({"delimiter": "::"}, b"a::b\n1::x:y\n", "a::b\n1::x:y\n"),
        ({"delimiter": " "}, b"a b\n1 2\n", "a b\n1 2\n"),
        ({"delimiter": "\x1f"}, b"a\x1fb\n1\x1f2\n", "a\x1fb\n1\x1f2\n"),
        ({"quote": "'"}, b"a,b\n'x,y','it''s'\n", "a,b\n'x,y','it''s'\n"),
        ({"quote": ""}, b'a,b\n"x,y"\n', 'a,b\n"x,y"\n'),
        ({"escape": "backslash"}, b'a,b\n"x \\"y\\"",1\n', 'a,b\n"x ""y""",1\n'),
        ({"header": False}, b"a,b\n1,2\n", "a,b\n1,2\n"),
        ({"header": 2}, b"a,b\nx,y\n1,2\n", "a x,b y\n1,2\n"),
        ({"skip": 2}, b"note\nmore\na,b\n1,2\n", "a,b\n1,2\n"),
        ({"ragged": "pad"}, b"a,b\n1\n", "a,b\n1,\n"),
        ({"ragged": "truncate"}, b"a,b\n1,2,3\n", "a,b\n1,2\n"),
        ({"ragged": "both"}, b"a,b\n1\n1,2,3\n", "a,b\n1,\n1,2\n"),
        ({"stray_quotes": "keep"}, b'a,b\n5" pipe,1\n"x"y,2\n', 'a,b\n"5"" pipe",1\n"""x""y",2\n'),
        ({"comment": "#"}, b"#x\na,b\n# y\n1,#2\n", "a,b\n1,#2\n"),
        ({"initial_space": "drop"}, b'a, b\n1,  "x, y"\n', 'a,b\n1,"x, y"\n'),
        ({"initial_space": "keep"}, b"a, b\n1, 2\n", "a, b\n1, 2\n"),
    ],
)
def test_keys(tmp_path: Path, read: dict[str, Any], data: bytes, out: str) -> None:
    name = "c1" if read.get("header") is False else "a x" if read.get("header") == 2 else "a"
    steps = [{"do": "trim", "columns": [name]}]
    fixed = {"delimiter": ",", "header": True, "skip": 0} | read
    result, _ = run(tmp_path, data, steps, read=fixed)
    assert Path(result.outputs[0]).read_bytes() == out.encode()
    assert not rejects(result)


def test_words_for_nothing(tmp_path: Path) -> None:
    steps = [
        {"do": "filter", "where": "not empty(b)"},
        {"do": "fill", "columns": ["a"], "method": "value", "value": "0"},
        {"do": "group", "by": ["a"], "columns": {"s": "sum(b)"}},
    ]
    data = b"a,b\nNA,1\n-,2\n5,NA\n6,3\n"
    result, _ = run(tmp_path, data, steps, read={"nulls": ["NA", "-"], "header": True})
    assert Path(result.outputs[0]).read_bytes() == b"a,s\n0,3\n6,3\n"
    plain, _ = run(tmp_path, data, TRIM, name="b.csv", read={"header": True})
    assert Path(plain.outputs[0]).read_bytes() == data


def test_so_many_rejects_and_no_more(tmp_path: Path) -> None:
    data = b"a,b\n1\n2\n3,4\n"
    result, _ = run(tmp_path, data, TRIM, read={"limit_rejects": 2, "delimiter": ","})
    assert len(rejects(result)) == 2
    with pytest.raises(JobError, match=r"More than 1 rows of a\.csv would be rejected"):
        run(tmp_path, data, TRIM, read={"limit_rejects": 1, "delimiter": ","})


@pytest.mark.parametrize(
    ("read", "code"),
    [({"ragged": "fail"}, "COLUMNS_DIFFER"), ({"encoding": "utf-32"}, "ENCODING"), ({"skip": 9}, "EMPTY")],
)
def test_failures(tmp_path: Path, read: dict[str, Any], code: str) -> None:
    with pytest.raises(JobError) as caught:
        run(tmp_path, b"a,b\n1,2\n3\n", TRIM, read={"delimiter": ",", **read})
    assert (caught.value.failure.code, "a.csv" in caught.value.failure.message) == (code, True)
