"""A worker process as the engine holds it: start, talk, kill, replace.

Owns: the process and its pipes. Must not know: the store, retry rules, Qt. Used by one thread at a time, except
`kill`, which any thread may call.
"""

import contextlib
import logging
import multiprocessing
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from typing import Any

from app.engine.clock import Patience
from app.engine.worker import child
from app.engine.worker.board import Board
from app.jobs import registry

log = logging.getLogger(__name__)

# Everywhere the same: a forked child would inherit locks and Qt's threads, and keep the queue's lock alive.
_CONTEXT = multiprocessing.get_context("spawn")
RECYCLE_JOBS = 500
RECYCLE_SECONDS = 60.0  # a process that did 500 jobs in less has not had the time to leak
RECYCLE_MB = 1024
EXIT_SECONDS = 2.0


class WorkerDiedError(Exception):
    """The process ended without an answer. `exitcode` is negative for a signal (POSIX)."""

    def __init__(self, exitcode: int | None) -> None:
        super().__init__(f"the worker process ended with {exitcode}")
        self.exitcode = exitcode


class TimedOutError(Exception):
    """The deadline passed without an answer."""


class WorkerProcess:
    """One warm process, started at the first use and again after it died or was recycled."""

    def __init__(self, board: Board, slot: int) -> None:
        self.slot = slot
        self.recipes: set[int] = set()  # batches whose recipe this process has
        self._board = board
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None
        self._life: Connection | None = None
        self._lock = threading.Lock()
        self._jobs = 0
        self._peak_mb = 0
        self._born = 0.0
        self._doomed = False
        self.suspect = 0  # the job that the process was working on when it died

    def prepare(self) -> None:
        """A new piece of work begins: from here on a `kill` counts, even before the process is there."""
        with self._lock:
            self._doomed = False

    def send(self, message: Any) -> None:
        """Start the process if need be and send it `message`. Raises WorkerDiedError."""
        if self._ended():  # while it had nothing to do: nobody is to blame
            self._bury()
        if self._pipe is None:
            self._start()
        assert self._pipe is not None
        try:
            self._pipe.send(message)
        except (BrokenPipeError, ConnectionResetError, OSError) as error:
            raise WorkerDiedError(self._bury()) from error

    def answers(self, seconds: float) -> list[Any]:
        """The next list of messages, within `seconds` (while the computer is awake). Raises WorkerDiedError,
        TimedOutError."""
        pipe = self._pipe
        if pipe is None:
            raise WorkerDiedError(None)
        patience = Patience(seconds)
        while not wait([pipe], left := patience.slice()):
            if left <= 0:
                raise TimedOutError
        try:
            messages: list[Any] = pipe.recv()
        except (EOFError, ConnectionResetError, OSError) as error:
            raise WorkerDiedError(self._bury()) from error
        return messages

    def worked(self, jobs: int, peak_mb: int) -> None:
        """Count what the process has done; ends it when it is due for a fresh start."""
        self._jobs += jobs
        self._peak_mb = max(self._peak_mb, peak_mb)
        worn = self._jobs >= RECYCLE_JOBS and time.monotonic() - self._born > RECYCLE_SECONDS
        if worn or self._peak_mb >= RECYCLE_MB:
            self.stop()

    def kill(self) -> None:
        """End the process now; who waits for its answer gets WorkerDiedError."""
        with self._lock:
            self._doomed = True
            if self._process is not None:
                self._process.kill()

    def stop_now(self) -> None:
        """Kill the process and wait until it is gone."""
        self._bury()

    def stop(self) -> None:
        """End the process in order (it has nothing to do)."""
        if self._pipe is not None:
            with contextlib.suppress(OSError):
                self._pipe.send(None)
        if self._process is not None:
            self._process.join(EXIT_SECONDS)
        self._bury()

    def _ended(self) -> bool:
        with self._lock:
            return self._process is not None and not self._process.is_alive()

    def _start(self) -> None:
        ours, theirs = _CONTEXT.Pipe()
        life_reader, life = _CONTEXT.Pipe(duplex=False)
        process = _CONTEXT.Process(
            target=child.main,
            args=(theirs, life_reader, str(self._board.path), self._board.slots, self.slot, dict(registry.KINDS)),
            name=f"dropmill-worker-{self.slot}",
            daemon=True,
        )
        process.start()
        theirs.close()
        life_reader.close()
        with self._lock:
            self._process, self._pipe, self._life = process, ours, life
            if self._doomed:  # killed while it was being born
                process.kill()
        self.recipes.clear()
        self._jobs = self._peak_mb = 0
        self._born = time.monotonic()

    def _bury(self) -> int | None:
        with self._lock:
            process, self._process = self._process, None
        exitcode = None
        if process is not None:
            process.kill()
            process.join(EXIT_SECONDS)
            exitcode = process.exitcode
            if exitcode is None:
                log.warning("worker %s does not end: a drive holds it. It is left behind.", process.pid)
            else:
                process.close()
        for pipe in (self._pipe, self._life):
            if pipe is not None:
                pipe.close()
        self._pipe = self._life = None
        self.recipes.clear()
        self.suspect = self._board.read(self.slot)[0]
        self._board.post(self.slot, 0, 0, 0, "")
        return exitcode


def conversation(worker: WorkerProcess, message: Any, idle_seconds: float) -> Iterator[Any]:
    """Send `message` and yield every answer, each within `idle_seconds` of the one before; the caller stops at the end.

    Raises WorkerDiedError, or TimedOutError after the process has been killed.
    """
    worker.send(message)
    while True:
        try:
            messages = worker.answers(idle_seconds)
        except TimedOutError:
            worker.stop_now()
            raise
        yield from messages
