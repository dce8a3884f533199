"""When alerts are given: a thread beside the engine that waits for occasions and tells everybody whose rule wants it.

Owns: the occasions, what was told already, and the order of the end. Must not know: how an alert is given
(`channels.py`). Nothing here ever makes the engine wait: events only wake the thread. That a batch finished is due on
disk until everybody was told, so a crash loses no alert; it may give one twice, at the next start.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from app.alerts.channels import Channels
from app.alerts.disk import DiskWatch
from app.alerts.summary import Summary, of_batch, of_disk, of_lane
from app.alerts.trouble import AlertError
from app.core.events import BatchChanged, Event, LaneChanged
from app.core.states import BatchState
from app.engine.clock import Clock
from app.store.errors import StoreError
from app.store.reader import Reader
from app.system.alert_rules import AnyRule, Occasion

log = logging.getLogger(__name__)

OLD_MS = 24 * 3_600_000  # what finished longer ago is no news
DISK_SECONDS = 60.0
SAME_PAUSE_S = 3_600.0  # a lane that tries again in vain, every 15 minutes or so in the end, is one occasion
MOST_PAUSES = 100  # that wait to be told
GIVE_SECONDS = 75.0  # longer than any channel's own limit: who still hangs then is left alone
CLOSE_SECONDS = 5.0  # for alerts that are being given when the program ends; the next start waits for the queue so long
KILL_SECONDS = 2.0
_ENDS = (Occasion.BATCH_FAILURES, Occasion.BATCH_FINISHED)  # a rule for both is told once, by the first that fits


@dataclass(frozen=True)
class Queue:
    """What is needed of the engine. `mark_told(batch, finished)` may raise StoreError."""

    open_reader: Callable[[], Reader]
    mark_told: Callable[[int, int], bool]
    data_dir: str


class Alerts:
    """A companion of the engine: subscribe `heard` to its events, then `start`. `rules()`: as they are now."""

    def __init__(
        self,
        queue: Queue,
        rules: Callable[[], list[AnyRule]],
        channels: Channels,
        clock: Clock,
        disks: DiskWatch | None = None,
    ) -> None:
        self._queue = queue
        self._rules = rules
        self._channels = channels
        self._clock = clock
        self._disks = disks or DiskWatch()
        self._pauses: deque[LaneChanged] = deque(maxlen=MOST_PAUSES)
        self._told_pauses: dict[tuple[str, str | None], float] = {}
        self._wake = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="alerts", daemon=True)

    def heard(self, events: Sequence[Event]) -> None:
        """A quick handler: remembers what is worth a look and wakes the thread."""
        for event in events:
            if isinstance(event, LaneChanged):
                if event.paused:
                    self._pauses.append(event)
                    self._wake.set()
            elif isinstance(event, BatchChanged) and event.state is BatchState.FINISHED:
                self._wake.set()

    def start(self) -> None:
        """Tell what an earlier start left untold, then wait for occasions."""
        self._thread.start()

    def close(self) -> None:
        """Tell what has happened by now, for at most CLOSE_SECONDS; what is not told then is told at the next start."""
        self._closing.set()
        self._wake.set()
        if self._thread.ident is None:
            return
        self._thread.join(CLOSE_SECONDS)
        self._channels.stop.set()
        self._thread.join(KILL_SECONDS)
        if self._thread.is_alive():
            log.warning("alerts that were being given did not come to their end")

    def _work(self) -> None:
        next_disk = time.monotonic()
        while True:
            closing = self._closing.is_set()
            self._wake.clear()
            try:
                self._tell_pauses()
                self._tell_batches()
                if not closing and time.monotonic() >= next_disk:
                    next_disk = time.monotonic() + DISK_SECONDS
                    self._tell_disks()
            except StoreError as error:
                log.warning("alerts could not be looked up: %s", error)
            except Exception:  # whatever it is costs this round, not the thread
                log.exception("alerts could not be given")
            if closing:
                return
            self._wake.wait(max(0.0, next_disk - time.monotonic()))

    # Occasions

    def _tell_batches(self) -> None:
        with self._queue.open_reader() as reader:
            for batch, finished in reader.untold():
                if self._channels.stop.is_set():
                    return
                if self._clock.now_ms() - finished > OLD_MS:
                    log.info("batch %d finished more than a day ago: nobody is told", batch)
                else:
                    self._tell_batch(reader, batch, finished)
                    if self._channels.stop.is_set():  # cut off: the next start tells it
                        return
                self._queue.mark_told(batch, finished)

    def _tell_batch(self, reader: Reader, batch: int, finished: int) -> None:
        rules = self._rules()
        row = reader.batch(batch)
        if row is None or row.finished != finished:
            return  # reopened meanwhile: its next finish is due again
        bad = row.counts.failed + row.counts.unconfirmed > 0
        summaries = {
            Occasion.BATCH_FINISHED: of_batch(Occasion.BATCH_FINISHED, row, reader.causes(batch) if bad else [])
        }
        if bad:
            summaries[Occasion.BATCH_FAILURES] = replace(
                summaries[Occasion.BATCH_FINISHED], occasion=Occasion.BATCH_FAILURES
            )
        wanted = [
            (rule, next((summaries[o] for o in _ENDS if o in rule.on and o in summaries), None)) for rule in rules
        ]
        self._give((rule, summary) for rule, summary in wanted if summary is not None)

    def _tell_pauses(self) -> None:
        while self._pauses:
            event = self._pauses.popleft()
            key, now = (event.lane, event.code), self._clock.steady()
            before = self._told_pauses.get(key)
            self._told_pauses[key] = now
            if before is None or now - before > SAME_PAUSE_S:
                summary = of_lane(event.lane, event.code, event.message, event.until)
                self._give((rule, summary) for rule in self._for(Occasion.LANE_PAUSED))

    def _tell_disks(self) -> None:
        rules = self._for(Occasion.DISK_LOW)
        if not rules:
            return
        with self._queue.open_reader() as reader:
            paths = [self._queue.data_dir, *reader.places_in_work()]
        for low in self._disks.look(paths):
            summary = of_disk(low.path, low.free, low.total)
            self._give((rule, summary) for rule in rules)

    def _for(self, occasion: Occasion) -> list[AnyRule]:
        return [rule for rule in self._rules() if occasion in rule.on]

    # Giving

    def _give(self, alerts: Iterable[tuple[AnyRule, Summary]]) -> None:
        """Give all of `alerts` at once; returns when each was tried."""
        threads = [
            threading.Thread(target=self._give_one, args=(rule, summary), name=f"alert-{rule.name}", daemon=True)
            for rule, summary in alerts
        ]
        for thread in threads:
            thread.start()
        deadline = time.monotonic() + GIVE_SECONDS
        for thread in threads:
            while thread.is_alive() and time.monotonic() < deadline and not self._channels.stop.is_set():
                thread.join(0.1)

    def _give_one(self, rule: AnyRule, summary: Summary) -> None:
        try:
            self._channels.give(rule, summary)
        except AlertError as error:
            log.warning("alert %s (%s) could not be given: %s", rule.name, rule.do, error)
        except Exception:  # a channel's mistake costs this alert
            log.exception("alert %s (%s) could not be given", rule.name, rule.do)
        else:
            log.info("alert %s (%s) was given: %s", rule.name, rule.do, summary.heading)
