"""Orient: turning by what the camera noted. Always done first, once; the step is there to turn it off."""

from typing import TYPE_CHECKING, Literal

from app.jobs.image.steps.base import StepModel, Touches

if TYPE_CHECKING:
    from app.jobs.image.picture import Picture


class Orient(StepModel):
    """Whether pictures are turned upright, from EXIF or XMP."""

    do: Literal["orient"]
    auto: bool = True

    @property
    def touches(self) -> Touches:
        return Touches.PLACES

    def apply(self, picture: "Picture") -> "Picture":
        """Nothing: the turn is noted when the picture is decoded and done by `Picture.upright`."""
        return picture
