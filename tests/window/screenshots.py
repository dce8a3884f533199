"""Pictures of the window for people: `python -m tests.window.screenshots [FOLDER]` (default resources/screenshots).

Drives the product's own widgets over a real queue file, without a screen.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.system.recipes import Shelf
from app.window.application import make_app
from app.window.backend import Backend
from app.window.bridge import Bridge
from app.window.desk import Desk
from app.window.memory import Memory
from app.window.queue.model import QueueModel
from app.window.recipes import read_recipes
from app.window.shell import Shell
from app.window.theme import Appearance, Theme
from tests.window.mailcheck.letters import mail_batch
from tests.window.staged import Staged, job, lisbon

WIDE, SMALL = (1280, 800), (720, 480)


class Stage:
    """The window over a staged queue."""

    def __init__(self, folder: Path, appearance: Appearance, interrupted: int = 0) -> None:
        self.staged = Staged(folder)
        path = self.staged.path
        self.memory = Memory(folder)
        self.theme = Theme(make_app(), appearance)
        self.backend = Backend(
            self.staged.reader(), Bridge(self.staged.reader, "reads").owning(),
            Bridge(lambda: self.staged, "commands"), Bridge(lambda: self.staged, "long"), self.staged.reader,
            self.busy, self.staged.finish_running, interrupted,
        )  # fmt: skip
        assert path.exists()
        self.shell = Shell(QueueModel(self.backend.reader, self.backend.reads), self.memory)
        self.desk = Desk(self.shell, self.backend, self.theme)
        self.desk.show_recipes(read_recipes(Shelf(folder / "recipes")))

    def busy(self) -> tuple[int, int]:
        """(running, workers), as the engine would say it."""
        return self.desk.state.now.counts.running, 8

    def show(self, width: int, height: int) -> None:
        self.shell.resize(width, height)
        self.shell.show()
        self.desk.start()
        self.settle()

    def settle(self) -> None:
        """Let everything that was asked for arrive."""
        quiet = 0
        while quiet < 8:
            events = self.staged.take_events()
            if events:
                self.desk.on_events(events)
            QApplication.processEvents()
            time.sleep(0.02)
            busy = self.desk.state.pending or self.shell.page.model.pending
            bridges = (self.backend.reads, self.backend.commands, self.backend.long)
            busy = busy or not all(bridge.idle for bridge in bridges)
            quiet = 0 if busy else quiet + 1

    def grab(self, target: Path) -> None:
        self.settle()
        self.shell.grab().save(str(target), "PNG", 0)  # 0 = as small as it gets

    def close(self) -> None:
        self.shell.may_close = True
        self.shell.close()
        self.backend.close()
        self.staged.finish()
        self.shell.deleteLater()
        QApplication.processEvents()


def picture(target: Path, size: tuple[int, int], appearance: Appearance, fill: Callable[[Stage], None]) -> None:
    """One picture: a new queue, filled and shown."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), appearance)
        stage.show(*size)
        fill(stage)
        stage.grab(target)
        stage.close()


def nothing(_stage: Stage) -> None:
    """An empty queue."""


def running(stage: Stage) -> None:
    """A batch at work."""
    number, progress = lisbon(stage.staged)
    stage.settle()
    stage.shell.rail.choose(("batch", number))
    stage.settle()
    table = stage.shell.page.table
    table.follow = False
    table.on_progress(progress)
    table.selectRow(7 if stage.shell.width() > SMALL[0] else 13)
    table.verticalScrollBar().setValue(5 if stage.shell.width() > SMALL[0] else 12)


def failures(stage: Stage) -> None:
    """The same batch with the drawer open."""
    running(stage)
    stage.desk.act("failures")
    stage.settle()


def dropped(stage: Stage) -> None:
    """What became of a drop."""
    left = {".pdf": 4, ".psd": 1}
    names = [job(f"IMG_{1987 + n}.jpg", n) for n in range(40)]
    names.append(job("scan7.jpg", 99, 0, state=names[0].state.FAILED, code="EMPTY_FILE", message="scan7.jpg is empty."))
    number = stage.staged.batch(names, start=False, left_out=left)
    stage.settle()
    stage.shell.rail.choose(("batch", number))


def drag(stage: Stage) -> None:
    """Files over the window."""
    running(stage)
    recipe = stage.shell.header.picker.recipe()
    others = [r for r in stage.shell.recipes if recipe is None or r.name != recipe.name][:3]
    here = Path(__file__).parents[2] / "resources"
    stage.shell.overlay.begin((str(here / "samples"), str(here / "icons" / "add.svg")), recipe, others)


def preflight(stage: Stage) -> None:
    """Messages that wait to be sent."""
    folder = stage.staged.path.parent
    people = ["Jane Cole", "Tom Reed", "Ada Ilves", "Omar Haddad", "Lena Voss", "Piet Maas", "Sara Lind", "Ivo Kral"]
    rows = [(name, f"{name.split()[0].lower()}@northwind.example", "", str(2041 + n)) for n, name in enumerate(people)]
    rows[3] = ("Omar Haddad", "omar@", "", "2044")
    rows[6] = ("Jane Cole", "jane@northwind.example", "", "2047")
    number = mail_batch(stage.staged, folder, rows)
    stage.settle()
    stage.shell.rail.choose(("batch", number))
    stage.settle()
    stage.desk.act("check-mail")


PICTURES: dict[str, Callable[[Stage], None]] = {
    "empty": nothing,
    "running": running,
    "failures": failures,
    "preflight": preflight,
}


def main(folder: Path) -> None:
    """The four main screens, light, dark and small; the rest once."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, fill in PICTURES.items():
        picture(folder / f"{name}.png", WIDE, Appearance.LIGHT, fill)
        picture(folder / f"{name}-720x480.png", SMALL, Appearance.LIGHT, fill)
        picture(folder / f"{name}-dark.png", WIDE, Appearance.DARK, fill)
    picture(folder / "dropped.png", WIDE, Appearance.LIGHT, dropped)
    picture(folder / "drag.png", WIDE, Appearance.LIGHT, drag)
    picture(folder / "running-1000x640.png", (1000, 640), Appearance.LIGHT, running)
    picture(folder / "running-dark-720x480.png", SMALL, Appearance.DARK, running)
    picture(folder / "running-contrast.png", WIDE, Appearance.CONTRAST, running)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "resources" / "screenshots")
