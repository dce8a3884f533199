"""Secret keys that recipes name: handed to the workers, never kept in the queue."""

import hashlib
import hmac
from collections.abc import Callable
from pathlib import Path

from app.core.states import JobState
from app.engine.commands import Submission
from app.engine.engine import Engine
from app.engine.services import Services
from tests.engine.conftest import finish

RECIPE = (
    '{"dropmill": 1, "kind": "table",'
    ' "steps": [{"do": "hash", "columns": ["name"], "key_name": "people", "length": 16}]}'
)
KEY = "a-key-that-nobody-else-knows"


def run(engine: Engine, tmp_path: Path) -> tuple[JobState, str | None, str]:
    (tmp_path / "in").mkdir(exist_ok=True)
    path = tmp_path / "in" / "people.csv"
    path.write_text("id,name\n1,Anna\n")
    out = tmp_path / "out"
    batch = engine.submit(Submission("table", RECIPE, "Hash", (str(path),), "Hash", str(out)))
    (job,) = finish(engine, batch).values()
    return job.state, job.code, Path(job.outputs[0]).read_text() if job.outputs else ""


def test_a_key_reaches_the_step_and_nothing_else(start: Callable[..., Engine], tmp_path: Path) -> None:
    engine = start(services=Services(key=lambda name: KEY if name == "people" else None))
    digest = hmac.new(KEY.encode(), b"Anna", hashlib.sha256).hexdigest()[:16]
    assert run(engine, tmp_path) == (JobState.DONE, None, f"id,name\n1,{digest}\n")
    engine.close()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any("queue" in path.name for path in files)
    assert not [path for path in files if KEY.encode() in path.read_bytes()]


def test_a_key_that_is_not_there(start: Callable[..., Engine], tmp_path: Path) -> None:
    state, code, _ = run(start(), tmp_path)
    assert (state, code) == (JobState.FAILED, "KEY_MISSING")
