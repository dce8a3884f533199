"""The program as the kill tests see it: its commands, its processes, its queue's file.

Owns: starting, finding and killing processes. Must not know: what they work on.
"""

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from app.core.states import Outcome
from app.store.reader import Reader

ROOT = Path(__file__).parents[2]
DATA_NAMES = {"progress.board", "settings.json", "logs", "control", "kept"}
DATA_NAMES |= {f"queue.db{tail}" for tail in ("", "-wal", "-shm", ".lock")}
LONGEST_COMMAND = 240.0  # seconds: one that takes longer hangs
CUT_OFF = (Outcome.INTERRUPTED, "WORKER_DIED")


class Program:
    """Dropmill on one data folder. Delays of retries last a thousandth."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.queue = self.data / "queue.db"
        self._environment = {**os.environ, "DROPMILL_RETRY_SCALE": "0.001", "PYTHONPATH": str(ROOT)}

    def command(self, *words: object) -> list[str]:
        return [sys.executable, "-m", "app", "--data-dir", str(self.data), "--jobs", "2", *map(str, words)]

    def run(self, *words: object) -> subprocess.CompletedProcess[bytes]:
        """Run a command to its end."""
        return subprocess.run(
            self.command(*words),
            cwd=ROOT,
            env=self._environment,
            capture_output=True,
            check=False,
            timeout=LONGEST_COMMAND,
        )

    def start(self, *words: object, said: Path = Path(os.devnull)) -> "subprocess.Popen[bytes]":
        """Start a command; what it says on standard output goes to the file `said`."""
        with said.open("wb") as out:
            return subprocess.Popen(
                self.command(*words), cwd=ROOT, env=self._environment, stdout=out, stderr=subprocess.DEVNULL
            )

    def work(self) -> None:
        """Work until nothing can go on."""
        last = self.run("work")
        assert last.returncode in (0, 1), last.stderr.decode()

    def recipe(self, name: str, **values: object) -> Path:
        """A recipe file."""
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps({"dropmill": 1, "name": name, **values}))
        return path

    def account(self, name: str, port: int, *limits: object) -> None:
        """Add the account of a server on this machine; `limits`: options of the command."""
        where = ("--host", "127.0.0.1", "--port", port, "--security", "none", "--from", "a@example.org")
        done = self.run("account", "add", name, *where, *limits)
        assert done.returncode == 0, done.stderr.decode()

    def check_queue(self) -> None:
        """What holds at any moment. Looks only: a reader does not settle the log that a dead program left."""
        if not self.queue.exists():
            return
        uri = f"{self.queue.as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            twice = "SELECT job FROM attempt WHERE outcome = 'done' GROUP BY job, generation HAVING count(*) > 1"
            assert connection.execute(twice).fetchall() == [], "jobs were done twice"
        with Reader(self.queue) as reader:
            for batch in reader.batches():
                assert batch.counts == reader.recount(batch.id), f"counters of batch {batch.id}"

    def check_no_leftovers(self) -> None:
        """What holds after the clean-up of a start."""
        assert [path for path in self.folder.rglob("*") if path.suffix == ".part"] == []
        assert {path.name for path in self.data.iterdir()} <= DATA_NAMES

    def attempts_cut_off(self) -> Iterator[tuple[str, int]]:
        """(name of the recipe, attempts that a kill ended)."""
        with contextlib.closing(sqlite3.connect(self.queue)) as connection:
            yield from connection.execute(
                "SELECT batch.recipe_name, count(*) FROM attempt JOIN job ON job.id = attempt.job"
                " JOIN batch ON batch.id = job.batch WHERE attempt.outcome = ? OR attempt.error_code = ?"
                " GROUP BY batch.recipe_name",
                CUT_OFF,
            )


def workers(process: "subprocess.Popen[bytes]") -> list[psutil.Process]:
    """The worker processes of the program."""
    found: list[psutil.Process] = []
    with contextlib.suppress(psutil.Error):
        for child in psutil.Process(process.pid).children():
            with contextlib.suppress(psutil.Error):
                if any("spawn_main" in word for word in child.cmdline()):
                    found.append(child)
    return found


def signalled(process: psutil.Process, number: signal.Signals) -> bool:
    """Send a signal; False when the process has ended."""
    try:
        alive = bool(process.status() != psutil.STATUS_ZOMBIE)
        process.send_signal(number)
    except psutil.NoSuchProcess:
        return False
    return alive


def kill(process: "subprocess.Popen[bytes]") -> bool:
    """Pull the plug; False when the program had come to its end before."""
    alive = process.poll() is None
    process.kill()
    process.wait()
    return alive and process.returncode == -signal.SIGKILL


def wait_for_workers(process: "subprocess.Popen[bytes]", seconds: float) -> bool:
    """Until the program has a worker; False when it ended or has none within `seconds`."""
    ends = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < ends:
        if workers(process):
            return True
        time.sleep(0.01)
    return False
