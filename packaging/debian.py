"""A bare Debian in a folder, with nothing in it that a program could lean on by accident.

Owns: how it is made (debootstrap, needs root), entered and taken down. Must not know what is installed in it.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import system_packages

USER = 1000
NAME = "tester"
# What processes need of a running system. `bind`: seen from both sides, for the screen's socket.
_MOUNTS = (("proc", "proc", "proc"), ("tmpfs", "tmpfs", "dev/shm"), ("bind", "/tmp/.X11-unix", "tmp/.X11-unix"))


def possible() -> bool:
    """Whether this is a Debian-like system and we are root."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("dpkg") is not None


def suite() -> str:
    """The release of the system that the program was built on: an older one has too old a C library."""
    lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    return next(line.split("=", 1)[1].strip('"') for line in lines if line.startswith("VERSION_CODENAME="))


def make_base(base: Path) -> None:
    """Make a minimal system in `base`, unless it is there. Raises CalledProcessError, CannotInstall."""
    if (base / "etc" / "debian_version").is_file():
        return
    if shutil.which("debootstrap") is None:
        system_packages.install(["debootstrap"])
    base.parent.mkdir(parents=True, exist_ok=True)
    unfinished = base.with_name("unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    subprocess.run(
        ["debootstrap", "--variant=minbase", suite(), str(unfinished)], check=True, stdout=subprocess.DEVNULL
    )
    unfinished.rename(base)


@contextmanager
def system(base: Path, root: Path) -> Iterator["System"]:
    """A fresh copy of `base` as `root`, with a user, running until the block ends. Raises CalledProcessError."""
    _unmount(root)
    if root.exists():
        shutil.rmtree(root)
    subprocess.run(["cp", "-a", str(base), str(root)], check=True)
    shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
    Path("/tmp/.X11-unix").mkdir(mode=0o1777, exist_ok=True)
    try:
        for kind, source, place in _MOUNTS:
            (root / place).mkdir(parents=True, exist_ok=True)
            how = ["--bind"] if kind == "bind" else ["-t", kind]
            subprocess.run(["mount", *how, source, str(root / place)], check=True)
        here = System(root)
        here.run("useradd", "--create-home", "--uid", str(USER), NAME)
        yield here
    finally:
        _unmount(root)


def _unmount(root: Path) -> None:
    mounted = [line.split()[1] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    for place in reversed([place for place in mounted if place.startswith(f"{root}/")]):
        subprocess.run(["umount", place], check=True)


class System:
    """The system in `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, *command: str) -> str:
        """Run `command` in it as root and return what it said. Raises CalledProcessError."""
        environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "DEBIAN_FRONTEND": "noninteractive",
            "LC_ALL": "C.UTF-8",
        }
        call = ["chroot", str(self.root), *command]
        done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
        return done.stdout

    def install(self, package: Path) -> None:
        """Install a .deb, with what it asks for. Raises CalledProcessError."""
        shutil.copyfile(package, self.root / "tmp" / package.name)
        self.run("apt-get", "install", "-y", "-qq", f"/tmp/{package.name}")
        (self.root / "tmp" / package.name).unlink()

    def packages(self) -> set[str]:
        """The names of what is installed."""
        return set(self.run("dpkg-query", "--show", "--showformat", "${Package}\n").split())

    def files(self, below: Sequence[str]) -> set[str]:
        """Everything below these folders, caches and lists of packages left out."""
        left_out = ("/var/cache/", "/var/lib/apt/", "/var/lib/dpkg/", "/var/log/")
        found = self.run("find", *below, "-xdev").splitlines()
        return {path for path in found if not path.startswith(left_out)}
