"""What a step is for the pipeline: a bound function of rows. Must not know recipes' JSON, files or ledgers."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from app.jobs.table.columns import Columns
from app.jobs.tabular.values import Record, RowProblem


class RowReject(Exception):
    """This row cannot be worked out; it goes to the rejects file and the rest goes on."""

    def __init__(self, code: str, reason: str, column: str = "", value: str = "") -> None:
        super().__init__(reason)
        self.problem = RowProblem(code, reason, column, value)


@dataclass(frozen=True, slots=True)
class BindContext:
    """What a step may know besides the columns: words that count as empty, and the day of the run."""

    nulls: frozenset[str] = frozenset()
    today: datetime.date = field(default_factory=datetime.date.today)


# The cells of a row, changed (in place or not), or None = the step removes the row. May raise RowReject.
Each = Callable[[list[str]], list[str] | None]
Remove = Callable[[Record], None]
# All rows, for steps that need them together; every row is yielded or given to `remove`. Where a step that outgrows
# memory will spill, it spills in here.
Whole = Callable[[Iterable[Record], Remove], Iterator[Record]]


@dataclass(frozen=True, slots=True)
class Bound:
    """A step that has met the header. `columns`: what comes out. Exactly one of `each` and `whole` is set."""

    columns: Columns
    each: Each | None = None
    whole: Whole | None = None
