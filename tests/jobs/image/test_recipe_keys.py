"""Every key of the picture recipe with every kind of wrong value: taken, or refused in words that name its place."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from app.jobs.recipe import RecipeError
from app.jobs.registry import parse_recipe

COLOR = "#ffffff"
STEPS: list[dict[str, Any]] = [
    {"do": "orient", "auto": True},
    {"do": "resize", "mode": "long-edge", "size": 9, "enlarge": False},
    {"do": "resize", "mode": "fill", "width": 9, "height": 9, "gravity": "north"},
    {"do": "crop", "ratio": "3:2", "gravity": "north"},
    {"do": "crop", "width": 5, "height": 5},
    {"do": "rotate", "degrees": 5, "fill": COLOR},
    {"do": "flip", "axis": "vertical"},
    {"do": "adjust", "brightness": 1, "contrast": 1, "saturation": 1, "gamma": 1, "sharpen": 1},
    {"do": "adjust", "autocontrast": True, "grayscale": True},
    {"do": "pad", "width": 5, "height": 5, "color": COLOR, "gravity": "center"},
    {"do": "pad", "ratio": "1:1"},
    {"do": "border", "size": 5, "color": COLOR},
    {"do": "watermark", "text": "a", "anchor": "center", "size": 5, "opacity": 1, "offset": [1, 1], "tile": False},
]
OUTPUT = {
    "name": "{name}", "format": "webp", "quality": 80, "lossless": False, "target_kb": 50, "background": COLOR,
    "metadata": "all", "color": "srgb", "frames": "all", "bigger": "write",
    "steps": [{"do": "flip", "axis": "vertical"}],
}  # fmt: skip
PLACE = {"folder": "{source}/D", "keep_tree": True, "exists": "number", "times": True}
FULL: dict[str, Any] = {"name": "n", "speed": "best", "place": PLACE, "steps": STEPS, "outputs": [OUTPUT]}
SHEET = {"do": "contact-sheet", "columns": 5, "cell": 256, "gap": 3, "background": COLOR, "label": "{name}"}
BASES: list[dict[str, Any]] = [
    FULL,
    {"steps": [SHEET]},
    {"steps": [{"do": "join", "format": "pdf"}]},
    {"steps": [{"do": "metadata-only"}], "outputs": [{"metadata": "none"}]},
]
WRONG: list[Any] = [
    None, True, -1, 0, 0.3, 1e300, 10**25, "", "zzz", "{nmae}", "\0", "x" * 70_000, [], [1], [[]], {}, {"a": 1},
]  # fmt: skip
LONGEST = 400  # characters of a sentence: it lists the values that there are, not the one that was given

Path = tuple[str | int, ...]


def paths(part: Any, at: Path = ()) -> Iterator[Path]:
    """Where every key and every part of a list is."""
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inner:
        yield (*at, key)
        yield from paths(value, (*at, key))


def changed(base: dict[str, Any], path: Path, value: Any) -> str:
    """`base` as text with another value at `path`."""
    whole = json.loads(json.dumps({"dropmill": 1, "kind": "image", **base}))
    at = whole
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return json.dumps(whole)


def words(path: Path) -> str:
    """The place as people read it: steps[2].mode."""
    text = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return text.removeprefix(".")


@pytest.mark.parametrize("base", BASES, ids=["full", "sheet", "join", "metadata"])
def test_the_whole_of_it_can_be_used(base: dict[str, Any]) -> None:
    parse_recipe(changed(base, ("name",), "n"))


@pytest.mark.parametrize("wrong", WRONG, ids=lambda value: ascii(value)[:12])
@pytest.mark.parametrize("base", BASES, ids=["full", "sheet", "join", "metadata"])
def test_a_wrong_value_names_its_key_and_place(base: dict[str, Any], wrong: Any) -> None:
    for path in paths(base):
        try:
            parse_recipe(changed(base, path, wrong))
        except RecipeError as error:
            # Where two keys do not go together, the sentence stands at what holds both and names one.
            holder = words(path[:-1]) if isinstance(path[-1], str) else words(path)
            named = [p for p in error.problems if words(path) in p or (holder and p.startswith(holder))]
            assert named, (path, wrong, error.problems)
            assert all(len(problem) < LONGEST for problem in error.problems), (path, wrong)


@pytest.mark.parametrize("base", BASES, ids=["full", "sheet", "join", "metadata"])
def test_an_unknown_key_is_named_wherever_it_stands(base: dict[str, Any]) -> None:
    for path in paths(base):
        if isinstance(path[-1], str):
            odd = (*path[:-1], "zzz")
            with pytest.raises(RecipeError) as caught:
                parse_recipe(changed(base, odd, 1))
            assert f"{words(odd)}: unknown key" in caught.value.problems
