"""Running a program for an alert: no shell, a time limit, and nothing of it stays behind.

Owns: the process and its end. Must not know: what is run. What it prints goes to a file, not a pipe: a grandchild that
keeps a pipe open would hold us up after the program itself has ended.
"""

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil

from app.alerts.trouble import AlertError

LOOK_SECONDS = 0.1  # how soon the end of the program, or of ours, is noticed
MOST_SAID = 1_000  # bytes of its last words that are told


def run_program(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    seconds: float,
    stop: threading.Event,
) -> None:
    """Run `arguments` in `folder` and wait for its end. Raises AlertError when it cannot be started, ends with another
    code than 0, or does not end within `seconds` or before `stop` is set: then it is killed with all its children."""
    name = Path(arguments[0]).name
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(
                list(arguments),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                cwd=folder,
                env=dict(environment),
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0,
            )
        except (OSError, ValueError) as error:
            words = getattr(error, "strerror", None) or str(error)
            raise AlertError(f"{name} cannot be started: {words}.") from error
        deadline = time.monotonic() + seconds
        while process.poll() is None:
            if stop.is_set() or time.monotonic() > deadline:
                _kill(process)
                why = "Dropmill ended" if stop.is_set() else f"it did not end within {seconds:g} s"
                raise AlertError(f"{name} was stopped: {why}.")
            try:
                process.wait(LOOK_SECONDS)
            except subprocess.TimeoutExpired:
                continue
        if process.returncode != 0:
            said.seek(max(0, said.seek(0, 2) - MOST_SAID))
            last = " ".join(said.read().decode("utf-8", "replace").split())
            raise AlertError(f"{name} ended with code {process.returncode}{f': {last}' if last else ''}.")


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill `process` and all that it started."""
    try:
        children = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        children = []
    process.kill()
    for child in children:
        try:
            child.kill()
        except psutil.NoSuchProcess:
            continue
    process.wait()
