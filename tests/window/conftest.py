"""What the window's tests share: a real queue file, bridges over it, and the whole window over it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.system.recipes import Shelf
from app.window.accounts.post import Post
from app.window.backend import Backend
from app.window.bridge import Bridge
from app.window.desk import Desk
from app.window.memory import Memory
from app.window.queue.model import QueueModel
from app.window.recipes import Recipe, read_recipes
from app.window.shell import Shell
from app.window.theme import Appearance, Theme
from app.window.tray import Tray
from tests.waiting import until
from tests.window.accounts.parts import parts_of
from tests.window.failures.real_queue import Queue
from tests.window.staged import Staged


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Numbers as the tests write them, whatever the machine speaks."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def staged(tmp_path: Path) -> Iterator[Staged]:
    made = Staged(tmp_path)
    yield made
    made.finish()


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[Queue]:
    """A queue file whose jobs end as a test says, for parts of the window shown alone."""
    made = Queue(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="session")
def recipes() -> list[Recipe]:
    """The recipes that ship with the program."""
    return read_recipes(Shelf(Path("no-folder-of-saved-recipes")))


class Window:
    """The product's own window over a staged queue."""

    def __init__(
        self, qapp: QApplication, staged: Staged, folder: Path, recipes: list[Recipe], interrupted: int
    ) -> None:
        self.staged = staged
        self.memory = Memory(folder)
        self.theme = Theme(qapp, Appearance.LIGHT)
        parts = parts_of(folder)
        self.backend = Backend(
            reader=staged.reader(),
            reads=Bridge(staged.reader, "reads").owning(),
            commands=Bridge(lambda: staged, "commands"),
            long=Bridge(lambda: staged, "long"),
            make_reader=staged.reader,
            busy=lambda: (self.desk.state.now.counts.running, 8),
            finish=staged.finish_running,
            interrupted=interrupted,
            preview=staged.preview,
            shelf=Shelf(folder / "recipes"),
            parts=parts,
            engine=staged,
            post=Post.of(parts),
        )
        self.model = QueueModel(self.backend.reader, self.backend.reads, most_tries=self.backend.most_tries)
        self.shell = Shell(self.model, self.memory)
        self.tray_there = False
        tray = Tray(self.shell.actions_of, self.shell, lambda: self.tray_there)
        self.desk = Desk(self.shell, self.backend, self.theme, tray)
        self.desk.show_recipes(recipes)
        self.page, self.table, self.rail = self.shell.page, self.shell.page.table, self.shell.rail

    def show(self, width: int = 1280, height: int = 800) -> "Window":
        self.shell.resize(width, height)
        self.shell.show()
        self.desk.start()
        self.settle()
        return self

    def settle(self) -> None:
        """Let events and every answer arrive: what was asked for by then is on screen."""
        quiet = 0

        def still() -> bool:
            nonlocal quiet
            events = self.staged.take_events()
            if events:
                self.desk.on_events(events)
            QApplication.processEvents()
            bridges = (self.backend.reads, self.backend.commands, self.backend.long, self.backend.post)
            busy = events or not all(bridge is None or bridge.idle for bridge in bridges)
            quiet = 0 if busy or self.desk.state.pending or self.model.pending else quiet + 1
            return quiet > 3

        until(still)

    def rows(self) -> list[str]:
        """Names in the table, from the top."""
        jobs = (self.model.job(row) for row in range(self.model.rowCount()))
        return [job.title for job in jobs if job is not None]

    def close(self) -> None:
        self.shell.may_close = True
        self.shell.close()
        self.backend.close()
        self.shell.deleteLater()
        QApplication.processEvents()


@pytest.fixture
def open_window(
    qapp: QApplication, qtbot: object, staged: Staged, tmp_path: Path, recipes: list[Recipe]
) -> Iterator[Callable[..., Window]]:
    """Call it after the queue was staged; it shows the window. Closed at the end of the test."""
    made: list[Window] = []

    def build(interrupted: int = 0, width: int = 1280, height: int = 800) -> Window:
        made.append(Window(qapp, staged, tmp_path, recipes, interrupted))
        return made[-1].show(width, height)

    yield build
    for window in made:
        window.close()
