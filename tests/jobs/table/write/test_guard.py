"""The formula guard."""

import pytest

from app.jobs.table.write.guard import guarded


@pytest.mark.parametrize("cell", ["=SUM(A1)", "+cmd", "-2+3", "@x", "\tx", "\r=1", "-", "+49 170=x", "--1"])
def test_what_a_spreadsheet_would_run(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["", "x", "-5.00", "+1,234.50", "-12 %", "-€5", "+49 170 1234567", "+1 (555) 010-9999", "a=b"]
)
def test_what_is_left_alone(cell: str) -> None:
    assert guarded(cell) == cell
