"""When a failed attempt is tried again: the one policy, by failure class.

Owns: numbers of tries, delays, jitter, caps. Must not know: clocks, randomness (both are handed in), jobs, lanes.
Delays are in seconds; `scale` multiplies every one of them (`DROPMILL_RETRY_SCALE`).
"""

from dataclasses import dataclass
from enum import StrEnum

from app.core.failures import DRIVE_MISSING, NEEDS_PERSON, Failure, FailureClass, info


class Action(StrEnum):
    """What becomes of the job."""

    RETRY = "retry"
    FAIL = "fail"
    GIVE_BACK = "give-back"  # ready again, the try is not counted
    PAUSE_LANE = "pause-lane"  # ready again, not counted, and the whole lane stops
    PARK = "park"  # waits for its drive, not counted; other drives' jobs go on
    UNCONFIRMED = "unconfirmed"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Decision:
    """The policy's answer. `delay`: seconds until the next try (or look at the lane or drive); None = until a person
    acts."""

    action: Action
    delay: float | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """Tries (the first included) and the delay before each further try."""

    tries: int
    first: float
    factor: float
    cap: float

    def delay(self, tries_made: int) -> float:
        """Seconds to wait after `tries_made` (>= 1) failed tries, before jitter."""
        return min(self.cap, self.first * self.factor ** min(tries_made - 1, 64))


SCHEDULES: dict[FailureClass, Schedule] = {
    # A virus scanner or an editor lets go within seconds: 1, 2, 4, 8, 15 s.
    FailureClass.TRANSIENT_LOCAL: Schedule(6, 1.0, 2.0, 15.0),
    # Grey-listing wants minutes: 30 s doubling to 30 min.
    FailureClass.TRANSIENT_REMOTE: Schedule(8, 30.0, 2.0, 1800.0),
    FailureClass.TIMEOUT: Schedule(2, 1.0, 1.0, 1.0),
    # The second crash stops it.
    FailureClass.POISON: Schedule(2, 1.0, 1.0, 1.0),
    FailureClass.BUG: Schedule(2, 5.0, 1.0, 5.0),
}

# Causes with a rhythm of their own. A full mailbox is emptied when its owner comes home: tried for a day.
_OWN: dict[str, Schedule] = {"MBOX_FULL": Schedule(8, 900.0, 2.0, 14_400.0)}

_PASSING = frozenset({FailureClass.TRANSIENT_LOCAL, FailureClass.TRANSIENT_REMOTE})

# Of a batch of at least BUDGET_LEAST jobs one in BUDGET_SHARE may wait for another try; then no fresh one is begun.
BUDGET_LEAST = 50
BUDGET_SHARE = 5

# A lane that pauses itself looks again after 1, 2, 5, then every 15 minutes.
PROBE_DELAYS: tuple[float, ...] = (60.0, 120.0, 300.0, 900.0)

JITTER = 0.5  # upward only, so that a delay which a server asked for is always honoured


def decide(
    failure: Failure,
    tries: int,
    crashes: int,
    random: float,
    scale: float = 1.0,
    probes: int = 0,
    most: int | None = None,
) -> Decision:
    """What to do after a failed attempt.

    `tries`: counted tries so far, this one included (>= 1). `crashes`: worker deaths so far, this one included.
    `random`: in [0, 1). `probes`: how often this lane paused itself in a row before. `most`: tries that a person allows
    for causes that pass by themselves (see `tries_allowed`). Pure.
    """
    cls = failure.failure_class
    if cls is FailureClass.UNCERTAIN:
        return Decision(Action.UNCONFIRMED)
    if cls in (FailureClass.CANCELLED, FailureClass.EXPIRED):
        return Decision(Action.CANCEL)
    if cls is FailureClass.INTERRUPTED:
        return Decision(Action.GIVE_BACK, 0.0)
    if cls is FailureClass.ENVIRONMENT:
        action = Action.PARK if failure.code == DRIVE_MISSING else Action.PAUSE_LANE
        return Decision(action, probe_delay(failure, random, scale, probes))
    schedule = schedule_of(failure.code)
    made = crashes if cls is FailureClass.POISON else tries
    if schedule is None or made >= tries_allowed(cls, most):
        return Decision(Action.FAIL)
    delay = schedule.delay(max(1, made)) * (1.0 + JITTER * random)
    if failure.retry_after is not None:
        delay = max(delay, failure.retry_after * (1.0 + JITTER * random))
    return Decision(Action.RETRY, delay * scale)


def probe_delay(failure: Failure, random: float, scale: float, probes: int) -> float | None:
    """Seconds until a lane or drive that paused for `failure` is looked at again; None = when a person says so."""
    if failure.code in NEEDS_PERSON:
        return None
    delay = PROBE_DELAYS[min(probes, len(PROBE_DELAYS) - 1)]
    if failure.retry_after is not None:
        delay = max(delay, failure.retry_after)
    return delay * (1.0 + JITTER * random) * scale


def schedule_of(code: str) -> Schedule | None:
    """When failures with `code` are tried again; None = never."""
    return _OWN.get(code) or SCHEDULES.get(info(code).failure_class)


def over_budget(retrying: int, total: int) -> bool:
    """Whether so many of a batch's `total` jobs wait for another try that what they share may be broken."""
    return total >= BUDGET_LEAST and retrying * BUDGET_SHARE > total


def tries_allowed(cls: FailureClass, most: int | None = None) -> int:
    """How many counted tries a job gets for failures of class `cls` ("Try 2 of 6"). `most`, when a person chose it,
    is the number for causes that pass by themselves, and a limit for the others: a crash is not worth twenty tries."""
    schedule = SCHEDULES.get(cls)
    if schedule is None:
        return 1
    if most is None:
        return schedule.tries
    return most if cls in _PASSING else min(schedule.tries, most)
