"""Builds the program that needs no Python: `dist/dropmill/`. `make package`, or `python packaging/build.py`.

Owns: the order of the steps: PyInstaller, licences, a try of what came out (`smoke/`), on Linux its packages. Must not
know what is in the bundle (that is `dropmill.spec`).
"""

import argparse
import subprocess
import sys
from pathlib import Path

import licences
import linux_packages
import release

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "packaging" / "dropmill.spec"
DIST = ROOT / "dist"
WORK = ROOT / "build"
FOLDER = DIST / "dropmill"


def build() -> None:
    """Run PyInstaller and collect the licences. Raises CalledProcessError."""
    folders = ["--distpath", str(DIST), "--workpath", str(WORK)]
    call = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", *folders, str(SPEC)]
    subprocess.run(call, cwd=ROOT, check=True)
    without = licences.collect(FOLDER / "licences", WORK / "dropmill" / "COLLECT-00.toc")
    for name in without:
        print(f"No licence text was found for {name}; its licence is named in licences/CONTENTS.txt.")


def main() -> int:
    parser = argparse.ArgumentParser(description="Builds dist/dropmill/, tries it and packs it.")
    parser.add_argument("--no-smoke", action="store_true", help="do not try it")
    parser.add_argument("--no-packages", action="store_true", help="leave it a folder")
    parser.add_argument(
        "--level", type=int, default=6, choices=range(10), help="how hard xz packs the .deb; default: 6"
    )
    options = parser.parse_args()
    try:
        build()
        if not options.no_smoke:
            subprocess.run([sys.executable, str(ROOT / "packaging" / "smoke"), str(FOLDER)], check=True)
        if not options.no_packages and sys.platform == "linux":
            for path in linux_packages.pack(FOLDER, DIST, WORK, release.version(), options.level):
                print(f"{path}, {path.stat().st_size / 1e6:.1f} MB")
    except subprocess.CalledProcessError as problem:
        print(f"The build stopped: {problem}. The reason is above.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
