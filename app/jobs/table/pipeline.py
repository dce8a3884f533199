"""Rows through the steps. Owns how bound steps are chained; must not know files or formats.

Row-local steps that follow each other run in one loop; a step that needs all rows is a stage of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.jobs.base import JobError
from app.jobs.table.columns import Columns
from app.jobs.table.ledger import Ledger
from app.jobs.table.row import BindContext, Bound, Each, RowReject
from app.jobs.table.steps.base import Step
from app.jobs.tabular.values import Record

READ_STEP = "read"  # what the rejects file calls the reader


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The steps of a recipe, bound to one table. `columns`: what comes out."""

    columns: Columns
    stages: tuple[tuple[str, Bound], ...]

    def run(self, records: Iterable[Record], ledger: Ledger) -> Iterator[Record]:
        """The rows that come out. Rows that do not are in the ledger."""
        rows: Iterator[Record] = _fitting(records, ledger)
        local: list[tuple[str, Each]] = []
        for name, bound in self.stages:
            if bound.each is not None:
                local.append((name, bound.each))
                continue
            rows = _each(rows, local, ledger) if local else rows
            local = []
            if bound.whole is not None:
                rows = bound.whole(rows, lambda row, name=name: ledger.remove(row, name))  # type: ignore[misc]
        return _each(rows, local, ledger) if local else rows


def build(steps: Sequence[Step], names: Sequence[str], columns: Columns, context: BindContext) -> Pipeline:
    """Bind `steps` one after the other. Raises JobError HEADER, which names the step."""
    stages: list[tuple[str, Bound]] = []
    for name, step in zip(names, steps, strict=True):
        try:
            bound = step.bind(columns, context)
        except JobError as error:
            failure = error.failure
            message = f"{failure.message} (Step {name}.)"
            raise JobError(failure.code, message if failure.code == "HEADER" else failure.message) from error
        columns = bound.columns
        stages.append((name, bound))
    return Pipeline(columns, tuple(stages))


def _fitting(records: Iterable[Record], ledger: Ledger) -> Iterator[Record]:
    """The records without a problem; the others are rejected."""
    for record in records:
        if record.problem is None:
            yield record
        else:
            ledger.reject(record, READ_STEP, record.problem)


def _each(rows: Iterable[Record], steps: Sequence[tuple[str, Each]], ledger: Ledger) -> Iterator[Record]:
    for row in rows:
        cells = row.cells
        name = ""
        try:
            for name, each in steps:
                changed = each(cells)
                if changed is None:
                    ledger.remove(row, name)
                    break
                cells = changed
            else:
                row.cells = cells
                yield row
        except RowReject as reject:
            ledger.reject(row, name, reject.problem)
