"""Makes `.venv` from the lock and sees to what Qt needs of the system. `python packaging/environment.py [--display]`.

Owns: when the environment is fresh enough (a stamp of lock, Python and folder) and how it is made. Must not know the
program. Standard library only, and readable by Pythons that are too old, so that they can be told so in words.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import system_packages

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
STAMP = VENV / "dropmill.stamp"


def fingerprint() -> str:
    """What the environment depends on: the lock, this Python, and the folder (an environment cannot be moved)."""
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{lock} {sys.version_info[0]}.{sys.version_info[1]} {ROOT}\n"


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def is_fresh() -> bool:
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8") == fingerprint() and venv_python().is_file()


def ensure_venv_module() -> None:
    """Debian's Python comes without the part that makes environments."""
    try:
        import ensurepip
    except ImportError:
        if sys.platform != "linux":
            raise
        system_packages.install([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"])
    else:
        del ensurepip


def make_venv() -> None:
    """Make `.venv` anew: the locked packages, checked by their hashes, then this project in place."""
    ensure_venv_module()
    print(f"Making .venv with Python {sys.version.split()[0]}", flush=True)
    if VENV.exists():
        shutil.rmtree(VENV)
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "--requirement", str(LOCK)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], check=True)
    STAMP.write_text(fingerprint(), encoding="utf-8")


def site_packages() -> Path:
    code = "import sysconfig; print(sysconfig.get_path('platlib'))"
    found = subprocess.run([str(venv_python()), "-c", code], capture_output=True, text=True, check=True)
    return Path(found.stdout.strip())


def main() -> int:
    """Make what is missing. Returns 0, or 1 after saying what a person has to do."""
    if sys.version_info < OLDEST:
        print(
            f"Dropmill needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.\n"
            "Name a newer one: make PYTHON=python3.13 …",
            file=sys.stderr,
        )
        return 1
    parser = argparse.ArgumentParser(description="Makes .venv from the lock and sees to what Qt needs of the system.")
    parser.add_argument("--display", action="store_true", help="an X server for machines without a screen too")
    options = parser.parse_args()
    try:
        if not is_fresh():
            make_venv()
        if sys.platform == "linux":
            packages = system_packages.missing_packages(site_packages(), options.display)
            if packages:
                system_packages.install(packages)
                left = system_packages.missing_packages(site_packages(), options.display)
                if left:
                    system_packages.install(left)
    except system_packages.CannotInstall as problem:
        print(problem, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as problem:
        print(f"Setting up .venv stopped: {problem}. The reason is above.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
