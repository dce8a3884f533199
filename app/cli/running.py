"""Working the queue from the command line: a view, a reader, and following until nothing can go on.

Owns: what `run`, `work` and `demo` share. Must not know: their options and exit codes.
"""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
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
    both_on_screen = isinstance(view, JsonView) and session.out.stdout.isatty()
    with session.reader() as reader:
        if reader is None:
            raise Stop(Exit.QUEUE, f"The queue {session.folders.database} is not there.")
        if not session.out.shows_bars or both_on_screen:
            yield reader, view
            return
        bars = Bars(view, session.out, queue.board, reader.jobs)
        try:
            yield reader, bars
        finally:
            bars.stop()


def work_off(queue: "OpenQueue", follower: Follower, batch: int | None, horizon: float | None) -> bool:
    """Work and follow until settled (`horizon` None: for ever, and look after watched folders). True when a person
    interrupted."""
    with _kill_like_ctrl_c():
        try:
            queue.start(watch=horizon is None)
            follow(follower, lambda: horizon is not None and queue.settled(batch, horizon), queue.wake)
        except KeyboardInterrupt:
            queue.close()  # what runs ends or goes back to the queue; what ended on the way is said too
            follower.look(last=True)
            return True
    return False


@contextmanager
def _kill_like_ctrl_c() -> Iterator[None]:
    """A polite kill is an interruption too: running jobs go back to the queue. Windows has no such kill."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
