"""A new queue of what a damaged one still holds.

Owns: what is taken over, what it becomes, and the account of it. Must not know: how pages are read, who asks, locks.

The old file is only read, page by page (`pages.py`), so damage costs the rows that lie in it and no others. Nothing
that may have happened outside is forgotten: an armed letter becomes *unconfirmed*; letters that nobody sent yet wait
for a person; and when commits are missing (a lost or damaged log, pages that may be out of date), every open letter may
have been sent since and becomes *unconfirmed*.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.core.states import BatchState, Effect, JobState, Outcome
from app.store.connection import newer, open_writer, schema_version
from app.store.layouts import Layouts, Row
from app.store.pages import INDEX_INNER, INDEX_LEAF, TABLE_LEAF, Node, PageFile
from app.store.queries import sql
from app.store.records import decode

CHUNK = 2_000  # rows in one transaction
LOOK_THROUGH = "Made from a damaged queue. Look it through, then send."
MAY_HAVE_LEFT = "The queue was damaged before the end of this message was recorded. It may have been sent."
IN_DOUBT = "The queue was damaged, and its last changes are lost. This may have been sent since."

# Each table after those that it refers to. Drives that are away are found anew, counters are counted anew.
_ORDER = (
    "session", "meta", "lane", "throttle", "sending", "batch", "job", "attempt", "checkpoint", "effect", "processed",
    "watch", "watch_seen", "metric",
)  # fmt: skip
_JSON = {
    "batch": ("recipe", "options"),
    "job": ("plan", "payload", "extra", "outputs", "warnings"),
    "processed": ("outputs",),
    "watch": ("recipe",),
    "metric": ("data",),
}
_WORDS: dict[str, dict[str, frozenset[str]]] = {
    "batch": {"state": frozenset(BatchState)},
    "job": {"state": frozenset(JobState), "effect": frozenset(Effect)},
    "attempt": {"outcome": frozenset(Outcome)},
}
_OPEN = frozenset({JobState.READY, JobState.WAITING, JobState.HELD, JobState.RUNNING})


@dataclass
class Saved:
    """The account. `rows`: saved, by table. `pages`: looked at; `damaged`: of them, could not be read. `dropped`: rows
    that were damaged or doubled; `orphans`: rows whose batch or job is lost; `missing`: jobs that a batch counted and
    that are not there, by batch; `unconfirmed`: letters that became so; `paused`: batches that wait for a person;
    `doubtful`: whether the last changes are lost."""

    rows: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    damaged: int = 0
    dropped: int = 0
    orphans: int = 0
    missing: dict[int, int] = field(default_factory=dict)
    unconfirmed: int = 0
    paused: list[int] = field(default_factory=list)
    doubtful: bool = False


def rebuild(source: Path, target: Path, now: int) -> Saved:
    """Make the queue `target` (which must not exist) of what can be read of `source`, whatever state that is in; `now`:
    ms UTC. `source` is not touched. Raises OSError (it cannot be read at all), StoreError (it was written by a newer
    program; `target` cannot be made) and sqlite3.Error (`target` cannot be written)."""
    with PageFile(source) as file:
        if file.version is not None and file.version > schema_version():
            raise newer(source, file.version)
        connection, _trouble = open_writer(target)
        try:
            work = _Rebuild(file, connection, now)
            work.run()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # all of it is in the one file
        finally:
            connection.close()
    return work.saved


class _Rebuild:
    def __init__(self, file: PageFile, connection: sqlite3.Connection, now: int) -> None:
        self.saved = Saved(pages=file.count)
        self._file = file
        self._connection = connection
        self._now = now
        self._layouts = Layouts(file.version)
        self._pages: dict[str, list[int]] = {}
        self._known: dict[str, set[int]] = {"batch": set(), "job": set(), "watch": set()}
        self._armed: set[tuple[int, int]] = set()

    def run(self) -> None:
        self._sort_pages()
        self.saved.doubtful = self._in_doubt()
        self._armed = {(row["job"], row["attempt"]) for row in self._whole("effect") if row["confirmed_at"] is None}
        for table in _ORDER:
            self._copy(table)
        self._run("BEGIN")
        self._connection.execute(sql("rebuild_tally"))
        for row in self._whole("tally"):
            self._account(row)
        for row in self._whole("sqlite_sequence"):
            self._connection.execute(sql("rebuild_sequence"), row)
        self._settle()
        self._run("COMMIT")

    def _sort_pages(self) -> None:
        """Which pages hold rows of which table. Those that are certainly in use come first: of two versions of a row
        the first one that is written stays."""
        file = self._file
        for number in (*sorted(file.certain), *sorted(file.uncertain)):
            node = file.node(number)
            if node is None:
                self.saved.damaged += number in file.certain
                continue
            table = self._table(node)
            if table is not None:
                self._pages.setdefault(table, []).append(number)

    def _table(self, node: Node) -> str | None:
        for row in self._cells(node):
            found = row and self._layouts.recognise(*row)
            if found:
                return found[0]
        return None

    def _cells(self, node: Node) -> Iterator[tuple[int | None, tuple[int | float | str | bytes | None, ...]] | None]:
        """The rows of a page; None for one that cannot be read."""
        if node.kind in (TABLE_LEAF, INDEX_LEAF, INDEX_INNER):
            for cell in node.cells:
                values = decode(cell.payload) if cell.payload else None
                yield None if values is None else (cell.rowid, values)

    def _rows(self, table: str) -> Iterator[Row | None]:
        """The rows of `table`; None for each that is damaged. Of the versions of a job on pages that may be out of date
        the one of the latest attempt: an earlier one could offer a letter for a retry that has been sent since."""
        latest: dict[int, Row] = {}
        for number in self._pages.get(table, ()):
            for row in self._rows_of(table, number):
                if row is None or table != "job" or number not in self._file.uncertain:
                    yield row
                elif row["id"] not in latest or latest[row["id"]]["attempt"] < row["attempt"]:
                    latest[row["id"]] = row
        yield from latest.values()

    def _rows_of(self, table: str, number: int) -> Iterator[Row | None]:
        node = self._file.node(number)
        for cell in self._cells(node) if node is not None else ():
            found = self._layouts.recognise(*cell) if cell else None
            whole = found is not None and found[0] == table and _makes_sense(table, found[1])
            yield found[1] if found is not None and whole else None

    def _whole(self, table: str) -> Iterator[Row]:
        return (row for row in self._rows(table) if row is not None)

    def _in_doubt(self) -> bool:
        """Whether commits are missing: the log is damaged; or gone, although nobody closed the queue; or rows come from
        pages that may be out of date."""
        file = self._file
        last = max(self._whole("session"), key=lambda row: (row["started"], row["ended"] or 0), default=None)
        log_is_gone = not file.has_log and (last is None or last["ended"] is None)
        guessed = any(number in file.uncertain for pages in self._pages.values() for number in pages)
        return file.doubtful or log_is_gone or guessed

    def _copy(self, table: str) -> None:
        layout = self._layouts.newest(table)
        empty = dict(zip(layout.names, layout.defaults, strict=True))
        chunk: list[Row] = []
        for row in self._rows(table):
            if row is None:
                self.saved.dropped += 1
            elif self._is_orphan(table, row):
                self.saved.orphans += 1
            else:
                row = self._adjusted(table, row)
                chunk.append({**empty, **{name: value for name, value in row.items() if name in empty}})
                if table in self._known:
                    self._known[table].add(row["id"])
            if len(chunk) >= CHUNK:
                self._write(table, chunk)
                chunk = []
        self._write(table, chunk)

    def _write(self, table: str, rows: list[Row]) -> None:
        if rows:
            self._run("BEGIN")
            written = self._connection.executemany(sql(f"rebuild_{table}"), rows).rowcount
            self._run("COMMIT")
            self.saved.rows[table] += written
            self.saved.dropped += len(rows) - written

    def _is_orphan(self, table: str, row: Row) -> bool:
        owner = {"job": "batch", "attempt": "job", "checkpoint": "job", "effect": "job", "watch_seen": "watch"}.get(
            table
        )
        return owner is not None and row[owner] not in self._known[owner]

    def _adjusted(self, table: str, row: Row) -> Row:
        """What a row becomes in the new queue."""
        if table == "session":
            return {**row, "ended": row["ended"] or self._now}
        if table == "batch":
            return {**row, "pause_at": None} if row.get("pause_at") else row
        if table != "job":
            return row
        state, letter = JobState(row["state"]), row["payload"] is not None
        if state is JobState.RUNNING and row["session"] is not None:
            row = {**row, "session": None}
        armed = row["effect"] == Effect.ARMED or (
            state is JobState.RUNNING and letter and (row["id"], row["attempt"]) in self._armed
        )
        if state in _OPEN and armed:
            return self._unconfirmed(row, MAY_HAVE_LEFT)
        blocked = state is JobState.HELD and str(row["error_code"]).startswith("PRE_")
        if state in _OPEN and letter and self.saved.doubtful and not blocked:
            return self._unconfirmed(row, IN_DOUBT)
        if state is JobState.RUNNING and row["cancel_flag"]:
            return {**row, "state": JobState.CANCELLED.value, "cancel_flag": 0, "error_code": "CANCELLED",
                    "finished": self._now}  # fmt: skip
        if state is JobState.RUNNING or (state is JobState.WAITING and row["run_at"] is None):
            return {**row, "state": JobState.READY.value}
        return row

    def _unconfirmed(self, row: Row, words: str) -> Row:
        self.saved.unconfirmed += 1
        return {
            **row,
            "state": JobState.UNCONFIRMED.value,
            "effect": Effect.ARMED.value,
            "error_code": "UNCERTAIN",
            "message": words,
            "run_at": None,
            "cancel_flag": 0,
            "finished": self._now,
        }

    def _account(self, counted: Row) -> None:
        """Compare a batch's old counters with the jobs that are there."""
        batch, pruned = counted["batch"], counted.get("n_pruned", 0)
        if batch not in self._known["batch"]:
            return
        (*now,) = self._connection.execute(sql("counts_batch"), {"batch": batch}).fetchone()
        before = sum(value for name, value in counted.items() if name.startswith("n_") and name not in _NOT_STATES)
        if before > sum(now):
            self.saved.missing[batch] = before - sum(now)
        if pruned:
            self._connection.execute(sql("rebuild_pruned"), {"batch": batch, "n_pruned": pruned})

    def _settle(self) -> None:
        """Batches that are over end; letters wait for a person."""
        unfinished = self._connection.execute(sql("rebuild_unfinished")).fetchall()
        for (batch,) in unfinished:
            self._connection.execute(sql("batch_finish"), {"batch": batch, "now": self._now})
        if self.saved.doubtful:
            self._connection.execute(sql("doubt_building"))
        paused = self._connection.execute(sql("doubt_letters"), {"note": LOOK_THROUGH}).fetchall()
        self.saved.paused = sorted(row[0] for row in paused)

    def _run(self, statement: str) -> None:
        self._connection.execute(statement)


_NOT_STATES = frozenset({"n_parked", "n_pruned"})


def _makes_sense(table: str, row: Row) -> bool:
    """Whether the words and JSON texts of a row are ones that the program writes."""
    if any(row[name] not in allowed for name, allowed in _WORDS.get(table, {}).items()):
        return False
    try:
        for name in _JSON.get(table, ()):
            if row[name] is not None:
                json.loads(row[name])
    except (ValueError, RecursionError):
        return False
    return True
