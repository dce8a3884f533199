"""Metadata only: the file as it is, but for what it says besides its pixels. `rewrite.py` does it."""

from typing import TYPE_CHECKING, Literal

from app.jobs.image.steps.base import StepModel, Touches

if TYPE_CHECKING:
    from app.jobs.image.picture import Picture


class MetadataOnly(StepModel):
    """Rewrites metadata without encoding the pixels anew: no loss at all. The orientation tag stays."""

    do: Literal["metadata-only"]

    @property
    def touches(self) -> Touches:
        return Touches.PLACES

    def apply(self, picture: "Picture") -> "Picture":
        """Nothing: pixels stay as they are."""
        return picture
