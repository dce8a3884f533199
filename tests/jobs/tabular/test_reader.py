"""Opening tables of every sort, and every way in which that can fail."""

import gzip
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.jobs.base import JobError
from app.jobs.tabular import ReadOptions, Record, Table, looks_readable, open_table


def load(tmp_path: Path, data: bytes, name: str = "a.csv", **options: Any) -> tuple[Table, list[Record]]:
    path = tmp_path / name
    path.write_bytes(data)
    with open_table(str(path), ReadOptions(**options)) as table:
        return table, list(table)


def failure(tmp_path: Path, data: bytes, name: str = "a.csv", **options: Any) -> tuple[str, str]:
    with pytest.raises(JobError) as caught:
        load(tmp_path, data, name, **options)
    return caught.value.failure.code, caught.value.failure.message


def cells(rows: list[Record]) -> list[list[str]]:
    return [row.cells for row in rows]


def test_plain(tmp_path: Path) -> None:
    table, rows = load(tmp_path, b'id;name\r\n1;"Anna\r\nMaria"\r\n\r\n02;Bo\r\n')
    assert (table.header, table.names) == (["id", "name"], ["id", "name"])
    assert [(r.number, r.line, r.cells, r.raw) for r in rows] == [
        (1, 2, ["1", "Anna\r\nMaria"], '1;"Anna\r\nMaria"\r\n'),
        (2, 5, ["02", "Bo"], "02;Bo\r\n"),
    ]
    dialect = table.dialect
    assert (dialect.encoding, dialect.delimiter, dialect.newline, dialect.header) == ("utf-8", ";", "\r\n", True)
    assert (table.read, table.blank, table.warnings) == (2, 1, ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_recognised(tmp_path: Path, encoding: str) -> None:
    table, rows = load(tmp_path, "name,stadt\nMüller,Köln\nBo,Ulm\n".encode(encoding))
    assert table.header == ["name", "stadt"]
    assert cells(rows)[0] == ["Müller", "Köln"]
    assert table.warnings == ()


def test_a_second_guess_is_shown(tmp_path: Path) -> None:
    table, rows = load(tmp_path, "name;stadt\nMüller;Köln\n".encode("cp1252"))
    assert cells(rows) == [["Müller", "Köln"]]
    (warning,) = table.warnings
    assert warning.code == "ENCODING_GUESSED"
    assert "cp1252" in warning.message
    assert "Müller" in warning.message


def test_an_uncertain_guess_is_refused_and_can_be_named(tmp_path: Path) -> None:
    data = "客户名称;金额\n客户名称;金额\n".encode("gb18030")
    code, message = failure(tmp_path, data)
    assert code == "ENCODING"
    assert "line 1" in message
    assert "Name the encoding" in message
    table, rows = load(tmp_path, data, encoding="gb18030", header=True)
    assert (table.header, cells(rows)) == (["客户名称", "金额"], [["客户名称", "金额"]])


def test_single_bad_bytes_reject_their_rows(tmp_path: Path) -> None:
    data = "a,b\nä,1\n?,2\nö,3\nü,4\n".encode().replace(b"?", b"\xff")
    table, rows = load(tmp_path, data)
    assert table.dialect.encoding == "utf-8"
    bad = [row for row in rows if row.problem]
    assert [(r.number, r.line) for r in bad] == [(2, 3)]
    assert bad[0].problem is not None
    assert (bad[0].problem.code, bad[0].problem.column) == ("ENCODING", "a")
    assert "FF" in bad[0].problem.reason


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.csv", "EMPTY_FILE"),
        (b"\n \n", "a.csv", "EMPTY"),
        (b"\x89PNG\r\n\x1a\n0000", "a.csv", "NOT_TEXT"),
        (b"%PDF-1.7 x", "a.csv", "NOT_TEXT"),
        (bytes(range(1, 9)) * 50, "a.csv", "NOT_TEXT"),
        (b"PK\x03\x04nothing", "a.csv", "NOT_TABULAR"),
        (b"\x1f\x8b\x08\x00", "a.csv", "COMPRESSED"),
        (gzip.compress(b"a,b\n1,2\n", mtime=0)[:-6], "a.csv.gz", "COMPRESSED"),
        (gzip.compress(b"", mtime=0), "a.csv.gz", "EMPTY_FILE"),
        (b"<!DOCTYPE html><html>", "a.csv", "NOT_TABULAR"),
        (b'[{"a": 1}]', "a.csv", "NOT_TABULAR"),
        (b"a,b\n1,2\n", "a.json", "NOT_TABULAR"),
        (b"a,b\n1,2\x00\n", "a.csv", "NUL"),
        (b'a,b\n1,"2\n', "a.csv", "UNCLOSED_QUOTE"),
        (b"a,b;c,d\ne,f;g,h\n", "a.csv", "DIALECT_AMBIGUOUS"),
    ],
)
def test_what_is_no_table(tmp_path: Path, data: bytes, name: str, code: str) -> None:
    found, message = failure(tmp_path, data, name)
    assert found == code
    assert name in message


def test_gone_and_forbidden(tmp_path: Path) -> None:
    with pytest.raises(JobError) as caught:
        open_table(str(tmp_path / "gone.csv"), ReadOptions())
    assert caught.value.failure.code == "SOURCE_GONE"
    assert not looks_readable(tmp_path / "gone.csv")
    if os.name == "posix" and os.geteuid() != 0:
        path = tmp_path / "closed.csv"
        path.write_text("a\n")
        path.chmod(0)
        with pytest.raises(JobError) as caught:
            open_table(str(path), ReadOptions())
        assert caught.value.failure.code == "READ_DENIED"


def test_gzip(tmp_path: Path) -> None:
    table, rows = load(tmp_path, gzip.compress(b"a,b\n1,2\n"), "a.csv.gz")
    assert (table.header, cells(rows)) == (["a", "b"], [["1", "2"]])


@pytest.mark.parametrize(
    ("ragged", "expected"),
    [
        ("reject", [["1", "2"], None, None]),
        ("pad", [["1", "2"], ["3", ""], None]),
        ("truncate", [["1", "2"], None, ["4", "5"]]),
        ("both", [["1", "2"], ["3", ""], ["4", "5"]]),
    ],
)
def test_ragged_rows(tmp_path: Path, ragged: str, expected: list[list[str] | None]) -> None:
    table, rows = load(tmp_path, b"a,b\n1,2\n3\n4,5,6\n", ragged=ragged, delimiter=",")
    assert [None if row.problem else row.cells for row in rows] == expected
    assert table.repaired == sum(1 for row in expected[1:] if row is not None)
    assert {row.problem.code for row in rows if row.problem} <= {"COLUMNS_DIFFER"}


def test_ragged_can_fail_the_file(tmp_path: Path) -> None:
    code, message = failure(tmp_path, b"a,b\n1,2\n3\n", ragged="fail", delimiter=",")
    assert code == "COLUMNS_DIFFER"
    assert "Line 3" in message


def test_a_long_first_row_does_not_shift_columns(tmp_path: Path) -> None:
    _, rows = load(tmp_path, b"a,b\n1,2,3\n4,5\n6,7\n")
    assert [bool(row.problem) for row in rows] == [True, False, False]


def test_preamble_and_sep_line_are_skipped_and_counted(tmp_path: Path) -> None:
    table, rows = load(tmp_path, b"Report\n\nid,b,c\n1,2,3\n4,5,6\n")
    assert (table.dialect.skipped, table.header, rows[0].line) == (1, ["id", "b", "c"], 4)
    table, rows = load(tmp_path, b"sep=;\r\na;b\r\n1;2\r\n")
    assert (table.dialect.skipped, table.dialect.delimiter, rows[0].line) == (1, ";", 3)
    table, rows = load(tmp_path, b"x,y\na,b\n1,2\n", skip=1)
    assert (table.header, table.dialect.skipped) == (["a", "b"], 1)


def test_header_options(tmp_path: Path) -> None:
    table, rows = load(tmp_path, b"a,b\nc,d\n1,2\n", header=False)
    assert (table.names, table.header, len(rows)) == (["c1", "c2"], ["", ""], 3)
    table, rows = load(tmp_path, b"a,b\nc,d\n1,2\n", header=2)
    assert (table.header, len(rows)) == (["a c", "b d"], 1)
    table, rows = load(tmp_path, b"1,2\n3,4\n", header=True)
    assert (table.header, len(rows)) == (["1", "2"], 1)


def test_names_are_unique_and_titles_kept(tmp_path: Path) -> None:
    table, _ = load(tmp_path, b"a,a,,a (2)\n1,2,3,4\n")
    assert table.header == ["a", "a", "", "a (2)"]
    assert table.names == ["a", "a (3)", "c3", "a (2)"]


def test_header_alone_and_one_column(tmp_path: Path) -> None:
    table, rows = load(tmp_path, b"a,b\n")
    assert (table.header, rows) == (["a", "b"], [])
    table, rows = load(tmp_path, b"name\nAnna\n\nEve\n")
    assert cells(rows) == [["Anna"], [""], ["Eve"]]
    assert table.blank == 0


def test_line_ends(tmp_path: Path) -> None:
    for end in (b"\n", b"\r\n", b"\r"):
        table, rows = load(tmp_path, end.join([b"a,b", b"1,2", b"3,4"]))
        assert table.dialect.newline == end.decode()
        assert cells(rows) == [["1", "2"], ["3", "4"]]


def test_large_cells(tmp_path: Path) -> None:
    big = "x" * (16 * 1024 * 1024)
    _, rows = load(tmp_path, f"a,b\n1,{big}\n".encode())
    assert len(rows[0].cells[1]) == len(big)
    code, message = failure(tmp_path, f"a,b\n1,{big}y\n".encode())
    assert code == "FIELD_TOO_LONG"
    assert "Line 2" in message


def test_progress_ends_at_the_size(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n" + b"1,2\n" * 5000)
    posts: list[tuple[int, int]] = []
    with open_table(str(path), ReadOptions(), progress=lambda done, total: posts.append((done, total))) as table:
        assert len(list(table)) == 5000
    assert posts[-1] == (20004, 20004)
    assert posts == sorted(posts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_table_or_a_coded_failure(tmp_path: Path, data: bytes) -> None:
    try:
        _, rows = load(tmp_path, data)
    except JobError as error:
        assert error.failure.code in {
            "EMPTY_FILE", "EMPTY", "NOT_TEXT", "NOT_TABULAR", "COMPRESSED", "ENCODING", "DIALECT_AMBIGUOUS",
            "UNCLOSED_QUOTE", "SUSPECT_QUOTE", "NUL", "HEADER",
        }  # fmt: skip
    else:
        assert all(row.number == i for i, row in enumerate(rows, 1))


@pytest.mark.parametrize("options", [{"encoding": "klingon"}, {"delimiter": '"'}, {"header": -1}, {"unknown": 1}])
def test_options_are_checked(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"encoding|delimiter|header|unknown"):
        ReadOptions(**options)
