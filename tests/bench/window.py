"""The real window while it has much to do: how long its main loop is away, and how fast a large drop is taken in.

Owns: the measuring of gaps. Qt draws offscreen, which costs the same painting without a screen. Each measurement is a
process of its own (`python -m tests.bench.window NAME FOLDER`), as a benchmark may not leave a QApplication behind.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.window.application import Application

QUEUED = 100_000
DROPPED = 10_000
WORKERS = 2
TICK_MS = 5
LOOK_SECONDS = 20.0
LONGEST = 120.0


class Gaps:
    """A timer on the main loop that notes how much later than asked it came, in ms."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append((now - self._last) * 1000 - TICK_MS)
        self._last = now

    def clear(self) -> None:
        self.late.clear()


def _open(folder: Path) -> "Application":
    """The window over a queue in `folder`, shown."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.compose import Parts, open_engine
    from app.engine.engine import Engine
    from app.jobs.registry import KINDS
    from app.system.folders import Folders
    from app.window.application import Application, make_app

    KINDS["noop"] = "tests.bench.noop:NoopKind"
    app, folders = make_app(), Folders(folder / "data")
    engine = open_engine(Parts(folders), WORKERS)
    assert isinstance(engine, Engine)
    window = Application(app, engine, folders)
    window.show([])
    window.shell.resize(1280, 800)
    return window


def _until(window: "Application", condition: Callable[[], object], seconds: float = LONGEST) -> None:
    end = time.perf_counter() + seconds
    while not condition():
        if time.perf_counter() > end:
            raise TimeoutError(f"{condition} was not true in {seconds} s")
        window.app.processEvents()
        time.sleep(0.001)


def _spin(window: "Application", seconds: float) -> None:
    """Run the main loop. A loop of its own: `app.quit` would first ask the window whether it may close."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _files(folder: Path, count: int, suffix: str) -> Path:
    inputs = folder / "inputs"
    inputs.mkdir()
    for number in range(count):
        (inputs / f"file {number:06}{suffix}").write_bytes(b"x")
    return inputs


def busy(folder: Path) -> dict[str, Any]:
    """Gaps of the main loop with every worker busy and 100,000 rows queued, the table scrolling now and then."""
    from app.core.states import BatchState
    from app.engine.commands import Submission
    from app.store.reader import Reader

    source = folder / "input.noop"
    source.write_bytes(b"x")
    window = _open(folder)
    recipe = f'{{"dropmill": 1, "kind": "noop", "jobs": {QUEUED}, "seconds": 0.05}}'
    batch = window.engine.submit(Submission("noop", recipe, "Busy", (str(source),), "Busy", start=False))
    with Reader(window.engine.path) as reader:
        _until(window, lambda: (row := reader.batch(batch)) is not None and row.state is BatchState.PAUSED)
    window.engine.start_batch(batch)
    _spin(window, 3.0)
    gaps = Gaps()
    bar = window.shell.page.table.verticalScrollBar()
    begin = time.perf_counter()
    while time.perf_counter() - begin < LOOK_SECONDS:
        _spin(window, 0.5)
        bar.setValue((bar.value() + bar.maximum() // 17) % max(1, bar.maximum()))
    late = list(gaps.late)
    with Reader(window.engine.path) as reader:
        counts = reader.counts(batch)
    window.close()
    return {"late": late, "rows": counts.total, "done": counts.done}


def drop(folder: Path) -> dict[str, Any]:
    """A drop of a folder of 10,000 pictures: feedback, time until all are queued, gaps meanwhile."""
    from app.core.states import BatchState
    from app.store.reader import Reader

    inputs = _files(folder, DROPPED, ".jpg")
    window = _open(folder)
    window.engine.pause()  # what is measured is the taking in, not the work
    _until(window, lambda: window.shell.recipes)
    _spin(window, 1.0)
    gaps = Gaps()
    begin = time.perf_counter()
    window.desk.deeds.add((str(inputs),))
    with Reader(window.engine.path) as reader:
        _until(window, reader.batches)
        _until(window, lambda: window.desk.state.now.batches)
        feedback = time.perf_counter() - begin
        _until(window, lambda: reader.batches()[0].state is not BatchState.BUILDING)
        queued = time.perf_counter() - begin
        total = reader.counts().total
    _spin(window, 0.5)
    late = list(gaps.late)
    window.close()
    return {"late": late, "feedback": feedback, "queued": queued, "rows": total}


def million(folder: Path) -> dict[str, Any]:
    """The window over the million queued rows in `folder`: memory; gaps while 100,000 are added, cancelled, retried."""
    import psutil

    from app.core.states import BatchState
    from app.engine.commands import Submission
    from app.store.reader import Reader
    from tests.bench.million import FAILED

    inputs = _files(folder, 100, ".noop")
    window = _open(folder)
    engine = window.engine
    engine.pause()
    _until(window, lambda: window.desk.state.now.batches)
    _spin(window, 2.0)
    memory = psutil.Process().memory_info().rss
    gaps, seconds = Gaps(), {}
    recipe = f'{{"dropmill": 1, "kind": "noop", "jobs": {QUEUED // 100}}}'

    def add() -> None:
        batch = engine.submit(Submission("noop", recipe, "Large", (str(inputs),), "Large", start=False))
        with Reader(engine.path) as reader:
            while (row := reader.batch(batch)) is None or row.state is not BatchState.PAUSED:
                time.sleep(0.005)

    def cancel() -> None:
        with Reader(engine.path) as reader:
            batch = reader.batches()[0].id
        if engine.cancel(batch=batch) != QUEUED:
            raise AssertionError("not all of them were cancelled")

    def retry() -> None:
        if engine.retry(batch=FAILED) != QUEUED:
            raise AssertionError("not all of them were retried")

    late: dict[str, list[float]] = {}
    with ThreadPoolExecutor(1) as other:
        for command in (add, cancel, retry):
            gaps.clear()
            began = time.perf_counter()
            asked = other.submit(command)
            _until(window, asked.done)
            asked.result()
            seconds[command.__name__] = time.perf_counter() - began
            _spin(window, 0.5)
            late[command.__name__] = list(gaps.late)
    with Reader(engine.path) as reader:
        rows = reader.counts().total
    found = {
        "late": late,
        "seconds": seconds,
        "memory": memory,
        "rows": rows,
        "after": psutil.Process().memory_info().rss,
    }
    window.close()
    return found


def measured(name: str, folder: Path) -> dict[str, Any]:
    """Run one measurement in a process of its own."""
    folder.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "tests.bench.window", name, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name} failed: {done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    name, folder = sys.argv[1], Path(sys.argv[2])
    found = {"busy": busy, "drop": drop, "million": million}[name](folder)
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
