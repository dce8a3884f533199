"""Kinds of job for engine tests: nothing, slow, failing, crashing; chosen by the words in the input's file name."""

import os
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from app.jobs.base import (
    JobContext,
    JobError,
    LaneSession,
    Plan,
    PlannedJob,
    PlannedOutput,
    PlanRequest,
    Preview,
    Result,
    Source,
)
from app.jobs.output import open_source
from app.jobs.recipe import BaseRecipe, Place


class TestRecipe(BaseRecipe):
    __test__ = False
    place: Place = Place()  # type: ignore[call-arg]
    write: bool = False
    mark: str = ""


class TestKind:
    """`write`: copies the input, with `mark` behind it. File names: crash, sleep, half (written when it sleeps), bug,
    local (a transient failure), bad, full; room (a full drive while a file `full.flag` lies beside it), wire (a broken
    one, `broken.flag`)."""

    __test__ = False
    name = "test"
    Recipe = TestRecipe
    suffixes: ClassVar[frozenset[str]] = frozenset({".txt"})
    lane = False

    def accepts(self, path: Path) -> bool:
        return path.suffix == ".txt"

    def plan(self, sources: Sequence[Source], recipe: Any, request: PlanRequest) -> Iterable[Plan]:
        for source in sources:
            if "plancrash" in source.path:
                os._exit(3)
            if "planonce" in source.path and not os.path.exists(f"{source.path}.seen"):
                Path(f"{source.path}.seen").touch()
                os._exit(3)
            folder = request.out or os.path.join(os.path.dirname(source.path), "Dropmill")
            output = PlannedOutput("0", os.path.join(folder, os.path.basename(source.path)))
            outputs = (output,) if recipe.write else ()
            yield Plan((PlannedJob(source, outputs, weight=source.size, key=source.path),))

    def whole(self, recipe: Any) -> bool:
        return False

    def run(self, context: JobContext) -> Result:
        name = os.path.basename(context.source.path)
        context.progress(1, 2, "reading")
        if "crash" in name:
            os._exit(11)
        if "sleep" in name:
            time.sleep(600)
        if "bug" in name:
            raise ZeroDivisionError("a mistake")
        if "local" in name and context.attempt < 3:
            raise JobError("SOURCE_LOCKED", f"{name} is open in another program.")
        if "bad" in name:
            raise JobError("CORRUPT", f"{name} is damaged.")
        if "full" in name:
            raise JobError("DISK_FULL", "There is no room left.")
        folder = os.path.dirname(context.source.path)
        if "room" in name and os.path.exists(os.path.join(folder, "full.flag")):
            raise JobError("DISK_FULL", "There is no room left.")
        if "wire" in name and os.path.exists(os.path.join(folder, "broken.flag")):
            raise JobError("IO_ERROR", f"{name} could not be read.")
        pid = {"pid": os.getpid()}
        if not context.outputs:
            return Result(extra=pid)
        with open_source(context.source.path) as file:
            content = file.read()
        with context.output("0") as output:
            if "half" in name:
                output.file.write(b"half")
                output.file.flush()
                time.sleep(600)
            output.file.write(content + context.recipe.mark.encode())
        return Result((output.path,), bytes_out=context.source.size, extra=pid)

    def preview(self, source: Source, recipe: Any, request: PlanRequest) -> Preview:
        name = os.path.basename(source.path)
        if "crash" in name:
            os._exit(11)
        if "sleep" in name:
            time.sleep(600)
        if "bad" in name:
            raise JobError("CORRUPT", f"{name} is damaged.")
        return Preview({"path": source.path})

    def lane_name(self, recipe: Any) -> str:
        return "cpu"

    def expires(self, recipe: Any) -> float | None:
        return None

    def open_lane(self, lane: str, services: Mapping[str, Any]) -> LaneSession:
        raise NotImplementedError
