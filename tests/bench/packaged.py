"""Size and start-up of the program in dist/dropmill, measured by packaging/smoke; sizes of the packages beside it."""

import json
import subprocess
import sys
from pathlib import Path

from tests.bench.report import Table

ROOT = Path(__file__).resolve().parent.parent.parent
DIST = ROOT / "dist"
FOLDER = DIST / "dropmill"
CHECKS = ("version", "demo", "window")
WORDS = {
    "size_mb": "size on disk, MB",
    "version_seconds": "start and end of `--version`, warm, median of 5, s",
    "demo_seconds": "whole `demo`, s",
    "window_seconds": "start until the window is on the screen (Xvfb), s",
    "open_with_seconds": "a file handed to the open window by a second start, s",
}
PACKAGES = ("*.deb", "*.tar.gz")
LARGEST = 8  # of what is bundled


def run(_scratch: Path) -> Table | None:
    if not FOLDER.is_dir():
        sys.stdout.write("packaged: there is no dist/dropmill; make package builds it.\n")
        return None
    call = [sys.executable, str(ROOT / "packaging" / "smoke"), str(FOLDER), "--only", *CHECKS]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    measured = json.loads(done.stdout.splitlines()[-1])
    rows = [(words, str(measured[key])) for key, words in WORDS.items() if key in measured]
    for pattern in PACKAGES:
        rows += [(f"{path.name}, MB", f"{path.stat().st_size / 1e6:.1f}") for path in sorted(DIST.glob(pattern))]
    rows += [(f"bundled: {name}, MB", f"{size / 1e6:.1f}") for name, size in largest(FOLDER / "_internal")]
    return Table("Packaged program", "PyInstaller, one folder, with all its libraries.", ("what", "value"), tuple(rows))


def largest(folder: Path) -> list[tuple[str, int]]:
    """The largest parts of the bundle with their bytes."""
    sizes = {
        part.name: sum(path.lstat().st_size for path in (part, *part.rglob("*")) if not path.is_dir())
        for part in folder.iterdir()
        if not part.is_symlink()
    }
    return sorted(sizes.items(), key=lambda entry: -entry[1])[:LARGEST]
