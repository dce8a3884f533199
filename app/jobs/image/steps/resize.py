"""Resize: a new size, in seven modes. The arithmetic is `geometry.py`, the pixels are `resample.py`."""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from app.jobs.image.geometry import fit
from app.jobs.image.steps.base import MAX_SIDE, Gravity, Pixels, Size, StepModel, Touches, each_page, shortened

if TYPE_CHECKING:
    from app.jobs.image.picture import Picture

SIDE_MODES = ("fit", "fill", "exact")
MAX_PERCENT = 10_000


class Resize(StepModel):
    """A new size. `size`: pixels of the long or short edge, percent, or megapixels; `width`, `height` in pixels."""

    do: Literal["resize"]
    mode: Literal["long-edge", "short-edge", "fit", "fill", "exact", "percent", "megapixels"]
    size: float | None = Field(default=None, gt=0)
    width: Pixels | None = None
    height: Pixels | None = None
    gravity: Gravity = Field(default="center", description="The part that fill keeps")
    enlarge: bool = Field(default=False, description="Make smaller pictures larger")

    @model_validator(mode="after")
    def _fits_the_mode(self) -> "Resize":
        given = {str(key) for key in ("size", "width", "height", "gravity") if key in self.model_fields_set}
        needed, allowed = {"size"}, {"size"}
        if self.mode in SIDE_MODES:
            allowed = {"width", "height", "gravity"} if self.mode == "fill" else {"width", "height"}
            # In "fit" one side alone is enough: it bounds that side.
            needed = {"width", "height"} & given if self.mode == "fit" else {"width", "height"}
            needed = needed or {"width", "height"}
        for key in sorted(needed - given):
            raise ValueError(f'mode "{self.mode}" needs {key}')
        for key in sorted(given - allowed):
            raise ValueError(f'{key} has no meaning in mode "{self.mode}"')
        size = self.size or 0.0
        if self.mode in ("long-edge", "short-edge") and (size != int(size) or size > MAX_SIDE):
            raise ValueError(f"size is a whole number of pixels up to {MAX_SIDE}")
        if self.mode == "percent" and size > MAX_PERCENT:
            raise ValueError(f"size is at most {MAX_PERCENT} percent")
        return self

    @property
    def touches(self) -> Touches:
        return Touches.SIZE

    def after(self, size: Size) -> Size:
        return fit(self, size).size

    def scaled(self, size: Size) -> Size | None:
        return fit(self, size).scaled

    def at_scale(self, factor: float) -> Self:
        powers = {"percent": 0, "megapixels": 2}
        size = None if self.size is None else self.size * factor ** powers.get(self.mode, 1)
        sides = {"width": shortened(self.width, factor), "height": shortened(self.height, factor)}
        return self.model_copy(update={"size": size, **sides})

    def apply(self, picture: "Picture") -> "Picture":
        """Scale, then crop for `fill`. Pages of several sizes are scaled each by its own."""
        from app.jobs.image.picture import swapped
        from app.jobs.image.resample import resize

        if len({frame.size for frame in picture.frames}) > 1:
            return each_page(self, picture)
        plan = fit(self, picture.size)
        if plan.held_back:
            width, height = picture.size
            picture = picture.noted("NOT_ENLARGED", f"The picture is {width} × {height}; it was not made larger.")
        if plan.scaled != picture.size or picture.box is not None:
            stored = swapped(plan.scaled, picture.turn)
            box = picture.box
            picture = replace(picture.each(lambda frame: resize(frame, stored, box)), box=None)
        if plan.size != plan.scaled:
            picture = picture.upright().each(lambda frame: frame.crop(plan.box))
        return picture
