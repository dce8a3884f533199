"""Step join."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.jobs.base import JobError
from tests.jobs.table.helpers import Outcome, apply

ORDERS = [["1", "de", "5"], ["2", "at", "6"], ["3", "fr", "7"], ["4", "", "8"]]
COUNTRIES = "code,name,n\nde,Germany,1\nat,Austria,2\nat,Österreich,3\nit,Italy,4\n,Nowhere,5\n"


def join(folder: Path, other: str | None, how: str = "left", rows: list[list[str]] = ORDERS, **use: Any) -> Outcome:
    if other is not None:
        (folder / "countries.csv").write_text(other, encoding="utf-8")
    step = {"do": "join", "with": "countries.csv", "on": ["code"], "how": how}
    return apply([step], ["n", "code", "v"], rows, folder=str(folder), **use)


def test_left(tmp_path: Path) -> None:
    out = join(tmp_path, COUNTRIES)
    assert out.names == ["n", "code", "v", "name", "n (2)"]
    assert out.rows == [
        ["1", "de", "5", "Germany", "1"],
        ["2", "at", "6", "Austria", "2"],
        ["2", "at", "6", "Österreich", "3"],
        ["3", "fr", "7", "", ""],
        ["4", "", "8", "", ""],
    ]
    assert (out.created, out.removed) == (1, {})
    assert out.warnings == [("ROWS_GREW", "1 more rows than a.csv has: keys stand several times in countries.csv.")]


def test_inner_and_anti(tmp_path: Path) -> None:
    inner = join(tmp_path, COUNTRIES, "inner")
    assert [row[3] for row in inner.rows] == ["Germany", "Austria", "Österreich"]
    assert inner.removed == {"join": 2}
    anti = join(tmp_path, COUNTRIES, "anti")
    assert (anti.names, anti.rows, anti.removed) == (["n", "code", "v"], ORDERS[2:], {"join": 2})


def test_every_row_once_where_keys_are_unique(tmp_path: Path) -> None:
    assert join(tmp_path, "code,x\nde,1\n").warnings == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    st.lists(st.sampled_from(["", "a", "b", "c", "d"]), max_size=12),
    st.lists(st.sampled_from(["", "a", "b", "c", "e"]), max_size=8),
    st.sampled_from(["left", "inner", "anti"]),
)
def test_memory_makes_no_difference(tmp_path: Path, left: list[str], right: list[str], how: str) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(
        [["code", "x", "y"], *([k, str(i), "z"] for i, k in enumerate(right))]
    )
    rows = [[str(i), key, ""] for i, key in enumerate(left)]
    plain = join(tmp_path, text.getvalue(), how, rows)
    tight = join(tmp_path, None, how, rows, memory=0)
    assert (tight.rows, tight.removed, tight.created) == (plain.rows, plain.removed, plain.created)
    expected = []
    for row in rows:
        found = [[*row, str(i), "z"] for i, key in enumerate(right) if key and key == row[1]]
        if how == "anti":
            expected += [row] if not found else []
        else:
            expected += found or ([[*row, "", ""]] if how == "left" else [])
    assert plain.rows == expected


@pytest.mark.parametrize(
    ("other", "code", "words"),
    [
        (None, "SOURCE_GONE", "countries.csv"),
        ("kode,name\nde,x\nat,y\n", "HEADER", 'countries.csv has no column "code"'),
        ("code,name\nde\nat,y\nit,z\n", "COLUMNS_DIFFER", "Line 2 of countries.csv"),
        ("", "EMPTY_FILE", "countries.csv"),
    ],
)
def test_another_table_that_cannot_be_used(tmp_path: Path, other: str | None, code: str, words: str) -> None:
    with pytest.raises(JobError) as caught:
        join(tmp_path, other)
    assert caught.value.failure.code == code
    assert words in caught.value.failure.message


def test_how_the_other_table_is_read(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_bytes("x;y\ncode;name\nat;Österreich\n".encode("cp1252"))
    step = {"do": "join", "with": "other.csv", "on": ["code"], "how": "inner"}
    read = {"encoding": "cp1252", "delimiter": ";", "skip": 1, "header": True}
    out = apply([{**step, "read": read}], ["n", "code", "v"], ORDERS, folder=str(tmp_path))
    assert (out.names, out.rows) == (["n", "code", "v", "name"], [["2", "at", "6", "Österreich"]])
