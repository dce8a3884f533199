"""A burst: 100,000 jobs that do nothing, from the drop to the last one done, with memory watched; Huey as safe as it
can be, from the first task enqueued to the last one done.

The engine commits what happens within a moment together; Huey with `fsync=True` syncs each task by itself, when it is
enqueued and when it is taken. How far they are apart is a matter of how long the drive takes for that.
"""

import itertools
import os
import statistics
import threading
import time
from pathlib import Path

import psutil
from huey import SqliteHuey

from app.core.states import BatchState
from app.engine.commands import Submission
from app.engine.services import Services
from app.engine.session import open_queue
from app.jobs.registry import KINDS
from tests.bench.engine_throughput import BatchWatch
from tests.bench.report import Table

JOBS = 100_000
SAFE_JOBS = 1_000  # Huey with fsync does some hundreds a second
SAMPLE_SECONDS = 0.25
MB = 1 << 20


def dropmill(folder: Path) -> tuple[float, float, list[float]]:
    """(jobs a second from drop to end, the same while it drains, memory of the main process in MB meanwhile)."""
    KINDS["noop"] = "tests.bench.noop:NoopKind"
    source = folder / "input.noop"
    source.write_bytes(b"nothing")
    watch = BatchWatch()
    engine = open_queue(folder / "data", Services(), 2)
    try:
        engine.bus.subscribe(watch)
        engine.start()
        recipe = f'{{"dropmill": 1, "kind": "noop", "jobs": {JOBS}}}'
        dropped = time.perf_counter()
        batch = engine.submit(Submission("noop", recipe, "No-op", (str(source),), "No-op", start=False))
        watch.wait(batch, BatchState.PAUSED)
        done, memory = threading.Event(), []

        def sample() -> None:
            while not done.wait(SAMPLE_SECONDS):
                memory.append(psutil.Process().memory_info().rss / MB)

        sampler = threading.Thread(target=sample)
        begin = time.perf_counter()
        engine.start_batch(batch)
        sampler.start()
        watch.wait(batch, BatchState.FINISHED)
        end = time.perf_counter()
        done.set()
        sampler.join()
        return JOBS / (end - dropped), JOBS / (end - begin), memory
    finally:
        engine.close()


def safe_huey(folder: Path) -> float:
    """Jobs a second of Huey with fsync."""
    queue = SqliteHuey(filename=str(folder / "huey.db"), fsync=True)
    number = itertools.count(1)
    finished = threading.Event()

    @queue.task()
    def noop() -> None:
        if next(number) == SAFE_JOBS:
            finished.set()

    consumer = queue.create_consumer(workers=2, worker_type="thread", periodic=False)
    begin = time.perf_counter()
    for _ in range(SAFE_JOBS):
        noop()
    consumer.start()
    try:
        if not finished.wait(300):
            raise TimeoutError("Huey was not finished after 300 s")
        return SAFE_JOBS / (time.perf_counter() - begin)
    finally:
        consumer.stop(graceful=True)
        queue.storage.close()


def _sync_ms(folder: Path) -> float:
    """Milliseconds that the drive takes to have 4 KB for good, in the median of 100."""
    took = []
    with (folder / "sync").open("wb", buffering=0) as file:
        for _number in range(100):
            file.write(bytes(4096))
            began = time.perf_counter()
            os.fsync(file.fileno())
            took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def run(scratch: Path) -> Table:
    for name in ("ours", "theirs"):
        (scratch / name).mkdir()
    rate, draining, memory = dropmill(scratch / "ours")
    safe = safe_huey(scratch / "theirs")
    part = max(1, len(memory) // 4)
    rows = (
        ("Dropmill, jobs a second", f"{rate:,.0f}"),
        ("the same without enqueuing", f"{draining:,.0f}"),
        ("Huey with fsync, jobs a second", f"{safe:,.0f}"),
        ("Dropmill ÷ Huey with fsync (bar: ≥ 10)", f"{rate / safe:.1f}"),
        ("a sync of the drive, median, ms", f"{_sync_ms(scratch):.2f}"),
        ("memory, first quarter of the time, MB (median)", f"{statistics.median(memory[:part]):.0f}"),
        ("memory, last quarter of the time, MB (median)", f"{statistics.median(memory[-part:]):.0f}"),
        ("memory at most, MB", f"{max(memory):.0f}"),
    )
    return Table(
        "A burst of 100,000 jobs", f"{JOBS:,} jobs that do nothing; 2 worker processes.", ("what", "measured"), rows
    )
