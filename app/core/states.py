"""The states of jobs and batches and the one table of allowed transitions.

Owns: the stable wire values and which state may follow which. Must not know: why a transition happens or how it is
shown (translation lives in the window). `app/store/migrations` stores these values; a trigger built from
`JOB_TRANSITIONS` enforces the table in tests.
"""

from enum import StrEnum


class JobState(StrEnum):
    """Where a job is. Values are stored and printed: never rename one."""

    READY = "ready"
    WAITING = "waiting"  # for a time (`run_at`), or without one for its drive to come back
    HELD = "held"  # a person (or the mail check) took it out of the line
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"
    UNCONFIRMED = "unconfirmed"  # its effect may or may not have happened; only a person settles it
    CANCELLED = "cancelled"


class BatchState(StrEnum):
    """Where a batch is. Claims are made from ACTIVE batches only."""

    BUILDING = "building"  # paths are still being looked through
    ACTIVE = "active"
    PAUSED = "paused"  # by a person, or an e-mail batch that waits for "Send"
    FINISHED = "finished"
    CANCELLED = "cancelled"


class Outcome(StrEnum):
    """How one attempt ended. INTERRUPTED is never a job's end."""

    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"
    RETRY = "retry"
    INTERRUPTED = "interrupted"
    UNCONFIRMED = "unconfirmed"
    CANCELLED = "cancelled"


class Effect(StrEnum):
    """How far a job's outside effect (an e-mail) has come. ARMED is on disk before the effect can begin."""

    NONE = "none"
    ARMED = "armed"
    CONFIRMED = "confirmed"


S = JobState

TERMINAL: frozenset[JobState] = frozenset({S.DONE, S.SKIPPED, S.FAILED, S.UNCONFIRMED, S.CANCELLED})
OPEN: frozenset[JobState] = frozenset(set(S) - TERMINAL)
REOPENABLE: frozenset[JobState] = frozenset({S.FAILED, S.UNCONFIRMED})

JOB_TRANSITIONS: dict[JobState, frozenset[JobState]] = {
    # WAITING: its drive is away.
    S.READY: frozenset({S.RUNNING, S.WAITING, S.HELD, S.CANCELLED}),
    S.WAITING: frozenset({S.READY, S.HELD, S.CANCELLED}),
    S.HELD: frozenset({S.READY, S.CANCELLED}),
    S.RUNNING: frozenset(
        # READY: interrupted, given back. WAITING: will be tried again.
        {S.DONE, S.SKIPPED, S.FAILED, S.UNCONFIRMED, S.CANCELLED, S.WAITING, S.READY}
    ),
    S.FAILED: frozenset({S.READY}),
    # DONE: a person says "it arrived".
    S.UNCONFIRMED: frozenset({S.READY, S.DONE}),
    S.DONE: frozenset(),
    S.SKIPPED: frozenset(),
    S.CANCELLED: frozenset(),
}

B = BatchState

BATCH_TRANSITIONS: dict[BatchState, frozenset[BatchState]] = {
    B.BUILDING: frozenset({B.ACTIVE, B.PAUSED, B.FINISHED, B.CANCELLED}),
    B.ACTIVE: frozenset({B.PAUSED, B.FINISHED, B.CANCELLED}),
    B.PAUSED: frozenset({B.ACTIVE, B.FINISHED, B.CANCELLED}),
    B.FINISHED: frozenset({B.ACTIVE}),  # a failed job of it was sent back to the queue
    B.CANCELLED: frozenset(),
}


def may_follow(before: JobState, after: JobState) -> bool:
    """Whether a job in state `before` may be put into state `after`."""
    return after in JOB_TRANSITIONS[before]
