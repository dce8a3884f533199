"""The tables of transitions: what leads where."""

import pytest

from app.core.states import (
    BATCH_TRANSITIONS,
    JOB_TRANSITIONS,
    OPEN,
    REOPENABLE,
    TERMINAL,
    BatchState,
    JobState,
    may_follow,
)


def reached_from(start: JobState, table: dict[JobState, frozenset[JobState]]) -> set[JobState]:
    found, todo = {start}, [start]
    while todo:
        new = table[todo.pop()] - found
        found |= new
        todo += new
    return found


def test_every_state_is_in_the_table_and_is_open_or_terminal() -> None:
    assert set(JOB_TRANSITIONS) == set(JobState)
    assert set(JobState) == OPEN | TERMINAL
    assert not OPEN & TERMINAL
    assert set(BATCH_TRANSITIONS) == set(BatchState)


def test_every_state_is_reached_from_ready_and_leads_to_an_end() -> None:
    assert reached_from(JobState.READY, JOB_TRANSITIONS) == set(JobState)
    for state in JobState:
        assert reached_from(state, JOB_TRANSITIONS) & TERMINAL


def test_only_reopenable_ends_lead_anywhere() -> None:
    assert {state for state in TERMINAL if JOB_TRANSITIONS[state]} == REOPENABLE
    assert all(JOB_TRANSITIONS[state] for state in OPEN)


def test_no_state_leads_to_itself() -> None:
    assert not [state for state, after in JOB_TRANSITIONS.items() if state in after]
    assert not [state for state, after in BATCH_TRANSITIONS.items() if state in after]


def test_running_is_reached_by_a_claim_only() -> None:
    assert [s for s in JobState if may_follow(s, JobState.RUNNING)] == [JobState.READY]


def test_only_a_running_job_can_become_unconfirmed() -> None:
    assert [s for s in JobState if may_follow(s, JobState.UNCONFIRMED)] == [JobState.RUNNING]


@pytest.mark.parametrize("state", [JobState.READY, JobState.WAITING, JobState.HELD, JobState.RUNNING])
def test_what_is_open_can_be_cancelled(state: JobState) -> None:
    assert may_follow(state, JobState.CANCELLED)


def test_the_words_on_disk_never_change() -> None:
    """They stand in every queue file out there."""
    assert [s.value for s in JobState] == (
        ["ready", "waiting", "held", "running", "done", "skipped", "failed", "unconfirmed", "cancelled"]
    )
    assert [s.value for s in BatchState] == ["building", "active", "paused", "finished", "cancelled"]
