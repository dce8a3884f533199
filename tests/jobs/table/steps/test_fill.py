"""Step fill."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe

COLUMN = ["", "a", "", "-", "b", "", ""]


@pytest.mark.parametrize(
    ("keys", "nulls", "expected"),
    [
        ({"method": "down"}, frozenset(), ["", "a", "a", "-", "b", "b", "b"]),
        ({"method": "down"}, frozenset({"-"}), ["", "a", "a", "a", "b", "b", "b"]),
        ({"method": "up"}, frozenset(), ["a", "a", "-", "-", "b", "", ""]),
        ({"method": "up"}, frozenset({"-"}), ["a", "a", "b", "b", "b", "", ""]),
        ({"method": "value", "value": "0"}, frozenset({"-"}), ["0", "a", "0", "0", "b", "0", "0"]),
    ],
)
def test_methods(keys: dict[str, str], nulls: frozenset[str], expected: list[str]) -> None:
    rows = [[cell, ""] for cell in COLUMN]
    out = apply([{"do": "fill", "columns": ["x"], **keys}], ["x", "y"], rows, nulls)
    assert out.rows == [[cell, ""] for cell in expected]


@given(st.lists(st.lists(st.sampled_from(["", "", "a", "b"]), min_size=2, max_size=2), max_size=30))
def test_up_is_down_read_backwards_and_needs_no_memory(rows: list[list[str]]) -> None:
    up = apply([{"do": "fill", "columns": "*", "method": "up"}], ["x", "y"], rows, memory=0)
    down = apply([{"do": "fill", "columns": "*", "method": "down"}], ["x", "y"], rows[::-1])
    assert up.rows == down.rows[::-1]
    assert bool(up.notes) == bool(rows)


@pytest.mark.parametrize("keys", [{"method": "value"}, {"method": "up", "value": "x"}, {"method": "left"}, {}])
def test_mistakes(keys: dict[str, str]) -> None:
    with pytest.raises(RecipeError):
        recipe([{"do": "fill", "columns": ["x"], **keys}])
