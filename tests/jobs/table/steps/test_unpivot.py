"""Step unpivot."""

import pytest

from app.jobs.base import JobError
from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe


def test_columns_become_rows() -> None:
    step = {"do": "unpivot", "keep": ["id"], "names": "month", "values": "sum"}
    out = apply([step], ["Jan", "id", "Feb"], [["1", "a", "2"], ["", "b", "3"]])
    assert (out.names, out.titles) == (["id", "month", "sum"], ["id", "month", "sum"])
    assert out.rows == [["a", "Jan", "1"], ["a", "Feb", "2"], ["b", "Jan", ""], ["b", "Feb", "3"]]
    assert (out.created, out.removed) == (2, {})


def test_nothing_to_turn() -> None:
    with pytest.raises(JobError, match="keeps every column"):
        apply([{"do": "unpivot", "keep": ["a"]}], ["a"], [])


@pytest.mark.parametrize("keys", [{"keep": []}, {"keep": ["a"], "names": "a"}, {"keep": ["a"], "names": "value"}])
def test_mistakes(keys: dict[str, object]) -> None:
    with pytest.raises(RecipeError):
        recipe([{"do": "unpivot", **keys}])
