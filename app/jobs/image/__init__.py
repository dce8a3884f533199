"""The kind of job for pictures. Pillow is imported only when one is planned by its header, run or previewed."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.jobs.base import JobContext, JobError, LaneSession, Plan, PlanRequest, Preview, Result, Source
from app.jobs.image.formats import SUFFIXES
from app.jobs.image.plan import peek, plan
from app.jobs.image.recipe import ImageRecipe


class ImageKind:
    """See `JobKind`."""

    name = "image"
    Recipe = ImageRecipe
    suffixes = SUFFIXES
    lane = False

    def accepts(self, path: Path) -> bool:
        """Whether the content is a picture: one that can be read, or one that an add-on could read."""
        return path.is_file() and peek(str(path)) is not None

    def plan(self, sources: Sequence[Source], recipe: Any, request: PlanRequest) -> Iterable[Plan]:
        return plan(sources, recipe, request)

    def whole(self, recipe: Any) -> bool:
        made: ImageRecipe = recipe
        return made.whole is not None

    def run(self, context: JobContext) -> Result:
        if self.whole(context.recipe):
            from app.jobs.image.run_whole import run_whole

            return run_whole(context)
        from app.jobs.image.run import run

        return run(context)

    def preview(self, source: Source, recipe: Any, request: PlanRequest) -> Preview:
        from app.jobs.image.preview import preview

        return preview(source, recipe, request)

    def lane_name(self, recipe: Any) -> str:
        return "cpu"

    def expires(self, recipe: Any) -> float | None:
        return None

    def open_lane(self, lane: str, services: Mapping[str, Any]) -> LaneSession:
        raise JobError("INTERNAL", f"Pictures run in worker processes, not in the lane {lane}.")
