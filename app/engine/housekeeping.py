"""The housekeeping thread: what is over and old goes, quietly, in small steps between everybody else's.

Owns: when each kind of cleaning is done. Must not know: which rows go (`store/retention.py`), the numbers
(`core/retention.py`), how leftovers are told apart (`jobs/leftovers.py`).

A round comes every minute, and when a batch is over. While jobs run it takes one step of each kind; when nothing runs
it goes on until all is clean. Nothing here is needed for anything else: what a crash keeps from being done is done in
the first round of the next start.
"""

import logging
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from app.core.events import BatchChanged, Event, JobChanged
from app.core.retention import Retention
from app.core.states import BatchState
from app.engine import undo
from app.engine.clock import Clock
from app.engine.kept_folders import KeptFolders
from app.jobs.leftovers import job_mark, remove_leftovers
from app.store import retention as store
from app.store.connection import JOURNAL_LIMIT
from app.store.errors import StoreError
from app.store.reader import CutOff, Reader
from app.store.writer import Transaction, Writer

log = logging.getLogger(__name__)

PAUSE_SECONDS = 60.0  # between two rounds when nothing calls for one
LEAST_PAUSE_SECONDS = 1.0  # thousands of small batches may end in a minute
BETWEEN_STEPS = 0.02  # seconds in which others write
OLD_EVERY_SECONDS = 24 * 3600.0  # between two looks through what is kept for months
STOP_SECONDS = 5.0  # a drive that does not answer may hold the thread: the end of the program does not wait for it
SLACK_MS = 5_000  # an end is stamped before it is committed

SWEPT = "swept"  # in the table meta: jobs that ended before this time have no leftovers
_KILLED = frozenset({"INTERRUPTED", "WORKER_DIED", "TIMEOUT", "CANCELLED"})  # other ends clean up behind themselves


class Housekeeping:
    """See the module. `undoing`: held while a batch is undone; its temporary files are no leftovers. `retention` may be
    changed at any time."""

    def __init__(
        self,
        writer: Writer,
        path: Path,
        kept: KeptFolders,
        retention: Retention,
        clock: Clock,
        undoing: threading.Lock,
    ) -> None:
        self._writer = writer
        self._path = path
        self._kept = kept
        self.retention = retention
        self._clock = clock
        self._undoing = undoing
        self._ended: set[int] = set()  # jobs whose last attempt may have left something
        self._lock = threading.Lock()
        self._first = True
        self._old_due = clock.steady()
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="housekeeping", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """One more short round, then the end."""
        self._stopping.set()
        self._wake.set()
        if self._thread.ident is None:
            return
        self._thread.join(STOP_SECONDS)
        if self._thread.is_alive():
            log.warning("a drive does not answer while leftovers are looked for; left behind")

    def heard(self, events: Sequence[Event]) -> None:
        """A quick handler of the bus."""
        ended = [event.job for event in events if isinstance(event, JobChanged) and event.code in _KILLED]
        over = any(isinstance(event, BatchChanged) and event.state in _BATCH_OVER for event in events)
        if ended:
            with self._lock:
                self._ended.update(ended)
        if over:
            self._wake.set()

    def wake(self) -> None:
        """Clean now, or as soon as the round that is going on is over."""
        self._wake.set()

    def round(self) -> None:
        """Clean once. Raises StoreError when the queue cannot be written now."""
        self._kept.drop_dismissed(self._writer)
        idle = self._idle()
        spared = self._kept.batches()
        self._repeat(lambda tx: store.prune(tx, self.retention, spared), idle)
        self._repeat(lambda tx: store.drop_empty_batches(tx, self.retention), idle)
        self._writer.call(store.drop_checkpoints)
        if idle and self._clock.steady() >= self._old_due:
            self._old_due = self._clock.steady() + OLD_EVERY_SECONDS
            self._repeat(lambda tx: store.drop_old(tx, self.retention), True)
            self._repeat(lambda tx: store.purge_bodies(tx, self.retention), True)
        if idle:
            self._repeat(store.vacuum, True)
            self._shorten_log()
        self._sweep()  # last: a drive that does not answer holds nothing else up

    def _run(self) -> None:
        while True:
            try:
                self.round()
            except StoreError as error:
                log.warning("cleaning is put off: %s", error)  # the writer has said what is wrong
            except Exception:
                log.exception("a round of cleaning failed")  # costs this round; nothing depends on it
            if self._stopping.is_set():
                return
            self._stopping.wait(LEAST_PAUSE_SECONDS)
            self._wake.wait(PAUSE_SECONDS)
            self._wake.clear()

    def _idle(self) -> bool:
        return bool(self._writer.call(lambda tx: tx.rows("running_now")[0][0] == 0))

    def _repeat(self, step: Callable[[Transaction], int], to_the_end: bool) -> None:
        """Take one step, or all of them, with room for others in between."""
        while self._writer.call(step) and to_the_end and not self._stopping.is_set():
            self._stopping.wait(BETWEEN_STEPS)

    def _shorten_log(self) -> None:
        held = store.log_bytes(self._path)
        if held > JOURNAL_LIMIT:
            done = store.shorten_log(self._path)
            log.warning(
                "the write-ahead log held %d MB: something reads the queue for very long; %s",
                held // 1_000_000,
                "it was cut" if done else "it cannot be cut yet",
            )

    def _sweep(self) -> None:
        """Remove what killed attempts left beside the outputs. A job that runs again meanwhile is not disturbed: its
        new attempt has names of its own."""
        now = self._clock.now_ms()
        with self._lock:
            ended, self._ended = self._ended, set()
        try:
            if self._first:
                with self._undoing, Reader(self._path) as reader:  # not the writer: these look at every job
                    undo.clean_up(reader.undo_cut_off())
                    found = reader.cut_off_since(reader.mark(SWEPT), _KILLED)
            elif ended:
                with Reader(self._path) as reader:
                    found = reader.cut_off_of(ended, _KILLED)
            else:
                return
            _remove(found)
            self._first = False
            self._writer.call(lambda tx: tx.run("meta_set", {"key": SWEPT, "value": str(now - SLACK_MS)}).rowcount)
        except BaseException:
            with self._lock:
                self._ended |= ended
            raise


_BATCH_OVER = frozenset({BatchState.FINISHED, BatchState.CANCELLED})


def _remove(found: Iterable[CutOff]) -> None:
    folders: dict[str, dict[str, int]] = {}
    for one in found:
        for path in one.paths:
            folders.setdefault(os.path.dirname(path), {})[job_mark(one.token, one.job)] = one.attempt
    for folder, ended in folders.items():
        removed = remove_leftovers(folder, ended)
        if removed:
            log.info("%d unfinished files were removed from %s", removed, folder)
