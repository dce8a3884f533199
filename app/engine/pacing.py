"""Whether a lane may begin another message now: its bucket, its hour, its day, and the distance between two messages to
one domain.

Owns: the decision, inside the claim's transaction. Must not know: what is sent, how limits are counted
(`store/sending.py`) and reckoned (`core/throttle.py`), whose limits they are. A rate is a rate: nothing scales it.
"""

from app.core.failures import QUOTA_DAY, RATE_LIMIT, Failure
from app.core.throttle import DAY_MS, HOUR_MS, SPACED_FROM, SPACING_MS, Bucket, Budget, Window
from app.store import lanes, sending
from app.store.transitions import Claimed, Head
from app.store.writer import Transaction

TRANCHE = 20  # a window that was full opens again when one in so many is free: not for every single message


class Spacing:
    """When messages to a domain began last, for each lane. A restart may forget it: it takes longer than that."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], int] = {}

    def wait(self, lane: str, domain: str, now: int) -> int:
        """Milliseconds until a further message to `domain` keeps its distance; a clock that was set makes it no
        longer."""
        last = self._last.get((lane, domain))
        return 0 if last is None or not 0 <= now - last < SPACING_MS else last + SPACING_MS - now

    def note(self, lane: str, domain: str, now: int) -> None:
        """A message to `domain` begins."""
        self._last = {key: at for key, at in self._last.items() if 0 <= now - at < SPACING_MS}
        self._last[lane, domain] = now


class Pace:
    """One lane in one claim. `again`: ms UTC from which another look is worth it, None = nothing has to wait."""

    def __init__(self, tx: Transaction, lane: str, budget: Budget, spacing: Spacing) -> None:
        self.again: int | None = None
        self._tx = tx
        self._lane = lane
        self._budget = budget
        self._spacing = spacing
        self._closed = False
        self._bucket: Bucket | None = None
        self._windows: list[tuple[Window, Failure]] = []
        if budget.limited:
            sending.tidy(tx, lane)
            self._windows = [self._window(*limit) for limit in _limits(budget)]
        if budget.per_minute is not None:
            kept = sending.bucket(tx, lane) or Bucket.full(budget.per_minute, tx.now)
            self._bucket = kept.filled(budget.per_minute, tx.now)

    def _window(self, limit: int, ms: int, failure: Failure) -> tuple[Window, Failure]:
        return Window(limit, ms, sending.used(self._tx, self._lane, ms)), failure

    def may(self, batch: int, ready: int, head: Head) -> bool:
        """Whether `head` may be claimed now, of a `batch` with `ready` jobs. A full window makes the lane rest until it
        opens, with the reason; a wait of seconds is only noted in `again`."""
        if self._closed:
            return False
        for window, failure in self._windows:
            if not window.fits(head.recipients):
                self._rest(window, failure, max(head.recipients, min(ready, window.limit // TRANCHE)))
                return False
        if self._bucket is not None and self._budget.per_minute is not None:
            wait = self._bucket.wait(self._budget.per_minute, head.recipients)
            if wait:
                self._closed = True
                self._look_again(wait)
                return False
        return self._keeps_distance(batch, head)

    def took(self, job: Claimed, head: Head) -> None:
        """`job` was claimed as `head`: count it."""
        if self._budget.limited:
            sending.charge(self._tx, self._lane, job.id, job.attempt, head.recipients)
            self._windows = [
                (Window(window.limit, window.ms, window.used + head.recipients), failure)
                for window, failure in self._windows
            ]
        if self._bucket is not None:
            self._bucket = self._bucket.taken(head.recipients)
            sending.keep_bucket(self._tx, self._lane, self._bucket)
        if self._budget.spaced and head.domain:
            self._spacing.note(self._lane, head.domain, self._tx.now)

    def _rest(self, window: Window, failure: Failure, wanted: int) -> None:
        self._closed = True
        until = sending.leaves(self._tx, self._lane, window.ms, window.excess(wanted))
        lanes.rest_lane(self._tx, self._lane, failure, until)

    def _keeps_distance(self, batch: int, head: Head) -> bool:
        if not self._budget.spaced or not head.domain:
            return True
        wait = self._spacing.wait(self._lane, head.domain, self._tx.now)
        if not wait or not self._crowded(batch, head.domain):
            return True
        self._look_again(wait)
        return False

    def _crowded(self, batch: int, domain: str) -> bool:
        values = {"batch": batch, "domain": domain, "most": SPACED_FROM + 1}
        return bool(self._tx.rows("open_to_domain", values)[0][0] > SPACED_FROM)

    def _look_again(self, wait: int) -> None:
        at = self._tx.now + wait
        self.again = at if self.again is None else min(self.again, at)


def _limits(budget: Budget) -> list[tuple[int, int, Failure]]:
    """The windows of a budget, the longer one first: its wait is the one that holds."""
    found = []
    if budget.per_day is not None:
        words = f"The limit of this account is {budget.per_day:,} people a day."
        found.append((budget.per_day, DAY_MS, Failure(QUOTA_DAY, words)))
    if budget.per_hour is not None:
        words = f"The limit of this account is {budget.per_hour:,} people an hour."
        found.append((budget.per_hour, HOUR_MS, Failure(RATE_LIMIT, words)))
    return found
