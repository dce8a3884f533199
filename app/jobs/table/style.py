"""How an output is written, from the recipe's `write` and the source's dialect. Pure."""

from app.jobs.base import JobError
from app.jobs.table.recipe import TableRecipe, WriteOptions
from app.jobs.table.write import Style
from app.jobs.tabular.values import Dialect

_NEWLINES = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
_WORKBOOKS = frozenset({"xlsm", "xlsb", "xls", "ods"})  # read only: what is written is an XLSX workbook
_WIDE = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}


def resolve(write: WriteOptions, dialect: Dialect, scratch: str | None = None) -> Style:
    """Every `source` and `same` replaced by what it means for this source."""
    encoding = write.encoding.removesuffix("-sig")
    bom = write.bom or write.encoding != encoding or encoding in _WIDE or write.excel
    newline = dialect.newline if write.newline == "source" else _NEWLINES.get(write.newline, write.newline)
    own = dialect.quote if dialect.format == "csv" else '"'  # "" where the recipe says that quotes are text
    quote = own if write.quote == "source" else write.quote
    return Style(
        format=_same(dialect) if write.format == "same" else write.format,
        encoding=_WIDE.get(encoding, encoding),
        bom=bom,
        delimiter=(dialect.delimiter or ",") if write.delimiter == "source" else write.delimiter,
        quote=quote,
        newline="\r\n" if write.excel and write.newline == "source" else newline,
        header=dialect.header if write.header == "source" else write.header,
        guard=write.excel,
        scratch=scratch,
    )


def _same(dialect: Dialect) -> str:
    return "xlsx" if dialect.format in _WORKBOOKS else dialect.format


def copies(recipe: TableRecipe, dialect: Dialect, style: Style) -> bool:
    """Whether the output is the source's own bytes: no step, and nothing about the dialect changes."""
    if recipe.steps or dialect.format != style.format or style.guard or not dialect.whole:
        return False
    if dialect.format in ("xlsx", "sqlite", "parquet"):
        return recipe.read.sheet is None
    if (dialect.encoding, dialect.bom) != (style.encoding, style.bom):
        return False
    return dialect.format in ("json", "ndjson") or (
        (dialect.delimiter, dialect.newline) == (style.delimiter, style.newline)
        and (recipe.write.quote == "source" or dialect.quote == style.quote)
        and dialect.header == style.header
        and recipe.read.ragged in ("reject", "fail")  # a repaired row is no longer what the source says
    )


def check_delimiter(style: Style, name: str) -> None:
    """Refuse a delimiter that is also the quote. Raises JobError DIALECT_AMBIGUOUS."""
    if style.quote and style.quote in style.delimiter:
        raise JobError(
            "DIALECT_AMBIGUOUS", f"{name} cannot be written: delimiter and quote are the same. Change the recipe."
        )
