"""The picture recipe: what can be written in it, and which combinations make no sense.

Owns: the models of steps and outputs. Must not know: how a step is done (`steps.py`), Pillow, files.
"""

from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from app.jobs import names
from app.jobs.image.formats import FORMATS
from app.jobs.recipe import BaseRecipe, Place, Strict, hide_tags

MAX_SIDE = 1_000_000  # pixels; what a format can hold is less and is said when it is written
Pixels = Annotated[int, Field(ge=1, le=MAX_SIDE)]
Gravity = Literal["center", "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"]
MetadataMode = Literal["all-but-location", "all", "copyright", "none"]

SIDE_MODES = ("fit", "fill", "exact")
MAX_PERCENT = 10_000


class Orient(Strict):
    """Turning by what the camera noted. Always done first, once; this step is there to turn it off."""

    do: Literal["orient"]
    auto: bool = True


class Resize(Strict):
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


Step = Annotated[Orient | Resize, Field(discriminator="do")]
hide_tags("orient", "resize")


class Output(Strict):
    """One file that every picture becomes."""

    name: str = Field(default="{name}", description="Name without its suffix; tokens as in the contract")
    format: Literal["same", "jpeg", "png", "webp", "tiff", "gif", "avif", "bmp"] = "same"
    quality: int | None = Field(default=None, ge=1, le=100)
    lossless: bool = False
    background: str = Field(default="#ffffff", pattern=r"^#[0-9a-fA-F]{6}$")
    metadata: MetadataMode = "all-but-location"
    color: Literal["srgb", "keep"] = "srgb"
    frames: Literal["all", "first"] = "all"
    bigger: Literal["keep-original", "write"] = "keep-original"
    steps: tuple[Step, ...] = ()

    @field_validator("name")
    @classmethod
    def _name_can_be_filled(cls, value: str) -> str:
        names.check(value)
        return value

    @field_validator("steps")
    @classmethod
    def _orient_is_common(cls, value: tuple[Step, ...]) -> tuple[Step, ...]:
        if any(isinstance(step, Orient) for step in value):
            raise ValueError("orient belongs to the steps of the recipe: a picture is turned once, for all outputs")
        return value

    @model_validator(mode="after")
    def _lossless_where_it_can_be(self) -> "Output":
        if self.lossless and self.format in ("jpeg", "avif"):
            raise ValueError(f"{FORMATS[self.format].label} cannot be written without loss; use webp or png")
        return self


class ImageRecipe(BaseRecipe):
    """What to do with each picture. `steps` run once, each output's own steps after them on a copy."""

    kind: Literal["image"]
    steps: tuple[Step, ...] = ()
    outputs: tuple[Output, ...] = Field(default=(Output(),), min_length=1, max_length=100)
    speed: Literal["best", "fast"] = Field(default="best", description="fast decodes at half size: softer fine text")
    place: Place = Place()

    @property
    def upright(self) -> bool:
        """Whether pictures are turned by their orientation tag."""
        return not any(isinstance(step, Orient) and not step.auto for step in self.steps)
