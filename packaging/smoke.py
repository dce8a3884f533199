"""Tries a built program as a person would, and measures it. `python packaging/smoke.py [FOLDER]`.

Owns: what a built program must show before it is given to anybody: its version, `demo` through all three kinds, a
window (with a screenshot of it under Xvfb where there is no screen). Must not know how it was built. Environment: uses
a data folder of its own, nothing of the person who runs it.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STARTS = 5
WINDOW_SECONDS = 30.0
DEMO_SECONDS = 600


class Broken(Exception):
    """The built program did not do what it must."""


def program(folder: Path) -> Path:
    """The executable that talks to a terminal."""
    return folder / ("dropmill-cli.exe" if sys.platform == "win32" else "dropmill")


def size_mb(folder: Path) -> float:
    """Size on disk in MB (10^6 bytes); a link counts nothing."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def start_up(executable: Path, environment: dict[str, str]) -> float:
    """Median seconds from start to end of `--version`, the first (cold) one left out."""
    seconds = []
    for _ in range(STARTS + 1):
        begin = time.perf_counter()
        done = subprocess.run([executable, "--version"], env=environment, capture_output=True, text=True, timeout=60)
        seconds.append(time.perf_counter() - begin)
        if done.returncode != 0:
            raise Broken(f"--version ended {done.returncode}: {done.stderr.strip()}")
    return statistics.median(seconds[1:])


def demo(executable: Path, folder: Path, environment: dict[str, str]) -> float:
    """Seconds that `demo` takes. Raises Broken unless it ends 0."""
    begin = time.perf_counter()
    done = subprocess.run(
        [executable, "demo", str(folder)], env=environment, capture_output=True, text=True, timeout=DEMO_SECONDS
    )
    if done.returncode != 0:
        raise Broken(f"demo ended {done.returncode}:\n{done.stdout}\n{done.stderr}")
    print(done.stdout)
    return time.perf_counter() - begin


@contextmanager
def screen(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """An environment with an X server: an own Xvfb on a number that it chooses itself."""
    read, write = os.pipe()
    size = ["-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), *size], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise Broken("Xvfb did not start")
        yield {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait(10)


def picture_of_screen(display: str, target: Path) -> int:
    """Save what is on `display` as `target`; the number of colours says whether there is anything."""
    from PIL import ImageGrab

    image = ImageGrab.grab(xdisplay=display).convert("RGB")
    image.save(target)
    return len(image.getcolors(1 << 24) or [])


def window(executable: Path, data: Path, target: Path, environment: dict[str, str]) -> float:
    """Seconds until the window is on the screen. Saves a screenshot as `target`. Raises Broken if it does not come."""
    with screen(environment) as shown:
        begin = time.perf_counter()
        running = subprocess.Popen(
            [executable, "--data-dir", str(data)],
            env=shown,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        try:
            while time.perf_counter() - begin < WINDOW_SECONDS:
                if running.poll() is not None:
                    words = running.stderr.read() if running.stderr else ""
                    raise Broken(f"the window ended {running.returncode}: {words}")
                if picture_of_screen(shown["DISPLAY"], target) > 4:
                    seconds = time.perf_counter() - begin
                    time.sleep(2)  # let it finish drawing before the picture that people look at
                    picture_of_screen(shown["DISPLAY"], target)
                    return seconds
                time.sleep(0.05)
            raise Broken(f"no window after {WINDOW_SECONDS:.0f} s")
        finally:
            running.terminate()
            running.wait(30)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Tries a built program and measures it.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist" / "dropmill")
    parser.add_argument("--screenshot", type=Path, default=ROOT / "build" / "window.png")
    options = parser.parse_args(arguments)
    executable = program(options.folder)
    with tempfile.TemporaryDirectory(prefix="dropmill-smoke-") as name:
        scratch = Path(name)
        # Not the developer's Python, not their settings: the program must stand alone.
        dropped = ("PYTHON", "DROPMILL_", "QT_", "VIRTUAL_ENV")
        environment = {key: value for key, value in os.environ.items() if not key.startswith(dropped)}
        environment["DROPMILL_DATA_DIR"] = str(scratch / "data")
        try:
            measured = {
                "size_mb": round(size_mb(options.folder), 1),
                "version_seconds": round(start_up(executable, environment), 3),
                "demo_seconds": round(demo(executable, scratch / "demo", environment), 1),
            }
            if shutil.which("Xvfb"):
                options.screenshot.parent.mkdir(parents=True, exist_ok=True)
                seconds = window(executable, scratch / "data", options.screenshot, environment)
                measured["window_seconds"] = round(seconds, 2)
                print(f"Screenshot: {options.screenshot}")
        except (Broken, subprocess.TimeoutExpired) as problem:
            print(f"The built program does not work: {problem}", file=sys.stderr)
            return 1
    print(json.dumps(measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
