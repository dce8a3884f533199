"""Figures of the engine's work, collected from its events.

Owns: adding up in memory and handing on every ten seconds and at the end. A crash loses at most the last ten seconds of
figures (never a job: figures are not needed to work). Must not know: where figures are kept, who reads them.
"""

import logging
import threading
from collections.abc import Callable, Sequence

from app.core.events import Event, JobChanged
from app.core.figures import Figures, Metric, outcome_of
from app.core.states import JobState, Outcome
from app.engine.clock import Clock
from app.store.errors import StoreError

log = logging.getLogger(__name__)

FLUSH_SECONDS = 10.0
MINUTE_MS = 60_000
MOST_BATCHES = 10_000  # whose kind and lane are remembered

Key = tuple[str, str]  # kind, lane


class Metrics:
    """Adds up attempts by minute, kind and lane. `heard` is a quick handler: numbers in dictionaries, nothing else but
    one look at each new batch."""

    def __init__(
        self,
        whose: Callable[[int], Key | None],
        record: Callable[[list[Metric]], None],
        clock: Clock,
    ) -> None:
        """`whose(batch)`: its kind and lane; `record`: adds figures to those that are kept, or raises StoreError."""
        self._whose = whose
        self._record = record
        self._clock = clock
        self._keys: dict[int, Key] = {}
        self._pending: dict[tuple[int, Key], Figures] = {}
        self._running: dict[Key, int] = {}
        self._busy_since: dict[Key, float] = {}
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def heard(self, events: Sequence[Event]) -> None:
        """Add what `events` (of one commit) tell."""
        with self._lock:
            minute = self._clock.now_ms() // MINUTE_MS * MINUTE_MS
            now = self._clock.steady()
            for event in events:
                if type(event) is not JobChanged:
                    continue
                key = self._keys.get(event.batch) or self._learn(event.batch)
                if key is None:
                    continue
                if event.state is JobState.RUNNING:
                    self._begun(key, now)
                    continue
                outcome = Outcome.DONE if event.state is JobState.DONE else outcome_of(event)
                if outcome is not None:
                    figures = self._figures(minute, key)
                    figures.add(outcome, event)
                    self._ended(key, now, figures)

    def start(self) -> None:
        """Hand on every ten seconds from now on."""
        self._thread = threading.Thread(target=self._work, name="metrics", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Hand on what is left."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
        self.flush()

    def flush(self) -> None:
        """Hand on what was added up since the last time; when that does not work it is kept for the next time."""
        with self._lock:
            minute, now = self._clock.now_ms() // MINUTE_MS * MINUTE_MS, self._clock.steady()
            for key, since in self._busy_since.items():
                self._figures(minute, key).busy_ms += round((now - since) * 1000)
                self._busy_since[key] = now
            taken, self._pending = self._pending, {}
        if not taken:
            return
        try:
            self._record([Metric(at, kind, lane, figures) for (at, (kind, lane)), figures in taken.items()])
        except StoreError as error:
            log.warning("figures could not be kept, and are tried again: %s", error)
            with self._lock:
                for (at, key), figures in taken.items():
                    self._figures(at, key).merge(figures)

    def _work(self) -> None:
        while not self._stop.wait(FLUSH_SECONDS):
            try:
                self.flush()
            except Exception:  # whatever it is costs this flush, not the thread
                log.exception("figures were lost")

    def _figures(self, minute: int, key: Key) -> Figures:
        found = self._pending.get((minute, key))
        if found is None:
            found = self._pending[minute, key] = Figures()
        return found

    def _begun(self, key: Key, now: float) -> None:
        running = self._running.get(key, 0)
        if not running:
            self._busy_since[key] = now
        self._running[key] = running + 1

    def _ended(self, key: Key, now: float, figures: Figures) -> None:
        running = self._running.get(key, 0)  # 0: a dead session began it
        if running == 1:
            figures.busy_ms += round((now - self._busy_since.pop(key)) * 1000)
        self._running[key] = max(0, running - 1)

    def _learn(self, batch: int) -> Key | None:
        try:
            key = self._whose(batch)
        except StoreError as error:
            log.warning("an attempt of batch %d is missing from the figures: %s", batch, error)
            return None
        if key is not None:
            if len(self._keys) >= MOST_BATCHES:
                self._keys.clear()
            self._keys[batch] = key
        return key
