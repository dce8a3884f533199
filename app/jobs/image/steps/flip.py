"""Flip: a mirror image."""

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from app.jobs.image.steps.base import StepModel, Touches

if TYPE_CHECKING:
    from app.jobs.image.picture import Picture


class Flip(StepModel):
    """Which way to mirror: `horizontal` exchanges left and right, `vertical` top and bottom."""

    do: Literal["flip"]
    axis: Literal["horizontal", "vertical"] = Field(description="horizontal exchanges left and right")

    @property
    def touches(self) -> Touches:
        return Touches.PLACES

    def apply(self, picture: "Picture") -> "Picture":
        from app.jobs.image.picture import Turn

        return picture.turning(Turn.FLIP_LEFT_RIGHT if self.axis == "horizontal" else Turn.FLIP_TOP_BOTTOM)
