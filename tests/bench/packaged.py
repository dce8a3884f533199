"""Size and start-up time of the program in dist/dropmill, measured by packaging/smoke.py."""

import json
import subprocess
import sys
from pathlib import Path

from tests.bench.report import Table

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "dist" / "dropmill"
WORDS = {
    "size_mb": "size on disk, MB",
    "version_seconds": "start and end of `--version`, warm, median of 5, s",
    "demo_seconds": "whole `demo`, s",
    "window_seconds": "start until the window is on the screen (Xvfb), s",
}


def run(_scratch: Path) -> Table | None:
    if not FOLDER.is_dir():
        sys.stdout.write("packaged: there is no dist/dropmill; make package builds it.\n")
        return None
    call = [sys.executable, str(ROOT / "packaging" / "smoke.py"), str(FOLDER)]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    measured = json.loads(done.stdout.splitlines()[-1])
    rows = tuple((WORDS[key], str(value)) for key, value in measured.items())
    return Table("Packaged program", "PyInstaller, one folder, with all its libraries.", ("what", "value"), rows)
