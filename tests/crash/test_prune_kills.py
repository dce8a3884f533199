"""The plug is pulled while old rows go and the file becomes smaller: any prefix of that work is a whole queue."""

import contextlib
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.retention import DAY_MS
from app.store.reader import Reader
from tests.crash.figures import SEED, Figures, kills
from tests.crash.program import ROOT
from tests.store.queue_file import NOW, QueueFile, new_job

KILLS = kills(5, 0.04)
JOBS = 4_000  # for each kill
LONGEST_RUN = 0.1  # seconds from the first step to the kill

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")

CLEANER = f"""
import sys
from pathlib import Path
from app.core.retention import Retention
from app.store import retention
from app.store.writer import Writer
retention.CHUNK, retention.VACUUM_PAGES, retention.LEAST_FREE_PAGES = 20, 2, 4
writer = Writer(Path(sys.argv[1]), lambda: {NOW + 8 * DAY_MS}, lambda events: None, lambda code, words: None)
print("begun", flush=True)
steps = (lambda tx: retention.prune(tx, Retention()), retention.vacuum)
while any([writer.call(step) for step in steps]):
    pass
retention.shorten_log(Path(sys.argv[1]))
writer.close()
"""


def prune_under_fire(folder: Path, times: int, seed: int) -> int:
    """Clean an old queue while the program is killed `times` times. At how many different moments."""
    dice = random.Random(seed)
    path = folder / "queue.db"
    total = _fill(path, JOBS * times)
    whole = path.stat().st_size
    landed, moments = 0, set[int]()
    while landed < times:
        process = _cleaner(path)
        time.sleep(dice.uniform(0.0, LONGEST_RUN))
        alive = process.poll() is None
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()
        moments.add(_check(path, total))
        landed += alive
        if not alive:  # a fast machine: all is clean
            total += _fill(path, JOBS)
    last = _cleaner(path)
    assert last.communicate(timeout=60)[0] == b""
    assert last.returncode == 0
    assert _check(path, total) == 0
    assert path.stat().st_size < whole / 4
    return len(moments)


def _fill(path: Path, count: int) -> int:
    """Four old batches with `count` jobs in all."""
    store = QueueFile(path, f"{random.getrandbits(64):x}")
    for _ in range(4):
        store.cancel(batch=store.batch([new_job(number, message="x" * 400) for number in range(count // 4)]))
    store.close()
    return count // 4 * 4


def _cleaner(path: Path) -> subprocess.Popen[bytes]:
    """The cleaning program, which has begun."""
    process = subprocess.Popen([sys.executable, "-c", CLEANER, str(path)], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    return process


def _check(path: Path, total: int) -> int:
    """What holds at any moment; the number of jobs that are still there."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with Reader(path) as reader:
        batches = reader.batches()
        for batch in batches:
            assert batch.counts == reader.recount(batch.id)
        left = sum(batch.counts.total for batch in batches)
        assert left + sum(batch.pruned for batch in batches) == total
    return left


def test_cleaning_that_is_killed_leaves_a_whole_queue(scene: Path, keep_figures: Callable[[Figures], None]) -> None:
    figures = Figures("old rows go, the file shrinks")
    keep_figures(figures)
    steps = prune_under_fire(scene, KILLS, SEED)
    figures.victims["store"] += KILLS
    figures.restarts += KILLS
    figures.jobs += JOBS * KILLS
    assert steps > 2, "kills hit the work"
