"""Delimiters and quotes: found where they line up, refused where two readings fit alike."""

import pytest

from app.jobs.base import JobError
from app.jobs.tabular.dialect import Choice, detect, sep_line
from app.jobs.tabular.lines import Syntax


def find(text: str, delimiter: str = "auto", quote: str = "auto", escape: str = "auto") -> Choice:
    return detect(text.splitlines(keepends=True), Syntax(), delimiter, quote, escape, "a.csv")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_each_delimiter_of_the_list(delimiter: str) -> None:
    text = "".join(
        delimiter.join(row) + "\n" for row in [["id", "name", "city"], ["1", "Anna", "Ulm"], ["2", "Bo", "Bonn"]]
    )
    found = find(text)
    assert found.syntax.delimiter == delimiter
    assert found.width == 3


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b\n1,5;2\n2,5;3\n", ";"),  # decimal commas
        ("1,5;2,7\n", ";"),
        ("id,tags\n1,a;b;c\n2,d;e\n3,f\n", ","),
        ('name,city\n"Smith; John",Ulm\n"Lee; Ann",Bonn\n', ","),
        ("Report of May\n\nid;name\n1;Anna\n2;Bo\n", ";"),
        ("a,b\n1,2,3\n1,2\n4,5\n6,7\n", ","),  # ragged
    ],
)
def test_the_likely_one(text: str, delimiter: str) -> None:
    assert find(text).syntax.delimiter == delimiter


def test_two_readings_are_refused_with_both_named() -> None:
    with pytest.raises(JobError, match=r"semicolon .*comma|comma .*semicolon") as caught:
        find("a,b;c,d\ne,f;g,h\n")
    assert caught.value.failure.code == "DIALECT_AMBIGUOUS"
    assert find("a,b;c,d\ne,f;g,h\n", delimiter=";").width == 2


def test_letters_are_never_delimiters() -> None:
    assert find("EaE\nEbE\n").width == 1


def test_single_quotes_only_where_they_enclose_cells() -> None:
    assert find("'a','b,c'\n'1','d'\n").syntax.quote == "'"
    assert find("a,'tis\n1,it's\n").syntax.quote == '"'


def test_backslash_escapes_are_found() -> None:
    assert find('a,b\n1,"x\\"y"\n').syntax.escape == "backslash"
    assert find('a,b\n1,"x""y"\n').syntax.escape == "doubled"


def test_a_broken_quote_does_not_hide_the_columns() -> None:
    assert find('a,b\n1,2\n3,"x\n4,5\n').syntax.delimiter == ","


def test_sep_line() -> None:
    assert sep_line("sep=;\r\n") == ";"
    assert sep_line("SEP=|") == "|"
    assert sep_line("separator\n") is None
