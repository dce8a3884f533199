"""A person at the real window: eyes (what is visible), hands (drags, keys, clicks), and the patience to wait.

Runs inside the window's own process (`drive.py`). Reads the queue through its file, as somebody outside would. Must not
know what the window's parts do with what it gives them.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.core.model import Batch
from app.store.reader import Reader
from app.window.shell import Shell
from app.window.welcome.page import WelcomePage
from app.window.widgets import Button

LIMIT_S = 40.0
_LEFT, _NO_KEY, _COPY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction


class Person:
    """See the module. Every wait looks for dialogs, too: none may open that was not asked for."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.asked = False  # a dialog is the answer to what was just done
        self._reader: Reader | None = None

    @property
    def shell(self) -> Shell:
        (shell,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Shell))
        return shell

    def say(self, word: str, **more: Any) -> None:
        """A line for the test that waits outside."""
        sys.stdout.write(json.dumps({"said": word, **more}) + "\n")
        sys.stdout.flush()

    # Waiting

    def until(self, what: str, condition: Callable[[], object], seconds: float = LIMIT_S) -> None:
        """Let the window work until `condition()`."""
        deadline = time.monotonic() + seconds
        while not condition():
            QTest.qWait(10)
            opened = [] if self.asked else self.dialogs()
            assert not opened, f"nobody asked for {opened[0].windowTitle()!r} while waiting for {what}"
            assert time.monotonic() < deadline, f"{what}: not within {seconds} s; {self.sight()}"

    def dialogs(self) -> list[QDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]

    def wait_for_the_window(self) -> None:
        self.until("a window with its recipes", lambda: self.shell.isVisible() and self.shell.recipes)
        self.turn_to_the_window()
        if isinstance(self.shell.shown_page, WelcomePage):
            self.click("Start with my own files")

    def turn_to_the_window(self) -> None:
        """Make it the active one, as a window manager does when a dialog has closed: here is none."""
        self.shell.activateWindow()
        self.until("an active window", lambda: QApplication.activeWindow() is self.shell)

    # Looking

    def batches(self) -> list[Batch]:
        """Newest first, as the queue's file has them."""
        if self._reader is None:
            self._reader = Reader(self.data / "queue.db")
        return self._reader.batches()

    def batch(self) -> Batch:
        """The newest one."""
        return self.batches()[0]

    def paused(self) -> bool:
        self.batches()
        assert self._reader is not None
        return self._reader.paused()

    def rows(self) -> dict[str, str]:
        """Name and state word of every row in the table."""
        model = self.shell.page.model
        jobs = [(row, model.job(row)) for row in range(model.rowCount())]
        return {job.title: str(model.data(model.index(row, 0))) for row, job in jobs if job is not None}

    def button(self, words: str, within: QWidget | None = None) -> Button:
        """The one visible button with these words."""
        place = within or self.shell
        (found,) = (b for b in place.findChildren(Button) if b.text() == words and b.isVisible())
        return found

    def sees(self, words: str, within: QWidget | None = None) -> bool:
        place = within or self.shell
        return any(b.text() == words and b.isVisible() and b.isEnabled() for b in place.findChildren(Button))

    def sight(self) -> str:
        """What is there when a wait was in vain."""
        focus, status = QApplication.focusWidget(), self.shell.status
        batches = [(b.title, b.state.value, str(b.counts)) for b in self.batches()]
        return f"focus: {focus}, button: {self.shell.header.run.text()}, status: {status.count.text()}, {batches}"

    # Doing

    def press(self, keys: str, at: QWidget | None = None) -> None:
        """Keys, where the focus is or at `at`."""
        QTest.keySequence(at or QApplication.focusWidget() or self.shell, QKeySequence(keys))

    def run(self) -> None:
        """Ctrl+R, as soon as the window offers it."""
        self.until("something to run", self.shell.actions_of["run"].isEnabled)
        self.press("Ctrl+R")

    def click(self, words: str, within: QWidget | None = None) -> None:
        self.until(f"a button {words!r}", lambda: self.sees(words, within))
        QTest.mouseClick(self.button(words, within), _LEFT)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    def drag_in(self, paths: Sequence[str]) -> QMimeData:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
        self._send(QDragEnterEvent(QPoint(600, 300), _COPY, mime, _LEFT, _NO_KEY))
        return mime

    def drag_out(self) -> None:
        self._send(QDragLeaveEvent())

    def drop(self, *paths: str, on: str = "") -> None:
        """Drag files in and let them go: over the middle, or on the tile of the recipe `on`."""
        mime, overlay = self.drag_in(paths), self.shell.overlay
        self.until("the overlay", overlay.isVisible)
        at = QPoint(600, 300)
        if on:
            tile = next(tile for tile in overlay.tiles.tiles if tile.recipe.name == on)
            at = tile.mapTo(self.shell, tile.rect().center())
        self._send(QDragMoveEvent(at, _COPY, mime, _LEFT, _NO_KEY))
        self._send(QDropEvent(QPointF(at), _COPY, mime, _LEFT, _NO_KEY))
        assert not overlay.isVisible()

    def _send(self, event: QDragEnterEvent | QDragLeaveEvent | QDragMoveEvent | QDropEvent) -> None:
        QApplication.sendEvent(self.shell, event)
