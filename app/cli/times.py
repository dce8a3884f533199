"""Times as people write them on the command line, and back into words. Local time, unless a time names its zone."""

import re
from datetime import datetime, timedelta

from app.cli.exits import Exit, Stop
from app.core.days import time_words

CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")


def moment(option: str, text: str, after: datetime, why_not: str = "over already") -> datetime:
    """The time that `text` means: "22:00" is the next one after `after`, anything else a date with or without a time.

    `after` has a zone. Ends the command (2) for what cannot be understood, and for what is not after `after`, in the
    words `why_not`.
    """
    try:
        found = _moment(text.strip(), after)
    except (ValueError, OverflowError, OSError) as error:
        raise Stop(
            Exit.USAGE,
            f"{option}: {text} is no time; expected one like 22:00 or 2026-11-25T07:30. Nothing was started.",
        ) from error
    if found <= after:
        raise Stop(Exit.USAGE, f"{option}: {text} is {why_not}. Nothing was started.")
    return found


def _moment(text: str, after: datetime) -> datetime:
    clock = CLOCK.fullmatch(text)
    if clock is None:
        return datetime.fromisoformat(text).astimezone()
    hour, minute, second = (int(part or 0) for part in clock.groups())
    # Without its zone, so that tomorrow at ten is at ten even when the clocks change tonight.
    local = after.astimezone().replace(tzinfo=None, hour=hour, minute=minute, second=second, microsecond=0)
    found = local.astimezone()
    return found if found > after else (local + timedelta(days=1)).astimezone()


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970 UTC."""
    return round(moment.timestamp() * 1000)


def words(ms: int, now_ms: int) -> str:
    """ "at 22:00" or "on 4 March at 07:30", local time."""
    return time_words(datetime.fromtimestamp(ms / 1000), datetime.fromtimestamp(now_ms / 1000))
