"""Figures on disk: merged once, by minute and hour, for as long as they are kept."""

from app.core.events import JobChanged
from app.core.figures import Figures, Metric
from app.core.states import JobState, Outcome
from app.store.metrics import HOUR, KEPT_MS, MINUTE, add_metrics
from tests.store.queue_file import NOW, QueueFile

HOUR_BEGIN = NOW - NOW % 3_600_000


def done(count: int = 1) -> Figures:
    figures = Figures()
    for _ in range(count):
        figures.add(Outcome.DONE, JobChanged(1, 1, JobState.DONE, 1, ms=10, waited=5, size=100))
    return figures


def add(store: QueueFile, *metrics: Metric) -> None:
    store.writer.call(lambda tx: add_metrics(tx, metrics))


def tries(store: QueueFile, span: int) -> list[tuple[int, str, str, int]]:
    with store.reader() as reader:
        return [(m.at - HOUR_BEGIN, m.kind, m.lane, m.figures.tries) for m in reader.metrics(span, 0, NOW * 2)]


def test_minutes_are_merged_and_hours_hold_their_minutes(store: QueueFile) -> None:
    add(store, Metric(HOUR_BEGIN, "image", "cpu", done()), Metric(HOUR_BEGIN + 60_000, "image", "cpu", done(2)))
    add(store, Metric(HOUR_BEGIN + 60_000, "image", "cpu", done(3)), Metric(HOUR_BEGIN, "mail", "mail:work", done()))
    add(store, Metric(HOUR_BEGIN + 3_600_000, "image", "cpu", done(7)))
    assert tries(store, MINUTE) == [
        (0, "image", "cpu", 1),
        (0, "mail", "mail:work", 1),
        (60_000, "image", "cpu", 5),
        (3_600_000, "image", "cpu", 7),
    ]
    assert tries(store, HOUR) == [
        (0, "image", "cpu", 6), (0, "mail", "mail:work", 1), (3_600_000, "image", "cpu", 7),
    ]  # fmt: skip


def test_what_is_too_old_goes_with_the_next_figures(store: QueueFile) -> None:
    add(store, Metric(HOUR_BEGIN, "image", "cpu", done()))
    store.now = HOUR_BEGIN + KEPT_MS[MINUTE]
    add(store)
    assert tries(store, MINUTE) == [(0, "image", "cpu", 1)]
    store.now += 1
    add(store)
    assert (tries(store, MINUTE), len(tries(store, HOUR))) == ([], 1)
    store.now = HOUR_BEGIN + KEPT_MS[HOUR] + 1
    add(store)
    assert tries(store, HOUR) == []


def test_a_reader_gets_the_time_that_it_asks_for(store: QueueFile) -> None:
    add(store, *(Metric(HOUR_BEGIN + n * 60_000, "image", "cpu", done()) for n in range(5)))
    with store.reader() as reader:
        found = reader.metrics(MINUTE, HOUR_BEGIN + 60_000, HOUR_BEGIN + 180_000)
    assert [(m.at - HOUR_BEGIN) // 60_000 for m in found] == [1, 2]


def test_the_kind_and_the_lane_of_a_batch_are_read(store: QueueFile) -> None:
    batch = store.batch()
    with store.reader() as reader:
        assert reader.kind_and_lane(batch) == ("image", "cpu")
        assert reader.kind_and_lane(batch + 1) is None
