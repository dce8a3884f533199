"""What cells look like, and what that says about the first row."""

import pytest

from app.jobs.tabular.kinds import has_header, is_typed, look


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("", "empty"), ("  ", "empty"), ("12", "number"), ("-1.234,50", "number"), ("12 %", "number"),
        ("2024-05-31", "date"), ("31.05.2024", "date"), ("2024-05-31T12:00:00Z", "date"), ("a@b.org", "address"),
        ("https://x.org/a", "link"), ("Anna", "text"), ("12a", "text"),
    ],
)  # fmt: skip
def test_look(cell: str, kind: str) -> None:
    assert look(cell) == kind


def test_a_cell_with_another_delimiter_is_not_one_value() -> None:
    assert not is_typed("5;2")
    assert not is_typed("a,b")
    assert is_typed("Smith, John")
    assert is_typed("1,5")


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ([["id", "amount"], ["1", "2"]], True),
        ([["1", "2"], ["3", "4"]], False),
        ([["anna@x.org"], ["bob@x.org"]], False),
        ([["name"], ["Anna"], ["Bob"]], True),
        ([["country", "2019", "2020"], ["DE", "1", "2"]], True),
        ([["Anna", "1990"], ["Bob", "1991"]], False),
        ([["yes", "Anna"], ["no", "Bob"], ["yes", "Eve"]], False),
        ([["a", "b"]], True),
        ([["id", "n"], ["1", "2"], ["id", "n"]], True),
        ([["1", "2"], ["1", "2"]], False),
    ],
)
def test_header(rows: list[list[str]], header: bool) -> None:
    assert has_header(rows)[0] is header
