"""Where every row went. Owns the counts and the rule that they add up; must not know steps or files."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.jobs.base import JobError
from app.jobs.tabular.values import Record, RowProblem

OnReject = Callable[[Record, str, RowProblem], None]
OnRemove = Callable[[Record, str], None]


@dataclass(slots=True)
class Ledger:
    """Counts of one run. `read` and `written` are counted by the reader and the writer, not derived from the rest."""

    on_reject: OnReject
    on_remove: OnRemove | None = None
    written: int = 0
    rejected: int = 0
    created: int = 0
    mended: int = 0  # rows of `written` or `removed` that a first step made fit
    removed: dict[str, int] = field(default_factory=dict)

    def reject(self, record: Record, step: str, problem: RowProblem) -> None:
        """The row goes to the rejects file."""
        self.rejected += 1
        self.on_reject(record, step, problem)

    def remove(self, record: Record, step: str) -> None:
        """The step takes the row out."""
        self.removed[step] = self.removed.get(step, 0) + 1
        if self.on_remove is not None:
            self.on_remove(record, step)

    def create(self, count: int) -> None:
        """A step makes `count` rows that did not come in."""
        self.created += count

    def check(self, read: int, name: str) -> None:
        """read + created = written + removed + rejected. Raises JobError RECONCILE."""
        gone = self.written + sum(self.removed.values()) + self.rejected
        if read + self.created != gone:
            raise JobError(
                "RECONCILE",
                f"The rows of {name} do not add up: {read:,} read, {gone:,} accounted for. No output was written.",
                f"written {self.written}, removed {self.removed}, rejected {self.rejected}, created {self.created}",
            )
