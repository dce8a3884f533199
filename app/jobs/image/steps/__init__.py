"""What a recipe can do with a picture: one module a step, and the list of them.

Owns: the list, and the state a picture is brought into before a step. Must not know: decoding, encoding, files. A new
step is its module and its name in `Step`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from pydantic import BaseModel, Field

from app.jobs.image.steps.adjust import Adjust
from app.jobs.image.steps.base import StepModel, Touches
from app.jobs.image.steps.border import Border
from app.jobs.image.steps.crop import Crop
from app.jobs.image.steps.flip import Flip
from app.jobs.image.steps.metadata_only import MetadataOnly
from app.jobs.image.steps.orient import Orient
from app.jobs.image.steps.pad import Pad
from app.jobs.image.steps.resize import Resize
from app.jobs.image.steps.rotate import Rotate
from app.jobs.image.steps.watermark import Watermark
from app.jobs.recipe import hide_tags

if TYPE_CHECKING:
    from app.jobs.image.picture import Picture

Step = Annotated[
    Orient | Crop | Resize | Rotate | Flip | Adjust | Pad | Border | Watermark | MetadataOnly,
    Field(discriminator="do"),
]  # fmt: skip


def tag(model: type[BaseModel]) -> str:
    """The value of `do` that names a step."""
    (name,) = get_args(model.model_fields["do"].annotation)
    return str(name)


hide_tags(*(tag(model) for model in get_args(get_args(Step)[0])))


def apply(picture: "Picture", steps: Sequence[StepModel], color: Literal["srgb", "keep"]) -> "Picture":
    """`picture` after `steps`, in the order written. `color`: what the outputs ask for. Raises JobError."""
    from app.jobs.image.color import manage
    from app.jobs.image.depth import shallow

    for step in steps:
        if step.touches is Touches.COLORS:
            picture = manage(shallow(picture.upright()), color, keeps_cmyk=False)
        picture = step.apply(picture)
    return picture
