"""SQLite's file format read without SQLite: the same rows, whatever they hold; and junk is never a row."""

import contextlib
import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store.pages import PageFile
from app.store.records import decode, varint

SEED = 20261124
VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.sampled_from([0, 1, -1, 127, 128, -128, 2**15, 2**23 - 1, -(2**23), 2**31, 2**47, -(2**47), 2**62]),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=300),
    st.binary(max_size=300),
    st.integers(0, 30_000).map(lambda size: "x" * size),  # over several pages
    st.integers(0, 9_000).map(bytes),
)
ROWS = st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=25)


def read(path: Path) -> dict[int | None, tuple[Any, ...]]:
    """The rows of the table `t` by their number."""
    found: dict[int | None, tuple[Any, ...]] = {}
    with PageFile(path) as file:
        for number in file.certain:
            node = file.node(number)
            for cell in node.cells if node is not None and node.kind == 13 else ():
                values = decode(cell.payload) if cell.payload is not None else None
                assert values is not None
                if len(values) == 3:
                    assert cell.rowid not in found
                    found[cell.rowid] = values
    return found


def same(ours: Any, theirs: Any) -> bool:
    return type(ours) is type(theirs) and ours == theirs


@settings(max_examples=40)
@given(rows=ROWS, more=ROWS, page=st.sampled_from([512, 1_024, 4_096, 65_536]), vacuum=st.sampled_from([0, 2]))
def test_every_row_is_read_as_sqlite_reads_it(
    quick: Path, rows: list[tuple[Any, ...]], more: list[tuple[Any, ...]], page: int, vacuum: int
) -> None:
    path = quick / "rows.db"
    for tail in ("", "-wal", "-shm"):
        path.with_name(f"rows.db{tail}").unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for setting in (
            f"page_size = {page}",
            f"auto_vacuum = {vacuum}",
            "journal_mode = WAL",
            "wal_autocheckpoint = 0",
        ):
            connection.execute(f"PRAGMA {setting}").fetchall()
        connection.execute("CREATE TABLE t (a, b, c)")
        connection.execute("CREATE INDEX i ON t (b)")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        connection.execute("BEGIN")
        connection.execute("DELETE FROM t WHERE rowid % 3 = 1")
        connection.executemany("INSERT INTO t VALUES (?, ?, ?)", more)
        connection.execute("UPDATE t SET a = 'changed' WHERE rowid % 5 = 2")
        connection.execute("COMMIT")
        expected = {row[0]: row[1:] for row in connection.execute("SELECT rowid, a, b, c FROM t")}
        with PageFile(path) as file:
            assert not file.doubtful
        with_log = read(path)  # half of it is in the log
    for found in (with_log, read(path)):  # and then it is folded in
        assert found.keys() == expected.keys()
        for number, values in expected.items():
            assert all(map(same, found[number], values)), (found[number], values)


@given(st.binary(max_size=200))
def test_junk_is_a_record_or_none_and_no_more(data: bytes) -> None:
    values = decode(data)
    assert values is None or len(values) <= len(data)


@pytest.mark.parametrize(
    ("data", "value", "end"),
    [
        (b"\x00", 0, 1), (b"\x7f", 127, 1), (b"\x81\x00", 128, 2), (b"\xff\x7f", 16_383, 2),
        (b"\xff" * 8 + b"\xff", -1, 9), (b"\x80" * 8 + b"\x05", 5, 9), (b"\xbf" + b"\xff" * 8, 2**63 - 1, 9),
    ],
)  # fmt: skip
def test_numbers_of_variable_length(data: bytes, value: int, end: int) -> None:
    assert varint(data, 0) == (value, end)


def test_a_number_that_is_cut_off_is_none() -> None:
    with pytest.raises(IndexError):
        varint(b"\xff" * 5, 0)


def test_no_damage_makes_the_reader_fail(quick: Path) -> None:
    chance = random.Random(SEED)
    path = quick / "damage-me.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA auto_vacuum = 2")
        connection.execute("CREATE TABLE t (a, b, c)")
        rows = [(n, "x" * chance.randrange(8_000), b"y") for n in range(80)]
        connection.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
        connection.execute("CREATE INDEX i ON t (b)")
        connection.commit()
    whole = path.read_bytes()
    for _ in range(60):
        content = bytearray(whole)
        for _hit in range(chance.choice([1, 3, 50, 2_000])):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content[: chance.choice([len(content), chance.randrange(len(content))])])
        with PageFile(path) as file:
            for number in (*file.certain, *file.uncertain):
                node = file.node(number)
                for cell in node.cells if node else ():
                    if cell.payload:
                        decode(cell.payload)
