"""Step `concat`: all inputs become one table. It stands first; `inputs.py` does the reading."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from app.jobs.base import JobError
from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound
from app.jobs.table.steps.base import Step


class Concat(Step):
    """Put the rows of all inputs into one file, in the order in which they were added. Columns are matched by name:
    `union` takes every column (cells are empty where a file has none), `common` those that all files have, `strict`
    refuses files whose columns differ."""

    do: Literal["concat"]
    mode: Literal["union", "common", "strict"] = Field(default="union", description="Which columns come along")
    source_column: str | None = Field(default=None, min_length=1, description="Column for the file's name")

    def columns_of(self, tables: Sequence[Sequence[str]], files: Sequence[str]) -> list[str]:
        """The columns of the result. Raises JobError COLUMNS_DIFFER, HEADER, which name a file."""
        names = list(tables[0])
        for columns, file in zip(tables[1:], files[1:], strict=True):
            if self.mode == "union":
                names += [name for name in columns if name not in names]
            elif self.mode == "common":
                names = [name for name in names if name in columns]
            elif set(names) != set(columns):
                odd = sorted(set(names) ^ set(columns))
                raise JobError(
                    "COLUMNS_DIFFER",
                    f"The columns of {file} are not those of {files[0]}: {', '.join(odd[:12])}. "
                    'Rename them, or choose "union" in the recipe.',
                )
        if not names:
            raise JobError("HEADER", f"{files[0]} and the files after it have no column in common.")
        if self.source_column in names:
            raise JobError("HEADER", f'{files[0]} has a column "{self.source_column}" already. Change the new name.')
        return names

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`. The rows come together already, except where one table is looked at alone."""
        name = self.source_column
        if name is None or name in columns.names:
            return Bound(columns, lambda cells: cells)
        file = columns.where
        return Bound(columns.with_column(name), lambda cells: [*cells, file])
