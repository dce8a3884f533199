"""Worker processes are warm, and are replaced when they have grown or done much: between jobs, never under one."""

from collections.abc import Callable

import pytest

from app.core.states import JobState
from app.engine.engine import Engine
from app.engine.worker import process
from tests.engine.conftest import finish, submission

NAMES = [f"n{number}" for number in range(6)]


def pids(start: Callable[..., Engine], inputs: Callable[..., list[str]]) -> list[int]:
    """The processes that did six jobs, given to the engine one after the other."""
    engine = start(workers=1)
    found = []
    for path in inputs(*NAMES):
        (job,) = finish(engine, engine.submit(submission([path]))).values()
        assert (job.state, job.tries, job.crashes) == (JobState.DONE, 1, 0)
        found.append(job.extra["pid"])
    return found


def test_a_worker_is_kept_warm(start: Callable[..., Engine], inputs: Callable[..., list[str]]) -> None:
    assert len(set(pids(start, inputs))) == 1


def test_a_worker_that_has_grown_is_replaced(
    monkeypatch: pytest.MonkeyPatch, start: Callable[..., Engine], inputs: Callable[..., list[str]]
) -> None:
    monkeypatch.setattr(process, "RECYCLE_MB", 1)
    assert len(set(pids(start, inputs))) == len(NAMES)


def test_a_worker_that_has_done_much_for_long_is_replaced(
    monkeypatch: pytest.MonkeyPatch, start: Callable[..., Engine], inputs: Callable[..., list[str]]
) -> None:
    monkeypatch.setattr(process, "RECYCLE_JOBS", 2)
    monkeypatch.setattr(process, "RECYCLE_SECONDS", 0.0)
    assert len(set(pids(start, inputs))) == len(NAMES) / 2
