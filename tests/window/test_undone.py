"""Undo in words: every refusal has a reason, and numbers are counted in words as they are in the report."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.model import Batch, Counts
from app.core.states import BatchState
from app.core.undo import UndoReport
from app.window.undone import deed, forecast, newest, outcome, refusal, remainder

DONE = Batch(
    id=1, kind="image", title="t", recipe_name="r", recipe="{}", state=BatchState.FINISHED, counts=Counts(done=3),
    bytes_total=0, bytes_done=0, bytes_out=0, options={}, created=0, started=1, finished=5,
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({"state": BatchState.PAUSED, "counts": Counts(done=1, ready=2)}, ""),
        ({"state": BatchState.CANCELLED}, ""),
        ({"kind": "mail", "options": {"options": {"eml": "/letters"}}}, ""),
        ({"counts": Counts(), "pruned": 3}, ""),
        ({"kind": "mail"}, "What was sent cannot be taken back"),
        ({"undone": 7}, "This batch was undone already"),
        ({"counts": Counts(failed=3)}, "Nothing was written yet"),
        ({"state": BatchState.ACTIVE}, "It is at work: pause or cancel it first"),
        ({"state": BatchState.PAUSED, "counts": Counts(done=1, running=1)}, "It is at work: pause or cancel it first"),
    ],
)
def test_refusals(changes, words):
    assert refusal(dataclasses.replace(DONE, **changes)) == words


def test_without_a_batch_in_view_the_last_one_that_can_be_undone_is_meant():
    later = dataclasses.replace(DONE, id=2, finished=9)
    undone = dataclasses.replace(DONE, id=3, finished=12, undone=13)
    assert newest((undone, later, DONE)) is later
    assert newest((undone,)) is None
    assert refusal(None)


@pytest.mark.parametrize(
    ("restored", "removed", "button", "said"),
    [
        (12, 40, "Restore 12 originals, remove 40 files", "12 originals restored, 40 files removed"),
        (1, 0, "Restore 1 original", "1 original restored"),
        (0, 1, "Remove 1 file", "1 file removed"),
    ],
)
def test_the_button_and_the_outcome_count(restored, removed, button, said):
    report = UndoReport(restored, removed)
    assert deed(report) == button
    assert outcome(report) == said


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5), st.integers(0, 2))
def test_the_forecast_has_a_line_for_each_count(restored, removed, left, forgotten):
    report = UndoReport(restored, removed, tuple((f"/{n}", "It was changed.") for n in range(left)), forgotten)
    lines = forecast(report).splitlines()
    assert [int(line.split()[0]) for line in lines] == [restored, removed, left, *([forgotten] if forgotten else [])]
    assert remainder(report) != "" and ("as it was before" in remainder(report)) is report.whole
