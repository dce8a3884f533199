"""Following work until nothing can go on: the same for an engine of this process and for another process's.

Owns: which lines are said and when (exactly one `job` line for each end of a job), and the tally that becomes the exit
code. Must not know: how lines look (`view.py`) or how the work is done. It reads the queue's file at most ten times a
second, so it holds for 100,000 jobs and needs no message to arrive.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from app.core.model import Batch, Counts, Job, Lane
from app.core.states import BatchState, JobState

SHORTEST_S = 0.1  # between two looks
LONGEST_S = 0.4  # without being woken
SCAN_GRACE_S = 0.5  # how long the batch line waits for the number of jobs while a folder is looked through
SLACK_MS = 250  # an end is stamped before it is committed; look back this far. What shows later is said at the end


class Source(Protocol):
    """What is read of the queue."""

    def batch(self, batch: int) -> Batch | None: ...
    def not_over_at(self, since_ms: int) -> list[Batch]: ...
    def counts(self, batch: int | None = None) -> Counts: ...
    def ended(self, batch: int, since_ms: int = 0) -> list[Job]: ...
    def blocked(self, batch: int) -> list[Job]: ...
    def lanes(self) -> list[Lane]: ...


class View(Protocol):
    """Where the lines go."""

    def batch(self, batch: Batch, jobs: int | None) -> None: ...
    def job(self, job: Job) -> None: ...
    def lane(self, lane: Lane) -> None: ...
    def progress(self, counts: Counts) -> None: ...


@dataclass
class Tally:
    """What was said: ends by state, and rows that the mail check stopped."""

    ends: dict[JobState, int] = field(default_factory=dict)
    blocked: int = 0

    def add(self, state: JobState) -> None:
        self.ends[state] = self.ends.get(state, 0) + 1

    def counts(self, waiting: int) -> Counts:
        """The ends as `Counts`, with `waiting` jobs left open."""
        return Counts(ready=waiting, **{state.value: n for state, n in self.ends.items()})


@dataclass
class _Watched:
    """What was said of one batch."""

    row: Batch | None = None  # as it was at the last look
    said: bool = False
    checked: bool = False  # blocked rows were listed
    seen: set[tuple[int, int]] = field(default_factory=set)  # (job, attempt) of the ends that were said
    since: int = 0  # ms UTC; ends before it were looked at


class Follower:
    """Says what happens to one batch, or (`batch=None`) to all that is open from `start_ms` on."""

    def __init__(
        self,
        source: Source,
        view: View,
        *,
        batch: int | None,
        start_ms: int = 0,
        lanes: frozenset[str] | None = None,
        grace_s: float = SCAN_GRACE_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._source = source
        self._view = view
        self._only = batch
        self._start_ms = 0 if batch is not None else start_ms  # a batch of our own has no earlier ends
        self._lanes = lanes
        self._grace_s = grace_s
        self._clock = clock
        self._began = clock()
        self._watched: dict[int, _Watched] = {}
        self._paused_lanes: dict[str, Lane] = {}
        self.tally = Tally()

    def look(self, *, last: bool = False) -> None:
        """Say what is new. `last`: look at everything once more and keep nothing back."""
        for batch in self._batches():
            self._look_at(batch, last)
        for lane in self._source.lanes():
            self._look_at_lane(lane)
        self._view.progress(self._source.counts(self._only))

    def _batches(self) -> list[Batch]:
        if self._only is not None:
            one = self._source.batch(self._only)
            return [one] if one is not None else []
        return self._source.not_over_at(self._start_ms)

    def _look_at(self, batch: Batch, last: bool) -> None:
        watched = self._watched.setdefault(batch.id, _Watched(since=self._start_ms))
        if watched.row == batch and watched.said and not last:
            return  # whatever ends changes a number of its batch in the same moment
        building = batch.state is BatchState.BUILDING
        everything = last and not self._complete(batch, watched)
        since = self._start_ms if everything else max(self._start_ms, watched.since - SLACK_MS)
        ended = [job for job in self._source.ended(batch.id, since) if (job.id, job.attempt) not in watched.seen]
        if not watched.said:
            if building and not last and self._clock() - self._began < self._grace_s:
                return  # ends are said in a later look
            watched.said = True
            self._view.batch(batch, None if building else batch.counts.total)
        watched.row = batch
        for job in ended:
            watched.seen.add((job.id, job.attempt))
            watched.since = max(watched.since, job.finished or 0)
            self.tally.add(job.state)
            self._view.job(job)
        if self._only is not None and not building and not watched.checked:
            watched.checked = True
            for job in self._source.blocked(batch.id):
                self.tally.blocked += 1
                self._view.job(job)

    def _complete(self, batch: Batch, watched: _Watched) -> bool:
        """Whether every end of a batch of our own was said, by the count: spares reading 100,000 rows once more."""
        return self._only is not None and len({job for job, _attempt in watched.seen}) == batch.counts.ended

    def _look_at_lane(self, lane: Lane) -> None:
        if self._lanes is not None and lane.name not in self._lanes:
            return
        before = self._paused_lanes.get(lane.name)
        if lane.paused:
            if before is None or (before.code, before.message) != (lane.code, lane.message):
                self._view.lane(lane)
            self._paused_lanes[lane.name] = lane
        elif before is not None:
            del self._paused_lanes[lane.name]
            self._view.lane(lane)


def follow(follower: Follower, settled: Callable[[], bool], wake: threading.Event) -> None:
    """Look until `settled`, then once more at everything. `wake` is set when something happened."""
    while True:
        # Asked before the look: what ended before the answer is in the look after it.
        done = settled()
        follower.look(last=done)
        if done:
            return
        time.sleep(SHORTEST_S)
        wake.wait(LONGEST_S - SHORTEST_S)
        wake.clear()
