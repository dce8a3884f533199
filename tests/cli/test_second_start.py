"""A second start of the program: it hands its files over; while the first one hangs it says so, and touches nothing."""

import contextlib
import hashlib
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import main
from app.core.events import Event, OpenRequested
from app.engine import control
from app.engine.engine import Engine
from app.engine.services import Services
from app.engine.session import open_queue
from app.store.errors import StoreError
from tests.cli.program import Program
from tests.waiting import until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stopped by signal")


def digests(folder: Path) -> dict[str, str]:
    """The queue's files; the index of the log holds locks, no data."""
    files = [file for file in folder.iterdir() if file.name.startswith("queue.db") and not file.name.endswith("-shm")]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_a_first_start_that_hangs_is_named_and_nothing_is_touched(dropmill: Program, pictures: Path) -> None:
    with dropmill.start("work", "--forever") as first:
        until(lambda: (dropmill.data / "control.json").exists())
        pid = first.process.pid
        os.kill(pid, signal.SIGSTOP)
        try:
            before = digests(dropmill.data)
            for command in (("run", "--recipe", "Web photos", pictures), ("pause",)):
                ended = dropmill(*command)
                assert ended.code == 3
                assert f"process {pid}" in ended.err
                assert "does not answer" in ended.err
            assert digests(dropmill.data) == before
        finally:
            os.kill(pid, signal.SIGCONT)
        assert dropmill("run", "--recipe", "Web photos", pictures / "a.jpg").code == 0


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Engine]:
    """The first start: a window over the queue of `data`."""
    engine = open_queue(tmp_path / "data", Services(), 1)
    assert isinstance(engine, Engine)
    with contextlib.closing(engine):
        engine.has_window = True
        engine.start()
        yield engine


def start_window(data: Path, *files: Path) -> tuple[int, list[Path]]:
    """Start the program with `files`; its exit code, and the data folders that a window was opened for."""
    opened: list[Path] = []

    def window(data_dir: Path, _files: list[str], _workers: int | None) -> int:
        opened.append(data_dir)
        return 0

    return main.run(["--data-dir", str(data), *map(str, files)], window=window), opened


def test_files_are_handed_over_before_a_window_is_opened(first: Engine, pictures: Path) -> None:
    told: list[Event] = []
    first.bus.subscribe(lambda events: told.extend(e for e in events if isinstance(e, OpenRequested)))
    assert start_window(first.data_dir, pictures / "a.jpg") == (0, [])
    assert start_window(first.data_dir) == (0, [])
    assert told == [OpenRequested((str(pictures / "a.jpg"),)), OpenRequested(())]


@pytest.mark.parametrize("terminal", [True, False])
def test_what_went_wrong_is_said_where_somebody_reads_it(
    first: Engine, terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def hangs(_data: Path, _paths: object) -> bool:
        raise StoreError("QUEUE_BUSY", "It does not answer.")

    monkeypatch.setattr(control, "hand_over", hangs)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    code, opened = start_window(first.data_dir)
    assert (code, opened) == ((3, []) if terminal else (0, [first.data_dir]))
    assert ("It does not answer." in capsys.readouterr().err) is terminal
