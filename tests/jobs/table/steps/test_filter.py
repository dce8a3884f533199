"""Step filter."""

from typing import Any

import pytest

from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe

ROWS = [["1", "DE"], ["x", "AT"], ["30", "DE"], ["", "FR"]]


def test_where_removes_and_rejects() -> None:
    out = apply([{"do": "filter", "where": "num(a) > 5"}], ["a", "b"], ROWS)
    assert out.rows == [["30", "DE"]]
    assert out.removed == {"filter": 2}
    ((number, step, problem),) = out.rejected
    assert (number, step, problem.column, problem.value, problem.reason) == (2, "filter", "a", "x", "not a number: x")


def test_lists() -> None:
    assert len(apply([{"do": "filter", "column": "b", "in": ["DE", "FR"]}], ["a", "b"], ROWS).rows) == 3
    assert apply([{"do": "filter", "column": "b", "not_in": ["DE"]}], ["a", "b"], ROWS).rows == [
        ["x", "AT"],
        ["", "FR"],
    ]


def test_an_answer_that_is_neither_yes_nor_no_rejects_the_row() -> None:
    out = apply([{"do": "filter", "where": "coalesce(a, b)"}], ["a", "b"], ROWS)
    assert len(out.rejected) == 4


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"where": "a"},
        {"where": "num(a)"},
        {"where": "num(a) >"},
        {"where": "empty(a)", "column": "a", "in": []},
        {"where": "empty(a)", "in": ["x"]},
        {"column": "a"},
        {"column": "a", "in": ["x"], "not_in": ["y"]},
        {"column": "a", "in": [1]},
    ],
)
def test_keys_are_checked(keys: dict[str, Any]) -> None:
    with pytest.raises(RecipeError, match=r"steps\[0\]"):
        recipe([{"do": "filter", **keys}])


def test_a_mistake_in_a_formula_has_its_place() -> None:
    with pytest.raises(RecipeError, match=r"steps\[0\]\.where: .*column 10"):
        recipe([{"do": "filter", "where": "num(a) > "}])
