"""Step `profile`: a report of what is in the columns, beside the output; the rows are not changed."""

from collections.abc import Iterable, Iterator
from typing import Literal

from app.jobs.table.columns import Columns
from app.jobs.table.keys import MARK_BYTES
from app.jobs.table.profile import Summary
from app.jobs.table.row import BindContext, Bound, Outlet
from app.jobs.table.steps.base import Step
from app.jobs.tabular.values import Record


class Profile(Step):
    """Write `NAME.profile.html`: types, empty and distinct cells, ranges, histograms, of the rows as they are here."""

    do: Literal["profile"]

    @property
    def holds(self) -> bool:
        """See `Step.holds`."""
        return True

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""

        def whole(rows: Iterable[Record], outlet: Outlet) -> Iterator[Record]:
            from app.jobs.table.profile_report import report

            limit = context.memory // 2 // MARK_BYTES // len(columns.names) + 1
            summaries = [Summary(name, limit) for name in columns.names]
            adds = [summary.add for summary in summaries]
            nulls = context.nulls
            for row in rows:
                for add, cell in zip(adds, row.cells, strict=True):
                    add(cell, not cell or cell in nulls)
                yield row
            context.attach("profile.html", report(columns.where, summaries))

        return Bound(columns, whole=whole)
