"""Every change of a job's state after it is queued, one function each, with its crash argument.

All run inside one IMMEDIATE transaction of the writer. (job, attempt) is the fence: whoever ends or arms an attempt
names the token it was claimed under, and zero rows changed means that the job is no longer theirs.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.core.events import BatchChanged, JobChanged, JobsChanged, QueuePaused
from app.core.failures import SERVER_WAITS, Failure, Warn
from app.core.states import BatchState, Effect, JobState, Outcome
from app.store import sending
from app.store.intake import finish_if_over, set_batch_state
from app.store.lanes import drive_answered, open_due_lanes, open_lane, park_ended
from app.store.text import clean, json_in, path_in, path_out
from app.store.writer import Transaction

ERROR_TEXT_LIMIT = 1_000  # characters kept of a message in the history
TRACE_LIMIT = 8_000


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job that is ours under `attempt` until it is ended."""

    id: int
    batch: int
    attempt: int
    tries: int
    crashes: int
    generation: int
    input: str
    input_root: str
    size: int
    mtime_ns: int
    number: int
    plan: tuple[tuple[str, str], ...]
    payload: dict[str, Any] | None
    title: str
    effect: Effect
    started: int
    weight: int
    extra: dict[str, Any]
    queued: int = 0
    memory: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """The ready job of a batch that is next, before it is claimed."""

    id: int
    tries: int
    crashes: int
    memory: int
    input_root: str
    recipients: int = 1
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """How an attempt ended, as the engine decided it. `state`: the job's next state; `run_at` for WAITING (ms UTC; None
    = for its drive, which is looked at again at `look_at`); `counted`: whether the try counts; `crashed`: whether its
    worker died."""

    job: Claimed
    state: JobState
    outcome: Outcome
    ms: int
    failure: Failure | None = None
    run_at: int | None = None
    counted: bool = True
    crashed: bool = False
    outputs: tuple[str, ...] | None = None
    warnings: tuple[Warn, ...] | None = None
    extra: dict[str, Any] | None = None
    note: str | None = None
    bytes_out: int = 0
    peak_mb: int | None = None
    look_at: int | None = None


def head(tx: Transaction, batch: int) -> Head | None:
    """The job of `batch` that a claim would take first."""
    row = tx.one("head", {"batch": batch})
    return None if row is None else Head(row[0], row[1], row[2], row[3], path_out(row[4]), row[5], row[6])


def claim(
    tx: Transaction, session: str, batch: int, count: int, most_memory: int = 1 << 62, before: int | None = None
) -> list[Claimed]:
    """ready -> running, up to `count` jobs of an active batch, oldest first inside a priority: those that need at most
    `most_memory` bytes and stand before the job `before` ("pause here").

    Before the commit: still ready. After it: running under this session; if we die, the next start sees a dead
    session's rows and gives them back.
    """
    values = {"session": session, "batch": batch, "count": count, "now": tx.now, "memory": most_memory}
    rows = tx.rows("claim", values) if before is None else tx.rows("claim_before", {**values, "before": before})
    if rows:
        tx.run("batch_started", {"batch": batch, "now": tx.now})
    rows.sort(key=lambda row: (-row[20], row[0]))  # RETURNING promises no order
    claimed = [_claimed(row) for row in rows]
    for job in claimed:
        tx.emit(JobChanged(job.batch, job.id, JobState.RUNNING, job.attempt))
    return claimed


def _claimed(row: Sequence[Any]) -> Claimed:
    return Claimed(
        id=row[0], batch=row[1], attempt=row[2], tries=row[3], crashes=row[4], generation=row[5],
        input=path_out(row[6]), input_root=path_out(row[7]), size=row[8], mtime_ns=row[9], number=row[10],
        plan=() if row[11] == "[]" else tuple((name, path) for name, path in json.loads(row[11])),
        payload=None if row[12] is None else json.loads(row[12]), title=row[13], effect=Effect(row[14]),
        started=row[15], weight=row[16], extra={} if row[17] == "{}" else json.loads(row[17]), queued=row[18],
        memory=row[19],
    )  # fmt: skip


def end(tx: Transaction, session: str, ending: Ending) -> bool:
    """running -> done, skipped, failed, unconfirmed, cancelled, waiting (retry) or ready (given back).

    False when the fence says that the attempt is no longer ours: nothing is written. Before the commit: the job runs
    again, finds its outputs journalled as its own and replaces them by the same bytes (an armed e-mail becomes
    *unconfirmed* instead). After it: final, or a delay that survives a restart. An attempt that would be made again
    is cancelled instead when a cancel was asked for meanwhile.
    """
    ending = _as_asked(tx, ending)
    job, failure = ending.job, ending.failure
    final = ending.state not in (JobState.WAITING, JobState.READY)
    effect = Effect.NONE
    if ending.state is JobState.UNCONFIRMED:
        effect = Effect.ARMED
    elif ending.state is JobState.DONE and job.payload is not None:
        effect = Effect.CONFIRMED
    changed = tx.run(
        "end_running",
        {
            "job": job.id, "attempt": job.attempt, "state": ending.state.value,
            "counted": int(ending.counted), "crashed": int(ending.crashed),
            "code": failure.code if failure else None,
            "message": clean(failure.message) if failure else None,
            "note": clean(ending.note),
            "outputs": None if ending.outputs is None else json_in(ending.outputs),
            "warnings": None if ending.warnings is None else json_in([(w.code, w.message) for w in ending.warnings]),
            "extra": json_in({**job.extra, **ending.extra}) if ending.extra else None,
            "bytes_out": ending.bytes_out, "effect": effect.value, "run_at": ending.run_at,
            "finished": tx.now if final else None, "ms": ending.ms, "now": tx.now,
        },
    ).rowcount  # fmt: skip
    if not changed:
        return False
    _history(tx, session, ending)
    if ending.state in (JobState.READY, JobState.CANCELLED):  # nothing was sent, and no try of sending counts
        sending.give_back(tx, job.id, job.attempt)
    if ending.state is JobState.DONE and (job.plan or job.payload is not None or ending.outputs):
        tx.run("effect_confirm_all", {"job": job.id, "attempt": job.attempt, "now": tx.now})
    tx.emit(
        JobChanged(
            job.batch, job.id, ending.state, job.attempt, failure.code if failure else None, ending.ms,
            max(0, job.started - job.queued) if job.queued else 0,  # an older queue did not know
            job.size, ending.bytes_out, job.tries + ending.counted,
        )
    )  # fmt: skip
    return True


def _as_asked(tx: Transaction, ending: Ending) -> Ending:
    if ending.state not in (JobState.WAITING, JobState.READY):
        return ending
    if tx.one("cancel_asked", {"job": ending.job.id, "attempt": ending.job.attempt}) is None:
        return ending
    failure = Failure("CANCELLED", "Cancelled by you.")
    return replace(ending, state=JobState.CANCELLED, outcome=Outcome.CANCELLED, failure=failure, run_at=None)


def _history(tx: Transaction, session: str, ending: Ending) -> None:
    job, failure = ending.job, ending.failure
    tx.run(
        "attempt_add",
        {
            "job": job.id, "attempt": job.attempt, "generation": job.generation, "session": session,
            "started": job.started, "ended": tx.now, "outcome": ending.outcome.value,
            "code": failure.code if failure else None,
            "text": clean(failure.message[:ERROR_TEXT_LIMIT]) if failure else None,
            "trace": clean(failure.detail[-TRACE_LIMIT:]) if failure and failure.detail else None,
            "ms": ending.ms, "peak_mb": ending.peak_mb,
        },
    )  # fmt: skip


def end_all(tx: Transaction, session: str, endings: Iterable[Ending]) -> list[bool]:
    """`end` for several attempts in one transaction; then drives that are away or back are noted, and the batches
    that are over are finished."""
    results = [(ending, end(tx, session, ending)) for ending in endings]
    drives = {row[0] for row in tx.rows("drive_probes")}
    for ending, changed in results:
        if not changed:
            continue
        if ending.look_at is not None and ending.failure is not None:
            park_ended(tx, ending.job.input_root, ending.job.id, ending.failure, ending.look_at)
        elif ending.job.id in drives and ending.outcome not in (Outcome.INTERRUPTED, Outcome.CANCELLED):
            drive_answered(tx, ending.job.id)
    for batch in dict.fromkeys(ending.job.batch for ending, changed in results if changed):
        finish_if_over(tx, batch)
    return [changed for _ending, changed in results]


def arm(tx: Transaction, job: int, attempt: int, key: str, remote_id: str) -> bool:
    """effect none -> armed. The caller commits it with synchronous=FULL *before* the effect can begin.

    Before the commit: nothing left this machine. After it: nothing automatic leads from here to a second sending;
    a crash makes the job *unconfirmed*. False: cancelled or not ours any more, so the effect must not begin.
    """
    if not tx.run("arm", {"job": job, "attempt": attempt}).rowcount:
        return False
    tx.run("effect_intend", {"job": job, "key": key, "attempt": attempt, "now": tx.now, "remote_id": remote_id})
    return True


def intend_output(tx: Transaction, job: int, attempt: int, path: str, about: str) -> bool:
    """Journal that `path` is going to be renamed into place by this attempt. Before the commit: no file appeared.
    After it: whatever stands at `path` next is ours to replace or (undo) to remove. False: not ours any more."""
    if tx.one("owns", {"job": job, "attempt": attempt}) is None:
        return False
    tx.run("effect_intend", {"job": job, "key": path_in(path), "attempt": attempt, "now": tx.now, "remote_id": about})
    return True


def save_checkpoint(tx: Transaction, job: int, attempt: int, data: str) -> bool:
    """Keep `data` for a later attempt, if the job is still ours."""
    if tx.one("owns", {"job": job, "attempt": attempt}) is None:
        return False
    tx.run("checkpoint_set", {"job": job, "attempt": attempt, "data": data, "now": tx.now})
    return True


def promote_due(tx: Transaction) -> int:
    """waiting -> ready for all that are due, in one update: never lost, never doubled. Opens lanes whose time came."""
    rows = tx.rows("due", {"now": tx.now})
    for job, batch, attempt in rows:
        tx.emit(JobChanged(batch, job, JobState.READY, attempt))
    open_due_lanes(tx)
    return len(rows)


def clock_moved(tx: Transaction, ms: int) -> None:
    """The computer's clock was set forward (ms > 0) or back by `ms`: what waits waits exactly as long as it would
    have. Times that a person named (not before, not after) stay. In one transaction; noticed by comparing clocks, so
    a crash before it leaves a wait that is too long or too short, no loss."""
    for name in (
        "rebase_jobs", "rebase_lanes", "rebase_drives", "rebase_batches", "rebase_sending", "rebase_throttles",
    ):  # fmt: skip
        tx.run(name, {"ms": ms})


def last_seen(tx: Transaction) -> int:
    """The time (ms UTC) that the last start of the program left in the queue, 0 for a new queue. Earlier ones may have
    run under a clock that was wrong."""
    row = tx.one("last_seen")
    return int(row[0]) if row else 0


def expire(tx: Transaction) -> int:
    """ready, waiting -> cancelled (EXPIRED) in batches whose time is over: no message is sent a week late because the
    computer was off. What runs may end. One update, so a crash leaves it done or not done."""
    rows = tx.rows("expire", {"now": tx.now, "message": "The time limit of the batch passed before this could start."})
    for job, batch, attempt in rows:
        tx.emit(JobChanged(batch, job, JobState.CANCELLED, attempt, "EXPIRED"))
    for batch in {row[1] for row in rows}:
        finish_if_over(tx, batch)
    return len(rows)


def rescue(tx: Transaction, session: str) -> int:
    """running -> ready, unconfirmed or cancelled for all jobs of dead sessions, at start, under the OS lock.

    The lock proves that every other session is dead, so no clock is asked. Idempotent: a second run finds none left.
    An engine's death is nobody's fault: the try is not counted (deaths of single workers are, see `end`). How long it
    ran is known up to the last sign of life of its session: the computer may have been off since.
    """
    rows = tx.rows("running_of_dead", {"session": session})
    for job, batch, attempt, generation, owner, started, effect, queued, seen in rows:
        claimed = Claimed(
            job, batch, attempt, 0, 0, generation, "", "", 0, 0, 0, (), None, "", Effect(effect), started, 0, {}, queued
        )
        if claimed.effect is Effect.ARMED:
            state, outcome = JobState.UNCONFIRMED, Outcome.UNCONFIRMED
            failure = Failure("UNCERTAIN", "Dropmill ended after the message may have left. It was not sent again.")
        else:
            state, outcome = JobState.READY, Outcome.INTERRUPTED
            failure = Failure("INTERRUPTED", "Interrupted, starts over")
        end(tx, owner, Ending(claimed, state, outcome, max(0, seen - started), failure, counted=False))
        finish_if_over(tx, batch)
    tx.run("sessions_close_dead", {"id": session, "now": tx.now})
    return sum(1 for row in rows if row[6] != Effect.ARMED)


def set_paused(tx: Transaction, paused: bool) -> None:
    """Pause or resume the whole queue; durable. Resuming opens the paused lanes too, except where a server said how
    long to wait."""
    tx.run("meta_set", {"key": "paused", "value": str(int(paused))})
    tx.emit(QueuePaused(paused))
    if not paused:
        for name, lane_paused, code, *_rest in tx.rows("lanes"):
            if lane_paused and code not in SERVER_WAITS:
                open_lane(tx, name)
        tx.run("drives_look_now", {"path": None, "now": tx.now})


def hold(tx: Transaction, jobs: Sequence[int], batch: int | None) -> int:
    """ready, waiting -> held. One update: before the commit all go on, after it all are out of the line; one that was
    claimed a moment before is running and finishes."""
    return _by_command(tx, "hold", jobs, batch)


def release(tx: Transaction, jobs: Sequence[int], batch: int | None) -> int:
    """held -> ready. For a whole batch, rows that the mail check blocked stay blocked. One update: before the commit
    all are held, after it they can be claimed; asked twice, the second one finds none."""
    return _by_command(tx, "release", jobs, batch)


def cancel(tx: Transaction, jobs: Sequence[int], batch: int | None) -> tuple[int, list[tuple[int, int]]]:
    """ready, waiting, held -> cancelled at once; running ones get a flag (returned: their job and attempt) and are
    cancelled when their worker is gone. A finish that was committed first wins. The flag is on disk: when we die before
    the worker is gone, the rescue cancels instead of giving back (`_as_asked`)."""
    ended = _by_command(tx, "cancel", jobs, batch)
    values: dict[str, Any] = {"jobs": json.dumps(list(jobs)), "batch": batch, "now": tx.now}
    flagged = tx.rows("cancel_running_jobs" if batch is None else "cancel_running_batch", values)
    for touched in {row[1] for row in flagged}:
        tx.emit(JobsChanged(touched))
    return ended, [(row[0], row[2]) for row in flagged]


def retry(
    tx: Transaction, jobs: Sequence[int], batch: int | None, code: str | None, refreshed: Sequence[tuple[int, int, int]]
) -> int:
    """failed -> ready (generation + 1, tries from zero, history kept). Guarded by the state, so that a double click is
    one retry: before the commit the jobs are failed, after it ready; what an earlier attempt wrote is still noted as
    theirs. `refreshed`: (job, size, mtime_ns) of inputs that were changed since they were queued. Neither jobs nor
    batch: all of the batches that are not dismissed. A cancelled batch stays as it is."""
    for job, size, mtime_ns in refreshed:
        tx.run("refresh_source", {"job": job, "size": size, "mtime_ns": mtime_ns})
    if jobs or batch is not None:
        return _by_command(tx, "retry", jobs, batch, code)
    return _reopen(tx, tx.rows("retry_all", {"code": code, "now": tx.now}))


def confirm(tx: Transaction, jobs: Sequence[int], sent: bool, note: str = "Confirmed by you") -> int:
    """unconfirmed -> done (it arrived: `note` says who knows) or -> ready (a person says send it again). The caller
    commits it with synchronous=FULL. Before the commit: still unconfirmed, nothing is sent. After it: settled, or
    claimed like any other job; guarded by the state, so that a double click is one answer."""
    which = {"jobs": json.dumps(list(jobs))}
    if sent:
        return _touched(tx, tx.rows("confirm_sent", {**which, "note": note}))
    return _reopen(tx, tx.rows("confirm_again", {**which, "now": tx.now}))


def start_batch(tx: Transaction, batch: int) -> bool:
    """paused -> active: a person lets the batch go. Before the commit: nothing of it is claimed. After it: its jobs
    are, by this start of the program or the next. One that is still being looked through starts when that is done
    (False), except e-mail, whose check nobody has seen yet."""
    if set_batch_state(tx, batch, BatchState.ACTIVE, (BatchState.PAUSED,)):
        return True
    tx.run("batch_start_when_built", {"batch": batch})
    return False


def pause_batch(tx: Transaction, batch: int) -> bool:
    """active -> paused. Before the commit: its jobs are claimed. After it: none is; what was claimed finishes."""
    return set_batch_state(tx, batch, BatchState.PAUSED, (BatchState.ACTIVE,), "Paused by you")


def cancel_batch_state(tx: Transaction, batch: int) -> None:
    """A batch whose jobs were cancelled: one that was still looking through folders ends here."""
    if set_batch_state(tx, batch, BatchState.CANCELLED, (BatchState.BUILDING,)):
        return
    finish_if_over(tx, batch)


def dismiss(tx: Transaction, batch: int) -> None:
    """Take a batch that is over off the rail. What it kept is dropped after the commit, by us or, if we die in
    between, by the housekeeping of the next start: never before, so a batch that is shown can still be undone."""
    row = tx.one("batch_dismiss", {"batch": batch})
    if row is not None:
        tx.emit(BatchChanged(batch, BatchState(row[0])))


def _by_command(tx: Transaction, verb: str, jobs: Sequence[int], batch: int | None, code: str | None = None) -> int:
    values: dict[str, Any] = {"jobs": json.dumps(list(jobs)), "batch": batch, "now": tx.now, "code": code}
    rows = tx.rows(f"{verb}_jobs" if batch is None else f"{verb}_batch", values)
    return _reopen(tx, rows) if verb == "retry" else _touched(tx, rows)


def _touched(tx: Transaction, rows: list[Any]) -> int:
    for batch in {row[0] for row in rows}:
        tx.emit(JobsChanged(batch))
        finish_if_over(tx, batch)
    return len(rows)


def _reopen(tx: Transaction, rows: list[Any]) -> int:
    for batch in {row[0] for row in rows}:
        tx.run("batch_set_expiry", {"batch": batch, "now": tx.now})
        if tx.run("batch_reopen", {"batch": batch}).rowcount:
            tx.emit(BatchChanged(batch, BatchState.ACTIVE))
        tx.emit(JobsChanged(batch))
    return len(rows)
