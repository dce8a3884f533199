"""How much a lane may send: a token bucket for the minute, counted windows for the hour and the day, how the rate
adapts to what the server bears, and what that means for a batch.

Owns: the arithmetic. Must not know: clocks (times are ms UTC, handed in), where counts are kept (`store/sending.py`),
what is sent. Everything is counted in recipients. A token is kept as 1,000,000 parts: whole numbers add up exactly.
"""

from dataclasses import dataclass, replace

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS

TOKEN = 1_000_000
BURST = 5  # messages that may go at once after a pause
MOST_REFILL_MS = HOUR_MS  # a clock that was set forward by a year fills the bucket, as an hour does, and no more

FULL_SHARE = 1_000  # the whole rate, in thousandths
LEAST_SHARE = 16
SPEED_UP_AFTER = 50  # messages that were taken
SPACING_MS = 2_000  # between two messages to one domain
SPACED_FROM = 20  # more open messages of a batch than this to one domain are spaced


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits of one lane, in recipients: a minute, any 60 minutes, any 24 hours; None = none. `spaced`: whether
    messages to one domain keep a distance when a batch has many of them."""

    per_minute: int | None = None
    per_hour: int | None = None
    per_day: int | None = None
    spaced: bool = False

    @property
    def limited(self) -> bool:
        """Whether anything has to be counted."""
        return any((self.per_minute, self.per_hour, self.per_day))


UNLIMITED = Budget()


@dataclass(frozen=True, slots=True)
class Bucket:
    """Tokens of one lane as they are kept: `tokens` in millionths, below 0 after a message to many people; `updated`:
    ms UTC; `share`: of the rate that the server bears at the moment, in thousandths."""

    tokens: int
    updated: int
    share: int = FULL_SHARE

    @classmethod
    def full(cls, per_minute: int, now: int) -> "Bucket":
        """The bucket of a lane that has sent nothing yet."""
        return cls(_capacity(per_minute), now)

    def filled(self, per_minute: int, now: int) -> "Bucket":
        """This bucket with what came in since. However the clock was set meanwhile: never less than there was, never
        more than an hour's worth and the capacity."""
        passed = min(max(0, now - self.updated), MOST_REFILL_MS)
        tokens = self.tokens + passed * self._rate(per_minute) * TOKEN // (FULL_SHARE * MINUTE_MS)
        return replace(self, tokens=min(_capacity(per_minute), tokens), updated=now)

    def wait(self, per_minute: int, recipients: int) -> int:
        """Milliseconds until a message to `recipients` may go, 0 = now. One to more people than the bucket holds goes
        when it is full, and the next one waits for all of them."""
        missing = min(_capacity(per_minute), recipients * TOKEN) - self.tokens
        return max(0, -(-missing * FULL_SHARE * MINUTE_MS // (self._rate(per_minute) * TOKEN)))

    def taken(self, recipients: int) -> "Bucket":
        """This bucket after a message went to `recipients`."""
        return replace(self, tokens=self.tokens - recipients * TOKEN)

    def given_back(self, recipients: int) -> "Bucket":
        """This bucket after a message to `recipients` did not go. What is too much is cut when it is filled next."""
        return self.taken(-recipients)

    def _rate(self, per_minute: int) -> int:
        """Thousandths of a recipient a minute: a whole one at least."""
        return max(FULL_SHARE, per_minute * self.share)


def _capacity(per_minute: int) -> int:
    return min(BURST, per_minute) * TOKEN


def slower(share: int) -> int:
    """The share of the rate after the server asked to wait: half of it."""
    return max(LEAST_SHARE, share // 2)


def faster(share: int) -> int:
    """The share of the rate after SPEED_UP_AFTER messages were taken: a tenth more, up to the whole."""
    return min(FULL_SHARE, share + max(1, share // 10))


@dataclass(frozen=True, slots=True)
class Window:
    """A limit over a span of time, and how much of it is used: "400 in any 24 hours, 379 since yesterday"."""

    limit: int
    ms: int
    used: int

    def fits(self, recipients: int) -> bool:
        """Whether a message may go. One to more people than the limit allows goes alone: it would wait for ever."""
        return not self.used or self.used + recipients <= self.limit

    def excess(self, recipients: int) -> int:
        """Recipients that must have left the window before a message to `recipients` fits."""
        return min(self.used, self.used + recipients - self.limit)


@dataclass(frozen=True, slots=True)
class Forecast:
    """When a batch would be sent. `finish_at`: ms UTC, as far as limits decide it; `today`: recipients that fit into
    what is left of the day's limit; `tomorrow`: those that have to wait for it to open again."""

    finish_at: int
    today: int
    tomorrow: int


def forecast(now: int, budget: Budget, count: int, used: int = 0) -> Forecast:
    """How `count` recipients would go out from `now` (ms UTC) on. `used`: recipients counted in the last 24 hours.
    A day that is used up is taken to open again after 24 hours: later than it may, never sooner."""
    left = count if budget.per_day is None else max(0, budget.per_day - used)
    today = min(count, left)
    tomorrow = count - today
    if not tomorrow or budget.per_day is None:
        return Forecast(now + _lasts(budget, today), today, tomorrow)
    days, last = divmod(tomorrow - 1, budget.per_day)
    return Forecast(now + (days + 1) * DAY_MS + _lasts(budget, last + 1), today, tomorrow)


def _lasts(budget: Budget, count: int) -> int:
    """Milliseconds that `count` recipients (no more than a day's limit) take."""
    if not count:
        return 0
    hours, before = divmod(count - 1, budget.per_hour) if budget.per_hour else (0, count - 1)
    if budget.per_minute is None:
        return hours * HOUR_MS
    return hours * HOUR_MS + max(0, before + 1 - BURST) * MINUTE_MS // budget.per_minute
