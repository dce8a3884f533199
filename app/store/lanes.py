"""Lanes and drives that cannot be used for now: who waits, why, and when somebody looks again.

Owns: pauses of lanes and of drives (dropped folders that cannot be reached). Must not know: why a lane failed, how long
a pause is. Each function is part of one IMMEDIATE transaction of the writer.
"""

from typing import Any

from app.core.events import JobsChanged, LaneChanged
from app.core.failures import Failure
from app.core.model import DRIVE
from app.store.text import clean, path_in, path_out
from app.store.writer import Transaction

PARK_LIMIT = 1_000  # rows that change in one transaction: the writer has others to serve
OPEN_LIMIT = 2_000
LOOK_MS = 60_000  # after which another job looks at a drive when the first has not answered and cannot any more


def pause_lane(tx: Transaction, lane: str, failure: Failure, until: int | None) -> None:
    """Stop claims for `lane` until `until` (ms UTC; None = until a person resumes it); durable. Of two pauses at once
    (several connections of one account) the longer one stays, with its words."""
    for name, paused, _code, _message, earlier, _probes in tx.rows("lanes"):
        if name == lane and paused and (earlier is None or (until is not None and until <= earlier)):
            return
    tx.run("lane_pause", {"name": lane, "code": failure.code, "message": clean(failure.message), "until": until})
    tx.emit(LaneChanged(lane, True, failure.code, failure.message, until))


def rest_lane(tx: Transaction, lane: str, failure: Failure, until: int) -> None:
    """Stop claims for `lane` until `until` (ms UTC) because its own limit is reached; durable. No trouble: it goes on
    as it was, and a person who resumes it changes nothing, since each claim looks at the limit."""
    tx.run("lane_rest", {"name": lane, "code": failure.code, "message": failure.message, "until": until})
    put_off(tx, lane, until)
    tx.emit(LaneChanged(lane, True, failure.code, failure.message, until))


def put_off(tx: Transaction, lane: str, until: int) -> None:
    """What waits in `lane` for a limit to open (at `until`, ms UTC) has all of its time from then on: the rest of a
    batch that goes out tomorrow is not too late tomorrow. Times that a person named stay."""
    tx.run("batches_put_off", {"lane": lane, "until": until, "now": tx.now})


def open_lane(tx: Transaction, lane: str) -> bool:
    """Let claims for `lane` go on."""
    if tx.run("lane_open", {"name": lane}).rowcount:
        tx.emit(LaneChanged(lane, False))
        return True
    return False


def lane_well(tx: Transaction, lane: str) -> None:
    """A job of `lane` ended well: the next pause starts with the short delay again."""
    tx.run("lane_well", {"name": lane})


def open_due_lanes(tx: Transaction) -> None:
    """Open the lanes whose time came."""
    for (name,) in tx.rows("lanes_due", {"now": tx.now}):
        open_lane(tx, name)


def set_lane_limit(tx: Transaction, lane: str, limit: int | None) -> None:
    """At most `limit` jobs of `lane` at once from now on (None = as many as it can); durable."""
    tx.run("lane_limit", {"name": lane, "limit": limit})


def drives_away(tx: Transaction) -> dict[str, int | None]:
    """The drives that are away: path -> the job that may look at it now, or None."""
    return {path_out(path): probe for path, probe in tx.rows("drives_away")}


def park(tx: Transaction, batch: int, root: str, most: int = PARK_LIMIT) -> int:
    """ready -> waiting, without a time, for jobs of `batch` on a drive that is known to be away; up to `most` of them,
    never the one that may look. Before the commit: still ready, and parked by the next claim. After it: ready again
    when the drive is back, also after a restart: the drive's row says so."""
    rows = tx.rows("park", {"batch": batch, "root": path_in(root), "limit": most})
    if rows:
        tx.emit(JobsChanged(batch))
    return len(rows)


def park_ended(tx: Transaction, root: str, job: int, failure: Failure, look_at: int) -> None:
    """A job has found its drive away (it waits now): the others of that drive need not try. `look_at`: ms UTC from
    which one job looks again. Written with the job's own ending, so that either both are known or none."""
    changed = tx.run(
        "drive_away",
        {
            "path": path_in(root), "code": failure.code, "message": clean(failure.message), "until": look_at,
            "job": job,
        },
    ).rowcount  # fmt: skip
    if changed:
        tx.emit(LaneChanged(f"{DRIVE}{root}", True, failure.code, failure.message, look_at))


def drive_answered(tx: Transaction, job: int) -> None:
    """The job that looked found the drive: its jobs go back into the line, step by step (`unpark`)."""
    for (path,) in tx.rows("drive_open", {"job": job}):
        tx.emit(LaneChanged(f"{DRIVE}{path_out(path)}", False))


def unpark(tx: Transaction) -> int:
    """waiting -> ready for jobs whose drive is back, up to OPEN_LIMIT a call and drive, and for one job of each drive
    whose time to look has come. Any prefix is consistent: what is left over is found by the next call."""
    count = 0
    for (path,) in tx.rows("drives_back"):
        rows = tx.rows("unpark", {"path": path, "limit": OPEN_LIMIT, "now": tx.now})
        for batch in {row[1] for row in rows}:
            tx.emit(JobsChanged(batch))
        if not rows:
            tx.run("drive_forget", {"path": path})
        count += len(rows)
    for path, probe in tx.rows("drives_due", {"now": tx.now}):
        count += _look(tx, path, probe)
    return count


def _look(tx: Transaction, path: str, probe: int | None) -> int:
    """Let one job look at the drive `path`: `probe` if it still waits for its turn or for the drive's answer, else the
    first one that can be claimed. Nobody else looks for a minute: then another one does if this one was held."""
    rows: list[Any] = []
    if probe is None or tx.one("drive_probe_stands", {"job": probe, "now": tx.now}) is None:
        rows = tx.rows("drive_look", {"path": path, "now": tx.now})
        probe = rows[0][0] if rows else None
    if probe is None and tx.one("drive_wanted", {"path": path}) is None:  # all of them were cancelled
        tx.run("drive_forget", {"path": path})
    else:
        tx.run("drive_probe", {"path": path, "job": probe, "until": tx.now + LOOK_MS})
    return len(rows)


def look_now(tx: Transaction, root: str) -> bool:
    """A person wants the drive looked at at once."""
    return bool(tx.run("drives_look_now", {"path": path_in(root), "now": tx.now}).rowcount)
