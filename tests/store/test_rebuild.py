"""A new queue of a damaged one: all that is whole is taken over, nothing that may have been sent can be sent again."""

import contextlib
import itertools
import random
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.core.states import Effect, JobState
from app.store import transitions
from app.store.connection import open_writer, schema_version
from app.store.errors import StoreError
from app.store.layouts import Layout, Layouts
from app.store.pages import PageFile
from app.store.queries import sql
from app.store.reader import Reader
from app.store.rebuild import IN_DOUBT, LOOK_THROUGH, Saved, rebuild
from app.store.records import decode
from app.store.transitions import Claimed
from tests.store.queue_file import LETTERS, NOW, QueueFile, ending, new_job

FIXTURE = Path(__file__).with_name("fixtures") / "queue-v1.db"
SEED = 20261124
DAMAGES = 100
PAGE = 4_096
COPIED = (
    "batch",
    "job",
    "attempt",
    "effect",
    "checkpoint",
    "lane",
    "throttle",
    "sending",
    "meta",
    "watch",
    "watch_seen",
    "processed",
    "metric",
)
Rows = dict[str, list[tuple[Any, ...]]]


def rows_of(path: Path, query: str) -> list[Any]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def tables(path: Path, names: tuple[str, ...] = COPIED) -> Rows:
    return {name: rows_of(path, f"SELECT * FROM {name} ORDER BY 1, 2") for name in names}


def copy(source: Path, target: Path) -> Path:
    """The queue with its log, as a program that was killed leaves them."""
    for tail in ("", "-wal"):
        if Path(f"{source}{tail}").exists():
            shutil.copy(f"{source}{tail}", f"{target}{tail}")
    return target


@pytest.fixture(scope="module")
def worked(quick: Path) -> Path:
    """A queue that was killed at work: rows on hundreds of pages, many in the log, with free pages and long texts.
    Its rows are in `worked.rows.db`, folded together."""
    chance = random.Random(SEED)
    store = QueueFile(quick / "live.db")
    for setting in (
        "wal_autocheckpoint = 0",
        "secure_delete = OFF",
    ):  # rows that are gone stay in the file's free pages
        store.writer.call(lambda tx, s=setting: tx._connection.execute(f"PRAGMA {s}").fetchall())  # type: ignore[misc]
    photos = store.batch([long_job(number, chance) for number in range(400)])
    letters = store.batch(
        [long_job(n, chance, payload={"text": "x" * chance.randrange(9_000)}) for n in range(60)], LETTERS
    )
    gone = store.batch([long_job(number, chance) for number in range(150)])
    work(store, photos, chance, lambda job: [ending(job, JobState.DONE, outputs=("/out/a",))])
    store.writer._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()  # the writer waits for commands
    store.writer.call(lambda tx: tx._connection.execute("DELETE FROM job WHERE batch = ?", (gone,)).rowcount)
    for job in store.claim(letters, 20):
        assert store.arm(job)
        if job.id % 3:
            store.end(
                ending(job, JobState.DONE if job.id % 2 else JobState.UNCONFIRMED, None if job.id % 2 else "UNCERTAIN")
            )
    store.batch([long_job(number, chance) for number in range(20)])
    pause = {"name": "mail:work", "code": "RATE_LIMIT", "message": "450 later", "until": NOW}
    store.writer.call(lambda tx: tx.run("lane_pause", pause).rowcount)
    copy(store.path, quick / "worked.db")
    store.close()
    shutil.copy(store.path, quick / "worked.rows.db")
    return quick / "worked.db"


def long_job(number: int, chance: random.Random, **changes: Any) -> Any:
    warnings = [] if chance.random() < 0.9 else [("RENAMED", "w" * chance.randrange(6_000))]
    return new_job(number, extra={"w": warnings}, plan=(("0", f"/out/{number}" * chance.randrange(1, 9)),), **changes)


def work(store: QueueFile, batch: int, chance: random.Random, how: Callable[[Claimed], list[Any]]) -> None:
    for job in store.claim(batch, 150):
        store.writer.call(lambda tx, j=job: transitions.intend_output(tx, j.id, j.attempt, f"/out/{j.id}", "1:2"))  # type: ignore[misc]
        store.end(*how(job))


def again(source: Path, name: str = "new.db") -> tuple[Path, Saved]:
    """The queue that is made of `source`."""
    target = source.with_name(f"{source.name}.{name}")
    for tail in ("", "-wal", "-shm"):
        Path(f"{target}{tail}").unlink(missing_ok=True)
    saved = rebuild(source, target, NOW)
    assert rows_of(target, "PRAGMA integrity_check") == [("ok",)]
    assert rows_of(target, "PRAGMA foreign_key_check") == []
    assert rows_of(target, "PRAGMA user_version") == [(schema_version(),)]
    with Reader(target) as reader:
        for batch in reader.batches(dismissed=True):
            assert reader.recount(batch.id) == batch.counts
    return target, saved


# What is whole.


def test_all_of_a_whole_queue_with_its_log_is_taken_over(worked: Path) -> None:
    before = tables(worked.with_name("worked.rows.db"))
    target, saved = again(worked)
    after = tables(target)
    assert (saved.damaged, saved.dropped, saved.orphans, saved.missing, saved.doubtful) == (0, 0, 0, {}, False)
    for name in COPIED:
        if name not in ("job", "batch"):
            assert after[name] == before[name], name
    assert changed(before["job"], after["job"]) == {("running", "unconfirmed")}
    assert {row[0] for row in after["batch"]} == {row[0] for row in before["batch"]}
    assert rows_of(target, "SELECT note FROM batch WHERE state = 'paused'") == [(LOOK_THROUGH,)]
    assert saved.paused == [2]


def changed(before: list[tuple[Any, ...]], after: list[tuple[Any, ...]]) -> set[tuple[str, str]]:
    """The changes of state; everything else of a row that keeps its state is the same."""
    assert [row[0] for row in before] == [row[0] for row in after]
    for old, new in zip(before, after, strict=True):
        assert old[2] != new[2] or old == new
    return {(old[2], new[2]) for old, new in zip(before, after, strict=True) if old[2] != new[2]}


@pytest.mark.parametrize("migrated", [False, True])
def test_a_queue_of_an_older_format_becomes_one_of_this_program(tmp_path: Path, migrated: bool) -> None:
    path = tmp_path / "queue.db"
    shutil.copy(FIXTURE, path)
    if migrated:
        open_writer(path)[0].close()
    path.with_name("queue.db-wal").touch()  # the log of the program that was killed: all of it is in the file
    target, saved = again(path)
    assert not saved.doubtful
    states = dict(rows_of(target, "SELECT id, state FROM job"))
    for job, state, effect, asked in rows_of(FIXTURE, "SELECT id, state, effect, cancel_flag FROM job"):
        if state == "running":
            state = "unconfirmed" if effect == Effect.ARMED else "cancelled" if asked else "ready"
        assert states.pop(job) == state
    assert states == {}
    assert saved.rows["attempt"] == len(rows_of(FIXTURE, "SELECT job FROM attempt"))
    assert rows_of(target, "SELECT value FROM meta WHERE key = 'paused'") == [("1",)]


def test_the_queue_of_a_newer_program_is_left_to_it(tmp_path: Path) -> None:
    path = tmp_path / "queue.db"
    shutil.copy(FIXTURE, path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema_version() + 1}")
    with pytest.raises(StoreError) as caught:
        rebuild(path, tmp_path / "new.db", NOW)
    assert caught.value.code == "QUEUE_NEWER"
    assert not (tmp_path / "new.db").exists()


def test_numbers_of_batches_are_not_given_twice(quick: Path) -> None:
    store = QueueFile(quick / "numbers.db")
    for _ in range(3):
        last = store.batch()
    store.do("batch_dismiss", batch=last)
    store.writer.call(lambda tx: tx._connection.execute("DELETE FROM batch WHERE id = ?", (last,)).rowcount)
    store.close()
    target, _saved = again(store.path)
    new = QueueFile(target, "two")
    assert new.batch() == last + 1
    new.close()


# What is lost, and what is in doubt.


def test_without_its_log_every_open_letter_is_in_doubt(worked: Path, quick: Path) -> None:
    path = quick / "no-log.db"
    shutil.copy(worked, path)
    target, saved = again(path)
    assert saved.doubtful
    states = rows_of(target, "SELECT DISTINCT state, message FROM job WHERE payload IS NOT NULL")
    assert ("unconfirmed", IN_DOUBT) in states
    assert {state for state, _words in states} <= {"unconfirmed", "done"}


def test_a_log_that_is_damaged_in_the_middle_counts_as_far_as_it_is_whole(worked: Path, quick: Path) -> None:
    path = copy(worked, quick / "half-log.db")
    log = path.with_name("half-log.db-wal")
    content = bytearray(log.read_bytes())
    content[32 + 5 * (24 + PAGE)] ^= 0xFF  # the sixth page of the log
    log.write_bytes(content)
    target, saved = again(path)
    assert saved.doubtful
    assert saved.rows["job"] > 400
    assert rows_of(target, "SELECT count(*) FROM job WHERE payload IS NOT NULL AND state IN ('ready', 'waiting')") == [
        (0,)
    ]


def test_rows_of_free_pages_stay_gone(worked: Path) -> None:
    """Their texts are in the file still, and look like any other row."""
    target, _saved = again(worked)
    with PageFile(worked.with_name("worked.rows.db")) as file:
        free = [number for number, (kind, _parent) in file.map.items() if kind == 2]
        assert any(node.kind == 13 and node.cells for node in map(file.node, free) if node)
    assert rows_of(target, "SELECT count(*) FROM job WHERE batch = 3") == [(0,)]


def test_without_head_schema_and_page_map_the_rows_are_known_by_their_shape(worked: Path, quick: Path) -> None:
    """Free pages cannot be told from others then, so that every open letter is in doubt."""
    path = quick / "headless.db"
    truth = worked.with_name("worked.rows.db")
    path.write_bytes(b"\xa5" * 2 * PAGE + truth.read_bytes()[2 * PAGE :])
    path.with_name("headless.db-wal").touch()
    target, saved = again(path)
    assert saved.doubtful
    after = dict(rows_of(target, "SELECT id, state FROM job"))
    assert {row[0] for row in rows_of(truth, "SELECT id FROM job")} <= set(after)
    for job, state in rows_of(truth, "SELECT id, state FROM job WHERE payload IS NOT NULL"):
        assert after[job] == (state if state in ("done", "unconfirmed") else "unconfirmed")


def scribble(content: bytearray, chance: random.Random) -> set[int]:
    """Damage pages in one of several ways; the pages (from 1) that were hit."""
    pages = len(content) // PAGE
    hit: set[int] = set()
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        how = chance.randrange(5)
        number = chance.randrange(pages) + 1 if how < 4 else chance.choice([1, 2])
        start = (number - 1) * PAGE
        hit.add(number)
        if how in (0, 4):
            content[start : start + PAGE] = chance.randbytes(PAGE)
        elif how == 1:
            content[start : start + PAGE] = bytes(PAGE)
        elif how == 2:  # a sector
            at = start + chance.randrange(8) * 512
            content[at : at + 512] = chance.randbytes(512)
        else:
            for _byte in range(chance.randrange(1, 6)):
                content[start + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
    return hit


def test_random_damage_costs_its_own_pages_and_never_a_second_letter(worked: Path, quick: Path) -> None:
    chance = random.Random(SEED)
    truth = worked.with_name("worked.rows.db")
    homes = pages_of_jobs(truth)
    sensitive = {
        row[0]
        for row in rows_of(
            truth,
            "SELECT id FROM job WHERE effect = 'armed' OR (payload IS NOT NULL AND state IN ('done', 'unconfirmed'))",
        )
    }
    assert len(sensitive) == 20
    everything = rescued = 0
    for number in range(DAMAGES):
        with_log = chance.random() < 0.3
        source = worked if with_log else truth
        path = copy(source, quick / f"damage{number}.db")
        content = bytearray(source.read_bytes())
        hit = scribble(content, chance)
        if chance.random() < 0.2:
            end = chance.randrange(len(content) // 2, len(content))
            hit |= set(range(end // PAGE + 1, len(content) // PAGE + 2))
            del content[end:]
        path.write_bytes(content)
        log = path.with_name(f"{path.name}-wal")
        if with_log:
            damage_log(log, chance)
        else:
            log.touch()
        target, saved = again(path)
        open_jobs = {
            row[0] for row in rows_of(target, "SELECT id FROM job WHERE state IN ('ready', 'waiting', 'running')")
        }
        assert not open_jobs & sensitive, number
        if not with_log:
            found = {row[0] for row in rows_of(target, "SELECT id FROM job")}
            batches = {row[0] for row in rows_of(target, "SELECT id FROM batch")}
            whole = {job for job, (batch, pages) in homes.items() if not pages & hit and batch in batches}
            assert whole <= found, (number, sorted(hit), sorted(whole - found)[:5])
            everything, rescued = everything + len(homes), rescued + len(found)
            assert saved.damaged or found >= set(homes) or hit
        for file in quick.glob(f"{path.name}*"):
            file.unlink()
    assert rescued > everything / 2


def damage_log(log: Path, chance: random.Random) -> None:
    how = chance.randrange(4)
    content = bytearray(log.read_bytes())
    if how == 0:
        log.unlink()
        return
    if how == 1:
        del content[chance.randrange(len(content)) :]
    elif how == 2:
        content[chance.randrange(len(content))] ^= 0xFF
    log.write_bytes(content)


def pages_of_jobs(path: Path) -> dict[int, tuple[int, set[int]]]:
    """Job -> (batch, the pages that its row lies on)."""
    found: dict[int, tuple[int, set[int]]] = {}
    with PageFile(path) as file:
        follow = {parent: number for number, (kind, parent) in file.map.items() if kind == 4}
        firsts: dict[int, list[int]] = {}
        for number, (kind, parent) in file.map.items():
            if kind == 3:
                firsts.setdefault(parent, []).append(number)
        for number in file.certain:
            node = file.node(number)
            chains = {number, *itertools.chain.from_iterable(chain(first, follow) for first in firsts.get(number, ()))}
            for cell in node.cells if node and node.kind == 13 else ():
                values = decode(cell.payload) if cell.payload else None
                if values and len(values) > 30:
                    assert cell.rowid is not None
                    found[cell.rowid] = (int(str(values[1])), chains)
    assert len(found) == rows_of(path, "SELECT count(*) FROM job")[0][0]
    return found


def chain(first: int, follow: dict[int, int]) -> list[int]:
    pages = [first]
    while pages[-1] in follow:
        pages.append(follow[pages[-1]])
    return pages


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"no queue\n" * 3_000, bytes(20_000)])
def test_of_a_file_that_is_no_queue_nothing_is_made_up(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "queue.db"
    path.write_bytes(content)
    _target, saved = again(path)
    assert saved.rows["batch"] == saved.rows["job"] == 0
    assert path.read_bytes() == content


# The formats.


def could_be(one: Layout, other: Layout) -> bool:
    """Whether some record could be a row of both tables."""
    if one.numbered is not other.numbered:
        return False
    for length in range(max(one.least, other.least), min(len(one.names), len(other.names)) + 1):
        columns = zip(
            one.types[:length], other.types[:length], one.required, other.required, range(length), strict=False
        )
        if all(a is b or not (p or q) or index in (one.key, other.key) for a, b, p, q, index in columns):
            return True
    return False


def test_no_row_of_one_table_looks_like_one_of_another() -> None:
    layouts = list(Layouts())
    for one, other in itertools.combinations(layouts, 2):
        assert one.table == other.table or not could_be(one, other), (one.table, other.table)


def test_no_row_of_an_index_looks_like_one_of_a_table(tmp_path: Path) -> None:
    connection, _ = open_writer(tmp_path / "queue.db")
    indexes = connection.execute("SELECT tbl_name, name FROM sqlite_master WHERE type = 'index'").fetchall()
    layouts = Layouts()
    for table, index in indexes:
        columns = connection.execute(f"PRAGMA index_xinfo({index})").fetchall()
        own = layouts.newest(table)
        if not own.numbered and index.startswith("sqlite_autoindex"):
            continue  # the table itself
        at = [own.names.index(column[2]) if column[2] in own.names else None for column in columns]
        fake = Layout(
            index, 0, False,
            tuple(str(column[2]) for column in columns),
            tuple(int if place is None else own.types[place] for place in at),
            tuple(place is None or own.required[place] for place in at),
            (None,) * len(columns), None, len(columns),
        )  # fmt: skip
        for layout in layouts:
            assert not could_be(fake, layout), (index, layout.table)
    connection.close()


def test_every_table_is_written_with_all_of_its_columns() -> None:
    layouts = Layouts()
    recounted = {"tally", "drive", "sqlite_sequence"}  # counted anew, found anew, set by its own query
    for table in {layout.table for layout in layouts} - recounted:
        named = re.findall(r":(\w+)", sql(f"rebuild_{table}"))
        assert sorted(named) == sorted(layouts.newest(table).names), table
