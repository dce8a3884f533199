"""The plug is pulled while folders are watched: each version of a file becomes one job, whenever the program dies."""

import contextlib
import random
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from app.store.reader import Reader
from tests.crash.figures import SEED, Figures, kills
from tests.crash.program import Program, kill
from tests.waiting import until

KILLS = kills(4, 0.06)
NEW_FILES = 4  # that come in between two kills
SHORTEST_RUN, LONGEST_RUN = 2.2, 4.0  # seconds: around the moment at which files have come to rest and are taken

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")

Version = tuple[str, int, int]  # path, size, mtime_ns


class Inbox(Program):
    """A watched folder, and every version of its files that was ever there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        self.versions: set[Version] = set()
        self._files = 0

    def write(self, name: str, rows: int) -> None:
        """A new file, or a new version of one."""
        path = self.inbox / name
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


def test_kills_take_no_version_twice_and_lose_none(scene: Path, keep_figures: Callable[[Figures], None]) -> None:
    dice, figures = random.Random(SEED), Figures("folders are watched")
    keep_figures(figures)
    inbox = Inbox(scene)
    recipe = inbox.recipe("Numbers", kind="table", steps=[{"do": "filter", "where": "num(n) >= 0"}])
    added = inbox.run("watch", "add", inbox.inbox, "--recipe", recipe, "--polled")
    assert added.returncode == 0, added.stderr.decode()
    while figures.kills < KILLS:
        inbox.come_in(dice)
        inbox.come_again(dice)
        process = inbox.start("work", "--forever")
        figures.restarts += 1
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(dice.uniform(SHORTEST_RUN, LONGEST_RUN))
        figures.victims["program"] += kill(process)
        inbox.check_queue()
    last = inbox.start("work", "--forever")
    try:
        until(lambda: len(inbox.jobs()) >= len(inbox.versions) and all(job[3] == "done" for job in inbox.jobs()), 60)
    finally:
        last.send_signal(signal.SIGTERM)
        last.wait(30)
    figures.jobs += len(inbox.jobs())
    jobs = Counter((path, size, mtime_ns) for path, size, mtime_ns, _state in inbox.jobs())
    assert jobs == Counter(inbox.versions), "each version is one job"
    latest = {path: (size, mtime_ns) for path, size, mtime_ns in sorted(inbox.versions, key=lambda one: one[2])}
    assert inbox.taken() == latest
    inbox.check_queue()
    inbox.run("work")  # one that ends by itself: the last one may have been told to end before it had begun
    inbox.check_no_leftovers()
    with Reader(inbox.queue) as reader:
        for batch in reader.batches(dismissed=True):
            assert batch.counts == reader.recount(batch.id)
            assert batch.counts.total > 0, "no batch without a file"
