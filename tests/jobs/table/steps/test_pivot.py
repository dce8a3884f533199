"""Step pivot."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.base import JobError
from app.jobs.recipe import RecipeError
from app.jobs.table.steps import pivot
from tests.jobs.table.helpers import apply, recipe, run

HEADER = ["id", "month", "v"]
ROWS = [["a", "Jan", "1"], ["b", "Feb", "2.5"], ["a", "Feb", "3"], ["a", "Jan", "4"], ["b", "", "5"], ["b", "Jan", "x"]]
STEP = {"do": "pivot", "index": ["id"], "columns": "month", "values": "v"}


def test_values_become_columns() -> None:
    out = apply([STEP], HEADER, ROWS)
    assert (out.names, out.rows) == (["id", "Jan", "Feb", "(empty)"], [["a", "5", "3", ""], ["b", "", "2.5", "5"]])
    assert out.problems == [(6, "SCHEMA", "v", "x", "not a number: x")]
    assert (out.removed, out.created) == ({"pivot": 5}, 2)


@pytest.mark.parametrize(
    ("agg", "cell"),
    [
        ("sum", "5"), ("count", "2"), ("first", "1"), ("last", "4"), ("min", "1"), ("max", "4"), ("mean", "2.5"),
        ("distinct", "2"),
    ],
)  # fmt: skip
def test_other_aggregates(agg: str, cell: str) -> None:
    assert apply([{**STEP, "agg": agg}], HEADER, ROWS).rows[0][1] == cell


def test_counting_what_is_turned() -> None:
    count = {**STEP, "values": "month", "agg": "count"}
    assert apply([count], HEADER, ROWS).rows == [["a", "2", "1", ""], ["b", "1", "1", "0"]]


def test_later_steps_know_the_new_columns() -> None:
    steps = [{"do": "filter", "column": "v", "not_in": ["x", "5"]}, STEP, {"do": "drop", "columns": ["Jan"]}]
    out = apply([*steps, {"do": "sort", "by": [{"column": "Feb", "as": "number"}]}], HEADER, ROWS)
    assert (out.names, out.rows) == (["id", "Feb"], [["b", "2.5"], ["a", "3"]])
    with pytest.raises(JobError, match=r'no column "Dec".*\(Step drop\.\)'):
        apply([STEP, {"do": "drop", "columns": ["Dec"]}], HEADER, ROWS)


def test_a_value_that_is_called_like_an_index_column() -> None:
    assert apply([STEP], HEADER, [["a", "id", "1"]]).names == ["id", "id (2)"]


def test_twice_in_a_row() -> None:
    back = {"do": "unpivot", "keep": ["id"], "names": "month", "values": "v"}
    assert apply([STEP, back, STEP], HEADER, ROWS).rows == apply([STEP], HEADER, ROWS).rows


def test_duplicates_between_two_pivots_are_kept(tmp_path: Path) -> None:
    again = {"do": "pivot", "index": ["Jan"], "columns": "id", "values": "Feb", "agg": "first"}
    steps = [STEP, {"do": "dedupe", "by": ["Jan"], "duplicates": "twice"}, again]
    data = b"id,month,v\na,Jan,1\na,Feb,2\nb,Jan,1\nb,Feb,3\n"
    result, _ = run(tmp_path, data, steps)
    assert [Path(path).read_bytes() for path in result.outputs] == [b"Jan,a\n1,2\n", b"id,Jan,Feb\nb,1,3\n"]


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz"), st.integers(0, 9)), max_size=30))
def test_memory_makes_no_difference(cells: list[tuple[str, str, int]]) -> None:
    rows = [[a, b, str(n)] for a, b, n in cells]
    plain = apply([STEP], HEADER, rows)
    for memory in (0, 3000):
        tight = apply([STEP], HEADER, rows, memory=memory)
        assert (tight.names, tight.rows, tight.removed) == (plain.names, plain.rows, plain.removed)
    for row in plain.rows:
        for name, cell in zip(plain.names[1:], row[1:], strict=True):
            found = [n for a, b, n in cells if (a, b) == (row[0], name)]
            assert cell == (str(sum(found)) if found else "")


def test_too_many_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pivot, "MAX_COLUMNS", 3)
    with pytest.raises(JobError) as caught:
        apply([STEP], HEADER, [["a", str(i), "1"] for i in range(5)])
    assert caught.value.failure.code == "TOO_MANY_COLUMNS"


@pytest.mark.parametrize("keys", [{"index": ["month"]}, {"index": []}, {"agg": "mode"}])
def test_mistakes(keys: dict[str, Any]) -> None:
    with pytest.raises(RecipeError):
        recipe([{**STEP, **keys}])
