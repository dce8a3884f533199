"""Step validate."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe


def wrong(cell: str, **rules: Any) -> str | None:
    """What is wrong with one cell."""
    out = apply([{"do": "validate", "columns": {"x": rules}}], ["x"], [[cell]])
    if not out.rejected:
        assert out.rows == [[cell]]
        return None
    ((number, step, problem),) = out.rejected
    assert (number, step, problem.code, problem.column, problem.value) == (1, "validate", "SCHEMA", "x", cell)
    return problem.reason


@pytest.mark.parametrize(
    ("cell", "rules", "reason"),
    [
        ("", {"required": True}, "required and empty"),
        ("", {"type": "number", "min": 1, "regex": "x"}, None),
        ("1.0", {"type": "integer"}, None),
        ("1.5", {"type": "integer"}, "not a whole number: 1.5"),
        ("1.5", {"type": "number"}, None),
        ("1,5", {"type": "number"}, "not a number: 1,5"),
        ("2024-02-29", {"type": "date"}, None),
        ("2023-02-29", {"type": "date"}, "not a date: 2023-02-29"),
        ("a@b.org", {"type": "email"}, None),
        ("a@b", {"type": "email"}, "not an e-mail address: a@b"),
        ("Yes", {"type": "boolean"}, None),
        ("2", {"type": "boolean"}, "not yes or no: 2"),
        ("0.1", {"min": 0.1}, None),
        ("9", {"min": 10}, "below 10: 9"),
        ("11", {"type": "integer", "max": 10}, "above 10: 11"),
        ("x", {"max": 10}, "not a number: x"),
        ("2024-01-01", {"type": "date", "min": "2024-01-02"}, "below 2024-01-02: 2024-01-01"),
        ("b", {"min": "a", "max": "c"}, None),
        ("d", {"min": "a", "max": "c"}, "above c: d"),
        ("1234", {"length": 5}, "4 characters instead of 5"),
        ("1234", {"length": [1, 3]}, "4 characters instead of 1 to 3"),
        ("A1", {"regex": "[A-Z]\\d"}, None),
        ("A12", {"regex": "[A-Z]\\d"}, "not of the form [A-Z]\\d: A12"),
        ("c", {"in": ["a", "b"]}, "not in the list: c"),
    ],
)
def test_rules_of_a_column(cell: str, rules: dict[str, Any], reason: str | None) -> None:
    assert wrong(cell, **rules) == reason


def test_rules_across_columns() -> None:
    step = {"do": "validate", "rules": [{"name": "dates in order", "check": "start <= end"}]}
    out = apply([step], ["start", "end"], [["2024-01-01", "2024-01-02"], ["2024-02-01", "2024-01-02"]])
    assert out.rows == [["2024-01-01", "2024-01-02"]]
    assert out.problems == [(2, "SCHEMA", "", "", "rule dates in order")]
    sums = {"do": "validate", "rules": [{"name": "sum", "check": "num(start) > 1"}]}
    assert apply([sums], ["start"], [["x"]]).problems == [(1, "EXPRESSION", "start", "x", "not a number: x")]


def test_unique() -> None:
    step = {"do": "validate", "columns": {"id": {"unique": True}, "n": {"type": "integer"}}}
    rows = [["1", "x"], ["1", "1"], ["", "2"], ["", "3"], ["1", "4"], ["2", "5"]]
    out = apply([step], ["id", "n"], rows)
    assert out.rows == [["1", "1"], ["", "2"], ["", "3"], ["2", "5"]]
    assert out.problems == [(1, "SCHEMA", "n", "x", "not a whole number: x"), (5, "SCHEMA", "id", "1", "duplicate key")]


@given(st.lists(st.lists(st.sampled_from(["", "a", "b", "c"]), min_size=2, max_size=2), max_size=20))
def test_unique_needs_no_memory(rows: list[list[str]]) -> None:
    step = {"do": "validate", "columns": {"x": {"unique": True}, "y": {"unique": True}}}
    plain, tight = apply([step], ["x", "y"], rows), apply([step], ["x", "y"], rows, memory=0)
    assert plain.rows == tight.rows
    assert sorted(plain.problems) == sorted(tight.problems)


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"columns": {"x": {"type": "float"}}},
        {"columns": {"x": {"regex": "("}}},
        {"columns": {"x": {"type": "number", "min": "abc"}}},
        {"columns": {"x": {"type": "date", "max": "soon"}}},
        {"columns": {"x": {"min": True}}},
        {"columns": {"x": {"min": 1, "max": "z"}}},
        {"columns": {"x": {"length": [3, 1]}}},
        {"columns": {"x": {"in": []}}},
        {"columns": {"x": {"maximum": 1}}},
        {"rules": [{"name": "a", "check": "num("}]},
    ],
)
def test_mistakes(keys: dict[str, Any]) -> None:
    with pytest.raises(RecipeError):
        recipe([{"do": "validate", **keys}])
