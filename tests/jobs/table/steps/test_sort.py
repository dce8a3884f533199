"""Step sort."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.jobs.table.helpers import apply


def order(cells: list[str], nulls: frozenset[str] = frozenset(), **key: Any) -> list[str]:
    rows = [[cell, str(i)] for i, cell in enumerate(cells)]
    out = apply([{"do": "sort", "by": [{"column": "a", **key}]}], ["a", "n"], rows, nulls)
    return [row[0] for row in out.rows]


@pytest.mark.parametrize(
    ("how", "up"),
    [
        ("text", ["10", "9", "B", "a", "ä", ""]),
        ("number", ["-1.5", "2", "10", "1e3", "x", ""]),
        ("natural", ["item 9", "Item 010", "item 10", "item 100", ""]),
        ("date", ["2023-12-31", "2024-01-01", "2024-01-01T10:00:00", "1.1.2020", ""]),
    ],
)
def test_orders(how: str, up: list[str]) -> None:
    fits = up[: -2 if how in ("number", "date") else -1]
    rest = up[len(fits) :]
    assert order(rest[::-1] + fits[::-1], **{"as": how}) == (up if how != "natural" else order(up, **{"as": how}))
    assert order(rest[::-1] + fits, **{"as": how}, descending=True)[-len(rest) :] == rest
    assert order(rest + fits, **{"as": how}, descending=True)[0] == fits[-1]


def test_natural_order() -> None:
    assert order(["a10", "a9", "A1", "b", "a09"], **{"as": "natural"}) == ["A1", "a09", "a9", "a10", "b"]


def test_equal_rows_keep_their_order_in_both_directions() -> None:
    rows = [["x", "1"], ["y", "2"], ["x", "3"], ["y", "4"]]
    for descending, expected in ((False, "1324"), (True, "2413")):
        out = apply([{"do": "sort", "by": [{"column": "a", "descending": descending}]}], ["a", "n"], rows)
        assert "".join(row[1] for row in out.rows) == expected


def test_second_key_and_null_words() -> None:
    rows = [["b", "2"], ["a", "10"], ["b", "1"], ["a", "9"]]
    by = [{"column": "a", "descending": True}, {"column": "n", "as": "number"}]
    assert [r[1] for r in apply([{"do": "sort", "by": by}], ["a", "n"], rows).rows] == ["1", "2", "9", "10"]
    assert order(["NA", "b", "a"], frozenset({"NA"}), descending=True) == ["b", "a", "NA"]


@given(
    st.lists(st.text(max_size=4), max_size=15), st.sampled_from(["text", "number", "natural", "date"]), st.booleans()
)
def test_nothing_is_dropped(cells: list[str], how: str, descending: bool) -> None:
    assert sorted(order(cells, **{"as": how}, descending=descending)) == sorted(cells)
