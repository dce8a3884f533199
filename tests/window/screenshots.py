"""Pictures of the window for people: `python -m tests.window.screenshots [FOLDER] [NAME…]` (default
resources/screenshots, all of them).

Drives the product's own widgets over a real queue file, without a screen. The pictures have few colours, so they are
saved with a palette wherever that loses nothing that an eye could see.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QLocale, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from app.system.recipes import Shelf
from app.system.resources import resource
from app.window.accounts.post import Post
from app.window.application import make_app
from app.window.ask import Question
from app.window.backend import Backend
from app.window.bridge import Bridge
from app.window.desk import Desk
from app.window.memory import Memory
from app.window.queue.model import QueueModel
from app.window.recipes import read_recipes
from app.window.shell import Shell
from app.window.theme import Appearance, Theme
from tests.window.accounts.parts import parts_of
from tests.window.pseudo import PseudoTranslator, speaking, translator_of
from tests.window.scenes import SCENES, SMALL, WIDE
from tests.window.staged import Staged

COLOURS = 256


class Stage:
    """The window over a staged queue."""

    def __init__(self, folder: Path, appearance: Appearance, interrupted: int = 0) -> None:
        self.staged = Staged(folder)
        path = self.staged.path
        self.memory = Memory(folder)
        self.theme = Theme(_app(), appearance)
        parts = parts_of(folder)
        self.backend = Backend(
            self.staged.reader(), Bridge(self.staged.reader, "reads").owning(),
            Bridge(lambda: self.staged, "commands"), Bridge(lambda: self.staged, "long"), self.staged.reader,
            self.busy, self.staged.finish_running, interrupted, parts=parts, engine=self.staged,
            post=Post.of(parts),
        )  # fmt: skip
        assert path.exists()
        self.shell = Shell(
            QueueModel(self.backend.reader, self.backend.reads, most_tries=self.backend.most_tries), self.memory
        )
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
            bridges = (self.backend.reads, self.backend.commands, self.backend.long, self.backend.post)
            busy = busy or not all(bridge is None or bridge.idle for bridge in bridges)
            quiet = 0 if busy else quiet + 1

    def grab(self, ratio: float = 1.0) -> QPixmap:
        """The window as it is now, with the question that stands over it, at `ratio` device pixels a pixel."""
        self.settle()
        whole = _painted(self.shell, ratio)
        for question in (one for one in self.shell.findChildren(Question) if one.isVisible()):
            shown, painter = _painted(question, ratio), QPainter(whole)
            corner = self.shell.rect().center() - question.rect().center()
            painter.drawPixmap(corner, shown)
            painter.setPen(question.palette().mid().color())
            painter.drawRect(QRect(corner, question.size()))
            painter.end()
        return whole

    def close(self) -> None:
        self.shell.may_close = True
        self.shell.close()
        self.backend.close()
        self.staged.finish()
        self.shell.deleteLater()
        QApplication.processEvents()


@cache
def _app() -> QApplication:
    """The application object, made once: making it again would set the numbers back to English."""
    return make_app()


def _painted(widget: QWidget, ratio: float) -> QPixmap:
    made = QPixmap(widget.size() * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    widget.render(made)
    return made


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture. `language`: "" English, a code, or "pseudo"; `mirrored`: from right to left; `ratio`: device pixels
    a pixel."""

    scene: str
    size: tuple[int, int] = WIDE
    appearance: Appearance = Appearance.LIGHT
    language: str = ""
    mirrored: bool = False
    ratio: float = 1.0

    @property
    def name(self) -> str:
        """The name of its file, without the type."""
        parts = [self.scene]
        if self.appearance is not Appearance.LIGHT:
            parts.append(self.appearance.value)
        if self.size != WIDE:
            parts.append(f"{self.size[0]}x{self.size[1]}")
        if self.ratio != 1.0:
            parts.append(f"{round(self.ratio * 100)}-percent")
        if self.language:
            parts.append({"de": "german", "fr": "french"}.get(self.language, self.language))
        if self.mirrored:
            parts.append("right-to-left")
        return "-".join(parts)


def shots() -> Iterator[Shot]:
    """Every screen light and dark; the two that people look at longest in every other way, too."""
    for scene in SCENES:
        yield Shot(scene)
        yield Shot(scene, appearance=Appearance.DARK)
    for scene in ("running", "failures"):
        yield Shot(scene, SMALL)
        yield Shot(scene, SMALL, Appearance.DARK)
        yield Shot(scene, appearance=Appearance.CONTRAST)
        yield Shot(scene, ratio=2.0)
        yield Shot(scene, language="de")
        yield Shot(scene, language="pseudo", mirrored=True)
    yield Shot("running", (1000, 640))
    yield Shot("running", language="fr")
    for scene in ("empty", "welcome", "preflight", "help"):
        yield Shot(scene, SMALL)
        yield Shot(scene, language="de")


def take(shot: Shot, folder: Path) -> None:
    """Make one picture: a new queue, filled and shown."""
    app = _app()
    with tempfile.TemporaryDirectory() as queue, ExitStack() as stack:
        before = QLocale()
        stack.callback(QLocale.setDefault, before)
        if shot.language == "pseudo":
            stack.enter_context(speaking(app, PseudoTranslator(), shot.mirrored))
        elif shot.language:
            QLocale.setDefault(QLocale(shot.language))
            texts = translator_of(str(resource("translations", f"{shot.language}.qm")))
            stack.enter_context(speaking(app, texts, shot.mirrored))
        stage = Stage(Path(queue), shot.appearance)
        stage.show(*shot.size)
        SCENES[shot.scene](stage)
        save(stage.grab(shot.ratio), folder / f"{shot.name}.png")
        stage.close()


def save(picture: QPixmap, target: Path) -> None:
    """Write `picture` as a PNG with a palette of 256 colours, as small as it gets."""
    import io

    from PIL import Image

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.toImage().save(buffer, "PNG")
    whole = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
    found = whole.getcolors(whole.width * whole.height) or []
    exact = [colour for _, colour in sorted(found, reverse=True)[: COLOURS // 2]]  # fills, text and lines as they are
    rest = whole.quantize(COLOURS - len(exact), method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*(part for colour in exact for part in colour), *rest][: 3 * COLOURS])
    whole.quantize(palette=palette, dither=Image.Dither.NONE).save(target, optimize=True)


def main(folder: Path, names: set[str]) -> None:
    """All pictures, or those of `names` (a scene's name stands for all of that scene)."""
    folder.mkdir(parents=True, exist_ok=True)
    for shot in shots():
        if not names or names & {shot.name, shot.scene}:
            take(shot, folder)


if __name__ == "__main__":
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "resources" / "screenshots"
    main(place, set(sys.argv[2:]))
