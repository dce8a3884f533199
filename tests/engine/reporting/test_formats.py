"""Reports in each format: every row is there, nothing in them runs, and they read back."""

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.wording import visible
from app.engine.reporting.page import page_lines
from app.engine.reporting.spreadsheet import csv_lines, safe_cell
from app.engine.reporting.words import Lines
from app.engine.reporting.workbook import MAX_CELL, write_workbook

NASTY = ["=1+1", "+SUM(A1)", "-x", "@cmd", "\tx", "\rx", "=HYPERLINK(1)", " =1+1", "\u00a0@x", "＝1+1", "＠x"]
SUMMARY: Lines = [("Batch", "7, M: people.csv", True), ("Rows", 2, True), ("    Refused <b> (RCPT_PERM)", 1, False)]


@pytest.mark.parametrize("cell", NASTY)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert safe_cell(cell).startswith("'")


@pytest.mark.parametrize("cell", ["-12", "+49 30 1234-56", "-1,234.50", "a=b", "", "Müller", "'=1+1"])
def test_numbers_phone_numbers_and_words_stay_as_they_are(cell: str) -> None:
    assert safe_cell(cell) == cell


@given(st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=2), max_size=5))
def test_a_table_reads_back_with_all_its_rows(rows: list[list[str]]) -> None:
    text = b"".join(csv_lines(("a", "b"), rows)).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read[0] == ["a", "b"]
    assert read[1:] == [[safe_cell(cell) for cell in row] for row in rows]
    assert not any(cell.lstrip().startswith(("=", "@", "\t")) for row in read[1:] for cell in row)


def test_a_long_table_comes_in_parts() -> None:
    parts = list(csv_lines(("a",), ([str(n)] for n in range(1200))))
    assert len(parts) == 3
    assert b"".join(parts).count(b"\r\n") == 1201
    assert b"".join(parts).count("\ufeff".encode()) == 1


def test_a_workbook_holds_text_only(tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    path = tmp_path / "r.xlsx"
    rows = [(cell, "http://example.org", "007", "_x0041_") for cell in NASTY] + [("x" * 40_000, "", "", "")]
    write_workbook(path, SUMMARY, ("state", "link", "number", "odd"), rows)
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == ["Summary", "Rows"]
    read = book.get_sheet_by_name("Rows").to_python()
    assert read[0] == ["state", "link", "number", "odd"]
    assert [row[0] for row in read[1:-1]] == [visible(cell) for cell in NASTY]
    assert {tuple(row[1:]) for row in read[1:-1]} == {("http://example.org", "007", "_x0041_")}
    assert len(str(read[-1][0])) == MAX_CELL
    assert book.get_sheet_by_name("Summary").to_python()[1][1] == 2
    import zipfile

    with zipfile.ZipFile(path) as archive:
        sheets = b"".join(archive.read(name) for name in archive.namelist() if "worksheets/" in name)
    assert b"<f>" not in sheets
    assert b"hyperlink" not in sheets


def test_a_workbook_without_rows_has_its_header(tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    write_workbook(tmp_path / "r.xlsx", SUMMARY, ("state",), [])
    assert CalamineWorkbook.from_path(str(tmp_path / "r.xlsx")).get_sheet_by_name("Rows").to_python() == [["state"]]


class _Page(HTMLParser):
    """What a browser sees: the tags, and the text of each cell."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.cells: list[str] = []
        self.policy = ""
        self._open = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attributes)
        assert not any(name.startswith("on") or name in ("src", "href") for name in given)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"] or ""
        self._open = tag == "td"
        if self._open:
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "td"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.cells[-1] += data


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(st.text(max_size=20), st.sampled_from(["done", "failed", "ready", 'x" onload=y']))))
def test_a_page_shows_every_cell_and_runs_none(rows: list[tuple[str, str]]) -> None:
    page = _Page()
    page.feed(b"".join(page_lines("<script>alert(1)</script>", SUMMARY, ("title", "state"), rows)).decode("utf-8"))
    expected = [visible(cell) if "\n" not in cell else None for row in rows for cell in row]
    shown = page.cells[len(SUMMARY) :]
    assert len(shown) == 2 * len(rows)
    assert all(wanted is None or wanted == found for wanted, found in zip(expected, shown, strict=True))
    assert "script" not in page.tags
    assert page.policy == "default-src 'none'; style-src 'unsafe-inline'"
    assert set(page.tags) <= {
        "html", "head", "meta", "title", "style", "body", "h1", "table", "caption", "thead", "tbody", "tr", "th", "td",
        "div", "strong",
    }  # fmt: skip
