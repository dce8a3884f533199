"""How much memory a job is going to need, reckoned from its header before anything is decoded.

Owns: that sum. Must not know: pixels, paths, how much there is. It errs to the high side: the engine starts no more
jobs at once than fit.
"""

from typing import IO

from app.jobs.image import header
from app.jobs.image.formats import Format, written
from app.jobs.image.geometry import Size, after
from app.jobs.image.header import Header
from app.jobs.image.reach import need, reach
from app.jobs.image.recipe import ImageRecipe, Output
from app.jobs.image.steps.adjust import Adjust
from app.jobs.image.steps.base import StepModel, Touches
from app.jobs.image.steps.rotate import Rotate
from app.jobs.image.whole import ContactSheet

BYTES_A_PIXEL = 4 * 2.2  # RGBA, and the copy that a step makes of it
# What takes more, for the one frame that it works on (measured at 12 megapixels).
_ENCODER_BYTES = {"avif": 30.0, "tiff": 17.0, "webp": 13.0}
_STEP_BYTES: dict[type[StepModel], float] = {Rotate: 26.0, Adjust: 22.0}
LITTLE = 32_000_000  # bytes: less than this is not worth counting


def memory(file: IO[bytes], format_: Format, length: int, recipe: ImageRecipe) -> int:
    """Bytes that the picture in `file` needs at most when `recipe` is done to it; 0 = little, or it cannot be told.

    The pixels that are decoded (a JPEG may be decoded at a fraction) or made by a step, whichever is more, for each
    frame that is kept; what the hungriest step or encoder takes for one frame; and the file itself.
    """
    found = header.read(file, format_.name, length)
    if found is None:
        return 0
    return of_header(found, format_, length, recipe)


def of_header(found: Header, format_: Format, length: int, recipe: ImageRecipe) -> int:
    """The same for a header that was read."""
    frames = found.frames if any(_keeps_frames(output, format_) for output in recipe.outputs) else 1
    decoded = found.size
    if frames == 1:
        needs = [need((*recipe.common, *output.steps), found.size) for output in recipe.outputs]
        scale = reach(needs, found.size, recipe.speed, format_.name == "jpeg").scale
        decoded = (-(-found.size[0] // scale), -(-found.size[1] // scale))
    made = [after(recipe.common, found.size)]
    made += [after(output.steps, made[0]) for output in recipe.outputs]
    pixels = max(_area(size) for size in (decoded, *made))
    total = round(pixels * (frames * BYTES_A_PIXEL + _beyond(format_, recipe))) + length
    return total if total > LITTLE else 0


def _beyond(source: Format, recipe: ImageRecipe) -> float:
    """Bytes a pixel that the hungriest step or encoder takes beyond the usual."""
    todo = [*recipe.common, *(step for output in recipe.outputs for step in output.steps)]
    rates = [_STEP_BYTES.get(type(step), 0.0) for step in todo if step.touches is Touches.COLORS]
    rates += [_ENCODER_BYTES.get(written(output.format, source).name, 0.0) for output in recipe.outputs]
    return max(BYTES_A_PIXEL, *rates) - BYTES_A_PIXEL


def memory_of_whole(recipe: ImageRecipe, count: int, largest: int) -> int:
    """Bytes that one job of `count` inputs needs, the largest of which needs `largest`: they are worked off one by one,
    and a sheet is held as a whole."""
    sheet = _area(recipe.whole.size(count)) if isinstance(recipe.whole, ContactSheet) else 0
    return largest + round(sheet * BYTES_A_PIXEL)


def _keeps_frames(output: Output, source: Format) -> bool:
    if output.frames == "split":
        return True
    target = written(output.format, source)
    return output.frames == "all" and (target.pages if source.pages else target.animation)


def _area(size: Size) -> int:
    return size[0] * size[1]
