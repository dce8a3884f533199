"""How much of a picture has to be decoded, so that no output can tell that it was not all.

Owns: the rule for decoding a JPEG at a fraction, and for making several outputs from one shrunk picture. Arithmetic on
sizes in pixels only; must not know: pixels, files.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.jobs.image.geometry import Size, needed
from app.jobs.image.steps.base import StepModel

# How much larger than a size a picture must be to be scaled to it with nothing to be seen. Measured: with 1.2 fine text
# loses 2 dB, for a third less time; photos lose nothing that counts.
HEADROOM = {"best": 1.8, "fast": 1.2}
LEAST = 8  # pixels a side that a fraction must have: of less, decoders have several of the same size to choose from
LARGE = 50_000_000  # pixels from which memory counts more than fine text: headroom as for "fast"


@dataclass(frozen=True, slots=True)
class Need:
    """What one output needs: the whole upright picture with at least `size` pixels.

    `exact`: the first thing that is done to it is scaling the whole picture to just that.
    """

    size: Size
    exact: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """What is decoded: 1/`scale` of the size (1, 2, 4 or 8), then scaled to `shrink` (upright) if that is given."""

    scale: int = 1
    shrink: Size | None = None


def need(steps: Sequence[StepModel], size: Size) -> Need | None:
    """What an output with `steps` needs of a picture of `size` (upright); None = every pixel that there is."""
    wanted = needed(steps, size)
    return None if wanted is None else Need(wanted, _scales_whole(steps, size))


def _scales_whole(steps: Sequence[StepModel], size: Size) -> bool:
    """Whether nothing is cut off before the first scaling."""
    for step in steps:
        if step.scaled(size) is not None:
            return True
        if step.after(size) != size:
            return False
    return False


def reach(needs: Sequence[Need | None], size: Size, speed: str, scales: bool) -> Reach:
    """What to decode of a picture of `size` (upright) so that all `needs` are met.

    `scales`: the decoder can do a half, a quarter and an eighth. Outputs that are much smaller than the largest one are
    made from it: scaling once more loses nothing then.
    """
    known = [one for one in needs if one is not None]
    if not known or len(known) < len(needs):
        return Reach()
    headroom = HEADROOM["fast" if size[0] * size[1] > LARGE else speed]
    most = max(one.size[0] for one in known), max(one.size[1] for one in known)
    fractions = [k for k in (8, 4, 2) if scales and min(size) >= LEAST * k]
    scale = next((k for k in fractions if _fits(most, (size[0] / k, size[1] / k), headroom)), 1)
    smaller = most != size and most[0] <= size[0] and most[1] <= size[1]
    alike = all((one.exact and one.size == most) or _fits(one.size, most, headroom) for one in known)
    return Reach(scale, most if smaller and alike else None)


def _fits(small: tuple[float, float], large: tuple[float, float], headroom: float) -> bool:
    return small[0] * headroom <= large[0] and small[1] * headroom <= large[1]
