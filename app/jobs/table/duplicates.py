"""The files that `dedupe` puts its removed rows into, beside the output. Opened when the first row comes."""

import os
from contextlib import ExitStack
from dataclasses import replace

from app.jobs.base import JobContext, Output
from app.jobs.names import fill, safe
from app.jobs.table.pipeline import Pipeline
from app.jobs.table.plan import split_name
from app.jobs.table.recipe import TableRecipe
from app.jobs.table.row import RowReject
from app.jobs.table.steps.dedupe import Dedupe
from app.jobs.table.write import Style, TableWriter, open_writer
from app.jobs.tabular.values import Record


class Duplicates:
    """Rows that a step removed and that the recipe wants to see."""

    def __init__(self, context: JobContext, stack: ExitStack, output: str, recipe: TableRecipe, style: Style) -> None:
        self._outputs: list[Output] = []
        self._context = context
        self._stack = stack
        self._folder = os.path.dirname(output)
        self._style = replace(style, format="csv")
        stem, _ = split_name(os.path.basename(context.source.path))
        self._names = {
            name: safe(fill(step.duplicates, {"name": stem}))[0]
            for name, step in zip(recipe.step_names(), recipe.steps, strict=True)
            if isinstance(step, Dedupe) and step.duplicates is not None
        }
        self._writers: dict[str, TableWriter] = {}

    @property
    def paths(self) -> list[str]:
        """The files, to be trusted when the job's files are closed."""
        return [output.path for output in self._outputs]

    def add(self, record: Record, step: str, pipeline: Pipeline) -> None:
        """One removed row. Rows that the encoding cannot hold are left out here; the ledger has them as removed."""
        if step not in self._names:
            return
        writer = self._writers.get(step)
        if writer is None:
            writer = self._writers[step] = self._open(step, pipeline)
        try:
            writer.write(record.cells)
        except RowReject as reject:
            self._context.warn(
                "ENCODING", f"Row {record.number:,} is not in {self._names[step]}: {reject.problem.reason}."
            )

    def _open(self, step: str, pipeline: Pipeline) -> TableWriter:
        path = os.path.join(self._folder, self._names[step])
        output = self._stack.enter_context(self._context.extra_output(f"duplicates {len(self._outputs) + 1}", path))
        self._outputs.append(output)
        columns = next(bound.columns for name, bound in pipeline.stages if name == step)
        return open_writer(output.file, self._style, columns, os.path.basename(path))
