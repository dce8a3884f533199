"""Tables whose inputs and outputs are not one to one, through the whole engine."""

import json
import os
from pathlib import Path

from app.core.states import JobState
from app.engine.commands import Submission
from app.engine.engine import Engine
from app.store.reader import Reader
from tests.engine.conftest import finish


def submit(engine: Engine, folder: Path, steps: list[dict[str, object]], out: Path) -> int:
    recipe = json.dumps({"dropmill": 1, "kind": "table", "name": "Together", "steps": steps})
    return engine.submit(Submission("table", recipe, "Together", (str(folder),), "Together", str(out)))


def test_all_inputs_into_one_file_and_that_into_several(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.csv").write_text("id,c\n1,x\n2,y\n")
    (folder / "sub" / "b.csv").write_text("c,id\nx,3\n")
    steps: list[dict[str, object]] = [{"do": "concat"}, {"do": "split", "by": "c"}]
    batch = submit(engine, folder, steps, tmp_path / "out")
    (job,) = finish(engine, batch).values()
    assert (job.state, job.title) == (JobState.DONE, "Together")
    assert [os.path.relpath(path, tmp_path / "out") for path in job.outputs] == ["Together-x.csv", "Together-y.csv"]
    assert [Path(path).read_text() for path in job.outputs] == ["id,c\n1,x\n3,x\n", "id,c\n2,y\n"]


def test_a_retry_takes_a_repaired_input(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.csv").write_text("id,c\n1,x\n")
    (folder / "b.csv").touch()
    batch = submit(engine, folder, [{"do": "concat"}], tmp_path / "out")
    (job,) = finish(engine, batch).values()
    assert (job.state, job.code) == (JobState.FAILED, "EMPTY_FILE")
    (folder / "b.csv").write_text("id,c\n2,y\n")
    engine.retry([job.id])
    finish(engine, batch)
    with Reader(engine.path) as reader:
        (again,) = reader.jobs([job.id])
    assert again.state is JobState.DONE
    assert Path(again.outputs[0]).read_text() == "id,c\n1,x\n2,y\n"
