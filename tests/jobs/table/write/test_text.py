"""Delimited text: what is written is read again, with the fewest quotes."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.table.columns import Columns
from app.jobs.table.row import RowReject
from app.jobs.table.write import Style, open_writer
from app.jobs.table.write.text import row_format
from app.jobs.tabular.lines import Syntax, physical_lines, read_records

CELL = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8) | st.text(
    alphabet=",;\"'\r\n x", max_size=5
)


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), max_size=5), st.sampled_from(",;\t|"), st.sampled_from("\"'"))
def test_csv_reads_what_is_written(rows: list[list[str]], delimiter: str, quote: str) -> None:
    line = row_format(delimiter, quote, "\n")
    text = "".join(map(line, rows))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quotechar=quote, strict=True)
    assert list(reader) == rows


@given(
    st.lists(st.lists(st.text(alphabet='|~" xü\n', max_size=5), min_size=2, max_size=4), min_size=1, max_size=4),
    st.sampled_from(["||", "|~", "|~|", "~~~"]),
)
def test_a_delimiter_of_several_characters_reads_back(rows: list[list[str]], delimiter: str) -> None:
    line = row_format(delimiter, '"', "\n")
    lines = io.StringIO("".join(map(line, rows)), newline="")
    records = read_records(physical_lines(lines, "t"), Syntax(delimiter), "t")
    assert [record.cells for record in records] == rows


def test_minimal_quotes() -> None:
    line = row_format(",", '"', "\r\n")
    assert line(["a b", "it's", "", " x "]) == "a b,it's,, x \r\n"
    assert line(["a,b", 'say "x"', "l\nf", "c\rr"]) == '"a,b","say ""x""","l\nf","c\rr"\r\n'
    assert line([""]) == '""\r\n'
    assert row_format("||", '"', "\n")(["a|b", "a||b"]) == 'a|b||"a||b"\n'


def test_without_quotes_a_cell_that_needs_some_rejects_its_row() -> None:
    line = row_format(",", "", "\n")
    assert line(["a", 'b"c']) == 'a,b"c\n'
    with pytest.raises(RowReject):
        line(["a,b", "c"])


def write(style: Style, *rows: list[str], header: tuple[str, ...] = ("a", "b")) -> bytes:
    file = io.BytesIO()
    writer = open_writer(file, style, Columns(header, header), "out.csv")
    for row in rows:
        writer.write(row)
    writer.close()
    return file.getvalue()


def test_encodings_and_marks() -> None:
    assert write(Style(bom=True), ["ä", "1"]) == "\ufeffa,b\nä,1\n".encode()
    assert write(Style(encoding="utf-16-le", bom=True), ["ä", "1"]) == b"\xff\xfe" + "a,b\nä,1\n".encode("utf-16-le")
    assert write(Style(encoding="cp1252"), ["ä", "1"]) == b"a,b\n\xe4,1\n"
    assert write(Style(header=False), ["ä", "1"]) == "ä,1\n".encode()


@pytest.mark.parametrize("bad", ["Ł", "\0"])
def test_a_character_that_does_not_fit_rejects_the_row(bad: str) -> None:
    file = io.BytesIO()
    writer = open_writer(file, Style(encoding="cp1252"), Columns(("a", "b"), ("a", "b")), "out.csv")
    before = file.getvalue()
    with pytest.raises(RowReject) as caught:
        writer.write(["x", f"y{bad}"])
    assert (caught.value.problem.column, caught.value.problem.value) == ("b", f"y{bad}")
    assert file.getvalue() == before


@pytest.mark.parametrize("start", ["\ufeffa", "sep=;", "SEP=,"])
def test_the_first_cell_is_not_taken_for_a_mark(start: str) -> None:
    assert write(Style(), header=(start, "b")).startswith(f'"{start}",'.encode())


def test_the_guard_is_counted() -> None:
    file = io.BytesIO()
    writer = open_writer(file, Style(guard=True), Columns(("a", "b"), ("a", "b")), "out.csv")
    writer.write(["=1+1", "-5.00"])
    assert writer.guarded == 1
    assert file.getvalue().endswith(b"'=1+1,-5.00\n")
