"""The value that steps work on: decoded frames, and what is known of them.

Owns: `Picture`. Must not know: files, formats, recipes. A step is a function picture → picture; none changes a frame in
place, so several outputs can start from the same one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PIL import Image

from app.core.failures import Warn

Size = tuple[int, int]
Turn = Image.Transpose

# EXIF orientation -> what to do with the stored pixels (EXIF 2.32, table 4).
TURNS: dict[int, Turn] = {
    2: Turn.FLIP_LEFT_RIGHT,
    3: Turn.ROTATE_180,
    4: Turn.FLIP_TOP_BOTTOM,
    5: Turn.TRANSPOSE,
    6: Turn.ROTATE_270,
    7: Turn.TRANSVERSE,
    8: Turn.ROTATE_90,
}
SWAPS = frozenset({Turn.TRANSPOSE, Turn.ROTATE_270, Turn.TRANSVERSE, Turn.ROTATE_90})


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, or the frames of an animation, or pages.

    `frames`: all of the same mode, modes L LA RGB RGBA CMYK only, their `info` empty. `turn`: still to be done (it is
    put off until after the shrink, where it costs a tenth). `box`: the part of a reduced decode that is picture, in
    its pixels; None = all. `durations`: ms a frame; empty for a still and for pages. `loop`: 0 = for ever, None = once.
    `icc`: the profile that the pixels are in. `touched`: the pixels are not those of the file any more.
    `full`: the size that the file says, upright, before a reduced decode. `total`: the frames or pages of the file, of
    which only the first may have been decoded; `animated` says which of the two they are.
    """

    frames: tuple[Image.Image, ...]
    full: Size
    turn: Turn | None = None
    box: tuple[float, float, float, float] | None = None
    durations: tuple[int, ...] = ()
    loop: int | None = 0
    icc: bytes | None = None
    touched: bool = False
    total: int = 1
    animated: bool = False
    notes: tuple[Warn, ...] = ()

    @property
    def first(self) -> Image.Image:
        return self.frames[0]

    @property
    def mode(self) -> str:
        return self.first.mode

    @property
    def size(self) -> Size:
        """Width and height of the upright picture: of its first frame, or of the file while it is a reduced decode."""
        if self.box is not None:
            return self.full
        return swapped(self.first.size, self.turn)

    def each(self, change: Callable[[Image.Image], Image.Image]) -> "Picture":
        """This picture with every frame changed; counts as touched."""
        return replace(self, frames=tuple(change(frame) for frame in self.frames), touched=True)

    def upright(self) -> "Picture":
        """This picture with its turn done."""
        turn = self.turn
        if turn is None:
            return self
        return replace(self.each(lambda frame: frame.transpose(turn)), turn=None)

    def noted(self, code: str, text: str) -> "Picture":
        """This picture with a warning that does not stop it."""
        return replace(self, notes=(*self.notes, Warn(code, text)))


def swapped(size: Size, turn: Turn | None) -> Size:
    """`size` as it is after `turn`."""
    return (size[1], size[0]) if turn in SWAPS else size
