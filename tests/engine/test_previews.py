"""Previews through a real worker process: answers, failures, and what happens when another one is wanted."""

from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from app.engine.engine import Engine
from app.jobs.base import JobError
from tests.engine.conftest import RECIPE

Inputs = Callable[..., list[str]]


def test_a_preview_answers(engine: Engine, inputs: Inputs) -> None:
    (path,) = inputs("a")
    assert engine.previews.ask("test", RECIPE, path).result(30).data == {"path": path}


def test_the_newest_question_is_answered_and_older_ones_are_cancelled(engine: Engine, inputs: Inputs) -> None:
    paths = inputs(*(f"n{number}" for number in range(20)))
    asked = [engine.previews.ask("test", RECIPE, path) for path in paths]
    assert asked[-1].result(30).data == {"path": paths[-1]}
    assert all(answer.done() for answer in asked)
    assert sum(answer.cancelled() for answer in asked) >= 18


def test_a_slow_preview_does_not_hold_up_the_next_one(engine: Engine, inputs: Inputs) -> None:
    slow, quick = inputs("sleep", "a")
    engine.previews.ask("test", RECIPE, quick).result(30)
    first = engine.previews.ask("test", RECIPE, slow)
    assert engine.previews.ask("test", RECIPE, quick).result(30).data == {"path": quick}
    with pytest.raises(CancelledError):
        first.result(0)


def test_a_preview_that_kills_its_process_says_so_and_the_next_one_works(engine: Engine, inputs: Inputs) -> None:
    crash, good = inputs("crash", "a")
    with pytest.raises(JobError) as caught:
        engine.previews.ask("test", RECIPE, crash).result(30)
    assert caught.value.failure.code == "WORKER_DIED"
    assert engine.previews.ask("test", RECIPE, good).result(30).data == {"path": good}


def test_a_file_that_cannot_be_shown_says_why(engine: Engine, inputs: Inputs, tmp_path: Path) -> None:
    (bad,) = inputs("bad")
    with pytest.raises(JobError, match="CORRUPT"):
        engine.previews.ask("test", RECIPE, bad).result(30)
    with pytest.raises(JobError, match="SOURCE_GONE"):
        engine.previews.ask("test", RECIPE, str(tmp_path / "none.txt")).result(30)


def test_previews_end_with_the_engine(engine: Engine, inputs: Inputs) -> None:
    (slow,) = inputs("sleep")
    answer = engine.previews.ask("test", RECIPE, slow)
    engine.close()
    assert answer.cancelled()
    assert engine.previews.ask("test", RECIPE, slow).cancelled()
