"""Steps on single cells: trim, case, replace."""

from typing import Any

import pytest

from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe


def one(step: dict[str, Any], cell: str) -> str:
    """`cell` after `step`; the column beside it must stay as it is."""
    out = apply([step], ["a", "b"], [[cell, cell]])
    assert out.rows[0][1] == cell
    return out.rows[0][0]


@pytest.mark.parametrize(
    ("cell", "plain", "zero_width"),
    [
        ("  x ", "x", "x"),
        ("\u00a0\u2003x\t\n", "x", "x"),
        ("\u200bx\ufeff", "\u200bx\ufeff", "x"),
        (" \u200b x y", "\u200b x y", "x y"),
        ("", "", ""),
    ],
)
def test_trim(cell: str, plain: str, zero_width: str) -> None:
    assert one({"do": "trim", "columns": ["a"]}, cell) == plain
    assert one({"do": "trim", "columns": ["a"], "zero_width": True}, cell) == zero_width


@pytest.mark.parametrize(
    ("to", "result"),
    [("upper", "DON'T STRASSE"), ("lower", "don't straße"), ("title", "Don't Straße"), ("casefold", "don't strasse")],
)
def test_case(to: str, result: str) -> None:
    assert one({"do": "case", "columns": ["a"], "to": to}, "dOn't straße") == result


@pytest.mark.parametrize(
    ("keys", "cell", "result"),
    [
        ({"find": "a.c", "with": "x"}, "abc a.c", "abc x"),
        ({"regex": "a.c", "with": "x"}, "abc a.c", "x x"),
        ({"regex": r"(\d+)-(\d+)", "with": "$2/$1"}, "12-34", "34/12"),
        ({"regex": r"(?P<y>\d+)", "with": "<${y}>$$"}, "12", "<12>$"),
        ({"regex": "(a)|b", "with": "[$1]"}, "ab", "[a][]"),
        ({"find": "x", "with": r"\1$1"}, "x", r"\1$1"),
    ],
)
def test_replace(keys: dict[str, str], cell: str, result: str) -> None:
    assert one({"do": "replace", "columns": ["a"], **keys}, cell) == result


def test_a_star_names_all_columns() -> None:
    out = apply([{"do": "case", "columns": "*", "to": "upper"}], ["a", "b"], [["x", "y"]])
    assert out.rows == [["X", "Y"]]


@pytest.mark.parametrize(
    "step",
    [
        {"do": "trim"},
        {"do": "trim", "columns": "a"},
        {"do": "trim", "columns": ["a"], "zero_width": 1},
        {"do": "case", "columns": ["a"], "to": "small"},
        {"do": "replace", "columns": ["a"], "find": "x"},
        {"do": "replace", "columns": ["a"], "with": "x"},
        {"do": "replace", "columns": ["a"], "find": "", "with": "x"},
        {"do": "replace", "columns": ["a"], "regex": "[", "with": "x"},
        {"do": "replace", "columns": ["a"], "regex": "a", "with": "$1"},
        {"do": "replace", "columns": ["a"], "find": "x", "regex": "x", "with": "y"},
    ],
)
def test_keys_are_checked(step: dict[str, Any]) -> None:
    with pytest.raises(RecipeError):
        recipe([step])
