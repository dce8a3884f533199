"""Runs the program as people do: in a process of its own, with a data folder of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[2]
SCALE = "0.01"
LIMIT_S = 120


@dataclass(frozen=True)
class Ended:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Standard output as JSON lines; fails when there is anything else on it."""
        return [json.loads(line) for line in self.out.splitlines()]

    def events(self, name: str) -> list[dict[str, Any]]:
        return [line for line in self.lines if line.get("event") == name]

    @property
    def jobs(self) -> list[dict[str, Any]]:
        return self.events("job")

    @property
    def summary(self) -> dict[str, Any]:
        (one,) = self.events("summary")
        return one


class Program:
    """The program over one data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DROPMILL_DATA_DIR": str(data),
            "DROPMILL_RETRY_SCALE": SCALE,
            "PYTHONWARNINGS": "error",
            "PYTHONIOENCODING": "latin-1",  # the program must not depend on what the system's encoding is
        }

    def __call__(self, *arguments: object, stdin: str = "", **environment: str) -> Ended:
        done = subprocess.run(
            [sys.executable, "-m", "app", *_bytes(arguments)],
            input=stdin.encode(),
            capture_output=True,
            timeout=LIMIT_S,
            env={**self.environment, **environment},
            check=False,
        )
        return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    def into(self, stdout: IO[bytes], *arguments: object) -> Ended:
        """Run with standard output going to `stdout`."""
        done = subprocess.run(
            [sys.executable, "-m", "app", *_bytes(arguments)],
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            timeout=LIMIT_S,
            env=self.environment,
            check=False,
        )
        return Ended(done.returncode, "", done.stderr.decode("utf-8"))

    def start(self, *arguments: object, stderr: int = subprocess.PIPE) -> "Running":
        process = subprocess.Popen(
            [sys.executable, "-m", "app", *_bytes(arguments)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=stderr,
            bufsize=0,  # what `line` read ahead would be missing from `end`
            env={**self.environment, "TERM": "xterm"},
        )
        return Running(process)


class Running:
    """A process that goes on. Use as a context manager: it is gone at the end."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._read: list[str] = []

    def __enter__(self) -> "Running":
        return self

    def __exit__(self, *_exc: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def line(self) -> dict[str, Any]:
        """The next JSON line; {} at the end."""
        stream: IO[bytes] | None = self.process.stdout
        assert stream is not None
        text = stream.readline().decode("utf-8")
        self._read.append(text)
        return json.loads(text) if text else {}

    def wait_for(self, event: str) -> dict[str, Any]:
        """Read until a line of `event`."""
        while line := self.line():
            if line["event"] == event:
                return line
        raise AssertionError(f"no {event} line: {''.join(self._read)}")

    def end(self, signal: int | None = None) -> Ended:
        """Send `signal` and wait; output includes what was read before."""
        if signal is not None:
            self.process.send_signal(signal)
        out, err = self.process.communicate(timeout=LIMIT_S)
        return Ended(self.process.returncode, "".join(self._read) + out.decode("utf-8"), (err or b"").decode("utf-8"))


def _bytes(arguments: tuple[object, ...]) -> list[str | bytes]:
    return [a if isinstance(a, bytes) else os.fsencode(str(a)) for a in arguments]
