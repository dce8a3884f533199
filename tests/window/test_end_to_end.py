"""The real program on a real X server: a process of its own, a person's drags and keys, and the queue's file to judge.

Skipped where there is no Xvfb (`make test` installs it on Linux).
"""

import csv
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from app.core.states import BatchState
from app.jobs.mail.account import Account
from app.store.reader import Reader
from app.system.accounts import Accounts
from app.system.folders import Folders
from app.system.resources import resource
from app.system.settings import SettingsFile
from tests.smtp_peers import HOST, Peer, polite_peer
from tests.window.drive import MANY

ROOT = Path(__file__).parents[2]
SECONDS = 120
PEOPLE = ("ola@nordmann.example", "jane@harbour.example", "ivo@harbour.example")

pytestmark = pytest.mark.skipif(
    shutil.which("Xvfb") is None, reason="no Xvfb: there is no X server to show a window on"
)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of our own on a display that nobody uses."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        try:
            os.close(write)
            with os.fdopen(read) as told:
                number = told.readline().strip()
            assert number, "Xvfb did not start"
            yield f":{number}"
        finally:
            server.terminate()


class Window:
    """Starts the program with a person in front of it."""

    def __init__(self, display: str, data: Path) -> None:
        self.data = data
        self.environment = {
            **os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT),
            "DROPMILL_RETRY_SCALE": "0.01", "LC_ALL": "C.UTF-8",
        }  # fmt: skip

    @contextmanager
    def open(self, scene: str, *paths: Path) -> Iterator["subprocess.Popen[str]"]:
        command = [sys.executable, "-m", "tests.window.drive", scene, str(self.data), *map(str, paths)]
        with subprocess.Popen(
            command, env=self.environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def start_again(self, *paths: Path) -> int:
        """The program as a person starts it, a second time. Returns its exit code."""
        command = [sys.executable, "-m", "app", "--data-dir", str(self.data), *map(str, paths)]
        return subprocess.run(command, env=self.environment, cwd=ROOT, timeout=SECONDS, check=False).returncode

    def reader(self) -> Reader:
        return Reader(self.data / "queue.db")


@pytest.fixture
def window(display: str, tmp_path: Path) -> Window:
    (tmp_path / "data").mkdir()
    return Window(display, tmp_path / "data")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Pictures that keep two workers busy for some seconds."""
    folder = tmp_path / "many"
    folder.mkdir()
    noise = Image.effect_noise((1600, 1200), 60).convert("RGB")
    noise.save(folder / "0.jpg", quality=88)
    for n in range(1, MANY):
        shutil.copy(folder / "0.jpg", folder / f"{n}.jpg")
    return folder


def heard(process: "subprocess.Popen[str]") -> str:
    """What the person says next; fails with the program's own words when it ended instead."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, ended(process)
    return str(json.loads(line)["said"])


def ended(process: "subprocess.Popen[str]") -> str:
    """Wait for the end; what was written on standard error."""
    return process.communicate(timeout=SECONDS)[1]


def pull_the_plug(process: "subprocess.Popen[str]", window: Window) -> None:
    """kill -9 at a moment when files are in work: the process is stopped to look, and goes on when there are none."""
    with window.reader() as reader:
        while True:
            process.send_signal(signal.SIGSTOP)
            if reader.counts().running:
                break
            process.send_signal(signal.SIGCONT)
    process.kill()
    process.wait(SECONDS)


def contents(folder: Path) -> dict[str, str]:
    """Every file of `folder` by its content, but not what was written beside them."""
    files = [path for path in folder.iterdir() if path.is_file()]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def set_up_mail(data: Path, peer: Peer) -> None:
    account = Account.make(name="default", host=HOST, port=peer.port, security="none", from_addr="shop@example.org")
    Accounts(SettingsFile(Folders(data).settings)).put(account)


def test_pictures_a_table_and_letters_from_an_empty_window_to_a_closed_one(
    window: Window, many: Path, tmp_path: Path
) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    for name in ("morning.jpg", "lake.webp", "mirrored.jpg", "damaged.jpg"):
        shutil.copy(resource("samples", "photos", name), photos / name)
    table = tmp_path / "customers.csv"
    table.write_text("name;city\n Ann ;Oslo\nBob;  Rome\n", encoding="utf-8")
    people = tmp_path / "people.csv"
    with people.open("w", newline="", encoding="utf-8") as file:
        rows = [(address, "Summer evening", "See you there.") for address in PEOPLE]
        csv.writer(file).writerows([("email", "subject", "text"), *rows])
    before = {**contents(photos), **contents(many), **contents(tmp_path)}
    whole = photos / "morning.jpg"
    with polite_peer() as peer:
        set_up_mail(window.data, peer)
        with window.open("whole_day", photos, whole, table, people, many) as process:
            words = ended(process)
            assert process.returncode == 0, words
        assert sorted(address for message in peer.taken for address in message.recipients) == sorted(PEOPLE)
    after = {**contents(photos), **contents(many), **contents(tmp_path)}
    assert after == {**before, "damaged.jpg": before["morning.jpg"]}, "sources are as they were, but for the repair"
    assert len(list((photos / "Dropmill").iterdir())) == 8
    assert "Ann;Oslo" in (tmp_path / "Dropmill" / "customers.csv").read_text(encoding="utf-8-sig")
    assert "Traceback" not in words
    with window.reader() as reader:
        assert all(reader.counts(batch.id) == reader.recount(batch.id) for batch in reader.batches())


def test_killed_at_work_started_again_and_closed_at_work(window: Window, many: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    shutil.copytree(many, more)
    before = contents(many)
    with window.open("until_the_kill", many) as process:
        assert heard(process) == "working"
        pull_the_plug(process, window)
    with window.open("after_the_kill") as process:
        assert heard(process) == "finished"
        assert window.start_again(more) == 0
        words = ended(process)
        assert process.returncode == 0, words
    assert "Traceback" not in words
    assert contents(many) == contents(more) == before
    outputs = [path.name for path in (many / "Dropmill").iterdir()]
    assert len(outputs) == 2 * MANY, "two of each picture, and nothing half written beside them"
    with window.reader() as reader:
        left, done = reader.batches()
        assert done.state is BatchState.FINISHED
        assert (left.state, left.counts.running, left.counts.total) == (BatchState.ACTIVE, 0, MANY)
        assert left.counts.ready > 0, "what is not finished stays in the queue"
        assert not reader.paused()
