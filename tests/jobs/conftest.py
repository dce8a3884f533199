"""Fixtures for every kind of job: a drive that fills up."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOM = 64 << 10  # bytes on the small drive


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """An empty drive of ROOM bytes. Needs root, as mounting does."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("mounting needs root on Linux")
    drive = tmp_path / "drive"
    drive.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(drive)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a test mount anything")
    yield drive
    subprocess.run(["umount", str(drive)], check=True)
