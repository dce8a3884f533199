"""Cells of a workbook as text, by their type."""

import datetime
from pathlib import Path

import pytest
import xlsxwriter

from app.jobs.base import JobError
from app.jobs.tabular import ReadOptions, open_table
from app.jobs.tabular.workbook import cell_text, sheet_rows


def book(path: Path, *rows: list[object], sheet: str = "Data") -> str:
    workbook = xlsxwriter.Workbook(str(path))
    page = workbook.add_worksheet(sheet)
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime.date):
                page.write_datetime(number, column, cell, day)
            elif isinstance(cell, str):
                page.write_string(number, column, cell)
            elif cell is not None:
                page.write(number, column, cell)
    workbook.close()
    return str(path)


def test_text_stays_text_and_numbers_lose_nothing(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ["id", "n", "x", "day", "ok"], ["007", 5, 1.25, datetime.date(2024, 2, 29), True])
    assert list(sheet_rows(path, None)) == [["id", "n", "x", "day", "ok"], ["007", "5", "1.25", "2024-02-29", "TRUE"]]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (1e15, "1000000000000000"), (0.1, "0.1"), (1e-7, "0.0000001"), (-3.0, "-3"), (None, ""),
        (datetime.datetime(2024, 1, 2, 3, 4), "2024-01-02 03:04:00"), (datetime.time(12, 30), "12:30:00"),
        (datetime.timedelta(hours=30, minutes=15), "30:15:00"),
    ],
)  # fmt: skip
def test_cell_text(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def test_as_a_table(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ["Report"], [None], ["id", "name", "n"], ["1", "Anna", 2], [None], ["2", "Bo", 3])
    with open_table(path, ReadOptions()) as table:
        rows = list(table)
    assert table.header == ["id", "name", "n"]
    assert (table.dialect.format, table.dialect.skipped, table.blank) == ("xlsx", 1, 1)
    assert [(r.number, r.line, r.cells) for r in rows] == [(1, 4, ["1", "Anna", "2"]), (2, 6, ["2", "Bo", "3"])]


def test_an_unknown_sheet_is_named(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ["a"])
    with pytest.raises(JobError, match='no sheet "Other"; it has Data'):
        open_table(path, ReadOptions(sheet="Other"))


def test_damaged_and_wrongly_named(tmp_path: Path) -> None:
    good = Path(book(tmp_path / "a.xlsx", ["a", "b"], ["1", "2"]))
    short = tmp_path / "short.xlsx"
    short.write_bytes(good.read_bytes()[:2000])
    text = tmp_path / "text.xlsx"
    text.write_text("a,b\n1,2\n")
    renamed = tmp_path / "renamed.csv"
    renamed.write_bytes(good.read_bytes())
    for path in (short, text, renamed):
        with pytest.raises(JobError) as caught:
            open_table(str(path), ReadOptions())
        assert caught.value.failure.code == "NOT_TABULAR"
        assert path.name in caught.value.failure.message


def test_an_empty_sheet(tmp_path: Path) -> None:
    with pytest.raises(JobError) as caught:
        open_table(book(tmp_path / "a.xlsx"), ReadOptions())
    assert caught.value.failure.code == "EMPTY"
