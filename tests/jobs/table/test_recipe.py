"""The recipe of tables: strict, and the same after a round trip."""

from typing import Any

import pytest

from app.jobs.recipe import RecipeError
from app.jobs.registry import parse_recipe
from tests.jobs.table.helpers import recipe

ALL: list[dict[str, Any]] = [
    {"do": "select", "columns": ["a"]},
    {"do": "drop", "columns": ["b"]},
    {"do": "rename", "columns": {"a": "b"}},
    {"do": "filter", "column": "b", "in": ["x"]},
    {"do": "compute", "columns": {"c": "num(b)"}},
    {"do": "replace", "columns": "*", "find": "x", "with": "y"},
    {"do": "trim", "columns": ["b"]},
    {"do": "case", "columns": ["b"], "to": "upper"},
    {"do": "dedupe", "by": ["b"], "normalise": ["trim"]},
    {"do": "sort", "by": [{"column": "b", "as": "number"}]},
    {"do": "trim", "columns": ["b"]},
]


def test_a_recipe_comes_back_from_its_json() -> None:
    first = recipe(ALL, read={"delimiter": ";", "header": 2}, write={"format": "csv", "header": True}, name="All")
    assert parse_recipe(first.to_json()) == first


def test_step_names() -> None:
    assert recipe(ALL).step_names()[-5:] == ["trim", "case", "dedupe", "sort", "trim 2"]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"steps": [{"do": "explode"}]}, r'steps\[0\]\.do: unknown value "explode"; expected one of .*select'),
        ({"steps": [{"columns": ["a"]}]}, r'steps\[0\]: the key "do" is missing'),
        ({"steps": [{"do": "trim", "columns": ["a"], "colour": 1}]}, r"steps\[0\]\.colour: unknown key"),
        ({"read": {"encodings": "x"}}, r"read\.encodings: unknown key"),
        ({"read": {"ragged": "ignore"}}, r'read\.ragged: unknown value "ignore"'),
        ({"write": {"format": "docx"}}, r'write\.format: unknown value "docx"'),
        ({"write": {"encoding": "klingon"}}, "unknown encoding"),
        ({"steps": [{"do": "dedupe", "duplicates": "x"}] * 2}, "the same file"),
        ({"outputs": []}, "outputs: unknown key"),
    ],
)
def test_mistakes_are_named_with_their_place(parts: dict[str, Any], words: str) -> None:
    steps = parts.pop("steps", None)
    with pytest.raises(RecipeError, match=words):
        recipe(steps, **parts)
