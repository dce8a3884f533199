"""What a person changes while the queue works: the number of workers, tries, how long what is over is remembered."""

from collections.abc import Callable

from app.core.retention import Retention
from app.core.states import JobState
from app.core.tuning import Tuning
from app.engine.engine import Engine
from app.engine.services import Services
from app.store.reader import Reader
from tests.engine.conftest import finish, submission
from tests.waiting import until

Inputs = Callable[..., list[str]]


def running(engine: Engine) -> int:
    with Reader(engine.path) as reader:
        return reader.counts().running


def test_more_and_fewer_workers_while_it_works(start: Callable[..., Engine], inputs: Inputs) -> None:
    engine = start(workers=1)
    batch = engine.submit(submission(inputs(*(f"sleep{n}" for n in range(4)))))
    until(lambda: running(engine) == 1)
    assert engine.busy() == (1, 1)
    engine.tune(Tuning(workers=3))
    until(lambda: running(engine) == 3 and engine.busy() == (3, 3))  # claimed a moment before the slots have it
    progress = engine.board_snapshot
    until(lambda: len(progress()) == 3)  # those that came later post their progress as well
    engine.tune(Tuning(workers=2))
    with Reader(engine.path) as reader:
        first = next(job.id for job in reader.iter_jobs() if job.state is JobState.RUNNING)
    engine.cancel([first])
    until(lambda: running(engine) == 2)
    assert engine.busy() == (2, 2), "the fourth waits: two are enough"
    with Reader(engine.path) as reader:
        assert reader.counts(batch).ready == 1
    engine.tune(Tuning())
    assert engine.busy()[1] == 1, "without a choice, as many as it began with"


def test_tries_as_a_person_allows_them(start: Callable[..., Engine], inputs: Inputs) -> None:
    engine = start(services=Services(tuning=Tuning(tries=2)))
    job = finish(engine, engine.submit(submission(inputs("local"))))["local"]
    assert (job.state, job.code, job.tries) == (JobState.FAILED, "SOURCE_LOCKED", 2)
    engine.tune(Tuning(tries=5))
    job = finish(engine, engine.submit(submission(inputs("localagain"))))["localagain"]
    assert (job.state, job.attempt) == (JobState.DONE, 3)


def test_what_is_over_is_forgotten_by_new_numbers_at_once(start: Callable[..., Engine], inputs: Inputs) -> None:
    engine = start()
    finish(engine, engine.submit(submission(inputs("a", "b"))))
    with Reader(engine.path) as reader:
        assert reader.counts().done == 2
    engine.remember(Retention(days=0, rows=0, grace_days=0))

    def left() -> int:
        with Reader(engine.path) as reader:
            return len(reader.job_ids())

    until(lambda: left() == 0)
