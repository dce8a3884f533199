"""Values that travel between processes arrive as they were."""

import pickle
from dataclasses import dataclass

import pytest

from app.core.packed import Packed
from app.engine.worker.messages import Task, TaskEnded
from app.jobs.base import PlannedOutput, Result, Source


@dataclass(frozen=True, slots=True)
class One(Packed):
    text: str


SOURCE = Source("/a/\udcff.jpg", "/a", 1, 2, 3)
VALUES = [
    One("x"),
    SOURCE,
    PlannedOutput("0", "/out/a.jpg"),
    Result(("/out/a.jpg",), None, {"table": {"read": 1}}, "note", 5),
    Task(1, 2, 3, SOURCE, (PlannedOutput("0", "/out/a.jpg"),), {"to": "x"}, None, {"/out/a.jpg": "{}"}),
    TaskEnded(1, 2, Result(), None, (), 3, 4),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_arrives_as_it_was(value: Packed) -> None:
    arrived = pickle.loads(pickle.dumps(value))
    assert arrived == value
    assert type(arrived) is type(value)
