"""Many jobs through the whole program in one process: what the window made on the way is gone when it is closed."""

import gc
import os
import threading
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.core.states import BatchState
from app.engine.engine import Engine
from app.engine.services import Services
from app.engine.session import open_queue
from app.jobs import registry
from app.system.folders import Folders
from app.window.application import Application, make_app
from app.window.recipes import Recipe
from tests.bench.noop import NoopKind
from tests.waiting import until

JOBS = 10_000  # of a kind that does nothing: what each makes in the window counts, not what a drive can sync
TABLES = 100


def live() -> Counter[str]:
    """What must not grow: objects of Qt that Python knows, by class, and top-level widgets."""
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    found = Counter(type(o).__name__ for o in gc.get_objects() if isinstance(o, QObject) and isValid(o))
    found["top-level widgets"] = len(QApplication.topLevelWidgets())
    return found


def threads() -> set[str]:
    """Threads that Python started. Qt's own ones leave a shadow of themselves in `threading`, alive or not."""
    return {thread.name for thread in threading.enumerate() if thread.name.partition("-")[0] != "Dummy"}


def see(condition, seconds=120.0):
    until(lambda: QApplication.processEvents() or condition(), seconds)


def children(shell: QObject) -> tuple[int, int]:
    """(objects, running timers) below the window."""
    timers = sum(timer.isActive() for timer in shell.findChildren(QTimer))
    return len(shell.findChildren(QObject)), timers


def add(window: Application, path: Path, recipe: Recipe) -> None:
    """Drop `path` and press Run when it is looked through."""
    batches = len(window.desk.state.now.batches)
    window.desk.deeds.add((os.fspath(path),), recipe)
    see(lambda: len(window.desk.state.now.batches) > batches)
    see(lambda: window.desk.state.now.batches[0].state is BatchState.PAUSED)
    see(lambda: window.shell.rail.key == ("batch", window.desk.state.now.batches[0].id))
    window.desk.act("run")
    see(lambda: window.desk.state.now.batches[0].state is BatchState.FINISHED)


def work_once(folder: Path, jobs: int, tables: int) -> tuple[int, int]:
    """A window, `jobs` jobs and `tables` real files through it, the window closed. Returns what it had grown by
    between the first batch and its end."""
    engine = open_queue(folder / "data", Services(), workers=1)
    assert isinstance(engine, Engine)
    window = Application(make_app(), engine, Folders(folder / "data"))
    try:
        window.show([])
        see(lambda: window.shell.recipes)
        add(window, folder / "tables", next(r for r in window.shell.recipes if r.kind == "table"))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        before = children(window.shell)
        text = f'{{"dropmill": 1, "kind": "noop", "jobs": {jobs}}}'
        add(window, folder / "all.noop", Recipe("No-op", "noop", text, "", NoopKind.suffixes))
        see(lambda: window.desk.notices.spec is not None)
        assert window.desk.state.now.counts.done == jobs + tables
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        after = children(window.shell)
    finally:
        window.close()
        window.shell.deleteLater()
    return after[0] - before[0], after[1] - before[1]


@pytest.fixture
def inputs(tmp_path, monkeypatch):
    """Makes a folder with a folder of small tables and one file that becomes many jobs."""
    monkeypatch.setitem(registry.KINDS, "noop", "tests.bench.noop:NoopKind")

    def make(name: str, tables: int) -> Path:
        folder = tmp_path / name / "tables"
        folder.mkdir(parents=True)
        for n in range(tables):
            (folder / f"{n}.csv").write_text("a,b\n1,2\n")
        (folder.parent / "all.noop").write_text("-")
        return folder.parent

    return make


def test_ten_thousand_jobs_leave_nothing_behind(qapp, inputs):
    work_once(inputs("first", 3), 3, 3)  # what is made once a process: caches, the clipboard, the style
    objects, before, pool = live(), threads(), QThreadPool.globalInstance().activeThreadCount()
    grown, timers = work_once(inputs("second", TABLES), JOBS, TABLES)
    assert grown < 20, "a banner at most, not something a job"
    assert timers < 5, "what waits for its one shot, not something a job"
    assert threads() <= before
    assert QThreadPool.globalInstance().activeThreadCount() == pool
    more = live() - objects  # a closed window's bridges and pool may be held for a while; nothing of a job may
    assert set(more) <= {"Bridge", "QThreadPool"}, more
    assert more.total() <= 3, more
    assert not any(isinstance(o, QThread) and o.isRunning() for o in gc.get_objects() if isinstance(o, QThread))
