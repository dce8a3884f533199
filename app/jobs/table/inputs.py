"""The rows that a job reads: one table, or all inputs put together (`concat`). Must not know other steps or outputs."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Protocol

from app.core.failures import Warn
from app.jobs.base import JobContext, JobError, Json, Source
from app.jobs.output import reading
from app.jobs.table.recipe import TableRecipe
from app.jobs.table.steps.concat import Concat
from app.jobs.tabular import Dialect, Record, open_table
from app.jobs.tabular.values import unique_names

Progress = Callable[[int, int], None]
_NAMED = 5  # files that a warning names


class Rows(Protocol):
    """What a run needs of its input; `Table` has it. See there."""

    path: str
    dialect: Dialect
    header: list[str]
    names: list[str]
    warnings: tuple[Warn, ...]
    size: int
    read: int
    repaired: int

    @property
    def name(self) -> str: ...
    def __iter__(self) -> Iterator[Record]: ...


def to_payload(sources: Sequence[Source]) -> Json:
    """What a planned job remembers of all its inputs."""
    return {"inputs": [[s.path, s.root, s.size, s.mtime_ns, s.number] for s in sources]}


def sources_of(context: JobContext) -> list[Source]:
    """All inputs of a job, in order. A retry takes the others as they are now: a person may have repaired them."""
    if not context.payload or "inputs" not in context.payload:
        return [context.source]
    others = [Source(*values) for values in context.payload["inputs"][1:]]
    return [context.source, *(map(_now, others) if context.attempt > 1 else others)]


def _now(source: Source) -> Source:
    with reading(source.path):
        found = os.stat(source.path)
    return replace(source, size=found.st_size, mtime_ns=found.st_mtime_ns)


def open_rows(sources: Sequence[Source], recipe: TableRecipe, progress: Progress) -> AbstractContextManager[Rows]:
    """The rows of `sources`, ready to iterate. Raises JobError as `open_table` does, COLUMNS_DIFFER, HEADER."""
    step = recipe.concat
    if step is None:
        return open_table(sources[0].path, recipe.read, progress=progress)
    return nullcontext(Together(sources, recipe, step, progress))


class Together:
    """Several tables as one, one after the other; columns are matched by name. See `Rows`."""

    def __init__(self, sources: Sequence[Source], recipe: TableRecipe, step: Concat, progress: Progress) -> None:
        self.path = sources[0].path
        self.size = sum(source.size for source in sources)
        self.read = 0
        self.repaired = 0
        self._sources = sources
        self._options = recipe.read
        self._progress = progress
        self._source_column = step.source_column
        found: list[list[str]] = []
        warnings: list[Warn] = []
        dialect: Dialect | None = None
        titles: dict[str, str] = {}
        for source in sources:
            with open_table(source.path, recipe.read) as table:
                found.append(table.names)
                warnings += table.warnings
                dialect = dialect or table.dialect
                for name, title in zip(table.names, table.header, strict=True):
                    titles.setdefault(name, title)
        assert dialect is not None  # a job has an input
        self.dialect = dialect
        names = step.columns_of(found, [os.path.basename(source.path) for source in sources])
        self._places = [[columns.index(name) if name in columns else -1 for name in names] for columns in found]
        self.warnings = (*warnings, *_differences(names, found, sources))
        self.header = [titles[name] for name in names]
        if step.source_column is not None:
            self.header.append(step.source_column)
        self.names = unique_names([*names, *([step.source_column] if step.source_column else [])])

    @property
    def name(self) -> str:
        """The first file's name and how many more there are, for messages."""
        first = os.path.basename(self.path)
        return first if len(self._sources) == 1 else f"{first} and {len(self._sources) - 1:,} more"

    def __iter__(self) -> Iterator[Record]:
        counts = Counter(os.path.basename(source.path) for source in self._sources)
        before = 0
        for source, places in zip(self._sources, self._places, strict=True):
            name = os.path.basename(source.path)
            label = name if counts[name] == 1 else source.path
            with open_table(source.path, self._options, progress=self._told(before)) as table:
                if len(table.names) < max(places, default=-1) + 1:
                    raise JobError("SOURCE_CHANGED", f"{name} was saved again while it was read. Retry.")
                for record in table:
                    self.read += 1
                    record.source = label
                    if record.problem is None:
                        cells = record.cells
                        record.cells = [cells[place] if place >= 0 else "" for place in places]
                        if self._source_column is not None:
                            record.cells.append(label)
                    yield record
                self.repaired += table.repaired
            before += source.size

    def _told(self, before: int) -> Progress:
        return lambda done, total: self._progress(before + done, self.size)


def _differences(names: Sequence[str], found: Sequence[Sequence[str]], sources: Sequence[Source]) -> list[Warn]:
    """What matching by name adds to some files or leaves out of them."""
    warnings: list[Warn] = []
    for missing, words in ((True, "have no column"), (False, "have more columns than all share")):
        concerned = [
            (os.path.basename(source.path), sorted(set(names) - set(columns) if missing else set(columns) - set(names)))
            for source, columns in zip(sources, found, strict=True)
        ]
        some = [f"{file} ({', '.join(columns[:_NAMED])})" for file, columns in concerned if columns]
        if some:
            more = f" and {len(some) - _NAMED:,} more" if len(some) > _NAMED else ""
            then = "Their cells are empty there" if missing else "These are left out"
            warnings.append(Warn("COLUMNS_DIFFER", f"Some files {words}: {', '.join(some[:_NAMED])}{more}. {then}."))
    return warnings
