"""Time as the engine sees it: of day, steady, and waiting. Handed in, so that a test can let a night pass in seconds.

Owns: the clock of this computer, how a clock that was set is told from a computer that slept, and deadlines that a
sleep does not use up. Must not know: what waits for a time.
"""

import threading
import time
from collections.abc import Callable
from typing import Protocol

LEAST_JUMP_MS = 60_000  # less is a correction by the system, which does no harm
SLICE_SECONDS = 5.0
ASLEEP_SECONDS = 10.0  # longer than asked for by so much: the computer slept, or stood still


def now_ms() -> int:
    """Milliseconds since 1970 UTC."""
    return time.time_ns() // 1_000_000


class Clock(Protocol):
    """What the engine asks of time."""

    def now_ms(self) -> int:
        """Milliseconds since 1970 UTC. A person, or the network, can set it."""
        ...

    def steady(self) -> float:
        """Seconds since some moment. Nobody can set it, and it goes on while the computer sleeps."""
        ...

    def wait(self, event: threading.Event, seconds: float) -> None:
        """Return when `event` is set or `seconds` are over."""
        ...


class SystemClock:
    """The clock of this computer."""

    def now_ms(self) -> int:
        return now_ms()

    def steady(self) -> float:
        # Linux counts sleep in a clock of its own; macOS and Windows do in CLOCK_MONOTONIC and the default one.
        kind = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
        return time.monotonic() if kind is None else time.clock_gettime(kind)

    def wait(self, event: threading.Event, seconds: float) -> None:
        event.wait(seconds)


class JumpWatch:
    """Tells when the time of day was set, forward or back, by comparing it with the steady clock. A computer that slept
    is no jump: both went on."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = (clock.now_ms(), clock.steady())
        self._seen, self._moved = self._last, 0

    def jump(self) -> int:
        """By how many ms the time of day was set since it was last settled, negative = back; 0 when it was not."""
        wall, steady = self._seen = self._clock.now_ms(), self._clock.steady()
        moved = (wall - self._last[0]) - round((steady - self._last[1]) * 1000)
        self._moved = moved if abs(moved) >= LEAST_JUMP_MS else 0
        return self._moved

    def settle(self) -> int:
        """What the last `jump` told (and this returns) was acted upon: compare with the clocks of that moment from now
        on. Until then it is told again, so that a transaction that fails loses nothing."""
        self._last, moved, self._moved = self._seen, self._moved, 0
        return moved


class Patience:
    """A time limit that the computer's sleep does not use up: looked at in slices, of which none counts for more than
    it was asked to last. (Windows counts sleep in every clock that Python has.)"""

    def __init__(self, seconds: float, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self._left = seconds
        self._asked = 0.0
        self._since = steady()

    def slice(self) -> float:
        """Seconds to wait next; 0 when the limit is reached."""
        now = self._steady()
        gone = now - self._since
        self._left -= self._asked if gone > self._asked + ASLEEP_SECONDS else gone
        self._since = now
        self._asked = max(0.0, min(SLICE_SECONDS, self._left))
        return self._asked
