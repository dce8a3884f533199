"""How many jobs a second the engine itself can do: jobs that do nothing, from a filled queue to the last one finished.

Beside it Huey, in the same run and in turns, so that a busy minute of the machine hits both. Both queues are filled and
both have their workers running before the clock starts. Dropmill: SQLite with attempt history, QThreadPool, two worker
processes. Huey: `SqliteHuey(fsync=False)`, two worker threads, nothing kept of a finished task.
"""

import itertools
import statistics
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from huey import SqliteHuey

from app.core.events import BatchChanged, Event
from app.core.states import BatchState
from app.engine.commands import Submission
from app.engine.services import Services
from app.engine.session import open_queue
from app.jobs.registry import KINDS
from app.store.reader import JobView, Reader
from tests.bench.report import Table

JOBS = 20_000
WARM_UP = 200
ROUNDS = 5
WORKERS = 2
LONGEST = 300.0  # seconds for one round


class BatchWatch:
    """Waits until a batch is in a state, woken by the engine's events."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, BatchState]] = set()
        self._changed = threading.Condition()

    def __call__(self, events: Sequence[Event]) -> None:
        with self._changed:
            self._seen.update((event.batch, event.state) for event in events if isinstance(event, BatchChanged))
            self._changed.notify_all()

    def wait(self, batch: int, state: BatchState) -> None:
        with self._changed:
            if not self._changed.wait_for(lambda: (batch, state) in self._seen, LONGEST):
                raise TimeoutError(f"batch {batch} was not {state} after {LONGEST:.0f} s")


def dropmill(folder: Path) -> float:
    """Jobs a second of one round, with a queue of its own in `folder`."""
    KINDS["noop"] = "tests.bench.noop:NoopKind"
    source = folder / "input.noop"
    source.write_bytes(b"nothing")
    watch = BatchWatch()
    engine = open_queue(folder / "data", Services(), WORKERS)
    try:
        engine.bus.subscribe(watch)
        engine.start()

        def fill(jobs: int) -> int:
            recipe = f'{{"dropmill": 1, "kind": "noop", "jobs": {jobs}}}'
            batch = engine.submit(Submission("noop", recipe, "No-op", (str(source),), "No-op", start=False))
            watch.wait(batch, BatchState.PAUSED)
            return batch

        for jobs in (WARM_UP, JOBS):
            batch = fill(jobs)
            begin = time.perf_counter()
            engine.start_batch(batch)
            watch.wait(batch, BatchState.FINISHED)
            seconds = time.perf_counter() - begin
        with Reader(engine.path) as reader:
            last = reader.job_ids(JobView(batch=batch))[-1]
            if reader.counts(batch).done != JOBS or len(reader.attempts(last)) != 1:
                raise AssertionError("not every job is done and recorded: these are no figures")
        return JOBS / seconds
    finally:
        engine.close()


def huey(folder: Path) -> float:
    """Jobs a second of one round, with a queue of its own in `folder`."""
    queue = SqliteHuey(filename=str(folder / "huey.db"), fsync=False)
    number = itertools.count(1)
    warm, finished = threading.Event(), threading.Event()

    @queue.task()
    def noop() -> None:
        done = next(number)
        if done == WARM_UP:
            warm.set()
        elif done == WARM_UP + JOBS:
            finished.set()

    for _ in range(WARM_UP + JOBS):
        noop()
    consumer = queue.create_consumer(workers=WORKERS, worker_type="thread", periodic=False)
    consumer.start()
    try:
        warm.wait(LONGEST)
        begin = time.perf_counter()
        if not finished.wait(LONGEST):
            raise TimeoutError(f"Huey was not finished after {LONGEST:.0f} s")
        return JOBS / (time.perf_counter() - begin)
    finally:
        consumer.stop(graceful=True)
        queue.storage.close()


def run(scratch: Path) -> Table:
    rates: dict[str, list[float]] = {"Dropmill": [], "Huey": []}
    for number in range(ROUNDS):
        for name, measure in (("Dropmill", dropmill), ("Huey", huey)):
            folder = scratch / f"{name}-{number}"
            folder.mkdir()
            rates[name].append(measure(folder))
    ratios = [ours / theirs for ours, theirs in zip(rates["Dropmill"], rates["Huey"], strict=True)]
    rows = [
        (name, f"{statistics.median(found):,.0f}", f"{min(found):,.0f} to {max(found):,.0f}")
        for name, found in rates.items()
    ]
    rows.append(
        (
            "Dropmill ÷ Huey, round by round",
            f"{statistics.median(ratios):.2f}",
            f"{min(ratios):.2f} to {max(ratios):.2f}",
        )
    )
    note = (
        f"{JOBS:,} jobs that do nothing, {ROUNDS} rounds in turns, {WORKERS} workers each. Dropmill: processes, every "
        "attempt recorded. Huey: SqliteHuey(fsync=False), threads."
    )
    return Table("Engine throughput, jobs a second", note, ("engine", "median", "range"), tuple(rows))
