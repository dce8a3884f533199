"""What a step is for the pipeline: a bound function of rows. Must not know recipes' JSON, files or ledgers."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.jobs.table.columns import Columns
from app.jobs.tabular.values import Record, RowProblem

MEMORY = 256 * 1024**2  # bytes that a step may hold before it goes to the drive, where the settings name no budget


class RowReject(Exception):
    """This row cannot be worked out; it goes to the rejects file and the rest goes on."""

    def __init__(self, code: str, reason: str, column: str = "", value: str = "") -> None:
        super().__init__(reason)
        self.problem = RowProblem(code, reason, column, value)


def _unheard(*words: object) -> None:
    """Where nobody listens (a preview, a test)."""


@dataclass(frozen=True, slots=True)
class BindContext:
    """What a step may know and use besides the columns.

    `nulls`: words that count as empty. `today`: the day of the run. `memory`: bytes that one step may hold; what is
    more goes to a temporary file in `scratch` (None = the system's folder). `folder`: where relative paths begin (the
    source's own folder). `keys`: secret keys by name. `warn(code, text)` reports what does not stop the job,
    `say(text)` adds to the job's note, `attach(ending, content)` puts a file beside the output; `spilled()` is called
    by a step that goes to the drive, before it does. `limit`: bytes of other files that are looked at (None = all).
    """

    nulls: frozenset[str] = frozenset()
    today: datetime.date = field(default_factory=datetime.date.today)
    memory: int = MEMORY
    scratch: str | None = None
    folder: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    warn: Callable[[str, str], None] = _unheard
    say: Callable[[str], None] = _unheard
    attach: Callable[[str, bytes], None] = _unheard
    spilled: Callable[[], None] = _unheard
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where a step accounts for rows that it does not simply hand on. A row that comes in is yielded, removed or
    rejected, once; a row that is yielded without having come in is created."""

    remove: Callable[[Record], None]
    reject: Callable[[Record, RowProblem], None]
    create: Callable[[int], None]


# The cells of a row, changed (in place or not), or None = the step removes the row. May raise RowReject.
Each = Callable[[list[str]], list[str] | None]
# All rows, for steps that need them together or make new ones. A step that outgrows its memory spills in here.
Whole = Callable[[Iterable[Record], Outlet], Iterator[Record]]
# As `Whole`, for steps whose columns follow from the rows; all rows have been read when it returns.
Reshape = Callable[[Iterable[Record], Outlet], tuple[Columns, Iterator[Record]]]
# Takes the problem away from a record that could not be used as it was read, if it can.
Mend = Callable[[Record], None]


@dataclass(frozen=True, slots=True)
class Bound:
    """A step that has met the header. `columns`: what comes out. Exactly one of `each`, `whole` and `reshape` is set.

    `mend`: what a first step does with records that do not fit.
    """

    columns: Columns
    each: Each | None = None
    whole: Whole | None = None
    reshape: Reshape | None = None
    mend: Mend | None = None
