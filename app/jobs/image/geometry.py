"""Sizes and boxes, as pure arithmetic on (width, height) in pixels of the upright picture.

Owns: every resize mode, rounding, "never enlarge". Must not know: pixels, Pillow, files.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.jobs.image.steps.base import Gravity, StepModel
    from app.jobs.image.steps.resize import Resize

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fit:
    """What a resize comes to: scale the whole picture to `scaled`, then keep `box` (left, top, right, bottom) of it.

    `held_back`: it would have been enlarged, and the step does not allow that.
    """

    scaled: Size
    box: tuple[int, int, int, int]
    held_back: bool

    @property
    def size(self) -> Size:
        left, top, right, bottom = self.box
        return right - left, bottom - top


def fit(step: "Resize", size: Size) -> Fit:
    """How `step` changes a picture of `size`."""
    if step.mode == "fill":
        return _fill(step, size)
    wanted = _exact(step, size) if step.mode == "exact" else _scaled(size, _factor(step, size))
    limited = wanted if step.enlarge else (min(wanted[0], size[0]), min(wanted[1], size[1]))
    return Fit(limited, (0, 0, *limited), held_back=limited != wanted)


def after(steps: "Sequence[StepModel]", size: Size) -> Size:
    """The size that a picture of `size` has after `steps`."""
    for step in steps:
        size = step.after(size)
    return size


def largest(steps: "Sequence[StepModel]", size: Size) -> Size:
    """The largest size that a picture of `size` goes through in `steps`."""
    found = [size]
    for step in steps:
        found += [scaled] if (scaled := step.scaled(size)) is not None else []
        size = step.after(size)
        found.append(size)
    return max(found, key=lambda each: each[0] * each[1])


def needed(steps: "Sequence[StepModel]", size: Size) -> Size | None:
    """The size at which the whole picture of `size` must be decoded for `steps`, or None = its full size.

    That is the scale of the first resize, applied to the whole: what was cropped before it counts with what is left.
    """
    whole, now = size, size
    sideways = False
    for step in steps:
        scaled = step.scaled(now)
        if scaled is not None:
            made = math.ceil(whole[0] * scaled[0] / now[0]), math.ceil(whole[1] * scaled[1] / now[1])
            return (made[1], made[0]) if sideways else made
        if step.touches != "places":
            return None
        if step.turns_sideways:
            whole, sideways = (whole[1], whole[0]), not sideways
        now = step.after(now)
    return None


def _factor(step: "Resize", size: Size) -> float:
    """The scale of the modes that keep the proportions."""
    width, height = size
    if step.mode == "fit":
        sides = [have / now for have, now in ((step.width, width), (step.height, height)) if have is not None]
        return min(sides)
    amount = step.size or 0.0
    if step.mode == "long-edge":
        return amount / max(size)
    if step.mode == "short-edge":
        return amount / min(size)
    if step.mode == "percent":
        return amount / 100
    return math.sqrt(amount * 1e6 / (width * height))


def _scaled(size: Size, factor: float) -> Size:
    return side(size[0] * factor), side(size[1] * factor)


def side(length: float) -> int:
    """`length` as pixels: half up, so that the same size comes out on every system; never nothing."""
    return max(1, math.floor(length + 0.5))


def _exact(step: "Resize", size: Size) -> Size:
    return step.width or size[0], step.height or size[1]


def _fill(step: "Resize", size: Size) -> Fit:
    """Cover width × height and crop what sticks out. A picture too small to cover it keeps its pixels: the box shrinks
    to the largest one of the same proportions that fits."""
    wanted = (step.width or size[0], step.height or size[1])
    factor = max(wanted[0] / size[0], wanted[1] / size[1])
    held_back = factor > 1 and not step.enlarge
    if held_back:
        shrink = min(size[0] / wanted[0], size[1] / wanted[1])
        scaled, box = size, (min(size[0], side(wanted[0] * shrink)), min(size[1], side(wanted[1] * shrink)))
    else:
        scaled = (max(wanted[0], side(size[0] * factor)), max(wanted[1], side(size[1] * factor)))
        box = wanted
    left, top = place(scaled, box, step.gravity)
    return Fit(scaled, (left, top, left + box[0], top + box[1]), held_back)


def place(outer: Size, inner: Size, gravity: "Gravity") -> tuple[int, int]:
    """Left and top of `inner` inside `outer`."""
    room_x, room_y = outer[0] - inner[0], outer[1] - inner[1]
    x = 0 if "west" in gravity else room_x if "east" in gravity else room_x // 2
    y = 0 if "north" in gravity else room_y if "south" in gravity else room_y // 2
    return x, y
