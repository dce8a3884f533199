"""The plug is pulled while folders are watched: each version of a file becomes one job, whenever the program dies."""

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from app.store.reader import Reader
from tests.waiting import until

KILLS = max(5, int(os.environ.get("DROPMILL_KILLS", "6")) // 10)
SEED = 20261124
ROOT = Path(__file__).parents[2]
NEW_FILES = 4  # that come in between two kills
SHORTEST_RUN, LONGEST_RUN = 2.2, 4.0  # seconds: around the moment at which files have come to rest and are taken

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")

Version = tuple[str, int, int]  # path, size, mtime_ns


class Inbox:
    """A watched folder, and every version of its files that was ever there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "inbox"
        self.folder.mkdir()
        self.data = folder / "data"
        self.queue = self.data / "queue.db"
        self.versions: set[Version] = set()
        self.environment = {**os.environ, "DROPMILL_RETRY_SCALE": "0.001", "PYTHONPATH": str(ROOT)}
        self._files = 0

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "app", "--data-dir", str(self.data), "--jobs", "1", *arguments]

    def write(self, name: str, rows: int) -> None:
        """A new file, or a new version of one."""
        path = self.folder / name
        path.write_text("n\n" + "".join(f"{row}\n" for row in range(rows)))
        status = path.stat()
        self.versions.add((str(path), status.st_size, status.st_mtime_ns))

    def come_in(self, dice: random.Random) -> None:
        for _file in range(NEW_FILES):
            self._files += 1
            self.write(f"t{self._files}.csv", dice.randint(1, 50))

    def come_again(self, dice: random.Random) -> None:
        """One file that is done as it is now is saved again. (A version that is written over sooner is gone.)"""
        done = sorted(job[0] for job in self.jobs() if job[3] == "done" and self.is_there(job[:3]))
        if done:
            self.write(Path(dice.choice(done)).name, dice.randint(51, 100))

    @staticmethod
    def is_there(version: Version) -> bool:
        path, *seen = version
        status = Path(path).stat()
        return seen == [status.st_size, status.st_mtime_ns]

    def taken(self) -> dict[str, tuple[int, int]]:
        with Reader(self.queue) as reader:
            return reader.watch_taken(1)

    def jobs(self) -> list[tuple[str, int, int, str]]:
        with contextlib.closing(sqlite3.connect(self.queue)) as connection:
            return connection.execute("SELECT input, size, mtime_ns, state FROM job").fetchall()

    def start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command("work", "--forever"),
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def test_kills_take_no_version_twice_and_lose_none(tmp_path: Path) -> None:
    dice = random.Random(SEED)
    inbox = Inbox(tmp_path)
    recipe = tmp_path / "recipe.json"
    steps = [{"do": "filter", "where": "num(n) >= 0"}]
    recipe.write_text(json.dumps({"dropmill": 1, "kind": "table", "name": "Numbers", "steps": steps}))
    add = inbox.command("watch", "add", str(inbox.folder), "--recipe", str(recipe), "--polled")
    subprocess.run(add, cwd=ROOT, env=inbox.environment, check=True, capture_output=True)
    for _kill in range(KILLS):
        inbox.come_in(dice)
        inbox.come_again(dice)
        process = inbox.start()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(dice.uniform(SHORTEST_RUN, LONGEST_RUN))
        process.kill()
        process.wait()
    last = inbox.start()
    try:
        until(lambda: len(inbox.jobs()) >= len(inbox.versions) and all(job[3] == "done" for job in inbox.jobs()), 120)
    finally:
        last.send_signal(signal.SIGTERM)
        last.wait(30)
    jobs = Counter((path, size, mtime_ns) for path, size, mtime_ns, _state in inbox.jobs())
    assert jobs == Counter(inbox.versions), "each version is one job"
    latest = {path: (size, mtime_ns) for path, size, mtime_ns in sorted(inbox.versions, key=lambda one: one[2])}
    assert inbox.taken() == latest
    with Reader(inbox.queue) as reader:
        for batch in reader.batches(dismissed=True):
            assert batch.counts == reader.recount(batch.id)
            assert batch.counts.total > 0, "no batch without a file"
