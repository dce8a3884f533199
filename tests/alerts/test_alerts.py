"""When alerts are given: each finish once, also across starts; a hanging or failing channel holds nobody up."""

import json
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.alerts import alerts as alerts_module
from app.alerts.alerts import OLD_MS, SAME_PAUSE_S, Alerts, Queue
from app.alerts.channels import Channels
from app.alerts.disk import DiskWatch
from app.core.events import LaneChanged
from app.core.states import JobState
from app.engine.clock import SystemClock
from app.store.callbacks import mark_told
from app.system.alert_rules import AnyRule, parse_rule
from tests.http_peer import Peer, http_peer
from tests.store.queue_file import QueueFile, ending, new_job
from tests.waiting import until


class Time(SystemClock):
    """The time of the queue's tests; `later` moves the steady clock."""

    def __init__(self, queue: QueueFile) -> None:
        self.queue = queue
        self.later = 0.0

    def now_ms(self) -> int:
        return self.queue.now

    def steady(self) -> float:
        return self.later


class Room:
    """What `shutil.disk_usage` tells, as a test likes it."""

    def __init__(self) -> None:
        self.free, self.total = 1 << 39, 1 << 40

    def __call__(self, _path: str) -> "Room":
        return self


class Bench:
    """Alerts over a real queue file, with the rules that a test adds."""

    def __init__(self, queue: QueueFile, folder: Path) -> None:
        self.queue, self.folder = queue, folder
        self.rules: list[AnyRule] = []
        self.clock = Time(queue)
        self.room = Room()
        self.running: list[Alerts] = []

    def rule(self, *on: str, **values: Any) -> None:
        self.rules.append(parse_rule({"name": f"rule {len(self.rules)}", "on": list(on), **values}))

    def start(self) -> Alerts:
        queue = self.queue

        def told(batch: int, finished: int) -> bool:
            return queue.writer.call(lambda tx: mark_told(tx, batch, finished))

        channels = Channels(self.folder, lambda _name: None, lambda _name: None)
        seen = Queue(queue.reader, told, str(self.folder))
        made = Alerts(seen, lambda: list(self.rules), channels, self.clock, DiskWatch(self.room))
        self.running.append(made)
        made.start()
        return made

    def finish(self, alerts: Alerts | None, *states: JobState) -> int:
        """A batch whose jobs end in `states`."""
        batch = self.queue.batch([new_job(number) for number in range(len(states))])
        claimed = self.queue.claim(batch, len(states))
        self.queue.end(
            *(
                ending(job, state, "CORRUPT" if state is JobState.FAILED else None)
                for job, state in zip(claimed, states, strict=True)
            )
        )
        if alerts is not None:
            alerts.heard(self.queue.events)
        self.queue.events.clear()
        return batch

    def untold(self) -> list[int]:
        with self.queue.reader() as reader:
            return [batch for batch, _finished in reader.untold()]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    queue = QueueFile(tmp_path / "queue.db")
    made = Bench(queue, tmp_path)
    yield made
    for alerts in made.running:
        alerts.close()
    queue.close()


@pytest.fixture
def peer() -> Iterator[Peer]:
    with http_peer() as made:
        yield made


def post(peer: Peer) -> dict[str, str]:
    return {"do": "post", "url": f"http://127.0.0.1:{peer.port}/"}


def events(peer: Peer) -> list[tuple[str, int]]:
    return [(body["event"], body["batch"]) for body in map(json.loads, peer.bodies)]


def test_each_finish_is_told_once(bench: Bench, peer: Peer) -> None:
    bench.rule("batch-finished", **post(peer))
    alerts = bench.start()
    first = bench.finish(alerts, JobState.DONE)
    until(lambda: events(peer) == [("batch-finished", first)])
    second = bench.finish(alerts, JobState.DONE, JobState.FAILED)
    until(lambda: bench.untold() == [])
    alerts.close()
    assert events(peer) == [("batch-finished", first), ("batch-finished", second)]
    assert json.loads(peer.bodies[1])["counts"]["failed"] == 1
    bench.start().close()
    assert len(peer.taken) == 2


def test_failures_are_told_to_those_who_want_them_and_nobody_is_told_twice(bench: Bench, peer: Peer) -> None:
    with http_peer() as only_failures, http_peer() as both:
        bench.rule("batch-finished", **post(peer))
        bench.rule("batch-failures", **post(only_failures))
        bench.rule("batch-finished", "batch-failures", **post(both))
        alerts = bench.start()
        good = bench.finish(alerts, JobState.DONE, JobState.SKIPPED)
        bad = bench.finish(alerts, JobState.FAILED, JobState.FAILED)
        until(lambda: bench.untold() == [])
    assert events(peer) == [("batch-finished", good), ("batch-finished", bad)]
    assert events(only_failures) == [("batch-failures", bad)]
    assert events(both) == [("batch-finished", good), ("batch-failures", bad)]
    (cause,) = json.loads(only_failures.bodies[0])["causes"]
    assert (cause["code"], cause["count"]) == ("CORRUPT", 2)


def test_what_is_still_due_is_told_at_the_start_unless_it_is_old(bench: Bench, peer: Peer) -> None:
    bench.rule("batch-finished", **post(peer))
    old = bench.finish(None, JobState.DONE)
    bench.queue.now += OLD_MS
    new = bench.finish(None, JobState.DONE)
    bench.queue.now += 1
    assert bench.untold() == [old, new]
    bench.start()
    until(lambda: bench.untold() == [])
    assert events(peer) == [("batch-finished", new)]


def test_a_finish_in_the_moment_of_the_end_is_told(bench: Bench, peer: Peer) -> None:
    bench.rule("batch-finished", **post(peer))
    alerts = bench.start()
    batch = bench.finish(None, JobState.DONE)  # its event comes too late
    alerts.close()
    assert events(peer) == [("batch-finished", batch)]


def test_without_rules_nothing_stays_due(bench: Bench) -> None:
    alerts = bench.start()
    bench.finish(alerts, JobState.DONE)
    until(lambda: bench.untold() == [])


def test_a_batch_that_was_reopened_is_told_again_when_it_finishes_again(bench: Bench, peer: Peer) -> None:
    bench.rule("batch-finished", **post(peer))
    alerts = bench.start()
    batch = bench.finish(alerts, JobState.FAILED)
    until(lambda: bench.untold() == [])
    bench.queue.retry(batch=batch)
    bench.queue.now += 5_000
    (job,) = bench.queue.claim(batch)
    bench.queue.end(ending(job, JobState.DONE))
    alerts.heard(bench.queue.events)
    until(lambda: len(peer.taken) == 2)
    until(lambda: bench.untold() == [])


def test_a_rule_that_fails_does_not_keep_the_others_from_being_told(
    bench: Bench, peer: Peer, caplog: pytest.LogCaptureFixture
) -> None:
    bench.rule("batch-finished", do="command", command=[sys.executable, "-c", "raise SystemExit(4)"])
    bench.rule("batch-finished", do="mail", account="gone", to="a@example.org")
    bench.rule("batch-finished", **post(peer))
    alerts = bench.start()
    with caplog.at_level(logging.WARNING):
        batch = bench.finish(alerts, JobState.DONE)
        until(lambda: bench.untold() == [])
    assert events(peer) == [("batch-finished", batch)]
    said = [record.getMessage() for record in caplog.records]
    assert any("alert rule 0 (command) could not be given" in line and "code 4" in line for line in said)
    assert any("There is no mail account gone" in line for line in said)


def test_what_was_cut_off_by_the_end_is_told_at_the_next_start(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, peer: Peer
) -> None:
    monkeypatch.setattr(alerts_module, "CLOSE_SECONDS", 0.1)
    with http_peer(silent=True) as silent:
        bench.rule("batch-finished", **post(silent))
        alerts = bench.start()
        batch = bench.finish(alerts, JobState.DONE)
        until(lambda: silent.taken)
        alerts.close()
        assert bench.untold() == [batch]
    bench.rules.clear()
    bench.rule("batch-finished", **post(peer))
    bench.start()
    until(lambda: events(peer) == [("batch-finished", batch)])


def test_hearing_never_waits_for_who_is_being_told(bench: Bench) -> None:
    with http_peer(silent=True) as silent:
        bench.rule("batch-finished", **post(silent))
        alerts = bench.start()
        first = bench.finish(alerts, JobState.DONE)
        until(lambda: silent.taken)
        others = [bench.finish(alerts, JobState.DONE) for _ in range(3)]  # the first one still hangs
        assert bench.untold() == [first, *others]
        silent.go.set()
        until(lambda: bench.untold() == [])
        assert events(silent) == [("batch-finished", batch) for batch in (first, *others)]


def test_a_lane_is_told_once_for_each_cause_however_often_it_tries_again(bench: Bench, peer: Peer) -> None:
    bench.rule("lane-paused", **post(peer))
    alerts = bench.start()

    def lanes() -> list[tuple[str, str]]:
        return [(body["lane"], body["code"]) for body in map(json.loads, peer.bodies)]

    def pause(code: str, lane: str = "mail:work") -> None:
        alerts.heard([LaneChanged(lane, True, code, "words", 1), LaneChanged(lane, False)])
        until(lambda: not alerts._pauses)

    pause("NET_OFFLINE")
    until(lambda: lanes() == [("mail:work", "NET_OFFLINE")])
    bench.clock.later += SAME_PAUSE_S
    pause("NET_OFFLINE")
    pause("DISK_FULL", "cpu")
    until(lambda: len(lanes()) == 2)
    pause("AUTH_REJECTED")
    until(lambda: len(lanes()) == 3)
    bench.clock.later += SAME_PAUSE_S + 1
    pause("NET_OFFLINE")
    until(lambda: len(lanes()) == 4)
    assert lanes() == [
        ("mail:work", "NET_OFFLINE"),
        ("cpu", "DISK_FULL"),
        ("mail:work", "AUTH_REJECTED"),
        ("mail:work", "NET_OFFLINE"),
    ]


def test_a_drive_that_is_nearly_full_is_told(bench: Bench, peer: Peer) -> None:
    bench.rule("disk-low", **post(peer))
    bench.room.free = 1000
    bench.start()
    until(lambda: peer.taken)
    told = json.loads(peer.bodies[0])
    assert (told["event"], told["path"], told["free"]) == ("disk-low", str(bench.folder), 1000)


def test_a_queue_that_cannot_be_read_costs_a_round_not_the_thread(
    bench: Bench, peer: Peer, caplog: pytest.LogCaptureFixture
) -> None:
    bench.rule("batch-finished", **post(peer))
    good, broken = bench.queue.reader, threading.Event()
    broken.set()

    def open_reader() -> Any:
        if broken.is_set():
            raise RuntimeError("no")
        return good()

    bench.queue.reader = open_reader  # type: ignore[method-assign]
    alerts = bench.start()
    until(lambda: "alerts could not be given" in caplog.text)
    broken.clear()
    batch = bench.finish(alerts, JobState.DONE)
    until(lambda: events(peer) == [("batch-finished", batch)])
