"""Before and after of the first records of a table. Must not know windows; writes nothing."""

from itertools import islice
from typing import Any

from app.jobs.base import Preview, Source
from app.jobs.table.ledger import Ledger
from app.jobs.table.pipeline import build
from app.jobs.table.recipe import TableRecipe
from app.jobs.table.row import BindContext
from app.jobs.table.run import columns_of
from app.jobs.tabular import Record, RowProblem, open_table

ROWS = 200
_CELL = 500  # characters shown of one cell


def preview(source: Source, recipe: TableRecipe) -> Preview:
    """`{"before": [names], "after": [names], "rows": [{number, line, status, before, after, step, reason}], "why",
    "encoding", "delimiter", "warnings"}`. `status`: kept, changed, removed, rejected; `after` is null for the last two.
    Rows stand in the order of the source. Raises JobError as running does."""
    rows: dict[int, dict[str, Any]] = {}

    def reject(record: Record, step: str, problem: RowProblem) -> None:
        rows[record.number] |= {"status": "rejected", "step": step, "reason": problem.reason}

    def remove(record: Record, step: str) -> None:
        rows[record.number] |= {"status": "removed", "step": step}

    with open_table(source.path, recipe.read) as table:
        pipeline = build(
            recipe.steps, recipe.step_names(), columns_of(table), BindContext(frozenset(recipe.read.nulls))
        )
        records = list(islice(table, ROWS))
        for record in records:
            rows[record.number] = {
                "number": record.number,
                "line": record.line,
                "status": "kept",
                "before": _shown(record.cells),
                "after": None,
                "step": "",
                "reason": "",
            }
        for record in pipeline.run(records, Ledger(reject, remove)):
            row = rows[record.number]
            row["after"] = _shown(record.cells)
            row["status"] = "kept" if row["after"] == row["before"] else "changed"
    return Preview(
        {
            "before": table.names,
            "after": list(pipeline.columns.names),
            "rows": list(rows.values()),
            "why": table.dialect.why,
            "encoding": table.dialect.encoding,
            "delimiter": table.dialect.delimiter,
            "warnings": [{"code": w.code, "message": w.message} for w in table.warnings],
        }
    )


def _shown(cells: list[str]) -> list[str]:
    """Cells as JSON can carry them, the long ones cut."""
    return [cell[:_CELL].encode("utf-8", "backslashreplace").decode() for cell in cells]
