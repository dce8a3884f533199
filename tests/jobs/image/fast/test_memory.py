"""Freed memory of pictures stays in the process."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import resource
from PIL import Image
from app.jobs.image.fast.memory import keep_freed
keep_freed()
keep_freed()
for turn in range(4):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    bytearray(b"x") * 40_000_000
    Image.new("RGB", (3000, 3000), 1)
    faults = resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
    print(faults)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the setting is glibc's")
def test_the_second_picture_asks_for_no_new_pages() -> None:
    call = [sys.executable, "-c", CODE]
    done = subprocess.run(call, check=True, cwd=Path(__file__).parents[4], timeout=60, capture_output=True, text=True)
    faults = [int(line) for line in done.stdout.split()]
    assert faults[-1] < max(200, faults[0] / 5)
