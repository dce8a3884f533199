"""Who holds the queue: an OS lock on a file, released by the kernel on any death.

Whoever gets it knows that every other session is dead, so rescue needs no heartbeat and no clock. The descriptor is not
inheritable and workers are spawned, never forked: a forked child would keep the lock alive.
"""

import contextlib
import os
import sys
from pathlib import Path


class QueueLock:
    """The lock of one data folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Take the lock; False when another process has it. Raises OSError when the file cannot be opened."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None


def _lock(descriptor: int) -> None:
    """Lock without waiting. Raises OSError when somebody else has it."""
    system: str = sys.platform
    if system == "win32":
        import msvcrt

        vars(msvcrt)["locking"](descriptor, vars(msvcrt)["LK_NBLCK"], 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
