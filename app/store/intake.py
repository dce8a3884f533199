"""Batches and jobs on their way into the queue. Each function is one command for the writer."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.core.events import BatchChanged, JobsAdded
from app.core.failures import Warn
from app.core.states import BatchState, JobState
from app.store.text import clean, json_in, path_in
from app.store.writer import Transaction

WAITING_FOR_SEND = "Waiting for you to send"
WAITING_FOR_RUN = "Waiting for you to press Run"


@dataclass(frozen=True, slots=True)
class NewBatch:
    """A batch as it is submitted. `options` is JSON-able and holds the dropped paths."""

    kind: str
    lane: str
    title: str
    recipe_name: str
    recipe: str
    options: dict[str, Any]
    recipe_hash: str = ""  # of what the recipe does, whatever it is called
    ordered: bool = False  # a job ends before the next one begins
    priority: int = 0
    not_before: int | None = None  # ms UTC


@dataclass(frozen=True, slots=True)
class NewJob:
    """A job as the planner made it; paths are real paths, `plan` is [(output id, path), …]."""

    state: JobState
    input: str
    input_root: str
    size: int
    mtime_ns: int
    number: int
    weight: int
    key: str
    title: str
    plan: Sequence[tuple[str, str]]
    payload: dict[str, Any] | None
    extra: dict[str, Any] | None
    warnings: Sequence[Warn]
    code: str | None
    message: str | None
    memory: int = 0  # bytes that it may need
    recipients: int = 1  # people that a message goes to
    domain: str = ""  # of the first of them; "" = it is no message


def add_batch(tx: Transaction, new: NewBatch) -> int:
    """drop -> building. Before the commit: nothing was acknowledged. After it: the paths are on disk, and a start of
    the program looks through them again if this one dies before it has."""
    cursor = tx.run(
        "batch_add",
        {
            "kind": new.kind,
            "lane": new.lane,
            "title": clean(new.title),
            "recipe_name": clean(new.recipe_name),
            "recipe": new.recipe,
            "options": json_in(new.options),
            "recipe_hash": new.recipe_hash,
            "ordered": int(new.ordered),
            "priority": new.priority,
            "not_before": new.not_before,
            "now": tx.now,
        },
    )
    batch = int(cursor.lastrowid or 0)
    tx.emit(BatchChanged(batch, BatchState.BUILDING))
    return batch


def add_jobs(tx: Transaction, batch: int, jobs: Sequence[NewJob]) -> int:
    """A chunk of a building batch: rows and scan position in one transaction, so that a chunk is there wholly or not at
    all. Returns how many were new (a key that the batch has already is ignored; a batch that was cancelled meanwhile
    takes none)."""
    if not tx.run("batch_scanned", {"batch": batch, "count": len(jobs)}).rowcount:
        return 0
    ended = tx.now
    added = tx.run_many(
        "job_add",
        [
            {
                "batch": batch,
                "state": job.state.value,
                "input": path_in(job.input),
                "input_root": path_in(job.input_root),
                "size": job.size,
                "mtime_ns": job.mtime_ns,
                "number": job.number,
                "weight": job.weight,
                "dedup_key": path_in(job.key),
                "title": clean(job.title),
                "plan": json_in(job.plan),
                "payload": None if job.payload is None else json_in(job.payload),
                "extra": json_in(job.extra or {}),
                "warnings": json_in([(w.code, w.message) for w in job.warnings]),
                "error_code": job.code,
                "message": clean(job.message),
                "memory": job.memory,
                "recipients": job.recipients,
                "domain": job.domain,
                "now": tx.now,
                "finished": ended if job.state in (JobState.SKIPPED, JobState.FAILED) else None,
            }
            for job in jobs
        ],
    )
    tx.emit(JobsAdded(batch, added))
    return added


def clear_building(tx: Transaction, batch: int) -> None:
    """Forget the jobs of a batch that was still building when the program ended: none can have been claimed, and
    looking through the same paths again plans the same names."""
    if tx.run(
        "batch_forget_scan", {"batch": batch}
    ).rowcount:  # nothing of a batch in any other state is ever forgotten
        tx.run("batch_clear_jobs", {"batch": batch})


def close_building(tx: Transaction, batch: int, start: bool, waiting_note: str) -> None:
    """building -> active or paused (or finished at once when no job is left open). Before the commit: none of its jobs
    can be claimed, and the next start looks through the same paths again. After it: they are complete."""
    state = BatchState.ACTIVE if start else BatchState.PAUSED
    set_batch_state(tx, batch, state, (BatchState.BUILDING,), None if start else waiting_note)
    finish_if_over(tx, batch)


def set_batch_state(
    tx: Transaction, batch: int, state: BatchState, before: Sequence[BatchState], note: str | None = None
) -> bool:
    """Put a batch from one of the states `before` into `state`; False when it was in another one."""
    changed = tx.run(
        "batch_set_state",
        {"batch": batch, "state": state.value, "note": note, "from_states": json.dumps([s.value for s in before])},
    ).rowcount
    if changed:
        if state is BatchState.ACTIVE:  # somebody let it go now: its time begins now
            tx.run("batch_set_expiry", {"batch": batch, "now": tx.now})
        tx.emit(BatchChanged(batch, state))
    return bool(changed)


def finish_if_over(tx: Transaction, batch: int) -> bool:
    """Finish a batch none of whose jobs is open, in the transaction that ended the last one: the finish (and with it
    the callback) exists if and only if everything has ended. Fires for failures too."""
    if tx.run("batch_finish", {"batch": batch, "now": tx.now}).rowcount:
        tx.emit(BatchChanged(batch, BatchState.FINISHED))
        return True
    return False
