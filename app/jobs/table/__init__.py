"""The kind of job for tables. Readers and steps are imported when one is planned, run or previewed."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.jobs.base import JobContext, JobError, LaneSession, Plan, PlanRequest, Preview, Result, Source
from app.jobs.table.recipe import TableRecipe
from app.jobs.tabular.reader import SUFFIXES, looks_readable


class TableKind:
    """See `JobKind`."""

    name = "table"
    Recipe = TableRecipe
    suffixes = SUFFIXES
    lane = False

    def accepts(self, path: Path) -> bool:
        """Whether the content is a table that can be read: text, a workbook, JSON."""
        return looks_readable(path)

    def plan(self, sources: Sequence[Source], recipe: Any, request: PlanRequest) -> Iterable[Plan]:
        """See `JobKind.plan`."""
        from app.jobs.table.plan import plan

        return plan(sources, recipe, request)

    def whole(self, recipe: Any) -> bool:
        """See `JobKind.whole`: the step `concat` makes one file of all inputs."""
        return isinstance(recipe, TableRecipe) and recipe.concat is not None

    def run(self, context: JobContext) -> Result:
        """See `JobKind.run`."""
        from app.jobs.table.run import run

        return run(context)

    def preview(self, source: Source, recipe: Any, request: PlanRequest) -> Preview:
        """See `JobKind.preview`; the shape is in `preview.py`."""
        from app.jobs.table.preview import preview

        return preview(source, recipe)

    def lane_name(self, recipe: Any) -> str:
        """See `JobKind.lane_name`."""
        return "cpu"

    def expires(self, recipe: Any) -> float | None:
        return None

    def open_lane(self, lane: str, services: Mapping[str, Any]) -> LaneSession:
        """Never called: tables run in worker processes."""
        raise JobError("INTERNAL", f"Tables run in worker processes, not in the lane {lane}.")
