"""Figures: buckets, percentiles, sums, and which events tell of an attempt's end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.events import JobChanged
from app.core.figures import Figures, Metric, bounds, bucket, grouped, outcome_of, percentile, total
from app.core.states import JobState, Outcome

MS = st.integers(0, 1 << 40)
ENDS = st.builds(
    JobChanged, batch=st.just(1), job=st.just(1), state=st.just(JobState.DONE), attempt=st.just(1),
    code=st.sampled_from([None, "CORRUPT", "IO_ERROR"]), ms=MS, waited=MS, size=MS, bytes_out=MS,
)  # fmt: skip


@given(MS)
def test_a_bucket_holds_its_values_and_is_narrow(value: int) -> None:
    low, high = bounds(bucket(value))
    assert low <= value <= high
    assert high - low <= value / 8
    assert bucket(low) == bucket(high) != bucket(high + 1)


@given(st.lists(st.integers(0, 10_000_000), min_size=1, max_size=60), st.sampled_from([0.0, 0.5, 0.95, 0.99, 1.0]))
def test_a_percentile_is_right_within_a_bucket(values: list[int], share: float) -> None:
    histogram: dict[int, int] = {}
    for value in values:
        histogram[bucket(value)] = histogram.get(bucket(value), 0) + 1
    exact = sorted(values)[min(len(values) - 1, int(len(values) * share))]
    found = percentile(histogram, share)
    assert found is not None
    assert abs(found - exact) <= exact / 16


def test_nothing_has_no_percentile() -> None:
    assert percentile({}, 0.5) is None


@given(st.lists(st.tuples(st.sampled_from(list(Outcome)), ENDS), max_size=12), st.integers(0, 12))
def test_parts_add_up_to_the_whole_also_after_a_way_through_json(
    ends: list[tuple[Outcome, JobChanged]], cut: int
) -> None:
    whole, first, second = Figures(), Figures(), Figures()
    for at, (outcome, event) in enumerate(ends):
        whole.add(outcome, event)
        (first if at < cut else second).add(outcome, event)
    first.merge(Figures.from_json(second.to_json()))
    assert first == whole
    assert whole.tries == len(ends)
    assert sum(whole.run.values()) == whole.ran
    assert sum(whole.wait.values()) == whole.tries


def test_what_was_cut_off_tells_nothing_about_running_times() -> None:
    figures = Figures()
    figures.add(Outcome.DONE, JobChanged(1, 1, JobState.DONE, 1, ms=100, size=7, bytes_out=3))
    figures.add(Outcome.INTERRUPTED, JobChanged(1, 1, JobState.READY, 1, "INTERRUPTED", ms=9_000_000, size=7))
    assert (figures.run_ms, figures.ran, figures.tries) == (100, 1, 2)
    assert (figures.bytes_in, figures.bytes_out) == (7, 3)
    assert figures.codes == {"INTERRUPTED": {"interrupted": 1}}


def test_figures_of_a_newer_program_are_read() -> None:
    assert Figures.from_json('{"bytes_in": 5, "run": {"3": 2}, "of_tomorrow": [1]}') == Figures(bytes_in=5, run={3: 2})


def test_stretches_of_time_hold_each_metric_once_and_quiet_ones_are_there_too() -> None:
    one, two = Figures(bytes_in=1), Figures(bytes_in=2)
    metrics = [Metric(120_000, "image", "cpu", one), Metric(179_999, "mail", "mail:work", two)]
    metrics += [Metric(59_999, "image", "cpu", one), Metric(240_000, "image", "cpu", one)]  # before and after
    groups = grouped(metrics, 60_000, 60_000, 3)
    assert [total(group).bytes_in for group in groups] == [0, 3, 0]
    assert (one, two) == (Figures(bytes_in=1), Figures(bytes_in=2))


@pytest.mark.parametrize(
    ("state", "code", "outcome"),
    [
        (JobState.RUNNING, None, None),
        (JobState.READY, None, None),  # it became due
        (JobState.READY, "INTERRUPTED", Outcome.INTERRUPTED),
        (JobState.READY, "DISK_FULL", Outcome.INTERRUPTED),
        (JobState.WAITING, "IO_ERROR", Outcome.RETRY),
        (JobState.WAITING, "DRIVE_MISSING", Outcome.INTERRUPTED),
        (JobState.DONE, None, Outcome.DONE),
        (JobState.SKIPPED, None, Outcome.SKIPPED),
        (JobState.FAILED, "CORRUPT", Outcome.FAILED),
        (JobState.UNCONFIRMED, "UNCERTAIN", Outcome.UNCONFIRMED),
        (JobState.CANCELLED, "CANCELLED", Outcome.CANCELLED),
        (JobState.CANCELLED, "EXPIRED", None),  # it had not begun
    ],
)
def test_which_events_tell_of_an_attempts_end(state: JobState, code: str | None, outcome: Outcome | None) -> None:
    assert outcome_of(JobChanged(1, 1, state, 1, code)) is outcome
