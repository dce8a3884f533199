"""A real engine over a real queue, with the test kind registered, closed after each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.model import Job
from app.engine.clock import SystemClock
from app.engine.commands import Submission
from app.engine.engine import Engine
from app.engine.services import Services
from app.engine.session import open_queue
from app.jobs import registry
from app.store.reader import JobView, Reader
from tests.engine.hands import Hands
from tests.store.queue_file import QueueFile
from tests.waiting import until

RECIPE = '{"dropmill": 1, "kind": "test", "write": true}'


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[QueueFile]:
    """A queue's file with nothing in it and no engine around it."""
    made = QueueFile(tmp_path / "queue.db")
    yield made
    made.close()


@pytest.fixture
def hands(queue: QueueFile) -> Hands:
    return Hands(queue)


@pytest.fixture(autouse=True)
def test_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kind "test" of `kinds.py`, in this process and (handed over at their start) in its workers."""
    monkeypatch.setitem(registry.KINDS, "test", "tests.engine.kinds:TestKind")


class Clock(SystemClock):
    """The clock of the engine, whose time of day a test may set."""

    def __init__(self) -> None:
        self._offset = 0
        self._slept = 0.0

    def now_ms(self) -> int:
        return super().now_ms() + self._offset + round(self._slept * 1000)

    def steady(self) -> float:
        return super().steady() + self._slept

    def set(self, seconds: float) -> None:
        """A person sets the clock forward (or back, when negative)."""
        self._offset += round(seconds * 1000)

    def sleep(self, seconds: float) -> None:
        """The computer sleeps: time goes on, in every clock."""
        self._slept += seconds


@pytest.fixture(name="clock")
def settable_clock() -> Clock:
    """The clock of the engines that this test starts."""
    return Clock()


@pytest.fixture
def start(tmp_path: Path, clock: Clock) -> Iterator[Callable[..., Engine]]:
    """Start an engine on this test's data folder (again, after the last one was closed)."""
    engines: list[Engine] = []

    def begin(workers: int = 2, scale: float = 0.01, services: Services | None = None, **options: bool) -> Engine:
        engine = open_queue(tmp_path / "data", services or Services(), workers, scale, clock=clock, **options)
        assert isinstance(engine, Engine)
        engines.append(engine)
        engine.start()
        return engine

    yield begin
    for engine in engines:
        engine.close()


@pytest.fixture
def engine(start: Callable[..., Engine]) -> Engine:
    return start()


@pytest.fixture
def inputs(tmp_path: Path) -> Callable[..., list[str]]:
    """Make input files with the given stems; their content is their name."""

    def make(*stems: str) -> list[str]:
        folder = tmp_path / "in"
        folder.mkdir(exist_ok=True)
        paths = [folder / f"{stem}.txt" for stem in stems]
        for path in paths:
            path.write_text(path.name)
        return [str(path) for path in paths]

    return make


def submission(paths: list[str], **changes: object) -> Submission:
    values: dict[str, object] = {
        "kind": "test", "recipe": RECIPE, "recipe_name": "Test", "paths": tuple(paths), "title": "Test",
    }  # fmt: skip
    return Submission(**{**values, **changes})  # type: ignore[arg-type]


def finish(engine: Engine, batch: int, horizon: float = 30.0) -> dict[str, Job]:
    """Wait until nothing of `batch` goes on; its jobs by the stem of their input."""
    until(lambda: engine.settled(batch, horizon), 60)
    with Reader(engine.path) as reader:
        jobs = list(reader.iter_jobs(JobView(batch=batch)))
        assert reader.counts(batch) == reader.recount(batch)
    return {Path(job.input).stem: job for job in jobs}
