"""Step rename."""

from typing import Any

import pytest

from app.jobs.base import JobError
from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe


def test_one_by_one_even_swapped() -> None:
    out = apply([{"do": "rename", "columns": {"a": "b", "b": "a"}}], ["a", "b"], [["1", "2"]])
    assert (out.names, out.titles, out.rows) == (["b", "a"], ["b", "a"], [["1", "2"]])


def test_by_pattern() -> None:
    out = apply([{"do": "rename", "regex": r"^col_(\w+)$", "with": "$1!"}], ["col_a", "x"], [["1", "2"]])
    assert out.names == ["a!", "x"]


def test_a_name_that_is_taken_is_refused() -> None:
    with pytest.raises(JobError, match='would be called "b"') as caught:
        apply([{"do": "rename", "columns": {"a": "b"}}], ["a", "b"], [])
    assert caught.value.failure.code == "HEADER"


@pytest.mark.parametrize(
    "keys",
    [
        {}, {"columns": {}}, {"columns": {"a": ""}}, {"columns": {"a": "x", "b": "x"}}, {"regex": "a"}, {"with": "a"},
        {"regex": "(", "with": "a"}, {"regex": "a", "with": "$1"}, {"columns": {"a": "b"}, "regex": "a", "with": "b"},
    ],
)  # fmt: skip
def test_keys_are_checked(keys: dict[str, Any]) -> None:
    with pytest.raises(RecipeError):
        recipe([{"do": "rename", **keys}])
