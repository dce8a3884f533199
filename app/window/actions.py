"""Every command of the window: one table of QActions with words, icons and keys.

Owns: ids, texts, shortcuts and which menu an action stands in. Must not know: what an action does; it says `asked(id)`.
Menus, buttons and tooltips are fed from here, so a key is written down once.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.window import icons
from app.window.text import Face, tr, word
from app.window.theme import Appearance


@dataclass(frozen=True, slots=True)
class Spec:
    """One action. `keys`: "" for none; `scope`: "window", or "rows" for keys that belong to the table."""

    id: str
    text: str
    icon: str = ""
    keys: str = ""
    checkable: bool = False
    scope: str = "window"


VIEWS: tuple[Face | None, ...] = (
    None,
    Face.WAITING,
    Face.RUNNING,
    Face.RETRYING,
    Face.HELD,
    Face.FAILED,
    Face.SKIPPED,
    Face.DONE,
    Face.UNCONFIRMED,
)


def view_id(face: Face | None) -> str:
    """The action that shows the rows with this face (None: all)."""
    return f"view-{face or 'all'}"


def _specs() -> list[Spec]:
    return [
        Spec("add-files", tr("Add files…"), "add-files", "Ctrl+O"),
        Spec("add-folder", tr("Add folder…"), "add-folder", "Ctrl+Shift+O"),
        Spec("paste", tr("Paste files"), "paste", "Ctrl+V"),
        Spec("add-list", tr("Add from a list of paths…"), "list-file"),
        Spec("watches", tr("Watched folders…"), "folder"),
        Spec("recipes", tr("Recipes"), "recipes"),
        Spec("accounts", tr("Mail accounts…"), "account"),
        Spec("run", tr("Run"), "run", "Ctrl+R"),
        Spec("pause", tr("Pause"), "pause", "Ctrl+Shift+P"),
        Spec("stop-after", tr("Stop after running files"), "stop", "Ctrl+."),
        Spec("stop-now", tr("Stop now, start them over later"), "close"),
        Spec("cancel-batch", tr("Cancel this batch"), "close"),
        Spec("undo-batch", tr("Undo batch…"), "undo", "Ctrl+Z"),
        Spec("preview", tr("Preview"), "preview", "Ctrl+P"),
        Spec("inspector", tr("Inspector"), "inspector", "Ctrl+I", checkable=True),
        Spec("find", tr("Search"), "search", "Ctrl+F"),
        Spec("failures", tr("Show failures"), "state-failed", "Ctrl+Shift+F"),
        Spec("retry-all", tr("Retry all failed"), "state-retrying", "Ctrl+Shift+R"),
        Spec("show-output", tr("Show output"), "reveal"),
        Spec("hold-batch", tr("Hold"), "state-held"),
        Spec("run-batch", tr("Run"), "run"),
        Spec("check-mail", tr("Check and send…"), "kind-mail"),
        Spec("dismiss", tr("Remove batch from the list"), "close"),
        *(Spec(f"priority-{name}", text, checkable=True) for name, text in priorities()),
        Spec("pause-here", tr("Pause here"), "flag"),
        Spec("pause-nowhere", tr("Take the pause mark away"), "flag"),
        Spec("move-top", tr("Move to the top of its batch"), "arrow-up", "Ctrl+Home", scope="rows"),
        Spec("move-bottom", tr("Move to the end of its batch"), "arrow-down", "Ctrl+End", scope="rows"),
        Spec("open-output", tr("Open output"), "open", "Return", scope="rows"),
        Spec("reveal-output", tr("Show output in folder"), "reveal", "Ctrl+Return", scope="rows"),
        Spec("reveal-original", tr("Show original in folder"), "folder"),
        Spec("retry", tr("Retry now"), "state-retrying"),
        Spec("hold", tr("Hold"), "state-held", "Ctrl+Shift+H"),
        Spec("release", tr("Release"), "run"),
        Spec("copy", tr("Copy name and message"), "copy", "Ctrl+C"),
        Spec("remove", tr("Remove from queue"), "trash", "Del", scope="rows"),
        *(
            Spec(view_id(face), word(face) if face else tr("All"), f"state-{face}" if face else "all", f"Alt+{n}")
            for n, face in enumerate(VIEWS, start=1)
        ),
        Spec("follow", tr("Follow running files"), checkable=True),
        Spec("next-region", tr("Next region"), "", "F6"),
        Spec("previous-region", tr("Previous region"), "", "Shift+F6"),
        Spec("menu", tr("Menu"), "menu", "F10"),
        *(Spec(f"appearance-{name}", text, checkable=True) for name, text in appearances()),
        *(Spec(f"closing-{name}", text, checkable=True) for name, text in closings()),
        Spec("help", tr("Help"), "help", "F1"),
        Spec("help-originals", tr("What happens to my originals?"), "shield"),
        Spec("help-keyboard", tr("Keyboard"), "keyboard"),
        Spec("welcome", tr("Welcome and samples"), "star"),
        Spec("activity", tr("Activity"), "activity"),
        Spec("settings", tr("Settings"), "settings", "Ctrl+,"),
        Spec("palette", tr("Find a command…"), "command", "Ctrl+K"),
        Spec("shortcuts", tr("Change shortcuts…"), "keyboard"),
        Spec("about", tr("About Dropmill"), "info"),
        Spec("quit", tr("Quit"), "", "Ctrl+Q"),
    ]


def priorities() -> list[tuple[str, str]]:
    """The priorities of a batch, with their words."""
    return [("high", tr("High: before others")), ("normal", tr("Normal")), ("low", tr("Low: after others"))]


def closings() -> list[tuple[str, str]]:
    """What closing the window may mean while files are in work, with its words."""
    return [
        ("ask", tr("Ask")),
        ("finish", tr("Finish what is in work, then quit")),
        ("tray", tr("Hide and keep working")),
        ("stop", tr("Stop and quit")),
    ]


def appearances() -> list[tuple[Appearance, str]]:
    """The themes to choose from, with their words."""
    return [
        (Appearance.SYSTEM, tr("As the system")),
        (Appearance.LIGHT, tr("Light")),
        (Appearance.DARK, tr("Dark")),
        (Appearance.CONTRAST, tr("High contrast")),
    ]


class Actions(QObject):
    """The actions by id. `asked` carries the id of the one that was triggered."""

    asked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._specs = {spec.id: spec for spec in _specs()}
        self._actions: dict[str, QAction] = {}
        groups = {name: QActionGroup(self) for name in GROUPS}
        for spec in self._specs.values():
            action = QAction(spec.text, self)
            action.setData(spec.id)
            action.setCheckable(spec.checkable)
            if spec.keys:
                action.setShortcut(QKeySequence(spec.keys))
            if spec.scope == "rows":  # the table handles these keys itself; elsewhere Return and Del mean other things
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            else:
                window.addAction(action)
            group = groups.get(spec.id.partition("-")[0])
            if group is not None:
                group.addAction(action)
            action.triggered.connect(self._triggered)
            self._actions[spec.id] = action
        self.restyle()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    @Slot()
    def _triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.asked.emit(sender.data())

    @Slot()
    def restyle(self) -> None:
        """Draw the icons again in the colours of the theme."""
        for name, spec in self._specs.items():
            if spec.icon:
                self._actions[name].setIcon(icons.icon(spec.icon))

    def specs(self) -> list[Spec]:
        """All actions, in the order of this table."""
        return list(self._specs.values())

    def own_keys(self, name: str) -> str:
        """The keys that an action has while nobody chose others."""
        return self._specs[name].keys

    def use_keys(self, chosen: Mapping[str, str]) -> None:
        """Give actions the keys that a person chose ("" = none), and all others their own."""
        for name, spec in self._specs.items():
            keys = QKeySequence(chosen.get(name, spec.keys) if spec.scope != "rows" else spec.keys)
            if self._actions[name].shortcut() != keys:
                self._actions[name].setShortcut(keys)

    def allow(self, name: str, allowed: bool, why: str = "") -> None:
        """Enable or grey an action; `why` is what its button's tooltip says while greyed."""
        action = self._actions[name]
        if action.isEnabled() != allowed or action.statusTip() != why:
            action.setStatusTip("" if allowed else why)
            action.setEnabled(allowed)

    def fill(self, menu: QMenu, *names: str) -> QMenu:
        """Put actions into `menu`; "-" is a separator."""
        for name in names:
            if name == "-":
                menu.addSeparator()
            else:
                menu.addAction(self._actions[name])
        return menu

    def main_menus(self, parent: QWidget) -> list[QMenu]:
        """File, Edit, Queue, Files, View, Help: everything there is, for the ☰ button and the menu bar of macOS."""
        looks = QMenu(tr("Appearance"), parent)
        self.fill(looks, *(f"appearance-{name}" for name, _ in appearances()))
        file = self.fill(
            QMenu(tr("File"), parent), "add-files", "add-folder", "add-list", "-", "recipes", "watches", "accounts"
        )
        closing = QMenu(tr("Closing while working"), file)
        file.addMenu(self.fill(closing, *(f"closing-{name}" for name, _ in closings())))
        self.fill(file, "-", "settings", "-", "quit")
        edit = self.fill(QMenu(tr("Edit"), parent), "undo-batch", "-", "copy", "paste", "-", "find")
        queue = self.fill(
            QMenu(tr("Queue"), parent), "run", "pause", "stop-after", "stop-now", "-", "retry-all", "failures", "-",
            "preview", "show-output", "check-mail",
        )  # fmt: skip
        queue.addMenu(self.priority_menu(queue))
        self.fill(queue, "pause-nowhere", "-", "cancel-batch", "dismiss")
        rows = self.fill(QMenu(tr("Selected files"), parent), *ROW_MENU)
        views = self.fill(
            QMenu(tr("View"), parent), *(view_id(face) for face in VIEWS), "-", "inspector", "follow", "-",
            "next-region", "previous-region", "-", "activity", "palette", "-",
        )  # fmt: skip
        views.addMenu(looks)
        aid = self.fill(
            QMenu(tr("Help"), parent), "help", "help-originals", "help-keyboard", "shortcuts", "-", "welcome", "about"
        )
        return [file, edit, queue, rows, views, aid]

    def priority_menu(self, parent: QWidget) -> QMenu:
        """High, normal or low, for the batch in view."""
        return self.fill(QMenu(tr("Priority"), parent), *(f"priority-{name}" for name, _ in priorities()))

    def batch_menu(self, parent: QWidget) -> QMenu:
        """What can be done with the batch in view."""
        menu = self.fill(QMenu(parent), "retry-all", "hold-batch", "show-output", "undo-batch", "-")
        menu.addMenu(self.priority_menu(menu))
        return self.fill(menu, "pause-nowhere", "-", "cancel-batch", "dismiss")


GROUPS = ("appearance", "priority", "closing")  # of each, one is chosen: the first part of the actions' names
ROW_MENU = (
    "open-output", "reveal-output", "reveal-original", "-", "retry", "hold", "release", "-", "move-top", "move-bottom",
    "pause-here", "-", "copy", "remove",
)  # fmt: skip
