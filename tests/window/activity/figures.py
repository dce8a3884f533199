"""Figures of a day's work for tests and pictures of the page of activity."""

import math

from app.core.events import JobChanged
from app.core.figures import Figures, Metric
from app.core.states import JobState, Outcome

MINUTE_MS = 60_000


def tried(
    done: int = 0, waited: int = 2_000, retried: tuple[str, ...] = (), failed: tuple[str, ...] = (), busy: int = 60_000
) -> Figures:
    """Figures of some tries. `retried`, `failed`: their codes."""
    figures = Figures(busy_ms=busy)
    for n in range(done):
        late = waited * 8 if n % 12 == 0 else waited
        figures.add(Outcome.DONE, JobChanged(1, n, JobState.DONE, 1, ms=300, size=4_000_000, waited=late))
    for code in retried:
        figures.add(Outcome.RETRY, JobChanged(1, 1, JobState.WAITING, 1, code, ms=200, waited=waited))
    for code in failed:
        figures.add(Outcome.FAILED, JobChanged(1, 1, JobState.FAILED, 1, code, ms=100, waited=waited))
    return figures


def busy_hour(now: int) -> list[Metric]:
    """Letters and tables first, then pictures, until `now` (ms UTC)."""
    first = now - now % MINUTE_MS - 59 * MINUTE_MS
    found = []
    for n in range(29):
        found.append(Metric(first + n * MINUTE_MS, "mail", "mail:work", tried(20 + n % 3, 3_000 + 200 * (n % 4))))
        if 11 <= n < 25:
            tables = round(16 * math.sin((n - 10) / 5) ** 2)
            found.append(Metric(first + n * MINUTE_MS, "table", "cpu", tried(tables, 5_000)))
    for n in range(34, 60):
        codes = {36: ("CORRUPT",) * 3, 41: ("WRITE_DENIED",) * 2, 44: ("COLUMNS_DIFFER",) * 2, 50: ("WORKER_DIED",)}
        again = ("SOURCE_LOCKED",) if n % 3 == 0 else ()
        count = min(42, 12 * (n - 33)) + n % 3
        pictures = tried(count, 1_500 + 120 * (n % 5), again, codes.get(n, ()))
        found.append(Metric(first + n * MINUTE_MS, "image", "cpu", pictures))
    return found
