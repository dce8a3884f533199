"""Step number."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe


def number(cell: str, **keys: Any) -> str:
    out = apply([{"do": "number", "columns": ["n"], **keys}], ["n"], [[cell]])
    return out.rows[0][0] if out.rows else f"{out.rejected[0][2].code}: {out.rejected[0][2].reason}"


GERMAN = {"decimal": ",", "thousands": "."}


@pytest.mark.parametrize(
    ("cell", "keys", "text"),
    [
        ("1.234,50", GERMAN, "1234.50"),
        ("-1.234.567", GERMAN, "-1234567"),
        ("1234,5", GERMAN, "1234.5"),
        (" 12 ", GERMAN, "12"),
        ("", GERMAN, ""),
        (",5", GERMAN, "0.5"),
        ("5,", GERMAN, "5"),
        ("+7", {}, "7"),
        ("-0", {}, "0"),
        ("007", {}, "7"),
        ("1\u202f234\u00a0567,25", {"decimal": ",", "thousands": " "}, "1234567.25"),
        ("1'234.5", {"thousands": "'"}, "1234.5"),
        ("2.345", {"places": 2}, "2.35"),
        ("-2.345", {"places": 2}, "-2.35"),
        ("2", {"places": 2}, "2.00"),
        ("2.5", {"places": 0}, "3"),
        ("1234567.5", {"to_decimal": ",", "to_thousands": "."}, "1.234.567,5"),
        ("-123", {"to_decimal": ",", "to_thousands": "."}, "-123"),
        ("1.23,4", GERMAN, "SCHEMA: not a number: 1.23,4"),
        ("1.2345", GERMAN, "SCHEMA: not a number: 1.2345"),
        ("1,2,3", GERMAN, "SCHEMA: not a number: 1,2,3"),
        ("12 EUR", GERMAN, "SCHEMA: not a number: 12 EUR"),
        ("1e5", {}, "SCHEMA: not a number: 1e5"),
        (",", GERMAN, "SCHEMA: not a number: ,"),
        ("١٢", {}, "SCHEMA: not a number: ١٢"),
    ],
)
def test_numbers(cell: str, keys: dict[str, Any], text: str) -> None:
    assert number(cell, **keys) == text


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_there_and_back(value: Decimal) -> None:
    there = number(str(value), to_decimal=",", to_thousands=".")
    assert Decimal(number(there, **GERMAN)) == value


@pytest.mark.parametrize("keys", [{"thousands": "."}, {"decimal": "x"}, {"places": -1}, {"to_thousands": "."}])
def test_mistakes(keys: dict[str, Any]) -> None:
    with pytest.raises(RecipeError):
        recipe([{"do": "number", "columns": ["n"], **keys}])


@pytest.mark.parametrize(
    ("cell", "keys", "text"),
    [
        ("3·5", {"decimal": "·"}, "3.5"),
        ("1’234’567.5", {"thousands": "’"}, "1234567.5"),
        ("1_234_567", {"thousands": "_"}, "1234567"),
        ("1234567.5", {"to_thousands": "’"}, "1’234’567.5"),
        ("1’23", {"thousands": "’"}, "SCHEMA: not a number: 1’23"),
        ("1_2345", {"thousands": "_"}, "SCHEMA: not a number: 1_2345"),
    ],
)
def test_rarer_marks(cell: str, keys: dict[str, str], text: str) -> None:
    assert number(cell, **keys) == text


def test_all_columns() -> None:
    out = apply([{"do": "number", "columns": "*", "decimal": ","}], ["n", "m"], [["1,5", "2,50"], ["", "x"]])
    assert out.rows == [["1.5", "2.50"]]
    assert [(p.column, p.value) for _, _, p in out.rejected] == [("m", "x")]
