"""One picture through its recipe: decode once, steps, then each output encoded and written whole.

Owns: the order of the work. Must not know: how any of it is done.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from app.core.failures import Warn
from app.jobs.base import JobContext, Result, Source
from app.jobs.image import decode, encode
from app.jobs.image.exif import date_taken
from app.jobs.image.fast.memory import keep_freed
from app.jobs.image.formats import written
from app.jobs.image.geometry import largest
from app.jobs.image.metadata import Metadata
from app.jobs.image.picture import Origin, Picture
from app.jobs.image.plan import parse_name
from app.jobs.image.probe import Opened, check_made, opened
from app.jobs.image.produce import Made, make, of_frame, only_metadata, step
from app.jobs.image.reach import need
from app.jobs.image.recipe import ImageRecipe, Output
from app.jobs.image.steps.base import Touches
from app.jobs.output import check_planned, warn_renamed
from app.jobs.place import tokens


def run(context: JobContext) -> Result:
    """Do one job; see `JobKind.run`. Raises JobError."""
    keep_freed()
    recipe: ImageRecipe = context.recipe
    wanted = list(context.outputs)
    total = 2 * len(wanted) + 1

    def told(done: int, phase: str) -> None:
        context.progress(done, total, phase)

    with opened(context.source, context.options, recipe.upright) as source:
        check_planned(wanted, context.source.path)
        made = produce(source, recipe, wanted, told)
    # Written when all are made and the input is closed: a failure leaves no half set, and Windows cannot replace a file
    # that is open.
    paths: list[str] = []
    for name, one in zip(wanted, made, strict=True):
        told(1 + len(made) + len(paths), "writing")
        with context.output(name) as file:
            file.file.write(one.data)
        warn_renamed(context, name, file.path)
        paths.append(file.path)
    told(total, "writing")
    warn_once(context, (note for one in made for note in one.notes))
    return Result(outputs=tuple(paths), bytes_out=sum(len(one.data) for one in made))


def warn_once(context: JobContext, notes: Iterable[Warn]) -> None:
    """Each warning once, however many outputs it holds for."""
    for note in dict.fromkeys(notes):
        context.warn(note.code, note.message)


def produce(source: Opened, recipe: ImageRecipe, wanted: Sequence[str], told: Callable[[int, str], None]) -> list[Made]:
    """The outputs called `wanted`, in memory. `told(done, phase)` hears of progress."""
    told(0, "reading")
    picked = [(recipe.outputs[index], frame) for index, frame in map(parse_name, wanted)]
    if recipe.metadata_only:
        return [only_metadata(source, output) for output, _ in picked]
    picture, metadata = load(source, recipe, [output for output, _ in picked])
    told(1, "resizing")
    picture = step(picture, recipe.common, recipe.outputs)
    made: list[Made] = []
    for output, frame in picked:
        told(1 + len(made), "encoding")
        part = picture if frame is None else of_frame(picture, frame)
        made.append(make(source, part, metadata, output))
    return made


def load(source: Opened, recipe: ImageRecipe, outputs: Sequence[Output]) -> tuple[Picture, Metadata]:
    """Decode as much as the outputs need: the size they scale to, all frames where one can hold them, and 16-bit grey
    where one keeps it."""
    needs = [need((*recipe.common, *output.steps), source.size) for output in outputs]
    animated = not source.format.pages
    formats = [written(output.format, source.format) for output in outputs]
    every = any(encode.wants_all(o, format_, animated) for o, format_ in zip(outputs, formats, strict=True))
    deep = any(
        format_.deep and all(each.touches is not Touches.COLORS for each in (*recipe.common, *output.steps))
        for output, format_ in zip(outputs, formats, strict=True)
    )
    made = [largest((*recipe.common, *output.steps), source.size) for output in outputs]
    check_made(source, max(made, key=lambda size: size[0] * size[1]), source.frames if every else 1)
    picture, metadata = decode.load(source, needs, recipe.speed, every, deep)
    return replace(picture, origin=_origin(source.source, recipe, metadata)), metadata


def _origin(source: Source, recipe: ImageRecipe, metadata: Metadata) -> Origin:
    """What steps that write text may know of the input."""
    date = date_taken(metadata.exif) or datetime.fromtimestamp(source.mtime_ns / 1e9)
    values = tokens(source, recipe.name, "") | {"date": date}
    return Origin(os.path.basename(source.path), os.path.dirname(source.path), values)
