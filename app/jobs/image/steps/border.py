"""Border: a frame of one colour around the picture."""

import re
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, field_validator

from app.jobs.image.geometry import side
from app.jobs.image.steps.base import Color, Size, StepModel, shortened

if TYPE_CHECKING:
    from PIL import Image

    from app.jobs.image.picture import Picture

MAX_BORDER = 10_000  # pixels
_PERCENT = re.compile(r"(?:100|\d{1,2}(?:\.\d{1,3})?)%")


class Border(StepModel):
    """`size`: the thickness in pixels, or as text in percent of the picture's short edge ("2%")."""

    do: Literal["border"]
    size: int | str = Field(description='Pixels, or "2%" of the short edge')
    color: Color = "#ffffff"

    @field_validator("size", mode="before")
    @classmethod
    def _thickness(cls, value: object) -> object:
        pixels = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MAX_BORDER
        if pixels or (isinstance(value, str) and _PERCENT.fullmatch(value)):
            return value
        raise ValueError(f'expected pixels (1 to {MAX_BORDER}) or text like "2%"')

    def thickness(self, size: Size) -> int:
        """Pixels on each side of a picture of `size`."""
        if isinstance(self.size, int):
            return self.size
        percent = float(self.size.removesuffix("%"))
        return side(min(size) * percent / 100) if percent else 0

    def after(self, size: Size) -> Size:
        border = self.thickness(size)
        return size[0] + 2 * border, size[1] + 2 * border

    def at_scale(self, factor: float) -> Self:
        return self.model_copy(update={"size": shortened(self.size, factor)}) if isinstance(self.size, int) else self

    def apply(self, picture: "Picture") -> "Picture":
        from app.jobs.image.steps.paint import on_canvas

        def framed(frame: "Image.Image") -> "Image.Image":
            border = self.thickness(frame.size)
            return on_canvas(frame, self.after(frame.size), (border, border), self.color)

        return picture.upright().each(framed)
