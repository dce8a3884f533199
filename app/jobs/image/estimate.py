"""What an output would weigh, without making all of it: for previews that must not wait.

Owns: the costs of encoders, the sample of a picture that stands for the rest, and the sum. Must not know: windows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image

from app.jobs.image import encode, steps, target
from app.jobs.image.formats import Format
from app.jobs.image.geometry import Size, after
from app.jobs.image.metadata import Metadata
from app.jobs.image.picture import Picture, swapped
from app.jobs.image.recipe import Output
from app.jobs.image.resample import resize
from app.jobs.image.steps.adjust import Adjust
from app.jobs.image.steps.base import StepModel, Touches
from app.jobs.image.steps.border import Border
from app.jobs.image.steps.pad import Pad
from app.jobs.image.steps.rotate import Rotate

# Milliseconds that a megapixel takes, measured on 12-megapixel photos; only their order of size matters.
_ENCODE = {"jpeg": 10, "pdf": 10, "bmp": 4, "webp": 70, "avif": 80, "gif": 150, "tiff": 120, "png": 250}
_LOSSLESS_WEBP = 500
_PAINT, _MOVE = 30, 5  # of a step that works with colours (and the conversion before it), of one that moves pixels
_SEARCH = 7  # files of a target size
TILE = 128  # pixels a side: a multiple of every encoder's blocks
MOST_TILES, FEWEST_TILES = 36, 4
_SAMPLE_MS = 40

_ADDS_FLAT_PARTS = (Pad, Border, Rotate)


@dataclass(frozen=True, slots=True)
class Way:
    """What steps do to the sizes of a picture. `scale`: of a side; `pixels`: how many of the result come from it."""

    scale: float
    pixels: float
    size: Size


def cost(area: float, todo: Sequence[StepModel], output: Output, format_: Format, made: Size) -> float:
    """Milliseconds, roughly, that `todo` takes for `area` decoded pixels, and a file of `made` pixels after it."""
    each = [_PAINT if step.touches is Touches.COLORS else _MOVE for step in todo]
    search = 1 if output.target_kb is None else _SEARCH
    return (area * sum(each) + made[0] * made[1] * _per_megapixel(output, format_) * search) / 1e6


def way(todo: Sequence[StepModel], size: Size) -> Way:
    """Where `todo` leads a picture of `size`."""
    scale, share, now = 1.0, 1.0, size
    for step in todo:
        then = step.after(now)
        scaled = step.scaled(now)
        if scaled is not None:
            scale *= scaled[0] / now[0]
        if not isinstance(step, _ADDS_FLAT_PARTS):
            share *= then[0] * then[1] / (now[0] * now[1])
        now = then
    return Way(scale, size[0] * size[1] * share, after(todo, size))


def weigh(picture: Picture, full: Size, todo: Sequence[StepModel], output: Output, format_: Format) -> int:
    """About how many bytes the file has. `picture`: decoded, before `todo`; `full`: the size that it stands for.

    Tiles of the picture, at the size that they are going to have, go through the steps that change colours and through
    the encoder; the rest is taken to be like them, and flat parts to weigh nothing.
    """
    led = way(todo, full)
    stored = swapped(full, picture.turn)  # tiles weigh the same lying on their side, and turning takes long
    zoom = led.scale * stored[0] / picture.first.width
    count = _SAMPLE_MS * 1e6 / _per_megapixel(output, format_) / TILE**2
    tiles = _mosaic(picture, zoom, min(MOST_TILES, max(FEWEST_TILES, int(count))))
    sample = steps.apply(tiles, [step for step in todo if isinstance(step, Adjust)], output.color)
    sample = encode.fit(sample, output, format_, picture.origin.name)
    quality = output.quality or (target.HIGHEST if output.target_kb is not None else None)
    asked = output.model_copy(update={"quality": quality})
    data = len(encode.encode(sample, asked, format_, Metadata()))
    nothing = replace(sample, frames=(sample.first.crop((0, 0, 8, 8)),))
    head = len(encode.encode(nothing, asked, format_, Metadata()))
    weight = head + max(0, data - head) * led.pixels / (sample.first.width * sample.first.height)
    return round(weight if output.target_kb is None else min(weight, target.limit(output)))


def _per_megapixel(output: Output, format_: Format) -> float:
    return _LOSSLESS_WEBP if output.lossless and format_.name == "webp" else _ENCODE[format_.name]


def _mosaic(picture: Picture, zoom: float, count: int) -> Picture:
    """About `count` tiles from all over `picture`, scaled by `zoom`, side by side in a square."""
    frame = picture.first
    side = max(1, round(TILE / zoom))
    across = max(1, min(int(count**0.5), frame.width // side))
    down = max(1, min(int(count**0.5), frame.height // side))
    wide, high = min(side, frame.width), min(side, frame.height)
    tile = (max(1, round(wide * zoom)), max(1, round(high * zoom)))
    canvas = Image.new(frame.mode, (tile[0] * across, tile[1] * down))
    for row in range(down):
        for column in range(across):
            left, top = _spread(column, across, frame.width - wide), _spread(row, down, frame.height - high)
            part = frame.crop((left, top, left + wide, top + high))
            canvas.paste(resize(part, tile), (column * tile[0], row * tile[1]))
    return replace(picture, frames=(canvas,), full=canvas.size, turn=None, box=None, durations=(), total=1, notes=())


def _spread(index: int, count: int, room: int) -> int:
    """Where the tile `index` of `count` begins, so that they lie evenly over `room` pixels more than one needs."""
    return room * (2 * index + 1) // (2 * count)
