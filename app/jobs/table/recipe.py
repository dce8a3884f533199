"""The recipe of tables. Owns its keys outside `read` (tabular/options.py) and the steps (steps/)."""

import codecs
from typing import Literal

from pydantic import Field, field_validator, model_validator

from app.jobs.recipe import BaseRecipe, Place, Strict
from app.jobs.table.steps import AnyStep
from app.jobs.table.steps.base import Step
from app.jobs.table.steps.concat import Concat
from app.jobs.table.steps.dedupe import Dedupe
from app.jobs.table.steps.hash import Hash
from app.jobs.table.steps.repair import Repair
from app.jobs.table.steps.split import Split
from app.jobs.tabular.options import ReadOptions


class WriteOptions(Strict):
    """How the output is written. `source` means: as the input is."""

    format: Literal["same", "csv", "xlsx", "json", "ndjson", "sqlite", "parquet"] = Field(
        default="same", description="Kind of file"
    )
    delimiter: str = Field(default="source", min_length=1, description='"source" or the text between cells')
    newline: Literal["source", "lf", "crlf", "cr", "\n", "\r\n", "\r"] = Field(
        default="source", description="End of a line"
    )
    quote: Literal["source", '"', "'", ""] = Field(default="source", description='"" = cells are never quoted')
    encoding: str = Field(default="utf-8", description='A name such as "utf-8" or "cp1252"')
    bom: bool = Field(default=False, description="Begin with a byte order mark")
    excel: bool = Field(default=False, description="For Excel: byte order mark, CRLF, no cell that runs as a formula")
    header: Literal["source"] | bool = Field(default="source", description="Whether column names are written")

    @field_validator("encoding")
    @classmethod
    def _known_encoding(cls, value: str) -> str:
        try:
            "".encode(value)
        except LookupError as error:
            raise ValueError(f'unknown encoding "{value}"; expected a name such as "utf-8" or "cp1252"') from error
        return codecs.lookup(value).name

    @field_validator("delimiter")
    @classmethod
    def _usable_delimiter(cls, value: str) -> str:
        if value != "source" and any(char in "\"'\r\n\0" for char in value):
            raise ValueError("a delimiter holds no quote and no line break")
        return value


class TableRecipe(BaseRecipe):
    """What is done to a table: how it is read, the steps in order, how and where it is written."""

    kind: Literal["table"]
    read: ReadOptions = Field(default_factory=lambda: ReadOptions())
    steps: list[AnyStep] = Field(default_factory=list)
    write: WriteOptions = Field(default_factory=lambda: WriteOptions())
    place: Place = Field(default_factory=lambda: Place())

    @model_validator(mode="after")
    def _files_apart(self) -> "TableRecipe":
        names = [step.duplicates.casefold() for step in self.steps if isinstance(step, Dedupe) and step.duplicates]
        if len(set(names)) < len(names):
            raise ValueError("two steps put their duplicates into the same file")
        return self

    @model_validator(mode="after")
    def _places(self) -> "TableRecipe":
        for position, step in enumerate(self.steps):
            if isinstance(step, Repair) and position:
                raise ValueError("the step repair stands first: it mends what reading rejects")
            if isinstance(step, Concat) and position:
                raise ValueError("the step concat stands first: it puts the inputs together")
            if isinstance(step, Split) and position < len(self.steps) - 1:
                raise ValueError("the step split stands last: what it makes is several files")
        return self

    @property
    def concat(self) -> Concat | None:
        """The step that makes one table of all inputs, if there is one."""
        return self.steps[0] if self.steps and isinstance(self.steps[0], Concat) else None

    @property
    def split(self) -> Split | None:
        """The step that makes several files, if there is one."""
        return self.steps[-1] if self.steps and isinstance(self.steps[-1], Split) else None

    @property
    def key_names(self) -> tuple[str, ...]:
        """The secret keys that the steps need, by name; who runs the recipe puts them into the option "keys"."""
        return tuple({step.key_name: None for step in self.steps if isinstance(step, Hash) and step.key_name})

    def step_names(self) -> list[str]:
        """One name a step, as results and rejects say it: what it does, numbered when it comes again ("trim 2")."""
        names: list[str] = []
        counts: dict[str, int] = {}
        for step in self.steps:
            assert isinstance(step, Step)
            count = counts[step.do] = counts.get(step.do, 0) + 1
            names.append(step.do if count == 1 else f"{step.do} {count}")
        return names
