"""How long a second start takes to hand its files to the first one: from the start of the process to its end."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from app.engine.control import CONTROL_FILE, hand_over
from tests.bench.report import Table, percentile

STARTS = 30
ROOT = Path(__file__).parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from app.engine.services import Services
from app.engine.session import open_queue
engine = open_queue(Path(sys.argv[1]), Services(), 1)
engine.has_window = True
engine.start()
print("ready", flush=True)
sys.stdin.readline()
engine.close()
"""


def run(scratch: Path) -> Table:
    data = scratch / "data"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    paths = [str(scratch / f"{number}.jpg") for number in range(100)]
    for path in paths:
        Path(path).touch()
    holder = [sys.executable, "-c", HOLDER, str(data)]
    with subprocess.Popen(holder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as first:
        assert first.stdin is not None
        assert first.stdout is not None
        assert first.stdout.readline() == b"ready\n"
        assert json.loads((data / CONTROL_FILE).read_text())
        command = [sys.executable, "-m", "app", "--data-dir", str(data), *paths]
        whole = [_seconds(lambda: subprocess.run(command, env=environment, check=True)) for _ in range(STARTS)]
        bare = [_seconds(lambda: subprocess.run([sys.executable, "-c", ""], check=True)) for _ in range(STARTS)]
        inside = [_seconds(lambda: hand_over(data, paths)) for _ in range(STARTS)]
        first.stdin.close()
    return Table(
        "Hand-over of a second start",
        f"100 files to a running engine, {STARTS} times; the whole process, of which Python itself is a part.",
        ("what", "median ms", "p90 ms", "worst ms"),
        tuple(
            (name, *(f"{percentile(values, share) * 1000:.0f}" for share in (0.5, 0.9, 1.0)))
            for name, values in (
                ("second start, start to end", whole),
                ("Python alone, start to end", bare),
                ("the hand-over itself", inside),
            )
        ),
    )


def _seconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began
