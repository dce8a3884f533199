"""Step compute."""

import pytest

from app.jobs.base import JobError
from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe


def test_new_columns_come_last_and_known_ones_stay_in_place() -> None:
    steps = [{"do": "compute", "columns": {"a": "num(a) + 1", "c": "num(a) * 10"}}]
    out = apply(steps, ["a", "b"], [["1", "x"], ["2", "y"]])
    assert (out.names, out.rows) == (["a", "b", "c"], [["2", "x", "20"], ["3", "y", "30"]])


def test_untouched_cells_keep_every_character() -> None:
    cells = ["007", " x ", "1.10", "1e5", "NA"]
    out = apply([{"do": "compute", "columns": {"n": "1"}}], list("abcde"), [cells])
    assert out.rows == [[*cells, "1"]]


def test_a_row_that_cannot_be_worked_out_is_rejected() -> None:
    out = apply([{"do": "compute", "columns": {"c": "1 / num(a)"}}], ["a"], [["0"], ["4"], ["q"]])
    assert out.rows == [["4", "0.25"]]
    assert [(n, s, p.column, p.reason) for n, s, p in out.rejected] == [
        (1, "compute", "c", "division by zero"),
        (3, "compute", "a", "not a number: q"),
    ]


def test_an_unknown_column() -> None:
    with pytest.raises(JobError, match='no column "z"'):
        apply([{"do": "compute", "columns": {"c": "num(z)"}}], ["a"], [])


def test_keys_are_checked() -> None:
    for columns in ({}, {"c": "num("}, {"c": 5}):
        with pytest.raises(RecipeError):
            recipe([{"do": "compute", "columns": columns}])
