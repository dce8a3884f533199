"""Opening the queue: take it, or find who holds it.

Owns: the race for the lock and the hand-over to the holder. One way for the window and the command line.
"""

import os
import time
from pathlib import Path

from app.engine.clock import Clock
from app.engine.control import ControlClient
from app.engine.control_server import ControlServer
from app.engine.engine import QUEUE_FILE, Engine
from app.engine.lock import QueueLock
from app.engine.services import Services
from app.store.connection import log_is_lost, refuse_network
from app.store.doubt import doubt_letters, number_batches_above
from app.store.errors import StoreError

HANDOVER_SECONDS = 10.0  # a holder that starts or ends answers, or lets go, within this
RETRY_SECONDS = 0.05


class HeldEngine(Engine):
    """An engine that answers other processes as well."""

    _server: ControlServer | None = None

    def start(self, watch: bool = True) -> None:
        super().start(watch)
        if self._run:  # one that only adds lets go in a moment: others wait for the lock rather than hand over to it
            self._server = ControlServer(self)

    def keep_numbers(self) -> None:
        """No new batch gets the number of one whose originals are kept, although its queue is gone or was put aside."""
        highest = max(self._kept.batches(), default=0)
        if highest:
            self._writer.call(lambda tx: number_batches_above(tx, highest))

    def doubt(self) -> None:
        """The queue's last changes are lost: say so, and let no letter leave again without a person."""
        self._writer.call(doubt_letters, durable=True)
        self.troubles.append(
            f"The last changes of the queue {self.path} are lost: its log is gone although nobody closed the queue. "
            "E-mail batches wait for you."
        )

    def close(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()
        super().close()


def open_queue(
    data_dir: Path,
    services: Services,
    workers: int | None = None,
    retry_scale: float = 1.0,
    run: bool = True,
    clock: Clock | None = None,
) -> Engine | ControlClient:
    """The queue of `data_dir`: an `Engine` (call `start`) when nobody holds it, else a `ControlClient` of the holder.

    `workers`: worker processes, None = one a core. `run=False`: start no job. Raises StoreError.
    """
    data_dir = data_dir.absolute()
    refuse_network(data_dir)
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        lock = QueueLock(data_dir / f"{QUEUE_FILE}.lock")
        deadline = time.monotonic() + HANDOVER_SECONDS
        while not lock.acquire():
            client = _client(data_dir)
            if client is not None:
                return client
            if time.monotonic() > deadline:
                raise StoreError("QUEUE_BUSY", "Another Dropmill holds the queue and does not answer. Close it first.")
            time.sleep(RETRY_SECONDS)
    except OSError as error:
        raise StoreError("QUEUE_DENIED", f"The folder {data_dir} cannot be used: {error.strerror or error}.") from error
    try:
        doubtful = log_is_lost(data_dir / QUEUE_FILE)
        engine = HeldEngine(data_dir, lock, services, workers or os.cpu_count() or 1, retry_scale, run, clock)
        _settle(engine, doubtful)
        return engine
    except OSError as error:
        lock.release()
        raise StoreError("QUEUE_DENIED", f"The folder {data_dir} cannot be used: {error.strerror or error}.") from error
    except BaseException:
        lock.release()
        raise


def _settle(engine: HeldEngine, doubtful: bool) -> None:
    """What earlier queues of this folder, or earlier commits of this one, ask for before anything begins."""
    try:
        engine.keep_numbers()
        if doubtful:
            engine.doubt()
    except BaseException:
        engine.close()
        raise


def _client(data_dir: Path) -> ControlClient | None:
    try:
        return ControlClient(data_dir)
    except (OSError, ValueError, KeyError):
        return None  # it is starting, or ending
