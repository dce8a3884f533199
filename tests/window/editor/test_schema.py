"""Fields from the schema: every key of every kind has one that can hold every value the recipe may have."""

import json

import pytest

from app.jobs.registry import KINDS, parse_recipe
from app.system.recipes import Shelf
from app.window.editor import schema, words
from app.window.editor.schema import Field, Shape

ALL = [
    (kind, field)
    for kind in KINDS
    for model in ("", *schema.schema(kind)["$defs"])
    for field in schema.fields(kind, model)
]


def field(kind: str, model: str, key: str) -> Field:
    return next(one for one in schema.fields(kind, model) if one.key == key)


def test_every_key_of_the_schema_has_a_field() -> None:
    for kind in KINDS:
        for model, node in schema.schema(kind)["$defs"].items():
            if "properties" in node:
                keys = set(node["properties"]) - {"do", "off"}
                assert {one.key for one in schema.fields(kind, model)} == keys, model


def test_every_step_of_a_recipe_can_be_added_and_has_words() -> None:
    assert set(schema.steps("table")) >= {"select", "validate", "unpivot", "profile"}
    assert "orient" not in schema.steps("image", inside_output=True)
    assert schema.steps("mail") == {}
    for kind in KINDS:
        for do in schema.steps(kind):
            assert words.step_line(do), do
            assert words.step_title(do) != do


def test_types_ranges_and_defaults_are_those_of_the_models() -> None:
    quality = field("image", "Output", "quality")
    assert (quality.shape, quality.least, quality.most, quality.optional) == (Shape.WHOLE, 1, 100, True)
    size = field("image", "Resize", "size")
    assert (size.shape, size.least, size.open_below, size.optional) == (Shape.NUMBER, 0, True, True)
    assert field("image", "Adjust", "gamma").default == 1.0
    assert field("image", "Resize", "mode").choices[0] == "long-edge"
    assert field("image", "Border", "color").shape is Shape.COLOR
    assert field("image", "Watermark", "offset").count == 2
    assert field("table", "ReadOptions", "header").choices == ("auto", True, False)
    assert field("table", "Trim", "columns").star
    assert not field("table", "Select", "columns").star
    assert field("table", "Validate", "columns").keyed
    assert [part.key for part in field("table", "Sort", "by").parts] == ["column", "as", "descending"]
    assert field("table", "Dedupe", "normalise").choices == ("trim", "casefold")
    assert field("table", "Join", "read").shape is Shape.GROUP
    assert field("mail", "Message", "to").required


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_word_and_every_choice_too(kind: str) -> None:
    for one in (field for name, field in ALL if name == kind and field.shape is not Shape.STEPS):
        assert words.label(one.where, one.key).strip()
        for value in one.choices:
            assert words.choice(one.key, value).strip(), (one.where, one.key, value)


def test_descriptions_are_there_for_the_translators() -> None:
    assert "Make smaller pictures larger" in schema.texts("image")
    assert all(text.strip() for kind in KINDS for text in schema.texts(kind))


def test_the_keys_of_all_recipes_that_ship_are_fields(tmp_path) -> None:
    shelf = Shelf(tmp_path)
    for entry in shelf.entries():
        data = json.loads(shelf.load(entry.name).text)
        top = {one.key for one in schema.fields(entry.kind)}
        assert set(data) <= top | {"dropmill", "kind", "name"}, entry.name
        for step in data.get("steps", []):
            keys = {one.key for one in schema.fields(entry.kind, schema.steps(entry.kind)[step["do"]])}
            assert set(step) <= keys | {"do"}, entry.name


@pytest.mark.parametrize("mode", ["long-edge", "short-edge", "fit", "fill", "exact", "percent", "megapixels"])
def test_what_a_mode_of_resize_brings_along_can_be_used(mode: str) -> None:
    values = {"do": "resize", "mode": mode, "size": 100, "width": 3, "height": 4, "gravity": "north"}
    for key, value in words.follows("Resize", "mode", values).items():
        if value is None:
            values.pop(key, None)
        else:
            values[key] = value
    parse_recipe(json.dumps({"dropmill": 1, "kind": "image", "steps": [values]}))
    shown = {key for key in ("size", "width", "height", "gravity") if words.matters("Resize", key, values)}
    assert set(values) - {"do", "mode"} <= shown
