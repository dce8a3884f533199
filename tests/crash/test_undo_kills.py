"""The plug is pulled while batches are undone, and people edit outputs in between.

However often: at the end every original is back, every output that nobody changed is gone, what was edited is there to
the byte, nothing else is, and the report is that of an undo that nobody disturbed.
"""

import contextlib
import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.store.reader import Reader

ROOT = Path(__file__).parents[2]
SEED = 20261124
KILLS = 20 if int(os.environ.get("DROPMILL_KILLS", "0")) >= 100 else 5
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


class Bench:
    """The program on one data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.queue = folder / "data" / "queue.db"

    def command(self, *args: object) -> list[str]:
        return [sys.executable, "-m", "app", "--data-dir", str(self.folder / "data"), "--jobs", "2", *map(str, args)]

    def run(self, *args: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(self.command(*args), cwd=ROOT, capture_output=True, check=False)

    def add(self, name: str, count: int, place: dict[str, str]) -> Undone:
        """A batch that drops the first row of each of `count` tables."""
        folder = self.folder / name
        folder.mkdir()
        for number in range(count):
            (folder / f"t{number}.csv").write_text(f"n\n0\n{number + 1}\n")
        steps = [{"do": "filter", "where": "num(n) > 0"}]
        recipe = self.folder / f"{name}.json"
        recipe.write_text(json.dumps({"dropmill": 1, "kind": "table", "steps": steps, "place": place}))
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
        process = subprocess.Popen(
            self.command("undo", batch.number), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        ends = time.monotonic() + LONGEST_UNDO
        while len(batch.left) > wanted and process.poll() is None and time.monotonic() < ends:
            pass  # a program that was waited for politely would be through
        alive = process.poll() is None
        process.kill()
        process.wait()
        return alive


def undo_under_fire(folder: Path, kills: int, seed: int = SEED) -> int:
    """Undo batches of both kinds while the program is killed `kills` times. The number of files that were edited."""
    dice = random.Random(seed)
    bench = Bench(folder)
    replaced = bench.add("replaced", RESTORED, {"folder": "{source}", "exists": "replace"})
    batches = [replaced, *(_beside(bench, number) for number in range(kills // 2))]
    assert bench.run("work").returncode == 0
    for batch in batches:
        assert len(batch.left) == len(batch.files)
        batch.edit(dice)
    landed = 0
    while landed < kills:
        untouched = [batch for batch in batches if len(batch.left) == len(batch.files)]
        under_way = [batch for batch in batches if len(batch.left) - len(batch.edited) >= FEW]
        if not under_way:  # a fast machine: it was through before the kill
            batches.append(_beside(bench, len(batches)))
            assert bench.run("work").returncode == 0
            continue
        batch = (untouched or under_way)[-1]
        landed += bench.pull_the_plug(batch, dice)
        batch.edit(dice)
    for batch in batches:
        _check(bench, batch)
    _check_queue(bench)
    assert list(folder.rglob("*.part")) == []
    assert len(list((folder / "data" / "kept" / str(replaced.number)).iterdir())) == RESTORED
    return sum(len(batch.edited) for batch in batches)


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


def _check_queue(bench: Bench) -> None:
    with contextlib.closing(sqlite3.connect(bench.queue)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Reader(bench.queue) as reader:
        for batch in reader.batches():
            assert batch.counts == reader.recount(batch.id)
            assert batch.undone is not None


def test_an_undo_that_is_killed_ends_as_if_it_had_not_been(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    edited = undo_under_fire(tmp_path, KILLS)
    record_property("kills", KILLS)
    record_property("edited", edited)
