"""Arithmetic of progress and time left, by bytes.

Owns: fractions, rates, estimates. Must not know: clocks (seconds are handed in) or widgets.
"""

from collections import deque
from dataclasses import dataclass

WINDOW_SECONDS = 30.0  # long enough to smooth over one large file, short enough to follow a change of load
STABLE_SECONDS = 3.0  # before this much has been observed an estimate would jump about
FINISHING_SECONDS = 1.0


def fraction(done: float, total: float) -> float:
    """done/total clamped to 0..1; 0 when the total is not known (<= 0)."""
    return 0.0 if total <= 0 else min(1.0, max(0.0, done / total))


@dataclass(frozen=True, slots=True)
class Estimate:
    """Seconds left (None = not known yet), files a minute (None likewise), and whether only the last moments remain."""

    seconds_left: float | None
    per_minute: float | None
    finishing: bool


class RateMeter:
    """Time left from the bytes and files finished in the last half minute.

    A value object fed with (seconds, bytes done, files done); time must not run backwards (a step back is ignored).
    """

    def __init__(self) -> None:
        self._samples: deque[tuple[float, float, int]] = deque()

    def reset(self) -> None:
        """Forget all samples: after a pause the old rate says nothing."""
        self._samples.clear()

    def add(self, now: float, bytes_done: float, files_done: int) -> None:
        """Record how far the work was at `now`."""
        if self._samples and (now <= self._samples[-1][0] or bytes_done < self._samples[-1][1]):
            if bytes_done < self._samples[-1][1]:
                self.reset()
            else:
                return
        self._samples.append((now, bytes_done, files_done))
        while len(self._samples) > 2 and now - self._samples[1][0] > WINDOW_SECONDS:
            self._samples.popleft()

    def estimate(self, bytes_left: float) -> Estimate:
        """Time left for `bytes_left` at the observed rate."""
        if len(self._samples) < 2:
            return Estimate(None, None, False)
        (t0, b0, f0), (t1, b1, f1) = self._samples[0], self._samples[-1]
        span = t1 - t0
        if span < STABLE_SECONDS:
            return Estimate(None, None, False)
        per_minute = (f1 - f0) * 60.0 / span
        rate = (b1 - b0) / span
        if rate <= 0:
            return Estimate(None, per_minute, False)
        left = max(0.0, bytes_left) / rate
        return Estimate(left, per_minute, left < FINISHING_SECONDS)
