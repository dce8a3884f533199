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
        ({"steps": [{"do": "cropp", "ratio": "3:2"}]}, ["steps[0].do", '"cropp"', "'crop'", "'contact-sheet'"]),
        ({"steps": [{"do": "crop", "ratio": "3:2", "width": 9}]}, ["steps[0]", "not both"]),
        ({"steps": [{"do": "crop"}]}, ["steps[0]", "needs a ratio, a width or a height"]),
        ({"steps": [{"do": "crop", "ratio": "3:0"}]}, ["steps[0].ratio", '"3:0"']),
        ({"steps": [{"do": "crop", "ratio": "3/2"}]}, ["steps[0].ratio"]),
        ({"steps": [{"do": "pad", "ratio": "1:1", "height": 9}]}, ["steps[0]", "not both"]),
        ({"steps": [{"do": "pad"}]}, ["steps[0]", "needs a ratio, a width or a height"]),
        ({"steps": [{"do": "pad", "ratio": "1:1", "color": "white"}]}, ["steps[0].color"]),
        ({"steps": [{"do": "rotate"}]}, ["steps[0].degrees", "missing"]),
        ({"steps": [{"do": "rotate", "degrees": 400}]}, ["steps[0].degrees"]),
        ({"steps": [{"do": "flip", "axis": "diagonal"}]}, ["steps[0].axis", '"diagonal"']),
        ({"steps": [{"do": "border", "size": "2"}]}, ["steps[0].size", '"2%"']),
        ({"steps": [{"do": "border", "size": 0}]}, ["steps[0].size", "1 to"]),
        ({"steps": [{"do": "adjust", "sharpen": 2}]}, ["steps[0].sharpen"]),
        ({"steps": [{"do": "adjust", "gamma": 0}]}, ["steps[0].gamma"]),
        ({"steps": [{"do": "watermark"}]}, ["steps[0]", "a text or an image"]),
        ({"steps": [{"do": "watermark", "text": "a", "image": "b"}]}, ["steps[0]", "not both"]),
        ({"steps": [{"do": "watermark", "text": "{nmae}"}]}, ["steps[0].text", "{nmae}"]),
        ({"steps": [{"do": "watermark", "text": "a", "offset": [1]}]}, ["steps[0].offset"]),
        ({"steps": [{"do": "watermark", "text": "a", "opacity": 50}]}, ["steps[0].opacity"]),
        ({"steps": [{"do": "metadata-only"}, RESIZE]}, ["metadata-only must be the only step"]),
        ({"steps": [{"do": "metadata-only"}], "outputs": [{"format": "png"}]}, ["format has no meaning"]),
        ({"steps": [{"do": "metadata-only"}], "outputs": [{"steps": [RESIZE]}]}, ["no steps of their own"]),
        ({"outputs": [{"steps": [{"do": "metadata-only"}]}]}, ["outputs[0].steps", "alone"]),
        ({"steps": [{"do": "contact-sheet", "label": "{nmae}"}]}, ["steps[0].label", "{nmae}"]),
        ({"steps": [RESIZE, {"do": "contact-sheet"}]}, ["contact-sheet must be the only step"]),
        ({"steps": [{"do": "join", "format": "pdf"}], "outputs": [{}, {"name": "b"}]}, ["join makes one output"]),
        ({"steps": [{"do": "join", "format": "pdf"}], "outputs": [{"target_kb": 9}]}, ["target_kb has no meaning"]),
        ({"steps": [{"do": "join", "format": "pdf"}], "outputs": [{"frames": "split"}]}, ["split has no meaning"]),
        ({"steps": [{"do": "contact-sheet"}], "outputs": [{"frames": "first"}]}, ["frames has no meaning"]),
        ({"steps": [{"do": "join", "format": "png"}]}, ["steps[0].format", '"png"', "'tiff'"]),
        ({"steps": [{"do": "join", "format": "pdf"}], "outputs": [{"format": "png"}]}, ["join makes a pdf"]),
        ({"outputs": [{"steps": [{"do": "join", "format": "pdf"}]}]}, ["outputs[0].steps[0].do", '"join"']),
        ({"steps": [RESIZE, {"mode": "fit"}]}, ["steps[1]", '"do"']),
        ({"steps": [{"do": "resize", "mode": "fit"}]}, ["steps[0]", "height"]),
        ({"steps": [{"do": "resize", "mode": "fill", "width": 5}]}, ["steps[0]", "needs height"]),
        ({"steps": [{**RESIZE, "width": 5}]}, ["steps[0]", "width has no meaning"]),
        ({"steps": [{**RESIZE, "gravity": "north"}]}, ["steps[0]", "gravity has no meaning"]),
        ({"steps": [{**RESIZE, "size": 9.5}]}, ["steps[0]", "whole number"]),
        ({"steps": [{**RESIZE, "size": 0}]}, ["steps[0].size"]),
        ({"steps": [{**RESIZE, "size": "9"}]}, ["steps[0].size"]),
        ({"steps": [{"do": "resize", "mode": "percent", "size": 1e9}]}, ["steps[0]", "percent"]),
        ({"outputs": [{"format": "psd"}]}, ["outputs[0].format", '"psd"']),
        ({"outputs": [{"frames": "some"}]}, ["outputs[0].frames"]),
        ({"outputs": [{"target_kb": 0}]}, ["outputs[0].target_kb"]),
        ({"outputs": [{"format": "png", "target_kb": 9, "lossless": True}]}, ["outputs[0]", "no meaning"]),
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
