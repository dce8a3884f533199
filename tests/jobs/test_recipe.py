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
        (image('"speed": 7'), "speed: unknown value 7; expected one of 'best' or 'fast'"),
        (image('"steps": 7'), "steps: 7 cannot be used; expected a list"),
        (image('"steps": [7]'), "steps[0]: 7 cannot be used; expected an object, {…}"),
        (image('"name": null'), "name: null cannot be used; expected a text"),
        (image('"place": []'), "place: [] cannot be used; expected an object, {…}"),
        (image('"place": {"times": 1}'), "place.times: 1 cannot be used; expected true or false"),
        (image('"outputs": [{"quality": 0}]'), "outputs[0].quality: 0 cannot be used; expected at least 1"),
        (image('"outputs": [{"quality": 101}]'), "outputs[0].quality: 101 cannot be used; expected at most 100"),
        (image('"outputs": [{"quality": 9.5}]'), "outputs[0].quality: 9.5 cannot be used; expected a whole number"),
        (image('"outputs": [{"quality": "9"}]'), 'outputs[0].quality: "9" cannot be used; expected a whole number'),
        (
            image('"outputs": [{"background": "white"}]'),
            'outputs[0].background: "white" cannot be used; expected the form ^#[0-9a-fA-F]{6}$',
        ),
        (
            image('"outputs": [{"format": "jpeg", "lossless": true}]'),
            "outputs[0]: JPEG cannot be written without loss; use webp or png",
        ),
        (
            image(f'"speed": "{"x" * 999}"'),
            f"speed: unknown value \"{'x' * 59}…; expected one of 'best' or 'fast'",
        ),
        (image('"outputs": []'), "outputs: is empty; leave the key out, or name at least 1"),
        (image(f'"steps": {"[" * 400}{"]" * 400}'), "not a recipe: it is nested too deeply"),
        ("[" * 100_000, "not a recipe: it is nested too deeply"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(text: str, words: str) -> None:
    assert problems(text) == [words]


def test_a_step_of_no_known_kind_is_shown_as_it_was_written() -> None:
    for do in ("null", "7", '["crop"]', '{"a": true}'):
        (said,) = problems(image(f'"steps": [{{"do": {do}}}]'))
        assert said.startswith(f"steps[0].do: unknown value {do}; expected one of ")


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


OFF = """{"dropmill": 1, "kind": "image", "name": "x",
 "steps": [{"do": "flip", "off": true, "axis": "up"}, {"do": "flip", "axis": "horizontal"}, {"do": "flip"%s}],
 "outputs": [{"off": true}, {"steps": [{"do": "rotate", "off": true}, {"do": "rotate", "degrees": "far"}]}]}"""


def test_what_is_turned_off_is_not_done_and_not_looked_at() -> None:
    text = OFF.replace('{"do": "flip"%s}', '{"do": "flip", "axis": "vertical", "off": false}').replace('"far"', "90")
    with_off = parse_recipe(text)
    without = parse_recipe(
        '{"dropmill": 1, "kind": "image", "steps": [{"do": "flip", "axis": "horizontal"},'
        ' {"do": "flip", "axis": "vertical"}], "outputs": [{"steps": [{"do": "rotate", "degrees": 90}]}]}'
    )
    assert with_off.fingerprint() == without.fingerprint()
    assert [step.axis for step in with_off.steps] == ["horizontal", "vertical"]


def test_places_count_what_is_turned_off() -> None:
    with pytest.raises(RecipeError) as caught:
        parse_recipe(OFF % "")
    assert [problem.place for problem in caught.value.found] == [
        ("steps", 2, "axis"),
        ("outputs", 1, "steps", 1, "degrees"),
    ]
    assert caught.value.problems[0] == "steps[2].axis: is missing"
    assert caught.value.problems[1].startswith("outputs[1].steps[1].degrees: ")


def test_a_table_can_be_made_with_a_step_turned_off() -> None:
    recipe = parse_recipe('{"dropmill": 1, "kind": "table", "steps": [{"do": "filter", "off": true}, {"do": "guard"}]}')
    assert recipe.step_names() == ["guard"]


def test_off_is_true_or_false() -> None:
    with pytest.raises(RecipeError, match=r"steps\[0\]\.off: .* expected true or false"):
        parse_recipe('{"dropmill": 1, "kind": "table", "steps": [{"do": "guard", "off": "yes"}]}')
