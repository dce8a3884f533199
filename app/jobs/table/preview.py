"""Before and after of the first records of a table. Must not know windows; writes nothing.

However long the file is, only its beginning is read, so that an answer takes a fraction of a second.
"""

import os
from collections.abc import Iterator
from typing import Any

from app.jobs.base import JobError, Preview, Source
from app.jobs.table.ledger import Ledger
from app.jobs.table.pipeline import Pipeline, build
from app.jobs.table.recipe import TableRecipe
from app.jobs.table.row import BindContext
from app.jobs.table.run import columns_of
from app.jobs.tabular import Record, RowProblem, Table, open_table

ROWS = 200
LIMIT = 1024**2  # bytes of a file that are looked at: 200 rows of 5 kB each
_CELL = 500  # characters shown of one cell


def preview(source: Source, recipe: TableRecipe) -> Preview:
    """`{"before": [names], "after": [names], "rows": [{number, line, status, before, after, changed, step, reason}],
    "counts", "whole", "cut", "why", "sure", "format", "encoding", "delimiter", "quote", "newline", "header", "skipped",
    "warnings"}`.

    `status`: kept, changed, removed, rejected, created; `after` is null for removed and rejected, `before` for created
    rows. `changed`: positions in `after` of cells that are new or not what the column of that name held. Rows stand in
    the order of the source, created ones after the row that they came from. `counts`: read, written, removed (by step),
    rejected, created. `whole`: steps that would see all rows and see only these here. `cut`: the file has more rows.
    Raises JobError as running does.
    """
    warnings: list[dict[str, str]] = []
    fates = _Fates()
    with open_table(source.path, recipe.read, limit=LIMIT) as table:
        warnings += [{"code": w.code, "message": w.message} for w in table.warnings]
        context = BindContext(
            nulls=frozenset(recipe.read.nulls),
            folder=os.path.dirname(source.path),
            keys=_AnyKey(),
            limit=LIMIT,
            warn=lambda code, message: warnings.append({"code": code, "message": message}),
        )
        pipeline = build(recipe.steps, recipe.step_names(), columns_of(table), context)
        records, more = _first(table)
        ledger = Ledger(fates.reject, fates.remove)
        for record in records:
            fates.before(record)
        after = list(pipeline.run(records, ledger))
        for record in after:
            fates.after(record, table.names, pipeline)
    dialect = table.dialect
    return Preview(
        {
            "before": table.names,
            "after": list(pipeline.columns.names),
            "rows": fates.rows(),
            "counts": {
                "read": len(records),
                "written": len(after),
                "removed": ledger.removed,
                "rejected": ledger.rejected,
                "created": ledger.created,
            },
            "whole": [n for n, step in zip(recipe.step_names(), recipe.steps, strict=True) if step.holds]
            if more
            else [],
            "cut": more,
            "why": dialect.why,
            "sure": dialect.sure,
            "format": dialect.format,
            "encoding": dialect.encoding,
            "delimiter": dialect.delimiter,
            "quote": dialect.quote,
            "newline": dialect.newline,
            "header": dialect.header,
            "skipped": dialect.skipped,
            "warnings": warnings,
        }
    )


def _first(table: Table) -> tuple[list[Record], bool]:
    """The first records, and whether there are more."""
    found: list[Record] = []
    records = iter(table)
    try:
        for record in records:
            if len(found) == ROWS:
                return found, True
            found.append(record)
    except JobError:
        if not table.cut:
            raise
        return found, True  # where the beginning ends in the middle of a row
    return found, table.cut


class _AnyKey(dict[str, str]):
    """Secret keys for a look: what is hashed is shown as it would look, not as it will be."""

    def get(self, key: str, default: Any = None) -> Any:
        return "preview"


class _Fates:
    """What becomes of each record."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[str, Any]] = {}
        self._cells: dict[int, list[str]] = {}
        self._created: dict[int, list[dict[str, Any]]] = {}

    def before(self, record: Record) -> None:
        """A record as it was read."""
        self._cells[record.number] = list(record.cells)
        self._rows[record.number] = {
            "number": record.number,
            "line": record.line,
            "status": "kept",
            "before": _shown(record.cells),
            "after": None,
            "changed": [],
            "step": "",
            "reason": "",
        }

    def reject(self, record: Record, step: str, problem: RowProblem) -> None:
        """See `Ledger.on_reject`."""
        self._rows[record.number] |= {"status": "rejected", "step": step, "reason": problem.reason}

    def remove(self, record: Record, step: str) -> None:
        """See `Ledger.on_remove`."""
        self._rows[record.number] |= {"status": "removed", "step": step}

    def after(self, record: Record, names: list[str], pipeline: Pipeline) -> None:
        """A record that came out."""
        row, shown = self._rows[record.number], _shown(record.cells)
        if row["after"] is not None or row["status"] != "kept":
            line = {"status": "created", "before": None, "after": shown, "changed": list(range(len(shown)))}
            self._created.setdefault(record.number, []).append({**row, **line, "step": "", "reason": ""})
            return
        old = dict(zip(names, self._cells[record.number], strict=False))
        row["after"] = shown
        row["changed"] = [
            position
            for position, (name, cell) in enumerate(zip(pipeline.columns.names, record.cells, strict=True))
            if old.get(name) != cell
        ]
        row["status"] = "kept" if shown == row["before"] else "changed"

    def rows(self) -> list[dict[str, Any]]:
        """All of them in order."""
        return list(self._in_order())

    def _in_order(self) -> Iterator[dict[str, Any]]:
        for number, row in self._rows.items():
            yield row
            yield from self._created.get(number, ())


def _shown(cells: list[str]) -> list[str]:
    """Cells as JSON can carry them, the long ones cut."""
    return [cell[:_CELL].encode("utf-8", "backslashreplace").decode() for cell in cells]
