"""Pictures in memory, and steps as a recipe gives them, for tests of single steps."""

from typing import Any

from PIL import Image

from app.jobs.image.picture import Origin, Picture
from app.jobs.image.steps.base import StepModel
from tests.jobs.image.samples import recipe

RED, GREEN, BLUE, WHITE, BLACK = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0)
ORIGIN = Origin("a.jpg", "/photos", {"name": "a", "n": 7})


def of(*frames: Image.Image, **keys: Any) -> Picture:
    """A picture of `frames`; `keys` as `Picture` has them."""
    return Picture(frames, frames[0].size, total=len(frames), **{"origin": ORIGIN, **keys})


def step(do: str, **keys: Any) -> StepModel:
    """A step from its JSON, as a person would write it."""
    (made,) = recipe(steps=[{"do": do, **keys}]).steps
    assert isinstance(made, StepModel)
    return made


def done(image: Image.Image, do: str, /, **keys: Any) -> Image.Image:
    """`image` after one step. Its size must be the one that the step foretells; the source must stay as it was."""
    made, before = step(do, **keys), image.tobytes()
    result = made.apply(of(image)).upright().first
    assert image.tobytes() == before
    assert result.size == made.after(image.size)
    return result


def corners() -> Image.Image:
    """60 × 40 pixels: red and green above, blue and white below."""
    image = Image.new("RGB", (60, 40), WHITE)
    image.paste(RED, (0, 0, 30, 20))
    image.paste(GREEN, (30, 0, 60, 20))
    image.paste(BLUE, (0, 20, 30, 40))
    return image


def at_corners(image: Image.Image) -> list[Any]:
    """The pixels in the four corners: top left, top right, bottom left, bottom right."""
    right, bottom = image.width - 1, image.height - 1
    return [image.getpixel(at) for at in ((0, 0), (right, 0), (0, bottom), (right, bottom))]


def pixels(image: Image.Image) -> list[Any]:
    """All pixels, row by row."""
    return list(image.get_flattened_data())
