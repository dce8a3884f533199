"""The value that steps work on: decoded frames, and what is known of them.

Owns: `Picture`. Must not know: files, formats, recipes. A step is a function picture → picture; none changes a frame in
place, so several outputs can start from the same one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PIL import Image

from app.core.failures import Warn

Size = tuple[int, int]
Box = tuple[float, float, float, float]  # left, top, right, bottom in pixels
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
class Origin:
    """Where a picture comes from: `name` of the file for sentences, its `folder` for steps that look beside it, and
    what the name tokens stand for, for steps that write text."""

    name: str = "the picture"
    folder: str = ""
    tokens: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, or the frames of an animation, or pages.

    `frames`: all of the same mode, L LA RGB RGBA CMYK or, where asked for, I;16, their `info` empty. `turn`: still to
    be done (it is put off until after the shrink, where it costs a tenth). `box`: the part of a reduced decode that is
    picture, in its pixels; None = all. `durations`: ms a frame; empty for a still and for pages. `loop`: 0 = for ever,
    None = once. `icc`: the profile that the pixels are in. `touched`: the pixels are not those of the file any more.
    `full`: the size that `box` stands for, upright, before the decode was reduced. `total`: the frames or pages of the
    file, of which only the first may have been decoded; `animated` says which of the two they are.
    """

    frames: tuple[Image.Image, ...]
    full: Size
    turn: Turn | None = None
    box: Box | None = None
    durations: tuple[int, ...] = ()
    loop: int | None = 0
    icc: bytes | None = None
    touched: bool = False
    total: int = 1
    animated: bool = False
    notes: tuple[Warn, ...] = ()
    origin: Origin = Origin()

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
        box = None if self.box is None else turned(self.box, self.first.size, turn)
        return replace(self.each(lambda frame: frame.transpose(turn)), turn=None, box=box)

    def turning(self, turn: Turn) -> "Picture":
        """This picture turned once more, upright."""
        picture = self.upright()
        return replace(picture, turn=turn, full=swapped(picture.full, turn)).upright()

    def noted(self, code: str, text: str) -> "Picture":
        """This picture with a warning that does not stop it."""
        return replace(self, notes=(*self.notes, Warn(code, text)))


def swapped(size: Size, turn: Turn | None) -> Size:
    """`size` as it is after `turn`."""
    return (size[1], size[0]) if turn in SWAPS else size


def turned(box: Box, size: Size, turn: Turn) -> Box:
    """`box` of a picture of `size` as it lies after `turn`."""
    (left, top, right, bottom), (width, height) = box, size
    if turn in SWAPS:
        left, top, right, bottom = top, left, bottom, right
        width, height = height, width
    if turn in (Turn.FLIP_LEFT_RIGHT, Turn.ROTATE_180, Turn.ROTATE_270, Turn.TRANSVERSE):
        left, right = width - right, width - left
    if turn in (Turn.FLIP_TOP_BOTTOM, Turn.ROTATE_180, Turn.ROTATE_90, Turn.TRANSVERSE):
        top, bottom = height - bottom, height - top
    return left, top, right, bottom
