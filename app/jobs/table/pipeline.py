"""Rows through the steps. Owns how bound steps are chained; must not know files or formats.

Row-local steps that follow each other run in one loop; a step that needs all rows is a stage of its own. What stands
after a step whose columns follow from the rows is bound when that step has read them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from app.jobs.base import JobError
from app.jobs.table.columns import Columns
from app.jobs.table.ledger import Ledger
from app.jobs.table.row import BindContext, Bound, Each, Mend, Outlet, RowReject
from app.jobs.table.steps.base import Step
from app.jobs.tabular.values import Record

READ_STEP = "read"  # what the rejects file calls the reader


@dataclass(slots=True)
class Pipeline:
    """The steps of a recipe, bound to one table.

    `columns`: what comes out; where a step makes its own columns (`rest` is set), right when `run` has returned.
    """

    columns: Columns
    stages: tuple[tuple[str, Bound], ...]
    rest: Callable[[Columns], "Pipeline"] | None = None

    def run(self, records: Iterable[Record], ledger: Ledger) -> Iterator[Record]:
        """The rows that come out. Rows that do not are in the ledger."""
        mend = self.stages[0][1].mend if self.stages else None
        return self._run(_fitting(records, ledger, mend), ledger)

    def run_from(self, stage: int, rows: Iterator[Record], ledger: Ledger) -> Iterator[Record]:
        """As `run`, for rows that have gone through the first `stage` steps."""
        return self._run(rows, ledger, stage)

    def _run(self, rows: Iterator[Record], ledger: Ledger, stage: int = 0) -> Iterator[Record]:
        local: list[tuple[str, Each]] = []
        for name, bound in self.stages[stage:]:
            if bound.each is not None:
                local.append((name, bound.each))
                continue
            rows = _each(rows, local, ledger) if local else rows
            local = []
            if bound.whole is not None:
                rows = bound.whole(rows, _outlet(name, ledger))
            elif bound.reshape is not None and self.rest is not None:
                columns, rows = bound.reshape(rows, _outlet(name, ledger))
                later = self.rest(columns)
                before = self.stages
                self.stages = before + later.stages  # already while they run: whoever takes removed rows looks here
                rows = later._run(rows, ledger)
                self.columns, self.stages = later.columns, before + later.stages
                return rows
        return _each(rows, local, ledger) if local else rows


def build(steps: Sequence[Step], names: Sequence[str], columns: Columns, context: BindContext) -> Pipeline:
    """Bind `steps` one after the other. Raises JobError HEADER, which names the step."""
    stages: list[tuple[str, Bound]] = []
    for position, (name, step) in enumerate(zip(names, steps, strict=True), 1):
        try:
            bound = step.bind(columns, context)
        except JobError as error:
            failure = error.failure
            message = f"{failure.message} (Step {name}.)"
            raise JobError(failure.code, message if failure.code == "HEADER" else failure.message) from error
        columns = bound.columns
        stages.append((name, bound))
        if bound.reshape is not None:
            return Pipeline(columns, tuple(stages), partial(_rest, steps[position:], names[position:], context))
    return Pipeline(columns, tuple(stages))


def _rest(steps: Sequence[Step], names: Sequence[str], context: BindContext, columns: Columns) -> Pipeline:
    return build(steps, names, columns, context)


def _outlet(name: str, ledger: Ledger) -> Outlet:
    return Outlet(
        lambda row: ledger.remove(row, name),
        lambda row, problem: ledger.reject(row, name, problem),
        ledger.create,
    )


def _fitting(records: Iterable[Record], ledger: Ledger, mend: Mend | None) -> Iterator[Record]:
    """The records without a problem, mended where that is wanted; the others are rejected."""
    for record in records:
        if record.problem is not None and mend is not None:
            mend(record)
            ledger.mended += record.problem is None
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
