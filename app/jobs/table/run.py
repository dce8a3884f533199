"""One table from source to output: open, bind, stream, reconcile, publish. Must not know how any of these is done."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from app.jobs.base import JobContext, JobError, Output, Result, Source
from app.jobs.output import check_planned, check_regular, reading, warn_renamed
from app.jobs.table.beside import Beside
from app.jobs.table.columns import Columns
from app.jobs.table.copy import copy_lines
from app.jobs.table.duplicates import Duplicates
from app.jobs.table.ledger import Ledger
from app.jobs.table.pipeline import build
from app.jobs.table.plan import MAIN
from app.jobs.table.recipe import TableRecipe
from app.jobs.table.rejects import Rejects
from app.jobs.table.row import RowReject
from app.jobs.table.style import check_delimiter, copies, resolve
from app.jobs.table.write import Style, open_writer
from app.jobs.tabular import Record, RowProblem, Table, open_table

WRITE_STEP = "write"  # what the rejects file calls the writer


def run(context: JobContext) -> Result:
    """Do one table job. Raises JobError: what `open_table` raises, HEADER, EXPRESSION, SOURCE_CHANGED, RECONCILE, …"""
    recipe: TableRecipe = context.recipe
    check_source(context.source)
    check_planned(context.outputs, context.source.path)
    with _without_cycles(), open_table(context.source.path, recipe.read, progress=_progress(context)) as table:
        for warning in table.warnings:
            context.warn(warning.code, warning.message)
        style = resolve(recipe.write, table.dialect, context.options.get("scratch"))
        check_delimiter(style, table.name)
        with ExitStack() as stack:
            output = stack.enter_context(context.output(MAIN))
            rejects = Rejects(context, stack, output.path)
            duplicates = Duplicates(context, stack, output.path, recipe, style)
            beside = Beside(context, stack, output.path)
            ledger = Ledger(_limited(rejects, recipe, table))
            if copies(recipe, table.dialect, style) and not table.name.lower().endswith(".xlsm"):
                _copy(context, table, ledger, output)
            else:
                _transform(context, recipe, table, style, ledger, duplicates, beside, output)
            check_source(context.source)
            ledger.check(table.read, table.name)
            output.file.flush()
            size = os.fstat(output.file.fileno()).st_size
    if repaired := table.repaired + ledger.mended:
        context.warn(
            "RAGGED_REPAIRED",
            f"{_count(repaired)} of {table.name} had too few or too many cells and were made to fit.",
        )
    warn_renamed(context, MAIN, output.path)
    paths = [output.path, *duplicates.paths, *beside.paths, *([rejects.path] if rejects.path else [])]
    return Result(
        tuple(paths),
        extra={"table": _account(table, ledger, rejects.path)},
        note=_note(ledger, beside.notes),
        bytes_out=size,
    )


def check_source(source: Source) -> None:
    """Raise JobError SOURCE_CHANGED when the file is not the one that was queued, SOURCE_GONE when there is none."""
    with reading(source.path):
        now = os.stat(source.path)
    check_regular(source.path, now.st_mode)
    if (now.st_size, now.st_mtime_ns) != (source.size, source.mtime_ns):
        name = os.path.basename(source.path)
        raise JobError(
            "SOURCE_CHANGED",
            f"{name} was saved again after it was added. Look at it, then retry. No output was written.",
        )


def columns_of(table: Table) -> Columns:
    """The columns of an open table."""
    return Columns(tuple(table.names), tuple(table.header), table.name)


def _transform(
    context: JobContext,
    recipe: TableRecipe,
    table: Table,
    style: Style,
    ledger: Ledger,
    duplicates: Duplicates,
    beside: Beside,
    output: Output,
) -> None:
    pipeline = build(recipe.steps, recipe.step_names(), columns_of(table), beside.bind_context(recipe))
    ledger.on_remove = lambda record, step: duplicates.add(record, step, pipeline)
    rows = pipeline.run(table, ledger)
    writer = open_writer(output.file, style, pipeline.columns, os.path.basename(output.path))
    try:
        for record in rows:
            try:
                writer.write(record.cells)
            except RowReject as reject:
                ledger.reject(record, WRITE_STEP, reject.problem)
            else:
                ledger.written += 1
        context.progress(table.size, table.size, "writing")
        writer.close()
    finally:
        writer.abandon()
    if writer.guarded:
        context.warn(
            "FORMULA_GUARDED", f"{writer.guarded:,} cells of {table.name} begin like a formula and got an apostrophe."
        )


def _copy(context: JobContext, table: Table, ledger: Ledger, output: Output) -> None:
    rejected: list[tuple[int, int]] = []
    for record in table:
        if record.problem is None:
            ledger.written += 1
        else:
            ledger.reject(record, "read", record.problem)
            rejected.append((record.line, record.lines))
    context.progress(table.size, table.size, "writing")
    copy_lines(table, rejected, output.file)


def _limited(rejects: Rejects, recipe: TableRecipe, table: Table) -> Callable[[Record, str, RowProblem], None]:
    """What takes a rejected row, until there are more than the recipe allows."""
    limit = recipe.read.limit_rejects
    count = 0

    def add(record: Record, step: str, problem: RowProblem) -> None:
        nonlocal count
        count += 1
        if limit is not None and count > limit:
            raise JobError(
                "SCHEMA",
                f"More than {limit:,} rows of {table.name} would be rejected; the recipe stops there. "
                f"The last one is in line {record.line:,}: {problem.reason}.",
            )
        rejects.add(record, step, problem)

    return add


def _progress(context: JobContext) -> Callable[[int, int], None]:
    return lambda done, total: context.progress(done, total, "reading")


@contextmanager
def _without_cycles() -> Iterator[None]:
    """Rows make no reference cycles; looking for some costs a third of the time once millions of rows are held."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _account(table: Table, ledger: Ledger, rejects: str | None) -> dict[str, Any]:
    dialect = table.dialect
    return {
        "read": table.read,
        "written": ledger.written,
        "removed": ledger.removed,
        "rejected": ledger.rejected,
        "created": ledger.created,
        "rejects": rejects,
        "encoding": dialect.encoding,
        "delimiter": dialect.delimiter,
        "quote": dialect.quote,
        "newline": dialect.newline,
        "header": dialect.header,
        "skipped": dialect.skipped,
    }


def _note(ledger: Ledger, more: list[str]) -> str:
    parts = [f"{_count(ledger.written)} written"]
    removed = sum(ledger.removed.values())
    if removed:
        parts.append(f"{removed:,} removed")
    if ledger.rejected:
        parts.append(f"{ledger.rejected:,} rejected")
    return ", ".join([*parts, *more])


def _count(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows:,} rows"
