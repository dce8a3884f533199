"""What the checks share: the program on the bench, how its window is started, how they wait for it.

Owns: how long is waited, and that nothing started is left behind. Must not know what is tried.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from smoke.program import Broken, Program

WAIT_S = 60.0
COLOURS = 16  # fewer are no window


@dataclass(slots=True)
class Bench:
    """What the checks share. `expected`: the version it must have; `resources`: what must be in it, by the source;
    `screenshot`: where the picture of the window goes; `measured`: numbers that were found on the way."""

    program: Program
    folder: Path
    expected: str
    resources: Path
    screenshot: Path
    measured: dict[str, float] = field(default_factory=dict)


@contextmanager
def running_window(program: Program, extra: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """The program's window until the block ends."""
    running = program.start(extra=extra)
    try:
        yield running
    finally:
        if running.poll() is None:
            # The group, and no more than that: its workers, should they have outlived it.
            if sys.platform == "win32":
                running.kill()
            else:
                os.killpg(running.pid, signal.SIGKILL)
        running.wait(WAIT_S)


def until(true: Callable[[], bool], otherwise: str, running: "subprocess.Popen[str]") -> None:
    """Wait for `true`. Raises Broken after WAIT_S, or when the program ends meanwhile."""
    end = time.monotonic() + WAIT_S
    while not true():
        if running.poll() is not None:
            words = running.stderr.read() if running.stderr else ""
            raise Broken(f"it ended {running.returncode}: {words}")
        if time.monotonic() > end:
            raise Broken(f"{otherwise} after {WAIT_S:.0f} s")
        time.sleep(0.02)
