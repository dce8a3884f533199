"""Shared by the tests of tables: recipes from plain dictionaries, steps on rows in memory, runs on real files."""

import csv
import datetime
import io
import json
from pathlib import Path
from typing import Any

from app.jobs.base import PlanRequest, Result
from app.jobs.registry import kind, parse_recipe
from app.jobs.table.columns import Columns
from app.jobs.table.ledger import Ledger
from app.jobs.table.pipeline import build
from app.jobs.table.recipe import TableRecipe
from app.jobs.table.row import BindContext
from app.jobs.tabular import Record, RowProblem
from tests.jobs.context import Context, run_one, source_of

DAY = datetime.date(2024, 5, 31)


def recipe(steps: list[dict[str, Any]] | None = None, **parts: Any) -> TableRecipe:
    """The recipe, read from JSON as every recipe is."""
    found = parse_recipe(json.dumps({"dropmill": 1, "kind": "table", "steps": steps or [], **parts}))
    assert isinstance(found, TableRecipe)
    return found


class Outcome:
    """What steps did with rows."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.titles: list[str] = []
        self.rows: list[list[str]] = []
        self.rejected: list[tuple[int, str, RowProblem]] = []
        self.removed: dict[str, int] = {}
        self.created = 0
        self.warnings: list[tuple[str, str]] = []
        self.notes: list[str] = []

    @property
    def problems(self) -> list[tuple[int, str, str, str, str]]:
        """(record, code, column, value, reason) of each rejected row."""
        return [(n, p.code, p.column, p.value, p.reason) for n, _, p in self.rejected]


def apply(
    steps: list[dict[str, Any]],
    header: list[str],
    rows: list[list[str]],
    nulls: frozenset[str] = frozenset(),
    **use: Any,
) -> Outcome:
    """`steps` on `rows` with the columns `header`; every row must be accounted for. `use`: more of `BindContext`."""
    out = Outcome()
    parsed = recipe(steps)
    columns = Columns(tuple(header), tuple(header), "a.csv")
    context = BindContext(
        nulls,
        DAY,
        warn=lambda code, text: out.warnings.append((code, text)),
        say=out.notes.append,
        spilled=lambda: out.notes.append("spilled"),
        **use,
    )
    pipeline = build(parsed.steps, parsed.step_names(), columns, context)
    ledger = Ledger(lambda record, step, problem: out.rejected.append((record.number, step, problem)))
    records = [Record(number, number + 1, list(cells)) for number, cells in enumerate(rows, 1)]
    for record in pipeline.run(records, ledger):
        out.rows.append(record.cells)
        ledger.written += 1
    ledger.check(len(rows), "a.csv")
    out.names, out.titles, out.removed = list(pipeline.columns.names), list(pipeline.columns.titles), ledger.removed
    out.created = ledger.created
    return out


def run(
    tmp_path: Path, data: bytes, steps: list[dict[str, Any]] | None = None, name: str = "a.csv", **parts: Any
) -> tuple[Result, Context]:
    """Run a recipe over a real file with the content `data`."""
    path = tmp_path / name
    path.write_bytes(data)
    return run_one(kind("table"), path, recipe(steps, **parts), tmp_path / "out")


def run_together(
    tmp_path: Path, files: dict[str, bytes], steps: list[dict[str, Any]], **parts: Any
) -> tuple[Result, Context]:
    """Run a recipe that makes one file of all `files`, which may be paths below `tmp_path`."""
    sources = []
    for number, (name, data) in enumerate(files.items(), 1):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        sources.append(source_of(path, tmp_path, number))
    parsed = recipe(steps, **parts)
    assert kind("table").whole(parsed)
    (plan,) = kind("table").plan(sources, parsed, PlanRequest(out=str(tmp_path / "out")))
    (job,) = plan.jobs
    payload = json.loads(json.dumps(job.payload))
    context = Context(job.source, parsed, {o.name: o for o in job.outputs}, payload)
    return kind("table").run(context), context


def rejects(result: Result) -> list[dict[str, str]]:
    """The rows of the rejects file."""
    path = result.extra["table"]["rejects"]
    return list(csv.DictReader(io.StringIO(Path(path).read_text(encoding="utf-8"), newline=""))) if path else []
