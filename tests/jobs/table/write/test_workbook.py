"""Workbooks: text stays text, numbers become numbers, equal tables are equal files."""

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from app.jobs.base import JobError
from app.jobs.table.columns import Columns
from app.jobs.table.row import RowReject
from app.jobs.table.write import Style, open_writer, workbook


def write(path: Path, rows: list[list[str]], header: tuple[str, ...] = ("a", "b")) -> bytes:
    with path.open("w+b") as file:
        writer = open_writer(file, Style(format="xlsx"), Columns(header, header), path.name)
        try:
            for row in rows:
                writer.write(row)
            writer.close()
        finally:
            writer.abandon()
    return path.read_bytes()


def read(path: Path) -> list[list[object]]:
    return [list(row) for row in CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).iter_rows()]


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("007", "007"),
        ("5", 5.0),
        ("-5.50", -5.5),
        ("1234567890123456", "1234567890123456"),
        ("0", 0.0),
        ("-0", "-0"),
        ("1e5", "1e5"),
        ("2024-01-02", "2024-01-02"),
        ("=1+1", "=1+1"),
        ("https://x.org", "https://x.org"),
        ("1,5", "1,5"),
        ("0.30000000000000001", "0.30000000000000001"),
        ("x\r\ny", "x\r\ny"),
        ("00", "00"),
        (".5", ".5"),
        (" 5", " 5"),
    ],
)
def test_types(tmp_path: Path, cell: str, stored: object) -> None:
    write(tmp_path / "a.xlsx", [[cell, "x"]])
    assert read(tmp_path / "a.xlsx") == [["a", "b"], [stored, "x"]]


def test_equal_tables_are_equal_files(tmp_path: Path) -> None:
    rows = [["ä", "1.50"], ["b", "2"]]
    assert write(tmp_path / "a.xlsx", rows) == write(tmp_path / "b.xlsx", rows)


def test_what_a_cell_cannot_hold_rejects_its_row(tmp_path: Path) -> None:
    with (tmp_path / "a.xlsx").open("w+b") as file:
        writer = open_writer(file, Style(format="xlsx"), Columns(("a",), ("a",)), "a.xlsx")
        for bad in ("x" * 32_768, "\x01", "\ud800", "\uffff"):
            with pytest.raises(RowReject):
                writer.write([bad])
        writer.write(["x" * 32_767])
        writer.close()
    assert len(read(tmp_path / "a.xlsx")) == 2


def test_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 3)
    with pytest.raises(JobError, match="more than 3 rows"):
        write(tmp_path / "a.xlsx", [["1", "2"]] * 3)


def test_no_temporary_file_stays(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    for finish in (True, False):
        with (tmp_path / "a.xlsx").open("w+b") as file:
            style = Style(format="xlsx", scratch=str(scratch))
            writer = open_writer(file, style, Columns(("a",), ("a",)), "a.xlsx")
            writer.write(["x"])
            assert list(scratch.iterdir())
            if finish:
                writer.close()
            writer.abandon()
        assert not list(scratch.iterdir())
