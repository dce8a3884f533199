"""The window's start loads no library for pictures, tables or letters: it is what people wait for."""

import subprocess
import sys
from pathlib import Path

HEAVY = (
    "pandas",
    "numpy",
    "jinja2",
    "PIL",
    "pyarrow",
    "xlsxwriter",
    "python_calamine",
    "simplejpeg",
    "isal",
    "keyring",
    "pyqtgraph",
)
SCRIPT = """
import sys
from pathlib import Path
from app.window import application
from PySide6.QtCore import QTimer

app = application.make_app()
begun = []
QTimer.singleShot(0, lambda: begun.append(True))
QTimer.singleShot(1000, app.quit)
assert application.run(Path(sys.argv[1]), [], 1) == 0
assert begun
print(*[name for name in sys.argv[2:] if name in sys.modules])
"""


def test_the_start_of_the_window_imports_nothing_heavy(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "data"), *HEAVY],
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
