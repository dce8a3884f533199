"""How the packaged program is called: here, or as an ordinary user inside another root folder.

Owns: the command, its environment, the folder for what it works on. Must not know what is tried.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TIMEOUT_S = 600.0
# Not the developer's Python, not their settings, not their session: the program must stand alone.
_DROPPED = ("PYTHON", "DROPMILL_", "QT_", "VIRTUAL_ENV", "DBUS_", "XDG_", "DISPLAY", "WAYLAND_", "LD_")


class Broken(Exception):
    """The packaged program did not do what it must. The text says what."""


@dataclass(frozen=True, slots=True)
class Program:
    """`path`: of the executable as it is called. `root`: the folder that is its `/`. `user`: (uid, gid) inside another
    root. `scratch`: an empty folder of its own, as seen from here."""

    path: str
    scratch: Path
    root: Path = Path("/")
    user: tuple[int, int] = (0, 0)

    def inside(self, path: Path) -> str:
        """`path`, which lies below the root, as the program sees it."""
        return str(path) if self.root == Path("/") else "/" + str(path.relative_to(self.root))

    def _call(self, arguments: tuple[str, ...]) -> list[str]:
        if self.root == Path("/"):
            return [self.path, *arguments]
        return ["chroot", f"--userspec={self.user[0]}:{self.user[1]}", str(self.root), self.path, *arguments]

    def _environment(self, extra: Mapping[str, str]) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(_DROPPED)}
        home = self.scratch / "home"
        return {**kept, "HOME": self.inside(home), "DROPMILL_DATA_DIR": self.inside(self.scratch / "data"), **extra}

    def own(self) -> None:
        """Give the scratch folder to the user who works in it."""
        (self.scratch / "home").mkdir(exist_ok=True)
        if self.root != Path("/"):
            for path in (self.scratch, *self.scratch.rglob("*")):
                os.chown(path, *self.user, follow_symlinks=False)

    def run(self, *arguments: str, extra: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Run it to its end. Raises Broken after TIMEOUT_S."""
        self.own()
        try:
            return subprocess.run(
                self._call(arguments),
                env=self._environment(extra or {}),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=TIMEOUT_S,
                check=False,
            )
        except subprocess.TimeoutExpired as problem:
            raise Broken(f"{' '.join(arguments)}: no end after {TIMEOUT_S:.0f} s") from problem

    def good(self, *arguments: str, extra: Mapping[str, str] | None = None) -> str:
        """Run it to its end; what it wrote to standard output. Raises Broken unless it ends 0."""
        done = self.run(*arguments, extra=extra)
        if done.returncode != 0:
            raise Broken(f"{' '.join(arguments)} ended {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def start(self, *arguments: str, extra: Mapping[str, str] | None = None) -> "subprocess.Popen[str]":
        """Start it and return at once. It leads a process group of its own."""
        self.own()
        words: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        environment = self._environment(extra or {})
        return subprocess.Popen(self._call(arguments), env=environment, text=True, start_new_session=True, **words)

    def folder(self, name: str) -> Path:
        """A new empty folder of this name in the scratch folder."""
        folder = self.scratch / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder


def executable(path: Path) -> Path:
    """The executable that talks to a terminal, of a program's folder or of itself."""
    if path.is_dir():
        return path / ("dropmill-cli.exe" if sys.platform == "win32" else "dropmill")
    return path


def scratch_folder(root: Path) -> Path:
    """A new scratch folder below the temporary folder of `root`."""
    if root == Path("/"):
        return Path(tempfile.mkdtemp(prefix="dropmill-smoke-"))
    return Path(tempfile.mkdtemp(prefix="dropmill-smoke-", dir=root / "tmp"))
