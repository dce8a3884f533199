"""A million queued rows: how long a start takes, what a claim costs, how much memory is used, what commands cost."""

import time
from pathlib import Path

import psutil

from app.core.states import JobState
from app.engine.choice import Choice, Room
from app.engine.clock import SystemClock
from app.engine.engine import Engine
from app.engine.memory import MemoryBudget
from app.engine.services import Services
from app.engine.session import open_queue
from app.store import intake, transitions
from app.store.intake import NewBatch, NewJob
from app.store.writer import Writer
from tests.bench import window
from tests.bench.report import Table, percentile
from tests.store.queue_file import ending

ROWS = 1_000_000
LARGE = 100_000
BATCHES = 10
FAILED = BATCHES + 1  # the batch whose jobs have all failed
CHUNK = 5_000
CLAIMS = 2_000
MB = 1 << 20


def fill(path: Path) -> float:
    """Make a queue with ROWS ready rows in BATCHES batches and a batch of LARGE failed ones; ready rows a second."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = Writer(path, SystemClock().now_ms, lambda events: None, lambda code, words: None)
    seconds = sum(_add(writer, ROWS // BATCHES, JobState.READY) for _batch in range(BATCHES))
    _add(writer, LARGE, JobState.FAILED)
    writer.close()
    return ROWS / seconds


def _add(writer: Writer, count: int, state: JobState) -> float:
    """Enqueue a batch of `count` jobs; the seconds that the queue took for them."""
    new = NewBatch(
        "noop",
        "cpu",
        "Photos",
        "Web photos",
        '{"dropmill": 1, "kind": "noop", "jobs": 1}',
        {"options": {}, "token": "0"},
    )
    batch = writer.call(lambda tx: intake.add_batch(tx, new))
    seconds = 0.0
    for start in range(0, count, CHUNK):
        jobs = [_job(number, state) for number in range(start, min(start + CHUNK, count))]
        began = time.perf_counter()
        writer.call(lambda tx, jobs=jobs: intake.add_jobs(tx, batch, jobs))  # type: ignore[misc]
        seconds += time.perf_counter() - began
    writer.call(lambda tx: intake.close_building(tx, batch, True, ""))
    return seconds


def _job(number: int, state: JobState) -> NewJob:
    path = f"/home/you/Pictures/shop/2026/IMG_{number:07}.JPG"
    failed = state is JobState.FAILED
    return NewJob(
        state=state, input=path, input_root="/home/you/Pictures/shop", size=3_000_000, mtime_ns=1, number=number,
        weight=3_000_000, key=path, title=f"IMG_{number:07}.JPG", plan=[("0", path.replace("shop", "out"))],
        payload=None, extra=None, warnings=(), code="CORRUPT" if failed else None,
        message="The file ends too early." if failed else None,
    )  # fmt: skip


def _claims(engine: Engine) -> list[float]:
    """Milliseconds of each look for work by two free slots, its commit included."""
    choice, took = Choice(engine.session, MemoryBudget(lambda: 1 << 40)), []
    for _round in range(CLAIMS):
        began = time.perf_counter()
        got = engine._writer.call(lambda tx: choice.pick(tx, Room([1, 1], 0, {})))
        took.append((time.perf_counter() - began) * 1000)
        endings = [ending(task.job, JobState.DONE) for chunk in got.chunks for task in chunk]
        engine._writer.call(lambda tx, endings=endings: transitions.end_all(tx, engine.session, endings))  # type: ignore[misc]
    return took


def run(scratch: Path) -> Table:
    rate = fill(scratch / "data" / "queue.db")
    began = time.perf_counter()
    engine = open_queue(scratch / "data", Services(), 2)
    assert isinstance(engine, Engine)
    engine.pause()
    engine.start()
    started = time.perf_counter() - began
    try:
        took = _claims(engine)
    finally:
        engine.close()
    memory = psutil.Process().memory_info().rss
    fill(scratch / "window" / "data" / "queue.db")
    found = window.measured("million", scratch / "window")
    late = [gap for gaps in found["late"].values() for gap in gaps]
    seconds = found["seconds"]
    rows = (
        ("enqueue, rows a second (bar: ≥ 50,000)", f"{rate:,.0f}"),
        ("start-up of the engine, s (bar: < 1.5)", f"{started:.2f}"),
        ("a claim by two slots, p50, ms", f"{percentile(took, 0.5):.2f}"),
        ("a claim by two slots, p99, ms (bar: < 5)", f"{percentile(took, 0.99):.2f}"),
        ("memory of an engine without a window, MB", f"{memory / MB:.0f}"),
        ("memory of the window's process, MB (bar: < 250)", f"{found['memory'] / MB:.0f}"),
        ("the same after the three commands, MB", f"{found['after'] / MB:.0f}"),
        *(
            (f"{name} 100,000 rows, s (bar: < 2); main-loop gap p99, ms (bar: < 50)",
             f"{seconds[name]:.2f}; {percentile(found['late'][name], 0.99):.1f}")
            for name in ("add", "cancel", "retry")
        ),
        ("longest main-loop gap of the three, ms", f"{max(late):.0f}"),
    )  # fmt: skip
    note = (
        f"{found['rows']:,} rows at the end. Adding includes looking through, planning in a worker process and naming."
    )
    return Table("A million queued rows", note, ("what", "measured"), rows)
