"""What every step is: a strict model of its keys, arithmetic on sizes, and one pure function picture → picture.

Owns: `StepModel` and the values that several steps take (gravity, colours, pixels). Must not know: any one step. Pillow
is imported where pixels are touched, never here: recipes are read where no picture is.
"""

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AfterValidator, Field

from app.jobs.recipe import Part

if TYPE_CHECKING:
    from app.jobs.image.picture import Picture

Size = tuple[int, int]
Rgba = tuple[int, int, int, int]

MAX_SIDE = 1_000_000  # pixels; what a format can hold is less and is said when it is written
MAX_RATIO = 10_000

Pixels = Annotated[int, Field(ge=1, le=MAX_SIDE)]
Gravity = Literal["center", "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"]
Color = Annotated[str, Field(pattern=r"^#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$", description="#rrggbb or #rrggbbaa")]


class Touches(StrEnum):
    """What a step works on. Each one needs more of the picture than the one before.

    PLACES: pixels only move or go. Any mode and depth will do, also a decode at a fraction of the size that a resize
    after it asks for. SIZE: pixels are mixed with their neighbours; 16-bit grey stays so. COLORS: pixels get colours of
    the recipe: the picture is upright, of 8 bits and in sRGB (in its own RGB where that is to be kept).
    """

    PLACES = "places"
    SIZE = "size"
    COLORS = "colors"


def _checked_ratio(text: str) -> str:
    proportion(text)
    return text


Ratio = Annotated[
    str,
    Field(pattern=r"^\d{1,5}(?:\.\d{1,4})?:\d{1,5}(?:\.\d{1,4})?$", description="Width to height, like 3:2"),
    AfterValidator(_checked_ratio),
]


class StepModel(Part):
    """One step of a recipe. `do` names it."""

    do: str

    @property
    def touches(self) -> Touches:
        """What the step works on, which decides what state the picture must be in before it."""
        return Touches.COLORS

    @property
    def turns_sideways(self) -> bool:
        """Whether width and height are exchanged and nothing else changes."""
        return False

    def after(self, size: Size) -> Size:
        """The size, in pixels, that an upright picture of `size` has after this step."""
        return size

    def scaled(self, size: Size) -> Size | None:
        """The size that a picture of `size` is scaled to, before anything is cut off; None = it is not scaled."""
        return None

    def at_scale(self, factor: float) -> Self:
        """This step for a picture whose sides are `factor` times as long: pixels of the recipe count as many fewer."""
        return self

    def apply(self, picture: "Picture") -> "Picture":
        """`picture` after this step; its frames are not changed in place. Raises JobError."""
        raise NotImplementedError


def shortened(pixels: int | None, factor: float) -> int | None:
    """A length of the recipe in a picture that is `factor` times as large."""
    return None if pixels is None else max(1, round(pixels * factor))


def proportion(ratio: str) -> float:
    """Width by height of "3:2". Raises ValueError for one that no picture has."""
    width, height = (float(part) for part in ratio.split(":"))
    if not width or not height or not 1 / MAX_RATIO <= width / height <= MAX_RATIO:
        raise ValueError(f'"{ratio}" is no ratio of a picture')
    return width / height


def rgba(color: str) -> Rgba:
    """Red, green, blue, opacity of a `Color`, 0 to 255 each."""
    red, green, blue, *alpha = bytes.fromhex(color[1:])
    return red, green, blue, alpha[0] if alpha else 255


def each_page(step: StepModel, picture: "Picture") -> "Picture":
    """`picture` with `step` done to each frame for itself: pages have sizes of their own."""
    pages = [step.apply(replace(picture, frames=(frame,), notes=())) for frame in picture.frames]
    notes = dict.fromkeys(note for page in pages for note in page.notes)
    return replace(
        pages[0],
        frames=tuple(page.first for page in pages),
        touched=any(page.touched for page in pages),
        notes=(*picture.notes, *notes),
    )
