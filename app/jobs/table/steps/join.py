"""Step `join`: columns of another table for rows that are equal in some columns."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from pydantic import Field

from app.jobs.base import JobError
from app.jobs.table.columns import Columns
from app.jobs.table.joining import Joiner
from app.jobs.table.row import BindContext, Bound
from app.jobs.table.steps.base import Names, Step
from app.jobs.tabular import ReadOptions, Table, open_table
from app.jobs.tabular.values import Record, unique_names


class Join(Step):
    """Look the columns `on` up in the table `with` (a path; a relative one begins at the input's folder).

    `left` keeps rows that are not found, with empty cells; `inner` removes them; `anti` keeps only them, and no column
    comes along. A row that is found several times becomes several rows, which is reported. Keys are compared character
    by character; a row whose key is empty finds nothing. A column that both tables have is there twice.
    """

    do: Literal["join"]
    with_: str = Field(alias="with", min_length=1, description="Path of the other table")
    on: Names = Field(description="Columns that both tables have")
    how: Literal["left", "inner", "anti"] = Field(default="left", description="What becomes of rows that find nothing")
    read: ReadOptions = Field(default_factory=lambda: ReadOptions(), description="How the other table is read")

    @property
    def holds(self) -> bool:
        """See `Step.holds`."""
        return True

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`. Reads the header of the other table; raises JobError as `open_table` does."""
        path = os.path.normpath(os.path.join(context.folder, os.path.expanduser(self.with_)))
        with open_table(path, self.read, limit=context.limit) as table:
            other = Columns(tuple(table.names), tuple(table.header), table.name)
        left, right = columns.indexes(self.on), other.indexes(self.on)
        taken = [] if self.how == "anti" else [i for i in range(len(other.names)) if i not in set(right)]
        joiner = Joiner(self.how, left, right, taken, self._rows(path, context), context, columns.where, other.where)
        if self.how == "anti":
            return Bound(columns, whole=joiner.run)
        names = unique_names([*columns.names, *(other.names[i] for i in taken)])
        added = names[len(columns.names) :]
        titles = (*columns.titles, *(new if other.titles[i] else "" for new, i in zip(added, taken, strict=True)))
        return Bound(Columns(tuple(names), titles, columns.where), whole=joiner.run)

    def _rows(self, path: str, context: BindContext) -> Callable[[], Iterable[Record]]:
        def rows() -> Iterator[Record]:
            with open_table(path, self.read, limit=context.limit) as table:
                if table.cut:
                    context.warn("LOOKED_AT_PART", f"Only the beginning of {table.name} was looked at here.")
                try:
                    yield from map(_usable(table), table)
                except JobError:
                    if not table.cut:
                        raise  # where only the beginning is looked at, it may end inside a row

        return rows


def _usable(table: Table) -> Callable[[Record], Record]:
    """The record, or the failure for one that cannot be read: a join without it would be wrong in silence."""

    def check(record: Record) -> Record:
        if record.problem is not None:
            raise JobError(
                record.problem.code,
                f"Line {record.line:,} of {table.name}, which is joined, cannot be used: {record.problem.reason}. "
                "Repair it, then retry.",
            )
        return record

    return check
