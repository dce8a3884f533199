"""What a picture will become: names and places of its outputs, before anything is decoded.

Owns: planned paths. Must not know: pixels. Only the first bytes of a file are looked at, and only where a format of
"same" depends on them; its header only where a name asks for the size or the date.
"""

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from app.core.failures import Warn
from app.jobs import names
from app.jobs.base import JobError, Plan, PlannedJob, PlannedOutput, PlanRequest, Source
from app.jobs.image.formats import SVG_HEAD, AddOn, Format, sniff, written
from app.jobs.image.geometry import after
from app.jobs.image.recipe import ImageRecipe, Output
from app.jobs.place import planned, tokens

_ASKS_HEADER = frozenset({"w", "h", "date"})


def plan(sources: Sequence[Source], recipe: ImageRecipe, request: PlanRequest) -> Iterable[Plan]:
    """One job an input, with one output for each of the recipe. An input that cannot be read is planned too, under its
    best-guess name: running it fails with the right words."""
    for source in sources:
        yield Plan((_job(source, recipe, request),))


def peek(path: str, length: int = SVG_HEAD) -> Format | AddOn | None:
    """What the file's content says it is; None also when it cannot be opened."""
    try:
        with open(path, "rb") as file:
            head = file.read(length)
    except OSError:
        return None
    return sniff(head, os.path.splitext(path)[1].lower())


def _job(source: Source, recipe: ImageRecipe, request: PlanRequest) -> PlannedJob:
    found = peek(source.path) if any(output.format == "same" for output in recipe.outputs) else None
    asked = frozenset[str]().union(*(names.used(output.name) for output in recipe.outputs)) & _ASKS_HEADER
    facts = _facts(source, recipe, request, asked) if asked else {}
    outputs: list[PlannedOutput] = []
    warnings: list[Warn] = []
    for index, output in enumerate(recipe.outputs):
        values = tokens(source, recipe.name, str(index)) | facts
        if "size" in facts:
            values |= dict(zip("wh", after(recipe.steps + output.steps, facts["size"]), strict=True))
        suffix = _suffix(source, output, found)
        made, notes = planned(source, recipe.place, request.out, output.name, suffix, values, str(index))
        outputs.append(made)
        warnings.extend(notes)
    return PlannedJob(source, tuple(outputs), weight=source.size, key=source.path, warnings=tuple(warnings))


def _suffix(source: Source, output: Output, found: Format | AddOn | None) -> str:
    """The input's own suffix where it says what the output is (".JPEG" stays), else the format's."""
    own = os.path.splitext(source.path)[1]
    if output.format == "same" and not isinstance(found, Format):
        return own
    format_ = written(output.format, found if isinstance(found, Format) else None)
    return own if output.format == "same" and own.lower() in format_.suffixes else format_.suffix


def _facts(source: Source, recipe: ImageRecipe, request: PlanRequest, asked: frozenset[str]) -> dict[str, Any]:
    """The upright size and the date taken (else modified), as far as names ask for them."""
    from app.jobs.image.exif import date_taken
    from app.jobs.image.probe import opened

    modified = datetime.fromtimestamp(source.mtime_ns / 1e9)
    try:
        with opened(source, request.options, recipe.upright) as picture:
            date = date_taken(picture.metadata.exif) if "date" in asked else None
            return {"size": picture.size, "date": date or modified}
    except JobError:
        return {"w": 0, "h": 0, "date": modified}
