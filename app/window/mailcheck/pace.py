"""How long sending takes and what of it fits into today: the second line of the confirmation.

Owns: these words. Pure: what an account may send and has sent is handed in. Must not know: where limits are kept.
"""

from dataclasses import dataclass

from app.core.throttle import DAY_MS, Budget, forecast
from app.window.text import SEPARATOR, about, number, time_of_day, tr


@dataclass(frozen=True, slots=True)
class Allowance:
    """What the account may send, and how many people it wrote to in the last 24 hours. `now`: ms UTC."""

    budget: Budget
    used: int
    now: int


def pace(people: int, allowance: Allowance) -> str:
    """ "about 20 min at 25 a minute  ·  9,412 left of today’s 10,000" for messages to `people` people; when they do not
    fit, "400 today, the other 79 tomorrow at 08:00" instead of the second part."""
    budget, now = allowance.budget, allowance.now
    seen = forecast(now, budget, people, allowance.used)
    parts: list[str] = []
    if budget.per_minute is not None and seen.today:
        lasts = about((forecast(now, budget, seen.today).finish_at - now) / 1000)
        parts.append(tr("{0} at {1} a minute").format(lasts, number(budget.per_minute)))
    if budget.per_day is None:
        return SEPARATOR.join(parts)
    if not seen.tomorrow:
        left = max(0, budget.per_day - allowance.used)
        parts.append(tr("{0} left of today’s {1}").format(number(left), number(budget.per_day)))
    else:
        parts.append(_spread(seen.today, seen.tomorrow, budget.per_day, now))
    return SEPARATOR.join(parts)


def _spread(today: int, later: int, per_day: int, now: int) -> str:
    opens = time_of_day(
        now + DAY_MS
    )  # the clock's time of now, a day later: not before what was sent today is a day old
    if later > per_day:
        words = tr("{0} today, the other {1} from tomorrow {2} on, {3} a day")
        return words.format(number(today), number(later), opens, number(per_day))
    if not today:
        return tr("nothing today, {0} tomorrow from {1}").format(number(later), opens)
    return tr("{0} today, the other {1} tomorrow from {2}").format(number(today), number(later), opens)
