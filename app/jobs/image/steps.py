"""What each step does: one function picture → picture and one line in `STEPS`.

Owns: the list of steps. Must not know: decoding, encoding, files. A new step is its model in `recipe.py`, its function
(in a module of its own when it is more than a few lines) and its line here.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PIL import Image

from app.jobs.image.geometry import fit
from app.jobs.image.picture import Picture, swapped
from app.jobs.image.recipe import Orient, Resize, Step


def orient(picture: Picture, step: Orient) -> Picture:
    """Nothing: turning is noted when the picture is decoded and done by `Picture.upright`."""
    return picture


def resize(picture: Picture, step: Resize) -> Picture:
    """Scale with Lanczos, then crop for `fill`. Pages of several sizes are scaled each by its own."""
    if len({frame.size for frame in picture.frames}) > 1:
        pages = [resize(replace(picture, frames=(frame,)), step) for frame in picture.frames]
        frames = tuple(page.first for page in pages)
        return replace(pages[0], frames=frames, touched=any(page.touched for page in pages))
    plan = fit(step, picture.size)
    if plan.held_back:
        width, height = picture.size
        picture = picture.noted("NOT_ENLARGED", f"The picture is {width} × {height}; it was not made larger.")
    if plan.scaled != picture.size or picture.box is not None:
        stored = swapped(plan.scaled, picture.turn)
        box = picture.box
        picture = picture.each(lambda frame: frame.resize(stored, Image.Resampling.LANCZOS, box=box))
        picture = replace(picture, box=None)
    if plan.size != plan.scaled:
        picture = picture.upright().each(lambda frame: frame.crop(plan.box))
    return picture


STEPS: dict[str, Callable[[Picture, Any], Picture]] = {
    "orient": orient,
    "resize": resize,
}


def apply(picture: Picture, steps: Sequence[Step]) -> Picture:
    """`picture` after `steps`, in order."""
    for step in steps:
        picture = STEPS[step.do](picture, step)
    return picture
