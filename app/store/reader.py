"""Reading the queue: one read-only connection, one thread, whole lists, never an open cursor.

Owns: rows -> values of `core.model`. Must not know: who asks. Ids are listed by a view and rows fetched by id (a page
at a time), so nothing here counts or offsets. Every method raises StoreError when the file cannot be read.
"""

import contextlib
import json
import os
import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from app.core.failures import Failure, Warn
from app.core.figures import Figures, Metric
from app.core.model import Attempt, Batch, CauseGroup, Counts, Job, Lane, Watch, WatchMode
from app.core.retry import BUDGET_LEAST, BUDGET_SHARE
from app.core.states import BatchState, Effect, JobState, Outcome
from app.core.throttle import DAY_MS
from app.store.connection import open_reader, require_format
from app.store.errors import StoreError
from app.store.faults import damaged, is_damaged
from app.store.queries import sql
from app.store.retention import log_bytes
from app.store.text import path_in, path_out

Order = Literal["queue", "name", "size", "state", "time"]
PAGE = 500
IDS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class JobView:
    """Which jobs, in which order. `search`: part of the name, without case (ASCII)."""

    batch: int | None = None
    states: frozenset[JobState] | None = None
    code: str | None = None
    search: str = ""
    order: Order = "queue"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Processed:
    """A version of a file that was worked off: size in bytes, mtime in ns, what came out, and when (ms UTC)."""

    size: int
    mtime_ns: int
    outputs: tuple[str, ...]
    at: int


@dataclass(frozen=True, slots=True)
class CutOff:
    """A job that may have left unfinished files beside `paths`, up to its `attempt`. `token`: of its batch."""

    token: str
    job: int
    attempt: int
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueueSize:
    """Bytes on the drive: of the queue's `file`, how much of it is `free` for new rows, of its write-ahead `log`."""

    file: int
    free: int
    log: int


class Reader:
    """See the module. Make one for each thread; close it when done."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = open_reader(path)
        try:
            require_format(self._connection, path)
        except StoreError:
            self._connection.close()
            raise

    def close(self) -> None:
        self._connection.close()

    def size(self) -> QueueSize:
        """How much room the queue takes."""
        page, pages, free = (self._rows(sql(name))[0][0] for name in ("page_size", "page_count", "free_pages"))
        return QueueSize(page * pages, page * free, log_bytes(self._path))

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def _rows(self, query: str, **values: Any) -> list[Any]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            if is_damaged(error):
                raise damaged(self._path, str(error)) from error
            raise _broken(error) from error

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several reads of one moment. Keep it short: an open read keeps the write-ahead log growing."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    def batches(self, dismissed: bool = False) -> list[Batch]:
        """All batches, newest first."""
        return [_batch(row) for row in self._rows(sql("batch_columns", "where_not_dismissed"), dismissed=dismissed)]

    def not_over_at(self, since_ms: int) -> list[Batch]:
        """The batches that had not finished at `since_ms` (ms UTC), oldest first."""
        return [_batch(row) for row in self._rows(sql("batch_columns", "where_not_over_at"), since=since_ms)]

    def batch(self, batch: int) -> Batch | None:
        rows = self._rows(sql("batch_columns", "where_batch_id"), batch=batch)
        return _batch(rows[0]) if rows else None

    def counts(self, batch: int | None = None) -> Counts:
        """Jobs by state: of one batch, or of all that are not dismissed."""
        rows = self._rows(sql("counts_all")) if batch is None else self._rows(sql("counts_batch"), batch=batch)
        return Counts(*rows[0]) if rows else Counts()

    def job_ids(self, view: JobView = JobView()) -> "array[int]":
        """Ids of the jobs of `view`, in its order. The queue's order of a batch is that of its claims: priority, id."""
        names = ["id_list", "in_open_batches" if view.batch is None else "in_batch"]
        names += [
            name
            for name, wanted in (("and_states", view.states), ("and_code", view.code), ("and_search", view.search))
            if wanted
        ]
        names.append(f"order_{view.order}{'_desc' if view.descending else ''}")
        escaped = view.search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        values = {
            "batch": view.batch,
            "states": json.dumps([s.value for s in view.states or ()]),
            "code": view.code,
            "like": f"%{escaped}%",
        }
        found = array("q")
        try:  # piece by piece: a million rows at once would be 100 MB for a moment
            cursor = self._connection.execute(sql(*names), values)
            while rows := cursor.fetchmany(IDS_AT_ONCE):
                found.extend(row[0] for row in rows)
        except sqlite3.Error as error:
            raise _broken(error) from error
        if view.batch is None or view.order != "queue":
            return found
        return self._in_line(found, view.batch, view.descending)

    def _in_line(self, ids: "array[int]", batch: int, descending: bool) -> "array[int]":
        """`ids` of a batch with those at their places that a person moved. SQL sorts by id alone, which an index
        covers: sorting a million rows by priority too takes twice as long."""
        placed = self._rows(sql("placed"), batch=batch)
        if not placed:
            return ids
        if descending:
            ids.reverse()
        moved = {job: bisect_left(ids, job) for job, _priority in placed}
        moved = {job: at for job, at in moved.items() if at < len(ids) and ids[at] == job}
        line = array("q", (job for job, priority in placed if priority > 0 and job in moved))
        start = 0
        for at in sorted(moved.values()):
            line.extend(ids[start:at])
            start = at + 1
        line.extend(ids[start:])
        line.extend(job for job, priority in placed if priority < 0 and job in moved)
        if descending:
            line.reverse()
        return line

    def jobs(self, ids: Sequence[int]) -> list[Job]:
        """The jobs `ids`, in the order given; ids that are gone are left out."""
        rows = self._rows(sql("job_columns", "where_ids"), ids=json.dumps(list(ids)))
        found = {row[0]: _job(row) for row in rows}
        return [found[i] for i in ids if i in found]

    def iter_jobs(self, view: JobView = JobView()) -> Iterator[Job]:
        """All jobs of `view`, read a page at a time."""
        ids = self.job_ids(view)
        for start in range(0, len(ids), PAGE):
            yield from self.jobs(ids[start : start + PAGE])

    def job(self, job: int) -> Job | None:
        found = self.jobs([job])
        return found[0] if found else None

    def failed_inputs(
        self, jobs: Sequence[int], batch: int | None, code: str | None
    ) -> Iterator[tuple[int, str, str, int, int]]:
        """(job, input, kind, size, mtime_ns) of failed jobs as they were queued: of `jobs` if any are named, else of
        `batch` or all; only those with `code` if it is named."""
        values = {"jobs": json.dumps(list(jobs)), "any": int(not jobs), "batch": batch, "code": code}
        last = 0
        while rows := self._rows(sql("failed_inputs"), **values, last=last, limit=PAGE):
            yield from ((row[0], path_out(row[1]), *row[2:]) for row in rows)
            last = rows[-1][0]

    def ended(self, batch: int, since_ms: int = 0) -> list[Job]:
        """Jobs of `batch` that ended at or after `since_ms`, in the order of their ends."""
        return [_job(row) for row in self._rows(sql("job_columns", "where_ended"), batch=batch, since=since_ms)]

    def blocked(self, batch: int) -> list[Job]:
        """E-mail rows that the mail check stopped and nobody released."""
        return [_job(row) for row in self._rows(sql("job_columns", "where_stopped_by_check"), batch=batch)]

    def attempts(self, job: int) -> list[Attempt]:
        """All tries of a job, newest first."""
        return [_attempt(row) for row in self._rows(sql("attempts"), job=job)]

    def causes(self, batch: int | None = None) -> list[CauseGroup]:
        """Failed and unconfirmed jobs by code, in no order."""
        rows = self._rows(sql("causes_all")) if batch is None else self._rows(sql("causes_batch"), batch=batch)
        return [CauseGroup(code or "INTERNAL", count, low or "", low == high) for code, count, low, high in rows]

    def lanes(self) -> list[Lane]:
        """All lanes, and the drives that are away (as lanes named "drive:" + path)."""
        return [Lane(row[0], bool(row[1]), *row[2:]) for row in self._rows(sql("lanes_and_drives"))]

    def sent_in_day(self, lane: str, now: int) -> int:
        """Recipients that count for the day's limit of `lane` at `now` (ms UTC): those of the last 24 hours."""
        return int(self._rows(sql("sending_used"), lane=lane, since=now - DAY_MS)[0][0])

    def paused(self) -> bool:
        """Whether a person paused the whole queue."""
        return bool(self._rows(sql("meta_get"), key="paused") == [("1",)])

    def payload(self, job: int) -> dict[str, Any] | None:
        """What the planner froze for `job` (an e-mail's message), or None."""
        rows = self._rows(sql("payload"), job=job)
        return json.loads(rows[0][0]) if rows and rows[0][0] else None

    def planned(self, job: int) -> list[tuple[str, str]]:
        """The planned outputs of `job`: (output id, path)."""
        rows = self._rows(sql("plan_of"), job=job)
        return [(name, path) for name, path in json.loads(rows[0][0])] if rows else []

    def recount(self, batch: int) -> Counts:
        """The batch's jobs counted one by one: must equal `counts(batch)` (tests and `doctor`)."""
        return Counts(**dict(self._rows(sql("recount"), batch=batch)))

    def work_left(self, batch: int | None, horizon: int) -> bool:
        """Whether anything (of `batch`) is scanned, runs, may start now, or is due before `horizon` (ms UTC). While a
        person has paused the queue nothing may start."""
        building, running, *startable = self._rows(
            sql("work_left"), batch=batch, horizon=horizon, budget_least=BUDGET_LEAST, budget_share=BUDGET_SHARE
        )[0]
        return bool(building or running or (not self.paused() and any(startable)))

    def watches(self) -> list[Watch]:
        """The watched folders, in the order in which they were added."""
        return [_watch(row) for row in self._rows(sql("watches"))]

    def watch_taken(self, watch: int) -> dict[str, tuple[int, int]]:
        """The last version (size, mtime_ns) of each file of a watched folder that became a job, by path."""
        return {path_out(path): (size, ns) for path, size, ns in self._rows(sql("watch_taken"), watch=watch)}

    def processed(self, key: str, paths: Sequence[str]) -> dict[str, Processed]:
        """What is known of `paths` from earlier work, by path; `key`: see `processed.key`."""
        rows = self._rows(sql("processed_of"), key=key, paths=json.dumps([path_in(path) for path in paths]))
        return {path_out(row[0]): Processed(row[1], row[2], tuple(json.loads(row[3])), row[4]) for row in rows}

    def finished_since(self, since: int) -> list[int]:
        """Batches that finished at or after `since` (ms UTC), in the order of their ends."""
        return [row[0] for row in self._rows(sql("finished_since"), since=since)]

    def mark(self, key: str) -> int:
        """The number that is kept under `key`; 0 when there is none."""
        rows = self._rows(sql("meta_get"), key=key)
        return int(rows[0][0]) if rows else 0

    def cut_off_since(self, since: int, codes: Iterable[str]) -> list[CutOff]:
        """Jobs whose last attempt ended with one of `codes`: all that are open, and of the others those that ended at
        or after `since` (ms UTC). Looks at every job."""
        return self._cut_off(sql("cut_off_since"), since=since, codes=json.dumps(sorted(codes)))

    def cut_off_of(self, jobs: Iterable[int], codes: Iterable[str]) -> list[CutOff]:
        """Those of `jobs` that do not run and whose last attempt ended with one of `codes`."""
        return self._cut_off(sql("cut_off_of"), jobs=json.dumps(sorted(jobs)), codes=json.dumps(sorted(codes)))

    def _cut_off(self, query: str, **values: Any) -> list[CutOff]:
        rows = self._rows(query, **values)
        return [CutOff(token, job, no, tuple(path for _, path in json.loads(plan))) for token, job, no, plan in rows]

    def undo_cut_off(self) -> list[CutOff]:
        """Outputs whose undo was cut off by the end of the program. Looks at the whole journal."""
        return [CutOff(token, job, 0, (path_out(key),)) for token, job, key in self._rows(sql("undo_cut_off"))]

    def metrics(self, span: int, since: int, until: int) -> list[Metric]:
        """Figures of the spans of `span` seconds (60: kept for a day; 3600: for 30 days) that begin in [since, until),
        ms UTC, oldest first. They lag behind the work by up to ten seconds."""
        rows = self._rows(sql("metrics_between"), span=span, since=since, until=until)
        return [Metric(at, kind, lane, Figures.from_json(data)) for at, kind, lane, data in rows]

    def kind_and_lane(self, batch: int) -> tuple[str, str] | None:
        """The kind and the lane of `batch`: they never change."""
        rows = self._rows(sql("batch_kind_lane"), batch=batch)
        return (rows[0][0], rows[0][1]) if rows else None

    def untold(self) -> list[tuple[int, int]]:
        """Batches whose finish nobody was told yet, oldest first: (batch, when it finished in ms UTC)."""
        return [(batch, finished) for batch, finished in self._rows(sql("batches_untold"))]

    def places_in_work(self) -> list[str]:
        """Folders of the drives that running jobs read and write: dropped folders, and output folders with a fixed
        place."""
        rows = self._rows(sql("places_in_work"))
        return [path_out(root) for root, _out in rows] + [out for _root, out in rows if out and os.path.isabs(out)]


def _broken(error: sqlite3.Error) -> StoreError:
    return StoreError("QUEUE_BROKEN", f"The queue cannot be read: {error}.")


def _warnings(text: str) -> tuple[Warn, ...]:
    return () if text == "[]" else tuple(Warn(code, message) for code, message in json.loads(text))


def _batch(row: Sequence[Any]) -> Batch:
    return Batch(
        id=row[0], kind=row[1], title=row[2], recipe_name=row[3], recipe=row[4], state=BatchState(row[5]),
        counts=Counts(*row[6:15]), bytes_total=row[15], bytes_done=row[16], bytes_out=row[17],
        options=json.loads(row[18]), created=row[19], started=row[20], finished=row[21], note=row[22],
        dismissed=bool(row[23]), priority=row[24], not_before=row[25], expires=row[26], ordered=bool(row[27]),
        undone=row[28], pruned=row[29], pause_at=row[30],
    )  # fmt: skip


def _job(row: Sequence[Any]) -> Job:
    return Job(
        id=row[0], batch=row[1], kind=row[2], lane=row[3], state=JobState(row[4]), title=row[5],
        input=path_out(row[6]), outputs=() if row[7] == "[]" else tuple(json.loads(row[7])), size=row[8],
        bytes_out=row[9], attempt=row[10], tries=row[11], crashes=row[12], generation=row[13], run_at=row[14],
        effect=Effect(row[15]), cancelling=bool(row[16]), code=row[17], message=row[18], note=row[19],
        warnings=_warnings(row[20]), extra={} if row[21] == "{}" else json.loads(row[21]), started=row[22],
        finished=row[23], ms=row[24],
    )  # fmt: skip


def _attempt(row: Sequence[Any]) -> Attempt:
    job, no, generation, started, ended, outcome, code, text, trace, ms, peak = row
    failure = Failure(code, text or "", trace or "") if code else None
    return Attempt(job, no, generation, started, ended, Outcome(outcome), failure, ms, peak)


def _watch(row: Sequence[Any]) -> Watch:
    number, folder, kind, name, recipe, out, mode, enabled, created, code, message = row
    out = None if out is None else path_out(out)
    return Watch(
        number, path_out(folder), kind, name, recipe, out, WatchMode(mode), bool(enabled), created, code, message
    )
