"""One table from source to output: open, bind, stream, reconcile, publish. Must not know how any of these is done."""

import gc
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, cast

from app.core.failures import FailureClass
from app.jobs.base import JobContext, JobError, Output, Result, Source
from app.jobs.output import check_planned, check_regular, reading, warn_renamed
from app.jobs.table.beside import Beside
from app.jobs.table.columns import Columns
from app.jobs.table.copy import copy_lines
from app.jobs.table.duplicates import Duplicates
from app.jobs.table.fast import BLOCK, LEAST, Once, Unfit, Way
from app.jobs.table.inputs import Rows, open_rows, sources_of
from app.jobs.table.ledger import Ledger
from app.jobs.table.parts import Parts
from app.jobs.table.pipeline import READ_STEP, Pipeline, build
from app.jobs.table.plan import MAIN
from app.jobs.table.progress import Progress
from app.jobs.table.recipe import TableRecipe
from app.jobs.table.rejects import Rejects
from app.jobs.table.row import RowReject
from app.jobs.table.style import check_delimiter, copies, resolve
from app.jobs.table.write import Style, TableWriter, open_writer
from app.jobs.tabular import Record, RowProblem, Table

if TYPE_CHECKING:  # numpy is not for small jobs
    from app.jobs.table.fast.engine import Fast

log = logging.getLogger(__name__)

WRITE_STEP = "write"  # what the rejects file calls the writer


def run(context: JobContext) -> Result:
    """Do one table job. Raises JobError: what `open_table` raises, HEADER, EXPRESSION, SOURCE_CHANGED, RECONCILE, …

    A long table goes in blocks (`fast/`) where it can. Whatever comes in the way there, the law does the job from its
    beginning and has the last word. The option "table_block" is the size of a block in bytes; 0 = the law only.
    """
    try:
        return _by_blocks_or_law(context)
    except JobError as error:
        if error.failure.failure_class is FailureClass.PERMANENT:
            check_sources(sources_of(context))  # half a row of a file that is being written is no fault of the file
        raise


def _by_blocks_or_law(context: JobContext) -> Result:
    once = cast(JobContext, Once(context))
    way = Way(int(context.options.get("table_block", BLOCK if context.source.size >= LEAST else 0)))
    try:
        return _run(once, way)
    except (Unfit, JobError) as error:
        if not way.taken:
            raise
        log.info("%s again, row by row: %s", context.source.path, error)
        return _run(once, Way(0))


def _run(context: JobContext, way: Way) -> Result:
    recipe: TableRecipe = context.recipe
    sources = sources_of(context)
    check_sources(sources)
    check_planned(context.outputs, context.source.path)
    progress = Progress(context, any(step.holds for step in recipe.steps))
    with _without_cycles(), open_rows(sources, recipe, progress.reading) as table:
        for warning in table.warnings:
            context.warn(warning.code, warning.message)
        style = resolve(recipe.write, table.dialect, context.options.get("scratch"))
        check_delimiter(style, table.name)
        with ExitStack() as stack:
            work = _Work(context, recipe, table, style, progress, stack, way)
            if work.output is None:
                paths, size = work.share_out(sources)
            else:
                paths, size = work.write(work.output, sources)
    ledger, beside = work.ledger, work.beside
    if repaired := table.repaired + ledger.mended:
        context.warn(
            "RAGGED_REPAIRED",
            f"{_count(repaired)} of {table.name} had too few or too many cells and were made to fit.",
        )
    if work.output is not None:
        warn_renamed(context, MAIN, work.output.path)
        paths = [work.output.path]
    rejected = work.rejects.path
    return Result(
        (*paths, *work.duplicates.paths, *beside.paths, *([rejected] if rejected else [])),
        extra={"table": _account(table, ledger, rejected, way)},
        note=_note(ledger, beside.notes),
        bytes_out=size,
    )


def check_sources(sources: Sequence[Source]) -> None:
    """`check_source` of each."""
    for source in sources:
        check_source(source)


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


def columns_of(table: Rows) -> Columns:
    """The columns of an open table."""
    return Columns(tuple(table.names), tuple(table.header), table.name)


class _Work:
    """One run, with all that it writes to. `output` is None where the table becomes several files."""

    def __init__(
        self,
        context: JobContext,
        recipe: TableRecipe,
        table: Rows,
        style: Style,
        progress: Progress,
        stack: ExitStack,
        way: Way,
    ) -> None:
        path = context.outputs[MAIN].path
        self.output = None if recipe.split is not None else stack.enter_context(context.output(MAIN))
        self.rejects = Rejects(context, stack, path)
        self.duplicates = Duplicates(context, stack, path, recipe, style)
        self.beside = Beside(context, stack, path, table.size)
        self.ledger = Ledger(_limited(self.rejects, recipe, table))
        self._context = context
        self._recipe = recipe
        self._table = table
        self._style = style
        self._progress = progress
        self._bound = self.beside.bind_context(recipe)
        self._way = way

    def write(self, output: Output, sources: Sequence[Source]) -> tuple[list[str], int]:
        """Fill the one output; it is published when the job's files are closed. Returns its path and size."""
        if isinstance(self._table, Table) and copies(self._recipe, self._table.dialect, self._style):
            self._copy(self._table, output)
        else:
            self._transform(output)
        check_sources(sources)
        self.ledger.check(self._table.read, self._table.name)
        output.file.flush()
        return [output.path], os.fstat(output.file.fileno()).st_size

    def share_out(self, sources: Sequence[Source]) -> tuple[list[str], int]:
        """Fill and publish the files that `split` makes, once all rows are accounted for. Returns paths and size."""
        pipeline = self._pipeline()
        parts = self._shared_out(pipeline)
        try:
            check_sources(sources)
            self.ledger.check(self._table.read, self._table.name)
            self._progress.ending(self._table.size)
            parts.publish(self._context, self.ledger, WRITE_STEP)
        finally:
            parts.close()
        self.ledger.check(self._table.read, self._table.name)
        self._warn_guarded(parts.guarded)
        return parts.paths, parts.size

    def _shared_out(self, pipeline: Pipeline) -> Parts:
        """All rows, kept apart for their files."""
        fast, step = self._fast(pipeline), self._recipe.split
        assert step is not None
        path = self._context.outputs[MAIN].path
        if fast is not None and fast.writes(pipeline, self._style):
            return fast.parts(step, pipeline, path, self._style, self._bound, self.ledger)
        rows = self._rows(pipeline, fast)  # before the parts: some steps make their columns
        parts = Parts(step, pipeline.columns, path, self._style, self._bound)
        try:
            for record in rows:
                parts.add(record)
                self.ledger.written += 1
                self._progress.writing(self.ledger.written, self._table.read)
        except BaseException:
            parts.close()
            raise
        return parts

    def _pipeline(self) -> Pipeline:
        recipe = self._recipe
        pipeline = build(recipe.steps, recipe.step_names(), columns_of(self._table), self._bound)
        self.ledger.on_remove = lambda record, step: self.duplicates.add(record, step, pipeline)
        return pipeline

    def _fast(self, pipeline: Pipeline) -> "Fast | None":
        """The way in blocks, where this table can go it."""
        if not self._way.block or not isinstance(self._table, Table):
            return None
        from app.jobs.table.fast.engine import prepare, usable

        if not usable(self._table):
            return None
        return prepare(self._table, self._recipe.steps, pipeline, columns_of(self._table), self._bound, self._way)

    def _rows(self, pipeline: Pipeline, fast: "Fast | None") -> Iterator[Record]:
        """The rows that come out of `pipeline`, in blocks as far as its steps can do that."""
        if fast is None or not fast.done:
            return pipeline.run(self._table, self.ledger)
        return pipeline.run_from(fast.done, fast.rows(self.ledger), self.ledger)

    def _transform(self, output: Output) -> None:
        pipeline = self._pipeline()
        fast = self._fast(pipeline)
        direct = fast is not None and fast.writes(pipeline, self._style)
        rows = iter(()) if direct else self._rows(pipeline, fast)  # before the header: some steps make their columns
        writer = open_writer(output.file, self._style, pipeline.columns, os.path.basename(output.path))
        try:
            if direct and fast is not None:
                fast.write(output.file, self._style.newline, self.ledger)
            else:
                self._write_rows(writer, rows)
            self._progress.ending(self._table.size)
            writer.close()
        finally:
            writer.abandon()
        self._warn_guarded(writer.guarded)

    def _write_rows(self, writer: TableWriter, rows: Iterator[Record]) -> None:
        for record in rows:
            try:
                writer.write(record.cells)
            except RowReject as reject:
                self.ledger.reject(record, WRITE_STEP, reject.problem)
            else:
                self.ledger.written += 1
                self._progress.writing(self.ledger.written, self._table.read)

    def _copy(self, table: Table, output: Output) -> None:
        rejected: list[tuple[int, int]] = []
        fast = self._fast(Pipeline(columns_of(table), ()))
        for record in table if fast is None else fast.rejected(self.ledger):
            if record.problem is None:
                self.ledger.written += 1
            else:
                self.ledger.reject(record, READ_STEP, record.problem)
                rejected.append((record.line, record.lines))
        self._progress.ending(table.size)
        copy_lines(table, rejected, output.file)

    def _warn_guarded(self, cells: int) -> None:
        if cells:
            name = self._table.name
            self._context.warn(
                "FORMULA_GUARDED", f"{cells:,} cells of {name} begin like a formula and got an apostrophe."
            )


def _limited(rejects: Rejects, recipe: TableRecipe, table: Rows) -> Callable[[Record, str, RowProblem], None]:
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


def _account(table: Rows, ledger: Ledger, rejects: str | None, way: Way) -> dict[str, Any]:
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
        "sure": dialect.sure,
        "why": dialect.why,
        "by_index": way.by_index,
        "by_law": way.by_law if way.taken else table.read,
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
