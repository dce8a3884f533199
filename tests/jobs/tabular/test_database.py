"""Tables of SQLite files: read by the type of each value, without touching the file."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.jobs.base import JobError
from app.jobs.tabular import ReadOptions, open_table


def database(path: Path, *statements: str) -> str:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return str(path)


MADE = (
    'CREATE TABLE "my ""table" (id TEXT, n INTEGER, x REAL, b)',
    "INSERT INTO \"my \"\"table\" VALUES ('007', 12345678901234567, 0.1, NULL), ('', NULL, 2.0, x'00ff')",
    "INSERT INTO \"my \"\"table\" VALUES (CAST(x'ff41' AS TEXT), 1, 1e20, 'ü')",
    "CREATE TABLE other (a)",
    "INSERT INTO other VALUES (1)",
)


def test_values_by_their_type(tmp_path: Path) -> None:
    path = database(tmp_path / "a.sqlite", *MADE)
    before = sorted(tmp_path.iterdir()), Path(path).read_bytes()
    with open_table(path, ReadOptions()) as table:
        rows = list(table)
    assert (table.header, table.dialect.format) == (["id", "n", "x", "b"], "sqlite")
    assert [(r.line, r.cells) for r in rows] == [
        (1, ["007", "12345678901234567", "0.1", ""]),
        (2, ["", "", "2", ""]),
        (3, ["\udcffA", "1", "100000000000000000000", "ü"]),
    ]
    problems = [r.problem for r in rows]
    assert [(p.code, p.column, p.reason) if p else None for p in problems] == [
        None,
        ("ENCODING", "b", "encoding: binary data"),
        ("ENCODING", "id", "encoding: bytes that are not utf-8"),
    ]
    assert [w.code for w in table.warnings] == ["SHEETS_LEFT"]
    assert (sorted(tmp_path.iterdir()), Path(path).read_bytes()) == before


def test_a_table_by_name(tmp_path: Path) -> None:
    path = database(tmp_path / "a.db", *MADE)
    with open_table(path, ReadOptions(sheet="other")) as table:
        assert [row.cells for row in table] == [["1"]]
        assert table.warnings == ()
    with pytest.raises(JobError, match='no table "third"; it has my "table, other') as caught:
        open_table(path, ReadOptions(sheet="third"))
    assert caught.value.failure.code == "HEADER"


def test_what_another_program_has_just_written(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE t (a)")
        connection.execute("INSERT INTO t VALUES ('new')")
        connection.commit()
        with open_table(str(path), ReadOptions()) as table:
            assert [row.cells for row in table] == [["new"]]


def test_no_table_damaged_wrong_name(tmp_path: Path) -> None:
    empty = tmp_path / "empty.sqlite"
    database(empty, "CREATE TABLE t (a)", "DROP TABLE t")
    good = Path(database(tmp_path / "a.sqlite", *MADE, *["INSERT INTO other VALUES ('xxxxxxxxxxxxxxxx')"] * 2000))
    torn = tmp_path / "torn.sqlite"
    torn.write_bytes(good.read_bytes()[:6000])
    (tmp_path / "named.csv").write_bytes(good.read_bytes())
    for name, code in (("empty.sqlite", "EMPTY"), ("torn.sqlite", "NOT_TABULAR"), ("named.csv", "NOT_TEXT")):
        with pytest.raises(JobError) as caught, open_table(str(tmp_path / name), ReadOptions(sheet=None)) as table:
            list(table)
        assert (caught.value.failure.code, name in caught.value.failure.message) == (code, True)


def test_another_program_is_writing(tmp_path: Path) -> None:
    path = Path(database(tmp_path / "a.sqlite", *MADE))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("INSERT INTO other VALUES (2)")
        (tmp_path / "a.sqlite-journal").touch()
        with pytest.raises(JobError) as caught:
            open_table(str(path), ReadOptions())
        assert caught.value.failure.code == "SOURCE_LOCKED"
