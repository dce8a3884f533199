"""The preflight: every row of a list becomes one job that is ready, blocked or left out, before any connection.

Owns: the way through the lists of a batch, and what a list that cannot be used means. Must not know: what is checked of
a row (`rows.py`), servers, the queue. Runs in a worker process; writes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from app.core.failures import Failure
from app.jobs.base import JobError, Plan, PlannedJob, PlanRequest, Source
from app.jobs.mail.batch import Batch
from app.jobs.mail.group import Group, grouped, one_by_one
from app.jobs.mail.recipe import MailRecipe
from app.jobs.mail.rows import Rows, group_key
from app.jobs.tabular import Record, Table, open_table

AT_ONCE = 500  # rows in one plan: a long list is never in memory as a whole
_RECIPE_FAULTS = frozenset({"PRE_TEMPLATE", "PRE_FIELD_MISSING"})  # they would stop every row


class Preflight:
    """Checks the lists of one batch."""

    def __init__(self, recipe: MailRecipe, request: PlanRequest) -> None:
        self.recipe = recipe
        self.batch = Batch(recipe, request)

    def plans(self, sources: Sequence[Source]) -> Iterator[Plan]:
        """The plans of each list, in order. A list that cannot be read to its end gives a plan that takes the place of
        those before: half a list would be sent twice when the whole one comes."""
        for source in sources:
            jobs = self.jobs(source)
            try:
                while part := tuple(islice(jobs, AT_ONCE)):
                    yield Plan(part)
            except JobError as error:
                if error.failure.code in _RECIPE_FAULTS:
                    raise
                self.batch.forget(source.number)
                yield Plan((_unusable(source, error.failure),), instead=True)

    def jobs(self, source: Source) -> Iterator[PlannedJob]:
        """The jobs of one list. Raises JobError for faults of the list and of the recipe."""
        with open_table(source.path, self.recipe.recipients.read) as table:
            rows = Rows(self.batch, source, table)
            found = False
            for group in _groups(table, rows.group_by):
                found = True
                yield rows.job(group)
        if not found:
            raise JobError("EMPTY", f"There is no recipient in {Path(source.path).name}. Look at the file.")


def _groups(table: Table, column: int | None) -> Iterator[Group]:
    records: Iterator[Record] = (record for record in table if not _blank(record))
    return one_by_one(records) if column is None else grouped(records, column, group_key)


def _blank(record: Record) -> bool:
    """A blank row is nobody."""
    return record.problem is None and not any(cell.strip() for cell in record.cells)


def _unusable(source: Source, failure: Failure) -> PlannedJob:
    """The one row of a list that cannot be read."""
    if failure.code == "ENCODING":
        failure = Failure("PRE_ENCODING", failure.message, failure.detail)
    return PlannedJob(source, state="failed", failure=failure, key=f"list:{source.number}")


def plan(sources: Sequence[Source], recipe: MailRecipe, request: PlanRequest) -> Iterable[Plan]:
    """The plans of each list, in order. Raises JobError (PRE_TEMPLATE, PRE_FIELD_MISSING) for faults of the recipe."""
    return Preflight(recipe, request).plans(sources)
