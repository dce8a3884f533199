"""The main job as a screen reader does it: over AT-SPI, on an X server and a D-Bus session of its own.

Skipped where Xvfb, D-Bus or the accessibility bus is missing (`make test` installs them on Debian and Ubuntu).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.system.resources import resource
from tests.window.test_end_to_end import display

ROOT = Path(__file__).parents[2]
SECONDS = 200
MISSING = [name for name in ("Xvfb", "dbus-run-session") if shutil.which(name) is None]
MISSING += [] if Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists() else ["at-spi2-core"]

__all__ = ["display"]  # a fixture

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"no screen reader can listen without {', '.join(MISSING)}")


def test_the_main_job_is_done_by_ear(display: str, tmp_path: Path) -> None:
    photos, data = tmp_path / "photos", tmp_path / "data"
    photos.mkdir()
    shutil.copy(resource("samples", "photos", "damaged.jpg"), photos / "damaged.jpg")
    shutil.copy(resource("samples", "photos", "morning.jpg"), photos / "lake.jpg")
    environment = {**os.environ, "DISPLAY": display, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    environment |= {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    call = ["dbus-run-session", "--", sys.executable, "-m", "tests.window.by_ear", str(data), str(photos)]
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert len(list((photos / "Dropmill").iterdir())) == 4, "two pictures, each with a thumbnail"
