"""The picture recipe: what can be written in it, and which combinations make no sense.

Owns: the models of outputs and of the whole recipe. Must not know: any one step (`steps/`, `whole.py`), Pillow, files.
"""

from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from app.jobs import names
from app.jobs.image.formats import FORMATS
from app.jobs.image.steps import Step, tag
from app.jobs.image.steps.base import Gravity, StepModel
from app.jobs.image.steps.metadata_only import MetadataOnly
from app.jobs.image.steps.orient import Orient
from app.jobs.image.steps.resize import Resize
from app.jobs.image.whole import ContactSheet, Join
from app.jobs.recipe import BaseRecipe, Part, Place, hide_tags

__all__ = ["Gravity", "ImageRecipe", "MetadataMode", "Orient", "Output", "Resize", "Step", "Whole"]

MetadataMode = Literal["all-but-location", "all", "copyright", "none"]
Whole = ContactSheet | Join
MAX_KB = 1_000_000
hide_tags(tag(ContactSheet), tag(Join))


class Output(Part):
    """One file that every picture becomes."""

    name: str = Field(default="{name}", description="Name without its suffix; tokens as in the contract")
    format: Literal["same", "jpeg", "png", "webp", "tiff", "gif", "avif", "bmp", "pdf"] = "same"
    quality: int | None = Field(default=None, ge=1, le=100)
    lossless: bool = False
    target_kb: int | None = Field(
        default=None, ge=1, le=MAX_KB, description="At most so many kB (of 1,000 bytes): less quality, then less size"
    )
    background: str = Field(default="#ffffff", pattern=r"^#[0-9a-fA-F]{6}$")
    metadata: MetadataMode = "all-but-location"
    color: Literal["srgb", "keep"] = "srgb"
    frames: Literal["all", "first", "split"] = Field(default="all", description="split = one file a frame or page")
    bigger: Literal["keep-original", "write"] = "keep-original"
    steps: tuple[Step, ...] = ()

    @field_validator("name")
    @classmethod
    def _name_can_be_filled(cls, value: str) -> str:
        names.check(value)
        return value

    @field_validator("steps")
    @classmethod
    def _steps_of_one_output(cls, value: tuple[Step, ...]) -> tuple[Step, ...]:
        for step in value:
            if isinstance(step, Orient):
                raise ValueError("orient belongs to the steps of the recipe: a picture is turned once, for all outputs")
            if isinstance(step, MetadataOnly):
                raise ValueError("metadata-only belongs to the steps of the recipe, alone")
        return value

    @model_validator(mode="after")
    def _lossless_where_it_can_be(self) -> "Output":
        if self.lossless and self.format in ("jpeg", "avif"):
            raise ValueError(f"{FORMATS[self.format].label} cannot be written without loss; use webp or png")
        if self.lossless and self.target_kb is not None:
            raise ValueError("target_kb lowers the quality, so lossless has no meaning beside it")
        return self


class ImageRecipe(BaseRecipe):
    """What to do with each picture. `steps` run once, in order; each output's own steps after them on a copy."""

    kind: Literal["image"]
    steps: tuple[Annotated[Step | Whole, Field(discriminator="do")], ...] = ()
    outputs: tuple[Output, ...] = Field(default=(Output(),), min_length=1, max_length=100)
    speed: Literal["best", "fast"] = Field(default="best", description="fast decodes at half size: softer fine text")
    place: Place = Place()

    @model_validator(mode="after")
    def _alone(self) -> "ImageRecipe":
        for step in self.steps:
            if not isinstance(step, ContactSheet | Join | MetadataOnly):
                continue
            if len(self.steps) > 1:
                raise ValueError(f"{step.do} must be the only step")
            if any(output.steps for output in self.outputs):
                raise ValueError(f"outputs have no steps of their own beside {step.do}")
            if isinstance(step, MetadataOnly):
                _only_metadata(self.outputs)
            elif len(self.outputs) > 1:
                raise ValueError(f"{step.do} makes one output of all pictures")
            else:
                step.check_output(self.outputs[0].format, self.outputs[0].frames)
                if isinstance(step, Join) and self.outputs[0].target_kb is not None:
                    raise ValueError("target_kb has no meaning beside join: pages are written one by one")
        return self

    @property
    def upright(self) -> bool:
        """Whether pictures are turned by their orientation tag."""
        return not any(isinstance(step, Orient) and not step.auto for step in self.steps) and not self.metadata_only

    @property
    def whole(self) -> Whole | None:
        """The step that makes one output of all inputs of a batch, or None: each input becomes its own."""
        return next((step for step in self.steps if isinstance(step, ContactSheet | Join)), None)

    @property
    def metadata_only(self) -> bool:
        """Whether pixels are left as they are encoded."""
        return any(isinstance(step, MetadataOnly) for step in self.steps)

    @property
    def common(self) -> tuple[StepModel, ...]:
        """The steps that each picture goes through once, before its outputs."""
        if self.whole is not None:
            return self.whole.each
        return tuple(step for step in self.steps if isinstance(step, StepModel))


def _only_metadata(outputs: tuple[Output, ...]) -> None:
    """Raise ValueError for an output that would need its pixels encoded."""
    for output in outputs:
        given = output.model_fields_set - {"name", "metadata"}
        odd = sorted(key for key in given if getattr(output, key) != Output.model_fields[key].default)
        if odd:
            raise ValueError(f"{odd[0]} has no meaning beside metadata-only: pixels are not written anew")
