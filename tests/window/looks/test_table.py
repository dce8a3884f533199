"""The table before and after: every change has its mark, the numbers add up or say by how much they do not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from app.window.looks.account import RowCounts, mismatch, read_as, rejected_words, removed_words, sentence
from app.window.looks.diff import Cell, Way
from app.window.looks.table import TableLook
from tests.window.looks.previews import CLEAN, orders, seen_of


@pytest.fixture
def look(qtbot, tmp_path: Path) -> TableLook:
    made = TableLook()
    qtbot.addWidget(made)
    made.show_seen(seen_of("table", CLEAN, orders(tmp_path / "orders.csv")))
    made.resize(508, 500)
    made.show()
    return made


def test_changes_removals_and_rejections_are_marked_by_more_than_colour(look: TableLook) -> None:
    model = look.model
    assert model.names == ["id", "customer", "amount", "gross", "note"]
    assert [model.mark(row) for row in range(4)] == ["changed", "changed", "removed", "rejected"]
    assert model.cell(1, 1) == Cell(" Bob", "Bob", "info", strong=True)
    assert model.cell(0, 1) == Cell(new="Ann")
    assert model.cell(0, 3).fill == "info"
    assert model.cell(0, 3).old == ""
    assert model.cell(2, 1) == Cell(old="Cid", fill="failed")
    assert model.cell(3, 2) == Cell(new="n/a", fill="warn")
    assert model.gone(4)
    assert model.cell(0, 4) == Cell(old="x")


def test_a_screen_reader_hears_what_became_of_a_row(look: TableLook) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert look.model.data(look.model.index(2, 0), role) == "3, removed"
    assert look.model.data(look.model.index(1, 2), role) == " Bob, now Bob"
    assert look.model.data(look.model.index(3, 0), role).startswith("4, rejected, ")


def test_before_and_after_alone(look: TableLook) -> None:
    look.ways.choose(Way.BEFORE)
    assert (look.model.names, look.model.rowCount()) == (["id", "customer", "amount", "note"], 4)
    assert look.model.cell(1, 1) == Cell(new=" Bob")
    look.ways.choose(Way.AFTER)
    assert (look.model.names, look.model.rowCount()) == (["id", "customer", "amount", "gross"], 2)
    assert look.model.cell(1, 1) == Cell(new="Bob")
    assert look._legend.isHidden()


def test_the_card_says_who_removed_and_why_rejected(look: TableLook) -> None:
    assert look.account.accessibleName() == "4 read = 2 written + 1 removed + 1 rejected. Adds up"
    assert look.removed.text() == "1 by “filter”"
    assert look.rejected.text().startswith("1 × ")
    assert look.foot.text() == "All 4 rows"
    assert look.read.text() == 'UTF-8, comma, quotes ", header in row 1, Unix line ends.'


def test_a_job_that_is_done_shows_its_own_numbers(look: TableLook, tmp_path: Path) -> None:
    final = {"read": 4812, "written": 4630, "removed": {"filter": 98, "dedupe": 23}, "rejected": 61, "created": 0}
    look.show_seen(seen_of("table", CLEAN, orders(tmp_path / "o.csv")), final)
    assert look.account.accessibleName() == "4,812 read = 4,630 written + 121 removed + 61 rejected. Adds up"
    assert look.removed.text() == "98 by “filter”, 23 by “dedupe”"
    assert look.foot.text() == "First 4 of 4,812 rows"


def test_what_does_not_add_up_says_by_how_much() -> None:
    short = RowCounts(10, 6, {"filter": 1}, 1)
    assert mismatch(short) == "Does not add up: 2 rows are missing."
    assert mismatch(RowCounts(10, 11)) == "Does not add up: there is 1 row too many."
    assert sentence(RowCounts(2, 5, created=3)).startswith("2 read + 3 created = 5 written")


numbers = st.integers(0, 10**9)


@given(numbers, st.dictionaries(st.text(max_size=5), numbers, max_size=4), numbers, numbers)
def test_rows_that_add_up_are_never_called_missing(
    written: int, removed: dict[str, int], rejected: int, created: int
) -> None:
    read = written + sum(removed.values()) + rejected - created
    right = RowCounts(read, written, removed, rejected, created)
    assert right.missing == 0
    assert mismatch(right) == ""
    assert RowCounts(read + 1, written, removed, rejected, created).missing == 1


def test_guesses_are_called_guesses() -> None:
    data = {"encoding": "cp1252", "delimiter": ";", "quote": "", "header": False, "newline": "\r\n", "sure": False}
    assert read_as(data) == "CP1252, semicolon, no header, Windows line ends. Some of this is a guess."
    assert read_as({"encoding": "utf-8", "delimiter": "\x1f", "header": True, "skipped": 2}) == (
        "UTF-8, “\x1f” between cells, header in row 3."
    )
    assert read_as({}) == ""


def test_reasons_come_by_their_number() -> None:
    counts = RowCounts(9, 0, {"a": 0, "b": 2}, 7, 0, {"few": 2, "many": 5})
    assert rejected_words(counts) == "5 × many\n2 × few"
    assert removed_words(counts) == "2 by “b”"
