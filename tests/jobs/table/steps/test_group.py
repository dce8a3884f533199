"""Step group."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.base import JobError
from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe

ROWS = [["de", "1.50", "b"], ["at", "", "x"], ["de", "2", "a"], ["at", "0.1", "x"], ["de", "oops", "c"]]
ALL = {
    "n": "count",
    "known": "count(v)",
    "total": "sum(v)",
    "low": "min(v)",
    "high": "max(w)",
    "mean": "mean(v)",
    "one": "first(w)",
    "end": "last(w)",
    "kinds": "distinct(w)",
}


def test_every_function() -> None:
    out = apply([{"do": "group", "by": ["c"], "columns": ALL}], ["c", "v", "w"], ROWS)
    assert out.names == ["c", *ALL]
    assert out.rows == [
        ["de", "2", "2", "3.50", "1.50", "b", "1.75", "b", "a", "2"],
        ["at", "2", "1", "0.1", "0.1", "x", "0.1", "x", "x", "1"],
    ]
    assert out.problems == [(5, "SCHEMA", "v", "oops", "not a number: oops")]
    assert (out.removed, out.created) == ({"group": 4}, 2)


def test_nothing_to_count() -> None:
    columns = {"n": "count(v)", "s": "sum(v)", "m": "mean(v)", "x": "max(v)", "f": "first(v)", "d": "distinct(v)"}
    out = apply([{"do": "group", "by": ["c"], "columns": columns}], ["c", "v"], [["a", ""], ["a", "-"]], frozenset("-"))
    assert out.rows == [["a", "0", "", "", "", "", "0"]]


@pytest.mark.parametrize(
    ("cells", "low", "high"),
    [
        (["10", "9", "9.0"], "9", "10"),
        (["10", "9", "x"], "10", "x"),
        (["2024-02-01", "2024-01-31"], "2024-01-31", "2024-02-01"),
    ],
)
def test_smallest_and_largest(cells: list[str], low: str, high: str) -> None:
    step = {"do": "group", "by": ["c"], "columns": {"low": "min(v)", "high": "max(v)"}}
    assert apply([step], ["c", "v"], [["a", cell] for cell in cells]).rows == [["a", low, high]]


def test_sums_are_exact() -> None:
    rows = [["a", "0.1"]] * 10 + [["a", "12345678901234567890.000000000000000001"]]
    out = apply([{"do": "group", "by": ["c"], "columns": {"s": "sum(v)"}}], ["c", "v"], rows)
    assert out.rows == [["a", "12345678901234567891.000000000000000001"]]


PAIRS = st.lists(st.tuples(st.sampled_from("abcde"), st.integers(-99, 99)), max_size=30)


@given(PAIRS)
def test_against_a_dictionary_with_and_without_memory(pairs: list[tuple[str, int]]) -> None:
    expected: dict[str, list[int]] = {}
    for key, value in pairs:
        expected.setdefault(key, []).append(value)
    rows = [[key, str(value)] for key, value in pairs]
    step = {"do": "group", "by": ["k"], "columns": {"n": "count", "s": "sum(v)", "l": "last(v)"}}
    for memory in (1 << 20, 1000, 0):
        out = apply([step], ["k", "v"], rows, memory=memory)
        assert out.rows == [[k, str(len(v)), str(sum(v)), str(v[-1])] for k, v in expected.items()]
        assert bool(out.notes) == (memory == 0 and len(expected) > 1) or memory == 1000
    assert Decimal(sum(v for _, v in pairs)) == sum(Decimal(row[2]) for row in out.rows)


def test_unknown_columns() -> None:
    with pytest.raises(JobError, match='no column "z"'):
        apply([{"do": "group", "by": ["c"], "columns": {"s": "sum(z)"}}], ["c"], [])


@pytest.mark.parametrize("keys", [{"by": []}, {"columns": {"s": "sum"}}, {"columns": {"s": "median(v)"}}, {"by": None}])
def test_mistakes(keys: dict[str, Any]) -> None:
    with pytest.raises(RecipeError):
        recipe([{"do": "group", "by": ["c"], **keys}])


def test_odd_column_names() -> None:
    out = apply([{"do": "group", "by": ["c"], "columns": {"s": "sum('a (b)')"}}], ["c", "a (b)"], [["x", "1"]])
    assert out.rows == [["x", "1"]]
