"""Recipe JSON of any sort is a recipe or a RecipeError with words; nothing else comes out."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.recipe import RecipeError
from app.jobs.registry import KINDS, parse_recipe


def problems(text: str) -> list[str]:
    with pytest.raises(RecipeError) as caught:
        parse_recipe(text)
    return caught.value.problems


def image(more: str) -> str:
    return f'{{"dropmill": 1, "kind": "image", {more}}}'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON: Expecting value (line 1, column 1)"),
        ("[]", "a recipe is a JSON object, not a list"),
        ("null", "a recipe is a JSON object, not null"),
        ("7", "a recipe is a JSON object, not a number"),
        ('{"dropmill": 1}', "kind: is missing; expected one of image, table, mail"),
        ('{"dropmill": 1, "kind": ["image"]}', 'kind: unknown value ["image"]; expected one of image, table, mail'),
        (image('"kind": "table"'), "kind: the key is there twice"),
        (image('"steps": [{"do": "resize", "mode": "percent", "size": 1, "size": 2}]'), "size: the key is there twice"),
        (image('"steps": [{"do": "resize", "mode": "long-edge", "size": NaN}]'), "not JSON: NaN is no number"),
        (image('"steps": [{"do": "resize", "mode": "long-edge", "size": 1e400}]'), "the number 1e400 is too large"),
        (image(f'"name": {"9" * 5000}'), "a number is too long"),
        (image('"name": "\\ud800"'), "a text holds half a character (a lone surrogate)"),
        (image('"outputs": []'), "outputs: is empty; leave the key out, or name at least 1"),
        (image(f'"steps": {"[" * 400}{"]" * 400}'), "not a recipe: it is nested too deeply"),
        ("[" * 100_000, "not a recipe: it is nested too deeply"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(text: str, words: str) -> None:
    assert problems(text) == [words]


def test_a_bad_part_of_a_list_is_not_called_a_missing_one_too() -> None:
    found = problems(image('"outputs": [{"quality": 101}]'))
    assert len(found) == 1
    assert found[0].startswith("outputs[0].quality")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["steps", "do", "resize", "name", "outputs", "place"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(
    kind=st.sampled_from(sorted(KINDS)),
    keys=st.dictionaries(st.sampled_from(["name", "steps", "outputs", "place", "read", "write", "message"]), JSON),
)
def test_any_json_is_a_recipe_or_a_list_of_problems(kind: str, keys: dict[str, object]) -> None:
    try:
        made = parse_recipe(json.dumps({"dropmill": 1, "kind": kind, **keys}))
    except RecipeError as error:
        assert error.problems
        assert all(problem and "\n" not in problem for problem in error.problems)
    else:
        assert parse_recipe(made.to_json()) == made
