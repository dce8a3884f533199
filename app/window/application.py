"""The window's process: QApplication, the queue, the hub, and the order in which they end.

Owns: start-up, unexpected exceptions, shutdown. Must not know: any page.
"""

import logging
import os
import signal
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from app.compose import Parts, open_engine
from app.engine.control import ControlClient
from app.engine.engine import Engine
from app.engine.hub import Hub
from app.store.errors import StoreError
from app.store.reader import Reader
from app.system.environment import retry_scale
from app.system.folders import Folders
from app.system.recipes import Shelf
from app.system.resources import resource
from app.system.settings import SettingsError
from app.window.accounts.post import Post
from app.window.attention import WindowAttention
from app.window.backend import Backend
from app.window.bridge import Bridge
from app.window.desk import Desk
from app.window.finder import Opened
from app.window.languages import speak
from app.window.memory import Memory
from app.window.queue.model import QueueModel
from app.window.recipes import read_recipes
from app.window.shell import Shell
from app.window.text import tr
from app.window.theme import Theme

log = logging.getLogger(__name__)

QUEUE_UNUSABLE = 3  # the exit code for a queue that cannot be opened


class Surprises(QObject):
    """Logs every exception that nobody caught, once a place, and says so in the window: never in a dialog."""

    happened = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seen: set[tuple[type[BaseException], str, int]] = set()
        self._before = sys.excepthook
        sys.excepthook = self._caught

    def restore(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._before

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        last = traceback.extract_tb(trace)[-1] if trace is not None else None
        key = (kind, last.filename if last else "", (last.lineno or 0) if last else 0)
        if key in self._seen:  # a fault in paint comes 40 times a second
            return
        self._seen.add(key)
        log.error("unexpected: %s", error, exc_info=(kind, error, trace))
        self.happened.emit(tr("Dropmill made a mistake. The log has the details. The queue goes on."))


def make_app() -> QApplication:
    """The application object: Fusion, so that the palette is ours on every system."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Dropmill")
    app.setDesktopFileName("dropmill")
    app.setStyle("Fusion")
    icon = resource("app-icon.png")
    if icon.exists():
        app.setWindowIcon(QIcon(str(icon)))
    if QLocale.system().language() is QLocale.Language.C:
        QLocale.setDefault(QLocale(QLocale.Language.English))  # "C" would write 4812 without its comma
    return app


class Application:
    """Everything between the start and the end of the window. `engine` must be started by `show`."""

    def __init__(
        self,
        app: QApplication,
        engine: Engine,
        folders: Folders,
        attention: WindowAttention | None = None,
        parts: Parts | None = None,
    ) -> None:
        """`parts`: those that the engine was opened with, whose secrets it uses; None = new ones."""
        path, shelf = folders.database, Shelf(folders.recipes)
        parts = parts or Parts(folders)
        self.app, self.engine = app, engine
        self.memory = Memory(folders.data)
        speak(app, self.memory.language)
        self.theme = Theme(app, self.memory.appearance)
        self.backend = Backend(
            reader=Reader(path),
            reads=Bridge(lambda: Reader(path), "reads").owning(),
            commands=Bridge(lambda: engine, "commands"),
            long=Bridge(lambda: engine, "long"),
            make_reader=lambda: Reader(path),
            busy=engine.busy,
            finish=engine.finish_running,
            interrupted=engine.interrupted,
            troubles=tuple(engine.troubles),
            preview=engine.previews.ask,
            shelf=shelf,
            parts=parts,
            engine=engine,
            post=Post.of(parts),
        )
        self.model = QueueModel(self.backend.reader, self.backend.reads, most_tries=self.backend.most_tries)
        self.shell = Shell(self.model, self.memory)
        self.desk = Desk(self.shell, self.backend, self.theme)
        self.attention = attention
        if attention is not None:
            attention.use(self.desk.tray)
        self.hub = Hub(engine)
        self.hub.events.connect(self.desk.on_events)
        engine.has_window = True
        self.hub.progress.connect(self.shell.page.table.on_progress)
        self.shell.visible.connect(self.hub.set_visible)
        self.surprises = Surprises(self.shell)
        self.surprises.happened.connect(self.desk.notices.trouble)
        self.backend.reads.run(lambda _reader: read_recipes(shelf), self.desk.show_recipes)

    def show(self, files: list[str]) -> None:
        """Start the engine and show the window, with `files` added."""
        self.engine.start()
        self.shell.restore()
        self.shell.show()
        self.desk.start()
        self.desk.pages.open(self.memory.start)
        if sys.platform == "darwin":
            Opened(self.app, self.desk.add, self.shell)
        if files:
            self.desk.add(tuple(os.path.abspath(path) for path in files))
        elif not self.memory.welcomed and not self.backend.reader.batches():
            self.desk.pages.show_welcome()
        self.memory.welcomed = True

    def leave(self) -> None:
        """Close the window without a question (the system or a terminal asked the process to end)."""
        self.shell.may_close = True
        self.shell.close()

    def close(self) -> None:
        """End in order: no new events, no new commands, the engine (running jobs go back), the window."""
        self.shell.hide()
        self.hub.close()
        if self.attention is not None:
            self.attention.close()
        self.desk.tray.close()
        self.backend.close()
        self.engine.close()
        self.memory.save()
        self.surprises.restore()
        self.theme.deleteLater()  # the QApplication outlives the window and would keep it, following the system


def run(data_dir: Path, files: list[str], workers: int | None = None) -> int:
    """The window over the queue of `data_dir`, with `files` added; returns the exit code of the process.

    `workers`: worker processes, None as the settings say.
    """
    app, folders = make_app(), Folders(data_dir)
    attention, parts = WindowAttention(folders.data), Parts(folders)
    try:
        queue = open_engine(parts, workers, retry_scale(), attention=attention)
    except (StoreError, SettingsError, ValueError) as error:
        return _say_why_not(app, error)
    if isinstance(queue, ControlClient):
        try:
            queue.open([os.path.abspath(path) for path in files])
        except StoreError as error:
            return _say_why_not(app, error)
        finally:
            queue.close()
        return 0
    window = Application(app, queue, folders, attention, parts)
    # A hidden window is not the end, and closing one that is hidden must be: the window says so itself.
    app.setQuitOnLastWindowClosed(False)
    window.shell.left.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    for name in (signal.SIGINT, signal.SIGTERM):
        # Python runs handlers between two slots, and the hub's timer calls one 30 times a second.
        signal.signal(name, lambda *_: window.leave())
    window.show(files)
    try:
        return app.exec()
    finally:
        window.close()


def _say_why_not(app: QApplication, error: Exception) -> int:
    log.error("the window cannot open: %s", error)
    Theme(app)
    QMessageBox.critical(None, "Dropmill", str(error))
    return QUEUE_UNUSABLE
