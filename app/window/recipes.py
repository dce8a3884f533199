"""Recipes as the window offers them: name, kind, one line of what they do, and the file types they read.

Owns: the words for a recipe. Must not know: where recipe files lie (`system.recipes`) or what a step does in full.
Reading them touches the disk and imports the kinds, so it runs on a bridge, never on the GUI thread.
"""

import json
import logging
from dataclasses import dataclass
from typing import Any

from app.jobs.recipe import RecipeError
from app.jobs.registry import kind
from app.system.recipes import Shelf
from app.window.text import number, tr

log = logging.getLogger(__name__)

FAVOURITES = ("Web photos", "Clean table", "Mail merge")  # the three tiles of an empty window: one of each kind


@dataclass(frozen=True, slots=True)
class Recipe:
    """A recipe to choose. `text`: its JSON; `suffixes`: lower case with the dot."""

    name: str
    kind: str
    text: str
    summary: str
    suffixes: frozenset[str]

    def reads(self, suffix: str) -> bool:
        """Whether files of this type (".jpg", any case) are for this recipe."""
        return suffix.lower() in self.suffixes


def read_recipes(shelf: Shelf) -> list[Recipe]:
    """All recipes that can be used now; one that cannot is logged and left out."""
    found = []
    for entry in shelf.entries():
        try:
            loaded = shelf.load(entry.name)
            suffixes = kind(loaded.kind).suffixes
        except RecipeError as error:
            log.warning("the recipe %s is left out: %s", entry.path.name, error)
            continue
        found.append(Recipe(entry.name, loaded.kind, loaded.text, summary(json.loads(loaded.text)), suffixes))
    return found


def tiles(recipes: list[Recipe]) -> list[Recipe]:
    """The three recipes of the empty window."""
    chosen = [recipe for name in FAVOURITES for recipe in recipes if recipe.name == name]
    return (chosen + [recipe for recipe in recipes if recipe not in chosen])[:3]


def summary(recipe: dict[str, Any]) -> str:
    """What a recipe does, in one or two short sentences."""
    match recipe.get("kind"):
        case "image":
            return _image(recipe)
        case "table":
            return _table(recipe)
        case "mail":
            return tr("One message a row. Nothing is sent before you confirm.")
    return ""


def _done(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The steps or outputs that are not turned off."""
    return [part for part in parts if part.get("off") is not True]


def _image(recipe: dict[str, Any]) -> str:
    steps = _done(recipe.get("steps", []))
    words = [text for step in steps if (text := picture_step(step))]
    outputs = _done(recipe.get("outputs", [])) or [{}]
    first = outputs[0]
    form = format_words(first)
    words.extend([form] if form else [text for step in _done(first.get("steps", [])) if (text := picture_step(step))])
    if "target_kb" in first:
        words.append(tr("at most {n} kB").format(n=number(first["target_kb"])))
    if len(outputs) > 1:
        thumb = any("thumb" in str(output.get("name", "")) for output in outputs[1:])
        words.append(tr("plus a thumbnail") if thumb else tr("plus {n} more").format(n=number(len(outputs) - 1)))
    sentence = ", ".join(words) or tr("Same format and size")
    if any(step.get("do") in ("contact-sheet", "join") for step in steps):
        return f"{sentence[:1].upper()}{sentence[1:]}."
    keeps = {
        "all": tr("All metadata kept."),
        "none": tr("No metadata."),
        "copyright": tr("Only the copyright is kept."),
    }
    tail = keeps.get(str(first.get("metadata", "all-but-location")), tr("Location removed."))
    return f"{sentence[:1].upper()}{sentence[1:]}. {tail}"


def format_words(output: dict[str, Any]) -> str:
    """The format and quality of an output: "JPEG 82"; "" = as the input."""
    form = str(output.get("format", "same"))
    if form == "same":
        return ""
    names = {"webp": "WebP"}
    quality = tr(" without loss") if output.get("lossless") else f" {output['quality']}" if "quality" in output else ""
    return f"{names.get(form, form.upper())}{quality}"


def picture_step(step: dict[str, Any]) -> str:
    """What one step does to a picture, in a few words; "" for what needs none."""
    match step.get("do"):
        case "resize":
            return _resize(step)
        case "crop" | "pad" as do:
            word = tr("cropped") if do == "crop" else tr("padded")
            return f"{word} {step['ratio']}" if "ratio" in step else word
        case "rotate":
            return tr("turned by {n}°").format(n=step.get("degrees"))
        case "contact-sheet":
            return tr("all pictures on one sheet, {n} in a row").format(n=step.get("columns", 5))
        case "join":
            return tr("all pictures in one {form}").format(form=str(step.get("format")).upper())
        case other:
            words = {
                "flip": tr("mirrored"), "adjust": tr("light and colour adjusted"), "border": tr("border"),
                "watermark": tr("watermark"), "metadata-only": tr("pixels as they are"),
            }  # fmt: skip
            return words.get(str(other), "")


def _resize(step: dict[str, Any]) -> str:
    size, width, height = step.get("size"), step.get("width"), step.get("height")
    match step.get("mode"):
        case "long-edge":
            return tr("Long edge {n} px").format(n=size)
        case "short-edge":
            return tr("Short edge {n} px").format(n=size)
        case "percent":
            return tr("{n} % of the size").format(n=size)
        case "megapixels":
            return tr("{n} megapixels").format(n=size)
        case _:
            return tr("{w} × {h} px").format(w=width, h=height)


def _table(recipe: dict[str, Any]) -> str:
    known = {
        "trim": tr("trims spaces"), "dedupe": tr("removes duplicate rows"), "sort": tr("sorts"),
        "filter": tr("keeps chosen rows"), "select": tr("keeps chosen columns"), "drop": tr("drops columns"),
        "rename": tr("renames columns"), "compute": tr("adds computed columns"), "replace": tr("replaces text"),
        "case": tr("changes upper and lower case"), "fill": tr("fills empty cells"), "date": tr("rewrites dates"),
        "number": tr("rewrites numbers"), "hash": tr("hides values behind hashes"), "map": tr("replaces values"),
        "validate": tr("checks every row"), "split": tr("makes several files"), "concat": tr("makes one file of all"),
        "join": tr("joins another table"), "group": tr("groups rows"), "pivot": tr("turns values into columns"),
        "unpivot": tr("turns columns into rows"), "sample": tr("keeps some of the rows"), "repair": tr("repairs rows"),
        "guard": tr("makes formulas harmless"), "profile": tr("reports what is in it"),
    }  # fmt: skip
    words = list(dict.fromkeys(known[s["do"]] for s in _done(recipe.get("steps", [])) if s.get("do") in known))
    sentence = ", ".join(words[:3]) or tr("reads and writes again")
    return f"{sentence[:1].upper()}{sentence[1:]}. {tr('Every row accounted for.')}"
