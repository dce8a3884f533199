"""Rows that belong together and become one message (`recipients.group_by`).

Owns: which rows these are, and in which order groups come. Must not know: templates, addresses, messages.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.jobs.tabular import Record


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one message, in the order of the list. `unfit`: a row that would belong to them, but does not fit the
    header, so that what it says is not known; without it the message would be wrong."""

    records: tuple[Record, ...]
    unfit: Record | None = None

    @property
    def first(self) -> Record:
        """The row that the group is called after."""
        return self.records[0]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its rows."""
        return tuple(record.number for record in self.records)


def one_by_one(records: Iterable[Record]) -> Iterator[Group]:
    """Each row is a group of its own."""
    for record in records:
        yield Group((record,))


def grouped(records: Iterable[Record], column: int, key: Callable[[str], str]) -> Iterator[Group]:
    """Rows whose cells in `column` have the same `key`, in the order of their first rows; they need not stand together.
    Rows that have no such cell or do not fit come first, each alone: they belong to nobody."""
    found: dict[str, list[Record]] = {}
    unfit: dict[str, Record] = {}
    for record in records:
        name = key(record.cells[column]) if column < len(record.cells) else ""
        if record.problem is not None:
            unfit.setdefault(name, record)
            yield Group((record,))
        elif not name:
            yield Group((record,))
        else:
            found.setdefault(name, []).append(record)
    for name, members in found.items():
        yield Group(tuple(members), unfit.get(name))
