"""The page of watched folders: which there are, how each fares, and the way to add, pause and remove one.

Owns: the page and its commands. Must not know: how folders are watched. What may not be watched, the
queue says in words.
"""

import os
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.model import Watch, WatchMode
from app.engine.commands import Commands
from app.store.errors import StoreError
from app.window.ask import Question
from app.window.bridge import Bridge
from app.window.header import Picker
from app.window.recipes import Recipe
from app.window.statusbar import IconLabel
from app.window.text import SEPARATOR, isolated, printable, tr
from app.window.theme import font
from app.window.told import told
from app.window.widgets import (
    Button,
    CheckBox,
    ElidedLabel,
    Look,
    filled,
    hairline,
    icon_button,
    label,
    secondary_label,
    title_label,
)

Role = QPalette.ColorRole
WIDEST = 860


def condition(watch: Watch) -> tuple[str, str, str]:
    """(icon, tone, words) of how a watched folder fares."""
    if not watch.enabled:
        return "pause", "", tr("Paused by you")
    if watch.code:
        return (
            "warning",
            "warn",
            printable(told(watch.message) if watch.message else tr("It cannot be looked through.")),
        )
    return "check", "done", tr("Watched")


class WatchRow(QWidget):
    """One watched folder, with its buttons. `toggled`: (watch, on); `removed`: the watch."""

    toggled = Signal(int, bool)
    removed = Signal(int)

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self.watch = watch
        self._icon = IconLabel("folder", 18)
        self.title = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.title.setFont(font(0, 500))
        self.second = ElidedLabel(mode=Qt.TextElideMode.ElideRight)
        self.second.setFont(font(-1))
        self.second.setForegroundRole(Role.PlaceholderText)
        self.pause = Button(tr("Pause"), "pause", Look.BORDERED)
        self.pause.clicked.connect(self._pause)
        self.remove = Button(tr("Remove…"), "trash", Look.FLAT)
        self.remove.clicked.connect(self._remove)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.second)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 8, 4, 8)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.pause)
        row.addWidget(self.remove)
        self.show_watch(watch)

    def show_watch(self, watch: Watch) -> None:
        """Show the folder as it is now."""
        self.watch = watch
        icon, tone, words = condition(watch)
        folder = printable(watch.folder)
        self._icon.show_icon(icon if watch.code or not watch.enabled else "folder", tone if watch.code else "")
        self.title.setText(isolated(folder))
        into = tr("into {folder}").format(folder=isolated(printable(watch.out))) if watch.out else ""
        network = tr("network drive") if watch.mode is WatchMode.POLLED else ""
        parts = (words, isolated(printable(watch.recipe_name)), into, network)
        self.second.setText(SEPARATOR.join(part for part in parts if part))
        self.setAccessibleName(f"{folder}, {self.second.text()}")
        name = tr("Pause watching {folder}") if watch.enabled else tr("Watch {folder} again")
        self.pause.set_text(tr("Pause") if watch.enabled else tr("Resume"), name.format(folder=folder))
        self.pause.set_icon("pause" if watch.enabled else "run")
        self.remove.set_text(tr("Remove…"), tr("Watch {folder} no longer").format(folder=folder))

    @Slot()
    def _pause(self) -> None:
        self.toggled.emit(self.watch.id, not self.watch.enabled)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.watch.id)


class WatchPage(QWidget):
    """See the module. `back`: leave it."""

    back = Signal()

    def __init__(self, commands: Bridge[Commands], recipes: list[Recipe], chosen: str) -> None:
        super().__init__()
        filled(self)
        self.setAccessibleName(tr("Watched folders"))
        self._commands = commands
        self._rows: dict[int, WatchRow] = {}
        self._leave = icon_button("chevron-left", tr("Back to the queue"))
        self._leave.clicked.connect(self.back)
        self.picker = Picker()
        self.picker.setAccessibleName(tr("Recipe for the folder to watch"))
        self.picker.setToolTip(tr("Recipe for the folder to watch"))
        self.picker.setMinimumWidth(140)
        self.picker.setMaximumWidth(190)
        self.picker.show_recipes(recipes, chosen)
        self.network = CheckBox(tr("On a network drive"))
        self.network.setToolTip(tr("Network drives report no changes: the folder is looked through again and again."))
        self.add = Button(tr("Watch a folder…"), "add-folder", Look.BORDERED)
        self.add.clicked.connect(self._choose)
        self.trouble = label("", 0, wrap=True)
        self.trouble.hide()
        self.empty = secondary_label(tr("No folder is watched."))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._lay_out()
        self.setFocusProxy(self.add)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title_label(tr("Watched folders")))
        about = tr("Files that come into them are worked off while Dropmill is open. E-mail waits for you.")
        words.addWidget(secondary_label(about, wrap=True))
        top = QHBoxLayout()
        top.setContentsMargins(20, 12, 20, 10)
        top.setSpacing(8)
        top.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        adding = QHBoxLayout()
        adding.setSpacing(12)
        adding.addWidget(self.picker)
        adding.addWidget(self.network)
        adding.addStretch(1)
        adding.addWidget(self.add)
        inner = filled(QWidget())
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(adding)
        column.addWidget(self.trouble)
        column.addWidget(hairline())
        column.addWidget(self.empty)
        column.addLayout(self._list)
        column.addStretch(1)
        inner.setMaximumWidth(WIDEST)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        filled(area.viewport())
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(hairline())
        whole.addWidget(area, 1)

    def show_watches(self, watches: Sequence[Watch]) -> None:
        """Show these folders; rows that stay keep their focus."""
        for number in self._rows.keys() - {watch.id for watch in watches}:
            row = self._rows.pop(number)
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        for watch in watches:
            if watch.id in self._rows:
                self._rows[watch.id].show_watch(watch)
                continue
            row = self._rows[watch.id] = WatchRow(watch)
            row.toggled.connect(self._toggle)
            row.removed.connect(self._ask_remove)
            self._list.addWidget(row)
        self.empty.setVisible(not watches)

    def rows(self) -> list[WatchRow]:
        """What is listed, from the top."""
        return list(self._rows.values())

    @Slot()
    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Watch a folder"))
        if folder:
            self.watch(folder)

    def watch(self, folder: str) -> None:
        """Watch `folder` with the chosen recipe."""
        recipe = self.picker.recipe()
        if recipe is None:
            return
        mode = WatchMode.POLLED if self.network.isChecked() else WatchMode.NATIVE
        path = os.path.abspath(folder)
        self._say("")
        self._commands.run(
            lambda commands: commands.watch_add(path, recipe.kind, recipe.text, recipe.name, None, mode.value),
            None,
            self._refused,
        )

    def _refused(self, error: Exception) -> None:
        self._say(error.message if isinstance(error, StoreError) else str(error))

    def _say(self, words: str) -> None:
        self.trouble.setText(printable(words))
        self.trouble.setVisible(bool(words))

    @Slot(int, bool)
    def _toggle(self, watch: int, enabled: bool) -> None:
        self._commands.run(lambda commands: commands.watch_enable(watch, enabled), None, self._refused)

    @Slot(int)
    def _ask_remove(self, watch: int) -> None:
        folder = printable(self._rows[watch].watch.folder)
        title = tr("Watch {folder} no longer?").format(folder=folder)
        text = tr("Nothing in the folder is changed. Dropmill forgets which of its files it has taken.")
        buttons = [("remove", tr("Watch it no longer")), ("keep", tr("Keep watching"))]
        question = Question(self, title, text, buttons, "folder")
        question.setProperty("watch", watch)
        question.answered.connect(self._remove_answered)
        question.open()

    @Slot(str)
    def _remove_answered(self, answer: str) -> None:
        if answer == "remove":
            watch = int(self.sender().property("watch"))
            self._commands.run(lambda commands: commands.watch_remove(watch), None, self._refused)
