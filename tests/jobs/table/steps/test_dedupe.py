"""Step dedupe."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe

ROWS = [["1", "x"], ["2", "y"], ["1", "z"], ["2", "y"], ["3", "w"]]


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        ({}, [0, 1, 2, 4]),
        ({"by": ["a"]}, [0, 1, 4]),
        ({"by": ["a"], "keep": "last"}, [2, 3, 4]),
        ({"by": ["a", "b"]}, [0, 1, 2, 4]),
    ],
)
def test_which_rows_stay(keys: dict[str, Any], kept: list[int]) -> None:
    out = apply([{"do": "dedupe", **keys}], ["a", "b"], ROWS)
    assert out.rows == [ROWS[i] for i in kept]
    assert out.removed == {"dedupe": len(ROWS) - len(kept)}


def test_normalise_decides_and_changes_nothing() -> None:
    rows = [[" A@x.org"], ["a@X.org "], ["b"]]
    assert apply([{"do": "dedupe", "by": ["a"]}], ["a"], rows).rows == rows
    out = apply([{"do": "dedupe", "by": ["a"], "normalise": ["trim", "casefold"]}], ["a"], rows)
    assert out.rows == [[" A@x.org"], ["b"]]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xy")).map(list), max_size=20))
def test_each_key_stays_once(rows: list[list[str]]) -> None:
    for keep, order in (("first", rows), ("last", rows[::-1])):
        out = apply([{"do": "dedupe", "by": ["a"], "keep": keep}], ["a", "b"], rows)
        assert len({row[0] for row in out.rows}) == len(out.rows) == len({row[0] for row in rows})
        assert all(next(other for other in order if other[0] == row[0]) == row for row in out.rows)


@pytest.mark.parametrize("name", ["", "a/b.csv", "con.csv", "x\ny", "{ext}.csv"])
def test_the_name_of_the_file_for_duplicates_is_checked(name: str) -> None:
    with pytest.raises(RecipeError):
        recipe([{"do": "dedupe", "duplicates": name}])
