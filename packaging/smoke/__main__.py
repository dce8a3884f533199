"""`python packaging/smoke PROGRAM`: tries it, prints a line a check, and last the numbers as one line of JSON."""

import argparse
import json
import os
import shutil
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))  # `smoke` itself: called as a folder, Python knows only what is in it

import release  # noqa: E402
from smoke.bench import Bench  # noqa: E402
from smoke.checks import CHECKS  # noqa: E402
from smoke.program import Broken, Program, executable, scratch_folder  # noqa: E402


def size_mb(folder: Path) -> float:
    """Size on disk in MB (10^6 bytes); a link counts nothing."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def options(arguments: list[str] | None) -> argparse.Namespace:
    names = [check.__name__ for check in CHECKS]
    parser = argparse.ArgumentParser(description="Tries a packaged program and measures it.")
    parser.add_argument("program", nargs="?", type=Path, default=ROOT / "dist" / "dropmill", help="its folder or file")
    parser.add_argument("--root", type=Path, default=Path("/"), help="a folder that is the program's /")
    parser.add_argument("--user", type=int, default=1000, help="number of the user inside that root")
    parser.add_argument("--expect", default=release.version(), metavar="VERSION")
    parser.add_argument("--screenshot", type=Path, default=ROOT / "build" / "window.png")
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="CHECK", help=", ".join(names))
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0: all is as it must be."""
    chosen = options(arguments)
    path = executable(chosen.program)
    real = (chosen.root / str(path).lstrip("/") if chosen.root != Path("/") else path).resolve()
    if not real.is_file():
        print(f"There is no program {real}. make package builds it.", file=sys.stderr)
        return 2
    chosen.screenshot.parent.mkdir(parents=True, exist_ok=True)
    scratch = scratch_folder(chosen.root)
    called = path if chosen.root != Path("/") else path.absolute()
    program = Program(str(called), scratch, chosen.root, (chosen.user, chosen.user))
    bench = Bench(program, real.parent, chosen.expect, ROOT / "resources", chosen.screenshot)
    bench.measured["size_mb"] = round(size_mb(real.parent), 1)
    broken = 0
    os.umask(0o022)
    try:
        for check in (one for one in CHECKS if one.__name__ in chosen.only):
            begin = time.perf_counter()
            try:
                words = check(bench)
            except Broken as problem:
                broken += 1
                words = f"BROKEN: {problem}"
            print(f"{check.__name__:<9} {time.perf_counter() - begin:6.1f} s  {words}", flush=True)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(json.dumps(bench.measured))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
