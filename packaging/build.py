"""Builds the program that needs no Python: `dist/dropmill/`. `make package`, or `python packaging/build.py`.

Owns: the order of the steps: PyInstaller, licences, then a try of what came out (`smoke/`). Must not know what is in
the bundle (that is `dropmill.spec`).
"""

import argparse
import subprocess
import sys
from pathlib import Path

import licences

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "packaging" / "dropmill.spec"
FOLDER = ROOT / "dist" / "dropmill"


def build() -> None:
    """Run PyInstaller and collect the licences. Raises CalledProcessError."""
    folders = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    call = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", *folders, str(SPEC)]
    subprocess.run(call, cwd=ROOT, check=True)
    without = licences.collect(FOLDER / "licences", ROOT / "build" / "dropmill" / "COLLECT-00.toc")
    for name in without:
        print(f"No licence text was found for {name}; its licence is named in licences/CONTENTS.txt.")


def main() -> int:
    parser = argparse.ArgumentParser(description="Builds dist/dropmill/ and tries it.")
    parser.add_argument("--no-smoke", action="store_true", help="build only")
    options = parser.parse_args()
    try:
        build()
    except subprocess.CalledProcessError as problem:
        print(f"The build stopped: {problem}. The reason is above.", file=sys.stderr)
        return 1
    if options.no_smoke:
        return 0
    return subprocess.run([sys.executable, str(ROOT / "packaging" / "smoke"), str(FOLDER)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
