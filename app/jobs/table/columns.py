"""The columns of a table on its way through the steps. Pure; must not know rows."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from app.jobs.base import JobError
from app.jobs.tabular.values import unique_names

ALL = "*"  # every column, in steps that change cells


@dataclass(frozen=True, slots=True)
class Columns:
    """`names` are unique, for steps; `titles` are what the output's header says. `where`: the file, for messages."""

    names: tuple[str, ...]
    titles: tuple[str, ...]
    where: str = "The table"

    def index(self, name: str) -> int:
        """The position of column `name`. Raises JobError HEADER, with the nearest name."""
        try:
            return self.names.index(name)
        except ValueError:
            raise self.missing(name) from None

    def indexes(self, names: Sequence[str] | str) -> list[int]:
        """The positions of `names`, or of all columns for "*". Raises JobError HEADER."""
        return list(range(len(self.names))) if names == ALL else [self.index(name) for name in names]

    def missing(self, name: str) -> JobError:
        """The failure for a column that is not there."""
        near = difflib.get_close_matches(name.casefold(), [n.casefold() for n in self.names], 1, 0.7)
        hint = next((f' Did you mean "{n}"?' for n in self.names if near and n.casefold() == near[0]), "")
        shown = ", ".join(self.names[:12]) + (", …" if len(self.names) > 12 else "")
        return JobError("HEADER", f'{self.where} has no column "{name}".{hint} It has {shown}.')

    def pick(self, positions: Sequence[int]) -> "Columns":
        """The columns at `positions`, in that order."""
        names = tuple(self.names[i] for i in positions)
        return Columns(names, tuple(self.titles[i] for i in positions), self.where)

    def renamed(self, new: Sequence[str | None]) -> "Columns":
        """New names, None = as it is. Raises JobError HEADER when two columns would share a new name."""
        titles = [title if name is None else name for title, name in zip(self.titles, new, strict=True)]
        names = [old if name is None else name for old, name in zip(self.names, new, strict=True)]
        for name in new:
            if name is not None and names.count(name) > 1:
                raise JobError("HEADER", f'Two columns of {self.where} would be called "{name}". Change the new name.')
        return Columns(tuple(unique_names(names)), tuple(titles), self.where)

    def with_column(self, name: str) -> "Columns":
        """`name` added at the end; as it is when there is one already."""
        return self if name in self.names else Columns((*self.names, name), (*self.titles, name), self.where)
