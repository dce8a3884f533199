"""Results of calls come back in order, on the GUI thread, and failures are said."""

import threading

import pytest

from app.window.bridge import Bridge


class Counter:
    def __init__(self) -> None:
        self.thread = threading.current_thread()
        self.value = 0
        self.closed = False

    def add(self, n: int) -> int:
        self.value += n
        return self.value

    def close(self) -> None:
        self.closed = True


def test_results_come_in_order_on_the_gui_thread(qtbot):
    bridge = Bridge(Counter, "test")
    seen, threads = [], set()

    def note(value):
        seen.append(value)
        threads.add(threading.current_thread())

    for _ in range(500):
        bridge.run(lambda c: c.add(1), note)
    qtbot.waitUntil(lambda: bridge.idle)
    assert seen == list(range(1, 501))
    assert threads == {threading.main_thread()}
    bridge.close()


def test_the_subject_is_made_on_the_bridges_thread_and_closed_with_it(qtbot):
    made = []

    def make():
        made.append(Counter())
        return made[0]

    bridge = Bridge(make, "test").owning()
    bridge.run(lambda c: c.add(1))
    qtbot.waitUntil(lambda: bridge.idle)
    bridge.close()
    assert made[0].thread is not threading.main_thread()
    assert made[0].closed


def test_a_subject_that_is_only_borrowed_stays_open(qtbot):
    engine = Counter()
    bridge = Bridge(lambda: engine, "test")
    bridge.run(lambda c: c.add(1))
    bridge.close()
    assert not engine.closed


def test_a_failure_goes_to_its_handler_or_to_the_signal(qtbot):
    bridge = Bridge(Counter, "test")

    def fail(_):
        raise ValueError("no such batch")

    mine = []
    bridge.run(fail, failed=mine.append)
    with qtbot.waitSignal(bridge.failed) as caught:
        bridge.run(fail)
    assert isinstance(mine[0], ValueError)
    assert caught.args == ["no such batch"]
    after = []
    bridge.run(lambda c: c.add(5), after.append)
    qtbot.waitUntil(lambda: after == [5])
    bridge.close()


@pytest.mark.parametrize("times", [1, 50])
def test_close_finishes_what_is_queued(qtbot, times):
    counter = Counter()
    bridge = Bridge(lambda: counter, "test")
    for _ in range(times):
        bridge.run(lambda c: c.add(1))
    bridge.close()
    assert counter.value == times


def test_a_result_that_comes_after_the_close_is_dropped(qtbot):
    bridge, seen = Bridge(Counter, "test"), []
    bridge.run(lambda c: c.add(1), seen.append)
    bridge.close()  # the call was made; its result waits for the event loop
    qtbot.waitUntil(lambda: bridge.idle)
    assert seen == []
