"""The `read` part of a recipe. Owns its keys and defaults; must not know how reading is done."""

import codecs
from typing import Literal

from pydantic import Field, field_validator

from app.jobs.recipe import Strict


class ReadOptions(Strict):
    """How to read a table. Every `auto` is found out from the file, shown, and refused when it is not certain."""

    encoding: str = Field(default="auto", description='"auto" or a name such as "utf-8", "cp1252", "utf-16"')
    delimiter: str = Field(default="auto", description='"auto" or the text between cells', min_length=1, max_length=16)
    quote: Literal["auto", '"', "'", ""] = Field(default="auto", description='"" = cells are never quoted')
    escape: Literal["auto", "doubled", "backslash"] = Field(
        default="auto", description="How a quote inside a cell is written"
    )
    header: Literal["auto"] | bool | int = Field(
        default="auto", description="Whether there is a header, or how many rows of it"
    )
    skip: Literal["auto"] | int = Field(
        default="auto", description="Rows before the header that are not part of the table"
    )
    ragged: Literal["reject", "pad", "truncate", "both", "fail"] = Field(
        default="reject", description="Rows with fewer or more cells than the header"
    )
    stray_quotes: Literal["reject", "keep"] = Field(
        default="reject", description="Quotes that do not enclose a whole cell"
    )
    comment: str | None = Field(default=None, description="Lines that start so are left out", min_length=1)
    initial_space: Literal["keep", "drop"] = Field(default="keep", description="Spaces after a delimiter")
    nulls: list[str] = Field(default_factory=list, description="Words that steps treat as an empty cell")
    sheet: str | None = Field(default=None, description="Sheet of a workbook; the first one by default")
    limit_rejects: int | None = Field(default=None, ge=0, description="Stop when more rows than this are rejected")

    @field_validator("encoding")
    @classmethod
    def _known_encoding(cls, value: str) -> str:
        if value == "auto":
            return value
        try:
            "".encode(value)  # refuses codecs that are not text, such as "hex"
        except LookupError as error:
            raise ValueError(
                f'unknown encoding "{value}"; expected "auto" or a name such as "utf-8" or "cp1252"'
            ) from error
        return codecs.lookup(value).name

    @field_validator("delimiter")
    @classmethod
    def _usable_delimiter(cls, value: str) -> str:
        if value == "auto":
            return value
        if any(c in '"\r\n\0' for c in value):
            raise ValueError("a delimiter holds no quote and no line break")
        return value

    @field_validator("header", "skip")
    @classmethod
    def _not_negative(cls, value: str | bool | int) -> str | bool | int:
        if isinstance(value, int) and not isinstance(value, bool) and not 0 <= value <= 1000:
            raise ValueError("a number of rows is from 0 to 1000")
        return value
