"""A kind of job that does nothing, to measure what the engine itself costs; or that keeps a worker busy on request."""

import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from app.jobs.base import JobContext, LaneSession, Plan, PlannedJob, PlanRequest, Preview, Result, Source
from app.jobs.recipe import BaseRecipe


class NoopRecipe(BaseRecipe):
    kind: Literal["noop"]
    jobs: int  # how many jobs one input becomes
    seconds: float = 0.0  # of one job, wholly on the processor


class NoopKind:
    """See `app.jobs.base.JobKind`."""

    name = "noop"
    Recipe = NoopRecipe
    suffixes = frozenset({".noop"})
    lane = False

    def accepts(self, path: Path) -> bool:
        return path.suffix in self.suffixes

    def plan(self, sources: Sequence[Source], recipe: NoopRecipe, request: PlanRequest) -> Iterable[Plan]:
        for source in sources:
            names = (f"job {source.number}.{number}" for number in range(recipe.jobs))
            yield Plan(tuple(PlannedJob(source, key=name, title=name, weight=1) for name in names))

    def whole(self, recipe: Any) -> bool:
        return False

    def run(self, context: JobContext) -> Result:
        seconds = context.recipe.seconds
        begin = time.perf_counter()
        while (past := time.perf_counter() - begin) < seconds:
            context.progress(past, seconds, "resizing")
        return Result()

    def preview(self, source: Source, recipe: NoopRecipe, request: PlanRequest) -> Preview:
        return Preview({})

    def lane_name(self, recipe: NoopRecipe) -> str:
        return "cpu"

    def expires(self, recipe: NoopRecipe) -> float | None:
        return None

    def open_lane(self, lane: str, services: Mapping[str, Any]) -> LaneSession:
        raise NotImplementedError
