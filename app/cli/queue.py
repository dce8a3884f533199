"""The open queue of one command: our own engine, or the process that holds the queue.

Owns: the difference between the two, and taking over when the holder ends while its work is followed. Must not know:
commands or output.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from app.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from app.compose import Parts
    from app.core.events import Event
    from app.engine.commands import Commands
    from app.engine.control import ControlClient
    from app.engine.engine import Engine


class OpenQueue:
    """Use as a context manager. `commands` gives commands; `wake` is set when our own engine did something.

    `run`: jobs may start in this process. `say`: tells a person of troubles of the engine itself. Opening ends the
    command (exit 3) when it cannot be done.
    """

    def __init__(
        self,
        parts: "Parts",
        workers: int | None,
        retry_scale: float,
        *,
        run: bool,
        say: Callable[[str], None],
    ) -> None:
        self._parts = parts
        self._workers = workers
        self._scale = retry_scale
        self._run = run
        self._say = say
        self._watch = False
        self.wake = threading.Event()
        self._engine: Engine | None = None
        self._client: ControlClient | None = None

    def __enter__(self) -> "OpenQueue":
        self._open()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    @property
    def commands(self) -> "Commands":
        """Where commands go."""
        commands = self._engine or self._client
        assert commands is not None, "the queue is not open"
        return commands

    @property
    def ours(self) -> bool:
        """Whether the engine is in this process."""
        return self._engine is not None

    def start(self, watch: bool = False) -> None:
        """Let our own engine look through folders and, when it may run jobs, work and (`watch`) look after watched
        folders. A holder has started long ago."""
        self._watch = watch
        if self._engine is not None:
            self._engine.start(watch)

    def settled(self, batch: int | None, horizon: float) -> bool:
        """Whether nothing (of `batch`) can go on by itself within `horizon` seconds.

        Takes over from a holder that ended in the meantime.
        """
        if self._engine is not None:
            return self._engine.settled(batch, horizon)
        assert self._client is not None, "the queue is not open"
        from app.store.errors import StoreError

        try:
            return self._client.settled(batch, horizon)
        except StoreError as error:
            if error.code != "QUEUE_BUSY":
                raise
        self.close()
        self._open()
        self.start(self._watch)
        return False

    def board(self) -> Mapping[int, tuple[float, str]]:
        """Progress of jobs that run in this process."""
        return self._engine.board_snapshot() if self._engine is not None else {}

    def _open(self) -> None:
        from app.compose import open_engine
        from app.engine.control import ControlClient
        from app.store.errors import StoreError

        try:
            queue = open_engine(self._parts, self._workers, self._scale, run=self._run)
        except StoreError as error:
            raise Stop(Exit.QUEUE, error.message) from error
        if isinstance(queue, ControlClient):
            self._client = queue
            return
        self._engine = queue
        for trouble in queue.troubles:
            self._say(trouble)
        queue.bus.subscribe(self._heard)

    def _heard(self, events: "Sequence[Event]") -> None:
        """Called on the engine's threads."""
        from app.core.events import EngineTrouble, WatchChanged

        for event in events:
            if isinstance(event, EngineTrouble | WatchChanged) and event.message:
                self._say(event.message)
        self.wake.set()

    def close(self) -> None:
        """Give running jobs back and let go of the queue. Idempotent."""
        queue, self._engine, self._client = self._engine or self._client, None, None
        if queue is not None:
            queue.close()
