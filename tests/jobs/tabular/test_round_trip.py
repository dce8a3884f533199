"""Whatever text is written is read again: every character that a table can hold, in every dialect and encoding."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.core.failures import FAILURES
from app.jobs.base import JobError
from app.jobs.table.columns import Columns
from app.jobs.table.write import Style
from app.jobs.table.write.text import TextWriter
from app.jobs.tabular import ReadOptions, open_table

# What tears tables apart, what other programs take for line ends, marks, halves of characters, and all the rest.
CORNERS = st.sampled_from(
    [*"\r\n\t ,;|\"'\\^=", "\r\n", '""', "''", '",', "\n\n", "\x0b", "\x0c", "\x1a", "\x1c", "\x85", "\u2028",
     "\ufeff",
     "\ufdd0", "\ufffd", "\U0010ffff", "e\u0301", "\u200d", "\u202e", "👩‍👩‍👧", "ß", "İ", "sep=;", "#", "\x7f"]
)  # fmt: skip
TEXT = st.lists(CORNERS | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=4), max_size=5)
CELL = TEXT.map("".join)
TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=6)
)
STYLES = st.builds(
    Style,
    format=st.just("csv"),
    encoding=st.sampled_from(("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")),
    bom=st.booleans(),
    delimiter=st.sampled_from((",", ";", "\t", "|", "^", " ", "\x1f", "||", "::")),
    quote=st.sampled_from("\"'"),
    newline=st.sampled_from(("\n", "\r\n", "\r")),
    header=st.just(True),
    guard=st.just(False),
)
per_example = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=300
)


def bytes_of(rows: list[list[str]], style: Style) -> bytes:
    names = tuple(f"column {number}" for number in range(len(rows[0])))
    file = io.BytesIO()
    writer = TextWriter(file, style, Columns(names, names, "a.csv"))
    for row in rows:
        writer.write(row)
    writer.close()
    return file.getvalue()


def swallows(rows: list[list[str]]) -> bool:
    """Whether a cell has so many lines that it may be taken for a quote that was never meant."""
    return any(sum(cell.count(end) for end in "\r\n") > 7 for row in rows for cell in row)


@per_example
@given(TABLES, STYLES)
@example([["a\rb", "c"]], Style("csv", "utf-8", False, ",", '"', "\n", True, False))
def test_what_is_written_is_read(tmp_path: Path, rows: list[list[str]], style: Style) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(bytes_of(rows, style))
    marked = style.bom and style.encoding != "utf-8"
    options = ReadOptions(
        encoding="auto" if marked else style.encoding,
        delimiter=style.delimiter,
        quote=style.quote,  # type: ignore[arg-type]
        escape="doubled",
        header=True,
        skip=0,
    )
    try:
        with open_table(str(path), options) as table:
            records = list(table)
    except JobError as error:
        refusal = (error.failure.code, error.failure.code in FAILURES)
        odd = "\ufdd0" in path.read_bytes().decode(style.encoding) and len(style.delimiter) > 1
        assert refusal == (("NOT_TABULAR" if odd else "SUSPECT_QUOTE"), True)
        assert odd or swallows(rows)
        return
    assert [record.problem for record in records] == [None] * len(rows)
    assert [record.cells for record in records] == rows


@per_example
@given(TABLES, st.sampled_from(",;\t|"), st.sampled_from(("\n", "\r\n")))
def test_other_programs_read_it(rows: list[list[str]], delimiter: str, newline: str) -> None:
    """The csv module in strict mode, whatever the version of Python, finds the same cells."""
    style = Style("csv", "utf-8", False, delimiter, '"', newline, True, False)
    text = bytes_of(rows, style).decode()
    _, *found = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    assert found == rows


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_what_may_end_a_line_stays_in_its_cell(tmp_path: Path, end: str) -> None:
    rows = [[f"x{end}y", end], [f"{end}z", "1"], ["2", f"z{end}"]]
    path = tmp_path / "a.csv"
    for newline in ("\n", "\r\n", "\r"):
        path.write_bytes(bytes_of(rows, Style("csv", "utf-8", False, ",", '"', newline, True, False)))
        with open_table(str(path), ReadOptions()) as table:
            assert [record.cells for record in table] == rows
            assert table.dialect.newline == newline
