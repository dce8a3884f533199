"""Working the queue from the command line: a view, a reader, and following until nothing can go on.

Owns: what `run`, `work` and `demo` share. Must not know: their options and exit codes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.cli.exits import Exit, Stop
from app.cli.follow import Follower, follow
from app.cli.session import Session
from app.cli.view import Bars, JsonView, Quiet, TextView

if TYPE_CHECKING:
    from app.cli.queue import OpenQueue
    from app.store.reader import Reader


def view_for(session: Session, as_json: bool) -> JsonView | TextView:
    """What goes to standard output."""
    return JsonView(session.out) if as_json else TextView(session.out)


@contextmanager
def watching(
    session: Session, queue: "OpenQueue", view: JsonView | TextView | Quiet
) -> Iterator[tuple["Reader", JsonView | TextView | Quiet | Bars]]:
    """A reader of the queue, and `view` with bars around it where standard error is a terminal."""
    shown: JsonView | TextView | Quiet | Bars = view
    both_on_screen = isinstance(view, JsonView) and session.out.stdout.isatty()
    if session.out.shows_bars and not both_on_screen:
        shown = Bars(view, session.out, queue.board)
    try:
        with session.reader() as reader:
            if reader is None:
                raise Stop(Exit.QUEUE, f"The queue {session.folders.database} is not there.")
            yield reader, shown
    finally:
        if isinstance(shown, Bars):
            shown.stop()


def work_off(queue: "OpenQueue", follower: Follower, batch: int | None, horizon: float | None) -> bool:
    """Work and follow until settled (`horizon` None: for ever). True when a person interrupted."""
    try:
        queue.start()
        follow(follower, lambda: horizon is not None and queue.settled(batch, horizon), queue.wake)
    except KeyboardInterrupt:
        follower.look(last=True)
        return True
    return False
