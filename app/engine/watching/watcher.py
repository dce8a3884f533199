"""The thread that watches all folders: looks, waits until files have come to rest, and makes batches of them.

Owns: when a folder is looked through, and what happens while it is not there. Must not know: Qt, how a job is done.
Looking is the truth: reports of the system only call for a look at once.
"""

import logging
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.core.events import Event, WatchChanged
from app.core.failures import Failure
from app.core.model import Watch, WatchMode
from app.engine.clock import Clock
from app.engine.commands import Submission
from app.engine.intake import new_batch
from app.engine.planner import own_folders
from app.engine.scanner import Seen, Unreadable, scan
from app.engine.watching.hints import Hints
from app.engine.watching.rules import is_temporary
from app.engine.watching.settling import SETTLE_SECONDS, Settling
from app.engine.worker.messages import Found
from app.jobs import registry
from app.jobs.base import JobError, JobKind
from app.jobs.output import open_source
from app.jobs.recipe import RecipeError
from app.store import watching
from app.store.errors import StoreError
from app.store.intake import NewBatch
from app.store.reader import Reader
from app.store.watching import Version
from app.store.writer import Writer

log = logging.getLogger(__name__)

POLL_SECONDS = 10.0  # between two looks at a folder that nobody reports on, or that is not there
NATIVE_SECONDS = 60.0  # between two looks although nothing was reported: reports get lost
HINT_SECONDS = 1.0  # a file that is being copied is reported many times a second
LOOKING_SHARE = 10  # a look may take at most one part of so many of the time
PATIENCE_SECONDS = 60.0  # a file at rest that cannot be opened for so long becomes a job, and the job says why
MOST_FILES = 5_000  # in one batch: its paths are kept as one text until they are planned
SLEEP_AFTER_TROUBLE = 1.0
STOP_SECONDS = 5.0  # a drive that does not answer may hold the thread: the end of the program does not wait for it


@dataclass(slots=True)
class _Folder:
    """One folder that is watched, and when it is looked at next."""

    watch: Watch
    kind: JobKind
    own: frozenset[str]
    settling: Settling
    next: float
    least: float = 0.0  # not before this time, whatever is reported
    heard: bool = False  # the system reports its changes
    code: str | None = None  # why it could not be looked through the last time


class Watcher:
    """See the module. `added` is called with the number of each new batch, which is on disk by then."""

    def __init__(
        self,
        writer: Writer,
        open_reader: Callable[[], Reader],
        added: Callable[[int], None],
        clock: Clock,
        data_dir: Path,
    ) -> None:
        self._writer = writer
        self._open_reader = open_reader
        self._added = added
        self._clock = clock
        self._data_dir = str(data_dir)
        self._hints = Hints(self._hint)
        self._hinted: set[int] = set()
        self._lock = threading.Lock()
        self._folders: dict[int, _Folder] = {}
        self._stale = True  # the list of watched folders was changed
        self._wake = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """End the thread. What was seen and not taken is seen again at the next start."""
        self._stopping = True
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join(STOP_SECONDS)
        if self._thread.is_alive():
            log.warning("a drive does not answer while a watched folder is looked through; left behind")
        self._hints.stop()

    def on_events(self, events: Sequence[Event]) -> None:
        """For the bus: look at the list of folders again when it was changed."""
        if any(isinstance(event, WatchChanged) and event.code is None for event in events):
            self._stale = True
            self._wake.set()

    def _hint(self, watch: int) -> None:
        with self._lock:
            self._hinted.add(watch)
        self._wake.set()

    def _run(self) -> None:
        with self._open_reader() as reader:
            while not self._stopping:
                try:
                    seconds = self.turn(reader)
                except StoreError as error:
                    if not self._stopping:
                        log.error("watched folders: %s", error)
                    seconds = SLEEP_AFTER_TROUBLE
                except Exception:
                    # A mistake of ours may cost this look; without this thread no folder would be watched any more.
                    log.exception("watched folders could not be looked through")
                    seconds = NATIVE_SECONDS
                if seconds is None:
                    self._wake.wait()  # nothing is watched
                else:
                    self._clock.wait(self._wake, seconds)
                self._wake.clear()

    def turn(self, reader: Reader) -> float | None:
        """Look at the folders whose time has come; seconds until the next look, None when nothing is watched."""
        if self._stale:
            self._stale = False
            self._list(reader)
        now = self._clock.steady()
        with self._lock:
            hinted, self._hinted = self._hinted, set()
        for folder in self._folders.values():
            if folder.watch.id in hinted:
                folder.next = min(folder.next, max(now, folder.least))
            if folder.next <= now and not self._stopping:
                self._look(reader, folder)
        if not self._folders:
            return None
        return max(0.0, min(folder.next for folder in self._folders.values()) - self._clock.steady())

    def _list(self, reader: Reader) -> None:
        """Take over the list of watched folders from the queue; those that stay keep what was seen of them."""
        before, self._folders = self._folders, {}
        for watch in reader.watches():
            if not watch.enabled:
                continue
            folder = before.pop(watch.id, None) or self._open(reader, watch)
            if folder is not None:
                folder.code = watch.code  # switching it off and on has forgotten it
                self._folders[watch.id] = folder
        for gone in before:
            self._hints.drop(gone)

    def _open(self, reader: Reader, watch: Watch) -> _Folder | None:
        try:
            recipe = registry.parse_recipe(watch.recipe)
        except RecipeError as error:
            words = f"The recipe of the watched folder {watch.folder} cannot be used: {'; '.join(error.problems)}."
            self._say(watch.id, Failure("INTERNAL", words))
            return None
        own = own_folders(recipe, watch.out) | {self._data_dir}
        settling = Settling(reader.watch_taken(watch.id))
        return _Folder(watch, registry.kind(watch.kind), own, settling, self._clock.steady())

    def _look(self, reader: Reader, folder: _Folder) -> None:
        began = self._clock.steady()
        found, trouble = self._files(folder)
        if trouble is not None:
            if folder.heard:  # when it is back, it is another folder to the system
                self._hints.drop(folder.watch.id)
                folder.heard = False
            folder.next = folder.least = began + POLL_SECONDS
        if (trouble.code if trouble is not None else None) != folder.code:
            self._say(folder.watch.id, trouble)
            folder.code = trouble.code if trouble is not None else None
        if trouble is not None:
            return
        if folder.watch.mode is WatchMode.NATIVE and not folder.heard:
            folder.heard = self._hints.listen(folder.watch.id, folder.watch.folder, folder.own)
        self._take(reader, folder, folder.settling.look(found, began), began)
        now = self._clock.steady()
        folder.least = now + max(HINT_SECONDS, (now - began) * LOOKING_SHARE)
        pause = NATIVE_SECONDS if folder.heard else POLL_SECONDS
        folder.next = max(folder.least, now + (SETTLE_SECONDS if folder.settling.waiting else pause))

    def _files(self, folder: _Folder) -> tuple[list[Version], Failure | None]:
        """The files that are there now; or why the folder cannot be looked through."""
        path = folder.watch.folder
        found: list[Version] = []
        for item in scan([path], folder.own, Seen()):
            if self._stopping:
                return [], None
            if isinstance(item, Found) and not item.chosen:
                if not is_temporary(os.path.basename(item.path)):
                    found.append(Version(item.path, item.size, item.mtime_ns))
            elif item.path == path:
                return [], _why_not(path, item)
            elif isinstance(item, Unreadable):
                log.info("in a watched folder: %s", item.failure.message)
        return found, None

    def _take(self, reader: Reader, folder: _Folder, resting: Sequence[Version], now: float) -> None:
        """Make batches of the files at rest that can be opened and that the recipe is for."""
        ready: list[Version] = []
        for file in resting:
            if self._stopping:
                return
            wanted = self._wanted(folder, file, now)
            if wanted:
                ready.append(file)
            elif wanted is False:
                folder.settling.take(file)
        for start in range(0, len(ready), MOST_FILES):
            files = ready[start : start + MOST_FILES]
            make = partial(_batch_of, folder.watch, folder.kind)
            batch = self._writer.call(
                partial(watching.take, watch=folder.watch.id, versions=files, make=make), durable=True
            )
            if batch is None:  # switched off this moment, or taken by an earlier start: the queue knows
                folder.settling = Settling(reader.watch_taken(folder.watch.id))
                return
            for file in files:
                folder.settling.take(file)
            self._added(batch)

    def _wanted(self, folder: _Folder, file: Version, now: float) -> bool | None:
        """Whether `file` becomes a job; None when it cannot be opened now (another program still has it)."""
        suits = os.path.splitext(file.path)[1].lower() in folder.kind.suffixes
        try:
            with open_source(file.path):
                return suits or folder.kind.accepts(Path(file.path))
        except JobError as error:
            if not suits or folder.settling.rests_since(file, now) < PATIENCE_SECONDS:
                return None
            log.info("in a watched folder: %s", error.failure.message)
            return True

    def _say(self, watch: int, trouble: Failure | None) -> None:
        code, message = (trouble.code, trouble.message) if trouble is not None else (None, None)
        if message is not None:
            log.warning("%s", message)
        self._writer.call(partial(watching.say, watch=watch, code=code, message=message))


def _batch_of(watch: Watch, kind: JobKind, files: Sequence[Version]) -> NewBatch:
    return new_batch(
        Submission(
            watch.kind,
            watch.recipe,
            watch.recipe_name,
            tuple(file.path for file in files),
            os.path.basename(watch.folder) or watch.folder,
            watch.out,
            start=not kind.lane,  # no message leaves without a person who says so
            skip_processed=True,
            root=watch.folder,
            versions=tuple((file.size, file.mtime_ns) for file in files),
        )
    )


def _why_not(path: str, item: Found | Unreadable) -> Failure:
    """Why the watched folder `path` cannot be looked through; `item` is what stands in its place."""
    if isinstance(item, Found):
        return Failure("DRIVE_MISSING", f"The watched folder {path} is a file now. Dropmill looks again by itself.")
    if item.failure.code in ("SOURCE_GONE", "IO_ERROR"):
        return Failure("DRIVE_MISSING", f"The watched folder {path} is not there. Dropmill looks again by itself.")
    return Failure(item.failure.code, f"The watched folder {path} cannot be read. Dropmill looks again by itself.")
