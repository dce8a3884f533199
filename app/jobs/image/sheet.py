"""All inputs of a batch, small, on one sheet.

Owns: where each picture lies. Must not know: how pictures are read, scaled or encoded.
"""

from PIL import Image

from app.jobs import names
from app.jobs.base import JobContext, JobError
from app.jobs.image import encode, lettering
from app.jobs.image.color import manage, srgb
from app.jobs.image.depth import shallow
from app.jobs.image.formats import FORMATS
from app.jobs.image.metadata import Metadata
from app.jobs.image.picture import Origin, Picture, Size
from app.jobs.image.probe import MAX_PIXELS
from app.jobs.image.produce import file_of
from app.jobs.image.recipe import Output
from app.jobs.image.steps.base import rgba
from app.jobs.image.together import OUTPUT, Inputs
from app.jobs.image.whole import ContactSheet
from app.jobs.output import warn_renamed

_NAME = "The contact sheet"  # in sentences


def sheet(context: JobContext, step: ContactSheet, output: Output, inputs: Inputs) -> tuple[str, int]:
    """The path and the size (bytes) of the sheet. Each picture lies in the middle of its cell. Raises JobError."""
    format_ = FORMATS[step.format if output.format == "same" else output.format]
    size = step.size(len(inputs.sources))
    encode.check_side(max(size), format_, _NAME)
    _check_pixels(size, int(context.options.get("max_pixels") or MAX_PIXELS))
    canvas = Image.new("RGBA", size, rgba(step.background))
    used = 0
    for each in inputs:
        picture = manage(shallow(each.picture.upright()), "srgb", keeps_cmyk=False)
        for note in picture.notes:
            if note.code != "NOT_ENLARGED":  # on a sheet, small pictures are small
                inputs.warn(note.code, picture.origin.name, note.message)
        small = picture.first.convert("RGBA")
        left, top = step.corner(used)
        at = left + (step.cell - small.width) // 2, top + (step.cell - small.height) // 2
        canvas.alpha_composite(small, at)
        if step.label:
            _label(canvas, step, (left, top + step.cell), names.fill(step.label, _values(picture, each.full)))
        used += 1
    if used < len(inputs.sources):  # what was left out leaves no hole
        canvas = canvas.crop((0, 0, *step.size(used)))
    opaque = canvas.getchannel("A").getextrema() == (255, 255)
    canvas = canvas.convert("RGB") if opaque else canvas
    full = Picture((canvas,), canvas.size, icc=srgb(), touched=True, origin=Origin(_NAME))
    made = file_of(encode.fit(full, output, format_, _NAME), output, format_, Metadata(), upright=True)
    with context.output(OUTPUT) as file:
        file.file.write(made.data)
    for note in made.notes:
        context.warn(note.code, note.message)
    warn_renamed(context, OUTPUT, file.path)
    return file.path, len(made.data)


def _values(picture: Picture, full: Size) -> dict[str, object]:
    return {**picture.origin.tokens, "w": full[0], "h": full[1]}


def _label(canvas: Image.Image, step: ContactSheet, at: tuple[int, int], text: str) -> None:
    """`text` in the middle below a cell whose lower left corner is `at`, in black or white, whichever is seen."""
    red, green, blue, _ = rgba(step.background)
    dark = 299 * red + 587 * green + 114 * blue < 128_000
    written = lettering.line(text, step.letters, "#ffffff" if dark else "#000000", step.cell)
    left = at[0] + (step.cell - written.width) // 2
    canvas.alpha_composite(written, (left, at[1] + step.letters // 2))


def _check_pixels(size: tuple[int, int], limit: int) -> None:
    """Raise JobError before all pictures are read for nothing."""
    pixels = size[0] * size[1]
    if pixels > limit:
        raise JobError(
            "TOO_LARGE",
            f"The contact sheet would have {pixels / 1e6:,.0f} megapixels ({size[0]} × {size[1]}); the limit in "
            f"Settings is {limit / 1e6:,.0f}. Use smaller cells or fewer pictures.",
        )
