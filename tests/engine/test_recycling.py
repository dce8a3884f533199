"""Worker processes are warm, and are replaced when they have grown or done much: between jobs, never under one."""

from collections.abc import Callable

import psutil
import pytest

from app.core.states import BatchState, JobState
from app.engine.engine import Engine
from app.engine.worker import process
from app.store.reader import Reader
from tests.engine.conftest import finish, submission
from tests.waiting import until

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


def processes() -> int:
    """Processes that this one has spawned and that live."""
    return sum("spawn_main" in " ".join(child.cmdline()) for child in psutil.Process().children())


@pytest.mark.parametrize("files", [1, 3])
def test_as_many_workers_start_as_there_are_jobs(
    start: Callable[..., Engine], inputs: Callable[..., list[str]], files: int
) -> None:
    engine, before = start(workers=4), processes()
    finish(engine, engine.submit(submission(inputs(*NAMES[:files]))))
    assert processes() - before == 1 + files, "one that plans, and the workers"


def test_what_waits_for_run_starts_no_worker(start: Callable[..., Engine], inputs: Callable[..., list[str]]) -> None:
    engine, before = start(workers=4), processes()
    batch = engine.submit(submission(inputs("a", "b"), start=False))
    until(lambda: paused(engine, batch))
    assert processes() - before == 1, "the one that plans"


def paused(engine: Engine, batch: int) -> bool:
    with Reader(engine.path) as reader:
        found = reader.batch(batch)
    return found is not None and found.state is BatchState.PAUSED
