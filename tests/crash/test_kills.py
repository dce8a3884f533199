"""The plug is pulled, again and again: `kill -9` of the program and of its workers at random moments.

Pictures, tables and e-mails go through the real program while it is killed `DROPMILL_KILLS` times (a few in the
ordinary run, 100 in `make test-crash`). Afterwards: no job lost, no output half or twice, sources untouched, no e-mail
sent twice, each one sent or *unconfirmed*, counters equal to a recount.
"""

import asyncio
import contextlib
import csv
import hashlib
import itertools
import json
import logging
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from PIL import Image

from app.core.states import BatchState, JobState
from app.store.reader import JobView, Reader

log = logging.getLogger(__name__)
KILLS = int(os.environ.get("DROPMILL_KILLS", "6"))
SEED = 20261124
ROOT = Path(__file__).parents[2]
PICTURES, TABLES, LETTERS = 24, 16, 60  # of one round; rounds are added until enough kills have hit work
LONGEST_RUN = 2.5  # seconds from the start of the program to its kill, at first
SHORTEST_RUN, FASTER, SLOWER = 0.7, 0.8, 1.05  # a fast machine is shot sooner: a program that has ended proves nothing
MOST_IN_FLIGHT = 4  # connections to a server on this machine: so many messages can be in doubt after one kill
MANY_FILES, MANY_PEOPLE = 500, 2000
SLOW_REPLY = 0.02  # seconds: long enough that kills find messages between their dot and the answer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")


class Post:
    """An SMTP server that counts what it took. It answers late, half of the time after it has taken the message."""

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()
        self._random = random.Random(SEED)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content
        assert isinstance(content, bytes)
        head = content.partition(b"\r\n\r\n")[0].decode("ascii")
        (identity,) = (line[12:] for line in head.split("\r\n") if line.startswith("Message-ID: "))
        before = self._random.random() < 0.5
        await asyncio.sleep(SLOW_REPLY if before else 0)
        self.taken[identity] += 1
        await asyncio.sleep(0 if before else SLOW_REPLY)
        return "250 2.0.0 taken"


@contextlib.contextmanager
def serving(post: Post) -> Iterator[int]:
    """The server on a free port of this machine, in a thread of its own."""
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    ports: list[int] = []

    async def main() -> None:
        server = await loop.create_server(lambda: SMTP(post, hostname="localhost"), "127.0.0.1", 0)
        ports.append(server.sockets[0].getsockname()[1])
        ready.set()
        await stop.wait()
        server.close()

    stop = asyncio.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(main()))
    thread.start()
    assert ready.wait(10)
    yield ports[0]
    loop.call_soon_threadsafe(stop.set)
    thread.join()
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()


@dataclass
class Bench:
    """The program on one data folder, and what it was given."""

    folder: Path
    port: int
    rounds: int = 0
    patience: float = LONGEST_RUN
    sources: dict[Path, str] = field(default_factory=dict)

    @property
    def queue(self) -> Path:
        return self.folder / "data" / "queue.db"

    def command(self, *args: str) -> list[str]:
        return [sys.executable, "-m", "app", "--data-dir", str(self.folder / "data"), "--jobs", "2", *args]

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "DROPMILL_RETRY_SCALE": "0.001", "PYTHONPATH": str(ROOT)}

    def run(self, *args: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(self.command(*args), cwd=ROOT, env=self.environment, capture_output=True, check=False)

    def recipe(self, name: str, value: dict[str, object]) -> str:
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps({"dropmill": 1, "name": name, **value}))
        return str(path)

    def add_round(self) -> None:
        """One more batch of each kind."""
        self.rounds += 1
        folder = self.folder / f"round{self.rounds}"
        folder.mkdir()
        image = self.recipe("small", {"kind": "image", "steps": [{"do": "resize", "mode": "long-edge", "size": 200}]})
        table = self.recipe("table", {"kind": "table", "steps": [{"do": "filter", "where": "num(n) > 100"}]})
        mail = self.recipe(
            "mail",
            {
                "kind": "mail",
                "account": "post",
                "message": {"to": "{{ email }}", "subject": "Hello {{ email }}", "text": "A"},
            },
        )
        for kind, recipe, make in (("pictures", image, _picture), ("tables", table, _table)):
            (folder / kind).mkdir()
            for number in range(PICTURES if kind == "pictures" else TABLES):
                self._keep(make(folder / kind, number))
            self.add("--recipe", recipe, str(folder / kind))
        people = folder / "people.csv"
        people.write_text("email\n" + "".join(f"p{i}.r{self.rounds}@example.org\n" for i in range(LETTERS)))
        self._keep(people)
        self.add("--recipe", mail, "--send", str(people))

    def _keep(self, path: Path) -> None:
        self.sources[path] = hashlib.sha256(path.read_bytes()).hexdigest()

    def add(self, *args: str) -> None:
        done = self.run("add", *args)
        assert done.returncode == 0, done.stderr.decode()


def _picture(folder: Path, number: int) -> Path:
    path = folder / f"p{number}.jpg"
    Image.effect_noise((900, 600), 60).convert("RGB").save(path, quality=90)
    return path


def _table(folder: Path, number: int) -> Path:
    path = folder / f"t{number}.csv"
    path.write_text("n,text\n" + "".join(f"{n},row {number}\n" for n in range(4000)))
    return path


def _children(pid: int) -> list[int]:
    """Worker processes of the program `pid`."""
    with contextlib.suppress(OSError):
        found: list[int] = []
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += [int(child) for child in (task / "children").read_text().split()]
        return found
    return []


def _pull_the_plug(
    bench: Bench,
    dice: random.Random,
    *command: str,
    said: Path = Path(os.devnull),
    fates: Sequence[str] = ("nothing", "shoot", "freeze"),
) -> bool:
    """Run the program and kill it, or shoot or freeze some of its workers first; False when it came to its end before.
    What it says goes to the file `said`."""
    with said.open("wb") as out:
        process = subprocess.Popen(
            bench.command(*command), cwd=ROOT, env=bench.environment, stdout=out, stderr=subprocess.DEVNULL
        )
    ends = time.monotonic() + dice.uniform(0.4, bench.patience if command == ("work",) else LONGEST_RUN / 2)
    fate = dice.choice(fates)
    while process.poll() is None and time.monotonic() < ends:
        if fate != "nothing" and dice.random() < 0.05:
            for child in _children(process.pid)[:1]:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL if fate == "shoot" else dice.choice((signal.SIGSTOP, signal.SIGCONT)))
        time.sleep(0.02)
    if process.poll() is not None:
        return False
    process.kill()
    process.wait()
    return True


def test_kills_lose_nothing_and_send_nothing_twice(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    dice = random.Random(SEED)
    post = Post()
    with serving(post) as port:
        bench = Bench(tmp_path, port)
        account = ["account", "add", "post", "--host", "127.0.0.1", "--port", str(port), "--security", "none"]
        assert bench.run(*account, "--from", "a@example.org").returncode == 0
        bench.add_round()
        kills = 0
        while kills < KILLS:
            if _pull_the_plug(bench, dice, "work"):
                kills += 1
                bench.patience = min(LONGEST_RUN, bench.patience * SLOWER)
            else:
                bench.patience = max(SHORTEST_RUN, bench.patience * FASTER)
                bench.add_round()
        # Workers that were shot twice in the same job's time set it aside: that is listed, not lost.
        last = bench.run("work")
        assert last.returncode in (0, 1), last.stderr.decode()
        bench.run("retry", "--all")
        last = bench.run("work")
        assert last.returncode in (0, 1), last.stderr.decode()
    _check_queue(bench)
    _check_files(bench)
    _check_post(bench, post)
    with Reader(bench.queue) as reader:
        counts = reader.counts(None)
    record_property("kills", kills)
    record_property("unconfirmed", counts.unconfirmed)
    log.info("%d kills, %d messages taken, %d unconfirmed", kills, sum(post.taken.values()), counts.unconfirmed)
    assert counts.unconfirmed <= kills * MOST_IN_FLIGHT


def test_kills_while_drops_are_looked_through(tmp_path: Path) -> None:
    """A folder and a list of recipients that take seconds to look through: after any number of kills each is there
    wholly, once, and no message goes out that nobody sent off."""
    dice = random.Random(SEED)
    bench = Bench(tmp_path, 0)
    folder, people = tmp_path / "many", tmp_path / "people.csv"
    folder.mkdir()
    for number in range(MANY_FILES):
        (folder / f"t{number}.csv").write_text(f"n\n{number}\n")
    people.write_text("email\n" + "".join(f"p{i}@example.org\n" for i in range(MANY_PEOPLE)))
    account = ["account", "add", "post", "--host", "127.0.0.1", "--port", "9", "--security", "none"]
    assert bench.run(*account, "--from", "a@example.org").returncode == 0
    table = bench.recipe("table", {"kind": "table", "steps": [{"do": "filter", "where": "num(n) >= 0"}]})
    message = {"to": "{{ email }}", "subject": "Hello", "text": "A"}
    mail = bench.recipe("mail", {"kind": "mail", "account": "post", "message": message})
    drops = itertools.cycle([["add", "--recipe", mail, str(people)], ["add", "--recipe", table, str(folder)]])
    kills, building, acknowledged = 0, 0, set[int]()
    while kills < max(4, KILLS // 2):
        said = tmp_path / "said"
        command = ["work"] if building else next(drops)
        # Not shot: a list whose process ends twice while it is looked at is set aside: no loss, but another end.
        kills += _pull_the_plug(bench, dice, *command, said=said, fates=("nothing", "freeze"))
        if command[0] == "add":
            acknowledged |= {int(line) for line in said.read_text().split()}
        building = len(_building(bench))
    assert acknowledged
    last = bench.run("work")
    assert last.returncode in (0, 1), last.stderr.decode()
    bench.run("retry", "--all")
    assert bench.run("work").returncode in (0, 1)
    with Reader(bench.queue) as reader:
        batches = reader.batches()
        assert acknowledged <= {batch.id for batch in batches}
        for batch in batches:
            assert batch.counts == reader.recount(batch.id)
            counts = batch.counts
            wanted = (MANY_PEOPLE, 0) if batch.kind == "mail" else (0, MANY_FILES)
            assert (counts.ready, counts.done, counts.total) == (*wanted, sum(wanted))
    tables = sum(batch.kind == "table" for batch in batches)
    assert len(os.listdir(folder / "Dropmill")) == MANY_FILES * tables


def _building(bench: Bench) -> list[int]:
    if not bench.queue.exists():
        return []
    with Reader(bench.queue) as reader:
        return [batch.id for batch in reader.batches() if batch.state is BatchState.BUILDING]


def _check_queue(bench: Bench) -> None:
    with contextlib.closing(sqlite3.connect(bench.queue)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Reader(bench.queue) as reader:
        batches = reader.batches()
        assert len(batches) == bench.rounds * 3
        wanted = {"image": PICTURES, "table": TABLES, "mail": LETTERS}
        for batch in batches:
            assert batch.counts == reader.recount(batch.id)
            assert batch.counts.total == wanted[batch.kind]
            states = Counter(job.state for job in reader.iter_jobs(JobView(batch=batch.id)))
            allowed = {JobState.DONE, JobState.UNCONFIRMED} if batch.kind == "mail" else {JobState.DONE}
            assert set(states) <= allowed, [
                (j.state, j.code, j.message) for j in reader.iter_jobs(JobView(batch=batch.id))
            ]


def _check_files(bench: Bench) -> None:
    for path, digest in bench.sources.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == digest, f"{path} was changed"
    for number in range(1, bench.rounds + 1):
        folder = bench.folder / f"round{number}"
        pictures, tables = folder / "pictures" / "Dropmill", folder / "tables" / "Dropmill"
        # Nothing beside the outputs: no second copy, no temporary file.
        assert sorted(os.listdir(pictures)) == sorted(f"p{i}.jpg" for i in range(PICTURES))
        assert sorted(os.listdir(tables)) == sorted(f"t{i}.csv" for i in range(TABLES))
        for path in pictures.iterdir():
            with Image.open(path) as picture:
                picture.load()
                assert max(picture.size) == 200
        for path in tables.iterdir():
            with path.open(newline="") as file:
                rows = list(csv.reader(file))
            assert [row[0] for row in rows] == ["n", *(str(n) for n in range(101, 4000))]


def _check_post(bench: Bench, post: Post) -> None:
    assert max(post.taken.values()) == 1, "a message was sent twice"
    known = set()
    with Reader(bench.queue) as reader:
        for batch in reader.batches():
            for job in reader.iter_jobs(JobView(batch=batch.id)):
                if batch.kind == "mail":
                    identity = job.extra["mail"]["message_id"]
                    known.add(identity)
                    if job.state is JobState.DONE:
                        assert post.taken[identity] == 1, "a message was called sent that nobody took"
    assert set(post.taken) <= known
