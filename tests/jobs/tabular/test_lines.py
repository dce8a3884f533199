"""Records out of lines, against the csv module where it is the law, and on what it leaves open."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.base import JobError
from app.jobs.tabular import lines
from app.jobs.tabular.lines import RawRecord, Syntax, physical_lines, read_records

PIECES = st.lists(st.sampled_from(["a", "b", ",", '"', "\n", "\r", "\r\n", " ", "ü", "'"]), max_size=40).map("".join)


def records(text: str, syntax: Syntax | None = None) -> list[RawRecord]:
    return list(read_records(physical_lines(io.StringIO(text, newline=""), "a.csv"), syntax or Syntax(), "a.csv"))


@given(PIECES)
def test_raw_text_and_line_numbers_cover_the_whole_input(text: str) -> None:
    try:
        found = records(text)
    except JobError as error:
        assert error.failure.code in ("UNCLOSED_QUOTE", "SUSPECT_QUOTE")
        return
    assert "".join(record.raw for record in found) == text
    line = 1
    for record in found:
        assert record.line == line
        line += record.lines


@given(PIECES)
def test_accepted_records_are_what_strict_csv_reads(text: str) -> None:
    try:
        found = records(text)
    except JobError:
        return
    good = [record for record in found if record.problem is None]  # read apart: CR and LF of two lines are no CRLF
    read = [row for record in good for row in csv.reader(io.StringIO(record.raw, newline=""), strict=True)]
    assert [record.cells for record in good] == read


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('a,"b"c,d\n', "text after closing quote"),
        ('a,b"c,d\n', "quote inside an unquoted cell"),
        ('a,"b" ,c\n', "text after"),
    ],
)
def test_stray_quotes_reject_their_record_only(text: str, reason: str) -> None:
    bad, good = records(text + "x,y,z\n")
    assert bad.problem is not None
    assert bad.problem.code == "SUSPECT_QUOTE"
    assert reason in bad.problem.reason
    assert bad.raw == text
    assert (good.cells, good.line, good.problem) == (["x", "y", "z"], 2, None)


def test_stray_quotes_can_be_kept_as_text() -> None:
    found = records('a,"b"c,"d,e"\nf,g"h,i\n', Syntax(keep_stray=True))
    assert [r.cells for r in found] == [["a", '"b"c', "d,e"], ["f", 'g"h', "i"]]
    assert all(r.problem is None for r in found)


def test_doubled_quotes_are_no_stray_quotes() -> None:
    (record,) = records('"say ""hi""",""""\n')
    assert record.cells == ['say "hi"', '"']
    assert record.problem is None


def test_unclosed_quote_names_the_line_where_it_opens() -> None:
    with pytest.raises(JobError, match=r"line 3 of a\.csv") as caught:
        records('a,b\n"x\ny",",\nq\n')
    assert caught.value.failure.code == "UNCLOSED_QUOTE"


@pytest.mark.parametrize("end", ['4,5,y"\n', '4,"y",z\n'])
def test_a_quote_that_swallows_rows_is_refused(end: str) -> None:
    """Whether it closes at the end of a cell or inside one: the rows between would be one cell or one reject."""
    with pytest.raises(JobError, match="line 2 of") as caught:
        records('a,b,c\n1,2,"x\n' + "2,3,4\n" * 20 + end)
    assert caught.value.failure.code == "SUSPECT_QUOTE"


def test_long_texts_in_cells_are_fine() -> None:
    for row in ("Line of prose", "Street 5, Town"):
        letter = "\n".join(f"{row} {i}" for i in range(40))
        _, record = records(f'a,b\n1,"{letter}"\n')
        assert record.cells == ["1", letter]
        assert record.lines == 40


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(JobError) as caught:
        records("x" * (lines.MAX_CELL + 1))
    assert caught.value.failure.code == "FIELD_TOO_LONG"
    assert len(records("x" * lines.MAX_CELL)) == 1
    with pytest.raises(JobError) as caught:
        records("," * lines.MAX_COLUMNS)
    assert caught.value.failure.code == "TOO_MANY_COLUMNS"
    monkeypatch.setattr(lines, "MAX_LINE", 1000)
    with pytest.raises(JobError, match="Line 2 of"):
        records("a\n" + "b," * 1000)


@pytest.mark.parametrize(
    ("syntax", "text", "cells"),
    [
        (Syntax("||"), "a||b|c||\n", ["a", "b|c", ""]),
        (Syntax("||"), '"a||b"||c\n', ["a||b", "c"]),
        (Syntax(quote=""), '"a,b"c\n', ['"a', 'b"c']),
        (Syntax(quote="'"), "'a,b','it''s'\n", ["a,b", "it's"]),
        (Syntax(escape="backslash"), '"a\\"b",c\n', ['a"b', "c"]),
        (Syntax(initial_space=True), 'a, "b,c", d\n', ["a", "b,c", "d"]),
    ],
)
def test_syntaxes(syntax: Syntax, text: str, cells: list[str]) -> None:
    (record,) = records(text, syntax)
    assert record.cells == cells
    assert record.problem is None


def test_comments_are_left_out_between_records_only() -> None:
    found = records('#x\na,"b\n#c"\n# y\nd,e\n', Syntax(comment="#"))
    assert [(r.line, r.cells) for r in found] == [(2, ["a", "b\n#c"]), (5, ["d", "e"])]
