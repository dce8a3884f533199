"""Pad: a canvas around the picture, up to given pixels or proportions. Never cuts anything off."""

from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from app.jobs.image.geometry import place, side
from app.jobs.image.steps.base import Color, Gravity, Pixels, Ratio, Size, StepModel, each_page, proportion, shortened

if TYPE_CHECKING:
    from app.jobs.image.picture import Picture


class Pad(StepModel):
    """The canvas: at least `width` × `height` pixels, or the smallest of `ratio` that holds the picture."""

    do: Literal["pad"]
    width: Pixels | None = None
    height: Pixels | None = None
    ratio: Ratio | None = None
    color: Color = "#ffffff"
    gravity: Gravity = Field(default="center", description="Where the picture lies on the canvas")

    @model_validator(mode="after")
    def _one_way(self) -> "Pad":
        pixels = self.width is not None or self.height is not None
        if pixels and self.ratio is not None:
            raise ValueError("give a ratio or pixels, not both")
        if not pixels and self.ratio is None:
            raise ValueError("pad needs a ratio, a width or a height")
        return self

    def after(self, size: Size) -> Size:
        if self.ratio is None:
            return max(self.width or 0, size[0]), max(self.height or 0, size[1])
        wanted = proportion(self.ratio)
        return max(size[0], side(size[1] * wanted)), max(size[1], side(size[0] / wanted))

    def at_scale(self, factor: float) -> Self:
        sides = {"width": shortened(self.width, factor), "height": shortened(self.height, factor)}
        return self.model_copy(update=sides)

    def apply(self, picture: "Picture") -> "Picture":
        from app.jobs.image.steps.paint import on_canvas

        if len({frame.size for frame in picture.frames}) > 1:
            return each_page(self, picture)
        picture = picture.upright()
        size = self.after(picture.size)
        if size == picture.size:
            return picture
        at = place(size, picture.size, self.gravity)
        return picture.each(lambda frame: on_canvas(frame, size, at, self.color))
