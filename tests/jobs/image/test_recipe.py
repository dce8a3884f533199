"""The picture recipe: what it takes, and the words for what it does not."""

from typing import Any

import pytest

from app.jobs.image.recipe import ImageRecipe
from app.jobs.recipe import RecipeError
from app.jobs.registry import parse_recipe
from tests.jobs.image.samples import recipe


def test_nothing_but_the_kind_is_a_recipe() -> None:
    plain = recipe()
    (output,) = plain.outputs
    assert (output.name, output.format, output.metadata, output.color) == ("{name}", "same", "all-but-location", "srgb")
    assert plain.upright


def test_the_example_of_the_contract_and_its_round_trip() -> None:
    made = recipe(
        name="Web photos",
        steps=[{"do": "resize", "mode": "long-edge", "size": 1600}],
        outputs=[
            {"name": "{name}", "format": "jpeg", "quality": 82},
            {
                "name": "{name}-thumb", "format": "webp", "quality": 80,
                "steps": [{"do": "resize", "mode": "fit", "width": 256, "height": 256}],
            },
        ],
        speed="best",
    )  # fmt: skip
    assert parse_recipe(made.to_json()) == made
    assert isinstance(made, ImageRecipe)


def test_orient_can_be_turned_off() -> None:
    assert recipe(steps=[{"do": "orient"}]).upright
    assert not recipe(steps=[{"do": "orient", "auto": False}]).upright


RESIZE = {"do": "resize", "mode": "long-edge", "size": 9}


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"steps": [{"do": "resize", "mode": "fitt", "size": 1}]}, ["steps[0].mode", "fitt", "'fit'"]),
        ({"steps": [{"do": "crop", "ratio": "3:2"}]}, ["steps[0].do", '"crop"']),
        ({"steps": [RESIZE, {"mode": "fit"}]}, ["steps[1]", '"do"']),
        ({"steps": [{"do": "resize", "mode": "fit"}]}, ["steps[0]", "height"]),
        ({"steps": [{"do": "resize", "mode": "fill", "width": 5}]}, ["steps[0]", "needs height"]),
        ({"steps": [{**RESIZE, "width": 5}]}, ["steps[0]", "width has no meaning"]),
        ({"steps": [{**RESIZE, "gravity": "north"}]}, ["steps[0]", "gravity has no meaning"]),
        ({"steps": [{**RESIZE, "size": 9.5}]}, ["steps[0]", "whole number"]),
        ({"steps": [{**RESIZE, "size": 0}]}, ["steps[0].size"]),
        ({"steps": [{**RESIZE, "size": "9"}]}, ["steps[0].size"]),
        ({"steps": [{"do": "resize", "mode": "percent", "size": 1e9}]}, ["steps[0]", "percent"]),
        ({"outputs": [{"format": "pdf"}]}, ["outputs[0].format", '"pdf"']),
        ({"outputs": [{"frames": "split"}]}, ["outputs[0].frames"]),
        ({"outputs": [{"target_kb": 40}]}, ["outputs[0].target_kb", "unknown key"]),
        ({"outputs": [{"name": "{nmae}"}]}, ["outputs[0].name", "{nmae}"]),
        ({"outputs": [{"background": "white"}]}, ["outputs[0].background"]),
        ({"outputs": [{"quality": 101}]}, ["outputs[0].quality"]),
        ({"outputs": [{"format": "jpeg", "lossless": True}]}, ["outputs[0]", "without loss"]),
        ({"outputs": [{"steps": [{"do": "orient"}]}]}, ["outputs[0].steps", "orient"]),
        ({"outputs": []}, ["outputs"]),
        ({"speed": "faster"}, ["speed"]),
        ({"place": {"exists": "ask"}}, ["place.exists", '"ask"']),
        ({"colour": 1}, ["colour", "unknown key"]),
    ],
)
def test_what_cannot_be_used_names_its_place(keys: dict[str, Any], words: list[str]) -> None:
    with pytest.raises(RecipeError) as caught:
        recipe(**keys)
    text = "\n".join(caught.value.problems)
    for word in words:
        assert word in text
