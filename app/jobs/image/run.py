"""One picture through its recipe: decode once, steps, then each output encoded and written whole.

Owns: the order of the work and the rule that keeps an original. Must not know: how any of it is done.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image

from app.core.failures import Warn
from app.jobs.base import JobContext, JobError, Result
from app.jobs.image import decode, encode, jpeg, steps
from app.jobs.image.bare import is_bare
from app.jobs.image.formats import Format, written
from app.jobs.image.geometry import first_scaled
from app.jobs.image.metadata import Metadata, select
from app.jobs.image.picture import Picture, Size
from app.jobs.image.probe import DECODER_ERRORS, Opened, opened
from app.jobs.image.recipe import ImageRecipe, Output, Step
from app.jobs.output import check_planned, reading, warn_renamed

# Pillow gives every picture's memory back to the system; keeping eight blocks saves 18 % of the time in page faults.
Image.core.set_blocks_max(8)  # type: ignore[attr-defined] # its only name


@dataclass(frozen=True, slots=True)
class Made:
    """One output in memory. `size`: of its first frame, in pixels."""

    data: bytes
    format: Format
    size: Size
    notes: tuple[Warn, ...]


def run(context: JobContext) -> Result:
    """Do one job; see `JobKind.run`. Raises JobError."""
    recipe: ImageRecipe = context.recipe
    wanted = [(name, recipe.outputs[int(name)]) for name in context.outputs]
    total = 2 * len(wanted) + 1
    made: list[Made] = []
    with opened(context.source, context.options, recipe.upright) as source:
        check_planned(wanted, context.source.path)
        context.progress(0, total, "reading")
        picture, metadata = load(source, recipe, [output for _, output in wanted])
        context.progress(1, total, "resizing")
        picture = step(picture, recipe.steps, source.name)
        for _, output in wanted:
            context.progress(1 + len(made), total, "encoding")
            made.append(make(source, picture, metadata, output))
    # Written when all are made and the input is closed: a failure leaves no half set, and Windows cannot replace a file
    # that is open.
    paths: list[str] = []
    for (name, _), one in zip(wanted, made, strict=True):
        context.progress(1 + len(made) + len(paths), total, "writing")
        with context.output(name) as file:
            file.file.write(one.data)
        warn_renamed(context, name, file.path)
        paths.append(file.path)
    context.progress(total, total, "writing")
    # Each warning once, however many outputs it holds for.
    for note in dict.fromkeys(note for one in made for note in one.notes):
        context.warn(note.code, note.message)
    return Result(outputs=tuple(paths), bytes_out=sum(len(one.data) for one in made))


def load(source: Opened, recipe: ImageRecipe, outputs: Iterable[Output]) -> tuple[Picture, Metadata]:
    """Decode as much as the outputs need: the size they scale to, and all frames where one can hold them."""
    targets = [first_scaled(recipe.steps + output.steps, source.size) for output in outputs]
    known = [target for target in targets if target is not None]
    target = None
    if known and len(known) == len(targets):
        target = (max(width for width, _ in known), max(height for _, height in known))
    animated = not source.format.pages
    every = any(encode.wants_all(o, written(o.format, source.format), animated) for o in outputs)
    return decode.load(source, target, recipe.speed, every)


def step(picture: Picture, todo: tuple[Step, ...], name: str) -> Picture:
    """`picture` after `todo`. What Pillow cannot do becomes a coded failure."""
    try:
        return steps.apply(picture, todo)
    except MemoryError as error:
        raise JobError("OUT_OF_MEMORY", f"There is not enough memory for {name}.") from error
    except DECODER_ERRORS as error:
        raise JobError("INTERNAL", f"A step cannot be done with {name}.", f"{type(error).__name__}: {error}") from error


def make(source: Opened, picture: Picture, metadata: Metadata, output: Output) -> Made:
    """The file of one output. `picture`: after the common steps. Raises JobError."""
    format_ = written(output.format, source.format)
    picture = step(picture, output.steps, source.name)
    picture = encode.fit(picture, output, format_, source.name)
    size = picture.first.size
    selected = select(metadata, output.metadata, source.upright, size)
    kept, lost = encode.shorten(selected.metadata, format_)
    notes = (*picture.notes, *selected.notes)
    if lost:
        notes = (*notes, Warn("META_TOO_LONG", f"The {lost} data is too long for {format_.label} and was left out."))
    data, refused = _encode(picture, output, format_, kept, source.name)
    if refused:
        notes = (
            *notes,
            Warn("META_UNREADABLE", f"{format_.label} cannot hold the metadata ({refused}); it was left out."),
        )
    original = _original(source, picture, output, format_, metadata, kept)
    if original is not None and len(original) <= len(data):
        text = f"{source.name} would not become smaller ({len(data)} bytes); its own data was kept."
        return Made(original, format_, size, (*notes, Warn("KEPT_ORIGINAL", text)))
    return Made(data, format_, size, notes)


def _encode(picture: Picture, output: Output, format_: Format, metadata: Metadata, name: str) -> tuple[bytes, str]:
    """The file, and why it holds no metadata ("" = it does): better a picture without than none."""
    refused = ""
    for attempt in (metadata, Metadata(dpi=metadata.dpi)):
        try:
            return encode.encode(picture, output, format_, attempt), refused
        except MemoryError as error:
            raise JobError("OUT_OF_MEMORY", f"There is not enough memory for {name}.") from error
        except DECODER_ERRORS as error:
            refused = f"{type(error).__name__}: {error}"
    raise JobError(
        "INTERNAL", f"{name} could not be written as {format_.label}. The original was not changed.", refused
    )


def _original(
    source: Opened, picture: Picture, output: Output, format_: Format, metadata: Metadata, kept: Metadata
) -> bytes | None:
    """The input's own bytes, where they could be the output: same format, same pixels, no metadata that has to go.

    In a JPEG the metadata around the same pixels is exchanged; what has to go from another format is written anew.
    """
    if output.bigger != "keep-original" or format_ is not source.format or picture.touched:
        return None
    with reading(source.source.path):
        source.file.seek(0)
        data = source.file.read()
    if output.metadata == "all":
        return data
    if format_.name == "jpeg":
        try:
            return jpeg.rewrite(data, kept)
        except jpeg.JpegProblem:
            return None
    return data if kept == metadata and is_bare(data, format_.name) else None
