"""One run over blocks: which of a recipe's steps work on them, and how rows leave. Must not know how steps do it.

Steps that have no form for blocks follow as they are, on rows that the index cut.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import IO

from app.jobs.table.columns import Columns
from app.jobs.table.fast import Way
from app.jobs.table.fast.block import Block
from app.jobs.table.fast.group import Grouped
from app.jobs.table.fast.pump import Pump
from app.jobs.table.fast.sort import Sorted
from app.jobs.table.fast.split import TextParts
from app.jobs.table.fast.stages import Events, Stage, stage_of
from app.jobs.table.ledger import Ledger
from app.jobs.table.pipeline import READ_STEP, Pipeline
from app.jobs.table.row import BindContext
from app.jobs.table.steps.base import Step
from app.jobs.table.steps.group import Group
from app.jobs.table.steps.sort import Sort
from app.jobs.table.steps.split import Split
from app.jobs.table.write import Style
from app.jobs.tabular import Table
from app.jobs.tabular.lines import Syntax
from app.jobs.tabular.values import Record

# Encodings besides UTF-8 of which every text can be written in UTF-8: no lone surrogates come out of them.
_PLAIN = (
    "utf-8",
    "ascii",
    "utf-16-",
    "utf-32-",
    "cp",
    "iso8859-",
    "mac",
    "koi8",
    "gb",
    "big5",
    "euc_",
    "shift_jis",
    "latin",
)


def usable(table: Table) -> bool:
    """Whether `table` is delimited text of a form that the index knows."""
    layout, source = table.layout, table.source
    if layout is None or source is None or table.cut or len(table.names) < 2:
        return False
    syntax, encoding = layout.syntax, source.encoding
    marks = (syntax.delimiter, syntax.quote)
    return (
        all(len(mark) == 1 and mark.isascii() for mark in marks)
        and syntax.escape == "doubled"
        and not syntax.initial_space
        and syntax.comment is None
        and encoding.name.startswith(_PLAIN)
        and (encoding.name == "utf-8" or not encoding.escape_bad)
    )


@dataclass(frozen=True, slots=True)
class Fast:
    """A run. `stages`: what blocks go through; as many of the recipe's first steps are done by then. `grouped` follows
    them where the next step is `group`, `ordered` where it is `sort` and the last one."""

    pump: Pump
    stages: tuple[Stage, ...]
    syntax: Syntax
    grouped: Grouped | None = None
    ordered: Sorted | None = None

    @property
    def done(self) -> int:
        """How many of the recipe's steps are behind the rows that `rows` gives."""
        return len(self.stages) + (self.grouped is not None)

    def writes(self, pipeline: Pipeline, style: Style) -> bool:
        """Whether all steps are done in blocks, and rows leave as they are held: with the source's delimiter and quote,
        in UTF-8, behind a header."""
        return (
            len(self.stages) + (self.ordered is not None) == len(pipeline.stages)
            and style.format == "csv"
            and style.encoding == "utf-8"
            and style.header
            and not style.guard
            and (style.delimiter, style.quote) == (self.syntax.delimiter, self.syntax.quote)
        )

    def blocks(self) -> Iterator[tuple[Block, Events]]:
        """Blocks behind the last stage, and what became of the other rows of each."""
        chunks = iter(self.pump)
        with closing(chunks):  # type: ignore[type-var]
            for chunk in chunks:
                events = Events([(record, READ_STEP) for record in chunk.rejected])
                block = chunk.block
                for stage in self.stages:
                    block = stage(block, events)
                yield block, events

    def write(self, file: IO[bytes], newline: str, ledger: Ledger) -> None:
        """Write all rows that are left to `file`, each ended with `newline`."""
        end = newline.encode()
        if self.ordered is not None:
            for text in self.ordered.run(self.settled(ledger), end):
                file.write(text)
            return
        for block in self.settled(ledger):
            file.write(block.render(end))

    def parts(
        self, step: Split, pipeline: Pipeline, path: str, style: Style, context: BindContext, ledger: Ledger
    ) -> TextParts:
        """All rows that are left, kept apart for the files that `step` makes."""
        parts = TextParts(step, pipeline.columns, path, style, context)
        try:
            for block in self.settled(ledger):
                parts.add_block(block)
        except BaseException:
            parts.close()
            raise
        return parts

    def settled(self, ledger: Ledger) -> Iterator[Block]:
        """The blocks, all of whose rows count as written; the other rows are accounted for."""
        for block, events in self.blocks():
            settle(events, ledger)
            ledger.written += len(block)
            yield block

    def rejected(self, ledger: Ledger) -> Iterator[Record]:
        """The records that cannot be used; the others are counted as written."""
        for block, events in self.blocks():
            ledger.written += len(block)
            yield from (record for record, _ in events.rejected)

    def rows(self, ledger: Ledger) -> Iterator[Record]:
        """All rows that are left, one by one; rejected ones are told in their turn."""
        if self.grouped is not None:
            for block, events in self.blocks():
                self.grouped.take(block, events)
                settle(events, ledger)
            yield from self.grouped.give(ledger)
            return
        for block, events in self.blocks():
            waiting = iter(in_order(events))
            rejected, step = next(waiting, _NONE)
            for row, cells in enumerate(block.rows_of_cells()):
                record = block.record(row, cells)
                while rejected is not None and rejected.number < record.number:
                    _reject(rejected, step, ledger)
                    rejected, step = next(waiting, _NONE)
                yield record
            while rejected is not None:
                _reject(rejected, step, ledger)
                rejected, step = next(waiting, _NONE)
            _remove(events, ledger)


_NONE: tuple[None, str] = (None, "")


def prepare(
    table: Table, steps: Sequence[Step], pipeline: Pipeline, columns: Columns, context: BindContext, way: Way
) -> Fast:
    """The run of `pipeline`, which `steps` were bound to, over a `table` that is `usable`."""
    assert table.layout is not None and table.source is not None
    stages: list[Stage] = []
    grouped = ordered = None
    for step, (name, bound) in zip(steps, pipeline.stages, strict=False):
        stage = None if bound.mend is not None else stage_of(step, name, bound, columns, context)
        if stage is None:
            if isinstance(step, Group):
                grouped = Grouped(step, name, columns, context)
            elif isinstance(step, Sort) and step is steps[-1]:
                ordered = Sorted(step, columns, context)
            break
        stages.append(stage)
        columns = bound.columns
    return Fast(Pump(table, table.layout, table.source, way), tuple(stages), table.layout.syntax, grouped, ordered)


def in_order(events: Events) -> list[tuple[Record, str]]:
    """Rejected rows as the law comes upon them: row by row."""
    return sorted(events.rejected, key=lambda found: found[0].number)


def settle(events: Events, ledger: Ledger) -> None:
    """Account for the rows that did not come through."""
    for record, step in in_order(events):
        _reject(record, step, ledger)
    _remove(events, ledger)


def _reject(record: Record, step: str, ledger: Ledger) -> None:
    assert record.problem is not None
    ledger.reject(record, step, record.problem)


def _remove(events: Events, ledger: Ledger) -> None:
    for step, count in events.removed.items():
        ledger.removed[step] = ledger.removed.get(step, 0) + count
