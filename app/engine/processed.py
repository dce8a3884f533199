"""What was worked off already: noted when batches finish, looked up when files come again.

Owns: the thread that notes, off everybody's way, and the rule that decides what is left out. Must not know: how files
are planned or run. Noted work is a convenience: what a crash kept from being noted is caught up at the next start, and
what never is noted is simply done again.
"""

import logging
import os
import queue
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial

from app.core.days import day_words
from app.core.events import BatchChanged, Event
from app.core.states import BatchState, JobState
from app.engine.commands import Submission
from app.engine.planner import DoneBefore, Earlier
from app.engine.worker.messages import Found
from app.jobs import registry
from app.jobs.recipe import RecipeError
from app.store import processed
from app.store.errors import StoreError
from app.store.reader import JobView, Processed, Reader
from app.store.writer import Writer

log = logging.getLogger(__name__)

CHUNK_JOBS = 500  # in one command: a few ms of the writer
SLACK_MS = 5_000  # an end is stamped before it is committed, and commits of a moment may overtake each other
SLEEP_AFTER_TROUBLE = 1.0  # seconds
STOP_SECONDS = 3.0


def earlier(reader: Reader, submission: Submission, clock: Callable[[], float] = time.time) -> Earlier | None:
    """What finds the files of `submission` that need not be done again, or None when all are wanted.

    The same version of a file (path, size, mtime) went through the same recipe into the same folder, and everything
    that came out is still there. With `skip_processed` None this is asked of files in dropped folders only: a file that
    a person picked by itself is wanted.
    """
    if submission.skip_processed is False:
        return None
    recipe = registry.parse_recipe(submission.recipe)
    kind = registry.kind(submission.kind)
    if kind.lane or kind.whole(recipe):
        return None
    key = processed.key(recipe.fingerprint(), submission.out)

    def find(files: Sequence[Found]) -> Mapping[str, DoneBefore]:
        asked = [file for file in files if submission.skip_processed or not file.chosen]
        known = reader.processed(key, [file.path for file in asked])
        today = datetime.fromtimestamp(clock()).date()
        return {
            file.path: DoneBefore(words(known[file.path].at, today), known[file.path].outputs)
            for file in asked
            if file.path in known and _holds(known[file.path], file)
        }

    return find


def _holds(known: Processed, file: Found) -> bool:
    same = (known.size, known.mtime_ns) == (file.size, file.mtime_ns)
    return same and all(os.path.lexists(path) for path in known.outputs)


def words(at: int, today: date) -> str:
    """ "Already done on 3 March". `at`: ms UTC."""
    return f"Already done on {day_words(datetime.fromtimestamp(at / 1000).date(), today)}"


class Recorder:
    """Notes the done jobs of every batch that finishes. Hand `on_events` to the bus."""

    def __init__(self, writer: Writer, open_reader: Callable[[], Reader]) -> None:
        self._writer = writer
        self._open_reader = open_reader
        self._batches: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="processed", daemon=True)

    def start(self) -> None:
        """Begin; what an earlier start of the program left is noted first."""
        self._thread.start()

    def on_events(self, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, BatchChanged) and event.state is BatchState.FINISHED:
                self._batches.put(event.batch)

    def stop(self) -> None:
        """End the thread when it has noted what finished so far; if that takes long, the rest is noted at the next
        start."""
        self._batches.put(None)
        if self._thread.ident is not None:
            self._thread.join(STOP_SECONDS)
            self._stop.set()
            self._thread.join(STOP_SECONDS)

    def _run(self) -> None:
        with self._open_reader() as reader:
            for batch in self._left_over(reader):
                self._note(reader, batch)
            while (found := self._batches.get()) is not None:
                self._note(reader, found)

    def _left_over(self, reader: Reader) -> list[int]:
        try:
            return reader.finished_since(reader.mark(processed.MARK) - SLACK_MS)
        except StoreError as error:
            log.error("what was worked off before could not be looked up: %s", error)
            return []

    def _note(self, reader: Reader, batch: int) -> None:
        """Note one batch. A trouble of the queue is waited out; a mistake of ours costs this batch's notes."""
        while not self._stop.is_set():
            try:
                self._note_all(reader, batch)
                return
            except StoreError as error:
                log.error("what batch %d worked off is not noted yet: %s", batch, error)
                self._stop.wait(SLEEP_AFTER_TROUBLE)
            except Exception:
                log.exception("what batch %d worked off could not be noted", batch)
                return

    def _note_all(self, reader: Reader, batch: int) -> None:
        row = reader.batch(batch)
        if row is None or row.finished is None:
            return
        key = _key(row.kind, row.recipe, row.options.get("out"))
        if key is not None:
            ids = reader.job_ids(JobView(batch=batch, states=frozenset({JobState.DONE})))
            for start in range(0, len(ids), CHUNK_JOBS):
                if self._stop.is_set():
                    return
                self._writer.call(partial(processed.record, key=key, jobs=ids[start : start + CHUNK_JOBS]))
        self._writer.call(partial(processed.set_mark, finished=row.finished))


def _key(kind: str, recipe_text: str, out: str | None) -> str | None:
    """Under what the files of a batch are remembered; None for e-mail, for inputs that all became one output, and for
    recipes that this program does not read any more."""
    try:
        recipe = registry.parse_recipe(recipe_text)
    except RecipeError:
        return None
    if registry.kind(kind).lane or registry.kind(kind).whole(recipe):
        return None
    return processed.key(recipe.fingerprint(), out)
