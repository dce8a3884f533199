"""Step sample."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe

ROWS = [[str(i)] for i in range(1000)]


def sample(table: list[list[str]], **keys: Any) -> list[int]:
    return [int(row[0]) for row in apply([{"do": "sample", **keys}], ["n"], table).rows]


def test_the_seed_decides() -> None:
    assert sample(ROWS, rows=5) == [405, 856, 897, 904, 913]
    assert sample(ROWS, rows=5, seed=1) != sample(ROWS, rows=5)
    share = sample(ROWS, fraction=0.1)
    assert share == sample(ROWS, fraction=0.1)
    assert 70 < len(share) < 130
    assert sample(ROWS, fraction=1.0) == list(range(1000))


@settings(max_examples=30)
@given(st.integers(1, 30), st.integers(0, 40), st.integers())
def test_exactly_so_many_rows_in_order(wanted: int, there: int, seed: int) -> None:
    found = sample(ROWS[:there], rows=wanted, seed=seed)
    assert len(found) == min(wanted, there)
    assert found == sorted(set(found))


@pytest.mark.parametrize("keys", [{}, {"rows": 0}, {"rows": 1, "fraction": 0.5}, {"fraction": 0}, {"fraction": 1.5}])
def test_mistakes(keys: dict[str, Any]) -> None:
    with pytest.raises(RecipeError):
        recipe([{"do": "sample", **keys}])
