"""Rotate: quarter turns without loss, and any other angle on a larger canvas."""

import math
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from app.jobs.image.steps.base import Color, Size, StepModel, Touches, rgba

if TYPE_CHECKING:
    from PIL import Image

    from app.jobs.image.picture import Picture

QUARTER = 90
_MARGIN = 2  # pixels of nothing around the picture: the filter blends its edge with them, so that it is no staircase


class Rotate(StepModel):
    """`degrees`: clockwise. `fill`: the colour of the corners that come up at angles other than quarter turns."""

    do: Literal["rotate"]
    degrees: float = Field(ge=-360, le=360, description="Clockwise")
    fill: Color = "#ffffff"

    @property
    def angle(self) -> float:
        """Degrees clockwise, from 0 to less than 360."""
        return self.degrees % 360

    @property
    def exact(self) -> bool:
        """Whether no pixel has to be worked out anew."""
        return self.angle % QUARTER == 0

    @property
    def touches(self) -> Touches:
        return Touches.PLACES if self.exact else Touches.COLORS

    @property
    def turns_sideways(self) -> bool:
        return self.angle in (90, 270)

    def after(self, size: Size) -> Size:
        if self.exact:
            return (size[1], size[0]) if self.turns_sideways else size
        cos, sin = _cos_sin(self.angle)
        width, height = size
        # A rounding error of a hair must not cost a pixel.
        return (
            math.ceil(abs(width * cos) + abs(height * sin) - 1e-6),
            math.ceil(abs(width * sin) + abs(height * cos) - 1e-6),
        )

    def apply(self, picture: "Picture") -> "Picture":
        from app.jobs.image.picture import Turn

        if self.exact:
            turns = {90: Turn.ROTATE_270, 180: Turn.ROTATE_180, 270: Turn.ROTATE_90}  # Pillow counts the other way
            return picture.turning(turns[int(self.angle)]) if self.angle else picture
        return picture.upright().each(self._turned)

    def _turned(self, frame: "Image.Image") -> "Image.Image":
        """`frame` turned by cubic interpolation, its colours weighted by opacity, on a canvas that holds all of it."""
        from PIL import Image, ImageChops

        from app.jobs.image.steps.paint import canvas_mode

        size = self.after(frame.size)
        wide = (frame.width + 2 * _MARGIN, frame.height + 2 * _MARGIN)
        whole = Image.new("RGBa", wide)
        whole.paste(frame.convert("RGBA").convert("RGBa"), (_MARGIN, _MARGIN))
        cover = Image.new("L", wide)
        cover.paste(255, (_MARGIN, _MARGIN, wide[0] - _MARGIN, wide[1] - _MARGIN))
        matrix = _matrix(self.angle, wide, size)
        whole, cover = (
            image.transform(size, Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC) for image in (whole, cover)
        )
        red, green, blue, opacity = rgba(self.fill)
        corners = Image.new("RGBA", size, (red, green, blue, 0))
        corners.putalpha(ImageChops.invert(cover).point(lambda value: value * opacity // 255))
        whole = ImageChops.add(whole, corners.convert("RGBa"))
        return whole.convert("RGBA").convert(canvas_mode(frame.mode, self.fill))


def _cos_sin(degrees: float) -> tuple[float, float]:
    return math.cos(math.radians(degrees)), math.sin(math.radians(degrees))


def _matrix(degrees: float, source: Size, target: Size) -> tuple[float, float, float, float, float, float]:
    """Where a pixel of `target` comes from in `source`, both turned about their middle."""
    cos, sin = _cos_sin(degrees)
    x, y = target[0] / 2, target[1] / 2
    return (
        cos, sin, source[0] / 2 - cos * x - sin * y,
        -sin, cos, source[1] / 2 + sin * x - cos * y,
    )  # fmt: skip
