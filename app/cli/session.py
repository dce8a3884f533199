"""What every command needs: the parts of the program and the queue. Made once from the global options.

Owns: what a command does with them, and the words when that does not work. Must not know: the commands, how the parts
are put together (`app/compose.py`). Everything heavy is imported on first use.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.exits import Exit, Stop
from app.cli.out import Out
from app.compose import Parts
from app.system.environment import SCALE_VARIABLE, retry_scale

if TYPE_CHECKING:
    from app.cli.queue import OpenQueue
    from app.store.reader import Reader
    from app.system.recipes import Loaded

OpenWindow = Callable[[Path, list[str], int | None], int]  # data folder, files to add, worker processes


@dataclass
class Session(Parts):
    """The surroundings of one command. `open_window` is handed in: the command line does not know the window."""

    out: Out
    workers: int | None = None
    log_level: str | None = None
    open_window: OpenWindow | None = None

    @property
    def retry_scale(self) -> float:
        """DROPMILL_RETRY_SCALE, or 1."""
        try:
            return retry_scale()
        except ValueError as error:
            raise Stop(Exit.USAGE, str(error)) from error

    def recipe(self, reference: str) -> "Loaded":
        """The recipe `reference`. Ends the command with every problem when it cannot be used."""
        from app.jobs.recipe import RecipeError

        try:
            return self.shelf.load(reference)
        except RecipeError as error:
            raise Stop(Exit.USAGE, *(f"{reference}: {problem}" for problem in error.problems)) from error

    def start_log(self) -> None:
        """Log into the data folder from now on."""
        import logging

        from app.system import logs

        try:
            self.folders.make()
            logs.set_up(self.folders.logs, self.log_level, lambda: self.secrets.known())
        except OSError as error:
            words = error.strerror or str(error)
            raise Stop(Exit.QUEUE, f"The data folder {self.folders.data} cannot be used: {words}.") from error
        if self.retry_scale != 1.0:
            logging.getLogger(__name__).warning(
                "%s is set: retry delays and pauses are multiplied by %g", SCALE_VARIABLE, self.retry_scale
            )

    @contextmanager
    def queue(self, *, run: bool) -> Iterator["OpenQueue"]:
        """The queue, open for commands. `run`: jobs may start in this process. Ends the command (3) if it cannot."""
        from app.cli.queue import OpenQueue

        self.start_log()
        with OpenQueue(self, self.workers, self.retry_scale, run=run, say=self.out.note) as queue:
            yield queue

    @contextmanager
    def reader(self) -> Iterator["Reader | None"]:
        """The queue's file for reading; None when there is no queue yet. Ends the command (3) if it cannot be read."""
        from app.store.errors import StoreError
        from app.store.reader import Reader

        if not self.folders.database.exists():
            yield None
            return
        try:
            with Reader(self.folders.database) as reader:
                yield reader
        except StoreError as error:
            raise Stop(Exit.QUEUE, str(error)) from error

    def require_batch(self, batch: int) -> None:
        """End the command (2) when there is no such batch."""
        with self.reader() as reader:
            if reader is None or reader.batch(batch) is None:
                raise Stop(Exit.USAGE, f"There is no batch {batch}.")

    def take_password(self, word: str = "password") -> str:
        """A password, or what `word` says: one line from standard input. Asks only on a terminal."""
        if sys.stdin is None:
            raise Stop(Exit.USAGE, f"There is no standard input to read the {word} from.")
        if sys.stdin.isatty():
            import getpass

            return getpass.getpass(f"{word.capitalize()}: ")
        try:  # UTF-8 on every system, whatever the console's encoding is
            password = sys.stdin.buffer.readline().decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise Stop(Exit.USAGE, f"The {word} on standard input is not UTF-8 text.") from error
        if not password:
            raise Stop(Exit.USAGE, f"Standard input holds no {word}.")
        return password
