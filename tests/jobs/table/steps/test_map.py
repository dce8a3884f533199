"""Step map."""

import pytest

from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe


@pytest.mark.parametrize(
    ("other", "rows", "rejected"),
    [
        ("keep", [["Germany"], ["at"], [""]], []),
        ("empty", [["Germany"], [""], [""]], []),
        (
            "reject",
            [["Germany"]],
            [(2, "SCHEMA", "c", "at", "not in the list: at"), (3, "SCHEMA", "c", "", "not in the list: ")],
        ),
    ],
)
def test_other_values(other: str, rows: list[list[str]], rejected: list[tuple[int, str, str, str, str]]) -> None:
    step = {"do": "map", "columns": ["c"], "values": {"de": "Germany"}, "other": other}
    out = apply([step], ["c"], [["de"], ["at"], [""]])
    assert (out.rows, out.problems) == (rows, rejected)


def test_a_value_is_put_in_once() -> None:
    out = apply([{"do": "map", "columns": "*", "values": {"a": "b", "b": "a"}}], ["x", "y"], [["a", "b"]])
    assert out.rows == [["b", "a"]]


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(RecipeError, match="values"):
        recipe([{"do": "map", "columns": ["c"], "values": {}}])
