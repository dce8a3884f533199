"""Before and after of one picture, small enough to show, soon enough to be shown while a recipe is being changed.

Owns: the description of a preview. Must not know: windows. Where that does not take long, "after" is the real output,
decoded again: what is seen is what the encoder makes. Otherwise the steps are done to a picture of the window's size,
and its size in bytes is an estimate, which is said.
"""

import base64
import io
import os
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image, ImageOps

from app.core.failures import Warn
from app.jobs.base import Json, PlanRequest, Preview, Source
from app.jobs.image import estimate
from app.jobs.image.depth import DEEP, shallow, to_grey
from app.jobs.image.encode import fit
from app.jobs.image.fast.memory import keep_freed
from app.jobs.image.formats import FORMATS, PDF, Format, written
from app.jobs.image.geometry import after, side
from app.jobs.image.metadata import Metadata
from app.jobs.image.picture import Picture, Size, swapped
from app.jobs.image.plan import parse_name, plan
from app.jobs.image.probe import Opened, open_as, opened
from app.jobs.image.produce import Made, make, of_frame, only_metadata, step
from app.jobs.image.recipe import ImageRecipe, Output
from app.jobs.image.resample import resize
from app.jobs.image.run import load
from app.jobs.output import reading

MAX_SIDE = 1280  # pixels of what is shown: half of a large screen
MOST_WORK = 2_500_000  # pixels that steps are done to for a view
REAL_MS = 90  # of work (roughly, `estimate.cost`) up to which outputs are made for real
_PLAIN = ImageRecipe(kind="image")
_SHOWN = Output(format="png", frames="first", metadata="none")


def preview(source: Source, recipe: ImageRecipe, request: PlanRequest) -> Preview:
    """`{"before": {…}, "outputs": [{…}]}`, each with `type`, `data` (base64), `width`, `height` (of the real picture,
    not of the shown one), `bytes`; outputs also with `format`, `path`, `name`, `warnings` and `estimated`: whether
    `bytes` is an estimate. Of a picture that is split, the first frame; of a file of many, the part of this picture.
    With `options["written"]` (paths) of a job that is done, the outputs are these files. Raises JobError."""
    keep_freed()
    (planned,) = plan([source], recipe, request)
    places = [place for place in planned.jobs[0].outputs if not parse_name(place.name)[1]]
    with opened(source, request.options, recipe.upright) as file:
        picture, metadata = load(file, recipe, recipe.outputs)
        shown = _first_frame(picture, file.name)
        before = shown | {
            "width": file.size[0], "height": file.size[1], "bytes": source.size, "format": file.format.name
        }  # fmt: skip
        if written_files := request.options.get("written"):
            return Preview({"before": before, "outputs": [_of_file(path, request) for path in written_files]})
        if recipe.metadata_only:
            made = [(shown, only_metadata(file, output)) for output in recipe.outputs]
            parts = [view | _about(one.format, one.size, len(one.data), one.notes) for view, one in made]
        elif _is_quick(file, picture, recipe):
            parts = _real(file, picture, metadata, recipe)
        else:
            parts = [_estimated(file, picture, recipe, output) for output in _outputs(recipe)]
    named = [{"path": place.path, "name": os.path.basename(place.path)} for place in places]
    return Preview({"before": before, "outputs": [part | name for part, name in zip(parts, named, strict=True)]})


def _first_frame(picture: Picture, name: str) -> Json:
    return _show(fit(_small(picture, MAX_SIDE), _SHOWN, FORMATS["png"], name).first)


def _of_file(path: str, request: PlanRequest) -> Json:
    """An output that was written, as it is on the drive."""
    with reading(path):
        status = os.stat(path)
    source = Source(path, os.path.dirname(path), status.st_size, status.st_mtime_ns, 1)
    with opened(source, request.options) as file:
        picture, _metadata = load(file, _PLAIN, _PLAIN.outputs)
        about = _about(file.format, file.size, status.st_size, ())
        return _first_frame(picture, file.name) | about | {"path": path, "name": file.name}


def _outputs(recipe: ImageRecipe) -> tuple[Output, ...]:
    """The outputs, with the format that "same" means for a file of many."""
    if recipe.whole is None or recipe.outputs[0].format != "same":
        return recipe.outputs
    return (recipe.outputs[0].model_copy(update={"format": recipe.whole.format}),)


def _is_quick(file: Opened, picture: Picture, recipe: ImageRecipe) -> bool:
    """Whether all outputs can be made while a person waits."""
    area = picture.first.width * picture.first.height
    total = 0.0
    for index, output in enumerate(_outputs(recipe)):
        todo = output.steps if index else (*recipe.common, *output.steps)  # the common steps are done once
        made = after((*recipe.common, *output.steps), file.size)
        total += estimate.cost(area, todo, output, written(output.format, file.format), made)
    return total * len(picture.frames) <= REAL_MS


def _real(file: Opened, picture: Picture, metadata: Metadata, recipe: ImageRecipe) -> list[Json]:
    picture = step(picture, recipe.common, recipe.outputs)
    parts: list[Json] = []
    for output in _outputs(recipe):
        part = of_frame(picture, 0) if output.frames == "split" and picture.total > 1 else picture
        made = make(file, part, metadata, output)
        parts.append(_look(made, part, output) | _about(made.format, made.size, len(made.data), made.notes))
    return parts


def _look(made: Made, picture: Picture, output: Output) -> Json:
    if made.format is PDF:  # which nothing here can read: its page is this picture
        return _show(fit(step(picture, output.steps, [output]), _SHOWN, PDF, picture.origin.name).first)
    with open_as(io.BytesIO(made.data), made.format) as image:
        if made.size[0] > MAX_SIDE and made.size[1] > MAX_SIDE:
            image.draft(None, (MAX_SIDE, MAX_SIDE))
        return _show(ImageOps.exif_transpose(image))


def _estimated(file: Opened, picture: Picture, recipe: ImageRecipe, output: Output) -> Json:
    """The steps done to a smaller picture, as they would look there: so small that the result fills the view, where
    much of it is cut off, and not so large that it takes long."""
    format_ = written(output.format, file.format)
    todo = (*recipe.common, *output.steps)
    cropped = MAX_SIDE / max(after(todo, file.size)) * max(file.size)
    small = _small(picture, max(MAX_SIDE, round(min(cropped, (MOST_WORK * max(file.size) / min(file.size)) ** 0.5))))
    factor = small.first.width / file.size[0]
    view = fit(step(small, [each.at_scale(factor) for each in todo], [output]), output, format_, file.name)
    size = estimate.weigh(replace(picture, frames=picture.frames[:1]), file.size, todo, output, format_)
    if not todo and format_ is file.format and not picture.touched and output.bigger == "keep-original":
        size = min(size, file.source.size)
    return _show(view.first) | _about(format_, after(todo, file.size), size, view.notes, estimated=True)


def _about(format_: Format, size: Size, length: int, notes: Sequence[Warn], estimated: bool = False) -> Json:
    return {
        "width": size[0],
        "height": size[1],
        "bytes": length,
        "estimated": estimated,
        "format": format_.name,
        "warnings": [{"code": note.code, "message": note.message} for note in dict.fromkeys(notes)],
    }


def _small(picture: Picture, longest: int) -> Picture:
    """The first frame of `picture`, upright, with sides of at most `longest` pixels."""
    picture = replace(picture, frames=picture.frames[:1], durations=(), total=1)
    factor = min(1.0, longest / max(picture.size))
    size = (side(picture.size[0] * factor), side(picture.size[1] * factor))
    stored = swapped(size, picture.turn)
    return shallow(replace(picture.each(lambda frame: resize(frame, stored, picture.box)), box=None).upright())


def _show(image: Image.Image) -> Json:
    """At most MAX_SIDE a side; PNG where something is transparent, else a fine JPEG."""
    transparent = image.has_transparency_data
    image = to_grey(image) if image.mode == DEEP else image
    image = image.convert("RGBA" if transparent else "RGB")
    factor = min(1.0, MAX_SIDE / max(image.size))
    image = resize(image, (side(image.width * factor), side(image.height * factor)))
    buffer = io.BytesIO()
    if transparent:
        image.save(buffer, "PNG", compress_level=1)
    else:
        image.save(buffer, "JPEG", quality=92)
    kind = "image/png" if transparent else "image/jpeg"
    return {"type": kind, "data": base64.b64encode(buffer.getvalue()).decode("ascii")}
