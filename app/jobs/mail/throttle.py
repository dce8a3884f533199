"""How many messages a minute. Pure: the clock is handed in."""

BURST = 5  # messages that may go at once after a pause


class Throttle:
    """A token bucket. `per_minute` None = no limit."""

    def __init__(self, per_minute: int | None) -> None:
        self._rate = per_minute / 60.0 if per_minute else None
        self._burst = float(min(BURST, per_minute)) if per_minute else 0.0
        self._tokens = self._burst
        self._updated: float | None = None

    def reserve(self, now: float) -> float:
        """Take one message's place; the seconds to wait until it may go. `now`: seconds of a steady clock."""
        if self._rate is None:
            return 0.0
        passed = 0.0 if self._updated is None else max(0.0, now - self._updated)
        self._updated = now
        self._tokens = min(self._burst, self._tokens + passed * self._rate) - 1.0
        return max(0.0, -self._tokens / self._rate)
