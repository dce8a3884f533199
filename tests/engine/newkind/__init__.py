"""A kind of job as somebody adds it: this folder, and one line in the registry. It counts the words of text files."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Literal

from app.core.failures import Failure
from app.jobs.base import (
    JobContext,
    JobError,
    LaneSession,
    Plan,
    PlannedJob,
    PlanRequest,
    Preview,
    Result,
    Source,
)
from app.jobs.output import open_source
from app.jobs.place import planned, tokens
from app.jobs.recipe import BaseRecipe, Place

LINE = {"words": "tests.engine.newkind:WordsKind"}


class WordsRecipe(BaseRecipe):
    """`least`: files with fewer words are refused."""

    kind: Literal["words"]
    least: int = 0
    place: Place = Place()


class WordsKind:
    """See `JobKind`. A file called `busy` cannot be read at the first try; one called `endless` is never finished."""

    name = "words"
    Recipe = WordsRecipe
    suffixes: ClassVar[frozenset[str]] = frozenset({".txt"})
    lane = False

    def accepts(self, path: Path) -> bool:
        return path.suffix == ".txt"

    def plan(self, sources: Sequence[Source], recipe: WordsRecipe, request: PlanRequest) -> Iterable[Plan]:
        for source in sources:
            output, notes = planned(
                source, recipe.place, request.out, "{name}", ".count", tokens(source, recipe.name, "0"), "0"
            )
            failure = Failure("EMPTY_FILE", f"{Path(source.path).name} is empty.") if not source.size else None
            state: Literal["ready", "failed"] = "failed" if failure else "ready"
            yield Plan((PlannedJob(source, (output,), state=state, failure=failure, warnings=notes, key=source.path),))

    def whole(self, recipe: WordsRecipe) -> bool:
        return False

    def run(self, context: JobContext) -> Result:
        name = Path(context.source.path).stem
        if name == "busy" and context.attempt == 1:
            raise JobError("SOURCE_LOCKED", "busy.txt is open in another program.")
        with open_source(context.source.path) as file:
            words = file.read().split()
        while name == "endless":
            context.progress(1, 3, "reading")
        if len(words) < context.recipe.least:
            raise JobError("SCHEMA", f"{name}.txt has only {len(words)} words.")
        context.progress(len(words), len(words), "writing")
        with context.output("0") as output:
            output.file.write(str(len(words)).encode())
        return Result((output.path,), extra={"words": len(words)}, bytes_out=len(str(len(words))))

    def preview(self, source: Source, recipe: WordsRecipe, request: PlanRequest) -> Preview:
        with open_source(source.path) as file:
            return Preview({"words": len(file.read().split())})

    def lane_name(self, recipe: WordsRecipe) -> str:
        return "cpu"

    def expires(self, recipe: WordsRecipe) -> float | None:
        return None

    def open_lane(self, lane: str, services: Mapping[str, Any]) -> LaneSession:
        raise NotImplementedError
