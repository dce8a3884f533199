"""A JobContext for tests of kinds: real files, real atomic outputs, no engine around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.jobs.base import JobKind, Json, PlannedJob, PlannedOutput, PlanRequest, Result, Source
from app.jobs.journal import Note
from app.jobs.output import AtomicOutput


class MemoryJournal:
    """Remembers what was promised to be written."""

    def __init__(self) -> None:
        self.intended: list[tuple[str, str]] = []
        self.kept: list[str | None] = []
        self.notes: dict[str, Note] = {}

    def owned(self, path: str) -> bool:
        return path in self.notes and self.notes[path].stands_at(path)

    def intend(self, path: str, note: Note) -> None:
        self.intended.append((path, note.temporary))
        self.kept.append(note.kept)
        self.notes[path] = note


@dataclass
class Context:
    """See `app.jobs.base.JobContext`. `warnings`, `posts` and `journal` are there to look at afterwards."""

    source: Source
    recipe: Any
    outputs: Mapping[str, PlannedOutput]
    payload: Json | None = None
    attempt: int = 1
    saved: Json | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    journal: MemoryJournal = field(default_factory=MemoryJournal)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    posts: list[tuple[float, float, str]] = field(default_factory=list)

    def output(self, name: str) -> AtomicOutput:
        return self.extra_output(name, self.outputs[name].path)

    def extra_output(self, name: str, path: str) -> AtomicOutput:
        place = getattr(self.recipe, "place", None)
        times = (self.source.mtime_ns, self.source.mtime_ns) if place is not None and place.times else None
        return AtomicOutput(path, self.journal, place.exists if place is not None else "number", times)

    def progress(self, done: float, total: float, phase: str = "") -> None:
        self.posts.append((done, total, phase))

    def cancelled(self) -> bool:
        return False

    def checkpoint(self, data: Json) -> None:
        self.saved = data

    def warn(self, code: str, text: str) -> None:
        self.warnings.append((code, text))

    @property
    def codes(self) -> list[str]:
        return [code for code, _ in self.warnings]


def source_of(path: Path, root: Path | None = None, number: int = 1) -> Source:
    """`path` as the scanner would queue it now."""
    stat = path.stat()
    return Source(str(path), str(root or path.parent), stat.st_size, stat.st_mtime_ns, number)


def plan_one(kind: JobKind, path: Path, recipe: Any, out: Path | None = None) -> PlannedJob:
    """The one job that `path` is planned to become."""
    (plan,) = kind.plan([source_of(path)], recipe, PlanRequest(out=str(out) if out else None))
    (job,) = plan.jobs
    return job


def run_one(
    kind: JobKind, path: Path, recipe: Any, out: Path | None = None, options: Mapping[str, Any] | None = None
) -> tuple[Result, Context]:
    """Plan and run `path`; the result and the context it ran in."""
    job = plan_one(kind, path, recipe, out)
    context = Context(job.source, recipe, {o.name: o for o in job.outputs}, job.payload, options=options or {})
    return kind.run(context), context
