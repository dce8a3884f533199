"""The bus: handlers that raise, lag or hang cost themselves only."""

import logging
import threading
import time
from collections.abc import Callable, Sequence

import pytest

from app.core.events import Event, JobsAdded
from app.engine.bus import EventBus
from app.engine.engine import Engine
from app.engine.handlers import QueuedHandler
from tests.engine.conftest import finish, submission
from tests.waiting import until


def numbered(count: int, first: int = 0) -> list[Event]:
    return [JobsAdded(1, first + number) for number in range(count)]


class Collector:
    """Keeps what it hears; waits in each call until `gate` is open."""

    def __init__(self) -> None:
        self.heard: list[int] = []
        self.gate = threading.Event()
        self.inside = threading.Event()

    def __call__(self, events: Sequence[Event]) -> None:
        self.inside.set()
        assert self.gate.wait(30)
        self.heard += [event.count for event in events if isinstance(event, JobsAdded)]


def test_a_queued_handler_hears_everything_in_order_on_a_thread_of_its_own() -> None:
    threads: set[int] = set()
    counts: list[int] = []

    def handler(events: Sequence[Event]) -> None:
        threads.add(threading.get_ident())
        counts.extend(event.count for event in events if isinstance(event, JobsAdded))

    bus = EventBus()
    bus.subscribe_queued(handler, "test")
    for first in range(0, 1000, 10):
        bus.publish(numbered(10, first))
    bus.close()
    assert counts == list(range(1000))
    assert threading.get_ident() not in threads
    assert len(threads) == 1


def test_a_handler_that_lags_loses_its_oldest_events_and_they_are_counted(caplog: pytest.LogCaptureFixture) -> None:
    handler = Collector()
    queued = QueuedHandler(handler, "slow", most=100)
    queued(numbered(1))
    assert handler.inside.wait(30)
    for first in range(0, 1000, 10):
        queued(numbered(10, first))
    assert queued.dropped == 900
    handler.gate.set()
    assert queued.close()
    assert handler.heard == [0, *range(900, 1000)]
    assert [record.getMessage() for record in caplog.records] == [
        "the handler slow falls behind: its oldest events are dropped",
        "the handler slow missed 900 events",
    ]


def test_one_commit_that_is_larger_than_the_queue_is_not_cut() -> None:
    counts: list[Event] = []
    queued = QueuedHandler(counts.extend, "small", most=3)
    queued(numbered(10))
    assert queued.close()
    assert len(counts) == 10


def test_a_handler_that_raises_is_logged_and_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    calls: list[int] = []

    def handler(events: Sequence[Event]) -> None:
        calls.append(len(events))
        raise ValueError("broken")

    queued = QueuedHandler(handler, "broken")
    queued(numbered(1))
    until(lambda: len(calls) == 1)
    queued(numbered(2))
    assert queued.close()
    assert calls == [1, 2]
    assert all(record.exc_info and record.levelno == logging.ERROR for record in caplog.records)


def test_closing_does_not_wait_for_handlers_that_hang(caplog: pytest.LogCaptureFixture) -> None:
    bus = EventBus()
    hanging = [Collector(), Collector()]
    for number, handler in enumerate(hanging):
        bus.subscribe_queued(handler, f"hanging-{number}")
    bus.publish(numbered(1))
    for handler in hanging:
        assert handler.inside.wait(30)
    bus.publish(numbered(5))
    begin = time.monotonic()
    bus.close(0.2)  # for both together
    assert time.monotonic() - begin < 10
    assert "the handler hanging-1 did not come to its end: 5 events were not handled" in caplog.text
    bus.publish(numbered(1))  # goes nowhere
    for handler in hanging:
        handler.gate.set()


def test_the_engine_works_on_beside_hanging_and_raising_handlers(
    engine: Engine, inputs: Callable[..., list[str]]
) -> None:
    hanging = Collector()

    def raising(events: Sequence[Event]) -> None:
        raise RuntimeError("always")

    engine.bus.subscribe_queued(hanging, "hanging", most=50)
    engine.bus.subscribe_queued(raising, "raising")
    engine.bus.subscribe(raising)
    batch = engine.submit(submission(inputs(*(f"a{number}" for number in range(120)))))
    found = finish(engine, batch)
    assert {job.state.value for job in found.values()} == {"done"}
    assert hanging.inside.is_set()
    engine.close()  # comes back although one of them hangs
    hanging.gate.set()
