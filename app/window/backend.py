"""Everything of the engine that the window holds, in one value.

Owns: how the window reaches the queue: a reader of its own for pages of rows, a bridge for longer reads, a bridge for
commands, another one for commands that take long. Must not know: widgets.
"""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

from app.compose import Parts
from app.core.retention import Retention
from app.core.tuning import Tuning
from app.engine.commands import Commands
from app.jobs.base import Preview
from app.store.reader import Reader
from app.system.recipes import Shelf
from app.window.accounts.post import Post
from app.window.bridge import Bridge

LONG_SECONDS = 2.0  # an undo that is cut off goes on where it was when it is asked for again


class Tunable(Protocol):
    """What may be changed of the engine while it works; see `Engine`."""

    @property
    def tuning(self) -> Tuning: ...
    def tune(self, tuning: Tuning) -> None: ...
    def remember(self, retention: Retention) -> None: ...
    def tidy(self) -> None: ...


@dataclass(frozen=True)
class Backend:
    """`reader` belongs to the GUI thread. `long` is for commands that may take minutes: no other waits behind them.
    `busy()`: (running, workers). `finish()` begins nothing more and returns when what runs has ended. `interrupted`:
    jobs in work when the program ended last time. `troubles`: sentences of the engine. `preview(kind, recipe, path[,
    request])`: before and after of a file, the newest question first (`engine.previews`); None where there is no
    engine. `shelf`: the recipes; None where they cannot be changed. `parts`: settings, accounts, secrets and alerts,
    and `engine`: what settings act on at once; None where a window is shown over a queue alone.
    `post`: the way to mail accounts and their servers."""

    reader: Reader
    reads: Bridge[Reader]
    commands: Bridge[Commands]
    long: Bridge[Commands]
    make_reader: Callable[[], Reader]
    busy: Callable[[], tuple[int, int]]
    finish: Callable[[], None]
    interrupted: int = 0
    troubles: tuple[str, ...] = ()
    preview: "Callable[..., Future[Preview]] | None" = None
    shelf: Shelf | None = None
    parts: Parts | None = None
    engine: Tunable | None = None
    post: Post | None = None

    def most_tries(self) -> int | None:
        """How many tries a person allows for causes that pass by themselves; None = as many as each deserves."""
        return self.engine.tuning.tries if self.engine is not None else None

    def close(self) -> None:
        """Finish what was asked for and close the readers (not the engine)."""
        self.commands.close()
        self.long.close(LONG_SECONDS)
        if self.post is not None:
            self.post.close()
        self.reads.close()
        self.reader.close()
