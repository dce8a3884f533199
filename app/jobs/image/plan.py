"""What a picture will become: names and places of its outputs, before anything is decoded.

Owns: planned paths, the names of outputs that are one of several frames. Must not know: pixels. Only the first bytes of
a file are looked at; its header is read by Pillow only where a name asks for the size or the date, or where each frame
of an animation becomes a file.
"""

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import IO, Any

from app.core.failures import Warn
from app.jobs import names
from app.jobs.base import JobError, Plan, PlannedJob, PlannedOutput, PlanRequest, Source
from app.jobs.image.formats import FORMATS, SVG_HEAD, AddOn, Format, sniff, written
from app.jobs.image.geometry import after
from app.jobs.image.recipe import ImageRecipe, Output
from app.jobs.image.reckon import memory, memory_of_whole
from app.jobs.image.steps.watermark import Watermark
from app.jobs.place import SOURCE_FOLDER, planned, tokens

_ASKS_HEADER = frozenset({"w", "h", "date"})


def plan(sources: Sequence[Source], recipe: ImageRecipe, request: PlanRequest) -> Iterable[Plan]:
    """One job an input, with its outputs; one job of all inputs where the recipe makes them one. An input that cannot
    be read is planned too, under its best-guess name: running it fails with the right words. Raises JobError for a
    recipe that cannot work with any input."""
    _check_marks(recipe)
    if recipe.whole is not None:
        yield Plan((_whole(sources, recipe, request),))
        return
    for source in sources:
        yield Plan((_job(source, recipe, request),))


def peek(path: str, length: int = SVG_HEAD) -> Format | AddOn | None:
    """What the file's content says it is; None also when it cannot be opened."""
    try:
        with open(path, "rb") as file:
            return _sniffed(file, path, length)
    except OSError:
        return None


def parse_name(name: str) -> tuple[int, int | None]:
    """Which output of the recipe `name` of a planned output means, and which frame or page of the picture it is (from
    0; None = the picture as a whole): "1" and "1.3"."""
    index, _, frame = name.partition(".")
    return int(index), int(frame) - 1 if frame else None


def _sniffed(file: IO[bytes], path: str, length: int = SVG_HEAD) -> Format | AddOn | None:
    return sniff(file.read(length), os.path.splitext(path)[1].lower())


def _check_marks(recipe: ImageRecipe) -> None:
    """Raise JobError when the image of a watermark is not there: no job could be done."""
    every = (*recipe.common, *(step for output in recipe.outputs for step in output.steps))
    for step in every:
        if isinstance(step, Watermark) and step.image is not None:
            path = os.path.expanduser(step.image)
            if os.path.isabs(path) and SOURCE_FOLDER not in path:
                from app.jobs.image.mark import check

                check(path)


def _job(source: Source, recipe: ImageRecipe, request: PlanRequest) -> PlannedJob:
    found, needed = _look(source, recipe)
    asked = frozenset[str]().union(*(names.used(output.name) for output in recipe.outputs)) & _ASKS_HEADER
    splits = any(output.frames == "split" for output in recipe.outputs) and _may_have_frames(found)
    facts = _facts(source, recipe, request, asked) if asked or splits else {}
    outputs: list[PlannedOutput] = []
    warnings: list[Warn] = []
    for index, output in enumerate(recipe.outputs):
        values = tokens(source, recipe.name, str(index)) | facts
        if "size" in facts:
            values |= dict(zip("wh", after((*recipe.common, *output.steps), facts["size"]), strict=True))
        suffix = os.path.splitext(source.path)[1] if recipe.metadata_only else _suffix(source, output, found)
        for name, template in _parts(index, output, facts.get("frames", 1)):
            made, notes = planned(source, recipe.place, request.out, template, suffix, values, name)
            outputs.append(made)
            warnings.extend(notes)
    return PlannedJob(
        source, tuple(outputs), weight=source.size, key=source.path, warnings=tuple(warnings), memory=needed
    )


def _look(source: Source, recipe: ImageRecipe) -> tuple[Format | AddOn | None, int]:
    """What the input's content says it is, and the memory (bytes) that its job is going to need."""
    try:
        with open(source.path, "rb") as file:
            found = _sniffed(file, source.path)
            return found, memory(file, found, source.size, recipe) if isinstance(found, Format) else 0
    except OSError:
        return None, 0


def _may_have_frames(found: Format | AddOn | None) -> bool:
    return isinstance(found, Format) and (found.animation or found.pages)


def _parts(index: int, output: Output, frames: int) -> list[tuple[str, str]]:
    """Names (ids) and name templates of the files that `output` becomes: one, or one a frame, numbered."""
    if output.frames != "split" or frames == 1:
        return [(str(index), output.name)]
    digits = len(str(frames))
    return [(f"{index}.{number}", f"{output.name}-{number:0{digits}}") for number in range(1, frames + 1)]


def _whole(sources: Sequence[Source], recipe: ImageRecipe, request: PlanRequest) -> PlannedJob:
    """One job of all inputs, named after the first of them."""
    first, (output,), step = sources[0], recipe.outputs, recipe.whole
    assert step is not None
    format_ = FORMATS[step.format if output.format == "same" else output.format]
    asked = names.used(output.name) & _ASKS_HEADER
    facts = _facts(first, recipe, request, asked) if asked else {}
    values = tokens(first, recipe.name, "0") | dict(zip("wh", facts.get("size", (0, 0)), strict=True)) | facts
    made, warnings = planned(first, recipe.place, request.out, output.name, format_.suffix, values, "0")
    title = f"{len(sources)} pictures" if len(sources) > 1 else ""
    return PlannedJob(
        first, (made,), {"inputs": [[s.path, s.root, s.size, s.mtime_ns, s.number] for s in sources]},
        weight=sum(source.size for source in sources), key=first.path, title=title, warnings=warnings,
        memory=memory_of_whole(recipe, len(sources), max(_look(source, recipe)[1] for source in sources)),
    )  # fmt: skip


def _suffix(source: Source, output: Output, found: Format | AddOn | None) -> str:
    """The input's own suffix where it says what the output is (".JPEG" stays), else the format's."""
    own = os.path.splitext(source.path)[1]
    if output.format == "same" and found is None:
        return own
    format_ = written(output.format, found if isinstance(found, Format) else None)
    return own if output.format == "same" and own.lower() in format_.suffixes else format_.suffix


def _facts(source: Source, recipe: ImageRecipe, request: PlanRequest, asked: frozenset[str]) -> dict[str, Any]:
    """The upright size, the number of frames, and the date taken (else modified) where names ask for it."""
    from app.jobs.image.exif import date_taken
    from app.jobs.image.probe import opened

    modified = datetime.fromtimestamp(source.mtime_ns / 1e9)
    try:
        with opened(source, request.options, recipe.upright) as picture:
            date = date_taken(picture.metadata.exif) if "date" in asked else None
            stand_in = bool(getattr(picture.image, "default_image", False))  # of an APNG: no part of the animation
            frames = max(1, picture.frames - stand_in)
            return {"size": picture.size, "frames": frames, "date": date or modified}
    except JobError:
        return {"w": 0, "h": 0, "date": modified}
