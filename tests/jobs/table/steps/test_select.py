"""Steps select and drop."""

import pytest

from app.jobs.base import JobError
from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe

HEADER, ROWS = ["a", "b", "c"], [["1", "2", "3"], ["4", "5", "6"]]


def test_select_keeps_the_named_columns_in_the_named_order() -> None:
    out = apply([{"do": "select", "columns": ["c", "a"]}], HEADER, ROWS)
    assert (out.names, out.rows) == (["c", "a"], [["3", "1"], ["6", "4"]])
    assert apply([{"do": "select", "columns": ["b"]}], HEADER, ROWS).rows == [["2"], ["5"]]


def test_drop() -> None:
    out = apply([{"do": "drop", "columns": ["b"]}], HEADER, ROWS)
    assert (out.names, out.rows) == (["a", "c"], [["1", "3"], ["4", "6"]])


def test_unknown_columns_name_the_step() -> None:
    for do in ("select", "drop"):
        with pytest.raises(JobError, match=rf'no column "x".*{do}') as caught:
            apply([{"do": do, "columns": ["x"]}], HEADER, ROWS)
        assert caught.value.failure.code == "HEADER"


def test_no_column_left() -> None:
    with pytest.raises(JobError):
        apply([{"do": "drop", "columns": HEADER}], HEADER, ROWS)


@pytest.mark.parametrize("columns", [[], ["a", "a"], "a", None])
def test_columns_are_checked(columns: object) -> None:
    with pytest.raises(RecipeError):
        recipe([{"do": "select", "columns": columns}])
