"""The collector of figures: what it adds up equals a recount of the attempts, whenever it hands on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.events import BatchChanged, Event, JobChanged
from app.core.figures import Figures, Metric, bucket, total
from app.core.states import BatchState, JobState
from app.engine.clock import SystemClock
from app.engine.metrics import Metrics
from app.store.errors import StoreError
from app.store.metrics import HOUR, MINUTE, add_metrics
from tests.store.queue_file import LETTERS, PHOTOS, QueueFile, ending, jobs

OWN_ENDS = ("done", "skipped", "retry", "failed", "unconfirmed")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[QueueFile]:
    queue = QueueFile(tmp_path / "queue.db")
    yield queue
    queue.close()


class Time(SystemClock):
    """Stands still until a test moves it."""

    def __init__(self, queue: QueueFile) -> None:
        self.queue = queue

    def now_ms(self) -> int:
        return self.queue.now

    def steady(self) -> float:
        return self.queue.now / 1000


def collector(queue: QueueFile) -> Metrics:
    def whose(batch: int) -> tuple[str, str] | None:
        with queue.reader() as reader:
            return reader.kind_and_lane(batch)

    return Metrics(whose, lambda metrics: queue.writer.call(lambda tx: add_metrics(tx, metrics)), Time(queue))


# What happens to a job that runs: (its next state, code).
FATES = st.sampled_from(
    [
        (JobState.DONE, None), (JobState.SKIPPED, None), (JobState.FAILED, "CORRUPT"), (JobState.WAITING, "IO_ERROR"),
        (JobState.READY, "INTERRUPTED"), (JobState.CANCELLED, "CANCELLED"), (JobState.UNCONFIRMED, "UNCERTAIN"),
    ]
)  # fmt: skip
STEPS = st.lists(
    st.tuples(st.integers(0, 1), st.integers(1, 4), st.lists(FATES, min_size=4, max_size=4), st.integers(0, 90_000),
              st.booleans()),
    max_size=8,
)  # fmt: skip


def recount(queue: QueueFile) -> dict[tuple[str, str], Figures]:
    """The same figures from the history of attempts, one by one."""
    found: dict[tuple[str, str], Figures] = {}
    rows = queue.rows(
        "SELECT b.kind, b.lane, a.outcome, a.error_code, a.ms, j.size FROM attempt a"
        " JOIN job j ON j.id = a.job JOIN batch b ON b.id = j.batch"
    )
    for kind, lane, outcome, code, ms, size in rows:
        figures = found.setdefault((kind, lane), Figures())
        figures.outcomes[outcome] = figures.outcomes.get(outcome, 0) + 1
        if code is not None:
            by_outcome = figures.codes.setdefault(code, {})
            by_outcome[outcome] = by_outcome.get(outcome, 0) + 1
        if outcome in OWN_ENDS:
            figures.run_ms += ms
            figures.run[bucket(ms)] = figures.run.get(bucket(ms), 0) + 1
        if outcome == "done":
            figures.bytes_in += size
    return found


@settings(max_examples=25)
@given(STEPS)
def test_figures_equal_a_recount_of_the_attempts(tmp_path_factory: Any, steps: list[Any]) -> None:
    queue = QueueFile(Path(tmp_path_factory.mktemp("figures")) / "queue.db")
    metrics = collector(queue)
    try:
        batches = [queue.batch(jobs(12), PHOTOS), queue.batch(jobs(12), LETTERS)]
        for which, count, fates, passed, flush in steps:
            claimed = queue.claim(batches[which], count)
            queue.now += passed
            queue.end(
                *(
                    ending(job, state, code, run_at=queue.now if state is JobState.WAITING else None)
                    for job, (state, code) in zip(claimed, fates, strict=False)
                )
            )
            metrics.heard(queue.events)
            queue.events.clear()
            if flush:
                metrics.flush()
        metrics.close()
        with queue.reader() as reader:
            kept = {span: reader.metrics(span, 0, queue.now + 1) for span in (MINUTE, HOUR)}
        wanted = recount(queue)
        for found in kept.values():
            keys = {(metric.kind, metric.lane) for metric in found}
            assert keys == set(wanted)
            for key in keys:
                figures = total(metric for metric in found if (metric.kind, metric.lane) == key)
                assert sum(figures.wait.values()) == figures.tries
                figures.wait, figures.busy_ms, figures.bytes_out = {}, 0, 0
                assert figures == wanted[key]
    finally:
        queue.close()


def heard(metrics: Metrics, *events: Event) -> None:
    metrics.heard(events)


def test_busy_is_the_time_in_which_at_least_one_job_ran(store: QueueFile) -> None:
    batch, other = store.batch(), store.batch()
    metrics = collector(store)
    heard(metrics, JobChanged(batch, 1, JobState.RUNNING, 1))
    store.now += 1_000
    heard(metrics, JobChanged(other, 2, JobState.RUNNING, 1))  # of the same kind and lane
    store.now += 1_000
    metrics.flush()
    heard(metrics, JobChanged(batch, 1, JobState.DONE, 1))
    store.now += 1_000
    heard(metrics, JobChanged(other, 2, JobState.DONE, 1))
    store.now += 60_000  # nothing runs
    metrics.close()
    with store.reader() as reader:
        assert total(reader.metrics(MINUTE, 0, store.now)).busy_ms == 3_000


def test_an_end_that_a_dead_session_began_counts_and_takes_no_time(store: QueueFile) -> None:
    metrics = collector(store)
    heard(metrics, JobChanged(store.batch(), 1, JobState.READY, 1, "INTERRUPTED", 5_000))
    metrics.flush()
    with store.reader() as reader:
        found = total(reader.metrics(MINUTE, 0, store.now + 1))
    assert (found.outcomes, found.busy_ms) == ({"interrupted": 1}, 0)


def test_figures_that_cannot_be_kept_are_kept_the_next_time(store: QueueFile) -> None:
    kept: list[Metric] = []
    broken = [True]

    def record(metrics: list[Metric]) -> None:
        if broken[0]:
            raise StoreError("QUEUE_FULL", "full")
        kept.extend(metrics)

    metrics = Metrics(lambda _batch: ("image", "cpu"), record, Time(store))
    heard(metrics, JobChanged(1, 1, JobState.DONE, 1))
    metrics.flush()
    heard(metrics, JobChanged(1, 2, JobState.DONE, 1), BatchChanged(1, BatchState.FINISHED))
    broken[0] = False
    metrics.close()
    assert [metric.figures.tries for metric in kept] == [2]
    metrics.flush()
    assert len(kept) == 1


def test_a_batch_that_cannot_be_looked_up_costs_its_figures_only(store: QueueFile) -> None:
    kept: list[Metric] = []

    def whose(batch: int) -> tuple[str, str] | None:
        if batch == 1:
            raise StoreError("QUEUE_BROKEN", "no")
        return ("image", "cpu") if batch == 2 else None

    metrics = Metrics(whose, kept.extend, Time(store))
    heard(metrics, *(JobChanged(batch, batch, JobState.DONE, 1) for batch in (1, 2, 3)))
    metrics.flush()
    assert [(metric.kind, metric.figures.tries) for metric in kept] == [("image", 1)]
