"""What all recipes share: strict models, the place of outputs, loading with errors in words.

Owns: reading and writing recipe JSON, and the sentences for what is wrong with it. Must not know: the steps of a kind
(each kind's `recipe.py` has them) or where recipes are kept.
"""

import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

FORMAT = 1  # the recipe format's version that this program writes


Path = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at `place` (keys and numbers from the top; () = the recipe itself), in words without the place."""

    place: Path
    words: str

    def __str__(self) -> str:
        place = ""
        for part in self.place:
            place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else part
        return f"{place}: {self.words}" if place else self.words


class RecipeError(Exception):
    """A recipe that cannot be used. `problems` names each key and its place, one line each; `found` has the same ones
    for a program that shows them where they belong."""

    def __init__(self, problems: "Sequence[str | Problem]") -> None:
        self.found = [one if isinstance(one, Problem) else Problem((), one) for one in problems]
        self.problems = [str(one) for one in problems]
        super().__init__("; ".join(self.problems))


class Strict(BaseModel):
    """A part of a recipe: unknown keys are errors, values are never converted silently, immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True)


class Part(Strict):
    """A step or an output: it can be turned off, which leaves it in the recipe and does as if it were not there."""

    off: bool = Field(default=False, exclude=True, description="Kept in the recipe, but not done")


class Place(Strict):
    """Where outputs go (pictures, tables)."""

    folder: str = Field(default="{source}/Dropmill", description="Output folder; {source} is the input's own folder")
    keep_tree: bool = Field(default=True, description="Keep the folders below the dropped folder")
    exists: Literal["number", "skip", "replace", "newer"] = Field(
        default="number", description="When the output exists"
    )
    times: bool = Field(default=True, description="Keep the modified time")


class BaseRecipe(Strict):
    """The keys of every recipe."""

    supports_place: ClassVar[bool] = True

    dropmill: int = Field(default=FORMAT, description="Version of the format")
    kind: str
    name: str = Field(default="", description="Shown in the recipe picker")
    ordered: bool = Field(default=False, description="Each file is finished before the next one begins")

    def fingerprint(self) -> str:
        """Equal for recipes that do the same, whatever they are called: 16 hexadecimal digits."""
        what = self.model_dump(mode="json", by_alias=True, exclude={"name"})
        return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()[:16]

    def to_json(self) -> str:
        """This recipe as canonical JSON text; `parse` gives an equal recipe back."""
        return json.dumps(self.model_dump(mode="json", by_alias=True, exclude_unset=True), ensure_ascii=False, indent=1)


def read_json(text: str) -> dict[str, Any]:
    """The JSON object in `text`. Raises RecipeError with line and column of what cannot be read."""
    try:
        data = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant, parse_float=_number)
        text.encode("utf-8")
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        raise RecipeError([f"not JSON: {error.msg} (line {error.lineno}, column {error.colno})"]) from error
    except UnicodeEncodeError as error:
        raise RecipeError(["a text holds half a character (a lone surrogate)"]) from error
    except RecursionError as error:
        raise RecipeError(["not a recipe: it is nested too deeply"]) from error
    except ValueError as error:  # Python's own limit on digits
        raise RecipeError(["a number is too long"]) from error
    if not isinstance(data, dict):
        raise RecipeError([f"a recipe is a JSON object, not {_JSON_NAMES.get(type(data), 'a number')}"])
    version = data.get("dropmill")
    if not isinstance(version, int) or isinstance(version, bool):
        raise RecipeError([f'dropmill: the format version is missing; expected {{"dropmill": {FORMAT}, …}}'])
    if version > FORMAT:
        raise RecipeError([f"dropmill: format {version} is newer than this program knows ({FORMAT}); update Dropmill"])
    if version < 1:
        raise RecipeError([f"dropmill: unknown format {version}"])
    return data


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys are there once: of two, JSON readers keep either."""
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        raise RecipeError([f"{key}: the key is there twice" for key in made if keys.count(key) > 1])
    return made


def _no_constant(word: str) -> Any:
    raise RecipeError([f"not JSON: {word} is no number"])


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise RecipeError([f"the number {text} is too large"])
    return number


_JSON_NAMES = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}


def validate(model: type[BaseRecipe], data: dict[str, Any]) -> Any:
    """`data` as a `model`, without the parts that are turned off (those are not looked at: they may be half done).
    Raises RecipeError naming every wrong key and its place."""
    data, kept = _without_off(data)
    try:
        return model.model_validate_json(json.dumps(data))
    except ValidationError as error:
        found = error.errors()
        # Of a list with a bad part the checker says too that it is too short: it counts the good ones.
        parts = [e["loc"] for e in found]
        told = [e for e in found if not (e["type"] == "too_short" and _has_parts(e, parts))]
        raise RecipeError([_problem(e, kept) for e in told]) from error


def _without_off(data: dict[str, Any]) -> tuple[dict[str, Any], dict[Path, list[int]]]:
    """`data` without what is turned off, and for each list of parts the numbers that those left had in it."""
    kept: dict[Path, list[int]] = {}

    def left(parts: Any, place: Path) -> Any:
        if not isinstance(parts, list):
            return parts
        kept[place] = [n for n, part in enumerate(parts) if not (isinstance(part, dict) and part.get("off") is True)]
        return [parts[n] for n in kept[place]]

    data = {key: left(value, (key,)) if key in ("steps", "outputs") else value for key, value in data.items()}
    if isinstance(data.get("outputs"), list):
        numbers = kept["outputs",]
        data["outputs"] = [
            {**output, "steps": left(output["steps"], ("outputs", n, "steps"))}
            if isinstance(output, dict) and "steps" in output
            else output
            for n, output in zip(numbers, data["outputs"], strict=True)
        ]
    return data, kept


def _has_parts(error: Any, places: list[tuple[int | str, ...]]) -> bool:
    """Whether one of `places` lies inside the place of `error`."""
    place = error["loc"]
    return any(len(other) > len(place) and other[: len(place)] == place for other in places)


def _problem(error: Any, kept: dict[Path, list[int]]) -> Problem:
    """One pydantic error; as a text `steps[2].mode: unknown value "fitt"; expected one of …`."""
    place: Path = ()
    for part in error["loc"]:
        if isinstance(part, int):
            place += (kept[place][part] if place in kept else part,)
        elif part not in _UNION_TAGS or not place or isinstance(place[-1], str):  # a tag follows the number of its step
            place += (str(part),)
    if error["type"] == "union_tag_invalid":
        place += ("do",)
    return Problem(place, _words(error))


def _words(error: Any) -> str:
    """What is wrong, without the place."""
    kind, given = error["type"], error.get("input")
    if kind == "json_invalid":  # what can go wrong with our own text: the checker's depth
        return "not a recipe: it is nested too deeply"
    if kind == "extra_forbidden":
        return "unknown key"
    if kind in ("literal_error", "enum"):
        return f"unknown value {_shown(given)}; expected one of {error['ctx']['expected']}"
    if kind == "union_tag_invalid":
        return f"unknown value {_shown(given.get('do'))}; expected one of {error['ctx']['expected_tags']}"
    if kind == "union_tag_not_found":
        return 'the key "do" is missing'
    if kind == "too_short":
        return f"is empty; leave the key out, or name at least {error['ctx']['min_length']}"
    if kind == "missing":
        return "is missing"
    if kind in _EXPECTED:
        return f"{_shown(given)} cannot be used; expected {_EXPECTED[kind].format(**error.get('ctx', {}))}"
    message: str = error["msg"].removeprefix("Value error, ")
    if not error["loc"]:
        return message
    return message if message[1:2].isupper() else message[:1].lower() + message[1:]  # names of formats stay


def _shown(given: Any) -> str:
    """A value as it stands in the recipe, short enough for a sentence."""
    text = json.dumps(given, ensure_ascii=False)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


_LONGEST = 60  # characters of a value that a sentence shows

# What pydantic found wrong -> what it should have been. Words of ours: its own speak of the checker, not of a recipe.
_EXPECTED = {
    "string_type": "a text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "an object, {{…}}",
    "model_type": "an object, {{…}}",
    "model_attributes_type": "an object, {{…}}",
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than": "less than {lt}",
    "less_than_equal": "at most {le}",
    "string_too_short": "at least {min_length} characters",
    "string_too_long": "at most {max_length} characters",
    "too_long": "at most {max_length} of them",
    "string_pattern_mismatch": "the form {pattern}",
}


# Names of step models appear in pydantic's locations as tags of the union; people never wrote them.
_UNION_TAGS: set[str] = set()


def hide_tags(*tags: str) -> None:
    """Leave the union tags `tags` (values of `do`) out of the places named in errors."""
    _UNION_TAGS.update(tags)
