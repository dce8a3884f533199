"""A file of at most so many kilobytes: first less quality, then fewer pixels.

Owns: the search. Must not know: formats beyond "has a quality", metadata (it counts: the whole file is measured).
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.core.failures import Warn
from app.jobs.base import JobError
from app.jobs.image.formats import Format
from app.jobs.image.picture import Picture
from app.jobs.image.recipe import Output
from app.jobs.image.steps.resize import Resize

if TYPE_CHECKING:
    from app.jobs.image.produce import Made

KILOBYTE = 1000  # so that a file is small enough by either way of counting
LOWEST, HIGHEST = 30, 95  # below, blocks are seen at once; above, bytes buy nothing that can be seen
SCALES = (100, 90, 80, 70, 60, 50)  # percent of the sides

Attempt = Callable[[Picture, int], "Made"]


class Unreachable(JobError):
    """Even the lowest quality at the smallest size is larger than asked for."""


def limit(output: Output) -> int:
    """The most bytes that `output` may have."""
    return (output.target_kb or 0) * KILOBYTE


def search(picture: Picture, output: Output, format_: Format, attempt: Attempt) -> "Made":
    """The best file that is small enough: the highest quality at the largest size at which any quality fits.

    `attempt` makes a file of a picture at a quality. A quality in the recipe is the most that is tried. At most seven
    files a size, one where the format has no quality. Raises Unreachable.
    """
    smallest: Made | None = None
    highest = output.quality or HIGHEST
    for percent in SCALES:
        scaled = _scaled(picture, percent)
        low, high = (min(LOWEST, highest), highest) if format_.quality is not None else (1, 1)
        best: Made | None = None
        while low <= high:
            middle = (low + high + 1) // 2
            made = attempt(scaled, middle)
            if smallest is None or len(made.data) < len(smallest.data):
                smallest = made
            if len(made.data) <= limit(output):
                best, low = made, middle + 1
            else:
                high = middle - 1
        if best is not None:
            return best if percent == SCALES[0] else _told(best, picture, percent, output)
    assert smallest is not None
    width, height = smallest.size
    raise Unreachable(
        "TARGET_UNREACHABLE",
        f"{picture.origin.name} cannot be brought to {output.target_kb} kB: "
        f"the smallest is {len(smallest.data) / KILOBYTE:,.1f} kB, at {width} × {height} pixels.",
    )


def _scaled(picture: Picture, percent: int) -> Picture:
    if percent == SCALES[0]:
        return picture
    return Resize(do="resize", mode="percent", size=percent).apply(picture)


def _told(made: "Made", picture: Picture, percent: int, output: Output) -> "Made":
    (width, height), (before, above) = made.size, picture.first.size
    words = (
        f"{picture.origin.name} was made smaller, from {before} × {above} to {width} × {height} pixels, "
        f"to stay within {output.target_kb} kB."
    )
    return replace(made, notes=(*made.notes, Warn("RESIZED_TO_TARGET", words)))
