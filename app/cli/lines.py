"""Values of the queue as the JSON objects of `--json`: names and order to the letter of the contract. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.core.failures import FAILURES, Warn, info, is_blocked
from app.core.model import Attempt, Batch, CauseGroup, Counts, Job, Lane, Watch
from app.core.wording import iso

Line = dict[str, Any]

BLOCKED = "blocked"
PRIORITIES = {"high": 1, "normal": 0, "low": -1}
DETAILS = ("table", "mail")  # what a kind adds to a job's line


def state_word(state: str, code: str | None) -> str:
    """The state as printed: a held row that the mail check stopped is `blocked`."""
    return BLOCKED if is_blocked(state, code) else state


def priority_word(priority: int) -> str:
    """The word for a batch's priority."""
    return "high" if priority > 0 else "low" if priority < 0 else "normal"


def batch_line(batch: Batch, jobs: int | None) -> Line:
    """`{"event":"batch",…}`; `jobs` is None while a folder is still being scanned."""
    return {"event": "batch", "batch": batch.id, "kind": batch.kind, "recipe": batch.recipe_name, "jobs": jobs}


def job_line(job: Job) -> Line:
    """`{"event":"job",…}` of a job that ended (or of a blocked row)."""
    return {
        "event": "job",
        "batch": job.batch,
        "job": job.id,
        "state": state_word(job.state, job.code),
        "input": job.input,
        "outputs": list(job.outputs),
        "warnings": _warnings(job.warnings),
        "code": job.code,
        "message": job.message,
        "attempts": job.attempt,
        "ms": job.ms,
        **_details(job.extra),
    }


def lane_line(lane: Lane) -> Line:
    """`{"event":"lane",…}` when a lane pauses or opens."""
    state = "paused" if lane.paused else "open"
    if not lane.paused:
        return {"event": "lane", "lane": lane.name, "state": state, "code": None, "message": None, "until": None}
    return {
        "event": "lane",
        "lane": lane.name,
        "state": state,
        "code": lane.code,
        "message": lane.message,
        "until": when(lane.until),
    }


def lanes_line(lane: Lane) -> Line:
    """A line of `lanes --json`."""
    return {
        "lane": lane.name,
        "state": "paused" if lane.paused else "open",
        "limit": lane.limit,
        "code": lane.code if lane.paused else None,
        "message": lane.message if lane.paused else None,
        "until": when(lane.until),
    }


def summary_line(batch: int | None, state: str, counts: Counts, seconds: float) -> Line:
    """`{"event":"summary",…}`. `batch` is None for the whole queue (`work`); `waiting` counts what stays in it."""
    return {
        "event": "summary",
        "batch": batch,
        "state": state,
        "done": counts.done,
        "skipped": counts.skipped,
        "failed": counts.failed,
        "unconfirmed": counts.unconfirmed,
        "cancelled": counts.cancelled,
        "waiting": counts.open,
        "seconds": round(seconds, 1),
    }


def list_line(job: Job) -> Line:
    """A line of `list --json`."""
    line: Line = {
        "job": job.id,
        "batch": job.batch,
        "kind": job.kind,
        "state": state_word(job.state, job.code),
        "input": job.input,
        "outputs": list(job.outputs),
        "code": job.code,
        "message": job.message,
        "attempts": job.attempt,
    }
    if "mail" in job.extra:
        line["mail"] = job.extra["mail"]
    return line


def batches_line(batch: Batch) -> Line:
    """A line of `batches --json`."""
    c = batch.counts
    return {
        "batch": batch.id,
        "kind": batch.kind,
        "title": batch.title,
        "recipe": batch.recipe_name,
        "state": batch.state.value,
        "jobs": c.total,
        "done": c.done,
        "skipped": c.skipped,
        "failed": c.failed,
        "unconfirmed": c.unconfirmed,
        "cancelled": c.cancelled,
        "waiting": c.open,
        "pruned": batch.pruned,
        "created": when(batch.created),
        "finished": when(batch.finished),
        "undone": when(batch.undone),
        "priority": priority_word(batch.priority),
        "starts": when(batch.not_before),
        "until": when(batch.expires),
    }


def watch_line(watch: Watch) -> Line:
    """A line of `watch list --json`."""
    return {
        "watch": watch.id,
        "folder": watch.folder,
        "kind": watch.kind,
        "recipe": watch.recipe_name,
        "out": watch.out,
        "mode": watch.mode.value,
        "enabled": watch.enabled,
        "code": watch.code,
        "message": watch.message,
    }


def show_line(job: Job, attempts: Sequence[Attempt]) -> Line:
    """`show JOB --json`: the job's line and every attempt, oldest first."""
    line = job_line(job)
    del line["event"]
    return {
        **line,
        "kind": job.kind,
        "title": job.title,
        "lane": job.lane,
        "next": when(job.run_at),
        "history": [attempt_line(a) for a in sorted(attempts, key=lambda a: (a.generation, a.attempt))],
    }


def attempt_line(attempt: Attempt) -> Line:
    """One attempt inside `show`."""
    failure = attempt.failure
    return {
        "attempt": attempt.attempt,
        "started": when(attempt.started),
        "ended": when(attempt.ended),
        "outcome": attempt.outcome.value,
        "ms": attempt.ms,
        "code": failure.code if failure else None,
        "message": failure.message if failure else None,
        "detail": failure.detail if failure else None,
    }


def cause_line(group: CauseGroup, jobs: Sequence[int]) -> Line:
    """A line of `failures --json`: one cause, what it means and what to do, and the jobs that have it."""
    known = info(group.code)
    return {
        "code": group.code,
        "count": group.count,
        "title": known.title,
        "meaning": known.meaning,
        "advice": known.advice,
        "message": group.first_message,
        "jobs": list(jobs),
    }


def plan_line(input_path: str, outputs: Sequence[str], state: str, code: str | None, message: str | None,
              warnings: Sequence[Warn], extra: Mapping[str, Any] | None) -> Line:  # fmt: skip
    """A line of `plan --json` and `run --dry-run --json`: what one job would do."""
    return {
        "event": "plan",
        "state": state_word(state, code),
        "input": input_path,
        "outputs": list(outputs),
        "warnings": _warnings(warnings),
        "code": code,
        "message": message,
        **_details(extra or {}),
    }


def when(ms: int | None) -> str | None:
    """Milliseconds UTC as ISO 8601 with a Z, or None."""
    return iso(ms)


def title_of(code: str) -> str:
    """The words of a cause, for people."""
    return FAILURES[code].title if code in FAILURES else code


def _warnings(warnings: Sequence[Warn]) -> list[Line]:
    return [{"code": w.code, "message": w.message} for w in warnings]


def _details(extra: Mapping[str, Any]) -> Line:
    return {name: extra[name] for name in DETAILS if name in extra}
