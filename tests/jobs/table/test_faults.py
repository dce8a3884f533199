"""Table jobs while the world breaks: killed at any touch of the disk, on a full drive, over a file that is written."""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.jobs.base import JobError
from app.jobs.registry import kind
from tests.jobs.conftest import ROOM
from tests.jobs.context import Context, plan_one
from tests.jobs.table.helpers import recipe

ROWS = 3000
DATA = b"id,name,amount\n" + b"".join(b"%05d,name %d,%d.50\n" % (i, i % 7, i % 100) for i in range(ROWS)) + b"x\n"
OLD = b"what stood here before\n"
WORKS: dict[str, tuple[list[dict[str, Any]], dict[str, Any]]] = {
    "copy": ([], {}),
    "row by row": ([{"do": "compute", "columns": {"gross": "round(num(amount) * 1.19, 2)"}}], {}),
    "whole": ([{"do": "sort", "by": [{"column": "name"}]}], {}),
    "split": ([{"do": "split", "by": "name"}], {}),
    "workbook": ([], {"write": {"format": "xlsx"}}),
    "database": ([], {"write": {"format": "sqlite"}}),
}
BLOCKS = {"blocks": 4096, "rows": 0}  # bytes


class Scene:
    """A job on a real file. `exists`: "replace" where a file of the target's name is there before."""

    def __init__(self, folder: Path, out: Path, work: str, exists: str = "number") -> None:
        steps, parts = WORKS[work]
        self.source = folder / "a.csv"
        self.source.write_bytes(DATA)
        self.out = out
        self.recipe = recipe(steps, place={"folder": str(out), "exists": exists}, **parts)
        self.job = plan_one(kind("table"), self.source, self.recipe)
        self.target = Path(self.job.outputs[0].path)

    def run(self, context: type[Context] = Context, block: int = 0) -> list[str]:
        """Do the job; the paths of its outputs."""
        options = {"table_block": block}
        outputs = {output.name: output for output in self.job.outputs}
        return list(kind("table").run(context(self.job.source, self.recipe, outputs, options=options)).outputs)

    def written(self) -> dict[str, bytes]:
        """What stands in the output folder, without temporary files and kept ones."""
        return {p.name: p.read_bytes() for p in self.out.glob("*") if p.is_file() and not p.name.endswith(".part")}


def killed_at(scene: Scene, event: int) -> bool:
    """Do the job in a process that is killed at its touch `event` of files; False when it came to its end before."""
    child = os.fork()
    if child == 0:  # nothing of the tests may go on in here
        left = event

        def hook(name: str, _arguments: tuple[Any, ...]) -> None:
            nonlocal left
            if name in ("open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.utime", "os.truncate"):
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.addaudithook(hook)
            scene.run()
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL)
    return status != 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills by signal")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("work", WORKS)
def test_a_kill_leaves_whole_files_or_none(tmp_path: Path, work: str) -> None:
    """At the touches of the disk in turn, the later ones with gaps. The target is what it was or what it becomes; doing
    it again ends well."""
    whole = Scene(tmp_path, tmp_path / "whole", work)
    whole.run()
    expected = whole.written()
    (tmp_path / "out").mkdir()
    kills = event = 0
    scene = Scene(tmp_path, tmp_path / "out", work, "replace")
    while True:
        for path in scene.out.glob("*.*"):
            if path.is_file():
                path.unlink()
        scene.target.write_bytes(OLD)
        if not killed_at(scene, event):
            break
        kills += 1
        event += 1 + event // 8
        found = scene.written()
        assert found.get(scene.target.name) in (OLD, expected.get(scene.target.name, OLD))
        for name in found.keys() - {scene.target.name}:
            assert found[name] == expected[name]
        assert scene.source.read_bytes() == DATA
    assert kills >= 5
    scene.run()
    assert {name: data for name, data in scene.written().items() if data != OLD} == expected


@pytest.mark.parametrize("blocks", BLOCKS)
@pytest.mark.parametrize("work", WORKS)
def test_a_full_drive_has_whole_files_or_none(tmp_path: Path, small_drive: Path, work: str, blocks: str) -> None:
    """Wherever the room ends. Of several outputs those that are there are whole."""
    whole = Scene(tmp_path, tmp_path / "whole", work)
    whole.run(block=BLOCKS[blocks])
    expected = whole.written()
    scene = Scene(tmp_path, small_drive / "out", work)
    ends = set[str]()
    for room in (0, 4096, 16384, 32768):
        filler = small_drive / "filler"
        filler.write_bytes(b"x" * (ROOM - room - 4096))
        try:
            scene.run(block=BLOCKS[blocks])
        except JobError as error:
            ends.add(error.failure.code)
            assert "no room left" in error.failure.message
        else:
            ends.add("done")
        found = scene.written()
        assert found.items() <= expected.items()
        assert work == "split" or not found or "done" in ends
        assert not list(small_drive.rglob("*.part"))
        shutil.rmtree(scene.out, ignore_errors=True)
        filler.unlink()
    assert "DISK_FULL" in ends
    assert ends <= {"DISK_FULL", "done"}
    assert scene.source.read_bytes() == DATA


def grown(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"90000,a,1.50\n")


def half_a_row(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b'90000,"a')


def cut(path: Path) -> None:
    os.truncate(path, len(DATA) // 2 + 3)


def rewritten(path: Path) -> None:
    path.write_bytes(DATA[::-1])


def replaced(path: Path) -> None:
    other = path.with_suffix(".new")
    other.write_bytes(DATA.replace(b"name", b"names"))
    os.replace(other, path)


@pytest.mark.parametrize("blocks", BLOCKS)
@pytest.mark.parametrize("change", [grown, half_a_row, cut, rewritten, replaced])
@pytest.mark.parametrize("work", WORKS)
def test_a_file_that_changes_under_work_is_told_so(
    tmp_path: Path, work: str, change: Callable[[Path], None], blocks: str
) -> None:
    (tmp_path / "out").mkdir()
    scene = Scene(tmp_path, tmp_path / "out", work, "replace")
    scene.target.write_bytes(OLD)

    class Changes(Context):
        def progress(self, done: float, total: float, phase: str = "") -> None:
            if not self.posts:
                change(scene.source)
            super().progress(done, total, phase)

    with pytest.raises(JobError, match=r"a\.csv was saved again") as caught:
        scene.run(Changes, block=BLOCKS[blocks])
    assert caught.value.failure.code == "SOURCE_CHANGED"
    assert scene.written() == {scene.target.name: OLD}
