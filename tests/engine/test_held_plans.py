"""Plans that wait: in order, none lost, and a list that cannot be read to its end leaves none of its jobs."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine import held_plans
from app.engine.held_plans import HeldPlans
from app.jobs.base import JobError, Plan, PlannedJob, Source


def jobs(number: int, count: int) -> tuple[PlannedJob, ...]:
    source = Source(f"/in/{number}.csv", "/in", 1, 1, number)
    return tuple(PlannedJob(source, payload={"text": "x" * 40}, key=f"{number}.{n}") for n in range(count))


@settings(max_examples=40, deadline=None)
@given(
    sizes=st.lists(st.tuples(st.integers(1, 4), st.integers(0, 900), st.booleans()), max_size=12),
    size=st.integers(1, 700),
)
def test_what_counts_comes_out_in_order(sizes: list[tuple[int, int, bool]], size: int) -> None:
    plans = [Plan(jobs(number, count), instead) for number, count, instead in sizes]
    replaced = {number for number, count, instead in sizes if instead and count}
    wanted = [job for plan in plans for job in plan.jobs if plan.instead or job.source.number not in replaced]
    with HeldPlans() as held:
        for plan in plans:
            held.add([plan])
        chunks = list(held.chunks(size))
    assert [job for chunk in chunks for job in chunk] == wanted
    assert all(len(chunk) == size for chunk in chunks[:-1])
    assert 0 < len(chunks[-1]) <= size or (chunks == [[]] and not wanted)


def test_a_long_list_is_not_kept_in_memory() -> None:
    with HeldPlans() as held:
        for _ in range(20):
            held.add([Plan(jobs(1, 500))])
            assert sum(len(plan.jobs) for plan in held._plans) <= held_plans.IN_MEMORY
        assert sum(map(len, held.chunks(500))) == 10_000


def test_no_room_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with HeldPlans() as held, pytest.raises(JobError) as caught:
        held.add([Plan(jobs(1, held_plans.IN_MEMORY + 1))])
    assert caught.value.failure.code == "DISK_FULL"
