"""The plug is pulled while batches are undone, and people edit outputs in between.

However often: at the end every original is back, every output that nobody changed is gone, what was edited is there to
the byte, nothing else is, and the report is that of an undo that nobody disturbed.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.store.reader import Reader
from tests.crash.figures import SEED, Figures, kills
from tests.crash.program import Program, kill

KILLS = kills(5, 0.04)
RESTORED, REMOVED = 200, 40  # files of the batch that replaced its inputs, and of each that wrote beside them
EDITS = 2  # by a person, after each kill
FEW = 10  # files: with fewer left a batch is as good as undone
LONGEST_UNDO = 60.0  # seconds
MARK = "edited by hand"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")


def content(path: Path) -> str | None:
    """What stands at `path` at this moment; None when nothing does."""
    try:
        return path.read_text()
    except FileNotFoundError:
        return None


@dataclass
class Undone:
    """A batch of tables that is being undone. `files`: its outputs -> what the undo makes of each."""

    number: int
    files: dict[Path, str | None]
    edited: dict[Path, str] = field(default_factory=dict)

    @property
    def left(self) -> list[Path]:
        """Outputs that still stand."""
        return [path for path, after in self.files.items() if content(path) not in (None, after)]

    def edit(self, dice: random.Random) -> None:
        """A person changes some of the outputs that still stand."""
        candidates = [path for path in self.left if path not in self.edited]
        for path in dice.sample(candidates, min(EDITS, len(candidates))):
            self.edited[path] = f"{path.read_text()}{MARK}\n"
            path.write_text(self.edited[path])


class Bench(Program):
    """The program, and batches of tables on it."""

    def add(self, name: str, count: int, place: dict[str, str]) -> Undone:
        """A batch that drops the first row of each of `count` tables."""
        folder = self.folder / name
        folder.mkdir()
        for number in range(count):
            (folder / f"t{number}.csv").write_text(f"n\n0\n{number + 1}\n")
        steps = [{"do": "filter", "where": "num(n) > 0"}]
        recipe = self.recipe(name, kind="table", steps=steps, place=place)
        done = self.run("add", "--recipe", recipe, folder)
        assert done.returncode == 0, done.stderr.decode()
        replaces = place["folder"] == "{source}"
        out = folder if replaces else folder / "made" / "here"
        files = {out / f"t{n}.csv": f"n\n0\n{n + 1}\n" if replaces else None for n in range(count)}
        return Undone(int(done.stdout), files)

    def undo(self, batch: Undone) -> dict[str, Any]:
        """Undo to the end; what it reports."""
        done = self.run("undo", batch.number, "--json")
        assert done.returncode in (0, 1), done.stderr.decode()
        report: dict[str, Any] = json.loads(done.stdout)
        return report

    def pull_the_plug(self, batch: Undone, dice: random.Random) -> bool:
        """Begin the undo and kill the program some time after it has begun with the files; False when it came to its
        end before."""
        before = len(batch.left)
        wanted = before - dice.randint(1, max(1, min(before - 1, before // 3)))
        process = self.start("undo", batch.number)
        ends = time.monotonic() + LONGEST_UNDO
        while len(batch.left) > wanted and process.poll() is None and time.monotonic() < ends:
            pass  # a program that was waited for politely would be through
        return kill(process)


def undo_under_fire(folder: Path, times: int, seed: int) -> list[Undone]:
    """Undo batches of both kinds while the program is killed `times` times; the batches."""
    dice = random.Random(seed)
    bench = Bench(folder)
    replaced = bench.add("replaced", RESTORED, {"folder": "{source}", "exists": "replace"})
    batches = [replaced, *(_beside(bench, number) for number in range(times // 2))]
    bench.work()
    for batch in batches:
        assert len(batch.left) == len(batch.files)
        batch.edit(dice)
    landed = 0
    while landed < times:
        untouched = [batch for batch in batches if len(batch.left) == len(batch.files)]
        under_way = [batch for batch in batches if len(batch.left) - len(batch.edited) >= FEW]
        if not under_way:  # a fast machine: it was through before the kill
            batches.append(_beside(bench, len(batches)))
            bench.work()
            continue
        batch = (untouched or under_way)[-1]
        landed += bench.pull_the_plug(batch, dice)
        bench.check_queue()
        batch.edit(dice)
    for batch in batches:
        _check(bench, batch)
    bench.check_queue()
    bench.check_no_leftovers()
    with Reader(bench.queue) as reader:
        assert all(batch.undone is not None for batch in reader.batches())
    assert len(list((folder / "data" / "kept" / str(replaced.number)).iterdir())) == RESTORED
    return batches


def _beside(bench: Bench, number: int) -> Undone:
    return bench.add(f"beside{number}", REMOVED, {"folder": "{source}/made/here", "exists": "number"})


def _check(bench: Bench, batch: Undone) -> None:
    report = bench.undo(batch)
    assert bench.undo(batch) == report
    count = len(batch.files) - len(batch.edited)
    restores = None not in batch.files.values()
    assert (report["restored"], report["removed"]) == ((count, 0) if restores else (0, count))
    assert {Path(one["path"]) for one in report["left"]} == set(batch.edited)
    for path, after in batch.files.items():
        expected = batch.edited.get(path, after)
        assert content(path) == expected
    if not restores:
        (folder,) = {path.parent for path in batch.files}
        assert folder.exists() == bool(batch.edited)
        assert {path.name for path in folder.glob("*")} == {path.name for path in batch.edited}


def test_an_undo_that_is_killed_ends_as_if_it_had_not_been(
    scene: Path, keep_figures: Callable[[Figures], None]
) -> None:
    figures = Figures("batches are undone")
    keep_figures(figures)
    batches = undo_under_fire(scene, KILLS, SEED)
    figures.victims["command"] += KILLS
    figures.restarts += KILLS
    figures.jobs += sum(len(batch.files) for batch in batches)
    assert any(batch.edited for batch in batches)
