"""A second start of the program while the first one hangs: it says so, and touches nothing."""

import hashlib
import os
import signal
import sys
from pathlib import Path

import pytest

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
