"""A limit on the time that templates may take for one row.

Owns: how code that runs too long is interrupted. A signal does it where the system has one; elsewhere, and inside
native code that does not come back, the worker process is ended by the engine, which waits for its answers.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 2.0


class TooSlow(Exception):
    """The time is over."""


@contextmanager
def limited(seconds: float = SECONDS) -> Iterator[None]:
    """Raises TooSlow inside the block when it takes longer than `seconds`."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)  # once: nothing is left to fire when it comes at the last moment
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooSlow
