"""Crop: the part of a picture with given proportions, or of given pixels."""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from app.jobs.image.geometry import place, side
from app.jobs.image.steps.base import Gravity, Pixels, Ratio, Size, StepModel, Touches, each_page, proportion, shortened

if TYPE_CHECKING:
    from app.jobs.image.picture import Picture


class Crop(StepModel):
    """What to keep: the largest part of `ratio`, or `width` × `height` pixels (a side that is not given stays whole).

    A picture that is smaller than what is asked for keeps all that it has.
    """

    do: Literal["crop"]
    ratio: Ratio | None = None
    width: Pixels | None = None
    height: Pixels | None = None
    gravity: Gravity = Field(default="center", description="The part that is kept")

    @model_validator(mode="after")
    def _one_way(self) -> "Crop":
        pixels = self.width is not None or self.height is not None
        if pixels and self.ratio is not None:
            raise ValueError("give a ratio or pixels, not both")
        if not pixels and self.ratio is None:
            raise ValueError("crop needs a ratio, a width or a height")
        return self

    @property
    def touches(self) -> Touches:
        return Touches.PLACES

    def after(self, size: Size) -> Size:
        if self.ratio is None:
            return min(self.width or size[0], size[0]), min(self.height or size[1], size[1])
        wanted = proportion(self.ratio)
        if size[0] > size[1] * wanted:
            return min(size[0], side(size[1] * wanted)), size[1]
        return size[0], min(size[1], side(size[0] / wanted))

    def at_scale(self, factor: float) -> Self:
        sides = {"width": shortened(self.width, factor), "height": shortened(self.height, factor)}
        return self.model_copy(update=sides)

    def apply(self, picture: "Picture") -> "Picture":
        if len({frame.size for frame in picture.frames}) > 1:
            return each_page(self, picture)
        size = self.after(picture.size)
        if size == picture.size:
            return picture
        picture = picture.upright()
        left, top = place(picture.size, size, self.gravity)
        if picture.box is None:
            return picture.each(lambda frame: frame.crop((left, top, left + size[0], top + size[1])))
        # Of a reduced decode only the box is moved: the resize that follows does the rest, to a fraction of a pixel.
        west, north, east, south = picture.box
        across, down = (east - west) / picture.size[0], (south - north) / picture.size[1]
        west, north = west + left * across, north + top * down
        box = (west, north, west + size[0] * across, north + size[1] * down)
        return replace(picture, box=box, full=size, touched=True)
