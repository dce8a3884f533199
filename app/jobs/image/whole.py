"""Steps that make one output of all inputs of a batch. Each is alone in its recipe.

Owns: their keys. Must not know: how they are done (`sheet.py`, `join.py`), Pillow, files.
"""

from typing import Literal

from pydantic import Field, field_validator

from app.jobs import names
from app.jobs.image.steps.base import Color, StepModel
from app.jobs.image.steps.resize import Resize
from app.jobs.recipe import Part

MAX_CELL = 10_000  # pixels
MIN_LETTERS = 9  # pixels: smaller ones cannot be read


class ContactSheet(Part):
    """All pictures, small, in rows of `columns`, in dropped order. `cell`: the square that each one fits, in pixels.
    `label`: text under each (tokens as in names), "" = none."""

    do: Literal["contact-sheet"]
    columns: int = Field(default=5, ge=1, le=100)
    cell: int = Field(default=256, ge=16, le=MAX_CELL, description="Pixels")
    gap: int = Field(default=16, ge=0, le=1000, description="Pixels between and around the cells")
    background: Color = "#ffffff"
    label: str = Field(default="", max_length=200, description="Text under each picture; tokens as in names")

    @field_validator("label")
    @classmethod
    def _label_can_be_filled(cls, value: str) -> str:
        if value:
            names.check(value)
        return value

    @property
    def letters(self) -> int:
        """Height of the letters under a picture, in pixels; 0 = there are none."""
        return max(MIN_LETTERS, self.cell // 14) if self.label else 0

    @property
    def format(self) -> str:
        """What "same" means for a picture of many."""
        return "jpeg"

    @property
    def each(self) -> tuple[StepModel, ...]:
        """What is done to each picture first: scaled to its cell, never up."""
        return (Resize(do="resize", mode="fit", width=self.cell, height=self.cell),)

    def size(self, count: int) -> tuple[int, int]:
        """Width and height, in pixels, of a sheet of `count` pictures."""
        columns, rows = min(self.columns, count), -(-count // self.columns)
        return columns * (self.cell + self.gap) + self.gap, rows * self._row + self.gap

    def corner(self, index: int) -> tuple[int, int]:
        """Left and top of the cell number `index`, from 0."""
        row, column = divmod(index, self.columns)
        return self.gap + column * (self.cell + self.gap), self.gap + row * self._row

    @property
    def _row(self) -> int:
        return self.cell + self.gap + 2 * self.letters  # a line, with air above and below

    def check_output(self, format_: str, frames: str) -> None:
        """Raise ValueError for an output that a sheet cannot be."""
        if frames != "all":
            raise ValueError("a contact sheet is one picture: frames has no meaning")


class Join(Part):
    """All pictures and all of their pages, in dropped order, as the pages of one file."""

    do: Literal["join"]
    format: Literal["pdf", "tiff"]

    @property
    def each(self) -> tuple[StepModel, ...]:
        """What is done to each picture first: nothing."""
        return ()

    def check_output(self, format_: str, frames: str) -> None:
        """Raise ValueError for an output in another format, or one that is no whole."""
        if format_ not in ("same", self.format):
            raise ValueError(f'join makes a {self.format}; leave format out of the output, or write "{self.format}"')
        if frames == "split":
            raise ValueError("join makes one file: split has no meaning")
