"""How a run looks while it goes on: JSON lines, words at the end, bars on a terminal.

Owns: presentation of `follow.View`. Must not know: where values come from.
"""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.lines import batch_line, job_line, lane_line, state_word, summary_line, title_of
from app.cli.out import Out
from app.core.model import Batch, Counts, Job, Lane
from app.core.progress import RateMeter
from app.core.states import JobState
from app.core.wording import visible

if TYPE_CHECKING:
    from rich.progress import TaskID

Board = Callable[[], Mapping[int, tuple[float, str]]]
JobsById = Callable[[Sequence[int]], Sequence[Job]]

NEEDS_WORDS = frozenset({JobState.FAILED, JobState.UNCONFIRMED, JobState.CANCELLED, JobState.HELD})
SHOWN_PER_CAUSE = 5


class JsonView:
    """`--json`: every event at once, one object a line."""

    def __init__(self, out: Out) -> None:
        self._out = out

    def batch(self, batch: Batch, jobs: int | None) -> None:
        self._out.emit(batch_line(batch, jobs))

    def job(self, job: Job) -> None:
        self._out.emit(job_line(job))

    def lane(self, lane: Lane) -> None:
        self._out.emit(lane_line(lane))

    def progress(self, counts: Counts) -> None:
        """Nothing: progress is not part of the JSON lines."""

    def end(self, batch: int | None, title: str, state: str, counts: Counts, seconds: float) -> None:
        self._out.emit(summary_line(batch, state, counts, seconds))


class Quiet:
    """Says nothing: the demonstration prints its own tables."""

    def batch(self, batch: Batch, jobs: int | None) -> None: ...
    def job(self, job: Job) -> None: ...
    def lane(self, lane: Lane) -> None: ...
    def progress(self, counts: Counts) -> None: ...
    def end(self, batch: int | None, title: str, state: str, counts: Counts, seconds: float) -> None: ...


class TextView:
    """For people: what needs them, grouped by cause, at the end."""

    def __init__(self, out: Out) -> None:
        self._out = out
        self._causes: dict[tuple[str, str], list[Job]] = {}
        self._folders: dict[str, None] = {}
        self._warned = 0

    def batch(self, batch: Batch, jobs: int | None) -> None:
        """Nothing now: the end names the batch."""

    def job(self, job: Job) -> None:
        self._warned += bool(job.warnings)
        if job.state in NEEDS_WORDS:
            word = state_word(job.state, job.code)
            self._causes.setdefault((word, job.code or ""), []).append(job)
        for path in job.outputs:
            self._folders[str(Path(path).parent)] = None

    def lane(self, lane: Lane) -> None:
        if lane.paused:
            self._out.note(f"{lane.name} is paused: {lane.message or lane.code}")
        else:
            self._out.note(f"{lane.name} goes on.")

    def progress(self, counts: Counts) -> None:
        """Nothing: bars do that."""

    def end(self, batch: int | None, title: str, state: str, counts: Counts, seconds: float) -> None:
        name = f"{title} (batch {batch})" if batch is not None else title
        self._out.line(f"{name}: {describe(counts)} in {seconds:.1f} s")
        for (word, code), jobs in self._causes.items():
            self._out.line(f"  {len(jobs)} {word}: {title_of(code) if code else 'no reason given'} ({code or '-'})")
            for job in jobs[:SHOWN_PER_CAUSE]:
                self._out.line(f"    {job.id}  {job.message or job.title}")
            if len(jobs) > SHOWN_PER_CAUSE:
                self._out.line(f"    and {len(jobs) - SHOWN_PER_CAUSE} more: dropmill failures")
        if self._warned:
            self._out.line(f"  {self._warned} with remarks: dropmill show JOB")
        for folder in self._folders:
            self._out.line(f"  Results in {folder}")


def describe(counts: Counts) -> str:
    """`2 done, 1 failed, 3 waiting`: zeros are left out."""
    parts = [f"{counts.of(state):,} {state.value}" for state in JobState if state.value in _ENDS and counts.of(state)]
    if counts.open:
        parts.append(f"{counts.open:,} waiting")
    return ", ".join(parts) or "nothing to do"


_ENDS: Sequence[str] = ("done", "skipped", "failed", "unconfirmed", "cancelled")
MOST_BARS = 4  # bars of single jobs below the one of the batch
LONG_LOOKS = 4  # a job gets its own bar when it was seen running this many times (0.4 s): short ones would flicker
NAME_WIDTH = 40


class Bars:
    """Progress bars on standard error around another view. `board`: progress of running jobs; `jobs`: rows by id."""

    def __init__(self, inner: JsonView | TextView | Quiet, out: Out, board: Board, jobs: JobsById) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        self._inner = inner
        self._board = board
        self._jobs_by_id = jobs
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[right]}", markup=False),
            console=Console(file=out.stderr, markup=False, highlight=False),
            transient=True,
        )
        self._whole: TaskID = self._progress.add_task("Looking through files", total=None, right="")
        self._bars: dict[int, TaskID] = {}
        self._looks: dict[int, int] = {}
        self._title = "All"
        self._meter = RateMeter()
        self._progress.start()

    def batch(self, batch: Batch, jobs: int | None) -> None:
        self._title = _short(batch.recipe_name or batch.title)
        self._inner.batch(batch, jobs)

    def job(self, job: Job) -> None:
        self._inner.job(job)

    def lane(self, lane: Lane) -> None:
        self._inner.lane(lane)

    def progress(self, counts: Counts) -> None:
        self._inner.progress(counts)
        if counts.total:
            self._meter.add(time.monotonic(), counts.ended, counts.ended)
            left = self._meter.estimate(counts.open).seconds_left
            right = f"{counts.ended:,} of {counts.total:,}"
            right += f", {counts.failed:,} failed" if counts.failed else ""
            right += f", about {_duration(left)}" if left is not None and counts.open else ""
            self._progress.update(
                self._whole, description=self._title, total=counts.total, completed=counts.ended, right=right
            )
        self._show_long_jobs(self._board())

    def _show_long_jobs(self, running: Mapping[int, tuple[float, str]]) -> None:
        self._looks = {job: self._looks.get(job, 0) + 1 for job in running}
        for job in [job for job in self._bars if job not in running]:
            self._progress.remove_task(self._bars.pop(job))
        new = [job for job, looks in self._looks.items() if looks >= LONG_LOOKS and job not in self._bars]
        for row in self._jobs_by_id(new[: max(0, MOST_BARS - len(self._bars))]) if new else []:
            self._bars[row.id] = self._progress.add_task(f"  {_short(row.title)}", total=1.0, right="")
        for job, bar in self._bars.items():
            fraction, phase = running[job]
            known = fraction >= 0
            self._progress.update(bar, total=1.0 if known else None, completed=max(0.0, fraction), right=visible(phase))

    def end(self, batch: int | None, title: str, state: str, counts: Counts, seconds: float) -> None:
        self.stop()
        self._inner.end(batch, title, state, counts, seconds)

    def stop(self) -> None:
        """Take the bars off the screen."""
        self._progress.stop()


def _short(name: str) -> str:
    shown = visible(name)
    return shown if len(shown) <= NAME_WIDTH else f"{shown[: NAME_WIDTH // 2 - 1]}…{shown[-NAME_WIDTH // 2 :]}"


def _duration(seconds: float) -> str:
    """`5 s`, `2 min`, `3 h`: rounded up, as time left is never less than it seems."""
    for size, unit in ((3600, "h"), (60, "min")):
        if seconds > 2 * size:
            return f"{math.ceil(seconds / size)} {unit}"
    return f"{math.ceil(seconds)} s"
