"""Counts of a batch by state."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.model import Counts
from app.core.states import OPEN, TERMINAL, JobState

COUNTS = st.builds(Counts, **{state.value: st.integers(0, 10**6) for state in JobState})


@given(COUNTS)
def test_every_job_is_open_or_ended(counts: Counts) -> None:
    assert counts.open == sum(counts.of(state) for state in OPEN)
    assert counts.ended == sum(counts.of(state) for state in TERMINAL)
    assert counts.total == sum(counts.of(state) for state in JobState)


def test_each_state_has_a_count_of_its_own() -> None:
    counts = Counts(*range(1, len(JobState) + 1))
    assert {counts.of(state) for state in JobState} == set(range(1, len(JobState) + 1))
    assert counts.of(JobState.UNCONFIRMED) == counts.unconfirmed
