"""Watermark: a line of text or a small picture on the picture.

Owns: where the mark goes and how it is blended. The mark itself is made by `lettering.py` or read by `mark.py`.
"""

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, field_validator, model_validator

from app.jobs import names
from app.jobs.image.geometry import place, side
from app.jobs.image.steps.base import Color, Gravity, Size, StepModel
from app.jobs.place import SOURCE_FOLDER

if TYPE_CHECKING:
    from PIL import Image

    from app.jobs.image.picture import Picture

TEXT_SIZE, IMAGE_SIZE = 4.0, 20.0  # percent of the short edge, where the recipe does not say
_GAP = (0.5, 1.0)  # between tiles: a half of the mark's width, once its height

Share = Annotated[float, Field(ge=-100, le=100)]


class Watermark(StepModel):
    """`text` (with name tokens; `{w}` and `{h}` are the picture's at this step) or `image` (a path; a relative one
    counts from the input's own folder).

    `size`: of the short edge in percent: the height of the letters, or the long side of the image. `offset`: from the
    anchored edges, in percent of width and height. `tile`: repeated over the whole picture.
    """

    do: Literal["watermark"]
    text: str | None = Field(default=None, max_length=500, description="Text; tokens as in names")
    image: str | None = Field(default=None, min_length=1, description="Path of a picture")
    anchor: Gravity = "south-east"
    size: float | None = Field(default=None, gt=0, le=100, description="Percent of the short edge")
    opacity: float = Field(default=0.5, ge=0, le=1, description="0 = not to be seen, 1 = solid")
    offset: tuple[Share, Share] = Field(default=(2.0, 2.0), description="Percent of width and height")
    tile: bool = Field(default=False, description="Repeat over the whole picture")
    color: Color = Field(default="#ffffff", description="Of the text")

    @field_validator("text")
    @classmethod
    def _text_can_be_filled(cls, value: str | None) -> str | None:
        if value is not None:
            names.check(value)
        return value

    @model_validator(mode="after")
    def _one_kind(self) -> "Watermark":
        if (self.text is None) == (self.image is None):
            raise ValueError("watermark needs a text or an image, and not both")
        if self.image is not None and "color" in self.model_fields_set:
            raise ValueError("color has no meaning for an image")
        return self

    def path(self, folder: str) -> str:
        """Where the image is for an input in `folder`."""
        wanted = os.path.expanduser(self.image or "").replace(SOURCE_FOLDER, folder)
        return os.path.normpath(os.path.join(folder, wanted))

    def apply(self, picture: "Picture") -> "Picture":
        picture = picture.upright()
        marks: dict[Size, Image.Image] = {}
        frames = []
        for frame in picture.frames:  # pages of several sizes get a mark each, an animation one for all frames
            if frame.size not in marks:
                picture, marks[frame.size] = self._mark(picture, frame.size)
            frames.append(self._marked(frame, marks[frame.size]))
        modes = {frame.mode for frame in frames}
        common = next(mode for mode in ("RGBA", "RGB", "LA", "L") if mode in modes)
        same = tuple(frame if frame.mode == common else frame.convert(common) for frame in frames)
        return replace(picture, frames=same, touched=True)

    def _mark(self, picture: "Picture", size: Size) -> "tuple[Picture, Image.Image]":
        """The mark in RGBA for a frame of `size`, its opacity in it; `picture` notes letters that no font has."""
        from app.jobs.image import lettering, mark

        share = self.size or (IMAGE_SIZE if self.text is None else TEXT_SIZE)
        length = side(min(size) * share / 100)
        if self.text is None:
            made = mark.scaled(self.path(picture.origin.folder), length)
        else:
            text = names.fill(self.text, {**picture.origin.tokens, "w": size[0], "h": size[1]})
            room = side(size[0] * (1 - 2 * abs(self.offset[0]) / 100)) if abs(self.offset[0]) < 50 else size[0]
            made, missing = lettering.drawn(text, length, self.color, room)
            if missing:
                words = f'No font here has the letters "{missing}" of the watermark.'
                picture = picture.noted("LETTERS_MISSING", words)
        if self.opacity < 1:
            made = made.copy()
            made.putalpha(made.getchannel("A").point(lambda value: round(value * self.opacity)))
        return picture, made

    def _marked(self, frame: "Image.Image", mark: "Image.Image") -> "Image.Image":
        if frame.mode in ("L", "LA") and not _is_grey(mark):
            frame = frame.convert("RGB" if frame.mode == "L" else "RGBA")
        result = frame.copy()
        if self.tile:
            _tile(result, mark)
            return result
        x, y = place(result.size, mark.size, self.anchor)
        right, down = (round(length * share / 100) for length, share in zip(result.size, self.offset, strict=True))
        _blend(result, mark, (x - right if "east" in self.anchor else x + right,
                              y - down if "south" in self.anchor else y + down))  # fmt: skip
        return result


def _is_grey(mark: "Image.Image") -> bool:
    return mark.convert("LA").convert("RGBA").tobytes() == mark.tobytes()


def _blend(image: "Image.Image", mark: "Image.Image", at: tuple[int, int]) -> None:
    """`mark` over a part of `image`, in place; what sticks out is left out."""
    left, top = max(at[0], 0), max(at[1], 0)
    right, bottom = min(at[0] + mark.width, image.width), min(at[1] + mark.height, image.height)
    if left >= right or top >= bottom:
        return
    below = image.crop((left, top, right, bottom)).convert("RGBA")
    below.alpha_composite(mark, (0, 0), (left - at[0], top - at[1], right - at[0], bottom - at[1]))
    image.paste(below.convert(image.mode), (left, top))


def _tile(image: "Image.Image", mark: "Image.Image") -> None:
    """`mark` all over `image`, in place, every other row moved by a half. A strip of two rows is made once and blended
    down the picture, so that this needs little memory."""
    from PIL import Image

    step_x, step_y = mark.width + side(mark.width * _GAP[0]), mark.height + side(mark.height * _GAP[1])
    strip = Image.new("RGBA", (image.width, 2 * step_y))
    for row, shift in enumerate((0, -step_x // 2)):
        for x in range(shift, image.width, step_x):
            strip.paste(mark, (x, row * step_y))
    for y in range(0, image.height, 2 * step_y):
        _blend(image, strip, (0, y))
