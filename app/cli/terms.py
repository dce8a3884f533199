"""What a command says of a batch beside its files and recipe: when it starts and ends, how urgent it is.

Owns: these options' words. Must not know: the queue. Light: it is loaded at every start.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from app.cli.exits import Exit, Stop
from app.cli.lines import PRIORITIES
from app.cli.times import moment, to_ms


@dataclass(frozen=True, slots=True)
class Terms:
    """When a batch is worked off, and whether files that were done before are left out. Times: ms UTC."""

    priority: int = 0
    not_before: int | None = None
    not_after: int | None = None
    skip_processed: bool = False


AT_ONCE = Terms()


def terms(at: str | None, until: str | None, priority: str, skip_processed: bool, now_ms: int) -> Terms:
    """The terms that the options say. Ends the command (2) for what cannot be understood."""
    if priority not in PRIORITIES:
        raise Stop(Exit.USAGE, f"--priority: unknown value {priority}; expected one of {', '.join(PRIORITIES)}")
    now = datetime.fromtimestamp(now_ms / 1000, UTC)
    begin = None if at is None else moment("--at", at, now)
    why_not = "over already" if begin is None else "not after --at"
    end = None if until is None else moment("--until", until, begin or now, why_not)
    return Terms(
        PRIORITIES[priority],
        None if begin is None else to_ms(begin),
        None if end is None else to_ms(end),
        skip_processed,
    )
